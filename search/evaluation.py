"""Many theorems through one prover: in parallel, recorded as they end, resumable."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from formalmath.errors import FormalMathError, InputError
from formalmath.journal import Journal
from formalmath.lean.theorem import Theorem
from formalmath.tasks import run_all
from search.attempt import Attempt
from search.export import tree_to_dict
from search.prover import Prover, Proving

RESULTS = "results.jsonl"
PROOFS = "proofs"
TREES = "trees"


class Results:
    """A results folder: `results.jsonl`, `proofs/*.lean`, `trees/*.json`."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; make it if need be.

        Raises:
            InputError: it cannot be written, or holds something else.
        """
        self.folder = folder
        self._journal = Journal(folder / RESULTS)
        self.attempts: dict[str, Attempt] = {}
        for record in self._journal.records:
            try:
                attempt = Attempt.from_json(record)
            except (KeyError, TypeError, ValueError) as error:
                self._journal.close()
                raise InputError(
                    f"{folder / RESULTS} holds a record of another kind. "
                    "Name another folder with --out."
                ) from error
            self.attempts[attempt.key] = attempt

    def add(self, proving: Proving) -> None:
        """Keep one end: its proof and tree first, then the record that speaks of them.

        Raises:
            FormalMathError: the disk is full or fails.
        """
        attempt = proving.attempt
        try:
            if proving.text:
                _write(self.proof_file(attempt), proving.text)
            if proving.tree is not None:
                tree = json.dumps(tree_to_dict(proving.tree), ensure_ascii=False)
                _write(self.tree_file(attempt), tree)
        except OSError as error:
            raise FormalMathError(
                f"The result of {attempt.name} could not be written to {self.folder}: "
                f"{error.strerror}. What was finished before is safe; make room and go on "
                "with --resume."
            ) from error
        self._journal.append(attempt.to_json())
        self.attempts[attempt.key] = attempt

    @property
    def file(self) -> Path:
        """The records."""
        return self._journal.path

    def proof_file(self, attempt: Attempt) -> Path:
        """Where an accepted proof stands."""
        return self.folder / PROOFS / f"{file_name(attempt.name)}.lean"

    def tree_file(self, attempt: Attempt) -> Path:
        """Where the search tree stands."""
        return self.folder / TREES / f"{file_name(attempt.name)}.json"

    def close(self) -> None:
        """Close the journal."""
        self._journal.close()

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def file_name(name: str) -> str:
    """A theorem's name as a file's."""
    return re.sub(r"[^\w.'-]", "_", name)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


async def evaluate(
    theorems: Sequence[Theorem],
    prover: Prover,
    results: Results,
    jobs: int,
    on_end: Callable[[Attempt], None] = lambda attempt: None,
) -> list[Attempt]:
    """Attempt every theorem that `results` does not have yet, `jobs` at a time.

    Each end is on the disk before the next theorem of its task begins. Returns the attempts on
    all `theorems`, in their order. If cancelled, what was finished stays.

    Raises:
        FormalMathError: a result could not be written.
    """
    keys = [prover.provenance.key(theorem) for theorem in theorems]
    waiting = iter(
        [t for t, key in zip(theorems, keys, strict=True) if key not in results.attempts]
    )
    await run_all(_work(waiting, prover, results, on_end) for _ in range(jobs))
    return [results.attempts[key] for key in keys]


async def _work(
    waiting: Iterator[Theorem],
    prover: Prover,
    results: Results,
    on_end: Callable[[Attempt], None],
) -> None:
    for theorem in waiting:
        proving = await prover.prove(theorem)
        results.add(proving)
        on_end(proving.attempt)
