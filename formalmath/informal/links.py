"""The equations and inequalities that a step writes down, link by link; nothing else.

`A = 2 + 3 = 5` has two links. Where a side is only partly mathematics (`Bob has 3 + 4 = 7 apples`),
the first side is the longest readable end of what stands before the sign, the last one the longest
readable beginning of what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from formalmath.informal.grammar import (
    MAX_TOKENS,
    Side,
    is_literal,
    is_number,
    starts_term,
    whole,
)
from formalmath.informal.lexer import Kind, Token, tokens
from formalmath.informal.solution import Span
from formalmath.informal.terms import (
    Binary,
    Negation,
    NoReading,
    Percent,
    Term,
    Variable,
    same,
    variables,
)
from formalmath.informal.words import BELONGS, CONDITION, FILLERS, JOINS, LABELS, ROUGH, WHOLE


@dataclass(frozen=True)
class Link:
    """`left sign right` as written.

    Attributes:
        doubt: why another reading than this cannot be excluded; "" if it can.
        noted: an annotation `<<..>>` stands in it, or it is one.
        words: words were passed over in it: it is prose, not a formula.
        chain: which chain of the step it belongs to.
        supposes: `if` or the like stands before it.
        whole: words near it say that only the whole part of a quotient may be meant.
    """

    left: Side
    sign: str
    right: Side
    span: Span
    doubt: str = ""
    noted: bool = False
    words: bool = False
    chain: int = 0
    supposes: bool = False
    whole: bool = False


@dataclass
class Links:
    """What a step writes down, and why other signs in it were not read."""

    links: list[Link] = field(default_factory=list)
    unread: list[tuple[Span, str]] = field(default_factory=list)
    open_end: Side | None = None


_AND = frozenset(("and", "和"))
_LINE_END = "\\\\"
IN_WORDS = "one side of the sign is words, not numbers"


def read_links(text: str, start: int, names: frozenset[str], carried: Side | None = None) -> Links:
    """Read a step that begins at character `start` of the solution.

    `carried`: the last side of the line before, for lines that begin with a sign.
    """
    out = Links()
    everything = [_moved(token, start) for token in tokens(text, names)]
    notes = [token for token in everything if token.kind is Kind.NOTE]
    goes_on = False
    for broken, run in _runs([token for token in everything if token.kind is not Kind.NOTE]):
        begun = len(out.links)
        _read_run(run, notes, out.open_end if broken else carried, out)
        if goes_on and len(out.links) > begun and not out.links[begun].doubt:
            doubt = "the expression begins before the punctuation"
            out.links[begun] = replace(out.links[begun], doubt=doubt)
        carried, goes_on = None, run[-1].kind is Kind.SIGN and run[-1].sign != "%"
    chain = max((link.chain for link in out.links), default=-1) + 1
    for note in notes:
        _read_note(note, names, out, chain)
        chain += 1
    out.links.sort(key=lambda link: (link.span.start, link.span.end))
    return out


def _moved(token: Token, by: int) -> Token:
    return replace(token, span=Span(token.span.start + by, token.span.end + by))


def _runs(read: Sequence[Token]) -> Iterator[tuple[bool, list[Token]]]:
    """Cut at punctuation. Each piece comes with whether only LaTeX's line end is before it."""
    run: list[Token] = []
    stops = ""
    for token in read:
        if token.kind is Kind.STOP:
            if run:
                yield stops.strip() == _LINE_END, run
                run, stops = [], ""
            stops += token.sign
        else:
            run.append(token)
    if run:
        yield stops.strip() == _LINE_END, run


@dataclass(frozen=True)
class _End:
    """A side read from one end of a segment, with the tokens left beside it."""

    side: Side | None
    why: str = ""
    doubt: str = ""
    at_border: bool = True
    alone: bool = True


def _read_run(run: list[Token], notes: Sequence[Token], carried: Side | None, out: Links) -> None:
    signs = [i for i, token in enumerate(run) if token.kind is Kind.RELATION]
    if not signs:
        return
    chain = max((link.chain for link in out.links), default=-1) + 1
    borders = [-1, *signs, len(run)]
    segments = [run[a + 1 : b] for a, b in pairwise(borders)]
    for k, i in enumerate(signs):
        sign = run[i]
        left, right = segments[k], segments[k + 1]
        first, last = k == 0, k == len(signs) - 1
        if first and not left and carried is not None:
            begin = _End(carried)
        else:
            begin = _left(left, whole_first=not first)
        end = _right(right, whole_first=not last)
        out.open_end = end.side if last and end.at_border else None
        if _is_idle(sign, begin, end):
            chain += 1
            continue
        if begin.side is None or end.side is None:
            why = begin.why if begin.side is None else end.why
            # `Her profit = 5 - 3` gives a name, which is no claim.
            if why is not IN_WORDS or (_has_numbers(left) and _has_numbers(right)):
                out.unread.append((sign.span, why))
            chain += 1
            continue
        span = Span(
            sign.span.start if first and not left else begin.side.term.span.start,
            max(end.side.term.span.end, sign.span.end),
        )
        noted = any(span.start <= note.span.start <= span.end for note in notes)
        doubt = begin.doubt or end.doubt or begin.side.doubt or end.side.doubt
        if end.side.part and not begin.side.part:
            doubt = doubt or "`of` may name a part, and not multiply"
        named = is_number(begin.side.term) and (begin.side.units or sign.is_word)
        if named and not doubt:
            doubt = "its left side names a quantity, maybe in another unit"
        words = begin.side.words or end.side.words
        rough = "≈" if sign.sign == "=" and right and right[0].sign.lower() in ROUGH else sign.sign
        beside = {token.sign.lower() for token in run if token.kind is Kind.WORD}
        supposes = any(t.sign.lower() in CONDITION for t in left if t.kind is Kind.WORD)
        out.links.append(
            Link(
                begin.side,
                rough,
                end.side,
                span,
                doubt,
                noted,
                words,
                chain,
                first and supposes,
                bool(beside & WHOLE),
            )
        )
        if not end.at_border:
            chain += 1


def _is_idle(sign: Token, begin: _End, end: _End) -> bool:
    """Whether a word for equality only joins two parts of a sentence."""
    if not sign.is_word:
        return False
    if begin.side is None or end.side is None:
        return sign.weak
    lettered = bool(variables(begin.side.term, end.side.term))
    if lettered and (begin.side.words or not begin.alone):
        return True
    return sign.weak and not _computes(begin.side.term)


def _left(segment: list[Token], whole_first: bool) -> _End:
    """The longest end of a segment that is a term."""
    segment = list(segment)
    if whole_first and (found := _whole(segment)) is not None:
        return found
    window = segment[-MAX_TOKENS:]
    for i in range(len(window)):
        labelled = i and window[i].kind is Kind.NUMBER and _is_label(window[i - 1])
        if not starts_term(window, i) or labelled:
            continue
        try:
            side = whole(window[i:])
        except NoReading as error:
            return _End(None, str(error))
        if side is not None and i == 0 and len(segment) > len(window):
            break  # it goes on before the window
        if side is not None:
            return _bordered_left(window, i, side, inner=whole_first)
    return _End(None, _why_not(segment))


def _whole(segment: list[Token]) -> _End | None:
    try:
        side = whole(segment)
    except NoReading as error:
        return _End(None, str(error))
    return _End(side) if side is not None else None


def _bordered_left(window: list[Token], i: int, side: Side, inner: bool) -> _End:
    """Whether what stands before a side belongs to it."""
    if i == 0:
        return _End(side)
    before = window[i - 1]
    if before.kind is Kind.UNREADABLE:
        return _End(None, before.sign)
    if before.kind is Kind.OPEN and (i == 1 or window[i - 2].kind is Kind.WORD):
        return _End(side)
    if before.kind is not Kind.WORD:
        return _End(None, IN_WORDS)
    return replace(_behind_words(window, i, side, inner), alone=False)


def _behind_words(window: list[Token], i: int, side: Side, inner: bool) -> _End:
    """A side with words before it: which of them may belong to it.

    `inner`: another equation ends before it, so that `and` joins the two.
    """
    recent = [token.sign.lower() for token in window[max(0, i - 3) : i] if token.kind is Kind.WORD]
    if belongs := BELONGS.intersection(recent):
        return _End(side, doubt=f"the word {min(belongs)!r} before it may belong to it")
    near = window[max(0, i - 5) : i]
    joins = JOINS.intersection(recent[-2:]) - (_AND if inner else frozenset())
    if joins and any(token.kind is Kind.NUMBER for token in near):
        return _End(side, doubt=f"the number before {min(joins)!r} may belong to it")
    if window[i].kind is Kind.SIGN and window[i].span.end < window[i + 1].span.start:
        return _End(side, doubt="the sign before it may be a dash")
    back = i - 1
    while back >= 0 and window[back].kind is Kind.WORD:
        back -= 1
    if i - back <= 5 and back >= 0 and window[back].kind is Kind.SIGN:
        return _End(side, doubt="the expression begins in words")
    if is_number(side.term) and not isinstance(side.term, Binary):
        return _End(side, doubt="the words before it may belong to it")
    return _End(side)


def _right(segment: list[Token], whole_first: bool) -> _End:
    """The longest beginning of a segment that is a term."""
    if whole_first and (found := _whole(segment)) is not None:
        return found
    window = segment[:MAX_TOKENS]
    skipped = 0
    while skipped < len(window) and _is_filler(window[skipped]):
        skipped += 1
    window = window[skipped:]
    if not starts_term(window, 0):
        return _End(None, _why_not(segment))
    for end in range(len(window), 0, -1):
        try:
            side = whole(window[:end])
        except NoReading as error:
            if end == 1 or _is_complete(window, end):
                return _End(None, str(error))
            continue
        if side is not None and end == len(window) and skipped + end < len(segment):
            break  # it goes on behind the window
        if side is not None:
            return _bordered_right(window, end, side)
    return _End(None, _why_not(segment))


def _is_filler(token: Token) -> bool:
    return token.kind is Kind.WORD and token.sign.lower() in FILLERS


def _is_complete(window: list[Token], end: int) -> bool:
    """Whether the tokens up to `end` have no unreadable one: what they mean is settled."""
    return all(token.kind is not Kind.UNREADABLE for token in window[:end])


def _bordered_right(window: list[Token], end: int, side: Side) -> _End:
    if end == len(window):
        return _End(side)
    after = window[end]
    if after.kind is Kind.UNREADABLE:
        return _End(None, after.sign)
    if after.kind is Kind.SIGN and after.sign in "*/^":
        return _End(side, doubt="the expression goes on in words", at_border=False)
    beyond = window[end + 1] if end + 1 < len(window) else None
    opens = after.kind is Kind.OPEN and beyond is not None
    if after.sign in _AND and _is_fraction(window[end + 1 : end + 4]):
        return _End(side, doubt="a fraction follows", at_border=False)
    if after.kind is Kind.NUMBER or (opens and beyond and beyond.kind is Kind.NUMBER):
        return _End(side, doubt="another number follows", at_border=False)
    if opens and variables(side.term):
        return _End(side, doubt="a remark in brackets follows", at_border=False)
    if after.kind in (Kind.OPEN, Kind.NAME) and after.span.start == window[end - 1].span.end:
        return _End(None, IN_WORDS)
    return _End(side, at_border=False)


def _is_fraction(tokens: Sequence[Token]) -> bool:
    """Whether it begins like `2/3` or `(2/3)`."""
    if tokens and tokens[0].kind is Kind.OPEN:
        return True
    return [token.kind for token in tokens[:2]] == [Kind.NUMBER, Kind.SIGN] and tokens[
        1
    ].sign == "/"


def _why_not(segment: Sequence[Token]) -> str:
    if len(segment) > MAX_TOKENS:
        return f"one side of it is longer than {MAX_TOKENS} signs"
    for token in segment:
        if token.kind is Kind.UNREADABLE:
            return token.sign
    return IN_WORDS if segment else "one side of the sign is missing"


def _has_numbers(segment: Sequence[Token]) -> bool:
    return any(token.kind in (Kind.NUMBER, Kind.NAME, Kind.UNREADABLE) for token in segment)


def _is_label(token: Token) -> bool:
    return token.kind is Kind.WORD and token.sign.lower().removesuffix("s") in LABELS


def _computes(term: Term) -> bool:
    return not is_literal(term) and not isinstance(term, Variable)


def _read_note(note: Token, names: frozenset[str], out: Links, chain: int) -> None:
    """An annotation is a formula of its own; one that the text repeats is the text's."""
    start = note.span.start + 2
    read = [_moved(token, start) for token in tokens(note.sign[2:-2], names, lines=False)]
    signs = [i for i, token in enumerate(read) if token.kind is Kind.RELATION]
    borders = [-1, *signs, len(read)]
    segments = [read[a + 1 : b] for a, b in pairwise(borders)]
    for k, i in enumerate(signs):
        try:
            left, right = whole(segments[k], strict=True), whole(segments[k + 1], strict=True)
        except NoReading as error:
            out.unread.append((note.span, str(error)))
            continue
        if left is None or right is None:
            out.unread.append((note.span, "the annotation is no equation between numbers"))
            continue
        spoken = [
            link
            for link in out.links
            if link.sign == read[i].sign
            and same(link.left.term, left.term)
            and same(link.right.term, right.term)
        ]
        for link in spoken:  # the annotation settles how the text is meant
            out.links[out.links.index(link)] = replace(link, doubt="")
        if not spoken:
            doubt = left.doubt or right.doubt
            span = Span(left.term.span.start, right.term.span.end)
            out.links.append(Link(left, read[i].sign, right, span, doubt, noted=True, chain=chain))


def first_leaf(term: Term) -> Term:
    """The number that a term begins with."""
    match term:
        case Binary():
            return first_leaf(term.left)
        case Percent():
            return term
        case Negation():
            return term if is_literal(term) else first_leaf(term.of)
        case _:
            return term


def expression_at(text: str, start: int, names: frozenset[str]) -> Side | None:
    """The longest expression that a text begins with. `start`: of the text in the solution."""
    all_of_it = (_moved(token, start) for token in tokens(text, names, lines=False))
    read = [token for token in all_of_it if token.kind is not Kind.NOTE]
    _, run = next(_runs(read), (False, []))
    end = _right(run, whole_first=False)
    return end.side
