"""The compiled modules of a library: where each lies, what it imports, and nothing else."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import ToolchainError
from formalmath.lean.parts import SUFFIXES
from formalmath.verify.module import read_imports
from formalmath.verify.names import Name, parse, show
from formalmath.verify.olean import OleanError


@dataclass(frozen=True)
class LibraryModule:
    """One module.

    Attributes:
        name: as `names.show` prints it.
        parts: its files.
        imports: names of the modules that it imports, in its order.
        stamp: changes when one of its files does: their paths, sizes and times.
        key: changes also when a file of anything that it imports does.
    """

    name: str
    parts: tuple[str, ...]
    imports: tuple[str, ...]
    stamp: str
    key: str


def in_order(
    lean_path: Sequence[Path],
    roots: Sequence[str],
    known: Mapping[str, LibraryModule] | None = None,
) -> list[LibraryModule]:
    """The modules `roots` and all that they import, each behind its imports.

    A module that is `known` with its present stamp is not opened: its imports are known.

    Raises:
        ToolchainError: a module is missing or damaged.
    """
    return _Walk(lean_path, known or {}).run(roots)


class _Walk:
    def __init__(self, lean_path: Sequence[Path], known: Mapping[str, LibraryModule]) -> None:
        self._lean_path = lean_path
        self._known = known
        self._folders: dict[str, Path] = {}
        self._open: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {}
        self._ended: dict[str, LibraryModule] = {}

    def run(self, roots: Sequence[str]) -> list[LibraryModule]:
        for root in roots:
            stack = [(root, False)]
            while stack:
                name, ends = stack.pop()
                if ends:
                    self._end(name)
                elif name not in self._open:
                    parts, stamp = self._find(name)
                    known = self._known.get(name)
                    same = known is not None and known.stamp == stamp
                    imports = known.imports if known and same else _imports(parts[0])
                    self._open[name] = parts, imports, stamp
                    stack.append((name, True))
                    stack += [(wanted, False) for wanted in imports]
        return list(self._ended.values())

    def _end(self, name: str) -> None:
        parts, imports, stamp = self._open[name]
        digest = hashlib.sha256(stamp.encode(errors="surrogateescape"))
        for wanted in imports:
            if wanted not in self._ended:
                raise ToolchainError(f"Modules import each other in a circle: {name}, {wanted}.")
            digest.update(self._ended[wanted].key.encode())
        self._ended[name] = LibraryModule(name, parts, imports, stamp, digest.hexdigest()[:32])

    def _find(self, name: str) -> tuple[tuple[str, ...], str]:
        """The module's files and their stamp."""
        parsed = parse(name)
        first = str(self._folder(parsed).joinpath(*map(str, parsed))) + ".olean"
        parts, stamps = [], []
        for suffix in SUFFIXES:
            try:
                status = os.stat(first + suffix)
            except OSError as error:
                if suffix:
                    continue
                raise _missing(name) from error
            parts.append(first + suffix)
            stamps.append(f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}")
        return tuple(parts), " ".join([first, *stamps])

    def _folder(self, name: Name) -> Path:
        """As Lean searches: the first folder that has the package decides for all its modules."""
        package = str(name[0])
        if package not in self._folders:
            for folder in self._lean_path:
                if (folder / package).is_dir() or (folder / f"{package}.olean").exists():
                    self._folders[package] = folder
                    break
            else:
                raise _missing(show(name))
        return self._folders[package]


def _missing(name: str) -> ToolchainError:
    return ToolchainError(f"Lean's library has no module {name}; is it built (`lake build`)?")


def _imports(first: str) -> tuple[str, ...]:
    try:
        return tuple(show(wanted.module) for wanted in read_imports(Path(first)))
    except (OleanError, OSError) as error:
        raise ToolchainError(f"{first} cannot be read: {error}.") from error
