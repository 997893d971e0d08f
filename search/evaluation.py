"""Many theorems through one prover: in parallel, recorded as they end, resumable."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from formalmath.errors import FormalMathError, InputError
from formalmath.journal import Journal, read_journal
from formalmath.lean.source import splice
from formalmath.lean.theorem import Theorem
from search.attempt import Attempt, Provenance
from search.best_first import SearchOutcome
from search.export import tree_to_dict
from search.passes import Beginner, in_passes
from search.prover import Proving

RESULTS = "results.jsonl"
PROOFS = "proofs"
TREES = "trees"
COMPLETED = "completed"

PASSING = frozenset({SearchOutcome.ERROR, SearchOutcome.UNDECIDED, SearchOutcome.RUN_TIME})
"""Outcomes that say something about that run or its machine, and so are worth another attempt."""


class Saved:
    """What a results folder holds: results.jsonl, proofs/*.lean, trees/*.json, completed/*.lean."""

    def __init__(self, folder: Path, records: Sequence[Mapping[str, Any]]) -> None:
        """Of the records in its `results.jsonl`.

        Raises:
            InputError: one of them is not an `Attempt`.
        """
        self.folder = folder
        self.attempts: dict[str, Attempt] = {}
        self._stems: dict[str, str] = {}
        self._owners: dict[str, Attempt] = {}
        for record in records:
            try:
                self._keep(Attempt.from_json(record))
            except (KeyError, TypeError, ValueError) as error:
                raise InputError(
                    f"{self.file} holds a record of another kind. Name another results folder."
                ) from error

    @classmethod
    def load(cls, folder: Path) -> Saved:
        """Read a folder, which a run may be writing to.

        Raises:
            InputError: it is not a results folder.
        """
        if not (folder / RESULTS).is_file():
            raise InputError(
                f"{folder} is no results folder: it has no {RESULTS}. Give what --out named."
            )
        return cls(folder, read_journal(folder / RESULTS))

    @property
    def file(self) -> Path:
        """The records."""
        return self.folder / RESULTS

    @property
    def latest(self) -> list[Attempt]:
        """The attempts, less those that were made again under other conditions."""
        conditions = {(a.source, a.name): a.provenance for a in self.attempts.values()}
        return [a for a in self.attempts.values() if a.provenance == conditions[a.source, a.name]]

    @property
    def settled(self) -> Mapping[str, Attempt]:
        """The attempts, by key, that need not be made again."""
        return {key: a for key, a in self.attempts.items() if a.outcome not in PASSING}

    def proof_file(self, attempt: Attempt) -> Path:
        """Where an accepted proof stands."""
        return self.folder / PROOFS / f"{self._stem(attempt)}.lean"

    def tree_file(self, attempt: Attempt) -> Path:
        """Where the search tree stands."""
        return self.folder / TREES / f"{self._stem(attempt)}.json"

    def _keep(self, attempt: Attempt) -> None:
        stem = self._stems[attempt.key] = self._stem(attempt)
        self._owners[stem] = attempt
        self.attempts.pop(attempt.key, None)  # so that the order is that of the last attempts
        self.attempts[attempt.key] = attempt

    def _stem(self, attempt: Attempt) -> str:
        """The theorem's name as a file's, marked if another theorem has that name already."""
        if attempt.key in self._stems:
            return self._stems[attempt.key]
        stem = re.sub(r"[^\w.'-]", "_", attempt.name)
        owner = self._owners.get(stem)
        again = owner is None or (
            (owner.source, owner.name) == (attempt.source, attempt.name)
            and owner.provenance != attempt.provenance
        )
        return stem if again and len(stem.encode()) < 200 else f"{stem[:50]}-{attempt.key[:8]}"


class Results(Saved):
    """A results folder that is being written, by this process alone."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; make it if need be.

        Raises:
            InputError: it cannot be written, is in use, or holds something else.
        """
        self._new = not folder.exists()
        self._journal = Journal(folder / RESULTS)
        try:
            super().__init__(folder, self._journal.records)
        except InputError:
            self._journal.close()
            raise

    def add(self, proving: Proving) -> None:
        """Keep one end: its proof and tree first, then the record that speaks of them.

        Raises:
            FormalMathError: the disk is full or fails.
        """
        attempt = proving.attempt
        try:
            if proving.text:
                write_whole(self.proof_file(attempt), proving.text)
            if proving.tree is not None:
                tree = json.dumps(tree_to_dict(proving.tree), ensure_ascii=False)
                write_whole(self.tree_file(attempt), tree)
        except OSError as error:
            raise FormalMathError(
                f"The result of {attempt.name} could not be written to {self.folder}: "
                f"{error.strerror}. What was finished before is safe; make room and go on "
                "with --resume."
            ) from error
        self._journal.append(attempt.to_json())
        self._keep(attempt)

    def complete(
        self, file: Path, text: str, theorems: Sequence[Theorem], attempts: Sequence[Attempt]
    ) -> Path | None:
        """Write a copy of a Lean file with the proofs found in place of `sorry`.

        Args:
            file: where the text comes from.
            text: of the file.
            theorems: of the file.
            attempts: on these theorems, in their order.

        Returns:
            The copy, in the results folder; None if nothing was proved.

        Raises:
            OSError: it cannot be written.
        """
        pairs = list(zip(theorems, attempts, strict=True))
        proved = [(t, a.proof) for t, a in pairs if a.outcome is SearchOutcome.PROVED]
        if not proved:
            return None
        for theorem, proof in reversed(proved):  # so that the text before the next stays as it was
            text = splice(text, theorem, proof)
        copy = self.folder / COMPLETED / file.name
        write_whole(copy, text)
        return copy

    def close(self) -> None:
        """Close the journal; a new folder in which nothing was kept goes."""
        self._journal.close()
        if self._new and not self.attempts:
            with suppress(OSError):
                self.folder.rmdir()

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: it cannot be written; nothing of it is left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


class Proves(Beginner, Protocol):
    """What `evaluate` asks of a prover; `search.prover.Prover` is one."""

    provenance: Provenance


async def evaluate(
    theorems: Sequence[Theorem],
    prover: Proves,
    results: Results,
    tasks: int,
    on_end: Callable[[Attempt], None] = lambda attempt: None,
    total_s: float = 0.0,
) -> list[Attempt]:
    """Attempt every theorem that `results` does not have yet, `tasks` at a time (see `in_passes`).

    What ended as `PASSING` is attempted again.

    Each end is on the disk before its task goes on. Returns the attempts on all `theorems`, in
    their order. If cancelled, what was finished stays.

    Raises:
        FormalMathError: a result could not be written.
    """

    def keep(proving: Proving) -> None:
        results.add(proving)
        on_end(proving.attempt)

    keys = [prover.provenance.key(theorem) for theorem in theorems]
    pairs, settled = zip(theorems, keys, strict=True), results.settled
    waiting = [theorem for theorem, key in pairs if key not in settled]
    await in_passes(waiting, prover, tasks, keep, total_s)
    return [results.attempts[key] for key in keys]
