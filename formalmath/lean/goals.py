"""Goals as Lean prints them, read into LeanDojo's own `Goal` and `Declaration`, and nothing else.

LeanDojo's parser counts the `⊢` in a text and so fails on a goal that mentions the character in a
string. This one goes by the lines: goals are separated by an empty line, an entry of a goal begins
at a line's start and goes on in indented lines, and the one that begins with `⊢` is the conclusion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lean_dojo import Declaration, Goal

_TURNSTILE = "⊢"
_ENTRY = re.compile(r"^(?! )", re.MULTILINE)
_NAME = re.compile(r"«[^»]*»|\S+")


def parse_goals(text: str) -> list[Goal]:
    """Read the goals of a tactic state, in Lean's order.

    A hypothesis with a body (`x : Nat := 3`) keeps the body in `lean_type`, as Lean shows it.
    Returns an empty list for a text with no goal, such as "no goals".
    """
    return [goal for block in text.split("\n\n") for goal in _goals(block.strip("\n"))]


def _goals(block: str) -> Iterator[Goal]:
    assumptions: list[Declaration] = []
    for entry in _ENTRY.split(block):
        if entry.startswith(_TURNSTILE):
            yield Goal(assumptions, entry.removeprefix(_TURNSTILE).strip())
        elif " :" in entry and not entry.startswith("case "):
            names, _, rest = entry.partition(" :")
            # Declaration refuses white space, which only a quoted name can have.
            idents = (name.replace(" ", "_") for name in _NAME.findall(names))
            assumptions += [Declaration(ident, rest.strip()) for ident in idents]
