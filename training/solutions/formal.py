"""Lean files and statements of verified solutions, as the symbolic translator writes them.

Nothing else.
"""

from __future__ import annotations

import re

from formalmath.informal.verdicts import SolutionVerdict

_ASKS = re.compile(r"(?:\A|(?<=[.!?])\s+)([^.!?]+(?:[.!?](?=\S)[^.!?]*)*\?)\s*\Z")


def lean_file(verdict: SolutionVerdict) -> str:
    """A theorem a claim, each under the step that makes it, with the proof that was verified."""
    lines = ["import Mathlib"]
    for step in verdict.steps:
        texts = [each.proofs[0].lean for each in step.claims if each.proofs]
        if not texts:
            continue
        lines += ["", f"-- {' '.join(verdict.solution.steps[step.index].text.split())}"]
        for i, text in enumerate(texts, 1):
            part = f"_{i}" if len(texts) > 1 else ""
            lines.append(_renamed(text, f"step{step.index + 1}{part}"))
    return "\n".join([*lines, ""])


def proof_form(question: str, answer: str) -> str | None:
    """The problem as something to be proved; None where its last sentence is no question."""
    asks = _ASKS.search(question)
    if asks is None or question.count("?") > 1:
        return None
    facts = question[: asks.start()].strip()
    asked = asks[1].strip()
    return f"{facts} Prove that the answer to “{asked}” is {answer}.".strip()


def _renamed(theorem: str, name: str) -> str:
    return re.sub(r"\Atheorem \S+", f"theorem {name}", theorem)
