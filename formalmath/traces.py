"""A file of traces that grows, and nothing else.

It is a journal (see `formalmath.journal`): a trace a line, with the `key` that its proof and the
environment have, so that a resumed run does nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from formalmath.errors import InputError
from formalmath.journal import Journal, read_journal
from formalmath.lean.trace import Trace


class Traces:
    """A file of traces that is being written, by this process alone. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file; make it if need be.

        Raises:
            InputError: it cannot be written, is in use, or holds something else.
        """
        self._journal = Journal(path)
        try:
            self._traces = dict(_keyed(path, self._journal.records))
        except InputError:
            self._journal.close()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._journal.path

    @property
    def all(self) -> list[Trace]:
        """The traces, in order."""
        return list(self._traces.values())

    def __len__(self) -> int:
        return len(self._traces)

    def __contains__(self, key: object) -> bool:
        return key in self._traces

    def add(self, key: str, trace: Trace) -> None:
        """Keep a trace. It is on the disk when this returns.

        Raises:
            FormalMathError: the disk is full or fails.
        """
        self._journal.append({"key": key, **trace.to_json()})
        self._traces[key] = trace

    def close(self) -> None:
        """Close the file; one without traces goes."""
        self._journal.close()

    def __enter__(self) -> Traces:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def read_traces(path: Path) -> list[Trace]:
    """The traces of a file, which another process may be writing.

    Raises:
        InputError: it cannot be read, or holds something else.
    """
    return list(dict(_keyed(path, read_journal(path))).values())


def _keyed(path: Path, records: list[dict[str, object]]) -> Iterator[tuple[str, Trace]]:
    for record in records:
        try:
            yield str(record["key"]), Trace.from_json(record)
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path} holds records of another kind. Name another file for the traces."
            ) from error
