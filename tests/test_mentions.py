"""Which constants a tactic names: namespaces, opens, fields, local names."""

from __future__ import annotations

import pytest

from formalmath.lean.mentions import Scope, local_names, mentioned, scope_of

CONSTANTS = {
    "Nat.succ_le",
    "Nat.add_comm",
    "add_comm",
    "Foo.bar",
    "Foo.Inner.baz",
    "Or.inl",
    "Finset.sum_range",
    "simp",
    "h",
}


@pytest.mark.parametrize(
    ("text", "scope", "found"),
    [
        ("rw [add_comm, Nat.succ_le]", Scope(), ["add_comm", "Nat.succ_le"]),
        ("rw [add_comm]", Scope(opened=("Nat",)), ["add_comm"]),
        ("rw [succ_le, succ_le]", Scope(opened=("Nat",)), ["Nat.succ_le"]),
        ("rw [add_comm]", Scope(namespaces=("Nat",)), ["Nat.add_comm"]),
        ("exact _root_.add_comm a b", Scope(namespaces=("Nat",)), ["add_comm"]),
        ("exact (Nat.add_comm a b).symm.bar", Scope(), ["Nat.add_comm"]),
        ("exact Nat.add_comm.symm", Scope(), ["Nat.add_comm"]),
        ("exact baz", Scope(("Foo",), ("Inner",)), ["Foo.Inner.baz"]),
        ("exact sum_range", Scope(aliases=(("Finset", "sum_range"),)), ["Finset.sum_range"]),
        ("simp", Scope(), []),
        ("constructor <;> simp", Scope(), []),
        ("rcases foo with h | h", Scope(), ["h"]),
        ("exact .inl h.left", Scope(), ["h"]),
        ("cases x with\n| inl h => exact h\n| add_comm => ?_", Scope(opened=("Or",)), ["h"]),
        ("simp (config := { h := true })", Scope(), []),
        ('exact "add_comm" -- add_comm', Scope(), []),
        ("simpa using add_comm a b", Scope(), ["add_comm"]),
    ],
)
def test_names_are_resolved_as_lean_does(text: str, scope: Scope, found: list[str]) -> None:
    assert list(mentioned(text, scope, CONSTANTS)) == found


def test_hypotheses_are_no_constants() -> None:
    local = local_names("case a\nx y : ℕ\nh : x = y\n⊢ y = x\n\nz : ℕ\n⊢ z = z")
    assert local == {"x", "y", "z", "h"}
    assert mentioned("exact h.trans (add_comm _ _)", Scope(), CONSTANTS, local) == ("add_comm",)


def test_the_scope_is_that_at_the_end_of_the_text() -> None:
    prefix = """
import Mathlib
open BigOperators Real
open scoped Topology
namespace A.B
open Nat hiding foo
section
open Int
end
open Finset (sum_range range)
end A.B
section
open Set in
theorem x : True := trivial
namespace C
"""
    scope = scope_of(prefix, "D.t")
    assert scope.namespaces == ("C.D", "C")
    assert scope.opened == ("BigOperators", "Real", "Set")  # an `open .. in` is cut by `source`
    inside = scope_of(prefix.partition("end A.B")[0])
    assert inside.namespaces == ("A.B", "A")
    assert inside.opened == ("BigOperators", "Real", "Nat")
    assert inside.aliases == (("Finset", "sum_range"), ("Finset", "range"))
