"""An append-only file of JSON records that survives a kill at any moment, and nothing else."""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from formalmath.errors import FormalMathError, InputError


def read_journal(path: Path) -> list[dict[str, Any]]:
    """The records of a journal, which another process may be writing. Changes nothing.

    Raises:
        InputError: it cannot be read, or is not a journal.
    """
    try:
        text = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    return _records(path, text[: text.rfind(b"\n") + 1])


class Journal:
    """One JSON object a line. A record is on the disk when `append` returns.

    Opening it reads what is there; a torn last line (the writer was killed in the middle of it)
    is cut off. One process at a time may have it open. Use it as a context manager.
    """

    def __init__(self, path: Path) -> None:
        """Open for appending; make the file and its folder if need be.

        Raises:
            InputError: the file cannot be opened, is in use, or is not a journal.
        """
        self.path = path
        self.records: list[dict[str, Any]] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        except FileExistsError as error:
            raise InputError(
                f"{path.parent} is a file. Name a folder for the results with --out."
            ) from error
        except OSError as error:
            raise InputError(
                f"Cannot write results to {path}: {error.strerror}. Name another folder with --out."
            ) from error
        try:
            self._lock()
            text = path.read_bytes()
            whole = text.rfind(b"\n") + 1
            self.records = _records(path, text[:whole])
            if whole < len(text):
                os.ftruncate(self._file, whole)
        except BaseException:
            os.close(self._file)
            raise

    def _lock(self) -> None:
        """Keep other writers out: cutting a torn line off would cut what they write."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(
                f"Another run writes to {self.path.parent} now. "
                "Wait for its end, or name another folder with --out."
            ) from error
        except OSError:
            pass  # a file system without locks; most people run one at a time

    def append(self, record: Mapping[str, Any]) -> None:
        """Write one record and wait until it is on the disk.

        Raises:
            FormalMathError: the disk is full or fails; the records before this one are whole.
        """
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        end = os.fstat(self._file).st_size
        try:
            # One write a record: the tail of a short write is cut off again below.
            if os.write(self._file, line) < len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(self._file)
        except OSError as error:
            os.ftruncate(self._file, end)
            raise FormalMathError(
                f"A result could not be written to {self.path}: {error.strerror}. "
                "What was finished before is safe; make room and go on with --resume."
            ) from error
        self.records.append(dict(record))

    def close(self) -> None:
        """Close the file; a journal without records leaves none behind."""
        if not self.records:
            with suppress(OSError):
                self.path.unlink()
        os.close(self._file)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _records(path: Path, text: bytes) -> list[dict[str, Any]]:
    records = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise InputError(
                f"{path} line {number} is not a JSON record. "
                "Move the file away, or name another folder with --out."
            )
        records.append(record)
    return records
