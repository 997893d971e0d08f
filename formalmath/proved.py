"""Theorems with the proofs that stand in a file, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from formalmath.lean.source import proofs
from formalmath.lean.theorem import Theorem
from formalmath.verify.targets import declared

FORMAT = 1
"""Of what is recorded of a proof; to be raised when its meaning changes."""


@dataclass(frozen=True)
class Proved:
    """A theorem and its proof, as a file has them.

    Attributes:
        theorem: without its proof.
        proof: what stands behind its `:=`.
        target: its full name.
        challenge: the file with `sorry` in place of the proof.
        text: the file.
        provenance: how the proof was found, or the file it stands in.
        verified: it has the verdict VERIFIED, in the environment at hand.
    """

    theorem: Theorem
    proof: str
    target: str
    challenge: str
    text: str
    provenance: Mapping[str, Any] = field(default_factory=dict)
    verified: bool = False

    def key(self, environment_hash: str) -> str:
        """The identity of its record: equal texts in equal environments have the same."""
        parts = [FORMAT, self.text, self.target, self.theorem.source, environment_hash]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def proved_in(text: str, source: str, provenance: Mapping[str, Any]) -> list[Proved]:
    """The theorems of a file that have a proof other than `sorry`, in order.

    Those without `:=`, which are proved by equations, are left out.

    Raises:
        InputError: a comment or string is not closed, or a theorem has no name.
    """
    names = {each.command.start: each.name for each in declared(text)}
    return [
        Proved(
            theorem=each.theorem,
            proof=each.proof,
            target=names[each.start],
            challenge=f"{text[: each.proof_start]}:= sorry{text[each.proof_end :]}",
            text=text,
            provenance=provenance,
        )
        for each in proofs(text, source)
        if not each.open and each.start in names
    ]
