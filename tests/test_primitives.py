"""What Lean's kernel computes by name is what the core defines, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from formalmath.lean.messages import Message

Run = Callable[[str], list[Message]]

TEXTS = Path(__file__).parent / "lean"

# One true and one false value of each function that the kernel computes on literals.
VALUES: dict[str, tuple[str, str, str]] = {
    "Nat.succ": ("Nat.succ 4", "5", "6"),
    "Nat.add": ("Nat.add 2 2", "4", "5"),
    "Nat.sub": ("Nat.sub 2 5", "0", "3"),
    "Nat.mul": ("Nat.mul 6 7", "42", "41"),
    "Nat.div": ("Nat.div 7 0", "0", "7"),
    "Nat.mod": ("Nat.mod 7 0", "7", "0"),
    "Nat.gcd": ("Nat.gcd 12 18", "6", "0"),
    "Nat.beq": ("Nat.beq 3 3", "true", "false"),
    "Nat.ble": ("Nat.ble 4 3", "false", "true"),
    "Nat.land": ("Nat.land 12 10", "8", "0"),
    "Nat.lor": ("Nat.lor 12 10", "14", "22"),
    "Nat.xor": ("Nat.xor 12 10", "6", "0"),
    "Nat.shiftLeft": ("Nat.shiftLeft 3 4", "48", "12"),
    "Nat.shiftRight": ("Nat.shiftRight 100 3", "12", "13"),
    "Nat.pow": ("Nat.pow 0 0", "1", "0"),
    "Nat.log2": ("Nat.log2 1000", "9", "10"),
}

# What else the kernel or the elaborator treats by name: literals, quotients, their parts.
RESERVED = (
    "Nat",
    "Nat.zero",
    "Bool.true",
    "Bool.false",
    "String",
    "String.ofList",
    "Char",
    "Char.ofNat",
    "List.nil",
    "List.cons",
    "Quot",
    "Quot.mk",
    "Quot.lift",
    "Quot.ind",
    "Quot.lcInv",
    "Eq",
    "eagerReduce",
    "propext",
    "Quot.sound",
    "Classical.choice",
    "sorryAx",
)


def errors(messages: list[Message]) -> list[str]:
    return [m.text for m in messages if m.is_error]


def test_each_primitive_agrees_with_a_renamed_copy(lean_run: Run) -> None:
    text = (TEXTS / "Primitives.lean").read_text(encoding="utf-8")
    assert errors(lean_run(text)) == []


def test_no_copy_proves_anything_with_a_foreign_axiom(lean_run: Run) -> None:
    text = (TEXTS / "Primitives.lean").read_text(encoding="utf-8")
    audit = "\n".join(f"#print axioms {name}" for name in ("gcd_small", "xor_big", "string_ne"))
    for message in lean_run(f"{text}\n{audit}\n"):
        assert "depends on axioms: [" not in message.text or message.text.endswith("[propext]")


@pytest.mark.parametrize("name", sorted(VALUES))
def test_kernel_takes_the_right_value_and_refuses_a_wrong_one(lean_run: Run, name: str) -> None:
    call, right, wrong = VALUES[name]
    assert errors(lean_run(f"theorem right : {call} = {right} := by decide +kernel\n")) == []
    refused = errors(lean_run(f"theorem wrong : {call} = {wrong} := by decide +kernel\n"))
    assert any("is false" in text for text in refused)
    assert errors(lean_run(f"theorem wrong : {call} = {wrong} := rfl\n"))


@pytest.mark.parametrize("name", [*sorted(VALUES), *RESERVED])
def test_no_file_can_declare_the_name_again(lean_run: Run, name: str) -> None:
    refused = errors(lean_run(f"def {name} : Prop := True\n"))
    assert any("already been declared" in text for text in refused)


@pytest.mark.parametrize(
    "statement",
    ['"ab" = "ba"', "'a' = 'b'", "[1, 2] = [2, 1]", "(2 : Fin 3) = 1", "(-7 : Int) / 2 = -3"],
)
def test_literals_are_kept_apart(lean_run: Run, statement: str) -> None:
    assert errors(lean_run(f"theorem same : {statement} := by decide\n"))
    assert errors(lean_run(f"theorem differ : ¬ {statement} := by decide\n")) == []
