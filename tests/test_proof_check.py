"""What a fresh Lean says of a finished proof, and of a whole file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from formalmath.file_check import FileCheck, check_text
from formalmath.lean.elaborator import Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.messages import Message, Position, Severity
from formalmath.lean.proof_check import ProofCheck, Standing, axioms_of, check_proof
from formalmath.lean.theorem import Theorem


def judged(
    toolchain: EmbeddedToolchain, theorem: Theorem, tactics: Sequence[str], seconds: float = 60
) -> ProofCheck:
    return asyncio.run(check_proof(toolchain, theorem, tactics, seconds))


AND = Theorem("t", "", "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q")
PREFIX_FALSE = "axiom oracle (p : Prop) : p\n\n"


def test_a_proof_is_accepted_with_the_file_that_reads_alone(toolchain: EmbeddedToolchain) -> None:
    check = judged(toolchain, AND, ["constructor", "exact hp", "exact hq"])
    assert check.standing is Standing.ACCEPTED
    assert check.axioms == ()
    assert check.text == (
        "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n"
        "  constructor\n  exact hp\n  exact hq\n"
    )


def test_the_standard_axioms_are_named_and_allowed(toolchain: EmbeddedToolchain) -> None:
    theorem = Theorem("t", "", "theorem t (p : Prop) : p ∨ ¬p")
    check = judged(toolchain, theorem, ["exact Classical.em p"])
    assert check.standing is Standing.ACCEPTED
    assert "Classical.choice" in check.axioms
    assert set(check.axioms) <= {"propext", "Classical.choice", "Quot.sound"}


@pytest.mark.parametrize(
    ("tactics", "why"),
    [
        (["constructor", "exact hp"], "unsolved goals"),
        (["exact hp"], "mismatch"),
        (["exact ⟨hp, hq⟩", "exact hp"], "No goals"),
        (["exact ⟨hp, hq"], "unexpected"),
        (["sorry"], "it rests on sorryAx"),
        (["exact ⟨hp, sorry⟩"], "it rests on sorryAx"),
        (["exact oracle _"], "it rests on oracle"),
    ],
)
def test_a_proof_that_does_not_stand_is_refused_with_the_reason(
    toolchain: EmbeddedToolchain, tactics: list[str], why: str
) -> None:
    theorem = Theorem("t", PREFIX_FALSE, AND.statement)
    check = judged(toolchain, theorem, tactics)
    assert check.standing is Standing.REFUSED
    assert why.lower() in check.detail.lower()


@pytest.mark.parametrize("name", ["propext", "Classical.choice", "Quot.sound"])
def test_an_axiom_that_prints_like_a_standard_one_is_told_apart(
    toolchain: EmbeddedToolchain, name: str
) -> None:
    prefix = f"namespace Foo\naxiom {name} : False\nend Foo\n\nopen Foo\n\n"
    theorem = Theorem("t", prefix, "theorem t : 1 = 2")
    check = judged(toolchain, theorem, [f"exact Foo.{name}.elim"])
    assert check.standing is Standing.REFUSED
    assert check.detail == f"it rests on Foo.{name}"


def test_a_standard_axiom_that_another_hides_is_still_known(toolchain: EmbeddedToolchain) -> None:
    prefix = "namespace Foo\naxiom propext : False\n\n"
    theorem = Theorem("t", prefix, "theorem t (p : Prop) : p ∨ ¬p")
    check = judged(toolchain, theorem, ["exact Classical.em p"])
    assert check.standing is Standing.ACCEPTED
    assert "propext" in check.axioms


def test_a_theorem_in_a_namespace_is_asked_for_by_the_name_it_has_there(
    toolchain: EmbeddedToolchain,
) -> None:
    prefix = "theorem t : True := trivial\n\nnamespace A\naxiom bad : False\n\n"
    check = judged(toolchain, Theorem("t", prefix, "theorem t : 1 = 2"), ["exact bad.elim"])
    assert check.standing is Standing.REFUSED
    assert check.detail == "it rests on A.bad"


def test_what_native_code_computes_is_not_a_proof(toolchain: EmbeddedToolchain) -> None:
    check = judged(toolchain, Theorem("t", "", "theorem t : 2 ^ 10 = 1024"), ["native_decide"])
    assert check.standing is not Standing.ACCEPTED


def test_a_proof_that_comes_to_no_end_is_undecided(toolchain: EmbeddedToolchain) -> None:
    prefix = "set_option maxHeartbeats 0\n\n"
    theorem = Theorem("t", prefix, "theorem t : False")
    check = judged(toolchain, theorem, ["repeat (have := trivial)"], seconds=2)
    assert check.standing is Standing.UNDECIDED
    assert check.detail == "no end after 2 s"


@pytest.mark.parametrize(
    ("text", "axioms"),
    [
        ("'t' does not depend on any axioms", frozenset()),
        ("'A.t' depends on axioms: [propext]", {"propext"}),
        (
            "'t' depends on axioms: [propext,\n Classical.choice,\n Quot.sound]",
            {"propext", "Classical.choice", "Quot.sound"},
        ),
        ("t : True", None),
        ("depends on axioms: [propext]", None),
    ],
)
def test_answers_of_print_axioms_are_read(text: str, axioms: set[str] | None) -> None:
    assert axioms_of(Message(Severity.INFORMATION, text, Position(1, 0))) == axioms


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
        "owed": ("sorryAx",),
        "shaky": ("A.propext",),
        "odd": ("A.propext",),
        "example (line 16)": ("A.propext",),
    }
    assert check.unanswered == []
    assert [m.start.line for m in check.sorries] == [6]
    assert check.axioms["fine"] == check.axioms["even"] == check.axioms["fine.again"] == ()
    assert "Classical.choice" in (check.axioms["standard"] or ())


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
