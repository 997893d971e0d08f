"""Every definition of the embedded Mathlib layer means what Mathlib's does, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from formalmath.lean.messages import Message, Severity

Run = Callable[[str], list[Message]]

TESTS = Path(__file__).parent
LAYER = TESTS.parent / "lean_project" / "embedded"
HEADER = """import Mathlib

set_option maxHeartbeats 0

open BigOperators Real Nat Topology Rat

"""


def test_every_definition_keeps_its_promises(lean_run: Run) -> None:
    messages = lean_run((TESTS / "lean" / "MathlibLayer.lean").read_text(encoding="utf-8"))
    assert [m.text for m in messages if m.severity is not Severity.INFORMATION] == []


def test_the_layer_has_neither_sorry_nor_axiom() -> None:
    for path in [LAYER / "Mathlib.lean", *sorted((LAYER / "Mathlib").rglob("*.lean"))]:
        code = re.sub(r"/-.*?-/|--[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"\b(sorry|axiom|unsafe|native_decide|implemented_by)\b", code), path


@pytest.mark.parametrize(
    ("lemma", "allowed"),
    [
        ("Nat.decidablePrime", {"propext", "Classical.choice", "Quot.sound"}),
        ("Nat.Prime.dvd_mul", {"propext", "Classical.choice", "Quot.sound"}),
        ("Finset.sum_range_succ", {"propext", "Classical.choice", "Quot.sound"}),
        ("Nat.mem_divisors", {"propext", "Classical.choice", "Quot.sound"}),
        ("ZMod.commRing", {"propext", "Classical.choice", "Quot.sound"}),
        ("Nat.prime_of_pow_sub_one_prime", {"propext", "Classical.choice", "Quot.sound"}),
        ("Int.ModEq.pow_card_sub_one_eq_one", {"propext", "Classical.choice", "Quot.sound"}),
        ("Set.ncard_coe_finset", {"propext", "Classical.choice", "Quot.sound"}),
    ],
)
def test_lemmas_rest_on_the_three_axioms(lean_run: Run, lemma: str, allowed: set[str]) -> None:
    messages = lean_run(f"import Mathlib\n#print axioms {lemma}\n")
    assert [m.text for m in messages if m.is_error] == []
    (text,) = [m.text for m in messages]
    listed = re.search(r"\[(.*)\]", text, re.DOTALL)
    used = {name.strip() for name in listed[1].split(",")} if listed else set()
    assert used <= allowed


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("theorem t : Real.Gamma 1 = 1 := by rfl", "Real.Gamma"),
        ("theorem t : Complex.exp 0 = 1 := by rfl", "Complex.exp"),
        ("theorem t (a b : Nat) (h : a < b) : 0 < |a - b| := by sorry", "AddGroup"),
    ],
)
def test_what_is_not_there_is_refused_and_not_read_as_something_else(
    lean_run: Run, statement: str, reason: str
) -> None:
    messages = lean_run(HEADER + statement + "\n")
    assert any(reason in m.text for m in messages if m.is_error)


@pytest.mark.parametrize(
    "claim",
    [
        "Nat.Prime 91",
        "∑ k ∈ Finset.range 101, k = 5051",
        "Even 7",
        "(Finset.Icc 1 9).card = 8",
        "Nat.digits 10 123 = [1, 2, 3]",
        "IsLeast {x : ℕ | 0 < x} 0",
        "(3⁻¹ : ZMod 7) = 3",
    ],
)
@pytest.mark.parametrize("tactic", ["norm_num", "decide +kernel", "simp", "omega", "rfl"])
def test_no_tactic_proves_what_is_false(lean_run: Run, claim: str, tactic: str) -> None:
    messages = lean_run(f"{HEADER}example : {claim} := by {tactic}\n")
    assert any(m.is_error for m in messages)
