"""Tactic blocks cut by layout: what is opened, what stays whole, and any block comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.lean.layout import Frame, Tactic, tactics_of
from formalmath.lean.proof_text import moved


def texts(block: str) -> list[str]:
    return [tactic.text for tactic in tactics_of(block)]


def inner(tactic: Tactic) -> list[list[str]]:
    return [[each.text for each in block] for block in tactic.blocks]


def test_a_line_in_the_blocks_column_begins_a_tactic() -> None:
    assert texts("  intro x\n  simp [foo,\n  bar]\n  exact\n    baz") == [
        "intro x",
        "simp [foo,\nbar]",
        "exact\n  baz",
    ]


def test_what_cannot_begin_a_tactic_goes_on_with_the_last_one() -> None:
    assert texts("first\n| rfl\n| simp\nconstructor\n<;> simp") == [
        "first\n| rfl\n| simp",
        "constructor\n<;> simp",
    ]
    assert texts("open Nat in\nsimp\nrfl") == ["open Nat in\nsimp", "rfl"]
    assert texts("calc a\n_ = b := h\nrfl") == ["calc a\n_ = b := h", "rfl"]


def test_a_semicolon_separates_unless_a_tactic_takes_what_follows() -> None:
    assert texts("intro x; simp; rfl") == ["intro x", "simp", "rfl"]
    assert texts("all_goals simp; rfl") == ["all_goals simp; rfl"]
    assert texts("constructor <;> (simp; rfl)") == ["constructor <;> (simp; rfl)"]


def test_comments_and_strings_mislead_nobody() -> None:
    assert texts("simp -- rfl\n/- simp\nrfl -/\nrfl") == ["simp", "rfl"]
    assert texts('  foo "a\n  b"\n  rfl') == ['foo "a\n  b"', "rfl"]


def test_blocks_in_focus_are_opened() -> None:
    bullet, braces, rest = tactics_of("· simp\n  rfl\n{ simp; rfl }\n(simp; rfl)")
    assert bullet.frame is braces.frame is Frame.FOCUS
    assert inner(bullet) == inner(braces) == [["simp", "rfl"]]
    assert rest == Tactic("(simp; rfl)")


def test_a_case_names_hypotheses_and_is_opened() -> None:
    [named, unnamed, several] = tactics_of("case inl h _ => rfl\nnext => simp\ncase a | b => rfl")
    assert (named.label, inner(named)) == ("case inl =>", [["rename_i h _", "rfl"]])
    assert (unnamed.label, inner(unnamed)) == ("next =>", [["simp"]])
    assert several.frame is Frame.PLAIN


def test_alternatives_become_holes() -> None:
    [found] = tactics_of(
        "  induction n with\n  | zero => rfl\n  | succ n ih =>\n    rcases h with a | b\n    · rfl"
    )
    assert found.frame is Frame.BRANCHES
    assert found.head == "induction n with\n| zero => ?_\n| succ n ih => ?_"
    assert inner(found) == [["rfl"], ["rcases h with a | b", "· rfl"]]


@pytest.mark.parametrize(
    "text",
    [
        "rcases h with a | b",
        "induction n with simp\n| zero => rfl",
        "cases h with\n| inl h => ?_\n| inr h => rfl",
        "cases h with | inl h => rfl | inr h => rfl".replace("| inr", "\n| inr"),
        "match h with\n| a\n| b => rfl",
    ],
)
def test_alternatives_of_other_shapes_stay_whole(text: str) -> None:
    assert tactics_of(text) == (Tactic(text),)


def test_the_proof_of_a_have_becomes_a_hole() -> None:
    named, bare, term, bound = tactics_of(
        "have h : a = b := by\n  simp\n  rfl\nhave : c := by rfl; simp\nhave h : a := b\n"
        "have := by rfl"
    )
    assert (named.frame, named.head, inner(named)) == (
        Frame.SIDE,
        "have h : a = b := ?_",
        [["simp", "rfl"]],
    )
    assert (bare.head, inner(bare)) == ("have : c := ?_", [["rfl", "simp"]])
    assert term.frame is bound.frame is Frame.PLAIN


def test_a_block_without_tactics_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one tactic"):
        tactics_of("  -- nothing\n")


_PLAIN = st.sampled_from(["rfl", "simp [a,\n  b]", "exact foo fun x =>\n    bar x", "intro x y"])


def _branches(blocks: list[list[str]]) -> str:
    arms = [f"| c{i} x =>\n" + _block(block, "    ") for i, block in enumerate(blocks)]
    return "cases h with\n" + "\n".join(arms)


def _block(tactics: list[str], indent: str) -> str:
    return "\n".join(moved(tactic, indent) for tactic in tactics)


_TACTIC = st.recursive(
    _PLAIN,
    lambda tactic: st.one_of(
        st.lists(tactic, min_size=1, max_size=3).map(lambda b: "· " + _block(b, "  ").lstrip()),
        st.lists(tactic, min_size=1, max_size=3).map(
            lambda b: "have h : p := by\n" + _block(b, " ")
        ),
        st.lists(tactic, min_size=1, max_size=3).map(lambda b: "next a =>\n" + _block(b, "  ")),
        st.lists(st.lists(tactic, min_size=1, max_size=3), min_size=1, max_size=2).map(_branches),
    ),
    max_leaves=8,
)


def leaves(tactics: tuple[Tactic, ...]) -> int:
    return sum(sum(map(leaves_of, tactic.blocks)) if tactic.blocks else 1 for tactic in tactics)


def leaves_of(block: tuple[Tactic, ...]) -> int:
    return leaves(tuple(t for t in block if not t.text.startswith("rename_i")))


@given(st.lists(_TACTIC, min_size=1, max_size=4), st.sampled_from(["", "  ", "      "]))
def test_any_block_comes_back(tactics: list[str], indent: str) -> None:
    found = tactics_of(_block(tactics, indent))
    assert [each.text for each in found] == [moved(tactic, "") for tactic in tactics]
    plain = sum(
        tactic.count(line) for tactic in tactics for line in ("rfl", "simp", "exact", "intro")
    )
    assert leaves(found) == plain
