"""Problems made of problems by rules that keep them right: other numbers, shares, a step more.

Nothing else. What each makes is worked out as well, and Lean checks the calculations; that the new
problem says what the new solution computes is the rule's doing. To rephrase a story, or to invent
another, takes a model: there is no rule for these here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random
from re import Match
from types import MappingProxyType

from formalmath.informal.prompts import Prompt
from training.solutions.carried import carried, with_values, written_like
from training.solutions.worked import CONSTANTS, Worked, number_of, numbers, operands

Change = Callable[[Worked, Random], Worked | None]
"""A new problem with its solution; None if the rule has no use for this one."""

_TRIES = 8
_TIED = re.compile(
    r"\s*-|\s*(?:hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|am|pm|[ap]\.m|"
    r"o'clock|feet|foot|inch|inches|cents?|dozen|%|percent)\b|\s*[:/%]|(?:st|nd|rd|th)\b"
)
"""What stands behind a number that may not take any value, or that units convert."""
_TIED_BEFORE = re.compile(
    r"(?:[:/#-]|\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December))\s*$"
)


def other_numbers(worked: Worked, random: Random) -> Worked | None:
    """Every number of the question that may be another is, as far as all results stay sensible:
    whole where they were whole, positive, and the question's numbers in the same order."""
    free = [n for n in map(_free, numbers(worked.question)) if n is not None]
    used = {n for each in worked.calculations for n in operands(each.term)}
    free = [n for n in free if free.count(n) == 1 and n in used and not _shares(n) & used]
    given = [number_of(found[0]) for found in numbers(worked.question)]
    free = [n for n in free if given.count(n) == 1]
    if not free:
        return None
    for _ in range(_TRIES):
        now = {n: _near(n, random) for n in free}
        fresh = set(now.values()).isdisjoint({*given, *used} - now.keys())
        if not fresh or len(set(now.values())) < len(now) or all(a == b for a, b in now.items()):
            continue
        if _order(given, {}) != _order(given, now):
            continue
        made = carried(worked, now)
        question = with_values(worked.question, now)
        if made is None or question is None:
            continue
        if all(_sensible(old, new) for old, new in made.now.items()):
            return made.of(worked, question)
    return None


def shares(worked: Worked, random: Random) -> Worked | None:
    """A whole number of the question becomes an equal part of a larger one: `25% of 48`."""
    found = [each for each in numbers(worked.question) if _may_be_share(worked.question, each)]
    if not found:
        return None
    at = random.choice(found)
    number = number_of(at[0])
    percent = random.choice([p for p in (10, 20, 25, 40, 50, 60, 75, 80) if 100 * number % p == 0])
    whole = written_like(at[0], 100 * number / percent)
    before = worked.question[: at.start()]
    money = "$" if before.endswith("$") else ""
    if random.random() < 0.5:
        part = Fraction(percent, 100)
        said, top, bottom = f"{part} of", part.numerator, part.denominator
    else:
        said, top, bottom = f"{percent}% of", percent, 100
    start = before.removesuffix("$") if money else before
    question = f"{start}{said} {money}{whole}{worked.question[at.end() :]}"
    product = f"{whole} * {top} / {bottom}" if top > 1 else f"{whole} / {bottom}"
    line = f"{said[0].upper()}{said[1:]} {money}{whole} is {product} = {money}{at[0]}.\n"
    return _with_line(worked, question, line, worked.text, worked.answer)


_MORE = (
    ("+", "Add {n} to the answer of this question: {q} What is the result?"),
    ("*", "Take the answer of this question and multiply it by {n}: {q} What do you get?"),
    ("-", "Subtract {n} from the answer of this question: {q} What remains?"),
    ("/", "Divide the answer of this question into {n} equal parts: {q} How large is each part?"),
)


def harder(worked: Worked, random: Random) -> Worked | None:
    """One more operation on the answer."""
    result = worked.value
    sign, form = random.choice(_MORE)
    most = {"*": 9, "/": 9}.get(sign, 99)
    choices = [n for n in range(2, most + 1) if _more(sign, result, n) is not None]
    if not choices or result <= 0:
        return None
    n = random.choice(choices)
    new = _more(sign, result, n)
    assert new is not None
    answer = written_like(worked.answer, new)
    if answer is None:
        return None
    question = form.format(n=n, q=worked.question)
    line = f"\nWith the result, {worked.answer} {sign} {n} = {answer}."
    return _with_line(worked, question, "", worked.text + line, answer)


def _more(sign: str, result: Fraction, n: int) -> Fraction | None:
    new = {"+": result + n, "-": result - n, "*": result * n, "/": result / n}[sign]
    whole = result.denominator == 1 and new.denominator != 1
    return None if new <= 0 or whole else new


CHANGES: Mapping[Prompt, Change] = MappingProxyType(
    {Prompt.NUMBERS: other_numbers, Prompt.FRACTIONS: shares, Prompt.HARDER: harder}
)
"""The rule of each task that has one."""


def _with_line(worked: Worked, question: str, first: str, text: str, answer: str) -> Worked:
    # Where calculations stand is of no more use: nothing is made of what was changed.
    return replace(worked, question=question, text=first + text, answer=answer, calculations=())


def _free(found: Match[str]) -> Fraction | None:
    """A number that may take another value."""
    number = number_of(found[0])
    text = found.string
    tied = _TIED.match(text, found.end()) or _TIED_BEFORE.search(text[: found.start()])
    year = 1800 < number < 2200 and "," not in found[0]
    if tied or year or number in CONSTANTS or number.denominator != 1 or "." in found[0]:
        return None
    return number


def _shares(number: Fraction) -> set[Fraction]:
    """What a percentage is computed with."""
    return {number / 100, 1 - number / 100, 1 + number / 100, 100 - number, 100 + number}


def _near(number: Fraction, random: Random) -> Fraction:
    """A number from half to twice as large, as round, and even if it is."""
    n = int(number)
    step = next(s for s in (1000, 100, 50, 10, 5, 2, 1) if n % s == 0 and n >= 2 * s)
    chosen = [m for m in range(step, 2 * n + 1, step) if 2 * m >= n and Fraction(m) > 1]
    return Fraction(random.choice(chosen))


def _order(given: list[Fraction], now: Mapping[Fraction, Fraction]) -> list[int]:
    values = [now.get(n, n) for n in given]
    return sorted(range(len(values)), key=lambda i: (values[i], i))


def _sensible(old: Fraction, new: Fraction) -> bool:
    whole = old.denominator == 1 and new.denominator != 1
    return new > 0 and not whole and (old > 1) == (new > 1)


def _may_be_share(question: str, found: Match[str]) -> bool:
    number = _free(found)
    behind = question[found.end() :].lstrip()
    alone = re.match(r"(?:of|more|less|times|or|and|to|to\w*|x)\b|[-+*/,.?!%)]", behind)
    before = re.search(r"(?:\b(?:of|to|and|or|between|than|from|the|these|those)\s*|[\d%])$",
                       question[: found.start()].rstrip("$"))  # fmt: skip
    return number is not None and not alone and not before and number <= 500
