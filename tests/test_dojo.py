"""Proof states in LeanDojo's terms, on the real Lean, through both drivers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import lean_dojo
import pytest
from lean_dojo import (
    DojoCrashError,
    DojoInitError,
    DojoTacticTimeoutError,
    LeanError,
    ProofFinished,
    ProofGivenUp,
)

from formalmath.errors import PrefixError
from formalmath.lean.dojo import Dojo, TacticState
from formalmath.lean.elaborator import Elaborator, Outcome
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits
from tests.real_lean import MakeLean, use

T = TypeVar("T")

SWAP = Theorem("swap", "", "theorem swap (p q : Prop) (hp : p) (hq : q) : q ∧ p")
HANG = "repeat (have := trivial)"


def explore(
    make: MakeLean,
    theorem: Theorem,
    work: Callable[[Dojo, TacticState], Awaitable[T]],
    limits: Limits | None = None,
) -> T:
    async def run(lean: Elaborator) -> T:
        async with Dojo(theorem, lean, limits) as (dojo, state):
            return await work(dojo, state)

    return use(make, run)


def test_the_results_are_leandojos_own(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        assert isinstance(state, lean_dojo.TacticState)
        assert state.pp == "p q : Prop\nhp : p\nhq : q\n⊢ q ∧ p"
        after = await dojo.run_tac(state, "constructor")
        assert isinstance(after, lean_dojo.TacticState)
        assert [g.conclusion for g in after.goals] == ["q", "p"]
        assert [d.ident for d in after.goals[0].assumptions] == ["p", "q", "hp", "hq"]
        wrong = await dojo.run_tac(state, "exact hp")
        assert isinstance(wrong, LeanError)
        assert "type mismatch" in wrong.error.lower()
        assert isinstance(await dojo.run_tac(state, "exact ⟨hq, hp⟩"), ProofFinished)
        assert isinstance(await dojo.run_tac(state, "sorry"), ProofGivenUp)

    explore(make, SWAP, work)


def test_any_earlier_state_can_be_continued(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        split = await dojo.run_tac(state, "constructor")
        assert isinstance(split, TacticState)
        left = await dojo.run_tac(split, "exact hq")
        assert isinstance(left, TacticState)
        assert left.pp.endswith("⊢ p")
        assert left.path == ("constructor", "exact hq")
        both = await dojo.run_tac(split, "all_goals assumption")
        assert isinstance(both, ProofFinished)
        swapped = await dojo.run_tac(split, "rotate_left")
        assert isinstance(swapped, TacticState)
        assert [g.conclusion for g in swapped.goals] == ["p", "q"]
        assert isinstance(await dojo.run_tac(left, "exact hp"), ProofFinished)
        assert isinstance(await dojo.run_tac(state, "exact And.intro hq hp"), ProofFinished)

    explore(make, SWAP, work)


def test_states_have_ids_of_their_own_and_are_equal_by_what_they_show(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        runs = await dojo.run_tacs([(state, "skip"), (state, "skip"), (state, "exact ⟨hq, hp⟩")])
        one, two, end = (run.result for run in runs)
        assert isinstance(one, TacticState)
        assert isinstance(two, TacticState)
        assert isinstance(end, ProofFinished)
        assert len({state.id, one.id, two.id, end.tactic_state_id}) == 4
        assert one.pp == two.pp == state.pp

    explore(make, SWAP, work)


def test_a_turnstile_in_a_string_is_part_of_the_goal(make: MakeLean) -> None:
    theorem = Theorem(
        "t", "", 'theorem t (f : String → Prop) (h : f "x\\n\\n⊢ y") : f "⊢" → f "x\\n\\n⊢ y"'
    )

    async def work(dojo: Dojo, state: TacticState) -> None:
        assert len(state.goals) == 1
        after = await dojo.run_tac(state, "intro k")
        assert isinstance(after, TacticState)
        assert after.goals[0].assumptions[-1].lean_type == 'f "⊢"'
        assert isinstance(await dojo.run_tac(after, "exact h"), ProofFinished)

    explore(make, theorem, work)


def test_a_hole_given_up_anywhere_in_the_path_gives_the_proof_up(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        after = await dojo.run_tac(state, "have h : q ∧ p := by sorry")
        assert isinstance(after, TacticState)
        assert isinstance(await dojo.run_tac(after, "exact h"), ProofGivenUp)
        assert isinstance(await dojo.run_tac(state, "admit"), ProofGivenUp)

    explore(make, SWAP, work)


def test_goals_left_in_a_block_are_its_error_and_no_state(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        results = await dojo.run_tacs(
            [
                (state, "have h : q := by skip"),
                (state, "constructor\n· skip\n· exact hp"),
                (state, "refine ⟨by skip, hp⟩"),
            ]
        )
        for run in results:
            assert isinstance(run.result, LeanError)
            assert run.result.error.startswith("unsolved goals")

    explore(make, SWAP, work)


def test_every_tactic_on_every_state_in_one_call_and_a_hang_spares_the_rest(
    make: MakeLean,
) -> None:
    tactics = ["constructor", "exact hp", HANG, "exact hq", "trace_state", "nonsense"]

    async def work(dojo: Dojo, state: TacticState) -> None:
        split = await dojo.run_tac(state, "constructor")
        assert isinstance(split, TacticState)
        states = [state, split]
        runs = await dojo.run_tacs([(s, tactic) for s in states for tactic in tactics])
        table = [runs[: len(tactics)], runs[len(tactics) :]]
        for row in table:
            assert [run.outcome for run in row] == [
                Outcome.TIMEOUT if tactic == HANG else Outcome.DONE for tactic in tactics
            ]
            assert row[2].result is None
            assert "wall_s" in row[2].detail
            assert isinstance(row[5].result, LeanError)
        whole, halves = table
        assert isinstance(whole[0].result, TacticState)
        assert isinstance(whole[3].result, LeanError)
        assert isinstance(halves[0].result, LeanError)
        assert isinstance(halves[3].result, TacticState)
        assert isinstance(halves[4].result, TacticState)
        assert halves[4].result.pp == split.pp
        assert halves[4].result.message is not None
        assert "⊢ q" in halves[4].result.message
        with pytest.raises(DojoTacticTimeoutError):
            await dojo.run_tac(state, HANG)

    explore(make, SWAP, work, Limits(heartbeats=0, wall_s=2.0))


def test_memory_and_crash_are_leandojos_exceptions(make: MakeLean) -> None:
    theorem = Theorem("t", "", "theorem t : (List.range 30000000).length = 0")

    async def work(dojo: Dojo, state: TacticState) -> None:
        with pytest.raises(DojoCrashError) as caught:
            await dojo.run_tac(state, "decide +kernel")
        assert caught.value.is_out_of_memory

    explore(make, theorem, work, Limits(heartbeats=0, wall_s=60, memory_mb=260))


@pytest.mark.parametrize(
    "text",
    ["", "  ", "/- open", "exact (hp", "end Foo", "trivial\ntheorem x : 1 = 2 := sorry", "-- no"],
)
def test_what_is_no_tactic_is_an_error_and_never_reaches_lean(text: str) -> None:
    class NoLean:
        async def elaborate(self, prefix: str, chunks: list[str], limits: Limits) -> list[object]:
            assert not chunks
            return []

        async def close(self) -> None: ...

    async def work() -> None:
        dojo = Dojo(SWAP, NoLean())  # type: ignore[arg-type]
        [run] = await dojo.run_tacs([(TacticState("⊢ True", 0), text)])
        assert isinstance(run.result, LeanError)

    asyncio.run(work())


def test_a_tactic_of_many_lines_keeps_its_layout(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        blocks = [
            "constructor\n· exact hq\n· exact hp",
            "    constructor\n    · exact hq\n    · exact hp",
            "refine ⟨?_, ?_⟩\n· -- a comment\n  exact hq\n· exact hp -- another",
        ]
        for run in await dojo.run_tacs([(state, block) for block in blocks]):
            assert isinstance(run.result, ProofFinished)

    explore(make, SWAP, work)


CONTEXT = """\
namespace Outer

def two : Nat := 2

namespace Inner

variable (n : Nat) {m : Nat} (h : n = m)

theorem earlier : two = 2 := rfl

"""


def test_a_theorem_sees_its_namespace_its_variables_and_what_stands_before_it(
    make: MakeLean,
) -> None:
    theorem = Theorem("later", CONTEXT, "theorem later (_ : n = m) : two + n = 2 + n")

    async def work(dojo: Dojo, state: TacticState) -> None:
        assert state.goals[0].conclusion == "two + n = 2 + n"
        assert isinstance(await dojo.run_tac(state, "rw [earlier]"), ProofFinished)
        own = await dojo.run_tac(state, "exact later n")
        assert isinstance(own, LeanError), "a theorem is no help in its own proof"

    explore(make, theorem, work)


@pytest.mark.parametrize(
    "statement",
    [
        "theorem bad : nope = 1",
        "theorem bad : 1 +",
        "theorem bad (h : 1 = 2",
        "theorem bad : (2 : Prop)",
    ],
)
def test_a_statement_that_does_not_elaborate_cannot_be_opened(
    make: MakeLean, statement: str
) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        pytest.fail("it was opened")

    with pytest.raises(DojoInitError, match="does not elaborate"):
        explore(make, Theorem("bad", "", statement), work)


def test_a_prefix_that_does_not_elaborate_is_named_with_its_line(make: MakeLean) -> None:
    async def work(dojo: Dojo, state: TacticState) -> None:
        pytest.fail("it was opened")

    broken = Theorem("t", "open Nat\n\ndef n : Nat := nope\n", "theorem t : True")
    with pytest.raises(PrefixError) as caught:
        explore(make, broken, work)
    assert caught.value.line == 3
