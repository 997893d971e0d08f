"""Equal answers, and choosing among solutions by votes."""

from __future__ import annotations

import pytest

from formalmath.informal.equivalence import answer_value, equivalent
from formalmath.informal.ranking import Vote, ranked
from formalmath.informal.verdicts import SolutionVerdict
from tests.informal_world import check


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (r"\frac{1}{23}", r"\frac{12}{3}"),
        (r"2\cdot3", "23"),
        ("x^{2}3", "x^{23}"),
        ("5", "500"),
        ("(1,2)", "(2,1)"),
        ("10^10^10", "10^10^10+1"),
        ("0.333", "1/3"),
        ("", "5"),
        ("x+1", "x-1"),
    ],
)
def test_answers_that_differ(a: str, b: str) -> None:
    assert not equivalent(a, b)
    assert not equivalent(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1/2", "0.5"),
        (r"\frac12", r"\frac{2}{4}"),
        ("1,200", "1200"),
        ("$5", "5 dollars"),
        ("12.0", "12"),
        ("40%", "0.4"),
        ("40%", "40"),
        ("-3", "- 3"),
        ("1 1/2", "1.5"),
        ("10^10^10", "10^10^10"),
        ("x+1", "1+x"),
        (r"2\sqrt3", r"\sqrt{12}"),
        (r"\{1,2\}", r"\{2,1\}"),
        ("(1,2)", "(1, 2)"),
    ],
)
def test_answers_that_are_the_same(a: str, b: str) -> None:
    assert equivalent(a, b)
    assert equivalent(b, a)


def test_answers_have_values() -> None:
    assert answer_value("1 1/2 kg") == 1.5
    assert answer_value(r"\sqrt 2") is None


def solutions(*texts: str) -> list[SolutionVerdict]:
    return [check(text) for text in texts]


def test_a_verified_majority_ignores_what_is_refuted() -> None:
    verdicts = solutions(
        "2 + 2 = 5\nA: 5", "3 + 2 = 4\n4 + 1 = 5\nA: 5", "2 + 2 = 4\nA: 4", "He thinks.\nA: 7", "?"
    )
    plain, verified = ranked(verdicts, Vote.PLAIN), ranked(verdicts, Vote.VERIFIED)
    assert [(g.answer, g.members, g.votes) for g in plain] == [
        ("5", (0, 1), 2),
        ("4", (2,), 1),
        ("7", (3,), 1),
    ]
    assert (verified[0].answer, verified[0].votes) == ("4", 1)


def test_without_a_verified_solution_the_unrefuted_vote_and_else_all() -> None:
    standing = ranked(solutions("2 + 2 = 5\nA: 5", "Hm.\nA: 7"), Vote.VERIFIED)
    assert (standing[0].answer, standing[0].votes) == ("7", 1)
    none = ranked(solutions("2 + 2 = 5\nA: 5", "1 + 1 = 5\nA: 5.0"), Vote.VERIFIED)
    assert (none[0].members, none[0].votes) == ((0, 1), 2)


def test_votes_may_be_weighted() -> None:
    verdicts = solutions("A: 1", "A: 2", "A: 2")
    groups = ranked(verdicts, Vote.PLAIN, [0.9, 0.3, 0.3])
    assert [group.answer for group in groups] == ["1", "2"]
