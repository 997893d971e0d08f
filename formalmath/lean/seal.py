"""What a trusted server in a sandbox does to its own children, and nothing else.

Imported by programs that run with the standard library only.
"""

from __future__ import annotations

import ctypes
import os
import struct

SEAL_VARIABLE = "FORMALMATH_SEAL"
"""Holds the seal for the children of a `Processes.SEALED` program: PLACEHOLDER:FILTER, both
hexadecimal. FILTER is a seccomp filter in which PLACEHOLDER stands for the child's process id."""

_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22


class Seal:
    """The seal that this process was given, out of its environment; none outside a sandbox."""

    def __init__(self) -> None:
        """Take it from the environment, and make this process a closed book to its children."""
        self._seal = os.environ.pop(SEAL_VARIABLE, "")
        if self._seal:  # children share our user: nobody shall read or write our memory or pipes
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, ctypes.c_ulong(0))

    def put_on(self) -> bool:
        """Give up, in a child, the right to start and signal others; False if that failed."""
        if not self._seal:
            return True
        placeholder, _, text = self._seal.partition(":")
        own = struct.pack("=I", os.getpid())
        program = bytes.fromhex(text).replace(struct.pack("=I", int(placeholder, 16)), own)
        code = ctypes.create_string_buffer(program, len(program))
        wanted = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
        zero = ctypes.c_ulong(0)
        answer = ctypes.CDLL(None).prctl(_PR_SET_SECCOMP, ctypes.c_ulong(2), wanted, zero, zero)
        return bool(answer == 0)
