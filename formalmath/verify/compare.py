"""Whether two compiled files state the same theorem, and nothing else.

Compared are the theorem's type and every declaration of the files that it depends on: kind,
universe parameters, type, and what defines it (body, constructors, recursor rules). Names of bound
variables, binder brackets, metadata and unfolding hints have no meaning to the kernel and are left
out. What both files import is the same by the comparison of their imports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from formalmath.verify.closure import closure, fresh
from formalmath.verify.constants import (
    Axiom,
    Constant,
    Definition,
    Opaque,
    Recursor,
    Theorem,
    is_unsafe,
    kind_of,
)
from formalmath.verify.module import Module
from formalmath.verify.names import Name, show
from formalmath.verify.terms import (
    APP,
    CONST,
    IMAX,
    LAM,
    LET,
    LEVEL_MVAR,
    MAX,
    MDATA,
    PARAM,
    PI,
    PROJ,
    SORT,
    SUCC,
)


@dataclass(frozen=True)
class Difference:
    """The first difference found.

    Attributes:
        name: the declaration that differs.
        detail: one line, e.g. "the definition `f` has another value".
        missing: the candidate has no theorem of the target's name at all.
    """

    name: Name
    detail: str
    missing: bool = False


def statement_difference(challenge: Module, candidate: Module, target: Name) -> Difference | None:
    """Where the candidate's statement of `target` differs from the challenge's; None if nowhere.

    The target must be a theorem in the candidate, be it a theorem or an axiom in the challenge.

    Raises:
        OleanError: a file is damaged.
        KeyError: the challenge does not declare the target.
    """
    if target not in candidate:
        return Difference(target, f"`{show(target)}` is not declared", missing=True)
    found = candidate.constant(target)
    if not isinstance(found, Theorem):
        return Difference(target, f"`{show(target)}` is declared as {kind_of(found)}", missing=True)
    table: dict[Any, int] = {}
    wanted = _statement(challenge, target, table)
    given = _statement(candidate, target, table)
    # The target first: it is what a reader wants to hear of.
    for name in sorted(wanted.keys() | given.keys(), key=lambda name: (name != target, show(name))):
        if name not in given:
            return Difference(name, f"the statement no longer depends on `{show(name)}`")
        if name not in wanted:
            return Difference(name, f"the statement depends on `{show(name)}` of the candidate")
        for part, value in wanted[name].items():
            if given[name].get(part) != value:
                kind = given[name]["kind"]
                return Difference(name, f"the {kind} `{show(name)}` has another {part}")
    return None


def _statement(module: Module, target: Name, table: dict[Any, int]) -> dict[Name, dict[str, Any]]:
    """What the statement depends on, part by part, expressions as numbers of `table`."""
    canonical = _Canonical(module, table)
    found = {}
    for constant in closure(module, target, statement=True).constants:
        parts = {"kind": kind_of(constant), **canonical.parts(constant)}
        if constant.name == target and isinstance(constant, Axiom | Theorem):
            parts = {"kind": "theorem", "universes": parts["universes"], "type": parts["type"]}
        found[constant.name] = parts
    return found


class _Canonical:
    """Numbers for the terms of one file: equal, through `table`, for terms that mean the same."""

    def __init__(self, module: Module, table: dict[Any, int]) -> None:
        self._terms = terms = module.terms
        self._table = table
        self._exprs: dict[int, int] = {}
        self._levels: list[int] = []
        self._lists: list[int] = [0]
        self._name: Callable[[int], Name] = terms.names.__getitem__

    def parts(self, constant: Constant) -> dict[str, Any]:
        """Everything of a declaration that has a meaning, by what to call it."""
        parts: dict[str, Any] = {
            "universes": constant.level_params,
            "type": self._expr(constant.type),
        }
        match constant:
            case Definition() | Opaque():
                parts["value"] = self._expr(constant.value)
                parts["safety"] = is_unsafe(constant)
            case Recursor():
                rules = [(r.constructor, r.fields, self._expr(r.value)) for r in constant.rules]
                parts["rules"] = rules
                parts["shape"] = _shape(constant)
            case Theorem():
                pass
            case _:
                parts["shape"] = _shape(constant)
        return parts

    def _intern(self, key: object) -> int:
        return self._table.setdefault(key, len(self._table))

    def _expr(self, root: int) -> int:
        exprs, known = self._terms.exprs, self._exprs
        for index in fresh(self._terms, [root], known):
            node = exprs[index]
            kind = node[0]
            if kind == MDATA:
                known[index] = known[node[1]]
                continue
            if kind == APP:
                key: tuple[Any, ...] = (APP, known[node[1]], known[node[2]])
            elif kind in (LAM, PI):
                key = (kind, known[node[2]], known[node[3]])
            elif kind == LET:
                key = (LET, known[node[2]], known[node[3]], known[node[4]])
            elif kind == CONST:
                key = (CONST, self._name(node[1]), self._level_list(node[2]))
            elif kind == SORT:
                key = (SORT, self._level(node[1]))
            elif kind == PROJ:
                key = (PROJ, self._name(node[1]), node[2], known[node[3]])
            else:
                key = node
            known[index] = self._intern(key)
        return known[root]

    def _level(self, index: int) -> int:
        levels = self._terms.levels
        for node in levels[len(self._levels) : index + 1]:
            if node[0] in (PARAM, LEVEL_MVAR):
                key: tuple[Any, ...] = ("level", node[0], self._name(node[1]))
            elif node[0] in (SUCC, MAX, IMAX):
                key = ("level", node[0], *(self._levels[i] for i in node[1:]))
            else:
                key = ("level", *node)
            self._levels.append(self._intern(key))
        return self._levels[index]

    def _level_list(self, index: int) -> int:
        for head, rest in self._terms.lists[len(self._lists) : index + 1]:
            key = ("list", self._level(head), self._lists[rest])
            self._lists.append(self._intern(key))
        return self._lists[index]


def _shape(constant: Constant) -> tuple[tuple[str, Any], ...]:
    """The numbers, flags and names of a record, without its expressions."""
    skip = ("type", "value", "rules", "hints")
    return tuple((key, value) for key, value in vars(constant).items() if key not in skip)
