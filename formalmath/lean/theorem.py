"""A theorem to be proved, as text, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theorem:
    """A theorem whose proof is asked for.

    Attributes:
        name: as written after `theorem` (may be dotted).
        prefix: everything that stands before it in its file: imports, opens, definitions.
        statement: from the keyword `theorem` up to, not including, its `:=`, character for
            character as in the source.
        source: where it comes from (`minif2f/test/aime_1983_p1`, a file path), for people.
    """

    name: str
    prefix: str
    statement: str
    source: str = ""
