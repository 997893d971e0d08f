"""An ability as a source of training items, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from formalmath.errors import InputError
from training.abilities.item import Ability, Item
from training.data.formats import Formats, Origin
from training.example import Example

_TRIES = 200
"""Repeated questions in a row, after which there are taken to be no more."""

VERSION = "1"
"""Of the generators: items of another version may differ for the same seed."""


@dataclass(frozen=True)
class AbilitySource:
    """Questions of one kind, each asked once, with worked answers."""

    ability: Ability
    formats: Formats = field(default_factory=Formats)

    @property
    def name(self) -> str:
        """The ability's."""
        return self.ability.name

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items; fewer if the kind has no more of them.

        Raises:
            InputError: `count` is 0; a generator has no end.
        """
        for number, (item, form) in enumerate(drawn(self.ability, count, seed)):
            of = Origin(f"{seed}/{number}", f"abilities {VERSION}")
            yield self.formats.solve(of, item.wordings[form], item.solution, self.name)


def drawn(ability: Ability, count: int, seed: int) -> Iterator[tuple[Item, int]]:
    """Different items, each with the wording to ask it in.

    Raises:
        InputError: as `AbilitySource.examples`.
    """
    if count < 1:
        raise InputError(f"`{ability.name}` is generated and has no end: say how many items.")
    random = Random(f"{ability.name}/{seed}")
    asked: set[str] = set()
    repeated = 0
    while len(asked) < count and repeated < _TRIES:
        item = ability.draw(random)
        form = random.randrange(len(item.wordings))
        if item.wordings[0] in asked:
            repeated += 1
            continue
        repeated = 0
        asked.add(item.wordings[0])
        yield item, form
