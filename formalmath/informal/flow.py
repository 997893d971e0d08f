"""Which step uses the results of which, and which numbers come from nowhere; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from formalmath.informal.claims import Translation

_COMMON = frozenset(Fraction(n) for n in (0, 1, 2, 3, 4, 7, 10, 12, 24, 30, 52, 60, 100, 365, 1000))
"""Numbers that solutions bring in for units, halves and percents."""


@dataclass(frozen=True)
class Flow:
    """One entry a step.

    Attributes:
        uses: earlier steps whose results it computes with or takes as hypotheses.
        used_by: the later steps that use its results; the step with the answer counts.
        unsupported: numbers from neither the problem nor a result; empty without a problem.
    """

    uses: tuple[tuple[int, ...], ...]
    used_by: tuple[tuple[int, ...], ...]
    unsupported: tuple[tuple[Fraction, ...], ...]


def flow_of(translation: Translation) -> Flow:
    """The flow of numbers. A number belongs to the last step that computes it."""
    origin: dict[Fraction, int] = {}
    given = _COMMON | {abs(n) for n in translation.problem_numbers}
    given |= {n / 100 for n in given}
    uses: list[tuple[int, ...]] = []
    unsupported: list[tuple[Fraction, ...]] = []
    for i, step in enumerate(translation.steps):
        used: set[int] = set()
        strange: list[Fraction] = []
        for claim in step.claims:
            used |= set(claim.rests_on) - {i}
            for number in claim.operands:
                if abs(number) in origin:
                    used.add(origin[abs(number)])
                elif abs(number) not in given:
                    strange.append(number)
            if claim.result is not None:
                origin[abs(claim.result)] = i
        uses.append(tuple(sorted(used)))
        unsupported.append(tuple(dict.fromkeys(strange)) if translation.problem_numbers else ())
    used_by: list[set[int]] = [set() for _ in translation.steps]
    for later, earlier in enumerate(uses):
        for step_index in earlier:
            used_by[step_index].add(later)
    answer = translation.answer
    if answer is not None and answer.computed_in is not None:
        used_by[answer.computed_in].add(answer.step)
    return Flow(tuple(uses), tuple(tuple(sorted(s)) for s in used_by), tuple(unsupported))
