"""What the replayer is asked: a closure as tables and units for JSON, and nothing else.

    {"names": [[part, ...], ...], "levels": [...], "lists": [...], "exprs": [...], "units": [...]}

The tables are those of `terms.Terms`. A unit names and refers to their indices:

    {"kind": "theorem", "name": n, "universes": [n, ...], "type": e, "value": e}      also "opaque"
    {"kind": "definition", ..., "hints": h}        {"kind": "axiom", ...}, "quotient": no value
    {"kind": "inductive", "universes", "params", "types": [{"name", "type", "numbers", "flags",
        "constructors": [{"name", "type", "numbers"}]}]}
    {"kind": "recursor", ..., "numbers", "flags", "rules": [[n, fields, e], ...]}
"""

from __future__ import annotations

from typing import Any

from formalmath.verify.closure import Closure, Unit
from formalmath.verify.constants import (
    Axiom,
    Constant,
    Constructor,
    Definition,
    Inductive,
    Opaque,
    Quotient,
    Recursor,
    Theorem,
    kind_of,
)
from formalmath.verify.module import Module
from formalmath.verify.names import Name


def job(module: Module, closure: Closure) -> dict[str, Any]:
    """The request for a closure of the module's declarations, without its head."""
    names = _Names(module.terms.names)
    units = [_unit(unit, names) for unit in closure.units]
    terms = module.terms
    return {
        "names": names.table,
        "levels": terms.levels,
        "lists": terms.lists,
        "exprs": terms.exprs,
        "units": units,
    }


class _Names:
    """Indices of names in the file's table."""

    def __init__(self, table: list[Name]) -> None:
        self.table = table
        self._index = {name: i for i, name in enumerate(table)}

    def __call__(self, name: Name) -> int:
        return self._index[name]

    def all(self, names: tuple[Name, ...]) -> list[int]:
        return [self._index[name] for name in names]


def _unit(unit: Unit, names: _Names) -> dict[str, Any]:
    first = unit[0]
    if isinstance(first, Inductive):
        return {
            "kind": "inductive",
            "universes": names.all(first.level_params),
            "params": first.params,
            "types": _types(unit, names),
        }
    common = {
        "kind": kind_of(first),
        "name": names(first.name),
        "universes": names.all(first.level_params),
        "type": first.type,
    }
    match first:
        case Definition():
            return {**common, "value": first.value, "hints": first.hints}
        case Theorem() | Opaque():
            return {**common, "value": first.value}
        case Axiom() | Quotient():
            return common
        case Recursor():
            return {
                **common,
                "numbers": [first.params, first.indices, first.motives, first.minors],
                "flags": [int(first.k), int(first.unsafe)],
                "rules": [[names(r.constructor), r.fields, r.value] for r in first.rules],
            }
    raise AssertionError(f"a unit begins with {kind_of(first)}")


def _types(unit: Unit, names: _Names) -> list[dict[str, Any]]:
    types: list[dict[str, Any]] = []
    for constant in unit:
        entry: dict[str, Any] = {"name": names(constant.name), "type": constant.type}
        entry["numbers"] = _numbers(constant)
        if isinstance(constant, Inductive):
            flags = (constant.recursive, constant.unsafe, constant.reflexive)
            types.append({**entry, "flags": [int(flag) for flag in flags], "constructors": []})
        else:
            types[-1]["constructors"].append(entry)
    return types


def _numbers(constant: Constant) -> list[int]:
    match constant:
        case Inductive():
            return [constant.params, constant.indices, constant.nested]
        case Constructor():
            return [constant.index, constant.params, constant.fields]
    raise AssertionError(f"{kind_of(constant)} in a block of types")
