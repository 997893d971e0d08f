"""Which Landlock rules express a policy on this kernel, and nothing else."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_CREATE_RULESET = 444
_ASK_VERSION = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _IOCTL_DEVICE = 1 << 14, 1 << 15
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEVICE
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_TCP = 0b11
_SCOPES = 0b11  # abstract unix sockets, signals

DEVICES = tuple(Path("/dev", name) for name in ("null", "zero", "full", "random", "urandom"))
"""Devices that every program may use."""


@functools.cache
def abi() -> int:
    """The version of Landlock that this kernel speaks; 0 if it has none or it is off."""
    libc = ctypes.CDLL(None, use_errno=True)
    version: int = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    return max(0, version)


def ruleset(readable: Sequence[Path], writable: Sequence[Path]) -> dict[str, Any] | None:
    """The rules for `confine.py`; None without Landlock.

    `readable` are files and folders, `writable` folders. All else is denied, TCP (from version 4
    on), signals and abstract sockets to outside (from 6 on) included.
    """
    version = abi()
    if not version:
        return None
    handled = (1 << 13) - 1
    handled |= (1 << 13 if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    handled |= _IOCTL_DEVICE if version >= 5 else 0
    rules = [(str(path), _READ) for path in readable]
    rules += [(str(path), handled & ~_IOCTL_DEVICE) for path in writable]
    rules += [(str(path), _READ_FILE | _WRITE_FILE | _TRUNCATE & handled) for path in DEVICES]
    return {
        "handled": [handled, _TCP if version >= 4 else 0, _SCOPES if version >= 6 else 0],
        "file_rights": _FILE_RIGHTS,
        "rules": rules,
    }
