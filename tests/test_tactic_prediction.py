"""The measure of tactic prediction: what a model sees of a state, and the baseline's heads."""

from __future__ import annotations

import pytest

from tests.bench.goal_head import GoalHeads, connective, heads, target
from tests.bench.tactic_prediction import STATE_CHARACTERS, example, view

STATE = """case h.left
α : Type u_1
R : Type (max u v)
inst✝¹ : CommRing R
inst✝ : SomethingLong R
  α
x y : R
f : α → Type
h : x =
    y
⊢ ∀ z,
    x * z = y * z

case h.right
⊢ False"""


def test_a_view_is_the_first_goal_without_instances_and_types() -> None:
    assert view(STATE) == "x y : R\nf : α → Type\nh : x = y\n⊢ ∀ z, x * z = y * z"


def test_a_long_view_loses_its_first_hypotheses_then_the_end_of_its_goal() -> None:
    hypotheses = "\n".join(f"h{n} : x = {n}" for n in range(100))
    short = view(f"{hypotheses}\n⊢ x < 100")
    assert short.endswith("h98 : x = 98\nh99 : x = 99\n⊢ x < 100")
    assert STATE_CHARACTERS - 20 < len(short) <= STATE_CHARACTERS
    assert view("h : p\n⊢ " + "x + " * 200) == ("⊢ " + "x + " * 200)[:STATE_CHARACTERS]


def test_a_tactic_becomes_an_item_in_the_format_of_tactic_suggestion() -> None:
    item = example("t", STATE, "simp")
    assert item.task == "tactic suggestion"
    asked, answer = item.messages
    assert asked.content == (
        "Given the Lean 4 tactic state, suggest a next tactic:\n" + view(STATE)
    )
    assert (answer.role, answer.content) == ("assistant", "simp")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("∀ x, x = 1 ↔ p", "∀"),
        ("¬p", "¬"),
        ("(a = b) ∧ c ≤ d", "∧"),
        ("f (a = b) < g", "<"),
        ("Continuous fun x => (x = 1)", ""),
        ("a ∈ {x | x = 1}", "∈"),
        ("", ""),
    ],
)
def test_the_connective_of_a_goal(text: str, found: str) -> None:
    assert connective(text) == found


def test_heads_and_the_usual_tactics() -> None:
    assert target(STATE).startswith("∀ z,")
    assert heads("h : p\n⊢ (a + b) = c") == (("=", "a"), "=", None)
    learnt = [("⊢ a = b", "rfl")] * 3 + [("⊢ c = b", "ring")] * 2 + [("⊢ p", "simp")] * 2
    usual = GoalHeads([*learnt, ("⊢ c = d", "once")], most=3)
    assert usual.predict("⊢ c = 1") == ["ring", "rfl", "simp"]
    assert usual.predict("⊢ z = 1") == ["rfl", "ring", "simp"]
    assert usual.predict("⊢ z") == ["simp", "rfl", "ring"]
