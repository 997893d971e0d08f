"""What the tokeniser and the putting together of proofs assume, asked of the real Lean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from formalmath.lean.messages import Message
from formalmath.lean.source import (
    example_chunk,
    proof_position,
    render_proof,
    sorry_theorems,
    splice,
    tactic_fault,
)
from formalmath.lean.theorem import Theorem
from formalmath.lean.tokens import Kind, scan

LeanRun = Callable[[str], list[Message]]

FILE = """\
/-- Dangling text. -/
@[simp] theorem first (n : Nat := 3) : let m := n; m + 0 = n := by
  -- later
  sorry

namespace Foo
def seven := 7
end Foo

open Nat in
set_option maxRecDepth 300 in
/-- Names of `Foo` and `Nat`. -/
protected theorem Foo.second.{u} (α : Type u) (a : α) : a = a ∧ seven = succ 6 := by sorry
"""


def errors(messages: list[Message]) -> list[str]:
    return [m.text for m in messages if m.is_error]


def test_each_prefix_reads_alone_and_each_proof_compiles(lean_run: LeanRun) -> None:
    first, second = sorry_theorems(FILE)
    assert errors(lean_run(render_proof(first, ["intro m", "rfl"]))) == []
    assert errors(lean_run(render_proof(second, ["constructor\n· rfl", "· rfl"]))) == []


def test_a_file_with_its_proofs_put_in_compiles(lean_run: LeanRun) -> None:
    first, second = sorry_theorems(FILE)
    text = splice(FILE, first, ["intro m", "rfl"])
    text = splice(text, second, ["exact ⟨rfl,\n  rfl⟩"])
    assert lean_run(text) == []


def test_an_example_means_what_its_theorem_means(lean_run: LeanRun) -> None:
    _, second = sorry_theorems(FILE)
    chunk = example_chunk(second, ["constructor", "· rfl"])
    messages = lean_run(f"{second.prefix}\n{chunk}\n")
    [message] = [m for m in messages if m.is_error]
    before = second.prefix.count("\n") + 1
    assert message.text.startswith("unsolved goals\ncase right\nα : Type u\na : α\n⊢")
    assert message.start.line - before == proof_position(second).line
    assert message.start.column == proof_position(second).column
    done = example_chunk(second, ["constructor", "· rfl", "· rfl"])
    assert errors(lean_run(f"{second.prefix}\n{done}\n{done}\n")) == []


# Whether Lean finds fault with a text, or with the `#check Prop` that comes after it.
SNIPPETS = [
    "/- a /- b -/ -/",
    "/-/- a -/",
    "/- a /- b -/",
    '#check "-- /- \\" "',
    '#check "unclosed',
    r'#check r"\" -- "',
    "#check r#\"a\"b\"#",
    "#check 'a' --'",
    "#check '\\''",
    "#check fun h' : Nat => h' --'b",
    "#check 'ab'",
    r'#check "\q"',
    '#check "\\\n  gap"',
    r'#check s!"\{ {1}"',
    "#check 1 /- \" -/",
    "-- /- \"",
    "#check (fun «a b» : Nat => «a b»)",
    "#check «a",
    '#check s!"a{"b"}"',
    '#check s!"a{"}"}b"',
    '#check s!"a{"',
]  # fmt: skip


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_reports_a_fault_where_lean_does(snippet: str, lean_run: LeanRun) -> None:
    messages = lean_run(f"{snippet}\n\n#check Prop\n")
    untouched = any(m.text == "Prop : Type" for m in messages) and not errors(messages)
    assert untouched is (scan(snippet).fault is None)


@pytest.mark.parametrize("word", ["é", "ÿ'", "Łx", "xⱼ", "ℕ", "αβ", "«a\nb»", "a₁", "𝔸!", "h?"])
def test_reads_identifiers_as_lean_does(word: str, lean_run: LeanRun) -> None:
    assert [(t.kind, t.text) for t in scan(word).tokens] == [(Kind.WORD, word)]
    assert errors(lean_run(f"#check fun ({word} : Nat) => {word}\n")) == []


@pytest.mark.parametrize(
    "candidate",
    [
        "rfl\n.theorem evil : 1 = 2 := sorry",
        "rfl) theorem evil : 1 = 2 := sorry",
        "xaxiom evil : 1 = 2",
        "try h.axiom evil : 1 = 2",
        "«axiom evil : 1 = 2\n»",
    ],
)
def test_what_is_refused_would_have_escaped(candidate: str, lean_run: LeanRun) -> None:
    chunk = example_chunk(Theorem("a", "", "theorem a : 1 = 1"), [candidate])
    assert "evil : 1 = 2" in [m.text for m in lean_run(f"{chunk}\n#check evil\n")]
    assert tactic_fault(candidate) is not None
