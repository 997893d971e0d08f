"""`linarith` and `nlinarith` in a file replaced by the certificates that prove the same.

Lean itself says which goals each call meets: the file is compiled with `trace_state` in the place
of the calls. What is put there instead reads in Mathlib too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lean_dojo import Goal

from formalmath.errors import InputError
from formalmath.lean.compile import compile_text
from formalmath.lean.goals import parse_goals
from formalmath.lean.messages import Message, Position, complaints
from formalmath.lean.tokens import Token, scan
from formalmath.lean.toolchain import Toolchain
from search.certificates.policy import CLOSING, steps_of
from search.symbolic.shapes import Shape

CALLS = ("linarith", "nlinarith")
_OPEN, _CLOSE = {"[", "(", "⟨", "{"}, {"]", ")", "⟩", "}"}


@dataclass(frozen=True)
class Call:
    """A call in a text.

    Attributes:
        start: where it begins (code points from 0).
        end: the offset behind it.
        hints: the terms in its brackets.
    """

    start: int
    end: int
    hints: tuple[str, ...]


@dataclass(frozen=True)
class Expansion:
    """What became of a file.

    Attributes:
        text: with every call replaced for which certificates were found.
        replaced: how many those are.
        left: for every other call, its line and why it stayed.
    """

    text: str
    replaced: int
    left: tuple[tuple[int, str], ...]


def calls(text: str) -> list[Call]:
    """The calls of `linarith` and `nlinarith`, in order, with the hints in brackets after them."""
    code = scan(text).code
    found: list[Call] = []
    for i, token in enumerate(code):
        if token.text not in CALLS:
            continue
        if i + 1 < len(code) and code[i + 1].text == "[":
            last, hints = _bracketed(text, code, i + 1)
            found.append(Call(token.start, code[last].end, hints))
        else:
            found.append(Call(token.start, token.end, ()))
    return found


async def expand(
    toolchain: Toolchain, text: str, seconds: float = 10.0, compile_seconds: float = 300.0
) -> Expansion:
    """Replace what certificates can replace; `seconds` is the most that is spent on one goal.

    Raises:
        InputError: Lean shows no goals for any call.
        LeanProcessError: Lean cannot be started.
    """
    places = calls(text)
    if not places:
        return Expansion(text, 0, ())
    traced, positions = _traced(text, places)
    compiled = await compile_text(toolchain, traced, compile_seconds)
    goals = [_goals_at(position, compiled.messages) for position in positions]
    if not any(goals):
        why = (complaints(compiled.messages) or [str(compiled.outcome)])[0]
        raise InputError(f"Lean does not come to the calls: {why} Mend that, and try again.")
    pieces: list[str] = []
    left: list[tuple[int, str]] = []
    behind = 0
    for call, states in zip(places, goals, strict=True):
        before = text[text.rfind("\n", 0, call.start) + 1 : call.start]
        proofs = [_proof(state, seconds) for state in states]
        if proofs and proofs[0]:  # further goals of a state are for other tactics, or for `<;>`
            proofs = [proof for proof in proofs if proof]
        pieces.append(text[behind : call.start])
        if states and all(proofs):
            pieces.append(_written(call, [p for p in proofs if p], before))
        else:
            line = text.count("\n", 0, call.start) + 1
            left.append((line, "no certificate was found" if states else "Lean shows no goal"))
            pieces.append(text[call.start : call.end])
        behind = call.end
    return Expansion("".join([*pieces, text[behind:]]), len(places) - len(left), tuple(left))


def _bracketed(text: str, code: Sequence[Token], opening: int) -> tuple[int, tuple[str, ...]]:
    """The index of the bracket that closes the one at `opening`, and the terms between."""
    depth, begin = 0, code[opening].end
    hints: list[str] = []
    for i in range(opening, len(code)):
        word = code[i].text
        depth += (word in _OPEN) - (word in _CLOSE)
        if depth == 0 or (depth == 1 and word == ","):
            hints.append(text[begin : code[i].start].strip())
            begin = code[i].end
        if depth == 0:
            return i, tuple(hint for hint in hints if hint)
    return opening - 1, ()


def _introductions(call: Call) -> list[str]:
    return [f"have hint{i} := {' '.join(h.split())}" for i, h in enumerate(call.hints, start=1)]


def _traced(text: str, places: Sequence[Call]) -> tuple[str, list[Position]]:
    """The text with `trace_state` for every call, and where each stands in it."""
    out, behind = "", 0
    positions: list[Position] = []
    for call in places:
        out += text[behind : call.start] + "".join(["(", *(f"{h}; " for h in _introductions(call))])
        positions.append(Position(out.count("\n") + 1, len(out) - (out.rfind("\n") + 1)))
        out += "trace_state; sorry)"
        behind = call.end
    return out + text[behind:], positions


def _goals_at(position: Position, messages: Sequence[Message]) -> list[Goal]:
    """The goals of the states that were traced there, each once."""
    found: list[Goal] = []
    for message in messages:
        if message.start == position and "⊢" in message.text:
            found += [goal for goal in parse_goals(message.text) if goal not in found]
    return found


def _proof(goal: Goal, seconds: float) -> list[str] | None:
    for tactic, weight in steps_of(Shape(goal), seconds):
        if weight == CLOSING:
            return tactic.split("\n")
    return None


def _written(call: Call, proofs: Sequence[list[str]], before: str) -> str:
    """The proofs as one tactic after what stands `before` it on its line; several goals at one
    place are told apart by `first`."""
    hints = _introductions(call)
    blocks = [
        [*(h for h in hints if any(h.split()[1] in line for line in proof)), *proof]
        for proof in proofs
    ]
    if len(blocks) == 1 and (len(blocks[0]) == 1 or not before.strip()):
        return f"\n{before}".join(blocks[0])
    margin = "\n" + " " * (len(before) - len(before.lstrip()) + 4)
    texts = ["(" + (margin + margin.join(b) if len(b) > 1 else b[0]) + ")" for b in blocks]
    return texts[0] if len(texts) == 1 else "first " + " ".join(f"| {text}" for text in texts)
