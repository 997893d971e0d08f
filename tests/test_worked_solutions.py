"""The tasks made of worked solutions: what is read, changed and labelled, and what Lean says."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from formalmath.errors import InputError
from formalmath.informal.checker import Checker
from formalmath.informal.conversation import code_of
from formalmath.informal.prompts import Prompt
from formalmath.informal.solution import Solution
from formalmath.informal.verdicts import SolutionVerdict, Status
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from tests.informal_world import ExactJudge, HelplessJudge
from training.data.options import Options
from training.data.registry import source
from training.data.source import Source
from training.solutions.carried import carried, written_like
from training.solutions.changed import CHANGES, harder, other_numbers, shares
from training.solutions.changed_source import Changed
from training.solutions.formal import WITH_LEAN, Formal, proof_form
from training.solutions.interpreted import Interpreted
from training.solutions.labelled_file import LabelledFile
from training.solutions.lean_checks import Checks, LeanChecks
from training.solutions.mistakes import mistaken
from training.solutions.problems import Problems
from training.solutions.program import closed, lean_program, program, python_program
from training.solutions.rewards import JUDGING, Rewards
from training.solutions.solved import Solved
from training.solutions.spoken import spoken
from training.solutions.worked import Worked, read_worked, worked
from training.sources.solutions import TASKS

RECORDS = [
    {
        "question": "Mia packs 48 boxes of pens. Each box weighs $6 worth of ink and she adds "
        "15 boxes more. How much ink, in dollars, is in all of the boxes?",
        "answer": "She has 48+15 = <<48+15=63>>63 boxes.\n"
        "All of them hold 63*6 = $<<63*6=378>>378 of ink.\n#### 378",
    },
    {
        "question": "A farm has 240 hens. 25% of them are brown and 36 are black. How many are "
        "neither brown nor black?",
        "answer": "There are 240*25/100 = <<240*25/100=60>>60 brown hens.\n"
        "So 240-60-36 = <<240-60-36=144>>144 are neither.\n#### 144",
    },
    {
        "question": "Leo runs 18 km a week and Ann half as many. How far do both run in 5 weeks?",
        "answer": "Ann runs 18/2 = <<18/2=9>>9 km a week.\nBoth run 18+9 = <<18+9=27>>27 km.\n"
        "In 5 weeks this is 27*5 = <<27*5=135>>135 km.\n#### 135",
    },
    {
        "question": "Tickets cost $12.50. What do 8 tickets cost after a discount of $9?",
        "answer": "They cost 12.50*8 = $<<12.50*8=100>>100.\n"
        "Less the discount, 100-9 = $<<100-9=91>>91.\n#### 91",
    },
]


class ExactChecks:
    """What exact arithmetic says, instead of Lean."""

    def __init__(self, judge: ExactJudge | HelplessJudge | None = None) -> None:
        self.judge = judge or ExactJudge()
        self.files: list[str] = []

    def verdicts(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        return asyncio.run(Checker(self.judge).check(solutions))

    def compiles(self, files: Sequence[str]) -> list[bool]:
        self.files += files
        return [True] * len(files)


def all_worked() -> list[Worked]:
    found = [worked(r["question"], r["answer"], f"p{i}") for i, r in enumerate(RECORDS)]
    return [each for each in found if each is not None]


def problems(checks: Checks | None = None) -> Problems:
    return Problems(all_worked, "mine", checks or ExactChecks())


def test_a_worked_solution_is_read_with_its_calculations() -> None:
    pens = all_worked()[0]
    assert pens.text.startswith("She has 48+15 = 63 boxes.\n")
    assert (pens.answer, pens.value) == ("378", 378)
    assert [each.result for each in pens.calculations] == [63, 378]
    assert [pens.text[each.at :][:2] for each in pens.calculations] == ["63", "37"]
    assert pens.solution.text.endswith("The answer is 378.")


@pytest.mark.parametrize(
    "answer",
    [
        "1/3 = <<1/3=0.33>>0.33\n#### 0.33",  # rounded
        "2+2 = <<2+2=5>>5\n#### 5",
        "2+2 = <<2+2=4>>4",
        "2+2 = <<2+x=4>>4\n#### 4",
        "2+2 = 4\n#### 4",
        "2+2 = <<2+2=4>>4\n#### four",
    ],
)
def test_what_is_not_exact_is_left_out(answer: str) -> None:
    assert worked("What is it?", answer, "p") is None


def test_a_file_without_worked_solutions_says_so(tmp_path: Path) -> None:
    file = tmp_path / "plain.jsonl"
    file.write_text(json.dumps({"question": "2 + 2?", "answer": "It is 4."}) + "\n")
    with pytest.raises(InputError, match="GSM8K"):
        read_worked(file)
    file.write_text("".join(json.dumps(each) + "\n" for each in RECORDS))
    assert [each.name for each in read_worked(file)] == ["line 1", "line 2", "line 3", "line 4"]


def test_other_numbers_are_carried_through_the_solution() -> None:
    pens = all_worked()[0]
    made = carried(pens, {Fraction(48): Fraction(50)})
    assert made is not None
    assert made.text == "She has 50+15 = 65 boxes.\nAll of them hold 65*6 = $390 of ink."
    assert made.answer == "390"


def test_one_value_for_two_things_cannot_be_carried() -> None:
    same = worked(
        "He has 8 cats and 6 dogs and 14 birds. How many are cats, dogs or cages of birds?",
        "He has 8+6 = <<8+6=14>>14.\nWith birds 14+14 = <<14+14=28>>28.\n#### 28",
        "p",
    )
    assert same is not None
    assert carried(same, {Fraction(8): Fraction(9)}) is None


def test_a_number_that_also_stands_in_words_cannot_be_carried() -> None:
    gina = worked(
        "Gina paints six cups an hour. She has 6 red cups and 56 blue ones. How long does it take?",
        "The red ones take 6/6 = <<6/6=1>>1 hour.\nIn all 6+56 = <<6+56=62>>62.\n#### 62",
        "p",
    )
    assert gina is not None
    assert carried(gina, {Fraction(6): Fraction(8)}) is None
    assert carried(gina, {Fraction(56): Fraction(58)}) is not None
    assert spoken("Twenty-five of a dozen; thirty men, two a day") == {
        *map(Fraction, (20, 5, 25, 12, 30, 2, 24)),
    }


def test_numbers_keep_their_style() -> None:
    assert written_like("1,200", Fraction(3400)) == "3,400"
    assert written_like("12.50", Fraction(3)) == "3.00"
    assert written_like("7", Fraction(5, 2)) == "2.5"
    assert written_like("7", Fraction(1, 3)) is None
    assert written_like("7", Fraction(-1)) is None


@pytest.mark.parametrize("change", CHANGES.values())
def test_a_changed_problem_is_worked_out_right(change: object) -> None:
    assert callable(change)
    made = [change(each, Random(seed)) for each in all_worked() for seed in range(20)]
    kept = [each for each in made if each is not None]
    assert len(kept) > 20
    for each in kept:
        verdict = ExactChecks().verdicts([each.solution])[0]
        assert verdict.status is Status.VERIFIED, (each.text, verdict.why)
    originals = {each.question for each in all_worked()}
    assert originals.isdisjoint(each.question for each in kept)


def test_the_rules_say_what_they_compute() -> None:
    hens = all_worked()[1]
    for seed in range(30):
        if other := other_numbers(hens, Random(seed)):
            total, percent, black = re.findall(r"\d+", other.question)
            assert percent == "25"
            brown = Fraction(total) * 25 / 100
            assert Fraction(total) - brown - Fraction(black) == other.value
        if part := shares(hens, Random(seed)):
            assert part.answer == hens.answer
            first = part.text.splitlines()[0]
            assert re.fullmatch(r"(\d+/\d+|\d+%) of (\d+) is .* = (36|240)\.", first), first
            assert first.split(" is ")[0].lower() in part.question
        if more := harder(hens, Random(seed)):
            assert hens.question in more.question
            assert f"144 {more.text.rsplit('144 ')[-1][0]}" in more.text


def test_a_mistake_is_one_wrong_step_and_a_wrong_answer() -> None:
    found = 0
    for each in all_worked():
        for seed in range(20):
            if (made := mistaken(each, Random(seed))) is None:
                continue
            wrong, at = made
            verdict = ExactChecks().verdicts([wrong.solution])[0]
            assert verdict.status is Status.REFUTED
            assert wrong.value != each.value
            refuted = [s.index for s in verdict.steps if s.status is Status.REFUTED]
            assert refuted == [at]  # one calculation a line here
            found += 1
    assert found > 40


def test_rewards_are_what_the_verdicts_say() -> None:
    made = {task: list(Rewards(problems(), task).examples(0, 1)) for task in JUDGING}
    said = [each.messages[1].content for each in made[Prompt.ORM]]
    assert said.count("Correct") == said.count("Incorrect") > 2
    for right, wrong in zip(made[Prompt.PRM][::2], made[Prompt.PRM][1::2], strict=True):
        steps = right.messages[1].content.splitlines()
        assert all(line.endswith(": Correct") for line in steps)
        *stands, last = wrong.messages[1].content.splitlines()
        assert last.endswith(": Incorrect")
        assert steps[: len(stands)] == stands
    for each in made[Prompt.PAIRWISE]:
        asked, better = each.messages[0].content, each.messages[1].content
        texts = dict(re.findall(r"(Answer \d):(.*?)(?=Answer \d:|\Z)", asked, re.DOTALL))
        answer = next(w.answer for w in all_worked() if w.name == each.name)
        assert f"The answer is {answer}." in texts[better]
        assert len(texts) == 2
    assert made[Prompt.ORM] == list(Rewards(problems(), Prompt.ORM).examples(0, 1))
    assert len(list(Rewards(problems(), Prompt.ORM).examples(3, 1))) == 3


def test_unknown_gives_no_item() -> None:
    helpless = problems(ExactChecks(HelplessJudge()))
    assert list(Solved(helpless).examples(0, 0)) == []
    assert list(Rewards(helpless, Prompt.ORM).examples(0, 0)) == []
    assert list(Formal(helpless, Prompt.COT_TO_LEAN).examples(0, 0)) == []
    assert list(Changed(helpless, Prompt.HARDER).examples(0, 0)) == []
    assert len(list(Solved(helpless, verified=False).examples(0, 0))) == 4


def test_every_task_with_lean_has_items_whose_texts_are_compiled() -> None:
    for task in WITH_LEAN:
        checks = ExactChecks()
        items = list(Formal(problems(checks), task).examples(0, 0))
        assert {each.task for each in items} == {task.value}
        assert len(items) == 4
        assert len(checks.files) == (0 if task is Prompt.COT_TO_STATEMENT else 4)


def test_a_task_of_another_kind_is_refused() -> None:
    for make in (Rewards, Formal, Changed):
        with pytest.raises(InputError, match="tactic suggestion"):
            make(problems(), Prompt.TACTIC)


def test_the_day_of_a_month_stays() -> None:
    question = "It is November 12 and Ann has 40 stamps. What is the sum of both?"
    sum_of_both = worked(question, "The sum is 12+40 = <<12+40=52>>52.\n#### 52", "p")
    assert sum_of_both is not None
    made = [CHANGES[Prompt.NUMBERS](sum_of_both, Random(seed)) for seed in range(8)]
    assert any(made)
    assert all("November 12 " in each.question for each in made if each)


def test_a_program_names_earlier_results() -> None:
    leo = all_worked()[2]
    steps = program(leo)
    assert steps is not None
    assert lean_program(steps) == (
        "import Mathlib\n\n-- Ann runs … km a week\ndef step1 : ℚ := 18 / 2\n"
        "-- Both run … km\ndef step2 : ℚ := 18 + step1\n"
        "-- In 5 weeks this is … km\ndef step3 : ℚ := step2 * 5\n\n"
        "example : step3 = 135 := by\n  decide +kernel\n"
    )
    assert closed(steps) == (
        "(18 + 18 / 2) * 5 = 135",
        "theorem answer : ((18 : ℚ) + 18 / 2) * 5 = 135",
    )
    assert "step1 = Fraction(18) / 2\n" in python_program(steps)
    tickets = program(all_worked()[3])
    assert tickets is not None
    assert "step1 = Fraction(25, 2) * 8" in python_program(tickets)


def test_a_program_with_numbers_from_nowhere_is_none() -> None:
    text = "He has 20+15 = <<20+15=35>>35.\nThat is 41*2 = <<41*2=82>>82.\n#### 82"
    strange = worked("He has 20 and 15. What is it?", text, "p")
    assert strange is not None
    assert program(strange) is None
    text = "4*30 = <<4*30=120>>120.\n2*60 = <<2*60=120>>120.\n120/120 = <<120/120=1>>1\n#### 1"
    either = worked("He has 4 bags of 30 nuts, and 2 hours. How many a minute?", text, "p")
    assert either is not None
    assert program(either) is None
    trivial = worked("He has 20. What is it?", "It is <<20=20>>20.\n#### 20", "p")
    assert trivial is not None
    assert program(trivial) is None


def test_a_problem_in_the_form_of_a_proof() -> None:
    stated = proof_form("He has 2.5 kg. She has 3. How much is it?", "5.5")
    assert stated == (
        "He has 2.5 kg. She has 3. Prove that the answer to “How much is it?” is 5.5."
    )
    assert proof_form("How much? And how many?", "3") is None
    assert proof_form("Find the sum of 2 and 3.", "5") is None


def test_lean_accepts_all_that_is_made_and_is_asked_once(
    toolchain: EmbeddedToolchain, tmp_path: Path
) -> None:
    asked: list[int] = []
    checks = LeanChecks(lambda: toolchain, tmp_path / "verdicts.jsonl", 2, asked.append)
    tasks = (Prompt.COT_TO_LEAN, Prompt.SOLVE_IN_LEAN, Prompt.STATEMENT_TO_LEAN)
    made = {task: list(Formal(problems(checks), task).examples(0, 0)) for task in tasks}
    assert {len(items) for items in made.values()} == {4}
    files = [each.messages[1].content for each in made[Prompt.COT_TO_LEAN]]
    assert all(text.startswith("import Mathlib\n\n-- ") for text in files)
    assert all(" := by\n" in text for text in files)
    rewards = list(Rewards(problems(checks), Prompt.PRM).examples(0, 0))
    assert len(rewards) >= 6
    assert sum(asked) > 20
    asked.clear()
    again = LeanChecks(lambda: toolchain, tmp_path / "verdicts.jsonl", 2, asked.append)
    assert list(Rewards(problems(again), Prompt.PRM).examples(0, 0)) == rewards
    turned = Formal(problems(again), Prompt.LEAN_TO_COT).examples(0, 0)
    assert all(
        each.messages[0].content.endswith(text) for each, text in zip(turned, files, strict=True)
    )
    assert sum(asked) == 0


def test_lean_refuses_a_wrong_file(toolchain: EmbeddedToolchain, tmp_path: Path) -> None:
    checks = LeanChecks(lambda: toolchain, tmp_path / "verdicts.jsonl")
    good = "import Mathlib\n\nexample : (2 : ℚ) + 2 = 4 := by\n  decide +kernel\n"
    texts = [good, good.replace("4", "5"), good.replace("decide +kernel", "sorry"), "exampel"]
    assert checks.compiles(texts) == [True, False, False, False]
    assert checks.compiles(texts) == [True, False, False, False]


def test_the_interpreter_really_ran_the_code() -> None:
    items = list(Interpreted(all_worked, "mine", find=lambda: None).examples(0, 0))
    assert len(items) == 4
    for each in items:
        roles = [message.role for message in each.messages]
        assert roles[0] == "user"
        assert roles[1:] == ["assistant", "environment"] * (len(roles) // 2 - 1) + ["assistant"]
        assert all(code_of(m.content) for m in each.messages[1:-1] if m.role == "assistant")
        shown = each.messages[-2].content
        assert each.messages[-1].content == f"The answer is {shown}."


def test_labelled_files_are_read(tmp_path: Path) -> None:
    file = tmp_path / "labelled.jsonl"
    steps = {"input": "1 + 1 =", "steps": ["1 + 1 = 3", "So it is 3"], "mistake_index": 0}
    judged = {
        "messages": [{"role": "user", "content": "?"}, {"role": "assistant", "content": "Correct"}],
        "kind": "orm",
        "name": "a",
    }
    records = [
        {**steps, "answer": "3", "target": "2"},
        {**steps, "answer": "2", "target": "2"},
        {**steps, "mistake_index": None, "answer": "2", "target": "2"},
        judged,
    ]
    file.write_text("".join(json.dumps(each) + "\n" for each in records))
    items = sorted(LabelledFile(file).examples(0, 0), key=lambda e: e.name)
    said = [(each.task, each.name, each.messages[-1].content) for each in items]
    assert said == [
        ("process reward", "1", "Step 1: Incorrect"),
        ("outcome reward", "1", "Incorrect"),
        ("process reward", "2", "Step 1: Incorrect"),
        ("process reward", "3", "Step 1: Correct\nStep 2: Correct"),
        ("outcome reward", "3", "Correct"),
        ("outcome reward", "4/a", "Correct"),
    ]
    file.write_text('{"input": "1"}\n')
    with pytest.raises(InputError, match="line 1 is no labelled solution"):
        list(LabelledFile(file).examples(0, 0))


def test_a_mixture_names_every_task(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in RECORDS))

    def made(**table: object) -> Source:
        return source(
            str(table.pop("kind", "solutions")),
            Options("here", {"path": "mine.jsonl", **table}, folder=tmp_path),
        )

    for task in TASKS:
        named = "worked solutions" if task == Prompt.SOLVE else str(task)
        assert made(task=str(task)).name == named
    plain = made(verified=False)  # and no Lean is started
    assert [each.source for each in plain.examples(2, 0)] == ["mine.jsonl"] * 2
    assert made(task="change numbers", solved=True).name == "change numbers, solved"
    assert made(kind="labelled solutions").name == "labelled solutions"
    with pytest.raises(InputError, match="task = 'poetry'"):
        made(task="poetry")
    with pytest.raises(InputError, match="unknown key `verified`"):
        made(task="outcome reward", verified=True)
