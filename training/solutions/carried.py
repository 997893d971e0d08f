"""A solution with other numbers, each later calculation redone exactly, and nothing else.

Numbers are told apart by their values: where one value stands for two quantities that now differ,
there is no way to say which is meant, and the problem is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from formalmath.informal.terms import NoReading, Term, value
from training.abilities.numerals import decimal, decimals, is_decimal
from training.solutions.spoken import spoken
from training.solutions.worked import (
    Calculation,
    Worked,
    number_of,
    numbers,
    operands,
    with_numbers,
)

MAX_DECIMALS = 2


@dataclass(frozen=True)
class Carried:
    """A solution with other numbers.

    Attributes:
        text: of the solution.
        calculations: where they stand (`at`) is as it was in the old text.
        answer: as it is written.
        now: the new value of each old one that has one.
    """

    text: str
    calculations: tuple[Calculation, ...]
    answer: str
    now: Mapping[Fraction, Fraction]

    def of(self, worked: Worked, question: str = "") -> Worked:
        """It as a worked solution of the same question, or of another."""
        return replace(
            worked,
            question=question or worked.question,
            text=self.text,
            calculations=self.calculations,
            answer=self.answer,
        )


def carried(
    worked: Worked,
    start: Mapping[Fraction, Fraction],
    forced: Mapping[int, Fraction] | None = None,
) -> Carried | None:
    """Put in the values of `start`, and results by force; None if it cannot be said what follows.

    Args:
        worked: the solution.
        start: new values for numbers of the question.
        forced: results of calculations, by index, whatever they compute.
    """
    now, forced = dict(start), forced or {}
    in_words = spoken(worked.question) | spoken(worked.text)
    constant = {number_of(found[0]) for found in numbers(worked.question)} - now.keys()
    done = []
    for i, each in enumerate(worked.calculations):
        term = with_numbers(each.term, now)
        constant |= set(operands(each.term)) - now.keys()
        result = forced.get(i, _value_of(term))
        printed = next((n for n in numbers(worked.text) if n.start() >= each.at), None)
        if result is None or printed is None or number_of(printed[0]) != each.result:
            return None
        if result != now.get(each.result, result) or (
            each.result in constant and result != each.result
        ):
            return None
        now[each.result] = result
        done.append(Calculation(term, result, each.at))
    if any(old != new and old in in_words for old, new in now.items()):
        return None  # the words would still say the old number
    text = with_values(worked.text, now)
    answer = written_like(worked.answer, now.get(worked.value, worked.value))
    return None if text is None or answer is None else Carried(text, tuple(done), answer, now)


def with_values(text: str, now: Mapping[Fraction, Fraction]) -> str | None:
    """A text with other numbers; None if one cannot be written."""
    out, at = "", 0
    for found in numbers(text):
        old = number_of(found[0])
        new = written_like(found[0], now[old]) if old in now else found[0]
        if new is None:
            return None
        out += text[at : found.start()] + new
        at = found.end()
    return out + text[at:]


def written_like(old: str, number: Fraction) -> str | None:
    """A number in the style of another; None for a negative one, or one with many decimals."""
    if number == number_of(old):
        return old
    if number < 0 or not is_decimal(number) or decimals(number) > MAX_DECIMALS:
        return None
    whole, _, rest = decimal(number).partition(".")
    kept = len(old.partition(".")[2])
    rest = rest.ljust(kept, "0")
    if "," in old or (len(whole) > 4 and len(old.partition(".")[0]) < 5):
        whole = f"{int(whole):,}"
    return f"{whole}.{rest}" if rest else whole


def _value_of(term: Term) -> Fraction | None:
    try:
        return value(term)
    except NoReading:
        return None
