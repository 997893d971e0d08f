"""Which theorems a person asks for: a benchmark's, a file's, or one statement; nothing else."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from formalmath.benchmarks import BENCHMARKS
from formalmath.errors import InputError
from formalmath.lean.source import read_source, sorry_theorems, statement_theorem
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import HEADER


@dataclass(frozen=True)
class Asked:
    """Theorems that a person asks for.

    Attributes:
        theorems: at least one.
        what: the benchmark's name, the file's path as given, or `--statement`.
        benchmark: they are a benchmark's.
        text: of the file; None if there is none.
    """

    theorems: Sequence[Theorem]
    what: str
    benchmark: bool = False
    text: str | None = None

    def selected(self, match: str, limit: int) -> Asked:
        """Those whose name the regular expression `match` finds, at most `limit` (0: all).

        Raises:
            InputError: it is no regular expression, or finds none.
        """
        try:
            pattern = re.compile(match)
        except re.error as error:
            raise InputError(
                f"--match {match!r} is not a regular expression: {error}. "
                r"Escape signs that shall stand for themselves, as in `foo\(`."
            ) from error
        chosen = [theorem for theorem in self.theorems if pattern.search(theorem.name)]
        if not chosen:
            raise InputError(
                f"--match {match!r} finds none of the {len(self.theorems)} theorems of "
                f"{self.what}, such as {self.theorems[0].name}. Loosen the pattern."
            )
        return dataclasses.replace(self, theorems=chosen[: limit or None])


def asked_for(
    target: str | None,
    statement: str | None,
    split: str | None,
    path: Path | None,
    progress: Callable[[int, int], None],
) -> Asked:
    """What the options of `formalmath prove` name.

    Args:
        target: a benchmark or a Lean file.
        statement: in place of it, a statement's text.
        split: of a benchmark; None and `all` stand for all.
        path: of a local copy of the benchmark.
        progress: called while a benchmark is downloaded, with the bytes done and in all.

    Raises:
        InputError: they name nothing that can be proved.
        DownloadError: the benchmark cannot be had.
    """
    if (target is None) == (statement is None):
        raise InputError(
            "Say what to prove: a benchmark (`minif2f`), a Lean file, or --statement '...'."
        )
    name = (target or "").lower()
    if name not in BENCHMARKS and (split is not None or path is not None):
        raise InputError("--split and --path are for benchmarks. Leave them out.")
    if statement is not None:
        return Asked([statement_theorem(statement, HEADER)], "--statement")
    if name not in BENCHMARKS:
        return _in_file(Path(target or ""))
    problems = BENCHMARKS[name](path, progress)
    splits = list(dict.fromkeys(problem.split for problem in problems))
    if split not in {*splits, "all", None}:
        known = ", ".join(splits)
        raise InputError(f"--split {split}: there is no such split. Give {known} or all.")
    chosen = [p.theorem for p in problems if split in (p.split, "all", None)]
    return Asked(chosen, name, benchmark=True)


def _in_file(file: Path) -> Asked:
    """The theorems of a file that wait for a proof."""
    if not file.exists():
        known = ", ".join(BENCHMARKS)
        raise InputError(
            f"{file} does not exist, and is no benchmark ({known}). Give the path of a Lean file."
        )
    if file.is_dir():
        raise InputError(f"{file} is a folder. Give one Lean file in it, or a benchmark's name.")
    text = read_source(file)
    theorems = sorry_theorems(text, str(file))
    if not theorems:
        raise InputError(
            f"{file} has no theorem whose proof is `sorry`. Write `:= by sorry` where a proof is "
            "wanted; `formalmath check` judges a file as it is."
        )
    return Asked(theorems, str(file), text=text)
