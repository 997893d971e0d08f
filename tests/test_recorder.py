"""From files to records: what is verified, what is skipped, which premises are told."""

from __future__ import annotations

import asyncio

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
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
  | _ + 1 => rfl
end Foo

open Foo in
theorem last (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩
"""


def recorded(toolchain: EmbeddedToolchain, text: str) -> dict[str, Trace | Skipped]:
    async def run() -> dict[str, Trace | Skipped]:
        async with Recorder(toolchain) as recorder:
            every = proved_in(text, "my.lean", {"file": "my.lean"})
            return {each.target: await recorder.record(each) for each in every}

    return asyncio.run(run())


def test_a_file_is_recorded_theorem_by_theorem(toolchain: EmbeddedToolchain) -> None:
    found = recorded(toolchain, FILE)
    assert [name for name, each in found.items() if isinstance(each, Trace)] == [
        "Foo.bar",
        "Foo.baz",
        "last",
    ]
    skipped = {name: each.reason for name, each in found.items() if isinstance(each, Skipped)}
    assert skipped == dict.fromkeys(["Foo.owed", "Foo.uses"], "rejected: sorry")

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
    assert (baz.lean_version, baz.environment_hash) == (
        toolchain.version,
        toolchain.environment_hash,
    )
    assert (baz.source, baz.provenance) == ("my.lean", {"file": "my.lean"})


def test_what_lean_made_for_a_proof_is_no_premise(toolchain: EmbeddedToolchain) -> None:
    text = (
        "import Mathlib\ntheorem t (n : ℕ) (h : n < 3) : n * n < 9 := by\n"
        "  match n, h with\n  | 0, _ => decide\n  | 1, _ => decide\n  | 2, _ => decide\n"
    )
    found = recorded(toolchain, text)["t"]
    assert isinstance(found, Trace)
    assert not [name for name in found.premises if name.startswith("t.")]


def test_a_file_that_does_not_compile_gives_nothing(toolchain: EmbeddedToolchain) -> None:
    text = "theorem a : True := trivial\ntheorem b : 1 = 2 := rfl\n"
    found = recorded(toolchain, text)
    reasons = {name: each.reason for name, each in found.items() if isinstance(each, Skipped)}
    assert reasons == {"a": "its file does not compile", "b": "rejected: compile"}
