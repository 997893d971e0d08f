"""Whether a statement says what a text says, and says anything at all; nothing else.

Vacuity is Lean's to find; the meaning is compared by the model, on its own back-translation, as for
Lean-Workbook (arXiv 2406.03847). A fault only ever takes a verdict away.
"""

from __future__ import annotations

from formalmath.informal.chat import ChatModel, user
from formalmath.informal.claims import LeanStatement
from formalmath.informal.formal_judge import HEADER, FormalProver
from formalmath.informal.lean_reply import assumes_its_claim, unused_variables
from formalmath.informal.prompts import COMPARE, filled
from formalmath.lean.theorem import Theorem

_NAME = "contradiction"


async def vacuity(statement: LeanStatement, prover: FormalProver) -> str:
    """Why a statement says less than it seems to; "" if nothing was found."""
    if assumes_its_claim(statement):
        return "it assumes what it claims"
    if unused := unused_variables(statement):
        return f"it never speaks of its variable {unused[0]}"
    if not statement.binders:
        return ""
    contradiction = Theorem(_NAME, HEADER, statement.contradiction(_NAME))
    if (await prover.prove(contradiction, statement.proof)).proved:
        return "its hypotheses contradict each other"
    return ""


async def strangeness(statement: LeanStatement, said: str, model: ChatModel, template: str) -> str:
    """Why it may mean something else than `said`; "" if the model finds no difference.

    `template`: of `Prompt.LEAN_TO_STATEMENT`.
    """
    lean = statement.theorem("stated")
    back = (await model.replies([user(filled(template, LEAN=lean))]))[0].strip()
    asked = filled(COMPARE, First=said, Second=back)
    word = (await model.replies([user(asked)]))[0].strip().lower()
    if word.startswith("same"):
        return ""
    shown = " ".join(back.split())
    shown = shown if len(shown) <= 160 else f"{shown[:157]}..."
    return f"read back, it says something else: {shown}"
