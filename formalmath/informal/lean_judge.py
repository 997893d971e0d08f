"""Goals proved by the embedded Lean and accepted by the verifier, many in one file; nothing else.

A file of theorems `c0`, `c1`, .. ends with one that joins their statements. The verifier is asked
for that one: its proof reaches every `ci`, so each goes through Lean's kernel in a clean process.
A file that is not accepted is split, until the goals that have no proof stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from formalmath.informal.judge import Goal, Judgement
from formalmath.informal.lean_text import LeanText, theorem
from formalmath.verify.verdict import Inconclusive, Rejected, Verdict, Verified
from formalmath.verify.verifier import Verifier

BATCH = 64
"""Goals in one file."""

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

    def __init__(self, verifier: Verifier, batch: int = BATCH) -> None:
        """`batch`: how many goals share a file, at least 1."""
        self._verifier = verifier
        self._batch = batch

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        """One judgement a goal, in their order."""
        made = [_theorem(goal, i) for i, goal in enumerate(goals)]
        out: list[Judgement] = []
        for start in range(0, len(made), self._batch):
            out += await self._judge(made[start : start + self._batch])
        return out

    async def _judge(self, theorems: Sequence[_Theorem]) -> list[Judgement]:
        verdict = await self._verified(theorems)
        if isinstance(verdict, Verified):
            return [Judgement(True, each.shown) for each in theorems]
        if len(theorems) == 1:
            return [Judgement(False, why=_why(verdict))]
        half = len(theorems) // 2
        return [*await self._judge(theorems[:half]), *await self._judge(theorems[half:])]

    async def _verified(self, theorems: Sequence[_Theorem]) -> Verdict:
        joined = " ∧\n    ".join(f"({each.text.proposition})" for each in theorems)
        target = f"theorem {_JOINED} :\n    {joined} :="
        names = ", ".join(each.text.name for each in theorems)
        proof = f"⟨{names}⟩" if len(theorems) > 1 else names
        proofs = "\n".join(each.shown for each in theorems)
        return await self._verifier.verify_file(
            f"{_HEADER}{target} sorry\n", f"{_HEADER}{proofs}\n{target} {proof}\n", _JOINED
        )


def _theorem(goal: Goal, i: int) -> _Theorem:
    text = theorem(goal.statement, f"c{i}", goal.negated)
    return _Theorem(text, _tactics(goal, text))


def _tactics(goal: Goal, text: LeanText) -> str:
    """Values are put in and the kernel computes; unknowns are left to `linarith` and `ring`."""
    steps = [f"subst {label}" for label, defined in text.hypotheses if defined]
    given = [label for label, defined in text.hypotheses if not defined]
    if given:
        steps.append("linarith" if not goal.negated else "intro h; linarith")
    elif text.unknowns:
        steps.append("ring" if not goal.negated else "norm_num")
    else:
        steps.append("decide +kernel")
    return "; ".join(steps)


def _why(verdict: Verdict) -> str:
    match verdict:
        case Rejected():
            return f"Lean has no proof: {verdict.detail.splitlines()[0]}"
        case Inconclusive():
            return f"Lean gave no answer ({verdict.cause.value})"
        case _:
            return ""
