"""Verdicts: what is verified, refuted and unknown, of claims, steps, answers and solutions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from formalmath.informal.judge import Goal, Judgement
from formalmath.informal.verdicts import Status
from tests.informal_world import ExactJudge, HelplessJudge, check, said

GOOD = "She sold 48/2 = <<48/2=24>>24 clips.\nIn all 48+24 = <<48+24=72>>72 clips.\n#### 72"


def test_a_solution_is_verified_when_all_of_it_is() -> None:
    verdict = check(GOOD)
    assert (verdict.status, verdict.why) == (Status.VERIFIED, "")
    assert [step.status for step in verdict.steps] == [
        Status.VERIFIED,
        Status.VERIFIED,
        Status.UNKNOWN,
    ]
    assert verdict.unused == ()
    assert verdict.first_refuted is None


def test_the_step_that_errs_is_refuted_and_no_other() -> None:
    verdict = check(
        "Let A = 3 * 4 and B = 7 - 9.\nA = 3 * 4 = 12\nB = 7 - 9 = 2\nA + B = 12 + 2 = 14\nA: 14"
    )
    assert verdict.first_refuted == 2
    assert [s.index for s in verdict.steps if s.status is Status.REFUTED] == [2]
    assert verdict.steps[3].status is Status.VERIFIED  # it follows from what step 3 claims
    assert verdict.steps[3].rests_on_refuted == (2,)
    assert (verdict.status, verdict.why) == (Status.REFUTED, "step 3 is refuted")


def test_what_lean_does_not_prove_is_unknown() -> None:
    verdict = check("2 + 2 = 5\nA: 5", judge=HelplessJudge())
    assert verdict.steps[0].status is Status.UNKNOWN
    assert verdict.steps[0].why == "Lean gave no answer (timeout)"
    assert verdict.status is Status.UNKNOWN


def test_claim_and_negation_are_both_tried_the_likelier_first() -> None:
    tried: list[tuple[bool, bool]] = []

    class Noting(HelplessJudge):
        async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
            tried.extend((goal.negated, goal.likely) for goal in goals)
            return await super().judge(goals)

    check("1 + 1 = 2. So 2 + 2 = 5.", judge=Noting())
    assert tried == [(False, True), (True, True), (True, False), (False, False)]


def test_equal_claims_are_put_to_lean_once() -> None:
    judge = ExactJudge()
    check("2 + 2 = 4\n2 + 2 = 4\nShe has 2 + 2 = <<2+2=4>>4 cats.", judge=judge)
    assert len(judge.goals) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("20 / 3 = 6.67", "right to the last digit written"),
        ("There were 100 / 3 = <<100/3=33.333333333333336>>33 people", "right to the last digit"),
        ("0.06*60 = 3.5999999999999996", "right to the last digit written"),
        ("She has 100 - 40 = 60% left", "percent signs read as plain numbers"),
        ("4 plants - 2 plants = 2 plants * 3 cups = 6 cups", "`and then`"),
        ("3 hours * 2 = 360 minutes", "may convert units: hour and minute"),
        ("She has twice 5 + 1 = 11", "'twice'"),
        ("1/4 container = 60/4 pints", "names a quantity"),
        ("25 - 26 = 1 page more", "'more'"),
    ],
)
def test_a_false_claim_that_may_be_meant_otherwise_is_unknown(text: str, why: str) -> None:
    step = check(text).steps[0]
    claims = [c for c in step.claims if c.status is not Status.VERIFIED]
    assert [c.status for c in claims] == [Status.UNKNOWN] * len(claims)
    assert claims
    assert why in claims[-1].why


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("2x + 3 = 7\n2x = 4\nx = 2", ["verified", "verified"]),
        ("2x + 3 = 7\nx = 3", ["refuted"]),
        ("3x + 5 = 20, so 3x = 15 and x = 5. Then x + 1 = 7", ["verified"] * 2 + ["refuted"]),
        ("3x + 2y = 12 and x - y = 1\nx = 14/5\ny = 9/5", ["verified", "verified"]),
        ("x + y = 10\nx + y > 9\nx + y < 9", ["verified", "refuted"]),
        ("x + y = 10\n2x + 2y = 20\nx - y = 1\nx = 5", ["verified", "refuted"]),
        ("x^2 = 4\nx = 2", []),
        ("x = 3\nx = 4", ["refuted"]),
        ("(a + b)(a - b) = a^2 - b^2", ["verified"]),
        ("a(a - b) = a^2", []),
        ("Let n be a number. n + 1 > n", ["verified"]),
    ],
)
def test_unknowns(text: str, claims: list[str]) -> None:
    assert [status for _, status in said(text)] == claims


def test_contradictory_equations_prove_nothing() -> None:
    # x is said to be 3, against the first equation; nothing may be concluded from both.
    verdict = check("2x + y = 7 and y = 3\nx = 3\n2x + y = 9")
    assert verdict.steps[1].status is Status.REFUTED
    later = verdict.steps[2]
    assert later.status is not Status.VERIFIED or not later.claims[0].claim.readings[0].certificate


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        (GOOD, Status.VERIFIED),
        ("3 * 4 = 12\nThe answer is 13.", Status.REFUTED),
        ("3 * 4 = 12\nThe answer is $12.", Status.VERIFIED),
        ("3 * 4 = 12\n12 + 1 = 13\nSo the answer is 12", Status.VERIFIED),
        (r"$3 \cdot 4 = 12$. The answer is $\boxed{12}$.", Status.VERIFIED),
        ("3 × 4 = 12。答案是12。", Status.VERIFIED),
        ("3 × 4 = 12。\n答:一共有12个苹果。", Status.VERIFIED),
        ("A: 12", None),
    ],
)
def test_the_final_answer_is_held_to_what_was_computed(text: str, computed: Status | None) -> None:
    answer = check(text).answer
    assert answer is not None
    assert (answer.computed.status if answer.computed else None) is computed


def test_an_answer_that_no_step_computes_leaves_the_solution_unknown() -> None:
    verdict = check("3 * 4 = 12\nThe answer is 13.")
    assert (verdict.status, verdict.why) == (
        Status.UNKNOWN,
        "no step computes its final answer",
    )


def test_a_problem_that_is_an_expression_is_computed() -> None:
    problem = "((3 + 4) * (2 - 5)) ="
    steps = 'It can be written as "A * B", where A = (3 + 4) and B = (2 - 5).\n'
    right = check(f"{steps}A * B = 7 * -3 = -21. So the answer is -21", problem)
    assert right.status is Status.VERIFIED
    assert right.answer is not None
    assert right.answer.solves is not None
    assert right.answer.solves.status is Status.VERIFIED
    wrong = check('It can be written as "A + B", where A = (3 + 4) and B = (2 - 5).', problem)
    assert wrong.first_refuted == 0
    answer = check("7 * 3 = 21. So the answer is 21", problem)
    assert (answer.status, answer.why) == (
        Status.REFUTED,
        "the answer is not the value of the problem",
    )


def test_numbers_from_nowhere_and_results_for_nothing_are_named() -> None:
    verdict = check("5 * 8 = 40\n17 + 19 = 36\n40 - 5 = 35\nA: 35", "She has 5 boxes of 8 pens.")
    assert verdict.steps[1].unsupported == (17, 19)
    assert verdict.steps[0].used_by == (2,)
    assert verdict.unused == (1,)


def test_what_makes_a_solution_unknown_is_said() -> None:
    assert check("He is happy.").why == "no calculation in it could be read"
    assert check("2 + 2 = 4").why == "it states no final answer that could be read"
    assert check("5/0 = 0\nA: 0").why == "step 1: it divides by zero"
