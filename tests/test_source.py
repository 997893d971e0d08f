"""Theorems out of files and back into them, statements from a command line, candidate texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.errors import InputError
from formalmath.lean.commands import COMMAND_WORDS, SCOPING
from formalmath.lean.messages import Position
from formalmath.lean.source import (
    example_chunk,
    proof_position,
    read_source,
    render_proof,
    sorry_theorems,
    splice,
    statement_theorem,
    tactic_fault,
)
from formalmath.lean.theorem import Theorem

FILE = """\
import Mathlib

/-! Module text with theorem inside := by sorry -/
open Nat

def two (n : ℕ := 2) : ℕ := n -- theorem fake : 1 = 2 := by sorry

theorem done_already : two = 2 := by
  have h : 1 = 1 := by sorry
  rfl

/-- The first. -/
@[simp] private theorem first (x : ℕ := 3) (h : x = 3) :
    let y := x + 1; y = 4 /- := by sorry -/ :=
  -- later
  by
    sorry

namespace Foo
set_option maxRecDepth 1000 in
open Int in
/-- Second. -/
lemma Bar.second.{u} (α : Type u) (s : String := "a := by sorry") : s = s := sorry
end Foo

theorem «third one» : (fun x : ℕ => x) 1 = 1 := by sorry
"""


def only(text: str) -> Theorem:
    [theorem] = sorry_theorems(text)
    return theorem


def test_finds_exactly_the_theorems_that_are_sorry() -> None:
    assert [t.name for t in sorry_theorems(FILE)] == ["first", "Bar.second", "«third one»"]


def test_the_statement_is_kept_character_for_character() -> None:
    first, second, third = sorry_theorems(FILE)
    assert first.statement == (
        "theorem first (x : ℕ := 3) (h : x = 3) :\n    let y := x + 1; y = 4 /- := by sorry -/ "
    )
    assert second.statement == (
        'lemma Bar.second.{u} (α : Type u) (s : String := "a := by sorry") : s = s '
    )
    assert third.statement == "theorem «third one» : (fun x : ℕ => x) 1 = 1 "


def test_nothing_dangles_at_the_end_of_a_prefix() -> None:
    first, second, _ = sorry_theorems(FILE)
    assert first.prefix == FILE[: FILE.index("/-- The first")]
    assert second.prefix == (
        FILE[: FILE.index("set_option")] + "set_option maxRecDepth 1000 \nopen Int \n"
    )


def test_earlier_theorems_stay_in_a_prefix() -> None:
    third = sorry_theorems(FILE)[2]
    assert third.prefix == FILE[: FILE.index("theorem «third")]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("theorem a : b := sorry", "theorem a : b "),
        ("theorem a : b :=\n  sorry -- here", "theorem a : b "),
        ("theorem a : b:=by sorry", "theorem a : b"),
        (
            "theorem a : have h := c; let x : ℕ := 1; d := by sorry",
            "theorem a : have h := c; let x : ℕ := 1; d ",
        ),
        (
            "theorem a : let f | 0 => 1 | _ => 2; f 0 = 1 := by sorry",
            "theorem a : let f | 0 => 1 | _ => 2; f 0 = 1 ",
        ),
        ("theorem a : open Real in π > 3 := by sorry", "theorem a : open Real in π > 3 "),
        ("theorem a (h : x.end = #s) : b := by sorry", "theorem a (h : x.end = #s) : b "),
        ("theorem a : (f x).end = 1 := by sorry", "theorem a : (f x).end = 1 "),
        ("section\n  open Nat\n  theorem a : b := by sorry\nend", "theorem a : b "),
    ],
)
def test_finds_the_assignment_of_the_proof(text: str, statement: str) -> None:
    assert only(text).statement == statement


@pytest.mark.parametrize(
    "text",
    [
        "theorem a : b := by simp",
        "theorem a : b := by\n  have : c := by sorry\n  exact this",
        "theorem a : b := by\n  have : c := by sorry",
        "theorem a : b := by\n  sorry\n  done",
        "theorem a : b\n  | 0 => sorry",
        "def a : b := by sorry",
        "macro `(theorem a : b := by sorry) 1",
        "/- theorem a : b := by sorry -/",
        "",
    ],
)
def test_leaves_other_theorems_alone(text: str) -> None:
    assert sorry_theorems(text) == []


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("open A in open scoped B in theorem a : b := sorry", "open A  open scoped B  "),
        ("#guard_msgs in\n@[simp]\nprotected theorem a : b := sorry", ""),
        ("count_heartbeats in\ntheorem a : b := sorry", ""),
        ("variable (n : ℕ) in\ntheorem a : b := sorry", "variable (n : ℕ) \n"),
        ("/-! m -/\n/-- d -/ theorem a : b := sorry", "/-! m -/\n"),
        ("noncomputable section\ntheorem a : b := sorry", "noncomputable section\n"),
        ("@[simp] def x := 1\n@[a (b := 1), c] lemma a : b := sorry", "@[simp] def x := 1\n"),
    ],
)
def test_what_stands_directly_before_a_theorem(text: str, prefix: str) -> None:
    assert only(text).prefix == prefix


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("theorem a : b := by sorry\n/- c", "x.lean, line 2: a comment that is not closed"),
        ('\ntheorem a : "b := by sorry', "x.lean, line 2: a string that is not closed"),
        ("theorem : b := by sorry", "x.lean, line 1: a `theorem` without a name"),
    ],
)
def test_says_where_a_file_cannot_be_read(text: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        sorry_theorems(text, "x.lean")


@given(st.text(st.sampled_from("theorm let:=by sry(){}/-\"' \n@[#")))
def test_any_text_gives_theorems_or_an_input_error(text: str) -> None:
    for wrapped in (text, f"theorem a : {text} := by sorry"):
        try:
            theorems = sorry_theorems(wrapped)
        except InputError:
            continue
        for theorem in theorems:
            assert theorem.statement in wrapped


def test_reads_files_and_says_why_it_cannot(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.lean", tmp_path / "bad.lean"
    good.write_bytes("theorem a : π\r\n".encode())
    bad.write_bytes(b"theorem \xff")
    assert read_source(good) == "theorem a : π\r\n"
    with pytest.raises(InputError, match=r"bad\.lean is not UTF-8 \(byte 8\)"):
        read_source(bad)
    with pytest.raises(InputError, match="does not exist"):
        read_source(tmp_path / "none.lean")
    with pytest.raises(InputError, match="cannot be read"):
        read_source(tmp_path)


# Rendering


def test_a_rendered_proof_reads_alone() -> None:
    third = sorry_theorems(FILE)[2]
    assert render_proof(third, ["skip", "rfl"]) == (
        third.prefix + "theorem «third one» : (fun x : ℕ => x) 1 = 1 := by\n  skip\n  rfl\n"
    )


def test_a_statement_that_ends_in_a_comment_is_not_lost_in_it() -> None:
    assert render_proof(Theorem("a", "", "theorem a : b -- c"), ["d"]) == (
        "theorem a : b -- c\n  := by\n  d\n"
    )
    assert render_proof(Theorem("a", "", "theorem a : b -- c\n"), ["d"]) == (
        "theorem a : b -- c\n:= by\n  d\n"
    )


@pytest.mark.parametrize(
    ("tactic", "lines"),
    [
        (" simp ", "  simp"),
        ("constructor\n· simp\n  rfl", "  constructor\n  · simp\n    rfl"),
        ("\n    a\n      b\n\n    c\n", "  a\n    b\n\n  c"),
        ('exact "x\n y\n" ++ f\n  z', '  exact "x\n y\n" ++ f\n    z'),
        ('  a\n    "x\n y"\n  b', '  a\n    "x\n y"\n  b'),
    ],
)
def test_tactics_keep_their_relative_indentation(tactic: str, lines: str) -> None:
    theorem = Theorem("a", "", "theorem a : b")
    assert render_proof(theorem, [tactic]) == f"theorem a : b := by\n{lines}\n"


@pytest.mark.parametrize("tactics", [[], [""], ["simp", " \n"]])
def test_a_proof_needs_tactics(tactics: list[str]) -> None:
    with pytest.raises(ValueError, match="tactic"):
        render_proof(Theorem("a", "", "theorem a : b"), tactics)


def test_proofs_go_back_into_their_file() -> None:
    first, second, third = sorry_theorems(FILE)
    text = splice(FILE, first, ["simp", "rfl"])
    text = splice(text, third, ["rfl"])
    text = splice(text, second, ["rfl"])
    assert sorry_theorems(text) == []
    for theorem in (first, second, third):
        assert theorem.statement in text
    assert "/- := by sorry -/ := by\n  simp\n  rfl\n\nnamespace Foo" in text
    with pytest.raises(InputError, match="has no `first`"):
        splice(text, first, ["rfl"])


def test_theorems_of_one_name_and_statement_are_told_apart_by_what_is_before_them() -> None:
    text = "namespace A\ntheorem a : b := sorry\nend A\ntheorem a : b := sorry\n"
    one, two = sorry_theorems(text)
    assert splice(text, two, ["x"]).endswith(
        "theorem a : b := sorry\nend A\ntheorem a : b := by\n  x\n"
    )
    assert "namespace A\ntheorem a : b := by\n  x\nend A" in splice(text, one, ["x"])
    with pytest.raises(InputError, match="more than one"):
        splice("-- changed\n" + text, one, ["x"])


def test_an_example_stands_for_its_theorem() -> None:
    theorem = Theorem("a", "open Nat\n", "theorem a {n : ℕ} :\n  n = n ")
    assert example_chunk(theorem, ["rfl"]) == "example {n : ℕ} :\n  n = n := by\n  rfl"
    assert proof_position(theorem) == Position(2, 11)


def test_an_example_resolves_names_as_its_theorem() -> None:
    theorem = Theorem("Nat.«a.b».c", "", "theorem Nat.«a.b».c.{u, v} (α : Type u) : succ 0 = 1")
    assert example_chunk(theorem, ["rfl"]) == (
        "namespace Nat.«a.b»\n"
        "universe u v in\n"
        "example (α : Type u) : succ 0 = 1 := by\n"
        "  rfl\n"
        "end Nat.«a.b»"
    )
    assert proof_position(theorem) == Position(3, 37)
    rooted = Theorem("_root_.Nat.a", "", "theorem _root_.Nat.a : 1 = 1")
    assert example_chunk(rooted, ["rfl"]) == "example : 1 = 1 := by\n  rfl"


# Statements


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("(n : ℕ) : n + 0 = n", "theorem statement (n : ℕ) : n + 0 = n"),
        ("  {n} [h : p n] ⦃m : ℕ⦄ : q := by sorry ", "theorem statement {n} [h : p n] ⦃m : ℕ⦄ : q"),
        (": 1 = 1 := sorry", "theorem statement : 1 = 1"),
        ("∀ n : ℕ, n = n", "theorem statement : ∀ n : ℕ, n = n"),
        ("(2 : ℕ) + 2 = 4", "theorem statement : (2 : ℕ) + 2 = 4"),
        ("let x := 1; x = 1", "theorem statement : let x := 1; x = 1"),
        ("theorem foo (n) : n = n", "theorem statement (n) : n = n"),
        ("theorem foo : 1 = 1 := by\n  sorry", "theorem statement : 1 = 1"),
        ("theorem foo : 1 = 1 := by", "theorem statement : 1 = 1"),
        ("theorem foo n : n = 1 :=", "theorem statement n : n = 1"),
        ("lemma Nat.foo.{u} : a.{u} = 1", "theorem Nat.statement.{u} : a.{u} = 1"),
        ("/-- Doc. -/\n@[simp] private theorem foo : p", "theorem statement : p"),
        ("example (n : ℕ) : n = n", "theorem statement (n : ℕ) : n = n"),
        ("-- text\n(n : ℕ) : n = n -- more", "theorem statement (n : ℕ) : n = n -- more"),
    ],
)
def test_statements_from_the_command_line(text: str, statement: str) -> None:
    theorem = statement_theorem(text, "import Mathlib\n")
    assert theorem.statement == statement
    assert theorem.prefix == "import Mathlib\n"
    assert theorem.statement.startswith(f"theorem {theorem.name}")
    assert only(render_proof(theorem, ["sorry"])).name == theorem.name


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is empty"),
        ("-- only a comment", "is empty"),
        ("(n : ℕ : n = n", "`\\(` is not closed"),
        ("(n : ℕ)) : n = n", "`\\)` closes nothing"),
        ('(s : String) : s = "a', "a string that is not closed"),
        ("theorem foo : 1 = 1 := by simp", "has a proof already"),
        ("theorem : 1 = 1", "has no colon|has no name"),
        ("theorem foo", "has no colon"),
        ("theorem", "has no name"),
        ("(n : ℕ) :", "has no proposition"),
        (":= by sorry", "has no proposition"),
        ("import Mathlib\ntheorem foo : 1 = 1", "holds the command `import`"),
        ("theorem foo : 1 = 1 theorem bar : 2 = 2", "holds the command `theorem`"),
        ("def foo : 1 = 1", "holds the command `def`"),
    ],
)
def test_says_what_is_no_statement(text: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        statement_theorem(text)


# Candidates


@pytest.mark.parametrize(
    "text",
    [
        "simp",
        "  omega -- closes it",
        "exact h.end",
        "exact theorem_foo lemma' defn ends «theorem»",
        "rw [hdef,\n  hend] at hopen; exact (fun x => hdef x hclass)",
        "rcases h with hopen | hdef",
        "exact (hopen).1",
        "open Nat in simp",
        "open scoped Real in\n  norm_num",
        "open Nat Int hiding add_comm in open Real (pi) in simp",
        "open Nat renaming a → b, c → d in simp",
        "set_option maxRecDepth 5000 in\nset_option pp.all true in simp",
        'exact absurd "theorem a := by sorry" (by simp) /- end -/',
        "simp [`theorem, #s, #[1, 2]]",
        "rcases h with ⟨a, ⟨b, c⟩⟩ | {d}",
        "exact f ⁻¹' {x | x.1 = 'a'}",
    ],
)
def test_tactics_are_let_through(text: str) -> None:
    assert tactic_fault(text) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "it is empty"),
        (" \n-- nothing\n", "it is empty"),
        ("exact (1", "`(` is not closed"),
        ("exact ⟨1, 2)", "`)` closes nothing"),
        ("simp]", "`]` closes nothing"),
        ("simp /- rest", "a comment that is not closed"),
        ('exact "rest', "a string that is not closed"),
        (r'exact "\q"', "a string with a wrong escape"),
        ("exact 'ab'", "a broken character literal"),
        ("exact «rest", "a «quoted» identifier that is not closed"),
        ("rfl\ntheorem foo : 1 = 2 := sorry", "`theorem` begins a command"),
        ("rfl\n.theorem foo : 1 = 2 := sorry", "`theorem` begins a command"),
        ("rfl #eval 1", "`#eval` begins a command"),
        ("#exit", "`#exit` begins a command"),
        ("rfl @[simp]", "`@[` begins a command"),
        ("rfl /-- doc -/", "`/--` begins a command"),
        ("rfl /-! doc -/", "`/-!` begins a command"),
        ("local notation", "`local` begins a command"),
        ("open Nat", "`open` without `in` and a tactic is a command"),
        ("open in simp", "`open` without `in` and a tactic is a command"),
        ("open Nat in", "`open` without `in` and a tactic is a command"),
        ("open Nat\nsimp; rcases h in k", "`open` without `in` and a tactic is a command"),
        ("set_option a.b false", "`set_option` without `in` and a tactic is a command"),
        ("open Nat in set_option a 1", "`set_option` without `in` and a tactic is a command"),
        ("open Nat in theorem", "`theorem` begins a command"),
        ("xaxiom foo : False", "no tactic is called `xaxiom`"),
        ("h.end Nat", "no tactic is called `h.end`"),
        ("rfl\nxvariable (h : False)", "no tactic is called `xvariable`"),
        ("all_goals (hdef x := 1)", "no tactic is called `hdef`"),
        ("first | hdef x := 1 | rfl", "no tactic is called `hdef`"),
        ("cases n with\n| zero => hdef x := 1", "no tactic is called `hdef`"),
        ("iterate 3 hdef", "no tactic is called `hdef`"),
        ("«axiom foo : False»", "no tactic is called `«axiom"),
        ("exact f ⁻¹'", "`⁻¹'` lacks what it applies to"),
        ("exact \ud800", "half a surrogate pair"),
    ],
)
def test_says_what_is_no_tactic(text: str, what: str) -> None:
    assert what in (tactic_fault(text) or "nothing")


@pytest.mark.parametrize("word", sorted(COMMAND_WORDS - SCOPING))
def test_no_command_word_is_a_tactic(word: str) -> None:
    assert tactic_fault(f"rfl\n{word} x") == f"not a tactic: `{word}` begins a command"
    assert tactic_fault(f"exact {word}_x h.{word} {word}' x{word}") is None
    assert tactic_fault(f"x{word}") is not None


@given(st.text())
def test_judging_a_candidate_never_raises(text: str) -> None:
    fault = tactic_fault(text)
    assert fault is None or fault.startswith("not a tactic: ")
