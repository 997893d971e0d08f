"""LeanDojo Benchmark 4: human proofs of Mathlib, tactic by tactic, streamed; and nothing else.

The data of Yang et al. 2023 (LeanDojo, section 4 and appendix B) in its version for Lean 4, as the
source archive of the PyPI project lean-dojo carries it (67 MB, 850 MB unpacked; MIT, of
Apache-2.0 Mathlib at one commit). It is read theorem by theorem, in memory that does not grow.

Two ways to cut it, each into train, val (2,000 theorems) and test (2,000): `random`, and
`novel_premises`, where each proof outside of train uses a premise that no proof in train uses.
About half of the theorems have no tactics: their proof is a term.

The corpus has the Lean code of every constant, proofs of theorems left out, without docstrings and
comments: it alone gives no pairs of informal and formal statements.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

from formalmath.benchmarks.download import Sdist, fetch_member
from formalmath.benchmarks.json_stream import items
from formalmath.benchmarks.problem import Progress
from formalmath.errors import InputError
from formalmath.lean.trace import Step, Trace
from formalmath.paths import cache_dir

NAME = "leandojo_benchmark_4"
SDIST = Sdist(
    project="lean_dojo",
    version="4.20.0",
    sha256="990bdcbb38c4aede61b9b776ef0fe84b422d2fd0a7c1088c3c2ed14e5c8939b4",
    size=67_247_593,
)
CORPUS = "corpus.jsonl"


class Split(StrEnum):
    """How the theorems were divided."""

    RANDOM = "random"
    NOVEL_PREMISES = "novel_premises"


class Part(StrEnum):
    """To learn from, to develop on, to report."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"


@dataclass(frozen=True)
class PremiseUse:
    """A constant that a tactic names. `full_name`; `def_path`: of the file that defines it."""

    full_name: str
    def_path: str


@dataclass(frozen=True)
class TracedTactic:
    """A tactic of a human proof.

    Attributes:
        tactic: as it stands in the file.
        annotated_tactic: the same with each premise between `<a>` and `</a>`.
        premises: in order of appearance; one that appears twice is here twice.
        state_before: all goals, as Lean prints them.
        state_after: likewise; `no goals` if none is left.
    """

    tactic: str
    annotated_tactic: str
    premises: tuple[PremiseUse, ...]
    state_before: str
    state_after: str


@dataclass(frozen=True)
class TracedTheorem:
    """A theorem of the benchmark with its human proof.

    Attributes:
        url: of its repository, as the benchmark has it.
        commit: of it.
        file_path: in the repository.
        full_name: of the theorem.
        start: line and column in the file, both from 1.
        end: likewise.
        tactics: of the proof in the order of the file, those of nested blocks too; so the state
            after one need not be the state before the next. None if the proof is a term.
    """

    url: str
    commit: str
    file_path: str
    full_name: str
    start: tuple[int, int]
    end: tuple[int, int]
    tactics: tuple[TracedTactic, ...]

    def trace(self, statement: str = "") -> Trace:
        """As the toolkit's own record; `statement`: from the corpus, which has it by name.

        Mathlib at that commit stands behind it, not a check of ours, as the provenance says.
        """
        return Trace(
            name=self.full_name,
            prefix="",
            statement=statement,
            source=f"{NAME}/{self.file_path}",
            steps=tuple(_step(tactic) for tactic in self.tactics),
            premises=tuple(sorted({p.full_name for t in self.tactics for p in t.premises})),
            environment_hash=self.commit,
            provenance={
                "by": "a human, traced by LeanDojo",
                "commit": self.commit,
                "file": self.file_path,
                "start": list(self.start),
                "end": list(self.end),
            },
        )


@dataclass(frozen=True)
class Premise:
    """A constant of the corpus.

    Attributes:
        full_name: of it.
        code: its Lean code, without docstring and, for a theorem, without proof. In its file's
            namespace, so the name in it may be shorter.
        kind: of Lean's syntax, such as `commanddeclaration` or `lemma`.
        start: line and column in the file, both from 1.
        end: likewise.
    """

    full_name: str
    code: str
    kind: str
    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True)
class CorpusFile:
    """A Lean file of the corpus. `path`; `imports`: paths of files; `premises`: in its order."""

    path: str
    imports: tuple[str, ...]
    premises: tuple[Premise, ...]


def theorems(
    split: Split | str = Split.RANDOM,
    part: Part | str = Part.VAL,
    path: Path | None = None,
    progress: Progress | None = None,
) -> Iterator[TracedTheorem]:
    """The theorems of a part, in the benchmark's order, in constant memory.

    Args:
        split: one of `Split`.
        part: one of `Part`.
        path: the benchmark's folder, unpacked (`corpus.jsonl`, `random/`, `novel_premises/`). None
            takes the pinned archive, fetched once; what is read is kept in the user's cache,
            compressed.
        progress: called while the archive arrives.

    Raises:
        InputError: there is no such part, or `path` does not hold the benchmark.
        DownloadError: the archive cannot be had.
    """
    try:
        member = f"{Split(split)}/{Part(part)}.json"
    except ValueError:
        raise InputError(
            f"There is no part {split}/{part}. Splits are {', '.join(Split)}; parts are "
            f"{', '.join(Part)}."
        ) from None
    return _theorems(member, path, progress)


def corpus(path: Path | None = None, progress: Progress | None = None) -> Iterator[CorpusFile]:
    """The files with all constants that a proof may use, each after its imports; as `theorems`."""
    with _opened(CORPUS, path, progress) as lines:
        for line in lines:
            yield _file(json.loads(line))


def _theorems(member: str, path: Path | None, progress: Progress | None) -> Iterator[TracedTheorem]:
    with _opened(member, path, progress) as stream:
        yield from map(_theorem, items(stream))


@contextmanager
def _opened(member: str, path: Path | None, progress: Progress | None) -> Iterator[TextIO]:
    """The text of a file of the benchmark. What is wrong with it becomes an InputError."""
    if path is None:
        file = fetch_member(
            SDIST, f"{NAME}/{member}", cache_dir() / "benchmarks", progress=progress
        )
    else:
        file = path / member
    try:
        with (
            gzip.open(file, "rt", encoding="utf-8")
            if path is None
            else file.open(encoding="utf-8") as stream
        ):
            yield stream
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror or error}. Give the folder that holds "
            f"{CORPUS}, random/ and novel_premises/."
        ) from error
    except (ValueError, KeyError, TypeError, EOFError, zlib.error) as error:
        raise InputError(
            f"{file} is not what LeanDojo Benchmark 4 has there ({error}). Delete it, to have it "
            "made or fetched anew."
        ) from error


def _theorem(record: Mapping[str, Any]) -> TracedTheorem:
    return TracedTheorem(
        url=record["url"],
        commit=record["commit"],
        file_path=record["file_path"],
        full_name=record["full_name"],
        start=_position(record["start"]),
        end=_position(record["end"]),
        tactics=tuple(map(_tactic, record["traced_tactics"])),
    )


def _tactic(record: Mapping[str, Any]) -> TracedTactic:
    annotated, uses = record["annotated_tactic"]
    return TracedTactic(
        tactic=record["tactic"],
        annotated_tactic=annotated,
        premises=tuple(PremiseUse(use["full_name"], use["def_path"]) for use in uses),
        state_before=record["state_before"],
        state_after=record["state_after"],
    )


def _step(tactic: TracedTactic) -> Step:
    names = dict.fromkeys(premise.full_name for premise in tactic.premises)
    after = "" if tactic.state_after == "no goals" else tactic.state_after
    return Step(tactic.state_before, tactic.tactic, after, premises=tuple(names))


def _file(record: Mapping[str, Any]) -> CorpusFile:
    premises = tuple(
        Premise(p["full_name"], p["code"], p["kind"], _position(p["start"]), _position(p["end"]))
        for p in record["premises"]
    )
    return CorpusFile(record["path"], tuple(record["imports"]), premises)


def _position(pair: Any) -> tuple[int, int]:
    line, column = pair
    return line, column
