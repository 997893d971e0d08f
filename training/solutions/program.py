"""A solution's calculations as a program in Lean and in Python, and nothing else.

Each calculation defines `stepK`; where it computes with an earlier result, it names that step.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from fractions import Fraction

from formalmath.informal.lean_text import side
from formalmath.informal.solution import Span
from formalmath.informal.terms import Binary, Negation, Number, Percent, Term, Variable, variables
from training.abilities.numerals import decimal, is_decimal
from training.solutions.worked import CONSTANTS, Worked, number_of, numbers, operands

_EXPRESSION = re.compile(r"[\d\s.,+\-–−*/×x÷$%()]*=[\d\s.,+\-–−*/×x÷$%()=]*")
_OPERATION = re.compile(r"\d[\s$]*[+\-–−*/×x÷]")
_AT_END = re.compile(r"(?:[\s,.:;$=(–…-]|\b(?:because|since|so|and|as|or|by)\b)+\Z")
_HUNDRED = 100
_SMALL = 12
"""Whole numbers up to here may stand in words in a question (`twice`, `a dozen`)."""


@dataclass(frozen=True)
class Defined:
    """One calculation: its name, its term with the names of earlier ones, what the text says.

    Attributes:
        comment: the words of its line without the calculation; "" if an earlier one has them.
    """

    name: str
    term: Term
    result: Fraction
    comment: str


def program(worked: Worked) -> list[Defined] | None:
    """The calculations in order.

    None if the last does not give the answer, if one computes nothing, with a number that comes
    neither from the question nor from an earlier one, or with one that two earlier ones give, as
    it cannot be told which is meant.
    """
    if not worked.calculations or worked.calculations[-1].result != worked.value:
        return None
    given = {number_of(found[0]) for found in numbers(worked.question)}
    known: dict[Fraction, str] = {}
    twice: set[Fraction] = set()
    out: list[Defined] = []
    said: set[int] = set()
    for i, each in enumerate(worked.calculations, 1):
        start = worked.text.rfind("\n", 0, each.at) + 1
        line = worked.text[start:].partition("\n")[0]
        inside = range(start, start + len(line) + 1)
        results = {c.result for c in worked.calculations if c.at in inside}
        comment = "" if start in said else _words(line)
        if results & {number_of(found[0]) for found in numbers(comment)}:
            comment = ""  # it would say what is to be computed
        said.add(start)
        used = operands(each.term)
        strange = [n for n in used if not _has_origin(n, given | known.keys())]
        if strange or not twice.isdisjoint(used) or not isinstance(each.term, Binary):
            return None
        name = f"step{i}"
        out.append(Defined(name, _named(each.term, known), each.result, comment))
        if each.result not in given:
            if each.result in known:
                twice.add(each.result)
            known[each.result] = name
    return out


def lean_program(steps: list[Defined]) -> str:
    """Definitions over ℚ, and the answer as an example that the kernel computes."""
    lines = ["import Mathlib", ""]
    for each in steps:
        if each.comment:
            lines.append(f"-- {each.comment}")
        lines.append(f"def {each.name} : ℚ := {_lean(each.term)}")
    last = steps[-1]
    value = _lean(Number(last.result, Span(0, 0)))
    return "\n".join([*lines, "", f"example : {last.name} = {value} := by", "  decide +kernel", ""])


def closed(steps: list[Defined]) -> tuple[str, str]:
    """What all steps compute, as one equation: in text, and as a theorem up to its `:=`."""
    known: dict[str, Term] = {}
    for each in steps:
        known[each.name] = _filled(each.term, known)
    last = steps[-1]
    term, result = known[last.name], Number(last.result, Span(0, 0))
    text = f"{_shown(term)} = {_shown(result)}"
    return text, f"theorem answer : {side(term, {})} = {_lean(result)}"


def python_program(steps: list[Defined]) -> str:
    """Assignments, exact: `Fraction` wherever a float could come in."""
    lines = []
    for each in steps:
        if each.comment:
            lines.append(f"# {each.comment}")
        lines.append(f"{each.name} = {_python(each.term)}")
    return "\n".join(lines)


def needs_fractions(steps: list[Defined]) -> bool:
    """Whether `python_program` uses `Fraction`."""
    return any(_inexact(each.term) for each in steps)


def _has_origin(number: Fraction, known: Set[Fraction]) -> bool:
    small = number.denominator <= _SMALL and number.numerator <= _SMALL
    return small or number in known or number in CONSTANTS or number * _HUNDRED in known


def _lean(term: Term) -> str:
    """Where the type is known, so that no number has to say it."""
    names = {name: name for name in variables(term)}
    return re.sub(r"\((\d+) : ℚ\)", r"\1", side(term, names))


def _filled(term: Term, known: Mapping[str, Term]) -> Term:
    match term:
        case Variable(name=name):
            return known[name]
        case Negation() | Percent():
            return replace(term, of=_filled(term.of, known))
        case Binary():
            left, right = _filled(term.left, known), _filled(term.right, known)
            return replace(term, left=left, right=right)
        case _:
            return term


def _shown(term: Term, level: int = 0) -> str:
    """As a person writes it."""
    match term:
        case Number(value=value):
            text = decimal(value) if is_decimal(value) else str(value)
            return f"({text})" if level and not text.replace(".", "").isdigit() else text
        case Variable(name=name):
            return name
        case Negation(of=of):
            return f"(-{_shown(of, 3)})"
        case Percent(of=of):
            return f"{_shown(of, 5)}%"
        case Binary(sign=sign, left=left, right=right):
            own = _LEVELS[sign]
            text = f"{_shown(left, own + (sign == '^'))} {sign} {_shown(right, own + 1)}"
            return text if own >= level else f"({text})"


def _words(line: str) -> str:
    """A line with dots for its calculations; up to the first that has words in it."""
    found = _EXPRESSION.search(line)
    while found is not None:
        if _OPERATION.search(found[0].partition("=")[0]) is None:
            line = line[: found.start()]
        else:
            line = f"{line[: found.start()]} … {line[found.end() :].lstrip()}"
        found = _EXPRESSION.search(line)
    return _AT_END.sub("", re.sub(r"\s+", " ", line)).strip()


def _named(term: Term, known: Mapping[Fraction, str]) -> Term:
    match term:
        case Number(value=value, span=span):
            return Variable(known[value], span) if value in known else term
        case Negation() | Percent():
            return replace(term, of=_named(term.of, known))
        case Binary():
            right = term.right if term.sign == "^" else _named(term.right, known)
            return replace(term, left=_named(term.left, known), right=right)
        case _:
            return term


def _inexact(term: Term) -> bool:
    match term:
        case Percent():
            return True
        case Binary():
            return term.sign == "/" or _inexact(term.left) or _inexact(term.right)
        case Negation():
            return _inexact(term.of)
        case Number():
            return term.value.denominator != 1
        case _:
            return False


_LEVELS = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}


def _python(term: Term, level: int = 0) -> str:
    match term:
        case Number(value=value):
            if value.denominator != 1:
                return f"Fraction({value.numerator}, {value.denominator})"
            return str(value.numerator) if value >= 0 else f"({value})"
        case Variable(name=name):
            return name
        case Negation(of=of):
            return f"(-{_python(of, 3)})"
        case Percent(of=of, span=span):
            hundred = Number(Fraction(100), Span(span.end, span.end))
            return _python(Binary("/", of, hundred, span), level)
        case Binary(sign=sign, left=left, right=right):
            own = _LEVELS[sign]
            first = _python(left, own + (sign == "^"))
            if sign == "/" and not first.startswith("Fraction("):
                first = f"Fraction({_python(left)})"
            text = f"{first} {'**' if sign == '^' else sign} {_python(right, own + 1)}"
            return text if own >= level else f"({text})"
