"""The translator that needs no model: it reads equations off the text, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from formalmath.informal.answer_text import answer_spans
from formalmath.informal.claims import (
    Answer,
    Claim,
    Passage,
    Role,
    Statement,
    StepClaims,
    Translation,
)
from formalmath.informal.context import Context
from formalmath.informal.grammar import MAX_DEPTH, Side, is_literal, whole
from formalmath.informal.lexer import Kind, declared, tokens
from formalmath.informal.links import Link, expression_at, read_links
from formalmath.informal.readings import operands, others, plain
from formalmath.informal.solution import Solution, Span, Step
from formalmath.informal.terms import (
    NoReading,
    Number,
    Relation,
    Term,
    Variable,
    value,
    variables,
)
from formalmath.informal.units import may_convert

_EXPLICIT = re.compile(r"(?i)\b(?:let|set|define|denote|suppose|where)\b|设|令|记")
_WHERE = re.compile(r"(?i)\bwhere\b|\bwith\b|其中")
_RESTATES = re.compile(
    r"(?i)(?:written|expressed|rewritten|represented|simplified)\s+(?:as|to)\s*[:\"“'$]*"
)
_BRACKET = re.compile(r"[(\[{]|[)\]}]")


MAX_CLAIMS = 2_000
"""Of one solution, after which no step is read."""


class SymbolicTranslator:
    """Reads plain text, annotated GSM8K solutions and LaTeX, in English and Chinese."""

    async def translate(self, solution: Solution) -> Translation:
        """Read a solution. What it cannot read is reported in the steps, not raised."""
        return read_solution(solution)


def read_solution(solution: Solution) -> Translation:
    """`SymbolicTranslator.translate`, at once."""
    reading = _Reading(solution)
    steps = tuple(reading.step(step) for step in solution.steps)
    return Translation(solution, steps, reading.answer(steps), reading.problem_numbers)


class _Reading:
    """One solution, read from its first step on."""

    def __init__(self, solution: Solution) -> None:
        self.solution = solution
        self.names = declared(solution.text)
        self.context = Context()
        self.carried: Side | None = None
        self.claims = 0
        problem = solution.problem
        self.problem_numbers = tuple(
            token.value for token in tokens(problem) if token.kind is Kind.NUMBER
        )
        self.problem = _expression(problem)

    def step(self, step: Step) -> StepClaims:
        if _depth(step.text) > MAX_DEPTH:
            why = f"its brackets are nested more than {MAX_DEPTH} deep"
            return StepClaims(unread=(Passage(step.span, why),))
        if self.claims > MAX_CLAIMS:
            why = f"more than {MAX_CLAIMS:,} claims stand before it"
            return StepClaims(unread=(Passage(step.span, why),))
        read = read_links(step.text, step.span.start, self.names, self.carried)
        self.carried = read.open_end
        unread = [Passage(span, why) for span, why in read.unread]
        introduces: list[str] = []
        claims: list[Claim] = []
        defining = self._define(read.links, step, introduces, unread)
        claims.extend(self._restatements(step, unread))
        chains: dict[int, list[Link]] = {}
        for link in read.links:
            chains.setdefault(link.chain, []).append(link)
        for i, link in enumerate(read.links):
            if i not in defining:
                self._read(link, step, claims, introduces, unread)
            if link is chains[link.chain][-1]:
                self._end_chain(chains[link.chain], step)
        self.claims += len(claims)
        return StepClaims(tuple(claims), tuple(unread), tuple(dict.fromkeys(introduces)))

    def _define(
        self, links: list[Link], step: Step, introduces: list[str], unread: list[Passage]
    ) -> set[int]:
        """Take in the definitions of a step first: `A - B, where A = ..` uses them before."""
        taken = set()
        begun: set[int] = set()
        met: set[str] = set()
        for i, link in enumerate(links):
            starts, begun = link.chain not in begun, begun | {link.chain}
            new = met.isdisjoint(variables(link.left.term, link.right.term))
            met.update(variables(link.left.term, link.right.term))
            if link.sign != "=" or not (starts or isinstance(link.right.term, Variable)):
                continue
            if link.doubt or (link.left.words and not isinstance(link.left.term, Variable)):
                continue  # `300 miles = x` does not say what x counts
            if link.supposes:
                self.context.release(variables(link.left.term, link.right.term))
            before = self.solution.text[step.span.start : link.span.start]
            if not new and not _WHERE.search(before):
                continue  # `3x = 15, so x = 5` concludes, and defines nothing
            explicit = _EXPLICIT.search(before) is not None
            relation = Relation("=", link.left.term, link.right.term)
            try:
                said = self.context.define(relation, step.index, explicit)
            except NoReading as error:
                unread.append(Passage(link.span, str(error)))
                taken.add(i)
                continue
            if said.startswith("defines"):
                introduces.append(said)
                taken.add(i)
            elif said:
                unread.append(Passage(link.span, said))
                taken.add(i)
        return taken

    def _read(
        self,
        link: Link,
        step: Step,
        claims: list[Claim],
        introduces: list[str],
        unread: list[Passage],
    ) -> None:
        names = variables(link.left.term, link.right.term)
        if link.supposes:
            self.context.release(names)
        given = not (link.doubt or (names and link.words))
        try:
            stated = self.context.state(plain(link), step.index, given)
        except NoReading as error:
            unread.append(Passage(link.span, str(error)))
            return
        if isinstance(stated, str):
            introduces.append(stated)
            return
        claims.append(self._claim(link, stated))

    def _claim(self, link: Link, stated: Statement) -> Claim:
        left, right = link.left.term, link.right.term
        readings = [stated]
        if not stated.likely and not stated.certificate:
            readings += self._other_readings(link)
        doubt = link.doubt
        if not doubt and (units := may_convert(link.left.units, link.right.units)):
            doubt = f"it may convert units: {units}"
        if link.sign == "≈":
            doubt = doubt or "`≈` does not say how near is near enough"
        names = variables(left, right)
        if names and link.words:
            doubt = doubt or "its words may change what its letters stand for"
        result = value(right) if is_literal(right) else None
        return Claim(
            link.span,
            Role.CONSEQUENCE if names else Role.CALCULATION,
            tuple(readings),
            doubt,
            operands(left),
            result,
            self.context.rests_on(stated),
        )

    def _other_readings(self, link: Link) -> list[Statement]:
        out = []
        for relation, label in others(link):
            try:
                stated = self.context.state(relation, -1)
            except NoReading:
                continue
            if isinstance(stated, Statement):
                out.append(replace(stated, reading=label))
        return out

    def _end_chain(self, chain: list[Link], step: Step) -> None:
        """`A = 2 + 3 = 5` claims that A is 5, whatever is true."""
        first, last = chain[0].left.term, chain[-1].right.term
        if any(link.sign != "=" for link in chain) or variables(last):
            return
        if isinstance(first, Variable):
            try:
                self.context.claim(first.name, value(last), last.span, step.index)
            except NoReading:
                return

    def _restatements(self, step: Step, unread: list[Passage]) -> list[Claim]:
        """`It can be written as "A + B"`: that this is the problem."""
        if self.problem is None:
            return []
        out = []
        for match in _RESTATES.finditer(step.text):
            side = expression_at(
                step.text[match.end() :], step.span.start + match.end(), self.names
            )
            if side is None or is_literal(side.term):
                continue
            relation = Relation("=", self.problem, side.term)
            try:
                stated = self.context.state(relation, step.index)
            except NoReading as error:
                unread.append(Passage(side.term.span, str(error)))
                continue
            if isinstance(stated, Statement):
                rests = self.context.rests_on(stated)
                out.append(Claim(side.term.span, Role.PROBLEM, (stated,), rests_on=rests))
        return out

    def answer(self, steps: tuple[StepClaims, ...]) -> Answer | None:
        """The final answer, held to what the steps compute and to the problem."""
        text = self.solution.text
        spans = list(answer_spans(text))
        if not spans:
            return None
        span = spans[-1]
        where = [s.index for s in self.solution.steps if s.span.start <= span.start <= s.span.end]
        step = where[-1] if where else len(steps) - 1
        term = self._answer_term(span)
        if term is None:
            return Answer(span, step, None)
        number = value(term)
        computed, computed_in = self._computed(steps, span, term, number)
        return Answer(span, step, number, computed, computed_in, self._solves(span, term))

    def _answer_term(self, span: Span) -> Term | None:
        """The one number in the answer's text."""
        inner = span.of(self.solution.text)
        side = expression_at(inner, span.start, frozenset())
        if side is None:
            numbers = [t for t in tokens(inner, lines=False) if t.kind is Kind.NUMBER]
            if len(numbers) != 1:
                return None
            at = numbers[0].span
            where = Span(span.start + at.start, span.start + at.end)
            return Number(numbers[0].value, where, numbers[0].decimals)
        try:
            value(side.term)
        except NoReading:
            return None
        return side.term

    def _computed(
        self, steps: tuple[StepClaims, ...], span: Span, term: Term, number: Fraction
    ) -> tuple[Claim | None, int | None]:
        """The last calculation that gives the answer, or else the last at all, as a claim on it."""
        found = [
            (i, claim)
            for i, step in enumerate(steps)
            for claim in step.claims
            if claim.result is not None and claim.span.start < span.start
        ]
        if not found:
            return None, None
        at, claim = next((f for f in reversed(found) if f[1].result == number), found[-1])
        stated = claim.readings[0]
        assert isinstance(stated, Statement)  # all claims here are this translator's
        # What is computed, by the claim's own word: the answer is held to the solution.
        result = stated.relation.right
        relation = Relation("=", result, term)
        likely = claim.result == number
        return Claim(span, Role.ANSWER, (Statement(relation, (), likely),), rests_on=(at,)), at

    def _solves(self, span: Span, term: Term) -> Claim | None:
        if self.problem is None or variables(self.problem):
            return None
        try:
            stated = self.context.state(Relation("=", self.problem, term), -1)
        except NoReading:
            return None
        return Claim(span, Role.ANSWER, (stated,)) if isinstance(stated, Statement) else None


def _expression(problem: str) -> Term | None:
    """The problem, where all of it is an expression to be computed."""
    asked = [t for t in tokens(problem.rstrip(" =?？。."), lines=False) if t.kind is not Kind.STOP]
    try:
        side = whole(asked) if asked else None
    except NoReading:
        return None
    return side.term if side and not side.words and not variables(side.term) else None


def _depth(text: str) -> int:
    depth = most = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match[0] in "([{" else -1
        most = max(most, depth)
    return most
