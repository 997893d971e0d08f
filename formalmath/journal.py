"""An append-only file of JSON records that survives a kill at any moment, and nothing else.

A line is a JSON object whose last field, `checksum`, is that of the bytes before it in the line:

    {"id": "a", "n": 1, "checksum": "0123456789abcdef"}

So `pandas.read_json(path, lines=True)` reads it. A record whose checksum is wrong, or that has
none, does not count: whoever resumes does its work again. Records without one, as there were before
there were checksums, are no exception: one damaged byte in the field's name makes such a record.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import logging
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from formalmath.errors import FormalMathError, InputError

CHECKSUM = "checksum"
"""The last field of every line; no record may have it as its own."""

_SEAL = re.compile(rb'"checksum": "([0-9a-f]{16})"\}\Z')
_log = logging.getLogger(__name__)


def read_journal(path: Path) -> list[dict[str, Any]]:
    """The whole records of a journal, which another process may be writing. Changes nothing.

    Logs one warning if there are damaged lines.

    Raises:
        InputError: it cannot be read, or has lines and none of them is a whole record.
    """
    try:
        text = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    return _records(path, text[: text.rfind(b"\n") + 1])


class Journal:
    """One JSON object a line. A record is on the disk when `append` returns.

    Opening it reads what is there: a torn last line (the writer was killed in the middle of it)
    is cut off, and damaged lines are left out, with one warning. One process at a time may have it
    open. Use it as a context manager.
    """

    def __init__(self, path: Path) -> None:
        """Open for appending; make the file and its folder if need be.

        Raises:
            InputError: the file cannot be opened, is in use, or has something in it but no record.
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
                _refuse_foreign(path, self.records, text[whole:])
                os.ftruncate(self._file, whole)
            _sync_folder(path.parent)  # a new file's name is on the disk too
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
            ValueError: the record has a field `checksum`.
        """
        line = _sealed(record)
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


def _sealed(record: Mapping[str, Any]) -> bytes:
    """The line of a record."""
    if CHECKSUM in record:
        raise ValueError(f"the field `{CHECKSUM}` is the journal's own")
    try:
        text = json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair, which only an escape can hold
        text = json.dumps(record).encode()
    head = text[:-1] + (b", " if record else b"")
    return b'%b"checksum": "%b"}\n' % (head, _checksum(head))


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:16].encode()


def _opened(line: bytes) -> dict[str, Any] | None:
    """The record of a line; None if it is damaged or none."""
    seal = _SEAL.search(line)
    if seal is None or _checksum(line[: seal.start()]) != seal[1]:
        return None
    record: dict[str, Any] = json.loads(line)
    del record[CHECKSUM]
    return record


def _records(path: Path, text: bytes) -> list[dict[str, Any]]:
    """The whole records among the lines of `text`, each of which has its line end."""
    lines = text.split(b"\n")[:-1]
    found = [_opened(line) for line in lines]
    records = [record for record in found if record is not None]
    if lines and not records:
        raise InputError(
            f"{path} has {len(lines)} lines and not one whole record with a checksum. "
            "Move the file away, or name another place with --out."
        )
    if damaged := [number for number, record in enumerate(found, start=1) if record is None]:
        shown = ", ".join(map(str, damaged[:10])) + (", .." if len(damaged) > 10 else "")
        what = f"line {shown} is damaged" if len(damaged) == 1 else f"lines {shown} are damaged"
        _log.warning("%s: %s and left out; --resume does that work again.", path, what)
    return records


def _refuse_foreign(path: Path, records: list[dict[str, Any]], tail: bytes) -> None:
    """Keep us from cutting off what we did not write.

    Raises:
        InputError: the file is one torn line that does not begin as a record does.
    """
    # Zeros are what some file systems leave of a write that power failure cut short.
    if not records and tail.strip(b"\0") and not tail.startswith((b'{"', b"{")[len(tail) < 2]):
        raise InputError(
            f"{path} is no file of records. Move it away, or name another place with --out."
        )


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some file systems sync no folders
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
