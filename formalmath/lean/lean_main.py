"""Acts as the program `lean`: calls `lean_main` of the compiled library, and nothing else.

Run as a script, by its path, with the library's path in FORMALMATH_LEAN_LIBRARY. Only the
standard library is used, so that a start costs little (`python -I -S lean_main.py ...`).
If FORMALMATH_LEAN_PARENT is set, Lean is killed when the process with that id, its parent,
ends in whatever way.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_LINE_BUFFERED = 1  # glibc's _IOLBF
_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> int:
    """Run Lean with these command-line arguments; the result is its exit code."""
    library = os.environ.get("FORMALMATH_LEAN_LIBRARY", "")
    try:
        lean = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL) if library else None
    except OSError as error:
        print(f"lean: the library does not load: {error}", file=sys.stderr)
        return 127
    if lean is None:
        print("lean: FORMALMATH_LEAN_LIBRARY does not name libleanshared.so", file=sys.stderr)
        return 127
    c = ctypes.CDLL(None)
    parent = os.environ.pop("FORMALMATH_LEAN_PARENT", "")
    if parent:
        c.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if str(os.getppid()) != parent:
            return 128 + signal.SIGKILL  # it ended before it could be tied to us
    if not {"--server", "--worker"} & set(arguments):
        # Into a pipe, C buffers whole blocks: a Lean that is killed would lose its messages.
        # The servers flush each message themselves.
        stdout = ctypes.c_void_p.in_dll(c, "stdout")
        c.setvbuf(stdout, None, _LINE_BUFFERED, ctypes.c_size_t(0))
    argv = [b"lean", *map(os.fsencode, arguments)]
    lean.lean_main.argtypes = [ctypes.c_int, ctypes.POINTER(ctypes.c_char_p)]
    lean.lean_main.restype = ctypes.c_int
    return int(lean.lean_main(len(argv), (ctypes.c_char_p * (len(argv) + 1))(*argv, None)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
