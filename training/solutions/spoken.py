"""Numbers that stand in a text as words, and nothing else."""

from __future__ import annotations

import re
from fractions import Fraction

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **dict.fromkeys(("both", "couple", "pair", "double", "twice", "half", "halves", "halved"), 2),
    **dict.fromkeys(("once", "single"), 1),
    **dict.fromkeys(("triple", "thrice", "third", "thirds"), 3),
    **dict.fromkeys(("quadruple", "fourth", "fourths", "quarter", "quarters"), 4),
    **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("sixth", "sixths"), 6),
    **dict.fromkeys(("seventh", "sevenths", "week", "weekly", "weeks"), 7),
    **dict.fromkeys(("eighth", "eighths"), 8),
    **dict.fromkeys(("ninth", "ninths"), 9),
    **dict.fromkeys(("tenth", "tenths"), 10),
    **dict.fromkeys(("dozen", "dozens", "year", "years", "feet", "foot"), 12),
    **dict.fromkeys(("hundred", "hundreds", "percent", "percentage"), 100),
    **dict.fromkeys(("day", "days", "daily"), 24),
    **dict.fromkeys(("hour", "hours", "minute", "minutes"), 60),
    "thousand": 1000,
}
_WORD = re.compile(r"[a-z]+(?:[- ](?=[a-z]))?")


def spoken(text: str) -> set[Fraction]:
    """Values of number words, also of units that are so many of another (`week`, `dozen`).

    More rather than fewer: of `twenty-five` these are 20, 5 and 25.
    """
    found: set[Fraction] = set()
    tens = 0
    for match in _WORD.finditer(text.lower()):
        word = match[0].rstrip("- ")
        value = _VALUES.get(word)
        if value is not None:
            found.add(Fraction(value))
            if tens and 0 < value < 10:
                found.add(Fraction(tens + value))
        joined = match[0] != word
        tens = value if value is not None and word in _TENS and joined else 0
    return found
