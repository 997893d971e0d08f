"""One request of the replayer: declarations to the kernel, in order, and nothing else.

Part of the replayer, a program that has only the standard library.
"""

from __future__ import annotations

import ctypes
from typing import Any

from formalmath.lean.native import NIL, box, field, fields_of, tag
from formalmath.verify.kernel import EXCEPTIONS, KernelError, Library, Terms, elements

_GAVE_UP = {
    "deterministicTimeout": "timeout",
    "interrupted": "timeout",
    "excessiveMemory": "oom",
    "deepRecursion": "oom",
}
_QUOTIENTS = 4
_INDUCTIVE, _CONSTRUCTOR, _RECURSOR = 5, 6, 7


class _Rejected(Exception):
    def __init__(self, unit: dict[str, Any], kind: str, detail: str = "") -> None:
        super().__init__(kind)
        self.answer = {"rejected": kind, "unit": unit["number"], "detail": detail}


def replay(lean: Library, environment: int, request: dict[str, Any]) -> dict[str, Any]:
    """Check all units of a request; the answer is as the replayer documents it.

    Raises:
        LookupError, TypeError, ValueError: the request is malformed.
    """
    try:
        terms = Terms(lean, request)
    except KernelError as error:
        return {"rejected": "malformed", "unit": 0, "detail": str(error)}
    run = _Run(lean, environment, terms, int(request["heartbeats"]))
    for number, unit in enumerate(request["units"]):
        unit["number"] = number
        try:
            run.take(unit)
        except _Rejected as rejected:
            kind = rejected.answer["rejected"]
            if kind in _GAVE_UP:
                return {"gave_up": _GAVE_UP[str(kind)], "detail": f"kernel: {kind}"}
            return rejected.answer
    return {"accepted": len(request["units"])}


class _Run:
    """The environment as it grows."""

    def __init__(self, lean: Library, environment: int, terms: Terms, heartbeats: int) -> None:
        self._lean = lean
        self._environment = lean.persist(environment)
        self._terms = terms
        self._heartbeats = heartbeats

    def take(self, unit: dict[str, Any]) -> None:
        """Check one unit and add it."""
        match unit["kind"]:
            case "axiom":
                self._add(unit, 0, [self._record(unit, [], b"\0")])
            case "definition":
                hints = unit["hints"]
                height = hints.to_bytes(4, "little") if hints >= 0 else b""
                made = box(hints + 2) if hints < 0 else self._lean.make(2, [], height)
                value, names = self._expr(unit, unit["value"]), self._names([unit["name"]])
                # safety 1: safe
                self._add(unit, 1, [self._record(unit, [value, made, names], b"\1")])
            case "theorem" | "opaque" as kind:
                fields = [self._expr(unit, unit["value"]), self._names([unit["name"]])]
                scalars = b"\0" if kind == "opaque" else b""
                self._add(
                    unit, 2 if kind == "theorem" else 3, [self._record(unit, fields, scalars)]
                )
            case "quotient":
                self._quotient(unit)
            case "inductive":
                self._inductive(unit)
            case "recursor":
                self._recursor(unit)
            case kind:
                raise ValueError(f"unit of kind {kind}")

    def _record(self, unit: dict[str, Any], fields: list[int], scalars: bytes) -> int:
        """The value of an axiom, definition, theorem or opaque constant."""
        type_ = self._expr(unit, unit["type"])
        common = [self._terms.names[unit["name"]], self._names(unit["universes"]), type_]
        return self._lean.make(0, [self._lean.make(0, common), *fields], scalars)

    def _inductive(self, unit: dict[str, Any]) -> None:
        """A block of types; the kernel makes the constructors and recursors itself."""
        lean, names = self._lean, self._terms.names
        types = []
        for member in unit["types"]:
            constructors = [
                lean.make(0, [names[made["name"]], self._expr(unit, made["type"])])
                for made in member["constructors"]
            ]
            type_ = self._expr(unit, member["type"])
            types.append(lean.make(0, [names[member["name"]], type_, lean.list(constructors)]))
        universes, params = self._names(unit["universes"]), lean.nat(unit["params"])
        self._add(unit, 6, [universes, params, lean.list(types)], b"\0")
        for member in unit["types"]:
            value = self._made(unit, member["name"], _INDUCTIVE)
            self._same(unit, value, [1, 2, 5], member["numbers"], member["flags"])
            for made in member["constructors"]:
                value = self._made(unit, made["name"], _CONSTRUCTOR)
                self._same(unit, value, [2, 3, 4], made["numbers"], [0])

    def _recursor(self, unit: dict[str, Any]) -> None:
        """The kernel made it with its types; the file's must be the same."""
        value = self._made(unit, unit["name"], _RECURSOR)
        self._common(unit, field(value, 0))
        self._same(unit, value, [2, 3, 4, 5], unit["numbers"], unit["flags"])
        rules = elements(field(value, 6))
        if len(rules) != len(unit["rules"]):
            raise _Rejected(unit, "differs", "number of rules")
        for rule, (constructor, fields, expr) in zip(rules, unit["rules"], strict=True):
            equal = self._lean.name_equal(field(rule, 0), self._terms.names[constructor])
            if not equal or field(rule, 1) != box(fields):
                raise _Rejected(unit, "differs", "rule")
            if not self._lean.equal(field(rule, 2), self._expr(unit, expr)):
                raise _Rejected(unit, "differs", "right side of a rule")

    def _quotient(self, unit: dict[str, Any]) -> None:
        if not self._lean.call("lean_environment_quot_init", "p", ctypes.c_uint8)(
            self._environment
        ):
            self._add(unit, None, [])
        self._common(unit, field(self._made(unit, unit["name"], 4), 0))

    def _common(self, unit: dict[str, Any], common: int) -> None:
        """The kernel's own universe parameters and type against the file's."""
        names = elements(field(common, 1))
        wanted = [self._terms.names[name] for name in unit["universes"]]
        if len(names) != len(wanted) or not all(map(self._lean.name_equal, names, wanted)):
            raise _Rejected(unit, "differs", "universe parameters")
        if not self._lean.equal(field(common, 2), self._expr(unit, unit["type"])):
            raise _Rejected(unit, "differs", "type")

    def _made(self, unit: dict[str, Any], name: int, kind: int) -> int:
        """The record that the kernel made for a name."""
        found = self._lean.find(self._environment, self._terms.names[name])
        if found == NIL or tag(field(found, 0)) != kind:
            raise _Rejected(unit, "differs", "the kernel made nothing of this name and kind")
        return field(field(found, 0), 0)

    def _same(
        self,
        unit: dict[str, Any],
        value: int,
        slots: list[int],
        numbers: list[int],
        flags: list[int],
    ) -> None:
        """Number fields and flags of a record that the kernel made against the file's."""
        scalars = value + 8 + 8 * fields_of(value)
        made = list((ctypes.c_uint8 * len(flags)).from_address(scalars))
        if [field(value, slot) for slot in slots] != [box(n) for n in numbers] or made != flags:
            raise _Rejected(unit, "differs", "numbers or flags")

    def _add(
        self, unit: dict[str, Any], kind: int | None, fields: list[int], scalars: bytes = b""
    ) -> None:
        """Give a declaration to the kernel."""
        declaration = box(4) if kind is None else self._lean.make(kind, fields, scalars)
        result = self._lean.add_decl(self._environment, self._heartbeats, 0, declaration, NIL)
        if tag(result) == 1:
            self._environment = self._lean.persist(field(result, 0))
            return
        error = field(result, 0)
        kind_of_error = EXCEPTIONS[tag(error)]
        detail = ""
        if kind_of_error == "other":
            text = field(error, 0)  # a string: header, size, capacity, length, bytes
            size = ctypes.c_uint64.from_address(text + 8).value - 1
            detail = ctypes.string_at(text + 32, min(size, 2000)).decode("utf-8", "replace")
        raise _Rejected(unit, kind_of_error, detail)

    def _expr(self, unit: dict[str, Any], index: int) -> int:
        """An expression without loose bound variables."""
        pointer = self._terms.exprs[index]
        data = field(pointer, fields_of(pointer))
        if data >> 44:  # the upper twenty bits of an expression's cached data
            raise _Rejected(unit, "looseBoundVariable")
        return pointer

    def _names(self, indices: list[int]) -> int:
        return self._lean.list([self._terms.names[i] for i in indices])
