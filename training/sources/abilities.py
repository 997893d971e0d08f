"""The minor abilities in a mixture, all or one, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formalmath.informal.prompts import Prompt
from training.abilities.augmenting import AbilityAugmenting
from training.abilities.item import Ability
from training.abilities.kinds import ABILITIES
from training.abilities.source import AbilitySource
from training.data.formats import Formats
from training.data.options import Options
from training.example import Example


@dataclass(frozen=True)
class Abilities:
    """Items of several abilities, each with its share of the count."""

    abilities: Sequence[Ability]
    formats: Formats
    name: str = "abilities"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items, one ability after the other; fewer where one has no more.

        Raises:
            InputError: `count` is 0; a generator has no end.
        """
        total = sum(each.weight for each in self.abilities)
        before, done = 0.0, 0
        for each in self.abilities:
            before += each.weight
            share = round(count * before / total) - done
            done += share
            if share or not count:
                yield from AbilitySource(each, self.formats).examples(share, seed)


def build(options: Options) -> Abilities:
    """`abilities`: names; all unless told. `count` is needed."""
    return Abilities(_chosen(options), options.formats)


def build_augmenting(options: Options) -> AbilityAugmenting:
    """`task`: `rephrase` or `augment`; `abilities`: names. `count` is needed."""
    tasks = (Prompt.REPHRASE.value, Prompt.AUGMENT.value)
    task = Prompt(options.text("task", Prompt.REPHRASE, tasks))
    return AbilityAugmenting(_chosen(options), task, options.formats)


def _chosen(options: Options) -> list[Ability]:
    known = {each.name: each for each in ABILITIES}
    names = options.texts("abilities", tuple(known))
    if unknown := [name for name in names if name not in known]:
        raise options.fault(f"has the unknown ability {unknown[0]!r}; known: {', '.join(known)}")
    return [known[name] for name in names]
