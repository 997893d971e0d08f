"""Batches: what a file of candidates may hold; verdicts given, kept and not given twice."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from formalmath.errors import CanaryError, InputError
from formalmath.journal import Journal, read_journal
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import HEADER
from formalmath.verify.batch import Batch, Ending, Invalid, Verdicts
from formalmath.verify.candidates import Candidate, read_candidates
from formalmath.verify.trial import File, Proof
from formalmath.verify.verdict import (
    Cause,
    Evidence,
    Inconclusive,
    Layer,
    Reason,
    Rejected,
    Verdict,
    Verified,
)
from tests.command_line import run_command

Answer = Callable[[], Verdict]
REFUSED = Rejected(Reason.COMPILE, "no")
LOST = Inconclusive(Cause.CRASH, "killed")


def lines(path: Path, *objects: object) -> Path:
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in objects)
    path.write_text(text + "\n", encoding="utf-8")
    return path


# --- the file of candidates ---


def test_a_line_is_a_proof_or_two_files(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "c.jsonl",
        {"id": "a", "statement": "theorem A.t (n : ℕ) : n = n", "proof": "intro\nrfl", "model": 7},
        "",
        {"statement": "1 = 1", "proof": "rfl", "prefix": "import Init"},
        {"id": 12, "challenge": "C", "candidate": "D", "target": "A.t"},
    )
    own, bare, files = read_candidates(path)
    stated = Theorem("A.t", HEADER, "theorem A.t (n : ℕ) : n = n", "--statement")
    assert own == Candidate("a", Proof(stated, ("intro\nrfl",)))
    assert isinstance(bare.trial, Proof)
    assert (bare.id, bare.trial.theorem.prefix) == ("3", "import Init\n")
    assert files == Candidate("12", File("C", "D", "A.t"))


GOOD = {"statement": "1 = 1", "proof": "rfl"}


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ("\udcff", "line 2: not JSON"),
        ("[" * 100_000, "line 2: not JSON"),
        ({}, "line 2: give either `statement` and `proof`, or"),
        ({**GOOD, "target": "T"}, "line 2: give either"),
        ({"statement": "1 = 1"}, "line 2: `proof` is missing"),
        ({"statement": "1 = 1", "proof": ["rfl"]}, "line 2: `proof` is no text"),
        ({**GOOD, "prefix": 5}, "line 2: `prefix` is no text"),
        ({"challenge": "C", "target": "T"}, "line 2: `candidate` is missing"),
        ({**GOOD, "id": None}, "line 2: the `id` is neither"),
        ({**GOOD, "id": "1"}, "line 2: the id `1` is that of line 1 too"),
        ({"statement": "1 = 1 := by rfl", "proof": "rfl"}, "line 2: The statement has a proof"),
        ({"statement": "axiom x : False", "proof": "rfl"}, "line 2: The statement holds the comm"),
    ],
)
def test_a_bad_line_is_named_before_anything_is_done(tmp_path: Path, bad: object, why: str) -> None:
    path = tmp_path / "c.jsonl"
    second = bad if isinstance(bad, str) else json.dumps(bad)
    path.write_bytes(f"{json.dumps(GOOD)}\n{second}\n".encode(errors="surrogateescape"))
    with pytest.raises(InputError) as raised:
        read_candidates(path)
    assert why in str(raised.value)


def test_a_file_that_is_empty_or_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no candidate"):
        read_candidates(lines(tmp_path / "c.jsonl", ""))
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_candidates(tmp_path / "none.jsonl")


def test_the_key_is_the_content_and_the_conditions() -> None:
    candidate = Candidate("a", File("C", "D", "T"))
    here = Evidence(environment_hash="e", off={Layer.SANDBOX: "because"})
    keys = [
        candidate.key(here, "1"),
        candidate.key(here, "2"),
        candidate.key(Evidence(environment_hash="f", off=here.off), "1"),
        candidate.key(Evidence(environment_hash="e"), "1"),
        Candidate("a", File("C", "DT", "")).key(here, "1"),
        Candidate("a", Proof(Theorem("C", "D", "T"), ())).key(here, "1"),
    ]
    assert len(set(keys)) == len(keys)
    assert Candidate("b", candidate.trial).key(here, "1") == keys[0]


# --- the verdicts ---


@dataclass
class Scripted:
    """A judge that gives the answers of a script: by candidate's text, one a call."""

    answers: dict[str, list[Verdict | BaseException]]
    evidence: Evidence = field(default_factory=lambda: Evidence(environment_hash="e"))
    asked: Counter[str] = field(default_factory=Counter)

    async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
        raise AssertionError("these are files")

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        self.asked[candidate] += 1
        await asyncio.sleep(0)
        answer = self.answers[candidate].pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer


def batch_of(*texts: str) -> list[Candidate]:
    return [Candidate(str(i), File("C", text)) for i, text in enumerate(texts)]


def endings(
    path: Path, judge: Scripted, candidates: list[Candidate], jobs: int = 2
) -> list[Ending]:
    with Verdicts(path) as verdicts:
        batch = Batch(candidates, judge, verdicts)
        asyncio.run(batch.verify(jobs))
        return batch.endings


def test_all_kinds_of_endings_are_kept_and_only_what_is_unknown_is_tried_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "v.jsonl"
    candidates = batch_of("good", "bad", "lost", "mad", "broken")
    judge = Scripted(
        {
            "good": [Verified(Evidence(axioms=("propext",)))],
            "bad": [REFUSED],
            "lost": [LOST, Verified()],
            "mad": [InputError("no such thing")],
            "broken": [RecursionError("deep"), REFUSED],
        }
    )
    *first, broken = endings(path, judge, candidates)
    assert first == [
        Verified(Evidence(axioms=("propext",))),
        REFUSED,
        LOST,
        Invalid("no such thing"),
    ]
    assert isinstance(broken, Inconclusive)
    assert broken.cause is Cause.INFRA
    assert broken.detail == "internal error: RecursionError: deep"

    again = endings(path, judge, candidates)
    assert again == [first[0], REFUSED, Verified(), first[3], REFUSED]
    assert endings(path, judge, candidates) == again
    assert judge.asked == {"good": 1, "bad": 1, "lost": 2, "mad": 1, "broken": 2}
    written = [(line["id"], line["verdict"]) for line in read_journal(path)]
    assert len(set(written)) == len(written) == 7


def test_equal_texts_are_judged_once_and_each_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    judge = Scripted({"x": [Verified()]})
    assert endings(path, judge, batch_of("x", "x")) == [Verified()] * 2
    # killed between the two lines, and with another id in a later file
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"\n") + 1])
    assert endings(path, judge, [*batch_of("x", "x"), Candidate("new", File("C", "x"))]) == (
        [Verified()] * 3
    )
    assert sorted(line["id"] for line in read_journal(path)) == ["0", "1", "new"]
    assert judge.asked == {"x": 1}


def test_a_broken_checker_takes_back_what_its_run_said_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    assert endings(path, Scripted({"a": [Verified()]}), batch_of("a")) == [Verified()]
    broken = Scripted({"b": [Verified()], "c": [CanaryError("a canary lives")]})
    with pytest.raises(CanaryError):
        endings(path, broken, batch_of("a", "b", "c"), jobs=1)
    assert read_journal(path)[-1]["verdict"] == "VOID"
    mended = Scripted({"b": [REFUSED], "c": [REFUSED]})
    assert endings(path, mended, batch_of("a", "b", "c")) == [Verified(), REFUSED, REFUSED]
    assert broken.asked["a"] == mended.asked["a"] == 0


def test_other_conditions_are_another_verdict(tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    assert endings(path, Scripted({"a": [Verified()]}), batch_of("a")) == [Verified()]
    other = Scripted({"a": [REFUSED]}, Evidence(environment_hash="f"))
    assert endings(path, other, batch_of("a")) == [REFUSED]
    assert endings(path, Scripted({}), batch_of("a")) == [Verified()]


def test_cancelled_in_the_middle_keeps_what_was_finished(tmp_path: Path) -> None:
    path = tmp_path / "v.jsonl"
    judge = Scripted({"a": [Verified()], "b": [asyncio.CancelledError()], "c": [Verified()]})
    with pytest.raises(asyncio.CancelledError):
        endings(path, judge, batch_of("a", "b", "c"), jobs=1)
    assert [line["id"] for line in read_journal(path)] == ["0"]
    judge.answers["b"] = [Verified()]
    assert endings(path, judge, batch_of("a", "b", "c")) == [Verified()] * 3


@pytest.mark.parametrize(
    "record", [{"x": 1}, {"run": "r", "verdict": "VERIFIED"}, {"run": 1, "verdict": "GREAT"}]
)
def test_records_of_another_kind_are_refused(tmp_path: Path, record: dict[str, object]) -> None:
    path = tmp_path / "v.jsonl"
    with Journal(path) as journal:
        journal.append(record)
    with pytest.raises(InputError, match="records of another kind"):
        Verdicts(path)
    with Journal(path):
        pass  # the first one let go of it


# --- the command ---


def test_the_command_keeps_counts_and_goes_on(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "c.jsonl",
        {"id": "good", "statement": "(p : Prop) : p → p", "proof": "exact id"},
        {"id": "bad", "statement": "(p : Prop) : p", "proof": "simp"},
        {"id": "open", "statement": "(p : Prop) : p", "proof": "sorry"},
        {"id": "gate", "statement": "(p : Prop) : p", "proof": "run_tac x"},
        {"id": "none", "statement": "(n : Nowhere) : n = n", "proof": "rfl"},
    )
    out = tmp_path / "v.jsonl"
    args = ("verify", str(path), "--out", str(out), "--jobs", "2")
    first = run_command(*args)
    assert (first.code, first.err) == (1, "")
    rows = dict(zip(("verified", "compile", "sorry", "source", "invalid"), "11111", strict=True))
    for word, count in rows.items():
        assert [line.split()[-1] for line in first.out.splitlines() if word in line.split()] == [
            count
        ], word
    assert "5 judged in" in first.out
    assert f"Verdicts: {out}" in first.out
    written = out.read_bytes()

    refused = run_command(*args)
    assert refused.code == 2
    assert "holds 5 verdicts already. Go on with them by --resume" in refused.line
    again = run_command(*args, "--resume", "--json")
    assert json.loads(again.out) == {
        "candidates": 5,
        "verified": 1,
        "rejected": {"compile": 1, "sorry": 1, "source": 1},
        "inconclusive": {},
        "invalid": 1,
        "judged": 0,
        "seconds": json.loads(again.out)["seconds"],
    }
    assert out.read_bytes() == written


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("c.jsonl", "--out", "c.jsonl"), "c.jsonl holds the candidates"),
        (("c.jsonl", "--theorem", "T"), "--against and --theorem with a .lean"),
        (("bad.jsonl",), "bad.jsonl, line 1: not JSON"),
        (("c.jsonl", "--out", "bad.jsonl"), "is no file of records"),
    ],
)
def test_what_the_command_cannot_do_is_said_in_a_line(
    tmp_path: Path, args: tuple[str, ...], why: str
) -> None:
    lines(tmp_path / "c.jsonl", GOOD)
    (tmp_path / "bad.jsonl").write_text("no")
    ran = run_command("verify", *args, cwd=tmp_path)
    assert ran.code == 2
    assert why in ran.line
    assert len(ran.err.splitlines()) <= 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.jsonl", "c.jsonl"]
