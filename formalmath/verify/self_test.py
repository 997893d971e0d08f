"""The catalogue put to a checker, and checkers that must fail it, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from formalmath.lean.theorem import Theorem
from formalmath.verify.catalogue import Entry, Refusal, catalogue
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.trial import Checker, Trial
from formalmath.verify.verdict import Inconclusive, Reason, Rejected, Verdict, Verified

VERIFIED = "verified"

SELF_TEST_LIMITS = VerifyLimits(compile_s=20.0)
"""Some attacks never end by themselves."""


@dataclass(frozen=True)
class Row:
    """One trial and what came of it.

    Attributes:
        name: of the entry; an honest twin's has ` (honest)` behind it.
        expected: `verified`, or the refusals that are right, joined by `|`.
        got: what the checker said: `verified`, or `source`, `timeout`, ..
        ok: whether it is what was expected.
        false_verified: an attack was verified.
        detail: the checker's own words.
    """

    name: str
    expected: str
    got: str
    ok: bool
    false_verified: bool
    detail: str


class AlwaysAccept:
    """A checker that verifies everything; the harness must say that it is none."""

    async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
        """Verified."""
        return Verified()

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        """Verified."""
        return Verified()


class AlwaysReject:
    """A checker that rejects everything; the harness must say that it is none."""

    async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
        """Rejected."""
        return Rejected(Reason.COMPILE)

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        """Rejected."""
        return Rejected(Reason.COMPILE)


def sorted_out(verdict: Verdict) -> Refusal | None:
    """The refusal of a verdict; None if it is verified."""
    match verdict:
        case Verified():
            return None
        case Rejected():
            return verdict.reason
        case Inconclusive():
            return verdict.cause


async def put(
    checker: Checker,
    entries: Iterable[Entry] | None = None,
    jobs: int = 1,
    seen: Callable[[Row], None] | None = None,
) -> list[Row]:
    """Every attack and every twin put to a checker, `jobs` at a time: two rows an entry, in order.

    `seen` is called with each row as it comes.
    """
    free = asyncio.Semaphore(jobs)

    async def tried(name: str, trial: Trial, expected: frozenset[Refusal]) -> Row:
        async with free:
            row = _row(name, expected, await trial.put_to(checker))
        if seen:
            seen(row)
        return row

    every = catalogue() if entries is None else entries
    return await asyncio.gather(
        *(
            tried(name, trial, expected)
            for entry in every
            for name, trial, expected in (
                (entry.name, entry.attack, entry.expected),
                (f"{entry.name} (honest)", entry.twin, frozenset()),
            )
        )
    )


def _row(name: str, expected: frozenset[Refusal], verdict: Verdict) -> Row:
    refusal = sorted_out(verdict)
    return Row(
        name,
        "|".join(sorted(each.value for each in expected)) or VERIFIED,
        refusal.value if refusal else VERIFIED,
        refusal in expected if expected else refusal is None,
        bool(expected) and refusal is None,
        "" if isinstance(verdict, Verified) else verdict.detail,
    )


async def blind_spots(entries: Iterable[Entry] | None = None) -> list[str]:
    """The names of those worthless checkers that the catalogue does not tell from a good one."""
    every = catalogue() if entries is None else tuple(entries)
    stubs: tuple[tuple[Checker, bool], ...] = ((AlwaysAccept(), True), (AlwaysReject(), False))
    found = []
    for stub, accepts in stubs:
        rows = await put(stub, every)
        attacks, twins = rows[::2], rows[1::2]
        wrong = attacks if accepts else twins
        if any(row.ok for row in wrong):
            found.append(type(stub).__name__)
    return found
