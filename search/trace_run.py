"""One run of the tracer: files and results folders in, a file of traces out; nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from formalmath.errors import InputError
from formalmath.lean.source import read_source
from formalmath.lean.trace import Trace
from formalmath.proved import Proved, proved_in
from formalmath.recorder import Skipped
from formalmath.tasks import run_all
from formalmath.traces import Traces
from search.best_first import SearchOutcome
from search.evaluation import Saved, write_whole
from search.trace_tree import trace_tree
from search.traces import proved_attempts, read_tree, with_failures
from search.value_pairs import MOST_PAIRS, ValuePair, value_pairs


class Records(Protocol):
    """Who verifies and traces; `formalmath.recorder.Recorder` is one."""

    async def record(self, proved: Proved) -> Trace | Skipped:
        """The record of a proof, or why there is none."""
        ...


@dataclass(frozen=True)
class Work:
    """A proof to be traced.

    Attributes:
        name: of the theorem, for people.
        proved: theorem and proof; or why there is none.
        tree: the file of the search's tree, if there was a search.
    """

    name: str
    proved: Proved | Skipped
    tree: Path | None = None


Ended = Callable[[Work, Trace | Skipped], None]


def work_in(target: Path, environment_hash: str) -> list[Work]:
    """The proofs of a Lean file, or of a results folder of `formalmath prove`, in order.

    Raises:
        InputError: it is neither, or cannot be read.
    """
    if target.is_dir():
        saved = Saved.load(target)
        return [
            Work(attempt.name, proved, saved.tree_file(attempt))
            for attempt, proved in proved_attempts(saved, environment_hash)
        ]
    if target.exists() and target.suffix != ".lean":
        raise InputError(f"{target} is neither a Lean file nor a results folder. Give one of them.")
    text = read_source(target)
    proofs = proved_in(text, str(target), {"file": str(target)})
    return [Work(proved.target, proved) for proved in proofs]


def waiting(work: Sequence[Work], traces: Traces, environment_hash: str) -> list[tuple[str, Work]]:
    """What is to be done, each with the key of its trace ("" if there is no proof), in order."""
    begun: set[str] = set()
    left = []
    for each in work:
        key = "" if isinstance(each.proved, Skipped) else each.proved.key(environment_hash)
        if key in traces or key in begun:
            continue
        if key:
            begun.add(key)
        left.append((key, each))
    return left


async def trace_all(
    work: Sequence[Work],
    recorder: Records,
    traces: Traces,
    environment_hash: str,
    jobs: int = 1,
    on_end: Ended = lambda work, ending: None,
) -> list[tuple[Work, Skipped]]:
    """Trace what `traces` does not have yet, `jobs` proofs at a time; equal ones once.

    Each trace is on the disk before its task goes on. If cancelled, what was finished stays.
    Returns what was skipped, in the order of its end.

    Raises:
        FormalMathError: the verifier is broken, or a trace could not be written.
    """
    skipped: list[tuple[Work, Skipped]] = []
    left = iter(waiting(work, traces, environment_hash))

    async def take() -> None:
        for key, each in left:
            proved = each.proved
            ending = proved if isinstance(proved, Skipped) else await recorder.record(proved)
            if isinstance(ending, Skipped):
                skipped.append((each, ending))
            else:
                tree = read_tree(each.tree) if each.tree else None
                ending = with_failures(ending, tree) if tree else ending
                traces.add(key, ending)
            on_end(each, ending)

    await run_all(take() for _ in range(jobs))
    return skipped


def pairs_in(folder: Path) -> Iterator[ValuePair]:
    """The critic's pairs of all verified proofs of a results folder.

    Raises:
        InputError: it is no results folder.
    """
    saved = Saved.load(folder)
    for attempt in saved.latest:
        if attempt.outcome is SearchOutcome.PROVED:
            tree = read_tree(saved.tree_file(attempt))
            yield from value_pairs(tree, attempt.name) if tree else ()


def pairs_of(traces: Iterable[Trace]) -> Iterator[ValuePair]:
    """The critic's pairs of proofs as they were traced: finer steps, and files have them too."""
    for trace in traces:
        yield from value_pairs(trace_tree(trace), trace.name)


def write_pairs(file: Path, pairs: Iterable[ValuePair], most: int = MOST_PAIRS) -> int:
    """Write pairs as JSON Lines, the file whole or not at all; how many they are.

    No two states are compared twice, and the first `most` of a theorem are kept.

    Raises:
        OSError: it cannot be written.
    """
    seen: set[frozenset[str]] = set()
    counts: Counter[str] = Counter()
    lines = []
    for pair in pairs:
        compared = frozenset((pair.better, pair.worse))
        if compared not in seen and counts[pair.name] < most:
            seen.add(compared)
            counts[pair.name] += 1
            lines.append(json.dumps(pair.to_json(), ensure_ascii=False) + "\n")
    write_whole(file, "".join(lines))
    return len(lines)
