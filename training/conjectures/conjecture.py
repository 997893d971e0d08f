"""A statement to practise on, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from formalmath.lean.statement import statement_theorem
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import HEADER
from training.data.lean_forms import statement_form

SOURCE = "practice"
"""Where such theorems say that they come from."""

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Standing(StrEnum):
    """What is known of a statement before anybody has tried to prove it."""

    TRUE = "true by construction"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Conjecture:
    """A proposition in Lean with binders, in the vocabulary of the embedded library and of Mathlib.

    Attributes:
        family: what it was drawn from, such as `sums.linear`.
        binders: of variables, each as `(x y : ℕ)`.
        hypotheses: propositions about them; they are named h₀, h₁, ...
        conclusion: a proposition.
        standing: whether it is true by construction.
    """

    family: str
    binders: tuple[str, ...]
    hypotheses: tuple[str, ...]
    conclusion: str
    standing: Standing = Standing.TRUE

    @property
    def assumptions(self) -> str:
        """All binders with the hypotheses' own, separated by blanks; may be empty."""
        named = [
            f"(h{str(number).translate(_SUBSCRIPTS)} : {text})"
            for number, text in enumerate(self.hypotheses)
        ]
        return " ".join([*self.binders, *named])

    @property
    def text(self) -> str:
        """The statement as `formalmath prove --statement` takes it."""
        given = self.assumptions
        return f"{given} : {self.conclusion}" if given else self.conclusion

    @property
    def closed(self) -> str:
        """The statement as one proposition."""
        given = self.assumptions
        return f"∀ {given}, {self.conclusion}" if given else self.conclusion

    @property
    def key(self) -> str:
        """The same for statements that differ in how they are written only; see `lean_forms`."""
        return statement_form(f"theorem t {self.assumptions} : {self.conclusion}")

    @property
    def digest(self) -> str:
        """Of the key, in hexadecimal: what the split goes by."""
        return hashlib.sha256(self.key.encode()).hexdigest()

    @property
    def name(self) -> str:
        """A theorem's name, the same for the same statement."""
        return f"{self.family.replace('.', '_')}_{self.digest[:8]}"

    def to_json(self) -> dict[str, Any]:
        """A JSON object; `from_json` reads it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Conjecture:
        """Read a record. Raises KeyError, TypeError or ValueError if it is not one."""
        return cls(
            family=record["family"],
            binders=tuple(record["binders"]),
            hypotheses=tuple(record["hypotheses"]),
            conclusion=record["conclusion"],
            standing=Standing(record["standing"]),
        )

    def negation(self) -> Conjecture:
        """The statement that this one is false."""
        standing = Standing.UNKNOWN
        return replace(
            self, binders=(), hypotheses=(), conclusion=f"¬ ({self.closed})", standing=standing
        )

    def theorem(self) -> Theorem:
        """It as a theorem that waits for a proof.

        Raises:
            InputError: it is no statement at all.
        """
        found = statement_theorem(self.text, HEADER)
        stated = found.statement.replace(f"theorem {found.name}", f"theorem {self.name}", 1)
        return Theorem(self.name, HEADER, stated, f"{SOURCE}/{self.family}/{self.name}")
