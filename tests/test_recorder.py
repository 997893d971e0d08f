"""From files to records: what is verified, what is skipped, which premises are told."""

from __future__ import annotations

import asyncio

import pytest

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.source import proofs, without_proofs
from formalmath.lean.trace import Trace
from formalmath.proved import proved_in
from formalmath.recorder import Recorder, Skipped

FILE = """\
import Mathlib
open Nat

namespace Foo
/-- A lemma. -/
private theorem bar (n : ℕ) : n + 0 = n := by
  rfl

@[simp] theorem baz (n m : ℕ) (h : 0 < n) : n + 0 = n ∧ m + 1 ≠ 0 := by
  constructor
  · rw [bar]
  · exact succ_ne_zero m

theorem owed : 1 = 2 := by
  have h : 1 = 2 := sorry
  exact h

theorem waiting : 1 = 1 := by sorry
theorem uses : 1 = 1 := waiting
theorem equations : ∀ n : ℕ, n = n
  | 0 => rfl
  | n + 1 => by
    have h : n = n := equations n
    rw [h]
end Foo

open Foo in
theorem last (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩
"""


def test_proofs_are_read_with_their_theorems_and_left_out() -> None:
    found = {each.theorem.name: each for each in proofs(FILE)}
    assert [name for name, each in found.items() if each.open] == ["waiting"]
    assert found["bar"].proof == " by\n  rfl"
    assert found["last"].proof == " ⟨hp, hq⟩"
    assert found["last"].theorem.prefix.endswith("\nopen Foo \n")
    assert "equations" not in found
    bare = without_proofs(FILE)
    assert [(each.theorem.name, each.open) for each in proofs(bare)] == [
        (name, True) for name in found
    ]
    assert "| 0 => rfl" in bare
    assert without_proofs(bare).split() == bare.split()


MADE = """\
import Mathlib
theorem t (n : ℕ) (h : n < 3) : n * n < 9 := by
  match n, h with
  | 0, _ => decide
  | 1, _ => decide
  | 2, _ => decide
"""
BROKEN = "theorem a : True := trivial\ntheorem b : 1 = 2 := rfl\n"
Endings = dict[str, Trace | Skipped]


@pytest.fixture(scope="module")
def recorded(toolchain: EmbeddedToolchain) -> dict[str, Endings]:
    """What one recorder makes of each of the files."""

    async def run() -> dict[str, Endings]:
        async with Recorder(toolchain) as recorder:
            return {
                text: {
                    each.target: await recorder.record(each)
                    for each in proved_in(text, "my.lean", {"file": "my.lean"})
                }
                for text in (FILE, MADE, BROKEN)
            }

    return asyncio.run(run())


def reasons(found: Endings) -> dict[str, str]:
    return {name: each.reason for name, each in found.items() if isinstance(each, Skipped)}


def test_a_file_is_recorded_theorem_by_theorem(
    recorded: dict[str, Endings], toolchain: EmbeddedToolchain
) -> None:
    found = recorded[FILE]
    traced = [name for name, each in found.items() if isinstance(each, Trace)]
    assert traced == ["Foo.bar", "Foo.baz", "last"]
    assert reasons(found) == dict.fromkeys(["Foo.owed", "Foo.uses"], "rejected: sorry")

    baz = found["Foo.baz"]
    assert isinstance(baz, Trace)
    assert baz.statement == "theorem baz (n m : ℕ) (h : 0 < n) : n + 0 = n ∧ m + 1 ≠ 0 "
    assert baz.prefix == FILE.partition("@[simp] ")[0]
    assert [(step.tactic, step.premises) for step in baz.steps] == [
        ("constructor", ()),
        ("rw [bar]", ("Foo.bar",)),
        ("exact succ_ne_zero m", ("Nat.succ_ne_zero",)),
    ]
    assert {"And.intro", "Foo.bar", "Nat.succ_ne_zero"} <= set(baz.premises)
    assert "Foo.baz" not in baz.premises
    assert baz.lean_version == toolchain.version
    assert baz.environment_hash == toolchain.environment_hash
    assert (baz.source, baz.provenance) == ("my.lean", {"file": "my.lean"})


def test_what_lean_made_for_a_proof_is_no_premise(recorded: dict[str, Endings]) -> None:
    found = recorded[MADE]["t"]
    assert isinstance(found, Trace)
    assert found.premises
    assert not [name for name in found.premises if name.startswith("t.")]


def test_a_file_that_does_not_compile_gives_nothing(recorded: dict[str, Endings]) -> None:
    found = recorded[BROKEN]
    assert reasons(found) == {"a": "its file does not compile", "b": "rejected: compile"}
