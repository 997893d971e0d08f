"""One message of Lean, parsed once, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """Severities in Lean's own words (`lean --json`)."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, order=True)
class Position:
    """A place in a text: `line` counts from 1, `column` from 0 in code points, as Lean does."""

    line: int
    column: int


@dataclass(frozen=True)
class Message:
    """What Lean said about a stretch of text."""

    severity: Severity
    text: str
    start: Position

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Message:
        """Parse one line of `lean --json`. Raises KeyError, TypeError or ValueError."""
        pos = record["pos"]
        return cls(
            severity=Severity(record["severity"]),
            text=str(record["data"]),
            start=Position(int(pos["line"]), int(pos["column"])),
        )

    @property
    def is_error(self) -> bool:
        """Whether Lean calls it an error."""
        return self.severity is Severity.ERROR


def complaints(messages: Iterable[Message]) -> list[str]:
    """What is wrong with a statement, in Lean's words: each error once, without Lean's notes.

    The code generator's complaint, which any statement with an unknown name draws, comes last.
    """
    errors = dict.fromkeys(m.text.partition("\n\n")[0] for m in messages if m.is_error)
    return sorted(errors, key=lambda text: "code generator" in text)
