"""The prompts of InternLM-Math by name, in a Lean 4 form and in the published one; nothing else.

Source: https://github.com/InternLM/InternLM-Math. A model that was trained on the published texts
wants them to the letter, `langauge` included; `LEGACY` has them with Lean 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Prompt(StrEnum):
    """A task. `PROMPTS` and `LEGACY` have a template for each, with its blanks in braces."""

    SOLVE = "solve"
    SOLVE_IN_LEAN = "solve in lean"
    ORM = "outcome reward"
    PRM = "process reward"
    COT_TO_LEAN = "cot to lean"
    LEAN_TO_COT = "lean to cot"
    COT_TO_STATEMENT = "cot to statement"
    STATEMENT_TO_LEAN = "statement to lean"
    LEAN_TO_STATEMENT = "lean to statement"
    TACTIC = "tactic suggestion"
    PAIRWISE = "pairwise reward"
    REPHRASE = "rephrase"
    AUGMENT = "augment"
    HARDER = "increase complexity"
    NUMBERS = "change numbers"
    FRACTIONS = "introduce fractions"


LEGACY: Mapping[Prompt, str] = MappingProxyType(
    {
        Prompt.SOLVE: "{Question}",
        Prompt.SOLVE_IN_LEAN: "{Question}\nSolve this via Lean 3",
        Prompt.ORM: "Given a question and an answer, check is it correct?\n"
        "Question:{Question}\nAnswer:{COT}",
        Prompt.PRM: "Given a question and an answer, check correctness of each step.\n"
        "Question:{Question}\nAnswer:{COT}",
        Prompt.COT_TO_LEAN: "Convert this answer into Lean3. Question:{Question}\nAnswer:{COT}",
        Prompt.LEAN_TO_COT: "Convert this lean 3 code into a natural language problem with "
        "answers:\n{LEAN}",
        Prompt.COT_TO_STATEMENT: "Convert this question and answer into a proof format.\n"
        "Question:{Question}\nAnswer:{COT}",
        Prompt.STATEMENT_TO_LEAN: "Convert this natural langauge statement into a Lean 3 theorem "
        "statement:{Theorem}",
        Prompt.LEAN_TO_STATEMENT: "Convert this Lean 3 theorem statement into natural language:"
        "{LEAN}",
        Prompt.TACTIC: "Given the Lean 3 tactic state, suggest a next tactic:\n{STATE}",
        Prompt.PAIRWISE: "Given a question and two answers, which one is better? \n"
        "Question:{Question}\nAnswer 1:{COT1}\nAnswer 2:{COT2}",
        Prompt.REPHRASE: "Describe this problem in another way. {Question}",
        Prompt.AUGMENT: "Please augment a new problem based on: {Question}",
        Prompt.HARDER: "Increase the complexity of the problem: {Question}",
        Prompt.NUMBERS: "Change specific numbers: {Question}",
        Prompt.FRACTIONS: "Introduce fractions or percentages: {Question}",
    }
)
"""As published."""

PROMPTS: Mapping[Prompt, str] = MappingProxyType(
    {
        **{
            prompt: text.replace("Lean 3", "Lean 4").replace("lean 3", "Lean 4")
            for prompt, text in LEGACY.items()
        },
        Prompt.COT_TO_LEAN: "Convert this answer into Lean 4. Question:{Question}\nAnswer:{COT}",
        Prompt.STATEMENT_TO_LEAN: "Convert this natural language statement into a Lean 4 theorem "
        "statement:{Theorem}",
    }
)
"""The same for Lean 4."""

COMPARE = (
    "Do these two statements say the same? Answer with one word, same or different.\n"
    "Statement 1:{First}\nStatement 2:{Second}"
)
"""Compares a statement with what was made of its formal version (as Lean-Workbook does)."""

REPAIR = "Lean 4 does not accept it:\n{Error}\nGive the corrected Lean 4 code, whole."
"""Asks for another try after an error."""


def filled(template: str, **blanks: str) -> str:
    """A template with its blanks filled in. What is filled in may hold braces."""
    for_each = {f"{{{name}}}": text for name, text in blanks.items()}
    pieces, rest = [], template
    while rest:
        at, blank = min(
            ((rest.find(blank), blank) for blank in for_each if blank in rest), default=(-1, "")
        )
        if at < 0:
            break
        pieces += [rest[:at], for_each[blank]]
        rest = rest[at + len(blank) :]
    return "".join([*pieces, rest])
