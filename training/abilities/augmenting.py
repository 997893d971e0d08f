"""Problems made of problems of the abilities, where a rule makes a right one; nothing else.

`rephrase`: the same question in another of its wordings. `augment`: another question of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from formalmath.informal.prompts import Prompt
from training.abilities.item import Ability
from training.abilities.source import VERSION, drawn
from training.data.formats import Formats, Origin
from training.example import Example


@dataclass(frozen=True)
class AbilityAugmenting:
    """Problem to problem, of all the abilities in equal shares.

    Attributes:
        prompt: `Prompt.REPHRASE` or `Prompt.AUGMENT`.
    """

    abilities: Sequence[Ability]
    prompt: Prompt
    formats: Formats = field(default_factory=Formats)

    @property
    def name(self) -> str:
        """As in a mixture."""
        return f"abilities, {self.prompt.value}"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items.

        Raises:
            InputError: `count` is 0; a generator has no end.
        """
        random = Random(f"{self.name}/{seed}")
        each = -(-count // len(self.abilities))
        # Twice as many, for another question is needed with each; all are different.
        streams = {a.name: drawn(a, 2 * each, seed) for a in self.abilities}
        given = 0
        while streams:
            for kind, stream in list(streams.items()):
                first, second = next(stream, None), next(stream, None)
                if first is None or second is None:
                    del streams[kind]
                    continue
                if given == count:
                    return
                item, form = first
                question = item.wordings[form]
                if self.prompt is Prompt.REPHRASE:
                    others = [wording for wording in item.wordings if wording != question]
                    made = random.choice(others)
                else:
                    made = second[0].wordings[second[1]]
                of = Origin(f"{kind}/{seed}/{given}", f"abilities {VERSION}")
                yield self.formats.augment(of, self.prompt, question, made)
                given += 1
