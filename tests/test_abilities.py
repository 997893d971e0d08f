"""The abilities: true at every step, right at the end, and judges that refuse what is wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formalmath.errors import InputError
from formalmath.informal.prompts import Prompt
from formalmath.informal.verdicts import Status
from tests.informal_world import check
from training.abilities.augmenting import AbilityAugmenting
from training.abilities.factoring import Factors
from training.abilities.game import NONE, Game, Games
from training.abilities.item import Ability, Item
from training.abilities.kinds import ABILITIES
from training.abilities.prime import IsPrime
from training.abilities.source import AbilitySource
from training.abilities.value_question import LowestTerms, Value
from training.data.formats import Formats
from training.data.source import Source

SEEDS = st.integers(0, 2**32)
EQUATIONS = re.compile(r"[(\d-][\d\s().+\-×÷^/]*(?:= [\d\s().+\-×÷^/]+)+")
DEAD_END = re.compile(
    r"With (\S+) last, (\S+) and (\S+) must make (.+); they make only (.+)\. Dead end\."
)

each_ability = pytest.mark.parametrize("ability", ABILITIES, ids=lambda a: str(a.name))


def worth(text: str) -> Fraction:
    """An evaluator of its own: Python's syntax, with fractions for all numbers."""

    def of(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int(n)):
                return Fraction(n)
            case ast.Constant():
                return Fraction(ast.get_source_segment(python, node) or "")
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return -of(inner)
            case ast.BinOp(left=left, op=op, right=right):
                a, b = of(left), of(right)
                match op:
                    case ast.Add():
                        return a + b
                    case ast.Sub():
                        return a - b
                    case ast.Mult():
                        return a * b
                    case ast.Div():
                        return a / b
                    case ast.Pow():
                        return Fraction(a ** int(b))
        raise ValueError(text)

    python = text.replace("×", "*").replace("÷", "/").replace("^", "**").strip()
    return of(ast.parse(python, mode="eval").body)


def equations(item: Item) -> Iterator[tuple[str, str]]:
    for line in item.solution.replace("\n= ", " = ").splitlines():
        for found in EQUATIONS.finditer(line):
            yield from pairwise(found[0].rstrip(" .").split(" = "))


def drawn(ability: Ability, seed: int) -> Item:
    return ability.draw(Random(seed))


@each_ability
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_every_item_is_right_and_every_step_true(ability: Ability, seed: int) -> None:
    item = drawn(ability, seed)
    assert item.question.accepts(item.answer)
    assert item.question.accepts(item.solution)
    found = list(equations(item))
    assert found or ability.name == "game of k numbers"
    for left, right in found:
        assert worth(left) == worth(right), (left, right)
    assert check(item.solution, item.wordings[0]).status is not Status.REFUTED
    assert len(set(item.wordings)) == len(item.wordings) > 1


@each_ability
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, by=st.fractions(max_denominator=6).filter(bool))
def test_other_answers_are_refused(ability: Ability, seed: int, by: Fraction) -> None:
    item = drawn(ability, seed)
    for wrong in wrong_answers(item, by):
        assert not item.question.accepts(wrong), wrong
        if wrong:
            assert not item.question.accepts(f"{item.solution}\nThe answer is {wrong}.")


def wrong_answers(item: Item, by: Fraction) -> list[str]:
    match item.question:
        case IsPrime():
            return ["no" if item.answer == "yes" else "yes", "perhaps", ""]
        case Factors(number):
            others = [f"{item.answer} × 7", f"{number} × 1", "1", f"{item.answer}^2", "2 + 3"]
            return [*others, f"4 × {number}"]
        case Game(numbers):
            twice = f"{item.answer} + {numbers[0]} - {numbers[0]}"
            other = " + ".join(map(str, numbers))
            wrong = [] if sum(numbers) == item.question.target else [other]
            return [*wrong, twice, str(item.question.target), "" if item.answer == NONE else NONE]
        case LowestTerms(top, bottom):
            return [f"{2 * top}/{2 * bottom}", f"{top + 1}/{bottom}", f"{worth(item.answer) + by}"]
        case _:
            return [str(worth(item.answer) + by), "no", "", f"{item.answer} + 1"]


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_a_dead_end_of_the_game_is_one(seed: int) -> None:
    item = drawn(Games(many=5), seed)
    for line in item.steps:
        if found := DEAD_END.search(line):
            a, b = Fraction(found[2]), Fraction(found[3])
            values = {a + b, a - b, b - a, a * b} | ({a / b} if b else set())
            values |= {b / a} if a else set()
            assert {Fraction(v) for v in found[5].split(", ")} == values
            assert values.isdisjoint(map(Fraction, found[4].split(" or ")))


def test_the_game_finds_fractions_and_proves_that_there_is_no_way() -> None:
    assert Game((3, 3, 8, 8), 24).accepts("8 ÷ (3 - 8 ÷ 3)")
    assert not Game((3, 3, 8, 8), 24).accepts(NONE)
    assert Game((1, 1, 1, 1), 24).accepts(NONE)
    assert not Game((1, 2, 3), 6).accepts("1 × 2 × 3 × 1")
    assert not Game((1, 2, 3), 5).accepts("3 ÷ (2 - 2) × 1")
    answers = {drawn(Games(), seed).answer == NONE for seed in range(60)}
    assert answers == {True, False}


def test_judges_read_other_forms() -> None:
    assert Value("1.5 + 2").accepts("The answer is 7/2.")
    assert Value("1/3 + 1/3").accepts("\\boxed{\\frac{2}{3}}")
    assert Factors(360).accepts("5 * 2^3 * 3 * 3")
    assert not Factors(360).accepts("8 × 45")
    assert not LowestTerms(2, 4).accepts("0.5")
    assert LowestTerms(4, 2).accepts("2")
    assert not LowestTerms(4, 2).accepts("2/1")


@each_ability
def test_a_source_gives_different_questions_the_same_for_the_same_seed(ability: Ability) -> None:
    source: Source = AbilitySource(ability)
    items = list(source.examples(20, seed=5))
    assert len({each.messages[0].content for each in items}) == 20
    assert items == list(source.examples(20, seed=5))
    assert items != list(source.examples(20, seed=6))
    assert list(source.examples(5, seed=5)) == items[:5]
    assert {each.task for each in items} == {source.name}
    with pytest.raises(InputError, match="how many"):
        next(source.examples(0, seed=5))


def test_a_kind_with_few_questions_ends() -> None:
    class OnlyOne:
        name, weight = "one", 1

        def draw(self, random: Random) -> Item:
            return Item(("1 + 1", "One and one?"), ("1 + 1 = 2",), "2", Value("1 + 1"))

    assert len(list(AbilitySource(OnlyOne()).examples(10, 0))) == 1


def test_problems_are_made_of_problems() -> None:
    rephrased = list(AbilityAugmenting(ABILITIES, Prompt.REPHRASE).examples(25, 3))
    assert len(rephrased) == 25
    for each in rephrased:
        asked, made = (message.content for message in each.messages)
        assert asked.startswith("Describe this problem in another way. ")
        assert numbers(asked) == numbers(made)
        assert made not in asked
    new = list(AbilityAugmenting(ABILITIES, Prompt.AUGMENT, Formats()).examples(12, 3))
    assert all(numbers(a.content) != numbers(b.content) for a, b in (e.messages for e in new))
    assert {each.task for each in new} == {"augment"}


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))
