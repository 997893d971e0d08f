"""The record of a verified proof, step by step, and nothing else.

States are as Lean prints them, so a record reads the same with either toolchain and in LeanDojo.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Failure:
    """A tactic that was tried at a step's state and led to no proof.

    Attributes:
        tactic: as it was tried.
        status: what became of it, such as `error`, `timeout` or `goals left`.
        detail: Lean's error, or for a tactic that left goals, these.
    """

    tactic: str
    status: str
    detail: str = ""


@dataclass(frozen=True)
class Step:
    """One tactic of a proof.

    Attributes:
        state: the goals before it, as Lean prints them; the tactic works on the first.
        tactic: as it stands in the proof.
        after: the goals after it; "" if none is left.
        premises: constants that it names, in full, in order of appearance.
        failures: what the search tried here in vain.
    """

    state: str
    tactic: str
    after: str
    premises: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class Trace:
    """A proof that verification accepted.

    Attributes:
        name: of the theorem.
        prefix: what stands before it in its file, as `Theorem.prefix`.
        statement: from `theorem` up to its `:=`, as `Theorem.statement`.
        source: where the theorem comes from.
        steps: of the proof, in order.
        premises: the constants that the compiled proof rests on directly, in full, sorted.
        lean_version: of the Lean that accepted it.
        environment_hash: of all that the file may import there.
        provenance: how the proof was found: policy, budgets, seed, or the file it stands in.
    """

    name: str
    prefix: str
    statement: str
    source: str
    steps: tuple[Step, ...]
    premises: tuple[str, ...] = ()
    lean_version: str = ""
    environment_hash: str = ""
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """A JSON object; `from_json` reads it back."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Trace:
        """Read a record. Raises KeyError or TypeError if it is not one."""
        steps = tuple(
            Step(
                state=step["state"],
                tactic=step["tactic"],
                after=step["after"],
                premises=tuple(step["premises"]),
                failures=tuple(Failure(**failure) for failure in step["failures"]),
            )
            for step in record["steps"]
        )
        return cls(
            name=record["name"],
            prefix=record["prefix"],
            statement=record["statement"],
            source=record["source"],
            steps=steps,
            premises=tuple(record["premises"]),
            lean_version=record["lean_version"],
            environment_hash=record["environment_hash"],
            provenance=record["provenance"],
        )
