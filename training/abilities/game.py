"""The 24 game with any target and any few numbers, solved backward with its dead ends.

Nothing else. Format of the trace: arXiv 2402.06332, section 3.2 ("searched backward from the
target, with the dead ends").
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from random import Random

from training.abilities.expression import (
    Expression,
    Operation,
    applied,
    next_operation,
    numbers,
    replaced,
    value,
    written,
)
from training.abilities.game_search import Numbers, Search, listed
from training.abilities.item import Item, final, worded
from training.abilities.numerals import plain

NONE = "impossible"

_FORMS = (
    "Use each of the numbers {n} exactly once, with +, -, × and ÷ and brackets, to make {t}. "
    'If there is no way, answer "impossible".',
    "Game of {t}: the numbers are {n}. Combine all of them, each once, by the four operations so "
    'that the result is {t}, or say "impossible".',
    "How can {t} be made of {n}, using every number exactly once and only +, -, × and ÷? "
    'Answer "impossible" if it cannot.',
)


@dataclass(frozen=True)
class Game:
    """A target to be made of all the numbers, each used once."""

    numbers: tuple[int, ...]
    target: int

    def accepts(self, answer: str) -> bool:
        """Whether it is an expression that does, or `impossible` where no expression does.

        That there is none is found by trying all pairs of numbers forward, as the generator
        does not.
        """
        given = final(answer)
        if given.lower() == NONE:
            return not _reachable(tuple(sorted(map(Fraction, self.numbers))), Fraction(self.target))
        expression = _read(given.partition("=")[0])
        if expression is None or sorted(numbers(expression)) != sorted(self.numbers):
            return False
        try:
            return value(expression) == self.target
        except ZeroDivisionError:
            return False


@dataclass(frozen=True)
class Games:
    """Three or four numbers from 1 to 13 (`many` of ten draws are of four), targets up to 100.

    Every expression is computed again from its text, and every `impossible` is confirmed by a
    second exhaustive search. Solutions whose search takes more than `most_lines` lines or
    `most_characters` are not given: `impossible` is shown for three numbers, hardly ever for four.
    """

    name: str = "game of k numbers"
    weight: int = 10_000
    many: int = 7
    most_lines: int = 40
    most_characters: int = 4_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        while True:
            count = 4 if random.randrange(10) < self.many else 3
            dealt = tuple(random.randint(1, 13) for _ in range(count))
            target = 24 if random.random() < 0.25 else random.randint(1, 100)
            search = Search(self.most_lines)
            held: Numbers = tuple(sorted(map(Fraction, dealt)))
            found = search.solve(Fraction(target), held)
            if search.full or sum(map(len, search.lines)) > self.most_characters:
                continue
            # Three numbers rarely make a target drawn at random.
            if found is None and random.random() < 0.7:
                continue
            break
        lines = [f"Search backward from {target}: what is the last operation?", *search.lines]
        answer = NONE
        if found is None:
            lines.append(f"Every last operation ends in a dead end, so nothing makes {target}.")
        else:
            answer = written(found, plain)
            lines.append(f"Check: {_chain(found)}.")
        forms = worded(_FORMS, n=listed([Fraction(n) for n in dealt]), t=target)
        return Item(forms, tuple(lines), answer, Game(dealt, target))


def _chain(found: Expression) -> str:
    texts = [written(found, plain)]
    while isinstance(found, Operation):
        now = next_operation(found)
        found = replaced(found, now, value(now))
        texts.append(written(found, plain))
    return " = ".join(texts)


@cache
def _reachable(held: Numbers, target: Fraction) -> bool:
    if len(held) == 1:
        return held[0] == target
    for i in range(len(held)):
        for j in range(len(held)):
            if i == j:
                continue
            rest = [n for k, n in enumerate(held) if k not in (i, j)]
            for sign in "+-×÷":
                if sign == "÷" and held[j] == 0:
                    continue
                new = applied(sign, held[i], held[j])
                if _reachable(tuple(sorted([*rest, new])), target):
                    return True
    return False


_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "×", ast.Div: "÷"}
_CHARACTERS = re.compile(r"[\d\s()+\-*/]{1,200}")


def _read(text: str) -> Expression | None:
    """An expression of whole numbers without signs; None if the text is none."""
    python = text.replace("×", "*").replace("÷", "/").replace("·", "*").strip()
    if _CHARACTERS.fullmatch(python) is None:
        return None
    try:
        return _term(ast.parse(python, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _term(node: ast.expr) -> Expression:
    match node:
        case ast.Constant(value=int(number)):
            return Fraction(number)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            return Operation(_SIGNS[type(op)], _term(left), _term(right))
        case _:
            raise ValueError("no operation of the game")
