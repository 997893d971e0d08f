"""Tokens of mathematical text, plain, LaTeX, English or Chinese, with spans; nothing else.

The lexer knows no grammar, but decides what needs the neighbours: whether `x` multiplies, whether a
letter is a variable or a unit, whether a dollar sign is money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from formalmath.informal.solution import Span


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    WORD = "word"
    SIGN = "sign"
    RELATION = "relation"
    OPEN = "open"
    CLOSE = "close"
    FRACTION = "fraction"
    UNREADABLE = "unreadable"
    MONEY = "money"
    NOTE = "note"
    STOP = "stop"


@dataclass(frozen=True)
class Token:
    """One token. `sign` is the canonical form: `*` for `×`, `\\cdot`, `times`.

    For NUMBER, `value` is its exact value and `decimals` the count of digits behind the point.
    For UNREADABLE, `sign` says why. A NOTE is a whole `<<48/2=24>>`. `weak` marks a relation or
    operation that is a word with other uses (`is`).
    """

    kind: Kind
    sign: str
    span: Span
    value: Fraction = Fraction(0)
    decimals: int = 0
    written: str = ""
    weak: bool = False

    @property
    def is_word(self) -> bool:
        """Whether a relation or operation is written as a word."""
        return self.weak or self.written[:1].isalpha()


MAX_DIGITS = 2_000
"""Of one literal."""

_FULL_WIDTH = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
_SAME = str.maketrans(
    {**_FULL_WIDTH, "\u3000": " ", "−": "-", "–": "-", "‐": "-", "‑": "-", "\u00a0": " "}
)

_NUMBER = r"\d{1,3}(?:(?:,|\{,\})\d{3})+(?!\d)(?:\.\d+)?|\d+\.\d+|\.\d+|\d+"
_RELATIONS = {
    "=": "=", "==": "=", "＝": "=", "≠": "≠", "!=": "≠", r"\neq": "≠", r"\ne": "≠",
    "<": "<", r"\lt": "<", ">": ">", r"\gt": ">", "<=": "≤", "≤": "≤", "≦": "≤", r"\le": "≤",
    r"\leq": "≤", r"\leqslant": "≤", ">=": "≥", "≥": "≥", "≧": "≥", r"\ge": "≥", r"\geq": "≥",
    r"\geqslant": "≥", "≈": "≈", "≒": "≈", r"\approx": "≈", r"\sim": "≈", r"\equals": "=",
}  # fmt: skip
_WORD_RELATIONS = {
    "is equal to": "=", "are equal to": "=", "equal to": "=", "equals": "=",
    "is approximately": "≈", "is about": "≈", "is less than": "<", "is greater than": ">",
    "is more than": ">", "is at most": "≤", "is at least": "≥", "等于": "=", "大于等于": "≥",
    "小于等于": "≤", "不等于": "≠", "大于": ">", "小于": "<", "约等于": "≈", "约为": "≈",
}  # fmt: skip
_WEAK_RELATIONS = ("equal", "is", "are", "gives", "makes", "was", "得到", "得", "是", "为")
_SIGNS = {
    "+": "+", "-": "-", "*": "*", "/": "/", "^": "^", "**": "^", "×": "*", "·": "*", "⋅": "*",
    "∗": "*", "÷": "/", "∕": "/", "⁄": "/", "∙": "*", r"\times": "*", r"\cdot": "*", r"\div": "/",
    r"\ast": "*", r"\pm": "±", "±": "±",
}  # fmt: skip
_WORD_SIGNS = {
    "multiplied by": "*", "times": "*", "plus": "+", "minus": "-", "divided by": "/",
    "乘以": "*", "乘": "*", "加上": "+", "加": "+", "减去": "-", "减": "-", "除以": "/",
}  # fmt: skip
_ROOTS = "it takes a root"
_UNREADABLE = {
    r"\sqrt": _ROOTS, "√": _ROOTS, r"\pi": "it uses π", "π": "it uses π",
    r"\sum": "it sums over an index", r"\int": "it integrates", r"\log": "it takes a logarithm",
    r"\ln": "it takes a logarithm", r"\sin": "it takes a sine", r"\cos": "it takes a cosine",
    r"\tan": "it takes a tangent", r"\binom": "it takes a binomial coefficient",
    r"\infty": "it uses infinity", "∞": "it uses infinity", "|": "it takes an absolute value",
    r"\pmod": "it computes modulo a number", r"\bmod": "it computes modulo a number",
}  # fmt: skip
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_SUPERSCRIPT = {"²": 2, "³": 3, "⁴": 4, "⁵": 5}


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        # A command or a word of letters ends where its letters end.
        re.escape(w).replace(r"\ ", r"\s+")
        + (r"(?![A-Za-z])" if w[-1].isascii() and w[-1].isalpha() else "")
        for w in ordered
    )


_TOKEN = re.compile(
    rf"""
    (?P<note><<[^<>\n]{{0,400}}>>)
  | (?P<block>\\(?:text|textbf|textit|mathrm|mathbf|operatorname|mbox)\s*\{{[^{{}}\d]{{0,200}}\}})
  | (?P<skip>[\ \t\r]+ | \\(?:begin|end)\s*\{{[^{{}}]{{0,40}}\}}
      | \\left(?![A-Za-z]) | \\right(?![A-Za-z]) | \\[,;!:\ ()\[\]]
      | \\(?:quad|qquad|displaystyle|boxed|bigl?
           |bigr|Bigl?|Bigr|limits|therefore|Rightarrow|implies|aligned?|hspace)(?![A-Za-z])
      | & )
  | (?P<time>\d+:\d+)
  | (?P<factorial>(?<=[\d)])!(?=\s*[=+\-*/)^<>×÷]))
  | (?P<comma>\d{{1,3}}(?:,\d{{3}})*,(?:\d{{1,2}}|\d{{4,}})(?![\d,]) | \d{{4,}},\d+
      | \d{{1,3}},[ ]\d{{3}}(?![\d,.]))
  | (?P<dots>(?:\d+\.\d+|\d+)(?:\.{{3}}|…))
  | (?P<clock>0\d{{2,}}(?!\d))
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<number>{_NUMBER})
  | (?P<vulgar>[{"".join(_VULGAR)}])
  | (?P<superscript>[{"".join(_SUPERSCRIPT)}])
  | (?P<relation>(?<![<>])(?:{_any(_RELATIONS)})(?![<>]))
  | (?P<money>\\\$ | [$¢€£¥₹￥])
  | (?P<digits>\\[dtc]?frac\s*\d\s*\d(?!\d))
  | (?P<fraction>\\[dtc]?frac(?![A-Za-z]))
  | (?P<percent>\\?% | (?<![A-Za-z])per\ ?cent(?![A-Za-z]))
  | (?P<function>(?<![A-Za-z\\])
        (?:sqrt|log|ln|exp|sin|cos|tan|gcd|lcm|max|min|abs|floor|ceil|round)(?=\()
      | (?:square|cube)\s+root(?:\s+of)? | mod(?=\s*\d))
  | (?P<degree>\^\s*\{{?\s*\\circ\s*\}}? | °)
  | (?P<sign>{_any(_SIGNS)})
  | (?P<wordrelation>(?<![A-Za-z])(?:{_any(_WORD_RELATIONS)}))
  | (?P<weakrelation>(?<![A-Za-z])(?:{_any(_WEAK_RELATIONS)}))
  | (?P<wordsign>(?<![A-Za-z])(?:{_any(_WORD_SIGNS)}))
  | (?P<unreadable>{_any(_UNREADABLE)})
  | (?P<open>[(\[{{]) | (?P<close>[)\]}}])
  | (?P<name>(?<![A-Za-z])[A-Za-z](?:_\{{?\w{{1,8}}\}}?|\d{{1,3}}(?![\d.]))?(?![A-Za-z'’]))
  | (?P<word>[A-Za-z]+(?:['’-][A-Za-z]+)* | [^\W\d_] | \\[A-Za-z]+)
  | (?P<break>\\\\)
  | (?P<other>.|\n)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BULLET = re.compile(
    r"(?im)^[ \t]*(?:[-*•]\s+|#+[ \t]+|(?:step|步骤|第)\s*\w{1,3}\s*[:：.步)]\s*"
    r"|\(?\d{1,3}[.)、]\s+)"
)


def tokens(text: str, names: frozenset[str] | None = None, *, lines: bool = True) -> list[Token]:
    """The tokens of a text.

    Args:
        text: any.
        names: letters that are variables anyway (see `declared`).
        lines: whether its lines begin as a page's do, maybe with `-` or a number for a list.
    """
    plain = text.translate(_SAME)
    bullets = {m.start(): m.end() for m in _BULLET.finditer(plain)} if lines else {}
    out: list[Token] = []
    at = 0
    while at < len(plain):
        if at in bullets and bullets[at] > at:
            at = bullets.pop(at)
            continue
        match = _TOKEN.match(plain, at)
        assert match is not None  # `other` takes any character
        at = match.end()
        made = _made(match)
        if made:
            out.extend(made)
    return _settled(out, plain, names if names is not None else frozenset())


def declared(text: str) -> frozenset[str]:
    """Letters that a text uses as variables: next to a sign and not behind a number."""
    found = set()
    read = tokens(text)
    for i, token in enumerate(read):
        before, after = _kind(read, i - 1), _kind(read, i + 1)
        if token.kind is Kind.NAME and before is not Kind.NUMBER and Kind.SIGN in (before, after):
            found.add(token.sign)
        if token.kind is Kind.NAME and after is Kind.RELATION and before is not Kind.NUMBER:
            found.add(token.sign)
    return frozenset(found)


def _made(match: re.Match[str]) -> list[Token]:
    group, text = match.lastgroup, match[0]
    if group == "skip":
        return []
    span = Span(match.start(), match.end())
    match group:
        case "word" | "name":
            return [Token(Kind.WORD if group == "word" else Kind.NAME, text, span)]
        case "number":
            return [_number(text, span)]
        case "vulgar":
            return [Token(Kind.NUMBER, text, span, Fraction(*_VULGAR[text]))]
        case "superscript":
            value = Fraction(_SUPERSCRIPT[text])
            power = Token(Kind.NUMBER, text, span, value, written=text)
            return [Token(Kind.SIGN, "^", span, written=text), power]
        case "relation":
            return [Token(Kind.RELATION, _RELATIONS.get(text.lower(), "="), span)]
        case "wordrelation":
            return [Token(Kind.RELATION, _WORD_RELATIONS[_key(text)], span, written=text)]
        case "weakrelation":
            return [Token(Kind.RELATION, "=", span, weak=True)]
        case "sign" | "wordsign":
            sign = _SIGNS.get(text.lower()) or _WORD_SIGNS[_key(text)]
            if sign == "±":
                return [Token(Kind.UNREADABLE, "it means two values at once", span)]
            return [Token(Kind.SIGN, sign, span, weak=group == "wordsign")]
        case "percent":
            return [Token(Kind.SIGN, "%", span)]
        case "degree":
            return [Token(Kind.WORD, "degree", span)]
        case "unreadable":
            return [Token(Kind.UNREADABLE, _UNREADABLE[text.lower()], span)]
        case "time":
            return [Token(Kind.UNREADABLE, "it computes with times of day or ratios", span)]
        case "clock":
            return [Token(Kind.UNREADABLE, "it computes with times of day or ratios", span)]
        case "comma":
            return [Token(Kind.UNREADABLE, f"the comma in {text} may mean anything", span)]
        case "dots":
            return [Token(Kind.UNREADABLE, "it holds a number that goes on", span)]
        case "factorial":
            return [Token(Kind.UNREADABLE, "it takes a factorial", span)]
        case "function":
            return [Token(Kind.UNREADABLE, f"it uses {_key(text)}", span)]
        case "digits":
            return _short_fraction(text, span)
        case "block":
            return [Token(Kind.WORD, text.partition("{")[2][:-1].strip(), span)]
        case "note" | "money" | "fraction" | "open" | "close":
            return [Token(Kind[group.upper()], text, span)]
        case "ordinal":
            return [Token(Kind.WORD, text, span)]
        case _:
            return [Token(Kind.STOP, text, span)]


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _short_fraction(text: str, span: Span) -> list[Token]:
    """`\\frac54`: each digit is an argument."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    out = [
        Token(Kind.FRACTION, text[: places[0]].strip(), Span(span.start, span.start + places[0]))
    ]
    for i in places:
        at = span.start + i
        out.append(Token(Kind.NUMBER, text[i], Span(at, at + 1), Fraction(int(text[i]))))
    return out


def _number(text: str, span: Span) -> Token:
    digits = text.replace("{,}", "").replace(",", "")
    if len(digits) > MAX_DIGITS:
        return Token(Kind.UNREADABLE, f"it holds a number of {len(digits):,} digits", span)
    decimals = len(digits.partition(".")[2])
    return Token(Kind.NUMBER, digits, span, Fraction(f"0{digits}"), decimals)


def _kind(read: list[Token], i: int) -> Kind | None:
    return read[i].kind if 0 <= i < len(read) else None


_OPERAND_ENDS = (Kind.NUMBER, Kind.CLOSE, Kind.WORD, Kind.NAME)
_OPERAND_STARTS = (Kind.NUMBER, Kind.OPEN, Kind.MONEY, Kind.FRACTION)


def _settled(read: list[Token], plain: str, names: frozenset[str]) -> list[Token]:
    """Decide on letters, dollar signs and stars from what stands beside them."""
    out: list[Token] = []
    for i, token in enumerate(read):
        before, after = (out[-1] if out else None), (read[i + 1] if i + 1 < len(read) else None)
        match token.kind:
            case Kind.NAME:
                out.extend(_applied(_letter(token, before, after, plain, names), after, names))
            case Kind.WORD if _is_product(token, before, names):
                at = token.span.start
                for k, letter in enumerate(token.sign):
                    out.append(Token(Kind.NAME, letter, Span(at + k, at + k + 1)))
            case Kind.MONEY if token.sign == "$" and not _money(after):
                continue  # a formula begins or ends
            case Kind.SIGN if token.sign == "^" and "**" in token.span.of(plain):
                if (
                    _is_operand_end(before)
                    and after
                    and after.kind in (*_OPERAND_STARTS, Kind.NAME)
                ):
                    out.append(token)  # else it prints bold
            case Kind.SIGN | Kind.NUMBER if token.written in _SUPERSCRIPT and _is_word(before):
                continue  # square metres
            case Kind.STOP if token.sign in "*_`~#'":
                continue
            case _:
                out.append(token)
    return out


def _is_product(token: Token, before: Token | None, names: frozenset[str]) -> bool:
    """Whether a word is variables behind their factor, as in `2ab`."""
    touching = before is not None and before.span.end == token.span.start
    return (
        touching
        and before is not None
        and before.kind in (Kind.NUMBER, Kind.CLOSE)
        and 2 <= len(token.sign) <= 4
        and names.issuperset(token.sign)
    )


def _applied(token: Token, after: Token | None, names: frozenset[str]) -> list[Token]:
    """`x(3 + 4)` is a product where x is a variable, else a function's value."""
    end = token.span.end
    if token.kind is not Kind.NAME or not after or after.kind is not Kind.OPEN:
        return [token]
    if after.span.start != end or after.sign != "(":
        return [token]
    if token.sign in names:
        return [token, Token(Kind.SIGN, "*", Span(end, end))]
    return [Token(Kind.UNREADABLE, f"it uses the function {token.sign}", token.span)]


def _money(after: Token | None) -> bool:
    return after is not None and (
        after.kind in (Kind.NUMBER, Kind.NOTE) or (after.kind is Kind.SIGN and after.sign == "-")
    )


def _is_operand_end(token: Token | None) -> bool:
    return token is not None and (
        token.kind in _OPERAND_ENDS or (token.kind is Kind.SIGN and token.sign == "%")
    )


def _is_word(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.WORD


_UNIT_LETTERS = frozenset("mgshLltcCFKNJWVBp")


def _letter(
    token: Token, before: Token | None, after: Token | None, plain: str, names: frozenset[str]
) -> Token:
    letter = token.sign
    follows_operand = _is_operand_end(before)
    if letter in "xX" and follows_operand and after and after.kind in _OPERAND_STARTS:
        spaced = (
            plain[token.span.start - 1] == " " and plain[token.span.end : token.span.end + 1] == " "
        )
        if letter not in names or spaced or after.kind is not Kind.OPEN:
            return replace(token, kind=Kind.SIGN, sign="*")
    numbered = before is not None and before.kind is Kind.NUMBER
    if numbered and letter in _UNIT_LETTERS and letter not in names:
        return replace(token, kind=Kind.WORD)
    touches = after is not None and after.kind is Kind.OPEN and after.span.start == token.span.end
    if letter in "aAI" and (after is not None and after.kind is Kind.WORD):
        return replace(token, kind=Kind.WORD)
    behind = numbered and before is not None and before.span.end == token.span.start
    if letter in "aAI" and not (
        ((touches or behind) and letter in names)
        or (before and before.kind in (Kind.SIGN, Kind.RELATION, Kind.OPEN))
        or (after and (after.kind in (Kind.SIGN, Kind.CLOSE)))
        or (after and after.kind is Kind.RELATION and not after.weak)
    ):
        return replace(token, kind=Kind.WORD)
    return token
