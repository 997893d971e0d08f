"""Lean's compiled files as bounds-checked objects, and nothing else.

A `.olean` file is a header and a heap image: objects of eight-byte words, pointers absolute to a
base address that the header names. The file comes from a process that ran hostile text, so nothing
in it is believed: no memory map, no pointer that leaves the file or points forwards (the writer
puts every object behind what it refers to, hence there are no cycles), no object longer than the
file, and altogether no more bytes read than a small multiple of the file.

A file of Lean's module system comes in parts (`X.olean`, `X.olean.server`, `X.olean.private`), each
with a header of its own. They share one address space, one behind the other at multiples of 64 KiB,
and a part's pointers lead to its own objects or to those of parts before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["FIRST", "OleanError", "Region"]

MAX_BYTES = 1 << 30
VERSIONS = (4, 22), (4, 35)
"""The first and the last Lean whose layouts are known here; another is refused, not guessed at. By
Lean's sources they are one and the same."""

TESTED = "4.35.0"
"""The Lean on whose files all of this is run."""

_PART_ALIGNMENT = 1 << 16
_HEADER_BYTES = 0x58
_ROOT = _HEADER_BYTES // 8
FIRST = _ROOT + 1
"""The first place where an object may be."""
_TAG_ARRAY, _TAG_STRING, _TAG_BIG = 246, 249, 250
_MAX_CTOR_TAG = 244


def known_version(version: str) -> bool:
    """Whether the layouts of this Lean's compiled files are known here."""
    found = re.match(r"(\d+)\.(\d+)\.\d+", version)
    return found is not None and VERSIONS[0] <= (int(found[1]), int(found[2])) <= VERSIONS[1]


class OleanError(Exception):
    """The bytes are not a compiled file as Lean writes them. The message says what was found."""


class Region:
    """The heap image of one compiled file, of all its parts.

    A pointer is a word of the image. `at` is an object's place, counted in words from the start
    of the file; a pointer whose lowest bit is set is no object but a small number.
    """

    def __init__(self, *parts: bytes) -> None:
        """Check the headers of a file, or of a file's parts in the order of their addresses.

        Raises:
            OleanError: too long, truncated, another version of the format or of Lean, or parts
                that do not belong together.
        """
        bases = [_base(part) for part in parts]
        for (part, base), (following, above) in pairwise(zip(parts, bases, strict=True)):
            if above != base + -(-len(part) // _PART_ALIGNMENT) * _PART_ALIGNMENT:
                raise OleanError("its parts do not stand one behind the other")
            if part[: _HEADER_BYTES - 8] != following[: _HEADER_BYTES - 8]:
                raise OleanError("its parts are not of the same Lean")
        if bases[-1] - bases[0] + len(parts[-1]) > MAX_BYTES:
            raise OleanError(f"longer than {MAX_BYTES} bytes")
        self.data = parts[0] if len(parts) == 1 else _joined(parts, bases)
        self.words = memoryview(self.data).cast("Q")
        self.end = len(self.words)
        self.base = bases[0]
        self.root = self.words[(bases[-1] - bases[0]) // 8 + _ROOT]
        # What is read twice (shared lists) is paid for twice; objects do not overlap in an honest
        # file, so a few times its length is never reached.
        self._budget = 4 * len(self.data)
        self._strings: dict[int, str] = {}

    def charge(self, size: int) -> None:
        """Pay for `size` bytes of reading."""
        self._budget -= size
        if self._budget < 0:
            raise OleanError("objects overlap")

    def place(self, pointer: int, below: int) -> int:
        """Where the object is that a word of the object at `below` points to."""
        at, rest = divmod(pointer - self.base, 8)
        if rest or not FIRST <= at < below:
            raise OleanError(f"pointer {pointer:#x} outside the object's past")
        return at

    def constructor(self, pointer: int, below: int) -> tuple[int, int, int, int]:
        """A constructor's object: its place, tag, number of fields, and bytes of scalars."""
        at = self.place(pointer, below)
        header = self.words[at]
        tag, fields, size = header >> 56, (header >> 48) & 0xFF, (header >> 32) & 0xFFFF
        scalars = size - 8 - 8 * fields
        if header & 0xFFFFFFFF or tag > _MAX_CTOR_TAG or scalars < 0 or at + size // 8 > self.end:
            raise OleanError(f"no constructor at {8 * at:#x}")
        self.charge(size)
        return at, tag, fields, scalars

    def record(self, pointer: int, below: int, tag: int, fields: int, scalars: int) -> int:
        """The place of a constructor's object of exactly this shape."""
        at, *shape = self.constructor(pointer, below)
        if shape != [tag, fields, scalars]:
            raise OleanError(f"object at {8 * at:#x} has shape {shape}")
        return at

    def byte(self, at: int, fields: int, index: int) -> int:
        """Scalar byte `index` of the object at `at`, which has `fields` fields."""
        return self.data[8 * (at + 1 + fields) + index]

    def array(self, pointer: int, below: int) -> tuple[int, list[int]]:
        """An array's place and words."""
        at = self._long(pointer, below, _TAG_ARRAY)
        size = self.words[at + 1]
        if size > self.end - at - 3:
            raise OleanError(f"array at {8 * at:#x} leaves the file")
        self.charge(24 + 8 * size)
        return at, self.words[at + 3 : at + 3 + size].tolist()

    def list_cells(self, pointer: int, below: int) -> list[tuple[int, int]]:
        """A list's elements: pairs of the cell's place and the pointer in it."""
        found = []
        while pointer != 1:
            below = self.record(pointer, below, 1, 2, 0)
            found.append((below, self.words[below + 1]))
            pointer = self.words[below + 2]
        return found

    def string(self, pointer: int, below: int) -> str:
        """A string; it must be UTF-8 of the length that the object states."""
        at = self._long(pointer, below, _TAG_STRING)
        known = self._strings.get(at)
        if known is not None:
            return known
        size, start = self.words[at + 1], 8 * (at + 4)
        if at + 4 > self.end or not 1 <= size <= len(self.data) - start:
            raise OleanError(f"string at {8 * at:#x} leaves the file")
        self.charge(32 + size)
        try:
            text = self.data[start : start + size - 1].decode("utf-8")
        except UnicodeDecodeError:
            raise OleanError(f"string at {8 * at:#x} is not UTF-8") from None
        if len(text) != self.words[at + 3] or self.data[start + size - 1]:
            raise OleanError(f"string at {8 * at:#x} is not of its length")
        self._strings[at] = text
        return text

    def nat(self, pointer: int, below: int) -> int:
        """A natural number of any size."""
        if pointer & 1:
            return pointer >> 1
        at = self._long(pointer, below, _TAG_BIG)
        sizes, limbs = self.words[at + 1], self.words[at + 2]
        count = sizes >> 32  # a negative count, as of a negative number, is too large
        if limbs != self.base + 8 * (at + 3) or count > self.end - at - 3:
            raise OleanError(f"number at {8 * at:#x} leaves the file")
        self.charge(24 + 8 * count)
        value = int.from_bytes(self.data[8 * (at + 3) : 8 * (at + 3 + count)], "little")
        if value >> 63 == 0:
            raise OleanError(f"number at {8 * at:#x} is too small for its form")
        return value

    def _long(self, pointer: int, below: int, tag: int) -> int:
        """The place of an object that has its length in its first words."""
        at = self.place(pointer, below)
        if self.words[at] & ~(0xFFFF << 32) != tag << 56 or at + 3 > self.end:
            raise OleanError(f"no object of tag {tag} at {8 * at:#x}")
        return at


def _base(part: bytes) -> int:
    """Check a part's header: the address of its first byte."""
    if len(part) > MAX_BYTES:
        raise OleanError(f"longer than {MAX_BYTES} bytes")
    if len(part) % 8 or len(part) < _HEADER_BYTES + 8 or part[:6] != b"olean\x02":
        raise OleanError("no compiled file of format 2")
    version = part[7:0x28].rstrip(b"\0")
    if not known_version(version.decode("ascii", "replace")):
        first, last = (f"{major}.{minor}" for major, minor in VERSIONS)
        raise OleanError(f"not compiled by Lean {first} to {last}")
    base = int.from_bytes(part[_HEADER_BYTES - 8 : _HEADER_BYTES], "little")
    if base % 8:
        raise OleanError("unaligned base address")
    return base


def _joined(parts: Sequence[bytes], bases: Sequence[int]) -> bytes:
    """The parts as they lie in memory, zeros between them: no object begins with a zero word."""
    joined = bytearray()
    for part, base in zip(parts, bases, strict=True):
        joined += bytes(base - bases[0] - len(joined))
        joined += part
    return bytes(joined)
