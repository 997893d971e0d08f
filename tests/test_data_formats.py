"""Every row of the task table: the prompt as published, or with Lean 4, and its answer."""

from __future__ import annotations

import pytest

from formalmath.informal.conversation import code_of
from formalmath.informal.prompts import LEGACY, Prompt
from formalmath.lean.docstrings import documented
from training.data.formats import Formats, Origin, few_shot
from training.example import Example

OF = Origin("name", "source")
F = Formats()
OLD = Formats(LEGACY)


def said(example: Example) -> tuple[str, str]:
    asked, answer = example.messages
    assert (asked.role, answer.role) == ("user", "assistant")
    assert Example.from_json(example.to_json()) == example
    return asked.content, answer.content


def test_problems_and_solutions() -> None:
    assert said(F.solve(OF, "Q?", "A.")) == ("Q?", "A.")
    assert F.solve(OF, "Q?", "A.", "primes").task == "primes"
    assert said(F.solve_in_lean(OF, "Q?", "#eval 2")) == ("Q?\nSolve this via Lean 4", "#eval 2")
    assert said(OLD.solve_in_lean(OF, "Q?", "L"))[0] == "Q?\nSolve this via Lean 3"
    asked = "Convert this answer into Lean 4. Question:Q?\nAnswer:A."
    assert said(F.cot_to_lean(OF, "Q?", "A.", "L")) == (asked, "L")
    assert said(OLD.cot_to_lean(OF, "Q?", "A.", "L"))[0] == (
        "Convert this answer into Lean3. Question:Q?\nAnswer:A."
    )
    asked = "Convert this lean 3 code into a natural language problem with answers:\nL"
    assert said(OLD.lean_to_cot(OF, "L", "Q?", "A.")) == (asked, "Question:Q?\nAnswer:A.")
    asked = "Convert this question and answer into a proof format.\nQuestion:Q?\nAnswer:A."
    assert said(F.cot_to_statement(OF, "Q?", "A.", "Prove that A.")) == (asked, "Prove that A.")


def test_statements() -> None:
    asked = "Convert this natural language statement into a Lean 4 theorem statement:S"
    assert said(F.statement_to_lean(OF, "S", "L")) == (asked, "L")
    asked = "Convert this natural langauge statement into a Lean 3 theorem statement:S"
    assert said(OLD.statement_to_lean(OF, "S", "L")) == (asked, "L")
    asked = "Convert this Lean 4 theorem statement into natural language:L"
    assert said(F.lean_to_statement(OF, "L", "S")) == (asked, "S")
    asked = "Given the Lean 4 tactic state, suggest a next tactic:\n⊢ p {x}"
    assert said(F.tactic(OF, "⊢ p {x}", "rfl")) == (asked, "rfl")


def test_rewards() -> None:
    asked = "Given a question and an answer, check is it correct?\nQuestion:Q\nAnswer:A"
    assert said(F.outcome(OF, "Q", "A", False)) == (asked, "Incorrect")
    asked = (
        "Given a question and an answer, check correctness of each step.\n"
        "Question:Q\nAnswer:Step 1: a\nStep 2: b\nStep 3: c"
    )
    process = F.process(OF, "Q", ["a", "b", "c"], [True, False])
    assert said(process) == (asked, "Step 1: Correct\nStep 2: Incorrect")
    asked = (
        "Given a question and two answers, which one is better? \n"
        "Question:Q\nAnswer 1:A\nAnswer 2:B"
    )
    assert said(F.pairwise(OF, "Q", "A", "B", 2)) == (asked, "Answer 2")
    with pytest.raises(ValueError, match="number 3"):
        F.pairwise(OF, "Q", "A", "B", 3)


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [
        (Prompt.REPHRASE, "Describe this problem in another way. Q"),
        (Prompt.AUGMENT, "Please augment a new problem based on: Q"),
        (Prompt.HARDER, "Increase the complexity of the problem: Q"),
        (Prompt.NUMBERS, "Change specific numbers: Q"),
        (Prompt.FRACTIONS, "Introduce fractions or percentages: Q"),
    ],
)
def test_augmentation(prompt: Prompt, asked: str) -> None:
    assert said(F.augment(OF, prompt, "Q", "R")) == (asked, "R")
    assert F.augment(OF, prompt, "Q", "R").task == prompt.value
    with pytest.raises(ValueError, match="makes no problem"):
        F.augment(OF, Prompt.ORM, "Q", "R")


def test_code_is_written_as_the_interpreter_reads_it() -> None:
    example = F.code_interpreter(OF, "Q?", [("We add.", "print(1 + 1)", "2"), ("", "x", "E")], "2.")
    assert [m.role for m in example.messages] == [
        "user", "assistant", "environment", "assistant", "environment", "assistant",
    ]  # fmt: skip
    assert example.messages[1].content.startswith("We add.\n<|action_start|>")
    assert [code_of(m.content) for m in example.messages[1::2]] == ["print(1 + 1)", "x", None]


def test_few_shot() -> None:
    one, two, three = (F.solve(Origin(q, "s"), q, q.lower()) for q in "ABC")
    made = few_shot([one, two], three)
    assert said(made) == ("Question:A\nAnswer:a\nQuestion:B\nAnswer:b\nQuestion:C\nAnswer:", "c")
    assert (made.task, made.name) == ("few-shot", "C")


LEAN = """\
/-- Not of a theorem. -/
def two := 2

/-- Every number
is itself.

And so on: {n}. -/
@[simp] protected theorem self (n : ℕ) :
    n = n := by rfl

theorem bare : True := trivial

section
open Nat
variable {m : ℕ}
  (k : ℕ)
/-- In a section. -/
lemma boxed : m = m := rfl
end

/-- By cases. -/
theorem cases : ∀ n : ℕ, n = n
  | 0 => rfl
  | _ => rfl

namespace A
/-- Inside. -/
open Foo in
lemma inner (h : let x := 1; x = 1) : True := trivial
"""


def test_theorems_with_a_doc_comment_are_found_with_their_statement() -> None:
    assert [(d.name, d.statement, d.doc, d.context) for d in documented(LEAN)] == [
        (
            "self",
            "theorem self (n : ℕ) :\n    n = n",
            "Every number is itself.\nAnd so on: {n}.",
            "",
        ),
        ("boxed", "lemma boxed : m = m", "In a section.", "open Nat\nvariable {m : ℕ} (k : ℕ)"),
        (
            "inner",
            "lemma inner (h : let x := 1; x = 1) : True",
            "Inside.",
            "namespace A\nopen Foo in",
        ),
    ]
