"""Training records: what is labelled, how, and what is not."""

from __future__ import annotations

from formalmath.informal.labels import Kind, labelled
from tests.informal_world import HelplessJudge, check

PROBLEM = "She sold 48 clips in April, and half as many in May. How many in all?"
GOOD = "We add.\n48 / 2 = 24\n48 + 24 = 72\nThe answer is 72"
BAD = "48 / 2 = 24\n48 + 24 = 73\n73 * 1 = 73\nThe answer is 73"


def test_a_verified_solution_is_labelled_and_kept() -> None:
    orm, prm, sft = labelled(check(GOOD, PROBLEM))
    assert [each["kind"] for each in (orm, prm, sft)] == ["orm", "prm", "sft"]
    asked, said = orm["messages"]
    assert asked == {
        "role": "user",
        "content": "Given a question and an answer, check is it correct?\n"
        f"Question:{PROBLEM}\nAnswer:{GOOD}",
    }
    assert said == {"role": "assistant", "content": "Correct"}
    assert prm["messages"][0]["content"].endswith("Step 2: 48 / 2 = 24\nStep 3: 48 + 24 = 72"
                                                  "\nStep 4: The answer is 72")  # fmt: skip
    assert prm["messages"][1]["content"].splitlines() == [f"Step {k}: Correct" for k in range(1, 5)]
    assert [m["content"] for m in sft["messages"]] == [PROBLEM, GOOD]


def test_a_refuted_solution_is_labelled_up_to_its_first_wrong_step() -> None:
    orm, prm = labelled(check(BAD, PROBLEM))
    assert orm["messages"][1]["content"] == "Incorrect"
    assert prm["messages"][1]["content"] == "Step 1: Correct\nStep 2: Incorrect"


def test_unknown_is_no_label() -> None:
    assert list(labelled(check(GOOD, PROBLEM, HelplessJudge()))) == []
    before = check(f"5/0 = 3\n{BAD}", PROBLEM)  # step 1 is unknown, step 3 refuted
    assert [each["kind"] for each in labelled(before)] == ["orm"]
    assert list(labelled(check("2 + 2 = 5\nThe answer is 4", PROBLEM), [Kind.SFT])) == []


def test_without_a_problem_there_is_no_record() -> None:
    assert list(labelled(check(GOOD))) == []
