"""Shorter proofs: what may be left out of a text, and that Lean decides what is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from lean_dojo import LeanError, ProofFinished

from formalmath.lean.dojo import Dojo, TacticRun, TacticState
from formalmath.lean.elaborator import Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.theorem import Theorem
from search.minimise import cuts_of, minimised, without

ROOT = TacticState("⊢ p", 0)


@dataclass
class Needs:
    """A world in which a script is a proof if it holds all these words; it may be slow."""

    words: Sequence[str]
    seconds: float = 0.0
    tried: list[str] = field(default_factory=list)

    async def run_tacs(self, attempts: Sequence[tuple[TacticState, str]]) -> list[TacticRun]:
        await asyncio.sleep(self.seconds)
        self.tried += [text for _, text in attempts]
        return [
            TacticRun(
                ProofFinished(0) if all(w in text for w in self.words) else LeanError("no"),
                Outcome.DONE,
                0.0,
            )
            for _, text in attempts
        ]


def shortened(proof: Sequence[str], world: Needs, seconds: float = 5.0) -> tuple[str, ...]:
    return asyncio.run(minimised(ROOT, world, proof, seconds))


@pytest.mark.parametrize(
    ("proof", "words", "expected"),
    [
        (("skip", "simp", "omega"), ["omega"], ("omega",)),
        (("have a := b", "constructor", "· simp", "· skip\n  rfl"), ["constructor", "rfl"],
         ("constructor", "· skip\n  rfl")),
        (("simp [a, b, c]",), ["simp", "b"], ("simp [b]",)),
        (("simp [a]",), ["simp"], ("simp",)),
        (("simp only [a, f (b, c), «d,e»]",), ["f (b"], ("simp only [f (b, c)]",)),
        (("nlinarith [sq_nonneg (a - b), h]",), ["nlinarith", "sq"],
         ("nlinarith [sq_nonneg (a - b)]",)),
        (("rw [a, b] at h", "exact [1, 2]"), ["a,", "[1, 2]"], ("rw [a, b] at h", "exact [1, 2]")),
        (("omega",), ["omega"], ("omega",)),
    ],
)  # fmt: skip
def test_what_is_not_needed_goes(
    proof: tuple[str, ...], words: list[str], expected: tuple[str, ...]
) -> None:
    assert shortened(proof, Needs(words)) == expected


def test_either_of_two_may_go_but_not_both() -> None:
    class Either(Needs):
        async def run_tacs(self, attempts: Sequence[tuple[TacticState, str]]) -> list[TacticRun]:
            runs = await super().run_tacs(attempts)
            fails = TacticRun(LeanError("no"), Outcome.DONE, 0.0)
            good = [("one" in text or "two_longer" in text) for _, text in attempts]
            return [run if ok else fails for run, ok in zip(runs, good, strict=True)]

    assert shortened(("one", "two_longer", "rfl"), Either(["rfl"])) == ("one", "rfl")


def test_time_bounds_it_and_0_means_not_at_all() -> None:
    proof = ("skip", "rfl")
    slow = Needs(["rfl"], seconds=30)
    assert shortened(proof, slow, 0.05) == proof
    idle = Needs(["rfl"])
    assert shortened(proof, idle, 0.0) == proof
    assert not idle.tried


def test_cuts_are_pieces_of_the_text_and_never_all_of_it() -> None:
    text = "constructor\n· simp [a, b]\n  rfl\n· omega"
    pieces = {text[start:end] for start, end in cuts_of(text)}
    assert pieces >= {"constructor\n", "· simp [a, b]\n  rfl\n", "  rfl\n", "· omega", "a, ", ", b"}
    assert text not in pieces
    assert without(text, list(cuts_of(text))) == ""


def test_lean_accepts_the_shorter_proof(toolchain: EmbeddedToolchain) -> None:
    theorem = Theorem("t", "", "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q")
    proof = ("skip", "have spare := hp", "constructor", "· simp [hp, hq]", "· exact hq")

    async def run() -> tuple[str, ...]:
        lean = toolchain.elaborator()
        try:
            async with Dojo(theorem, lean) as (dojo, state):
                return await minimised(state, dojo, proof, 30)
        finally:
            await lean.close()

    assert asyncio.run(run()) == ("constructor", "· simp [hp]", "· exact hq")
