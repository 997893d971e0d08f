"""Many candidates through one verifier: in parallel, recorded as they end, resumable.

A verdict counts once it stands in the journal, and nowhere else is it kept: whenever the program is
killed, what a resumed run finds there is what was acknowledged. The lines of the journal:

    {"id": .., "key": .., "run": .., "verdict": "VERIFIED", .., "checksum": ..}
    {"id": .., "key": .., "run": .., "verdict": "INVALID", "detail": .., "checksum": ..}
    {"run": .., "verdict": "VOID", "detail": .., "checksum": ..}

A verdict is as `verdict_to_json` writes it. INVALID says that the statement itself does not
compile. VOID says that a canary was accepted, and takes back all that the same run had said.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from formalmath.errors import CanaryError, InputError
from formalmath.journal import Journal
from formalmath.tasks import run_all
from formalmath.verify.candidates import Candidate
from formalmath.verify.trial import Checker
from formalmath.verify.verdict import (
    Cause,
    Evidence,
    Inconclusive,
    Verdict,
    verdict_from_json,
    verdict_to_json,
)

_INVALID, _VOID = "INVALID", "VOID"


@dataclass(frozen=True)
class Invalid:
    """There is nothing to prove: the statement does not compile, or the challenge lacks it."""

    detail: str


Ending: TypeAlias = Verdict | Invalid


class Verdicts:
    """A file of verdicts that is being written, by this process alone. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file; make it if need be.

        Raises:
            InputError: it cannot be written, is in use, or holds something else.
        """
        self._journal = Journal(path)
        self._run = secrets.token_hex(8)
        self.endings: dict[str, Ending] = {}
        self._ids: set[tuple[str, str]] = set()
        try:
            self._read(self._journal.records)
        except (KeyError, TypeError, ValueError) as error:
            self._journal.close()
            raise InputError(
                f"{path} holds records of another kind. Name another file with --out."
            ) from error

    @property
    def path(self) -> Path:
        """The file."""
        return self._journal.path

    def __len__(self) -> int:
        return len(self._ids)

    def settled(self, key: str) -> Ending | None:
        """How the candidates with this key ended; None if that is to be found out (again)."""
        ending = self.endings.get(key)
        return None if isinstance(ending, Inconclusive) else ending

    def has(self, name: str, key: str) -> bool:
        """Whether this candidate, by its id, has a line that need not be written again."""
        return (name, key) in self._ids and self.settled(key) is not None

    def add(self, name: str, key: str, ending: Ending) -> None:
        """Keep how a candidate ended. It is on the disk when this returns.

        Raises:
            FormalMathError: the disk is full or fails.
        """
        self._journal.append({"id": name, "key": key, "run": self._run, **_to_json(ending)})
        self._keep(name, key, ending)

    def void(self, why: str) -> None:
        """Take back all that this run has added."""
        self._journal.append({"run": self._run, "verdict": _VOID, "detail": why})

    def close(self) -> None:
        """Close the file; one without records goes."""
        self._journal.close()

    def __enter__(self) -> Verdicts:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, records: Sequence[Mapping[str, Any]]) -> None:
        void = {record["run"] for record in records if record["verdict"] == _VOID}
        for record in records:
            if record["run"] not in void:
                self._keep(str(record["id"]), str(record["key"]), _from_json(record))

    def _keep(self, name: str, key: str, ending: Ending) -> None:
        self.endings[key] = ending
        self._ids.add((name, key))


def _to_json(ending: Ending) -> dict[str, Any]:
    if isinstance(ending, Invalid):
        return {"verdict": _INVALID, "detail": ending.detail}
    return verdict_to_json(ending)


def _from_json(record: Mapping[str, Any]) -> Ending:
    if record["verdict"] == _INVALID:
        return Invalid(str(record["detail"]))
    return verdict_from_json(record)


class Judge(Checker, Protocol):
    """Who gives the verdicts; `Verifier` is one."""

    @property
    def evidence(self) -> Evidence:
        """The conditions: the environment, and the layers that are off."""


class Batch:
    """Candidates under the conditions of one verifier."""

    def __init__(
        self, candidates: Sequence[Candidate], verifier: Judge, verdicts: Verdicts
    ) -> None:
        self._verifier, self._verdicts = verifier, verdicts
        conditions, release = verifier.evidence, version("formalmath")
        self.keys = {each.id: each.key(conditions, release) for each in candidates}
        self._equal: dict[str, list[Candidate]] = {}
        for each in candidates:
            self._equal.setdefault(self.keys[each.id], []).append(each)

    @property
    def known(self) -> list[Ending]:
        """How those candidates ended that the file has already, in order."""
        found = (self._verdicts.settled(key) for key in self.keys.values())
        return [ending for ending in found if ending is not None]

    @property
    def endings(self) -> list[Ending]:
        """How all of them ended, in order, once `verify` has returned."""
        return [self._verdicts.endings[key] for key in self.keys.values()]

    async def verify(
        self,
        jobs: int,
        on_end: Callable[[Candidate, Ending], None] = lambda candidate, ending: None,
    ) -> None:
        """Verify what the file does not have yet, `jobs` texts at a time; equal texts once.

        What is INCONCLUSIVE there is tried again. Each verdict is on the disk before the next
        candidate of its task begins. If cancelled, what was finished stays.

        Raises:
            CanaryError: the checker accepted what is known to be wrong; no verdict of this run
                counts, and the file says so.
            FormalMathError: a verdict could not be written.
        """
        waiting = iter(self._equal.items())
        try:
            await run_all(self._work(waiting, on_end) for _ in range(jobs))
        except CanaryError as error:
            self._verdicts.void(str(error))
            raise

    async def _work(
        self,
        waiting: Iterator[tuple[str, list[Candidate]]],
        on_end: Callable[[Candidate, Ending], None],
    ) -> None:
        for key, equal in waiting:
            ending = self._verdicts.settled(key)
            news = ending is None
            if ending is None:
                ending = await self._judged(equal[0])
            for each in equal:
                if not self._verdicts.has(each.id, key):
                    self._verdicts.add(each.id, key, ending)
                if news:
                    on_end(each, ending)

    async def _judged(self, candidate: Candidate) -> Ending:
        try:
            return await candidate.trial.put_to(self._verifier)
        except CanaryError:
            raise
        except InputError as error:
            return Invalid(str(error))
        except Exception as error:
            # A fault of ours that one text brings to light must not end the batch at that text,
            # and again at every resumption.
            why = f"internal error: {type(error).__name__}: {str(error)[:500]}"
            return Inconclusive(Cause.INFRA, why, self._verifier.evidence)
