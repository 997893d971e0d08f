"""Tactic suggestion from the traces of verified proofs, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from formalmath.errors import InputError
from formalmath.lean.trace import Trace
from training.example import Example
from training.formats import Formats, Origin
from training.options import Options


@dataclass(frozen=True)
class Traces:
    """A state and the tactic that the proof goes on with, for each step of each trace.

    Attributes:
        files: of traces, JSON Lines.
        formats: how an item is worded.
    """

    files: Sequence[Path]
    formats: Formats
    name: str = "traces"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """In the order of the files; the seed draws nothing here."""
        return islice(self._all(), count or None)

    def _all(self) -> Iterator[Example]:
        for file in self.files:
            for trace in read_traces(file):
                for k, step in enumerate(trace.steps):
                    of = Origin(f"{trace.name}#{k}", trace.source)
                    yield self.formats.tactic(of, step.state, step.tactic)


def read_traces(file: Path) -> Iterator[Trace]:
    """The traces of a file, one at a time.

    Raises:
        InputError: it cannot be read, or a line is no trace.
    """
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield Trace.from_json(json.loads(line))
                except (KeyError, TypeError, ValueError) as error:
                    raise InputError(
                        f"{file}, line {number}, is no trace ({error}). Give a file that "
                        "`formalmath trace` wrote."
                    ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}. Give a file of traces.") from error


def build(options: Options) -> Traces:
    """`path`: a file or folder of traces (.jsonl)."""
    return Traces(options.files("path", (".jsonl",)), options.formats)
