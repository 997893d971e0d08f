"""Solutions with one wrong calculation, carried on with to a wrong answer; nothing else.

That the step is wrong, and no other is, Lean says later.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from formalmath.informal.terms import Binary, NoReading, value
from training.solutions.carried import carried
from training.solutions.worked import Calculation, Worked

_OTHER_SIGNS = {"+": "-*", "-": "+", "*": "+", "/": "*-"}
_TRIES = 8


def mistaken(worked: Worked, random: Random) -> tuple[Worked, int] | None:
    """A solution with a mistake that changes its answer, and the index of its calculation.

    None if none of a few mistakes can be carried on.
    """
    for _ in range(_TRIES):
        at = random.randrange(len(worked.calculations))
        wrong = _wrong(worked.calculations[at], random)
        made = wrong is not None and carried(worked, {}, {at: wrong})
        if made and made.now.get(worked.value, worked.value) != worked.value:
            return made.of(worked), at
    return None


def _wrong(calculation: Calculation, random: Random) -> Fraction | None:
    """Another result: by another operation, or with a digit wrong."""
    term, right = calculation.term, calculation.result
    found: Fraction | None
    if random.random() < 0.4 and isinstance(term, Binary) and term.sign in _OTHER_SIGNS:
        sign = random.choice(_OTHER_SIGNS[term.sign])
        try:
            found = value(replace(term, sign=sign))
        except NoReading:
            return None
    else:
        places = len(str(int(right)))
        unit = Fraction(10 ** random.randrange(places))
        found = right + random.choice((-2, -1, 1, 2)) * unit
    whole = right.denominator == 1 and found.denominator != 1
    return None if found <= 0 or found == right or whole else found
