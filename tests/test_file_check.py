"""What a fresh Lean says of a whole file, and the axioms behind its theorems."""

from __future__ import annotations

import asyncio

from formalmath.file_check import FileCheck, check_text
from formalmath.lean.elaborator import Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain


def checked(toolchain: EmbeddedToolchain, text: str, seconds: float = 60) -> FileCheck:
    return asyncio.run(check_text(toolchain, text, seconds))


WHOLE = """\
/-- A text with theorem x : 1 = 2 in its comment. -/
theorem fine : 1 + 1 = 2 := by decide

namespace A
axiom propext : False
theorem owed : 1 = 2 := by
  sorry
private theorem shaky : 1 = 2 :=
  propext.elim
open A in
theorem standard (p : Prop) : p ∨ ¬p := Classical.em p
mutual
theorem even : 2 = 2 := rfl
theorem odd : 1 = 2 := propext.elim
end
example : 1 = 2 := propext.elim
end A
theorem fine.again : True := trivial
"""


def test_a_whole_file_is_judged_theorem_by_theorem(toolchain: EmbeddedToolchain) -> None:
    check = checked(toolchain, WHOLE)
    assert check.compiled.accepted
    assert not check.stands
    assert check.foreign == {
        "A.owed": ("sorryAx",),
        "A.shaky": ("A.propext",),
        "A.odd": ("A.propext",),
        "example (line 16)": ("A.propext",),
    }
    assert [m.start.line for m in check.sorries] == [6]
    assert check.axioms["fine"] == check.axioms["A.even"] == check.axioms["fine.again"] == ()
    assert "Classical.choice" in check.axioms["A.standard"]


def test_a_file_of_sound_theorems_stands(toolchain: EmbeddedToolchain) -> None:
    check = checked(toolchain, WHOLE.split("namespace")[0])
    assert check.stands
    assert check.axioms == {"fine": ()}


def test_a_definition_that_owes_its_proof_does_not_stand(toolchain: EmbeddedToolchain) -> None:
    check = checked(toolchain, "def n : {n : Nat // n < 0} := ⟨0, by sorry⟩\n")
    assert check.compiled.accepted
    assert check.sorries
    assert not check.stands


def test_a_file_with_errors_names_them_with_the_files_own_lines(
    toolchain: EmbeddedToolchain,
) -> None:
    text = "theorem a : True := trivial\n\ntheorem b : 1 = 2 := by decide\n"
    check = checked(toolchain, text)
    assert not check.stands
    assert [m.start.line for m in check.compiled.errors] == [3]
    assert check.axioms == {}


def test_a_file_that_comes_to_no_end_does_not_stand(toolchain: EmbeddedToolchain) -> None:
    text = "set_option maxHeartbeats 0\nexample : False := by repeat (have := trivial)"
    check = checked(toolchain, text, seconds=1.5)
    assert check.compiled.outcome is Outcome.TIMEOUT
    assert not check.stands
