"""What the imported library declares: kinds, and the axioms behind every name, and nothing else.

Reading the library's compiled files takes seconds, so the result is kept on disk.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import ToolchainError
from formalmath.verify.closure import closure_of_all, fresh
from formalmath.verify.constants import Axiom, exprs_of, is_unsafe, kind_of
from formalmath.verify.module import Module
from formalmath.verify.names import Name, parse, show
from formalmath.verify.olean import OleanError
from formalmath.verify.terms import CONST, NAT, OPERANDS, PROJ, STR

FORMAT = 1


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
    lean_path: Sequence[Path], modules: Sequence[str], environment_hash: str, cache: Path
) -> Trusted:
    """The declarations of `modules`, from `cache` (a folder) if they were read before.

    The key is the environment's hash, which covers the files' content; nothing else may write to
    the folder.

    Raises:
        ToolchainError: a module's file is missing or damaged.
    """
    key = hashlib.sha256(json.dumps([FORMAT, environment_hash, list(modules)]).encode())
    file = cache / f"{key.hexdigest()[:32]}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
        return _decode(tuple(modules), json.loads(file.read_text("utf-8")))
    constants = read_library(lean_path, modules)
    with suppress(OSError):  # a read-only cache costs time, not the verdict
        cache.mkdir(parents=True, exist_ok=True)
        written = file.with_name(f"{file.name}.{os.getpid()}")
        written.write_text(json.dumps(_encode(constants)), "utf-8")
        os.replace(written, file)
    return Trusted(tuple(modules), constants)


def read_library(lean_path: Sequence[Path], modules: Sequence[str]) -> dict[str, TrustedConstant]:
    """Read the compiled files of `modules` and of what they import. Takes seconds.

    Raises:
        ToolchainError: a module's file is missing or damaged.
    """
    reader = _Reader(lean_path)
    for module in modules:
        reader.read(parse(module))
    sets = {
        mask: frozenset(name for bit, name in enumerate(reader.axioms) if mask >> bit & 1)
        for mask in set(reader.masks.values())
    }
    return {
        show(name): TrustedConstant(kind, unsafe, sets[reader.masks[name]])
        for name, (kind, unsafe) in reader.kinds.items()
    }


class _Reader:
    """Reads modules in the order of their imports. A mask has one bit an axiom."""

    def __init__(self, lean_path: Sequence[Path]) -> None:
        self._lean_path = lean_path
        self._read: set[Name] = set()
        self.axioms: list[str] = []
        self.masks: dict[Name, int] = {}
        self.kinds: dict[Name, tuple[str, bool]] = {}

    def read(self, root: Name) -> None:
        """Read a module behind all that it imports."""
        stack: list[tuple[Name, Module | None]] = [(root, None)]
        while stack:
            name, module = stack.pop()
            if module is not None:
                self._declare(name, module)
            elif name not in self._read:
                self._read.add(name)
                module = self._open(name)
                stack.append((name, module))
                stack += [(wanted.module, None) for wanted in module.imports]

    def _open(self, name: Name) -> Module:
        file = Path(*map(str, name[:-1]), f"{name[-1]}.olean")
        for folder in self._lean_path:
            if (folder / file).exists():
                try:
                    return Module.read(folder / file)
                except (OleanError, OSError) as error:
                    raise ToolchainError(f"{folder / file} cannot be read: {error}.") from error
        raise ToolchainError(f"Lean's library has no module {show(name)}; is it built?")

    def _declare(self, name: Name, module: Module) -> None:
        try:
            units = closure_of_all(module).units
        except OleanError as error:
            raise ToolchainError(f"Module {show(name)} is damaged: {error}.") from error
        known: dict[int, int] = {}
        for unit in units:
            mask = 0
            for constant in unit:
                self.kinds[constant.name] = kind_of(constant), is_unsafe(constant)
                self.masks[constant.name] = 0  # for occurrences within the unit itself
                if isinstance(constant, Axiom):
                    mask |= 1 << len(self.axioms)
                    self.axioms.append(show(constant.name))
            exprs = [expr for constant in unit for expr in exprs_of(constant)]
            # Within a block of types, their names do not have their masks yet, so what is found
            # for the block's expressions holds nowhere else.
            masks = known if len(unit) == 1 else {}
            for index in fresh(module.terms, exprs, masks):
                masks[index] = self._mask(module, index, masks)
            for expr in exprs:
                mask |= masks[expr]
            for constant in unit:
                self.masks[constant.name] = mask

    def _mask(self, module: Module, index: int, known: dict[int, int]) -> int:
        node = module.terms.exprs[index]
        mask = 0
        for slot in OPERANDS[node[0]]:
            mask |= known[node[slot]]
        if node[0] in (CONST, PROJ):
            mask |= self.masks.get(module.terms.names[node[1]], 0)
        elif node[0] in (NAT, STR):
            mask |= self.masks.get(("Nat",) if node[0] == NAT else ("String",), 0)
        return mask


def _encode(constants: Mapping[str, TrustedConstant]) -> dict[str, object]:
    sets = sorted({tuple(sorted(constant.axioms)) for constant in constants.values()})
    number = {axioms: i for i, axioms in enumerate(sets)}
    rows = {
        name: [c.kind, c.unsafe, number[tuple(sorted(c.axioms))]] for name, c in constants.items()
    }
    return {"axioms": sets, "constants": rows}


def _decode(modules: tuple[str, ...], stored: Mapping[str, object]) -> Trusted:
    sets, rows = stored["axioms"], stored["constants"]
    assert isinstance(sets, list)
    assert isinstance(rows, dict)
    axioms = [frozenset(map(str, names)) for names in sets]
    return Trusted(
        modules,
        {
            name: TrustedConstant(str(kind), bool(unsafe), axioms[number])
            for name, (kind, unsafe, number) in rows.items()
        },
    )
