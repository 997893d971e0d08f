"""Tactics put into the text of a theorem: a file that reads alone, or an example; nothing else.

How tactics are indented: each is moved as a whole, so that its least indented line stands two
spaces in and the others keep their distance to it. A line that begins inside a string literal is
left as it is, for its white space is part of the string.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from formalmath.lean.messages import Position
from formalmath.lean.theorem import Theorem
from formalmath.lean.tokens import Kind, scan

INDENT = "  "


def render_proof(theorem: Theorem, tactics: Sequence[str]) -> str:
    """The text of a file that reads alone: prefix, statement, `:= by` and the tactics."""
    opened = opened_proof(theorem.statement)
    return f"{theorem.prefix}{opened}\n{indented(tactics)}\n"


def example_chunk(theorem: Theorem, tactics: Sequence[str]) -> str:
    """The theorem with these tactics as an anonymous `example`, to follow `theorem.prefix`.

    Leaves no trace in the document, so that it may stand there many times. Names resolve as in the
    theorem. One difference remains: an example takes up every `variable` of its prefix, a theorem
    only those that its statement mentions.
    """
    opening, closing = _example_frame(theorem)
    return f"{opening}\n{indented(tactics)}{closing}"


def proof_position(theorem: Theorem) -> Position:
    """Where the `by` of `example_chunk(theorem, ..)` stands; Lean reports open goals there."""
    opening, _ = _example_frame(theorem)
    line_start = opening.rfind("\n") + 1
    return Position(opening.count("\n") + 1, len(opening) - line_start - len("by"))


def opened_proof(statement: str) -> str:
    """The statement with ` := by` behind it, on a line of its own after a line comment."""
    tokens = scan(statement).tokens
    ends_in_comment = bool(tokens) and tokens[-1].is_comment and tokens[-1].text.startswith("--")
    if ends_in_comment and "\n" not in statement[tokens[-1].end :]:
        return f"{statement}\n{INDENT}:= by"
    gap = "" if statement[-1:].isspace() else " "
    return f"{statement}{gap}:= by"


def indented(tactics: Sequence[str]) -> str:
    """The tactics as a block of lines, two spaces in (see above). Without a line end at its end.

    Raises:
        ValueError: there is no tactic, or one is blank.
    """
    if not tactics:
        raise ValueError("a proof needs at least one tactic")
    return "\n".join(moved(tactic) for tactic in tactics)


@lru_cache(maxsize=4096)
def moved(tactic: str, indent: str = INDENT) -> str:
    """One tactic, its least indented line behind `indent` (see above).

    Raises:
        ValueError: it is blank.
    """
    tactic = tactic.rstrip()
    if not tactic:
        raise ValueError("a tactic may not be blank")
    if "\n" not in tactic:
        return indent + tactic.lstrip()
    strings = [t for t in scan(tactic).tokens if t.kind is Kind.STRING and "\n" in t.text]
    lines: list[tuple[str, bool]] = []  # a line, and whether it may be moved
    start = 0
    for line in tactic.split("\n"):
        lines.append((line, not any(t.start < start < t.end for t in strings)))
        start += len(line) + 1
    while not lines[0][0].strip():
        lines.pop(0)
    least = min(len(a) - len(a.lstrip()) for a, free in lines if free and a.strip())
    return "\n".join((indent + a[least:] if a.strip() else "") if free else a for a, free in lines)


_HEAD = re.compile(r"(?:\.\{(?P<universes>[^}]*)\})?")


@lru_cache(maxsize=1024)
def _example_frame(theorem: Theorem) -> tuple[str, str]:
    """What stands before the tactics (without a line end), and what after them."""
    _, name = scan(theorem.statement).code[:2]
    head = _HEAD.match(theorem.statement, name.end)
    assert head is not None  # it matches the empty string
    opening = f"example {theorem.statement[head.end() :].lstrip()}"
    closing = ""
    if universes := head["universes"]:
        # `example.{u}` is not Lean.
        opening = f"universe {' '.join(universes.replace(',', ' ').split())} in\n{opening}"
    namespace = namespace_of(theorem.name)
    if namespace and namespace.split(".")[0] != "_root_":
        opening = f"namespace {namespace}\n{opening}"
        closing = f"\nend {namespace}"
    return opened_proof(opening), closing


_LAST_PART = re.compile(r"\.?(?:«[^»]*»|[^.«»]+)\Z")


def namespace_of(name: str) -> str:
    """All of a dotted name but its last part: that of `Nat.foo` is `Nat`, that of `foo` ""."""
    return _LAST_PART.sub("", name)
