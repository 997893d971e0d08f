"""Tactic suggestion from the traces of verified proofs, and nothing else.

An item has what the search shows a policy: the first goal, with those that share metavariables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from formalmath.lean.dojo import TacticState
from formalmath.traces import read_traces
from search.goals import split
from training.data.formats import Formats, Origin
from training.data.options import Options
from training.example import Example


@dataclass(frozen=True)
class Traces:
    """A state and the tactic that the proof goes on with, for each step of each trace.

    Attributes:
        files: of traces, as `formalmath trace` writes them.
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
                    yield self.formats.tactic(of, _seen(step.state), step.tactic)


def _seen(state: str) -> str:
    goals = TacticState(state, 0)
    seen: str = split(goals, len(goals.goals))[0].view.pp
    return seen


def build(options: Options) -> Traces:
    """`path`: a file or folder of traces (.jsonl)."""
    return Traces(options.files("path", (".jsonl",)), options.formats)
