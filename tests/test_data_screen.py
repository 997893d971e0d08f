"""Benchmark statements are found however they are written, and short formulas find nothing."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.benchmarks import heldout
from formalmath.benchmarks.first_states import first_states
from formalmath.benchmarks.problem import Problem
from formalmath.errors import InputError
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.theorem import Theorem
from tests.data_world import item
from training.data import lean_forms, prose_forms
from training.data.contamination import FORMULA, NAME, PROBLEM, STATEMENT, Screen, screen
from training.data.formats import Formats, Origin

PROBLEMS = heldout.load()
LONG = [p for p in PROBLEMS if len(lean_forms.statement_form(p.statement).split()) >= 7]
SCREEN = screen(["heldout"])
FORMATS = Formats()
OF = Origin("mine", "test")


def problem(statement: str, name: str = "bench_one") -> Problem:
    return Problem("b", "test", "", Theorem(name, "", f"theorem {name} {statement}"))


def reason(text: str, against: Screen = SCREEN, name: str = "mine") -> str:
    found = against.find(item("?", text, name))
    return found.reason if found else ""


def renamed(text: str, suffix: str) -> str:
    """Variables and hypotheses under other names."""
    binders = re.findall(r"[({⦃]([^:(){}⦃⦄]+):", text)
    for name in {name for binder in binders for name in binder.split()}:
        text = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w'₀-₉])", name + suffix, text)
    return text


@given(st.sampled_from(LONG), st.from_regex(r"\A[a-z]{3,6}\Z"), st.sampled_from([" ", "\n    "]))
def test_a_statement_is_found_renamed_and_respaced(each: Problem, new: str, gap: str) -> None:
    body = each.statement.removeprefix(f"theorem {each.name}")
    written = "lemma other" + renamed(body, new).replace(" ", gap) + " := by omega"
    assert reason(written) == STATEMENT
    assert reason(f"We show this.\n```lean\n{written}\n```\nDone.") == STATEMENT


@pytest.mark.parametrize(
    "written",
    [
        "theorem t (x y : Real) (h : x>=0) (k : 3*x + y<=7*x - 2) : y ≠ 100 := by simp",
        "theorem t : forall x y : ℝ, x ≥ 0 -> (3 * x + y ≤ 7 * x - 2) -> y ≠ (100 : ℝ) := by simp",
        "example {b : ℝ} {c : ℝ} (_ : b ≥ 0) : 3 * b + c ≤ 7 * b - 2 → c ≠ 100 := by simp",
        "case inl\nu v : ℝ\nh₀ : u ≥ 0\nh₁ : 3 * u + v ≤ 7 * u - 2\n⊢ v ≠ 100",
        "q : Nat\n⊢ q = q\n\nu v : ℝ\nh₀ : u ≥ 0\nh₁ : 3 * u +\n      v ≤ 7 * u - 2\n⊢ v ≠ 100",
        "u v : ℝ\nh₀ : u ≥ 0\n⊢ 3 * u + v ≤ 7 * u - 2 → v ≠ 100",
    ],
)
def test_a_statement_is_found_in_other_words_and_as_a_state(written: str) -> None:
    against = Screen()
    against.add_theorem(problem("(x y : ℝ) (h₀ : x ≥ 0) (h₁ : 3*x+y ≤ 7*x-2) : y ≠ 100"))
    assert reason(written, against) == STATEMENT
    assert reason(written.replace("100", "101"), against) == ""


@given(st.sampled_from(["x = 1", "x + y = 2", "2 ∣ n", "n < n + 1", "x ^ 2 = 4"]), st.booleans())
def test_a_short_formula_removes_nothing(short: str, in_benchmark: bool) -> None:
    against = Screen()
    if in_benchmark:
        against.add_theorem(problem(f"(x y n : ℕ) : {short}"))
        against.add_problem(f"Show ${short}$.", "b", "b/1")
    stated = f"theorem t (x y n : ℕ) : {short} := h"
    for text in (stated, f"x y n : ℕ\n⊢ {short}", f"So ${short}$."):
        assert reason(text, against) == ""


def test_a_name_is_found_in_the_text_and_as_the_items_own() -> None:
    name = LONG[0].name
    assert reason("simp", name=name) == NAME
    assert reason("simp", name=f"Some.{name}#12") == NAME
    assert reason(f"exact Foo.{name} x") == NAME
    assert reason(f"exact {name}_more x") == ""


@pytest.mark.parametrize(
    "written",
    [
        r"Let $x^2 - \frac{5}{2}x = 1{,}400$. What is the greatest $x$ that is there?",
        "LET  x² − 5/2 x = 1400 .  what is the greatest  x  that is  there",
        r"Q: Let \(x^{2}-\dfrac52x=1400\). What is the greatest \(x\) that is there? A: 4",
    ],
)
def test_a_problem_is_found_however_it_is_typeset(written: str) -> None:
    against = Screen()
    against.add_problem(
        r"Let $x^2-\tfrac52 x=1400$. What is the greatest $x$ that is there?", "b", "b/1"
    )
    assert reason(written, against) == PROBLEM
    assert reason(written.replace("greatest", "least"), against) in ("", FORMULA)


def test_a_long_formula_of_a_problem_is_found_alone() -> None:
    against = Screen()
    against.add_problem("Solve $3x^2 + 7xy - 12 = 45z$ for x.", "b", "b/1")
    assert reason("From $$3 x^{2}+7xy-12=45z$$ we get more.", against) == FORMULA
    assert reason("From 3x + 7 we get more.", against) == ""


@given(st.text())
def test_the_form_of_a_form_is_itself(text: str) -> None:
    form = prose_forms.form(text)
    assert prose_forms.form(form) == form


@given(st.text(alphabet="\\frac{}12 ,$^x²½.<>3", max_size=40))
def test_the_form_of_a_latex_form_is_itself(text: str) -> None:
    form = prose_forms.form(text)
    assert prose_forms.form(form) == form


@given(st.text(alphabet="theorem ()[]{}⊢:→∀∃,=λ1x\n.«»⟨", max_size=60))
def test_broken_lean_text_is_read_without_a_fault(text: str) -> None:
    list(lean_forms.forms(text))
    list(lean_forms.forms(f"theorem {text}"))
    lean_forms.goal_form(text)


def test_states_as_lean_prints_them_are_found(toolchain: EmbeddedToolchain, tmp_path: Path) -> None:
    some = [p for p in LONG if p.name in ("heldout_numbertheory_20", "heldout_algebra_linear_1")]

    async def ask() -> dict[str, str]:
        lean = toolchain.elaborator()
        try:
            return await first_states(some, lean, environment_hash="e", cache=tmp_path)
        finally:
            await lean.close()

    states = asyncio.run(ask())
    assert set(states) == {p.key for p in some}
    assert states == asyncio.run(ask())  # kept
    against = Screen()
    for each in some:
        against.add_theorem(each, states[each.key])
    for state in states.values():
        found = against.find(FORMATS.tactic(OF, state.replace("h₀", "hyp"), "omega"))
        assert found
        assert found.reason == STATEMENT


def test_a_file_of_problems_is_read_and_what_is_none_is_refused(tmp_path: Path) -> None:
    question = "Ann has 12 apples and gives 5 of them to Bob, how many has she?"
    file = tmp_path / "test.jsonl"
    file.write_text(json.dumps({"question": question, "answer": "7"}) + "\n")
    against = screen([], [file])
    assert against.about()["problems"] == {"test.jsonl": 1}
    found = against.find(item(question.upper(), "7"))
    assert found
    assert (found.reason, found.problem) == (PROBLEM, "test/1")
    file.write_text('{"answer": "7"}\n')
    with pytest.raises(InputError, match="holds a line that is no problem"):
        screen([], [file])
    with pytest.raises(InputError, match="no benchmark 'maths'; known: minif2f"):
        screen(["maths"])
