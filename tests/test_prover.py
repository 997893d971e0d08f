"""From a theorem to a record: the search finds, a fresh Lean decides, the folder keeps."""

from __future__ import annotations

import asyncio
import errno
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from formalmath.errors import FormalMathError, InputError
from formalmath.journal import Journal
from formalmath.lean.compile import compile_text
from formalmath.lean.dojo import TacticState
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.fork_elaborator import ForkElaborator
from formalmath.lean.process import Command
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.verdict import Verified, verdict_from_json
from formalmath.verify.verifier import Verifier
from search import evaluation
from search.attempt import Attempt, Provenance
from search.best_first import SearchConfig, SearchOutcome
from search.evaluation import Results, Saved, evaluate
from search.policy import Candidate, Policy, normalised
from search.prover import Prover, Proving

AND = Theorem("swap", "", "theorem swap (p q : Prop) (hp : p) (hq : q) : q ∧ p", "a.lean")


@dataclass
class Fixed:
    """A policy that proposes the same tactics everywhere."""

    tactics: Sequence[str]

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        return [normalised([(t, -float(i)) for i, t in enumerate(self.tactics)], limit)] * len(
            states
        )


def attempted(
    toolchain: EmbeddedToolchain,
    theorem: Theorem,
    tactics: Sequence[str],
    compile_s: float = 60,
    lean: Elaborator | None = None,
    policy: Policy | None = None,
) -> Proving:
    async def run() -> Proving:
        one = lean or toolchain.elaborator()
        config = SearchConfig(max_expansions=20)
        limits = Limits(wall_s=5)
        async with Verifier(toolchain, VerifyLimits(compile_s)) as verifier:
            try:
                prover = Prover(
                    toolchain, one, verifier, policy or Fixed(tactics), "fixed", config, limits
                )
                return await prover.prove(theorem)
            finally:
                await one.close()

    return asyncio.run(run())


def test_what_is_called_proved_stands_in_a_file_that_lean_accepts(
    toolchain: EmbeddedToolchain,
) -> None:
    proving = attempted(toolchain, AND, ["exact hp", "constructor", "exact hq", "nonsense"])
    assert proving.attempt.outcome is SearchOutcome.PROVED
    assert proving.attempt.proof
    assert proving.attempt.verdict is not None
    assert isinstance(verdict_from_json(proving.attempt.verdict), Verified)
    assert proving.attempt.source == "a.lean"
    assert proving.attempt.stats.candidates > 0
    assert proving.attempt.provenance["environment_hash"] == toolchain.environment_hash
    assert proving.tree is not None
    assert asyncio.run(compile_text(toolchain, proving.text, 60)).accepted
    assert proving.text.startswith(AND.statement)
    assert Attempt.from_json(proving.attempt.to_json()) == proving.attempt


def test_where_nothing_helps_the_queue_runs_empty(toolchain: EmbeddedToolchain) -> None:
    proving = attempted(toolchain, AND, ["constructor", "exact hp"])
    assert proving.attempt.outcome is SearchOutcome.QUEUE_EMPTY
    assert (proving.text, proving.attempt.proof) == ("", ())
    assert proving.tree is not None


def test_sorry_proves_nothing(toolchain: EmbeddedToolchain) -> None:
    proving = attempted(toolchain, AND, ["sorry", "admit", "exact sorry"])
    assert proving.attempt.outcome is SearchOutcome.QUEUE_EMPTY


@pytest.mark.parametrize(
    "theorem",
    [
        Theorem("t", "", "theorem t : nope = 1"),
        Theorem("t", "def n := nope\n", "theorem t : 1 = 1"),
        Theorem("t", "import No.Such.Module\n", "theorem t : 1 = 1"),
    ],
)
def test_what_this_lean_does_not_understand_is_unsupported(
    toolchain: EmbeddedToolchain, theorem: Theorem
) -> None:
    proving = attempted(toolchain, theorem, ["rfl"])
    assert proving.attempt.outcome is SearchOutcome.UNSUPPORTED
    assert proving.attempt.detail
    assert proving.tree is None


def test_a_proof_on_an_axiom_of_its_own_is_refused(toolchain: EmbeddedToolchain) -> None:
    theorem = Theorem("t", "axiom oracle (p : Prop) : p\n", "theorem t : 1 = 2")
    proving = attempted(toolchain, theorem, ["exact oracle _"])
    assert proving.attempt.outcome is SearchOutcome.REFUSED
    assert proving.attempt.detail.endswith("it rests on its own axiom `oracle`")
    assert (proving.text, proving.attempt.proof) == ("", ())


def test_a_proof_that_no_fresh_lean_ends_with_is_undecided(toolchain: EmbeddedToolchain) -> None:
    proving = attempted(toolchain, AND, ["exact ⟨hq, hp⟩"], compile_s=0.001)
    assert proving.attempt.outcome is SearchOutcome.UNDECIDED
    assert (proving.text, proving.attempt.proof) == ("", ())


def test_a_lean_that_does_not_start_is_an_error_of_that_theorem(
    toolchain: EmbeddedToolchain,
) -> None:
    broken = ForkElaborator(Command(("/no/such/lean",)))
    proving = attempted(toolchain, AND, ["rfl"], lean=broken)
    assert proving.attempt.outcome is SearchOutcome.ERROR
    assert "Cannot start /no/such/lean" in proving.attempt.detail


class Faulty:
    """A policy with a fault."""

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        raise ZeroDivisionError("by zero")


def test_a_fault_of_the_policy_is_an_error_of_that_theorem(toolchain: EmbeddedToolchain) -> None:
    proving = attempted(toolchain, AND, [], policy=Faulty())
    assert proving.attempt.outcome is SearchOutcome.ERROR
    assert "ZeroDivisionError('by zero') (test_prover.py:" in proving.attempt.detail


# --- many theorems, and what is kept of them ---


@dataclass
class Made:
    """A prover without Lean: how each theorem ends stands in its statement."""

    seconds: float = 0.0
    at_work: int = 0
    most: int = 0
    asked: list[str] = field(default_factory=list)
    provenance: Provenance = field(
        default_factory=lambda: Provenance("made", "0", "0", "none", "p", SearchConfig(), Limits())
    )

    def begin(self, theorem: Theorem) -> MadePursuit:
        return MadePursuit(self, theorem)

    async def prove(self, theorem: Theorem) -> Proving:
        self.asked.append(theorem.name)
        self.at_work += 1
        self.most = max(self.most, self.at_work)
        await asyncio.sleep(self.seconds)
        self.at_work -= 1
        outcome = SearchOutcome(theorem.statement)
        key = self.provenance.key(theorem)
        proved = outcome is SearchOutcome.PROVED
        return Proving(
            Attempt(key, theorem.name, theorem.source, outcome, ("rfl",) if proved else ()),
            f"theorem {theorem.name}" if proved else "",
        )


@dataclass
class MadePursuit:
    """An attempt that never pauses."""

    prover: Made
    theorem: Theorem

    async def go_on(self, seconds: float = 0.0) -> Proving | None:
        return await self.prover.prove(self.theorem)

    async def stop(self) -> Proving:
        raise AssertionError("no time was set for the run")


def theorems(*outcomes: str) -> list[Theorem]:
    return [Theorem(f"t{i}", f"-- {i}", outcome) for i, outcome in enumerate(outcomes)]


def evaluated(folder: Path, given: Sequence[Theorem], prover: Made, jobs: int = 2) -> list[Attempt]:
    with Results(folder) as results:
        return asyncio.run(evaluate(given, prover, results, jobs))


def test_all_are_attempted_in_parallel_and_returned_in_order(tmp_path: Path) -> None:
    prover = Made(seconds=0.01)
    given = theorems(*["proved", "queue empty", "unsupported"] * 5)
    attempts = evaluated(tmp_path, given, prover, jobs=3)
    assert [a.name for a in attempts] == [t.name for t in given]
    assert [a.outcome for a in attempts] == [t.statement for t in given]
    assert prover.most == 3
    saved = Saved.load(tmp_path)
    assert len(saved.attempts) == 15
    assert saved.proof_file(attempts[0]).read_text() == "theorem t0"
    assert not saved.proof_file(attempts[1]).exists()


def test_a_resumed_run_makes_only_what_is_missing_or_said_nothing(tmp_path: Path) -> None:
    given = theorems("proved", "queue empty", "error", "undecided", "refused", "proved")
    evaluated(tmp_path, given[:5], Made())
    again = Made()
    attempts = evaluated(tmp_path, given, again, jobs=1)
    assert again.asked == ["t2", "t3", "t5"]
    assert [a.name for a in attempts] == [t.name for t in given]


def test_what_was_finished_before_a_cancellation_stays(tmp_path: Path) -> None:
    given = theorems(*["proved"] * 50)

    async def run() -> int:
        with Results(tmp_path) as results:
            task = asyncio.create_task(evaluate(given, Made(seconds=0.02), results, 2))
            await asyncio.sleep(0.15)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return len(results.attempts)

    done = asyncio.run(run())
    assert 0 < done < 50
    assert len(Saved.load(tmp_path).attempts) == done
    rest = Made()
    evaluated(tmp_path, given, rest)
    assert len(rest.asked) == 50 - done


def test_a_full_disk_ends_the_run_with_one_error_and_keeps_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = theorems(*["proved"] * 4)
    evaluated(tmp_path, given[:2], Made())

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(evaluation.os, "fsync", full)
    with pytest.raises(FormalMathError, match=r"No space left on device.*--resume"):
        evaluated(tmp_path, given, Made())
    monkeypatch.undo()
    assert len(Saved.load(tmp_path).attempts) == 2
    assert not list(tmp_path.rglob("*.part"))
    assert len(evaluated(tmp_path, given, Made())) == 4


def test_theorems_of_one_name_and_odd_names_get_files_of_their_own(tmp_path: Path) -> None:
    given = [
        Theorem("same", "-- 1", "proved"),
        Theorem("same", "-- 2", "proved"),
        Theorem("A.«b/c d»", "-- 3", "proved"),
        Theorem("../../outside", "-- 4", "proved"),
        Theorem("long" * 100, "-- 5", "proved"),
    ]
    attempts = evaluated(tmp_path, given, Made(), jobs=1)
    saved = Saved.load(tmp_path)
    files = [saved.proof_file(a) for a in attempts]
    assert len(set(files)) == len(given)
    assert all(file.is_file() and file.parent == tmp_path / "proofs" for file in files)


@pytest.mark.parametrize("line", ['{"n": 1}', '{"key": "k", "name": "n", "outcome": "great"}'])
def test_a_folder_with_records_of_another_kind_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "results.jsonl"
    with Journal(path) as journal:
        journal.append(json.loads(line))
    before = path.read_bytes()
    for opened in (Results, Saved.load):
        with pytest.raises(InputError, match="record of another kind"):
            opened(tmp_path)
    assert path.read_bytes() == before


def test_a_folder_without_results_is_refused_and_none_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no results folder"):
        Saved.load(tmp_path)
    with Results(tmp_path / "new"):
        pass
    assert not list((tmp_path / "new").glob("*/*"))


def test_one_folder_has_one_writer(tmp_path: Path) -> None:
    with Results(tmp_path), pytest.raises(InputError, match="Another run writes"):
        Results(tmp_path)
    with Results(tmp_path):
        pass


def test_conditions_make_attempts_different(tmp_path: Path) -> None:
    plain = Made().provenance
    theorem = theorems("proved")[0]
    others = [
        Provenance("made", "0", "0", "none", "p", SearchConfig(seed=1), Limits()),
        Provenance("made", "0", "0", "none", "p", SearchConfig(), Limits(wall_s=1)),
        Provenance("made", "0", "1", "none", "p", SearchConfig(), Limits()),
    ]
    keys = {p.key(theorem) for p in (plain, *others)} | {plain.key(theorems("error")[0])}
    assert len(keys) == 5
    assert plain.key(theorem) == Made().provenance.key(theorem)
