"""A tokeniser of Lean 4 source text: where comments, strings and words are, and nothing else.

It follows the rules that Lean itself hard-wires (white space, comments, literals, identifiers) and
knows no grammar. Symbols that notations declare are not known either: they come out as several
tokens. It never raises: what is not closed is reported as a `Fault`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a token is. Keywords are WORDs: which words are keywords is for the caller to say."""

    WORD = "word"  # identifiers, dotted and «quoted» ones, keywords
    NAME = "name"  # `foo, a quoted name
    NUMBER = "number"
    STRING = "string"  # plain, raw and interpolated, with the quotes
    CHAR = "char"
    SYMBOL = "symbol"
    COMMENT = "comment"  # `-- ..` without its line end, and `/- .. -/`
    DOC = "doc"  # `/-- .. -/`
    MODULE_DOC = "module doc"  # `/-! .. -/`


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `text` stands at `start` (code points from 0) of what was scanned."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @property
    def is_comment(self) -> bool:
        """True for what Lean skips like white space; false for doc comments, which it reads."""
        return self.kind is Kind.COMMENT


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing in a text that Lean cannot read as tokens.

    Attributes:
        what: in words, "a string that is not closed".
        start: where that thing begins.
        unclosed: it runs to the end of the text, and would run on into what is put behind it.
    """

    what: str
    start: int
    unclosed: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """All tokens of a text, in order. Between and around them stands only white space.

    Where `fault` is something unclosed, the last token runs to the end of the text.
    """

    tokens: tuple[Token, ...]
    fault: Fault | None = None

    @property
    def code(self) -> tuple[Token, ...]:
        """The tokens that Lean's parser sees: all but comments."""
        return tuple(t for t in self.tokens if not t.is_comment)


# Lean's `isLetterLike` and `isSubScriptAlnum`; its letters and digits are the ASCII ones only.
_LETTER = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"
    "\u03b1-\u03ba\u03bc-\u03c9\u0391-\u039f\u03a1\u03a2\u03a4-\u03a9\u03ca-\u03fb"
    "\u1f00-\u1ffe\u2100-\u214f\U0001d49c-\U0001d59f"
)
_REST = _LETTER + "0-9'!?\u2080-\u2089\u2090-\u209c\u1d62-\u1d6a\u2c7c"
_PART = rf"(?:[{_LETTER}][{_REST}]*+|«[^»]*+»)"
_ESCAPE = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\\\"'rnt]|\r?\n)"
# Only symbols whose split would be misread: they hold a comment opener, a quote or a `:=`.
_SYMBOLS = r":=|=>|->|<->|<-|<;>|//|/\\|\\/|@\[|\.\.\.?|``|⁻¹'|''|[∑∏×⊕ΣΠ∃∀⋃⋂]'|[^ \t\r\n]"
_TOKEN = re.compile(
    rf"""(?P<comment>--[^\n]*+)
    | (?P<block>/-)
    | r(?P<raw>\#*+)"
    | (?P<interpolated>[a-zA-Z]+!")
    | (?P<word>{_PART}(?:\.{_PART})*+)
    | (?P<name>`{_PART}(?:\.{_PART})*+)
    | (?P<number>0[xX][0-9a-fA-F_]++|0[bB][01_]++|0[oO][0-7_]++
        |[0-9][0-9_]*+(?:\.[0-9][0-9_]*+)?(?:[eE][+-]?[0-9]++)?)
    | (?P<string>")
    | (?P<char>'(?:{_ESCAPE}|[^\\'])')
    | (?P<quoted>«)
    | (?P<symbol>{_SYMBOLS})""",
    re.VERBOSE,
)
_BLANK = re.compile(r"[ \t\r\n]*+")
_COMMENT_EDGE = re.compile(r"/-|-/")
_STRING_BODY = re.compile(r'(?:[^"\\]|\\[\s\S]?)*+')
_TEXT_BODY = re.compile(r'(?:[^"\\{]|\\[\s\S]?)*+')
_CODE_EDGE = re.compile(rf"""--[^\n]*+|/-|[{{}}"]|'(?:{_ESCAPE}|[^\\'])'""")
_GOOD_TEXT = re.compile(rf"(?:[^\\]|{_ESCAPE}|\\\{{)*+")
_GOOD_STRING = re.compile(rf"(?:[^\\]|{_ESCAPE})*+")
_BEFORE_NO_PRIME = frozenset(" \t\r\n()[]{}⟨⟩,;\"'")


def scan(text: str) -> Scan:
    """Split `text` into tokens. Linear in its length; never raises."""
    tokens: list[Token] = []
    fault: Fault | None = None
    at = _skip(_BLANK, text, 0)
    while at < len(text):
        found = _TOKEN.match(text, at)
        assert found is not None  # its last alternative takes any character that is not blank
        kind, end, what = _classify(text, at, found)
        if fault is None and (what or end < 0):
            fault = Fault(what or f"{_NAMES.get(kind, kind)} that is not closed", at, end < 0)
        end = end if end >= 0 else len(text)
        tokens.append(Token(kind, text[at:end], at))
        at = _skip(_BLANK, text, end)
    return Scan(tuple(tokens), fault)


_NAMES = {
    Kind.STRING: "a string",
    Kind.COMMENT: "a comment",
    Kind.DOC: "a doc comment",
    Kind.MODULE_DOC: "a doc comment",
    Kind.WORD: "a «quoted» identifier",
}


def _classify(text: str, start: int, found: re.Match[str]) -> tuple[Kind, int, str]:
    """The kind, the end (-1: not closed) and the fault ("": none) of the token at `start`."""
    match found.lastgroup:
        case "block":
            mark = text[start + 2 : start + 3]
            kind = {"-": Kind.DOC, "!": Kind.MODULE_DOC}.get(mark, Kind.COMMENT)
            # Lean looks at the character behind `/-` once and steps over it: in `/-/- a -/`
            # nothing nests. Behind `/--` and `/-!` the body begins at once.
            return kind, _block_end(text, start + 3), ""
        case "raw":
            close = '"' + found["raw"]
            end = text.find(close, found.end())
            return Kind.STRING, end + len(close) if end >= 0 else -1, ""
        case "interpolated":
            return Kind.STRING, *_interpolated_end(text, found.end())
        case "string":
            return Kind.STRING, *_string_end(text, found.end())
        case "quoted":
            return Kind.WORD, -1, ""
        case "symbol":
            # After a symbol a prime can be part of it (`⁻¹'`); elsewhere only 'c' is legal.
            lone = found[0] == "'" and (start == 0 or text[start - 1] in _BEFORE_NO_PRIME)
            return Kind.SYMBOL, found.end(), "a broken character literal" if lone else ""
        case "comment" | "word" | "name" | "number" | "char" as group:
            return Kind(group), found.end(), ""
        case group:
            raise AssertionError(f"unknown token group {group}")


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The end of the match of a pattern that also matches the empty string."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _block_end(text: str, at: int) -> int:
    """The offset behind the `-/` that closes the block comment whose body begins at `at`, or -1."""
    depth = 1
    for edge in _COMMENT_EDGE.finditer(text, at):
        depth += 1 if edge[0] == "/-" else -1
        if depth == 0:
            return edge.end()
    return -1


def _string_end(text: str, at: int) -> tuple[int, str]:
    """The offset behind the quote that closes the string whose body begins at `at`, and a fault.

    After a wrong escape Lean resumes behind it, so that the closing quote opens a string.
    """
    end = _skip(_STRING_BODY, text, at)
    if end >= len(text):
        return -1, ""
    good = _skip(_GOOD_STRING, text[at:end], 0) == end - at
    return end + 1, "" if good else "a string with a wrong escape"


def _interpolated_end(text: str, at: int) -> tuple[int, str]:
    """As `_string_end`, for an interpolated string: code in its braces may hold strings again."""
    fault = ""
    depths: list[int] = []  # for each string around us, the open braces of its code
    in_code = False
    while True:
        if in_code:
            edge = _CODE_EDGE.search(text, at)
            if edge is None:
                return -1, ""
            at = edge.end()
            match edge[0]:
                case "{":
                    depths[-1] += 1
                case "}" if depths[-1] > 1:
                    depths[-1] -= 1
                case "}":
                    depths.pop()
                    in_code = False
                case "/-":
                    at = _block_end(text, at + 1)
                case '"' if text[edge.start() - 1] == "!":
                    in_code = False
                case '"':
                    at, wrong = _string_end(text, at)
                    fault = fault or wrong
            if at < 0:
                return -1, ""
        else:
            end = _skip(_TEXT_BODY, text, at)
            if end >= len(text):
                return -1, ""
            if _skip(_GOOD_TEXT, text[at:end], 0) != end - at:
                fault = fault or "a string with a wrong escape"
            at = end + 1
            if text[end] == "{":
                depths.append(1)
            elif not depths:
                return at, fault
            in_code = True  # in the code of this string, or back in that of the one around it
