"""What a declaration depends on, in the order in which a kernel can take it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from formalmath.verify.constants import (
    Constant,
    Constructor,
    Inductive,
    Recursor,
    Theorem,
    exprs_of,
    is_unsafe,
)
from formalmath.verify.module import Module
from formalmath.verify.names import Name, show
from formalmath.verify.olean import OleanError
from formalmath.verify.terms import CONST, NAT, OPERANDS, PROJ, STR, Terms

Unit = tuple[Constant, ...]
"""What the kernel takes in one step: one declaration, or a block of inductive types, each followed
by its constructors."""


@dataclass(frozen=True)
class Closure:
    """Declarations of one file.

    Attributes:
        units: each behind those that it depends on.
        outside: names that they refer to and that the file does not declare.
    """

    units: tuple[Unit, ...]
    outside: frozenset[Name]

    @property
    def constants(self) -> Iterable[Constant]:
        """All declarations of the units."""
        return (constant for unit in self.units for constant in unit)


def closure(module: Module, root: Name, *, statement: bool = False) -> Closure:
    """What `root` depends on in its file, itself included.

    With `statement`, only what its type depends on: of theorems the types, since any two proofs of
    the same are equal to the kernel; of all else everything.

    Raises:
        OleanError: the file is damaged, or declarations depend on each other in a circle.
        KeyError: `root` is not declared in the file.
    """
    if root not in module:
        raise KeyError(root)
    return _Walk(module, statement).run([root])


def closure_of_all(module: Module) -> Closure:
    """All declarations of a file. Raises OleanError as above."""
    return _Walk(module, False).run(module.pointers)


def fresh(terms: Terms, roots: Iterable[int], known: dict[int, int]) -> list[int]:
    """The expressions reachable from `roots` that are not `known`, operands first."""
    exprs, found, stack = terms.exprs, set[int](), list(roots)
    while stack:
        index = stack.pop()
        if index not in found and index not in known:
            found.add(index)
            node = exprs[index]
            stack += [node[slot] for slot in OPERANDS[node[0]]]
    return sorted(found)


@dataclass(frozen=True)
class _End:
    """Everything that the unit depends on has been seen."""

    unit: Unit


class _Walk:
    """A depth-first walk through declarations and expressions alike, each visited once."""

    def __init__(self, module: Module, statement: bool) -> None:
        self._module = module
        self._statement = statement
        self._begun: set[Name] = set()
        self._ended: set[Name] = set()
        self._outside: set[Name] = set()
        self._units: list[Unit] = []
        self._seen: set[int] = set()

    def run(self, roots: Iterable[Name]) -> Closure:
        exprs, names, seen = self._module.terms.exprs, self._module.terms.names, self._seen
        for root in roots:
            stack: list[int | _End] = self._enter(root, None)
            inside: list[Unit] = [item.unit for item in stack if isinstance(item, _End)]
            while stack:
                item = stack.pop()
                if isinstance(item, _End):
                    inside.pop()
                    self._units.append(item.unit)
                    self._ended.update(constant.name for constant in item.unit)
                    continue
                if item in seen:
                    continue
                seen.add(item)
                node = exprs[item]
                kind = node[0]
                stack += [node[slot] for slot in OPERANDS[kind]]
                if kind in (CONST, PROJ):
                    found = self._enter(names[node[1]], inside[-1])
                elif kind in (NAT, STR):
                    found = self._enter(("Nat",) if kind == NAT else ("String",), inside[-1])
                else:
                    continue
                inside += [item.unit for item in found if isinstance(item, _End)]
                stack += found
        return Closure(tuple(self._units), frozenset(self._outside))

    def _enter(self, name: Name, user: Unit | None) -> list[int | _End]:
        """What to do first when `user` refers to `name`."""
        if name in self._ended:
            return []
        if name not in self._module:
            self._outside.add(name)
            return []
        if name in self._begun:
            # Unsafe definitions may be recursive; who meets one here rejects it as unsafe.
            inside = user is not None and any(constant.name == name for constant in user)
            if not inside and not is_unsafe(self._module.constant(name)):
                raise OleanError(f"{show(name)} depends on itself")
            return []
        unit = self._unit(self._module.constant(name))
        if all(constant.name != name for constant in unit):
            raise OleanError(f"the type of {show(name)} does not list it")
        self._begun.update(constant.name for constant in unit)
        todo: list[int | _End] = [_End(unit)]
        for constant in unit:
            theorem = self._statement and isinstance(constant, Theorem)
            todo += (constant.type,) if theorem else exprs_of(constant)
        if isinstance(unit[0], Recursor) and unit[0].all:
            todo += self._enter(unit[0].all[0], unit)
        return todo

    def _unit(self, constant: Constant) -> Unit:
        """The unit that a declaration belongs to."""
        module = self._module
        if isinstance(constant, Constructor):
            owner = module.constant(constant.inductive) if constant.inductive in module else None
            if not isinstance(owner, Inductive):
                raise OleanError(f"{show(constant.name)} constructs no type of this file")
            constant = owner
        if not isinstance(constant, Inductive):
            return (constant,)
        members: list[Constant] = []
        for name in constant.all:
            member = module.constant(name) if name in module else None
            if not isinstance(member, Inductive) or member.all != constant.all:
                raise OleanError(f"the block of {show(constant.name)} is not whole")
            members.append(member)
            for index, child in enumerate(member.constructors):
                made = module.constant(child) if child in module else None
                if not isinstance(made, Constructor) or (made.inductive, made.index) != (
                    name,
                    index,
                ):
                    raise OleanError(f"{show(child)} is no constructor of {show(name)}")
                members.append(made)
        if len({member.name for member in members}) != len(members):
            raise OleanError(f"the block of {show(constant.name)} repeats a name")
        return tuple(members)
