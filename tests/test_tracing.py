"""States of real proofs, and that each step does from its state what was recorded."""

from __future__ import annotations

import asyncio
import random

import pytest
from lean_dojo import ProofFinished

from formalmath.errors import InputError, LeanProcessError
from formalmath.lean.dojo import Dojo, TacticState
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.goals import parse_goals
from formalmath.lean.pool import Pool
from formalmath.lean.theorem import Theorem
from formalmath.lean.trace import Step
from formalmath.lean.tracing import by_block, stated_goals, traced
from formalmath.limits import Limits

HEADER = "import Mathlib\nopen Nat\n"

PROOFS = {
    "bullets": (
        "(p q : Prop) (hp : p) (hq : q) : q ∧ p",
        "by\n  constructor\n  · exact hq\n  · show p; exact hp",
        ["constructor", "exact hq", "show p", "exact hp"],
    ),
    "induction": (
        "(n : ℕ) : 0 + n = n",
        "by\n  induction n with\n  | zero => rfl\n  | succ n ih =>\n    rw [Nat.add_succ]\n"
        "    exact congrArg Nat.succ ih",
        [
            "induction n with\n| zero => ?_\n| succ n ih => ?_",
            "rfl",
            "rw [Nat.add_succ]",
            "exact congrArg Nat.succ ih",
        ],
    ),
    "cases": (
        "(p q : Prop) (h : p ∨ q) : q ∨ p",
        "by\n  cases h with\n  | inl h => right; exact h\n  | inr h => exact Or.inl h",
        ["cases h with\n| inl h => ?_\n| inr h => ?_", "right", "exact h", "exact Or.inl h"],
    ),
    "named cases": (
        "(p q : Prop) (h : p ∨ q) : q ∨ p",
        "by\n  cases h\n  case inr hq => exact Or.inl hq\n  next hp =>\n    right\n    exact hp",
        ["cases h", "rename_i hq", "exact Or.inl hq", "rename_i hp", "right", "exact hp"],
    ),
    "have": (
        "(a b c : ℕ) (h : a = b) (k : b = c) : a = c ∧ True",
        "by\n  constructor\n  have e : a = c := by\n    have s : b = c := by exact k\n"
        "    rw [h]; exact s\n  · exact e\n  trivial",
        [
            "constructor",
            "have e : a = c := ?_",
            "have s : b = c := ?_",
            "exact k",
            "rw [h]",
            "exact s",
            "exact e",
            "trivial",
        ],
    ),
    "calc": (
        "(a b c : ℕ) (h : a = b) (k : b = c) : a = c",
        "by\n  calc a = b := by exact h\n    _ = c := k",
        ["calc a = b := by exact h\n  _ = c := k"],
    ),
    "match": (
        "(p q : Prop) (h : p ∧ q) : q ∧ p",
        "by\n  match h with\n  | ⟨a, b⟩ =>\n    constructor\n    · exact b\n    · exact a",
        ["match h with\n| ⟨a, b⟩ => ?_", "constructor", "exact b", "exact a"],
    ),
    "term": ("(p q : Prop) (h : p ∧ q) : q ∧ p", "⟨h.2,\n  h.1⟩", ["exact ⟨h.2,\n    h.1⟩"]),
    "chain": (
        "(p q : Prop) (hp : p) (hq : q) : p ∧ q",
        "by constructor <;>\n  assumption",
        ["constructor <;>\n  assumption"],
    ),
}


def trace(toolchain: EmbeddedToolchain, theorem: Theorem, proof: str) -> tuple[Step, ...]:
    async def run() -> tuple[Step, ...]:
        lean = toolchain.elaborator()
        try:
            return await traced(theorem, proof, lean)
        finally:
            await lean.close()

    return asyncio.run(run())


def theorem_of(statement: str, prefix: str = HEADER) -> Theorem:
    return Theorem("t", prefix, f"theorem t {statement}")


async def replay(theorem: Theorem, steps: tuple[Step, ...], lean: Elaborator) -> None:
    """Run each step through `Dojo` where its goals stand first: it leaves what was recorded."""
    async with Dojo(theorem, lean) as (dojo, state):
        goals, path = list(state.goals), list[str]()
        attempts, expected = [], []
        for step in steps:
            wanted = parse_goals(step.state)
            turns = [goals[k:] + goals[:k] for k in range(len(goals))]
            turn = next(k for k, goals in enumerate(turns) if goals[: len(wanted)] == wanted)
            tactic = f"rotate_left {turn}\n{step.tactic}" if turn else step.tactic
            attempts.append((TacticState("", 0, path=tuple(path)), tactic))
            goals = parse_goals(step.after) + turns[turn][len(wanted) :]
            expected.append(goals)
            path.append(tactic)
        for run, left in zip(await dojo.run_tacs(attempts), expected, strict=True):
            assert isinstance(run.result, TacticState if left else ProofFinished)
            assert left == (list(run.result.goals) if isinstance(run.result, TacticState) else [])
        assert not goals


def test_every_step_does_again_what_was_recorded(toolchain: EmbeddedToolchain) -> None:
    async def run() -> None:
        lean = toolchain.elaborator()
        try:
            for statement, proof, tactics in PROOFS.values():
                theorem = theorem_of(statement)
                steps = await traced(theorem, proof, lean)
                assert [step.tactic for step in steps] == tactics
                await replay(theorem, steps, lean)
        finally:
            await lean.close()

    asyncio.run(run())


def random_proof(rng: random.Random, depth: int) -> tuple[str, list[str]]:
    """A proposition, and the lines of a proof of it in some layout."""
    if not depth or rng.random() < 0.2:
        return "True", [rng.choice(["trivial", "exact True.intro", "show True; trivial"])]
    (p, left), (q, right) = random_proof(rng, depth - 1), random_proof(rng, depth - 1)
    match rng.randrange(6):
        case 0:
            lines = ["constructor", *block("·", left), *block("·", right)]
        case 1:
            lines = ["constructor", *block("case right =>", right), *block("next =>", left)]
        case 2:
            lines = ["constructor", *left, *right]
        case 3:
            name = f"h{rng.randrange(9)}"
            lines = [f"have {name} : {p} := by", *inside(left), "constructor", *right]
            return f"({q}) ∧ ({p})", [*lines, f"exact {name}"]
        case 4:
            arms = ["| inl x =>", *inside(left), "| inr x =>", *inside(left)]
            return p, ["cases Classical.em True with", *arms]
        case _:
            lines = [
                "refine ⟨?_, ?_⟩",
                "{",
                *inside(left),
                "}",
                "all_goals first",
                "  | skip",
                *right,
            ]
    return f"({p}) ∧ ({q})", lines


def inside(lines: list[str]) -> list[str]:
    return ["  " + line for line in lines]


def block(opening: str, lines: list[str]) -> list[str]:
    return [opening, *inside(lines)]


def test_random_proofs_are_replayed(toolchain: EmbeddedToolchain) -> None:
    rng = random.Random(0)

    async def run() -> None:
        lean = toolchain.elaborator()
        try:
            for _ in range(12):
                proposition, lines = random_proof(rng, 3)
                proof = "\n".join(["by", *inside(lines)])
                theorem = theorem_of(f": {proposition}", "import Init\n")
                steps = await traced(theorem, proof, lean)
                assert len(steps) > 1 or len(lines) == 1, proof
                await replay(theorem, steps, lean)
        finally:
            await lean.close()

    asyncio.run(run())


def test_states_are_as_lean_prints_them_and_in_focus(toolchain: EmbeddedToolchain) -> None:
    statement, proof, _ = PROOFS["bullets"]
    steps = trace(toolchain, theorem_of(statement), proof)
    context = "p q : Prop\nhp : p\nhq : q\n⊢ "
    left, right = f"case left\n{context}q", f"case right\n{context}p"
    assert [(step.state, step.after) for step in steps] == [
        (f"{context}q ∧ p", f"{left}\n\n{right}"),
        (left, ""),
        (right, right),
        (right, ""),
    ]


def test_what_does_not_do_the_same_when_opened_stays_whole(toolchain: EmbeddedToolchain) -> None:
    # One alternative for two goals.
    wild = "cases h with\n| _ h => first | exact Or.inr h | exact Or.inl h"
    proof = f"by\n  have k : p → q → True := by\n    intros\n    trivial\n{indented(wild)}"
    steps = trace(toolchain, theorem_of("(p q : Prop) (h : p ∨ q) : q ∨ p"), proof)
    assert [step.tactic for step in steps] == [
        "have k : p → q → True := ?_",
        "intros",
        "trivial",
        wild,
    ]
    assert steps[-1].after == ""


def indented(text: str) -> str:
    return "\n".join("  " + line for line in text.split("\n"))


def test_a_proof_of_a_search_is_read_with_its_blocks(toolchain: EmbeddedToolchain) -> None:
    proof = by_block(["constructor", "· have h : q := by\n    exact hq\n  exact h", "· exact hp"])
    steps = trace(toolchain, theorem_of("(p q : Prop) (hp : p) (hq : q) : q ∧ p"), proof)
    tactics = ["constructor", "have h : q := ?_", "exact hq", "exact h", "exact hp"]
    assert [step.tactic for step in steps] == tactics


def test_what_lean_refuses_is_no_trace(toolchain: EmbeddedToolchain) -> None:
    with pytest.raises(InputError, match="cannot be run as an example"):
        trace(toolchain, theorem_of("(n : ℕ) : n + 1 = n"), "by\n  simp\n  rfl")
    with pytest.raises(InputError, match="text before the theorem"):
        trace(toolchain, theorem_of(": True", "import Mathlib\nnonsense\n"), "trivial")


def test_a_proof_without_end_is_not_waited_for(toolchain: EmbeddedToolchain) -> None:
    async def run() -> None:
        lean = toolchain.elaborator()
        try:
            limits = Limits(heartbeats=0, wall_s=0.5)
            await traced(theorem_of(": True"), "by\n  repeat skip\n  trivial", lean, limits)
        finally:
            await lean.close()

    with pytest.raises(LeanProcessError, match="came to no end"):
        asyncio.run(run())


def test_first_states_of_many_theorems(toolchain: EmbeddedToolchain) -> None:
    theorems = [
        theorem_of("(n : ℕ) : n = n"),
        theorem_of(": no such thing"),
        theorem_of(": True", "import Mathlib\n"),
        theorem_of("(x y : ℤ)\n  (h : x < y) : x ≤ y"),
    ]

    async def run() -> list[str]:
        lean = Pool(toolchain.elaborator, 1)
        try:
            return await stated_goals(theorems, lean, Limits())
        finally:
            await lean.close()

    assert asyncio.run(run()) == ["n : ℕ\n⊢ n = n", "", "⊢ True", "x y : ℤ\nh : x < y\n⊢ x ≤ y"]
