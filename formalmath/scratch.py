"""Scratch folders that do not outlive their program for long, even if it is killed.

A program holds a lock on each of its folders. The system drops the lock when the program ends in
whatever way, and the next program to make such a folder removes those that nobody holds.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

_PREFIX = "formalmath-scratch-"


class Scratch:
    """A new, empty folder in the temp folder, for this program alone. A context manager;
    else `remove` it at the end.
    """

    def __init__(self) -> None:
        """Make it, and remove what killed programs have left.

        Raises:
            OSError: it cannot be made.
        """
        _remove_abandoned(tempfile.gettempdir())
        while True:
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
            self._lock = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
            with suppress(OSError):  # a file system without locks: then nobody removes it either
                fcntl.flock(self._lock, fcntl.LOCK_EX)
            if self.path.exists():
                return
            os.close(self._lock)  # it was taken for abandoned before the lock was ours

    def remove(self) -> None:
        """Remove the folder with all in it. Safe to call twice."""
        if self._lock >= 0:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self._lock)
            self._lock = -1

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()


@cache
def _remove_abandoned(temp: str) -> None:
    """Once a program, so that it costs nothing later."""
    for folder in Path(temp).glob(f"{_PREFIX}*"):
        try:
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            continue  # gone by now, or another user's
        try:
            if os.fstat(lock).st_uid == os.getuid():
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            pass  # in use
        finally:
            os.close(lock)
