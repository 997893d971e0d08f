"""What one compiled file declares, read as far as asked for, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from formalmath.lean.parts import SUFFIXES, parts_of
from formalmath.verify.constants import (
    Axiom,
    Constant,
    Constructor,
    Definition,
    Inductive,
    Opaque,
    Quotient,
    Recursor,
    Rule,
    Theorem,
)
from formalmath.verify.names import Name, show
from formalmath.verify.olean import OleanError, Region
from formalmath.verify.terms import Terms

_MAX_NUMBER = 1 << 31


@dataclass(frozen=True)
class Import:
    """One import of a file. The flags are those of Lean's module system."""

    module: Name
    all: bool
    exported: bool
    meta: bool


class Module:
    """One compiled file. After an `OleanError` it is not to be used any more.

    Attributes:
        parts: the bytes that it was read from.
        imports: in the file's order.
        pointers: every declared name, in the file's order, with where its record is.
        terms: the tables that the records' expressions refer to.
    """

    def __init__(self, *parts: bytes) -> None:
        """Read header, imports and names of a file, or of a file's parts (see `olean`).

        Raises:
            OleanError: not a compiled file, a damaged one, or the first part only of several:
                proofs are in the last.
        """
        self.parts = parts
        self._region = region = Region(*parts)
        self.terms = Terms(region)
        self._at = at = _root(region)
        names, constants = region.words[at + 2], region.words[at + 3]
        self.is_module = bool(region.byte(at, 5, 0))
        if self.is_module != (len(parts) == len(SUFFIXES)):
            raise OleanError(f"it has {len(parts)} part(s)")
        self.imports = _imports(region, self.terms)
        below, words = region.array(names, at)
        self._constants, pointers = region.array(constants, at)
        named = [self._name(word, below) for word in words]
        self.pointers: dict[Name, int] = dict(zip(named, pointers, strict=False))
        if len(self.pointers) != len(pointers) or len(named) != len(pointers):
            raise OleanError("a name is declared twice, or names and records differ in number")
        self._known: dict[Name, Constant] = {}

    @classmethod
    def read(cls, path: Path) -> Module:
        """The module in the file `path`, and in its other parts if there are any.

        Raises:
            OleanError: not a compiled file, or a damaged one.
            OSError: the file cannot be read.
        """
        return cls(*(part.read_bytes() for part in parts_of(path)))

    def __contains__(self, name: Name) -> bool:
        return name in self.pointers

    def find(self, name: Name) -> Name | None:
        """The declared name that the file's text means by a full name: that, or a private one."""
        if name in self.pointers:
            return name
        # `_private`, the file's module, 0, then the name as written
        private = [
            each
            for each in self.pointers
            if each[:1] == ("_private",) and each[-len(name) - 1 :] == (0, *name)
        ]
        return private[0] if len(private) == 1 else None

    def constant(self, name: Name) -> Constant:
        """The record of a declared name.

        Raises:
            OleanError: damaged, or another name's.
            KeyError: not declared here.
        """
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._constant(self.pointers[name])
            if known.name != name:
                raise OleanError(f"the record of {show(name)} is {show(known.name)}'s")
        return known

    def extensions(self) -> dict[Name, int]:
        """Names of Lean's environment extensions in this file, and how many entries each has."""
        region = self._region
        found = {}
        below, pairs = region.array(region.words[self._at + 5], self._at)
        for pair in pairs:
            at = region.record(pair, below, 0, 2, 0)
            _, entries = region.array(region.words[at + 2], at)
            found[self._name(region.words[at + 1], at)] = len(entries)
        return found

    def _name(self, pointer: int, below: int) -> Name:
        return self.terms.names[self.terms.name(pointer, below)]

    def _names(self, pointer: int, below: int) -> tuple[Name, ...]:
        return tuple(self._name(head, at) for at, head in self._region.list_cells(pointer, below))

    def _constant(self, pointer: int) -> Constant:
        region = self._region
        box, tag, fields, _ = region.constructor(pointer, self._constants)
        if tag > 7 or fields != 1:
            raise OleanError(f"no declaration at {8 * box:#x}")
        fields, scalars = _SHAPES[tag]
        at = region.record(region.words[box + 1], box, 0, fields, scalars)
        words = region.words[at + 1 : at + 1 + fields].tolist()
        common = region.record(words[0], at, 0, 3, 0)
        first = region.words[common + 1 : common + 4].tolist()
        declared = (
            self._name(first[0], common),
            self._names(first[1], common),
            self.terms.expr(first[2], common),
        )
        flags = [region.byte(at, fields, i) for i in range(min(scalars, 3))]
        return _READERS[tag](self, declared, at, words, flags)

    def _number(self, pointer: int, below: int) -> int:
        value = self._region.nat(pointer, below)
        if value >= _MAX_NUMBER:
            raise OleanError(f"a number in the object at {8 * below:#x} is too large")
        return value

    def _hints(self, pointer: int, below: int) -> int:
        if pointer in (1, 3):
            return (pointer >> 1) - 2
        at = self._region.record(pointer, below, 2, 0, 8)
        return self._region.words[at + 1] & 0xFFFFFFFF

    def _rules(self, pointer: int, below: int) -> tuple[Rule, ...]:
        region, found = self._region, []
        for cell, head in region.list_cells(pointer, below):
            at = region.record(head, cell, 0, 3, 0)
            words = region.words[at + 1 : at + 4].tolist()
            number, value = self._number(words[1], at), self.terms.expr(words[2], at)
            found.append(Rule(self._name(words[0], at), number, value))
        return tuple(found)


def read_imports(first: Path) -> tuple[Import, ...]:
    """What a module imports, from the first of its parts.

    Raises:
        OleanError: not a compiled file, or a damaged one.
        OSError: the file cannot be read.
    """
    region = Region(first.read_bytes())
    return _imports(region, Terms(region))


def _root(region: Region) -> int:
    """The file's own record: imports, names, constants, extra names, extensions' entries."""
    return region.record(region.root, region.end, 0, 5, 8)


def _imports(region: Region, terms: Terms) -> tuple[Import, ...]:
    root, found = _root(region), []
    below, words = region.array(region.words[root + 1], root)
    for word in words:
        at = region.record(word, below, 0, 1, 8)
        flags = [bool(region.byte(at, 1, i)) for i in range(3)]
        found.append(Import(terms.names[terms.name(region.words[at + 1], at)], *flags))
    return tuple(found)


_Declared = tuple[Name, tuple[Name, ...], int]
# fields and scalar bytes of each kind's record, in Lean's order of kinds
_SHAPES = ((1, 8), (4, 8), (3, 0), (3, 8), (1, 8), (6, 8), (5, 8), (7, 8))


def _axiom(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    return Axiom(*d, unsafe=bool(flags[0]))


def _definition(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    if flags[0] > 2:
        raise OleanError(f"definition at {8 * at:#x} of safety {flags[0]}")
    return Definition(*d, m.terms.expr(w[1], at), m._hints(w[2], at), flags[0], m._names(w[3], at))


def _theorem(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    return Theorem(*d, m.terms.expr(w[1], at), m._names(w[2], at))


def _opaque(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    return Opaque(*d, m.terms.expr(w[1], at), bool(flags[0]), m._names(w[2], at))


def _quotient(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    if flags[0] > 3:
        raise OleanError(f"quotient constant at {8 * at:#x} of kind {flags[0]}")
    return Quotient(*d, flags[0])


def _inductive(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    return Inductive(
        *d,
        params=m._number(w[1], at),
        indices=m._number(w[2], at),
        all=m._names(w[3], at),
        constructors=m._names(w[4], at),
        nested=m._number(w[5], at),
        recursive=bool(flags[0]),
        unsafe=bool(flags[1]),
        reflexive=bool(flags[2]),
    )


def _constructor(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    index, params, fields = (m._number(w[i], at) for i in (2, 3, 4))
    return Constructor(*d, m._name(w[1], at), index, params, fields, bool(flags[0]))


def _recursor(m: Module, d: _Declared, at: int, w: list[int], flags: list[int]) -> Constant:
    return Recursor(
        *d,
        all=m._names(w[1], at),
        params=m._number(w[2], at),
        indices=m._number(w[3], at),
        motives=m._number(w[4], at),
        minors=m._number(w[5], at),
        rules=m._rules(w[6], at),
        k=bool(flags[0]),
        unsafe=bool(flags[1]),
    )


_READERS = (
    _axiom,
    _definition,
    _theorem,
    _opaque,
    _quotient,
    _inductive,
    _constructor,
    _recursor,
)
