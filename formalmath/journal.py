"""An append-only file of JSON records that survives a kill at any moment, and nothing else."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from formalmath.errors import FormalMathError, InputError


class Journal:
    """One JSON object a line. A record is on the disk when `append` returns.

    Opening it reads what is there; a torn last line (the writer was killed in the middle of it)
    is cut off. Use it as a context manager.
    """

    def __init__(self, path: Path) -> None:
        """Open for appending; make the file and its folder if need be.

        Raises:
            InputError: the file cannot be opened, or is not a journal.
        """
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        except OSError as error:
            raise InputError(
                f"Cannot write results to {path}: {error.strerror}. Name another folder with --out."
            ) from error
        self.records: list[dict[str, Any]] = []
        text = path.read_bytes()
        whole = text.rfind(b"\n") + 1
        for number, line in enumerate(text[:whole].splitlines(), start=1):
            try:
                record = json.loads(line)
            except ValueError as error:
                os.close(self._file)
                raise InputError(
                    f"{path} line {number} is not a JSON record. Move the file away, or mend it."
                ) from error
            self.records.append(record)
        if whole < len(text):
            os.ftruncate(self._file, whole)

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
        """Close the file."""
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
