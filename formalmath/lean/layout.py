"""A tactic block cut into its tactics by layout, and nothing else.

Lean separates the tactics of a block by line ends, each beginning in the block's own column, or by
`;`. Of tactics that hold blocks of their own these are opened:

    · TACTICS        { TACTICS }        case TAG NAMES => TACTICS        next NAMES => TACTICS
    have NAME : TYPE := by TACTICS
    induction .. with / cases .. with / match .. with, an alternative a line: | PATTERN => TACTICS

All others (`calc`, `all_goals`, `first`, `<;>`, a `by` inside a term) stay one tactic. This is
lexical: whoever uses it asks Lean whether the pieces do what the whole did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from formalmath.lean.commands import CLOSING, OPENING
from formalmath.lean.tokens import Kind, Token, scan


class Frame(Enum):
    """How the blocks of a tactic hang together with it."""

    PLAIN = "plain"
    """It has none that is opened."""
    FOCUS = "focus"
    """One block, on the first goal, or on the one that `label` names."""
    BRANCHES = "branches"
    """A block for each goal that `head` leaves, in order."""
    SIDE = "side"
    """One block, on the second of the goals that `head` leaves."""


@dataclass(frozen=True)
class Tactic:
    """A tactic of a block.

    Attributes:
        text: the whole of it, moved to column 0.
        head: for BRANCHES and SIDE, the tactic with `?_` in place of its blocks.
        label: for FOCUS, what opens the block: `·`, `case TAG =>` or `next =>`.
        blocks: those inside.
    """

    text: str
    frame: Frame = Frame.PLAIN
    head: str = ""
    label: str = ""
    blocks: tuple[tuple[Tactic, ...], ...] = ()


def tactics_of(block: str) -> tuple[Tactic, ...]:
    """The tactics of a block.

    Args:
        block: its text; the first line stands where it stood, or all lines are moved alike.

    Raises:
        ValueError: there is none.
    """
    code = scan(block).code
    if not code:
        raise ValueError("a block has at least one tactic")
    return _Reader(block).sequence(code)


def dedented(text: str, column: int) -> str:
    """A piece of text that began in `column`, its other lines moved left by as much.

    If one of them stands further left than that, they are moved so that it stands two spaces in.
    Lines that begin inside a string literal are left as they are.
    """
    if "\n" not in text:
        return text
    strings = [t for t in scan(text).tokens if t.kind is Kind.STRING and "\n" in t.text]
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    free = [not any(t.start < start < t.end for t in strings) for start in starts]
    free[0] = False
    moving = [a for a, moves in zip(lines, free, strict=True) if moves and a.strip()]
    least = min(map(_blank, moving), default=column)
    by = column if least >= column else max(0, least - 2)
    return "\n".join(
        a[min(_blank(a), by) :] if moves else a for a, moves in zip(lines, free, strict=True)
    )


def _blank(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_GOES_ON = frozenset({"|", "<;>", "_", "with", "at", "using", "from", "by", ":=", "=>", ","})
"""What no tactic begins with, though a line may."""

_UNFINISHED = frozenset({"in", "<;>", ":=", "=>", "by", ",", "with", "from"})
"""Behind which a tactic goes on, whatever the next line's column is."""

_MORE = """
    · . by => first all_goals any_goals try repeat repeat' repeat1 repeat1' iterate focus do calc
    conv case next on_goal fail_if_success
"""
_TAKES_MORE = frozenset(_MORE.split())
"""Words of a tactic that would take what follows a `;` for its own."""

_SPLITTING = frozenset({"induction", "cases", "match"})
_HOLES = ("?_", "_")


class _Reader:
    """Reads one text; tokens are those of the whole text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def sequence(self, code: Sequence[Token]) -> tuple[Tactic, ...]:
        """The tactics of a block."""
        column, depth, start = self._column(code[0]), 0, 0
        pieces: list[Sequence[Token]] = []
        for i, token in enumerate(code):
            if i > start and depth == 0:
                before = code[i - 1]
                if token.text == ";" and not _takes_more(code[start:i]):
                    pieces.append(code[start:i])
                    start = i + 1
                    continue
                on_new_line = "\n" in self._text[before.end : token.start]
                if on_new_line and self._column(token) == column and _begins(before, token):
                    pieces.append(code[start:i])
                    start = i
            depth += _deeper(token)
        pieces.append(code[start:])
        return tuple(self._tactic(piece) for piece in pieces if piece)

    def _tactic(self, code: Sequence[Token]) -> Tactic:
        text = self._slice(code)
        for reader in (self._focus, self._case, self._branches, self._side):
            if len(code) > 1 and (found := reader(code, text)):
                return found
        return Tactic(text)

    def _focus(self, code: Sequence[Token], text: str) -> Tactic | None:
        inner = code[1:]
        if code[0].text == "{" and code[-1].text == "}":
            inner = code[1:-1]
            if not inner or any(_depths(inner)[i] < 0 for i in range(len(inner))):
                return None
        elif code[0].text not in {"·", "."} or inner[0].start == code[0].end:
            return None
        return Tactic(text, Frame.FOCUS, label="·", blocks=(self.sequence(inner),))

    def _case(self, code: Sequence[Token], text: str) -> Tactic | None:
        word = code[0].text
        arrow = _find(code, "=>")
        if word not in {"case", "next"} or arrow is None or arrow == len(code) - 1:
            return None
        names = list(code[1:arrow])
        if any(token.kind is not Kind.WORD for token in names) or (word == "case" and not names):
            return None
        label = f"case {names.pop(0).text} =>" if word == "case" else "next =>"
        inner = self.sequence(code[arrow + 1 :])
        if names:
            inner = (Tactic(f"rename_i {' '.join(name.text for name in names)}"), *inner)
        return Tactic(text, Frame.FOCUS, label=label, blocks=(inner,))

    def _branches(self, code: Sequence[Token], text: str) -> Tactic | None:
        behind = _find(code, "with")
        if code[0].text not in _SPLITTING or behind is None or behind == len(code) - 1:
            return None
        first = code[behind + 1]
        column = self._column(first)
        bars = [
            i
            for i in range(behind + 1, len(code))
            if code[i].text == "|"
            and self._begins_line(code, i)
            and self._column(code[i]) == column
        ]
        if not bars or bars[0] != behind + 1:
            return None
        heads, blocks = [self._slice(code[: behind + 1])], []
        for start, end in zip(bars, [*bars[1:], len(code)], strict=True):
            alternative = code[start:end]
            arrow = _find(alternative, "=>")
            if arrow is None or arrow == len(alternative) - 1:
                return None
            if self._slice(alternative[arrow + 1 :]) in _HOLES:
                return None
            heads.append(f"{self._slice(alternative[: arrow + 1])} ?_")
            blocks.append(self.sequence(alternative[arrow + 1 :]))
        return Tactic(text, Frame.BRANCHES, head="\n".join(heads), blocks=tuple(blocks))

    def _side(self, code: Sequence[Token], text: str) -> Tactic | None:
        assign = _find(code, ":=")
        if code[0].text != "have" or assign is None or assign + 2 >= len(code):
            return None
        if code[assign + 1].text != "by" or _find(code[:assign], ":") is None:
            return None
        head = f"{self._slice(code[: assign + 1])} ?_"
        blocks = (self.sequence(code[assign + 2 :]),)
        return Tactic(text, Frame.SIDE, head=head, blocks=blocks)

    def _slice(self, code: Sequence[Token]) -> str:
        return dedented(self._text[code[0].start : code[-1].end], self._column(code[0]))

    def _column(self, token: Token) -> int:
        return token.start - self._text.rfind("\n", 0, token.start) - 1

    def _begins_line(self, code: Sequence[Token], i: int) -> bool:
        return i == 0 or "\n" in self._text[code[i - 1].end : code[i].start]


def _begins(before: Token, token: Token) -> bool:
    """Whether a tactic may begin with `token`, behind `before`."""
    if before.text in _UNFINISHED or token.text in _GOES_ON:
        return False
    return token.kind is Kind.WORD or token.text in {"·", ".", "(", "{"}


def _takes_more(code: Sequence[Token]) -> bool:
    return any(token.text in _TAKES_MORE for token in code)


def _deeper(token: Token) -> int:
    if token.kind is not Kind.SYMBOL:
        return 0
    return int(token.text in OPENING) - int(token.text in CLOSING)


def _depths(code: Sequence[Token]) -> list[int]:
    """How many brackets are open behind each token."""
    depth, depths = 0, []
    for token in code:
        depth += _deeper(token)
        depths.append(depth)
    return depths


def _find(code: Sequence[Token], text: str) -> int | None:
    """The first such token outside brackets."""
    depths = [0, *_depths(code)]
    return next((i for i, t in enumerate(code) if t.text == text and depths[i] == 0), None)
