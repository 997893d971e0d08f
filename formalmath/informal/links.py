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
    Side,
    is_literal,
    is_number,
    whole,
)
from formalmath.informal.lexer import Kind, Token, tokens
from formalmath.informal.sides import IN_WORDS, End, left_side, right_side
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
from formalmath.informal.words import CONDITION, ROUGH, WHOLE


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


MAX_LINKS = 500
"""Of one step, read or not."""


@dataclass
class Links:
    """What a step writes down, and why other signs in it were not read.

    Attributes:
        open_end: the last side, if the step ends with it: the next line may go on from it.
        chains: how many chains have begun.
        whole: its words say that only the whole part of a quotient may be meant.
    """

    links: list[Link] = field(default_factory=list)
    unread: list[tuple[Span, str]] = field(default_factory=list)
    open_end: Side | None = None
    chains: int = 0
    whole: bool = False

    def is_full(self, span: Span) -> bool:
        """Whether nothing more is read; says so once."""
        if len(self.links) + len(self.unread) < MAX_LINKS:
            return False
        if len(self.links) + len(self.unread) == MAX_LINKS:
            self.unread.append((span, f"its step has more than {MAX_LINKS} equations"))
        return True


_LINE_END = "\\\\"


def read_links(text: str, start: int, names: frozenset[str], carried: Side | None = None) -> Links:
    """Read a step that begins at character `start` of the solution.

    `carried`: the last side of the line before, for lines that begin with a sign.
    """
    out = Links()
    everything = [_moved(token, start) for token in tokens(text, names)]
    notes = [token for token in everything if token.kind is Kind.NOTE]
    out.whole = any(token.sign.lower() in WHOLE for token in everything if token.kind is Kind.WORD)
    goes_on = False
    for broken, run in _runs([token for token in everything if token.kind is not Kind.NOTE]):
        begun = len(out.links)
        if out.is_full(run[0].span):
            break
        _read_run(run, notes, out.open_end if broken else carried, out)
        if goes_on and len(out.links) > begun and not out.links[begun].doubt:
            doubt = "the expression begins before the punctuation"
            out.links[begun] = replace(out.links[begun], doubt=doubt)
        carried, goes_on = None, run[-1].kind is Kind.SIGN and run[-1].sign != "%"
    for note in notes:
        if out.is_full(note.span):
            break
        out.chains += 1
        _read_note(note, names, out)
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


def _read_run(run: list[Token], notes: Sequence[Token], carried: Side | None, out: Links) -> None:
    signs = [i for i, token in enumerate(run) if token.kind is Kind.RELATION]
    if not signs:
        return
    out.chains += 1
    borders = [-1, *signs, len(run)]
    segments = [run[a + 1 : b] for a, b in pairwise(borders)]
    inner = False
    for k, i in enumerate(signs):
        sign = run[i]
        if out.is_full(sign.span):
            break
        left, right = segments[k], segments[k + 1]
        first, last = k == 0, k == len(signs) - 1
        if first and not left and carried is not None:
            begin = End(carried)
        else:
            begin = left_side(left, whole_first=not first, inner=inner)
        end = right_side(right, whole_first=not last)
        out.open_end = end.side if last and end.at_border else None
        inner = not _is_idle(sign, begin, end)
        if not inner:
            out.chains += 1
            continue
        if begin.side is None or end.side is None:
            why = begin.why if begin.side is None else end.why
            # `Her profit = 5 - 3` gives a name, which is no claim.
            if why is not IN_WORDS or (_has_numbers(left) and _has_numbers(right)):
                out.unread.append((sign.span, why))
            out.chains += 1
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
                out.chains,
                first and supposes,
                out.whole,
            )
        )
        if not end.at_border:
            out.chains += 1


def _is_idle(sign: Token, begin: End, end: End) -> bool:
    """Whether a word for equality only joins two parts of a sentence."""
    if not sign.is_word:
        return False
    if begin.side is None or end.side is None:
        return sign.weak
    lettered = bool(variables(begin.side.term, end.side.term))
    if lettered and (begin.side.words or not begin.alone):
        return True
    return sign.weak and not _computes(begin.side.term)


def _has_numbers(segment: Sequence[Token]) -> bool:
    return any(token.kind in (Kind.NUMBER, Kind.NAME, Kind.UNREADABLE) for token in segment)


def _computes(term: Term) -> bool:
    return not is_literal(term) and not isinstance(term, Variable)


def _read_note(note: Token, names: frozenset[str], out: Links) -> None:
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
            out.links.append(
                Link(left, read[i].sign, right, span, doubt, noted=True, chain=out.chains)
            )


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
    end = right_side(run, whole_first=False)
    return end.side
