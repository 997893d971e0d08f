"""Goals proved by the embedded Lean and accepted by the verifier, many in one file; nothing else.

A file of theorems `c0`, `c1`, .. ends with one that joins their statements. The verifier is asked
for that one: its proof reaches every `ci`, so each goes through Lean's kernel in a clean process.
A file that is not accepted is split, until the goals that have no proof stand alone.
"""

from __future__ import annotations

import asyncio
from asyncio import Semaphore
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formalmath.cores import cores
from formalmath.errors import InputError
from formalmath.informal.claims import Certificate, LeanStatement, Statement
from formalmath.informal.judge import Goal, Judgement
from formalmath.informal.lean_text import LeanText, number, theorem
from formalmath.verify.verdict import Inconclusive, Rejected, Verdict, Verified
from formalmath.verify.verifier import Verifier

BATCH = 64
"""Goals in one file: enough that its start costs little, few enough for Lean's recursion depth."""

BATCH_CHARACTERS = 30_000
"""Of Lean text in one file."""

_HEADER = "import Mathlib\n\n"
_JOINED = "all_of_them"


@dataclass(frozen=True)
class _Theorem:
    """A goal in Lean: a statement up to its `:=`, and the proof that is tried."""

    text: LeanText
    tactics: str

    @property
    def shown(self) -> str:
        return f"{self.text.text} := by\n  {self.tactics}"


class LeanJudge:
    """Judges by `Verifier`."""

    def __init__(self, verifier: Verifier, batch: int = BATCH, jobs: int = 0) -> None:
        """`batch`: how many goals share a file at most. `jobs`: files at once; 0: one a core."""
        self._verifier = verifier
        self._batch = batch
        self._jobs = jobs or cores()

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        """One judgement a goal, in their order."""
        free = asyncio.Semaphore(self._jobs)
        files = list(self._files([_theorem(goal, i) for i, goal in enumerate(goals)]))
        judged = await asyncio.gather(*(self._judge(file, free) for file in files))
        return [each for file in judged for each in file]

    def _files(self, theorems: Sequence[_Theorem]) -> Iterator[Sequence[_Theorem]]:
        # A last file with few goals would leave a core idle: the goals are spread evenly.
        even = max(1, -(-len(theorems) // self._jobs))
        most = min(self._batch, even)
        start = length = 0
        for i, each in enumerate(theorems):
            if i > start and (i - start >= most or length > BATCH_CHARACTERS):
                yield theorems[start:i]
                start, length = i, 0
            length += len(each.shown)
        if start < len(theorems):
            yield theorems[start:]

    async def _judge(self, theorems: Sequence[_Theorem], free: Semaphore) -> list[Judgement]:
        async with free:
            verdict = await self._verified(theorems)
        if isinstance(verdict, Verified):
            return [Judgement(True, each.shown) for each in theorems]
        if len(theorems) == 1:
            return [Judgement(False, why=_why(verdict))]
        half = len(theorems) // 2
        parts = (self._judge(part, free) for part in (theorems[:half], theorems[half:]))
        return [each for part in await asyncio.gather(*parts) for each in part]

    async def _verified(self, theorems: Sequence[_Theorem]) -> Verdict | InputError:
        joined = " ∧\n    ".join(f"({each.text.proposition})" for each in theorems)
        target = f"theorem {_JOINED} :\n    {joined} :="
        names = ", ".join(each.text.name for each in theorems)
        proof = f"⟨{names}⟩" if len(theorems) > 1 else names
        proofs = "\n".join(each.shown for each in theorems)
        challenge = f"{_HEADER}{target} sorry\n"
        candidate = f"{_HEADER}{proofs}\n{target} {proof}\n"
        try:
            return await self._verifier.verify_file(challenge, candidate, _JOINED)
        except InputError as error:  # a statement that Lean does not take, or too many of them
            return error


def _theorem(goal: Goal, i: int) -> _Theorem:
    if isinstance(goal.statement, LeanStatement):
        raise InputError("A statement in Lean needs a judge with a prover (`FormalJudge`).")
    text = theorem(goal.statement, f"c{i}", goal.negated)
    return _Theorem(text, _tactics(goal.statement, goal.negated, text))


_AGAINST_ZERO = {
    "=": "sub_eq_zero",
    "≠": "sub_ne_zero",
    "<": "sub_neg",
    "≤": "sub_nonpos",
    ">": "sub_pos",
    "≥": "sub_nonneg",
}


def _tactics(statement: Statement, negated: bool, text: LeanText) -> str:
    """Known values are put in and the kernel computes; unknowns go by `ring` or a certificate."""
    put_in = "".join(f"subst {label}; " for label, defined in text.hypotheses if defined)
    if statement.certificate is not None:
        sign = statement.relation.sign
        return _by_certificate(sign, negated, text, statement.certificate, put_in)
    return put_in + ("ring" if text.unknowns else "decide +kernel")


def _by_certificate(sign: str, negated: bool, text: LeanText, why: Certificate, put_in: str) -> str:
    """The sides' difference is a number, by the equations; that number decides."""
    given = [label for label, defined in text.hypotheses if not defined]
    terms = [f"{number(f)} * {label}" for f, label in zip(why.factors, given, strict=True)]
    combined = f"linear_combination {' + '.join(terms)}" if terms else "ring"
    left, right = text.sides
    lines = [f"have e : ({left}) - ({right}) = {number(why.constant)} := by {put_in}{combined}"]
    if sign in ">≥":  # the lemmas speak of `<` and `≤`
        turned = f"{right} {'<' if sign == '>' else '≤'} {left}"
        lines.append(f"show ¬ ({turned})" if negated else f"show {turned}")
    closed = sign == "=" and not negated  # `rw` closes `0 = 0` itself
    lines.append(f"rw [← {_AGAINST_ZERO[sign]}, e]" + ("" if closed else "; decide +kernel"))
    return "\n  ".join(lines)


def _why(verdict: Verdict | InputError) -> str:
    match verdict:
        case InputError():
            return f"Lean does not take the statement: {str(verdict).splitlines()[0]}"
        case Rejected():
            return f"Lean has no proof: {verdict.detail.splitlines()[0]}"
        case Inconclusive():
            return f"Lean gave no answer ({verdict.cause.value})"
        case _:
            return ""
