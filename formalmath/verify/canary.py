"""Proofs that every working checker tells apart, one for each layer, and nothing else.

They go through the same layers as the candidates of a run, and none of them is stopped by a layer
before its own: a checker of which some part has ceased to work gives itself away. A candidate
cannot know them from others, for nothing of it reaches the processes that judge the next one.
"""

from __future__ import annotations

from dataclasses import dataclass

from formalmath.verify.verdict import Layer

TARGET = "FormalMathCanary"
_FALSE = f"theorem {TARGET} : (1 : Nat) = 2"
_TRUE = f"theorem {TARGET} : ¬ (1 : Nat) = 2"


@dataclass(frozen=True)
class Canary:
    """A candidate with known end.

    Attributes:
        challenge: what it is held to, behind the imports.
        candidate: likewise.
        layer: which must refuse it; None: it is honest, and to be verified.
    """

    challenge: str
    candidate: str
    layer: Layer | None


def _false(layer: Layer, proof: str) -> Canary:
    return Canary(f"{_FALSE} := sorry\n", proof, layer)


CANARIES = (
    # A statement and its negation, by the same proof.
    Canary(f"{_TRUE} := sorry\n", f"{_TRUE} := by decide\n", None),
    _false(Layer.COMPILE, f"{_FALSE} := by decide\n"),
    Canary(
        f"{_TRUE} := sorry\n",
        f"def Lean.reduceNat (n : Nat) : Nat := n\n{_TRUE} := by decide\n",
        Layer.READ,
    ),
    _false(Layer.STATEMENT, f"theorem {TARGET} : (1 : Nat) = 1 := rfl\n"),
    _false(Layer.AXIOMS, f"{_FALSE} := sorry\n"),
    _false(Layer.AXIOMS, f"axiom cheat : (1 : Nat) = 2\n{_FALSE} := cheat\n"),
    _false(Layer.REPLAY, f"set_option debug.skipKernelTC true in\n{_FALSE} := by decide +kernel\n"),
)
