"""Problems with worked solutions in GSM8K's form, and their calculations; nothing else.

A solution's lines carry annotations, `48/2 = <<48/2=24>>24 clips`; its last line is `#### 72`. What
is trained on has neither: `48/2 = 24 clips`, and `The answer is 72.`
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from random import Random
from re import Match

from formalmath.errors import InputError
from formalmath.informal.grammar import whole
from formalmath.informal.lexer import tokens
from formalmath.informal.reading import read_solutions
from formalmath.informal.solution import Solution
from formalmath.informal.terms import Binary, Negation, NoReading, Number, Percent, Term, value

_NOTE = re.compile(r"<<([^<>=]+)=([^<>]+)>>")
_FINAL = re.compile(r"\n?####[ \t]*(.+?)\s*\Z")
NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?![\d,]*\d)")
"""A number as it stands in prose; its value is `number_of`."""

CONSTANTS = frozenset(map(Fraction, (1, 2, 3, 4, 7, 10, 12, 24, 30, 52, 60, 100, 365, 1000)))
"""Numbers that solutions bring in on their own, so that their origin cannot be told."""


@dataclass(frozen=True)
class Calculation:
    """`term = result`, as an annotation says it. `at`: where its result stands in the text."""

    term: Term
    result: Fraction
    at: int


@dataclass(frozen=True)
class Worked:
    """A problem with its solution.

    Attributes:
        question: the problem.
        text: the solution without annotations and without the line of the answer.
        answer: as given.
        calculations: in order, all that are annotated; exact and of numbers only.
        name: of the problem.
    """

    question: str
    text: str
    answer: str
    calculations: tuple[Calculation, ...]
    name: str

    @property
    def solution(self) -> Solution:
        """As the checker takes it, and as it is trained on."""
        return Solution.from_text(
            f"{self.text}\nThe answer is {self.answer}.", self.question, self.name
        )

    @property
    def value(self) -> Fraction:
        """The answer's value."""
        return number_of(self.answer)


def read_worked(file: Path) -> list[Worked]:
    """All problems of a file of JSON Lines (`question`, `answer`) whose annotations hold exactly.

    Those with an annotation that is rounded, cannot be read or has unknowns are left out, and so
    are those that end in no number.

    Raises:
        InputError: as `read_solutions`, or not one record is such a problem.
    """
    records = read_solutions(str(file))
    found = [worked(r.problem, r.text, r.name.rpartition(", ")[2]) for r in records]
    kept = [each for each in found if each is not None]
    if not kept:
        raise InputError(
            f"{file} has no solution in GSM8K's form. Its records need `question` and `answer`, "
            "the answer with annotations like <<48/2=24>> and a last line `#### 72`."
        )
    return kept


def worked(question: str, answer: str, name: str) -> Worked | None:
    """One problem; None if it is not as `read_worked` wants it."""
    final = _FINAL.search(answer)
    if final is None or NUMBER.fullmatch(final[1]) is None:
        return None
    noted, text, calculations = answer[: final.start()], "", []
    at = 0
    for note in _NOTE.finditer(noted):
        text += noted[at : note.start()]
        at = note.end()
        term, result = _term(note[1]), _term(note[2])
        if term is None or result is None or _value(term) != _value(result):
            return None
        calculations.append(Calculation(term, value(result), len(text)))
    text += noted[at:]
    if not calculations or "<<" in text:
        return None
    return Worked(question.strip(), text, final[1], tuple(calculations), name)


def shuffled(problems: Sequence[Worked], seed: int) -> list[Worked]:
    """In the order that the seed draws."""
    out = list(problems)
    Random(f"worked/{seed}").shuffle(out)
    return out


def numbers(text: str) -> list[Match[str]]:
    """The numbers in a text."""
    return [found for found in NUMBER.finditer(text) if found[0]]


def number_of(text: str) -> Fraction:
    """`1,200.50` as a number."""
    return Fraction(text.replace(",", ""))


def operands(term: Term) -> list[Fraction]:
    """Its numbers, from left to right."""
    match term:
        case Number():
            return [term.value]
        case Negation() | Percent():
            return operands(term.of)
        case Binary():
            return [*operands(term.left), *operands(term.right)]
        case _:
            return []


def with_numbers(term: Term, new: Mapping[Fraction, Fraction]) -> Term:
    """The term with other numbers for those in `new`."""
    match term:
        case Number():
            return replace(term, value=new.get(term.value, term.value))
        case Negation() | Percent():
            return replace(term, of=with_numbers(term.of, new))
        case Binary():
            left, right = with_numbers(term.left, new), with_numbers(term.right, new)
            return replace(term, left=left, right=right)
        case _:
            return term


def _term(text: str) -> Term | None:
    try:
        side = whole(tokens(text, lines=False))
    except NoReading:
        return None
    return None if side is None or side.doubt or side.words else side.term


def _value(term: Term) -> Fraction | None:
    try:
        return value(term)
    except NoReading:
        return None
