"""The record of one theorem's proof attempt, as it stands in a results file, and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits
from search.best_first import SearchConfig, SearchOutcome, SearchStats


@dataclass(frozen=True)
class Provenance:
    """Under which conditions an attempt was made; equal ones give equal results up to timing.

    Attributes:
        toolchain: `embedded` or `lake`.
        lean_version: of that Lean.
        environment_hash: of all that a file may import there.
        sandbox: what confined Lean; `none` if a person went without.
        policy: its name.
        search: budgets, order and seed.
        limits: of one call to Lean.
        critic: its name; empty if none was asked.
    """

    toolchain: str
    lean_version: str
    environment_hash: str
    sandbox: str
    policy: str
    search: SearchConfig
    limits: Limits
    critic: str = ""

    def key(self, theorem: Theorem) -> str:
        """The identity of an attempt on `theorem`: what a resumed run goes by."""
        parts = [theorem.prefix, theorem.statement, dataclasses.asdict(self)]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Attempt:
    """How the attempt on one theorem ended.

    Attributes:
        key: see `Provenance.key`.
        name: the theorem's name.
        source: where the theorem comes from.
        outcome: PROVED only if the verdict on the proof is VERIFIED.
        proof: the tactics of a verified proof, else empty.
        verdict: on the proof that was found, with its evidence, as `verdict_to_json` writes it;
            None if none was found.
        detail: for other outcomes, what is known.
        stats: what the search cost.
        provenance: as a plain record.
    """

    key: str
    name: str
    source: str
    outcome: SearchOutcome
    proof: tuple[str, ...] = ()
    verdict: Mapping[str, Any] | None = None
    detail: str = ""
    stats: SearchStats = field(default_factory=SearchStats)
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """A JSON object; `from_json` reads it back."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Attempt:
        """Read a record. Raises KeyError, TypeError or ValueError if it is not one."""
        return cls(
            key=record["key"],
            name=record["name"],
            source=record["source"],
            outcome=SearchOutcome(record["outcome"]),
            proof=tuple(record["proof"]),
            verdict=record["verdict"],
            detail=record["detail"],
            stats=SearchStats(**record["stats"]),
            provenance=record["provenance"],
        )
