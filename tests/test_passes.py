"""Many theorems in passes: what gets how much time, on a clock that only work moves."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from formalmath.lean.theorem import Theorem
from search.attempt import Attempt
from search.best_first import SearchOutcome
from search.passes import FIRST_PASS_S, in_passes
from search.prover import Proving


@dataclass
class Work:
    """Theorems that need as many seconds as their statements say."""

    now: float = 0.0
    log: list[tuple[str, float]] = field(default_factory=list)

    def begin(self, theorem: Theorem) -> Needing:
        return Needing(self, theorem, float(theorem.statement))


@dataclass
class Needing:
    work: Work
    theorem: Theorem
    needs: float

    async def go_on(self, seconds: float = 0.0) -> Proving | None:
        spent = min(self.needs, seconds) if seconds else self.needs
        self.work.now += spent
        self.work.log.append((self.theorem.name, spent))
        self.needs -= spent
        return None if self.needs > 1e-9 else self.ended(SearchOutcome.PROVED)

    async def stop(self) -> Proving:
        return self.ended(SearchOutcome.RUN_TIME)

    def ended(self, outcome: SearchOutcome) -> Proving:
        return Proving(Attempt(self.theorem.name, self.theorem.name, "", outcome))


def passed(needs: Sequence[float], total_s: float = 0.0) -> tuple[Work, dict[str, str]]:
    work, ends = Work(), dict[str, str]()
    theorems = [Theorem(f"t{i}", "", str(seconds)) for i, seconds in enumerate(needs)]

    def keep(proving: Proving) -> None:
        assert proving.attempt.name not in ends
        ends[proving.attempt.name] = proving.attempt.outcome

    asyncio.run(in_passes(theorems, work, 1, keep, total_s, lambda: work.now))
    assert ends.keys() == {theorem.name for theorem in theorems}
    return work, ends


def test_each_gets_a_little_before_any_gets_more() -> None:
    work, ends = passed([50, 1, 70, 0.5])
    first = FIRST_PASS_S
    assert work.log == [
        ("t0", first), ("t1", 1), ("t2", first), ("t3", 0.5), ("t0", 50 - first), ("t2", 70 - first)
    ]  # fmt: skip
    assert set(ends.values()) == {"proved"}
    assert list(ends) == ["t1", "t3", "t0", "t2"]


def test_a_time_for_the_run_is_shared_by_those_that_are_left() -> None:
    work, ends = passed([100, 1, 11, 100], total_s=40)
    assert ends == {"t0": RUN_TIME, "t1": "proved", "t2": "proved", "t3": RUN_TIME}
    spent = {name: sum(s for n, s in work.log if n == name) for name in ends}
    assert 39 < work.now <= 40 + 1e-6
    assert spent["t0"] > 10, "it gets what t1 did not need"
    assert abs(spent["t0"] - spent["t3"]) < 8


def test_a_run_without_enough_time_for_a_first_pass_shares_what_there_is() -> None:
    work, ends = passed([9] * 10, total_s=5)
    assert set(ends.values()) == {RUN_TIME}
    assert work.now <= 5 + 1e-6
    assert len({name for name, _ in work.log}) == 10


RUN_TIME = SearchOutcome.RUN_TIME.value
