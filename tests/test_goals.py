"""Goals as Lean prints them, read into LeanDojo's types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lean_dojo import Declaration, Goal

from formalmath.lean.dojo import TacticState
from formalmath.lean.goals import parse_goals


def goal(conclusion: str, *hypotheses: tuple[str, str]) -> Goal:
    return Goal([Declaration(name, kind) for name, kind in hypotheses], conclusion)


CASES = {
    "⊢ True": [goal("True")],
    "no goals": [],
    "": [],
    "p q : Prop\nhp : p\n⊢ p ∧ q": [goal("p ∧ q", ("p", "Prop"), ("q", "Prop"), ("hp", "p"))],
    "case left\np : Prop\n⊢ p\n\ncase right.h\np : Prop\n⊢ ¬p": [
        goal("p", ("p", "Prop")),
        goal("¬p", ("p", "Prop")),
    ],
    'f : String → Prop\n⊢ f "a ⊢ b"': [goal('f "a ⊢ b"', ("f", "String → Prop"))],
    'h : s = "⊢"\n⊢ False': [goal("False", ("h", 's = "⊢"'))],
    "x : Nat := 3\n⊢ x = 3": [goal("x = 3", ("x", "Nat := 3"))],
    "h :\n  a =\n    b\nn : Nat\n⊢ a\n    = b": [
        goal("a\n    = b", ("h", "a =\n    b"), ("n", "Nat"))
    ],
    "h✝ : p\ninst✝¹ : Inhabited α\n⊢ q": [goal("q", ("h✝", "p"), ("inst✝¹", "Inhabited α"))],
    "«a b» c : Nat\n⊢ True": [goal("True", ("«a_b»", "Nat"), ("c", "Nat"))],
    "case : weird\n⊢ p": [goal("p")],
    "𝔸 : Type\nι : Type u_1\n⊢ ∀ (x : 𝔸), x = x": [
        goal("∀ (x : 𝔸), x = x", ("𝔸", "Type"), ("ι", "Type u_1"))
    ],
    "h : ∀ x : Nat, x = x\n⊢ p": [goal("p", ("h", "∀ x : Nat, x = x"))],
}


@pytest.mark.parametrize("text", list(CASES))
def test_goals_are_read_as_lean_prints_them(text: str) -> None:
    assert parse_goals(text) == CASES[text]


def test_a_tactic_state_knows_its_goals() -> None:
    state = TacticState('h : s = "⊢"\n⊢ f "⊢"\n\n⊢ True', 0)
    assert [g.conclusion for g in state.goals] == ['f "⊢"', "True"]
    assert state.num_goals == 2


names = st.sampled_from(["x", "h₁", "inst✝", "«a b»", "𝔸", "n'", "this"])
# A type goes on in indented lines only, as Lean prints it.
lines = st.text(alphabet=st.sampled_from('pq∧⊢:=()"αβ𝔸 '), min_size=1, max_size=12).map(
    lambda line: f"t{line.strip()}"
)
types = st.lists(lines, min_size=1, max_size=3).map("\n    ".join)
goals = st.tuples(
    st.sampled_from(["", "case inl\n", "case a.b\n"]),
    st.lists(st.tuples(st.lists(names, min_size=1, max_size=3), types), max_size=4),
    types,
)


@given(st.lists(goals, min_size=1, max_size=4))
def test_what_is_printed_as_lean_does_is_read_back(
    states: list[tuple[str, list[tuple[list[str], str]], str]],
) -> None:
    text = "\n\n".join(
        case + "".join(f"{' '.join(ids)} : {kind}\n" for ids, kind in hypotheses) + f"⊢ {wanted}"
        for case, hypotheses, wanted in states
    )
    expected = [
        goal(
            wanted.strip(),
            *((name.replace(" ", "_"), kind) for ids, kind in hypotheses for name in ids),
        )
        for _, hypotheses, wanted in states
    ]
    assert parse_goals(text) == expected


@given(st.text(alphabet=st.sampled_from('⊢ \nca:se«»x"\r\t\u2028✝')))
def test_no_text_makes_it_fail(text: str) -> None:
    assert len(parse_goals(text)) <= text.count("⊢")
