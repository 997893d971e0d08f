"""What the imported library declares: kinds, and the axioms behind every name, and nothing else.

Reading a library takes seconds, of Mathlib's size minutes (all cores help), so what was read is
kept on disk, module by module: after a change of a library only what changed is read again, and
what imports it.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from formalmath.errors import ToolchainError
from formalmath.verify.library import LibraryModule, in_order
from formalmath.verify.names import Name, show
from formalmath.verify.readers import read_all

FORMAT = 2
"""Of what is kept on disk; to be raised when its meaning changes."""

ReadProgress = Callable[[int, int], None]
"""Called with the modules that are read and the modules to be read; in any thread."""


@dataclass(frozen=True)
class TrustedConstant:
    """One declaration of the library.

    Attributes:
        kind: as `constants.kind_of`.
        unsafe: declared `unsafe`, or `partial`.
        axioms: full names, as `names.show` prints them, of all axioms that it rests on.
    """

    kind: str
    unsafe: bool
    axioms: frozenset[str]


@dataclass(frozen=True)
class Trusted:
    """The declarations of some modules and of all that these import.

    Attributes:
        modules: the modules asked for, e.g. ("Init",).
        constants: by full name, as `names.show` prints it.
    """

    modules: tuple[str, ...]
    constants: Mapping[str, TrustedConstant]

    def __contains__(self, name: Name) -> bool:
        return show(name) in self.constants

    def axioms(self, names: Iterable[Name]) -> frozenset[str]:
        """All axioms that the given declarations of the library rest on.

        Raises:
            KeyError: the library does not declare one of them.
        """
        return frozenset().union(*(self.constants[show(name)].axioms for name in names))


def load_trusted(
    lean_path: Sequence[Path],
    modules: Sequence[str],
    cache: Path,
    progress: ReadProgress | None = None,
    stop: threading.Event | None = None,
) -> Trusted:
    """The declarations of `modules`, as far as possible from `cache` (a folder).

    What is kept there counts for as long as the modules' files have the same paths, sizes and
    times; nothing else may write to the folder. When `stop` is set, reading ends with an error.

    Raises:
        ToolchainError: a module's file is missing or damaged.
    """
    asked = json.dumps([FORMAT, [str(folder) for folder in lean_path], list(modules)])
    file = cache / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.jsonl"
    kept = _kept(file)
    library = in_order(lean_path, modules, {name: module for name, (module, _) in kept.items()})
    new = [each for each in library if kept.get(each.name, (None, ()))[0] != each]
    table = _Table()
    done = 0
    with _Writer(file, wanted=bool(new)) as writer:
        with read_all([each.parts for each in new], stop) as summaries:
            for each in library:
                module, groups = kept.pop(each.name, (None, []))
                if module == each:
                    table.take(groups)
                else:
                    groups = table.declare(each.name, next(summaries))
                    done += 1
                    if progress:
                        progress(done, len(new))
                writer.add(each, groups)
        writer.finish()
    return Trusted(tuple(modules), table.constants)


async def trusted_library(
    lean_path: Sequence[Path],
    modules: Sequence[str],
    cache: Path,
    progress: ReadProgress | None = None,
) -> Trusted:
    """`load_trusted` in a thread, which ends when this task is cancelled."""
    stop = threading.Event()
    try:
        return await asyncio.to_thread(load_trusted, lean_path, modules, cache, progress, stop)
    finally:
        stop.set()


class _Table:
    """What is known so far. A mask has one bit an axiom."""

    def __init__(self) -> None:
        self.constants: dict[str, TrustedConstant] = {}
        self._axioms: list[str] = []
        self._bits: dict[str, int] = {}
        self._masks: dict[str, int] = {}
        self._shared: dict[tuple[str, bool, int], TrustedConstant] = {}

    def take(self, groups: _Groups) -> None:
        """Declarations of a module as they were kept."""
        for kind, unsafe, axioms, names in groups:
            mask = 0
            for axiom in axioms:
                mask |= self._bit(axiom)
            constant = self._constant(kind, unsafe, mask)
            self._masks |= dict.fromkeys(names, mask)
            self.constants |= dict.fromkeys(names, constant)

    def declare(self, module: str, summary: Mapping[str, Any]) -> _Groups:
        """Declarations of a module, behind all that it imports; what is to be kept of them."""
        if "failed" in summary:
            raise ToolchainError(f"Module {module} cannot be read: {summary['failed']}.")
        names, masks = summary["names"], self._masks
        groups: dict[TrustedConstant, list[str]] = {}
        for declared, wanted in summary["units"]:
            mask = 0
            for index in wanted:
                mask |= masks.get(names[index], 0)
            for index, kind, _ in declared:
                # Two modules may declare the same, as what Lean derives when it is first needed.
                mask |= masks.get(names[index], 0)
                if kind == "axiom":
                    mask |= self._bit(names[index])
            for index, kind, unsafe in declared:
                masks[names[index]] = mask
                constant = self.constants[names[index]] = self._constant(kind, unsafe, mask)
                groups.setdefault(constant, []).append(names[index])
        return [[c.kind, c.unsafe, sorted(c.axioms), of] for c, of in groups.items()]

    def _bit(self, axiom: str) -> int:
        if axiom not in self._bits:
            self._bits[axiom] = 1 << len(self._axioms)
            self._axioms.append(axiom)
        return self._bits[axiom]

    def _constant(self, kind: str, unsafe: bool, mask: int) -> TrustedConstant:
        key = (kind, unsafe, mask)
        if key not in self._shared:
            axioms = (name for bit, name in enumerate(self._axioms) if mask >> bit & 1)
            self._shared[key] = TrustedConstant(kind, unsafe, frozenset(axioms))
        return self._shared[key]


_Groups = list[Any]
"""Lists of kind, unsafe, axioms and names: the declarations of a module that share the rest."""


def _kept(file: Path) -> dict[str, tuple[LibraryModule, _Groups]]:
    """What was read before, by module: a line each. A damaged line is none."""
    found = {}
    with suppress(OSError), file.open("rb") as lines:
        for line in lines:
            try:
                name, parts, imports, stamp, key, groups = json.loads(line)
                module = LibraryModule(name, tuple(parts), tuple(imports), stamp, key)
            except (ValueError, TypeError):
                continue
            found[module.name] = module, groups
    return found


class _Writer:
    """Writes the file of what was read; no harm is done if it cannot be written."""

    def __init__(self, file: Path, wanted: bool) -> None:
        self._file, self._new = file, file.with_name(f"{file.name}.{os.getpid()}")
        self._stream: TextIO | None = None
        if wanted:
            with suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                self._stream = self._new.open("w", encoding="utf-8")

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._give_up()

    def add(self, module: LibraryModule, groups: _Groups) -> None:
        """Write a line."""
        if self._stream is not None:
            try:
                self._stream.write(json.dumps([*vars(module).values(), groups]) + "\n")
            except OSError:
                self._give_up()

    def finish(self) -> None:
        """All is written."""
        if self._stream is not None:
            try:
                self._stream.close()
                os.replace(self._new, self._file)
                self._stream = None
            except OSError:
                self._give_up()

    def _give_up(self) -> None:
        stream, self._stream = self._stream, None
        with suppress(OSError):
            if stream is not None:
                stream.close()
        with suppress(OSError):
            self._new.unlink()
