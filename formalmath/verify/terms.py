"""Names, levels and expressions of one compiled file as tables of nodes, and nothing else.

A node refers to others by their index in the same table, always a lower one: sharing stays shared,
nothing recurses, and a huge proof is a long list. Only what is asked for is read. Nodes are tuples
that begin with a kind:

    level  (ZERO,)  (SUCC, level)  (MAX, level, level)  (IMAX, level, level)  (PARAM, name)
           (LEVEL_MVAR, name)
    list   (level, rest)    a list of levels; index 0 is the empty one
    expr   (BVAR, i)  (FVAR, name)  (MVAR, name)  (SORT, level)  (CONST, name, list)
           (APP, function, argument)  (LAM, name, type, body, info)  (PI, name, type, body, info)
           (LET, name, type, value, body, nondep)  (NAT, n)  (STR, text)  (MDATA, expr)
           (PROJ, name, i, expr)

where `name` is an index into `names`, `info` a binder's kind (0 to 3), and `n` an int below 2**63
or a larger number's hexadecimal digits (so that a node goes into JSON as it is).
"""

from __future__ import annotations

from typing import Any

from formalmath.verify.names import Name
from formalmath.verify.olean import FIRST, OleanError, Region

ZERO, SUCC, MAX, IMAX, PARAM, LEVEL_MVAR = range(6)
BVAR, FVAR, MVAR, SORT, CONST, APP, LAM, PI, LET, NAT, MDATA, PROJ, STR = range(13)
_LITERAL = NAT  # Lean's kind 9 is either literal; STR is ours

OPERANDS: dict[int, tuple[int, ...]] = {
    **{kind: () for kind in (BVAR, FVAR, MVAR, SORT, CONST, NAT, STR)},
    **{APP: (1, 2), LAM: (2, 3), PI: (2, 3), LET: (2, 3, 4), MDATA: (1,), PROJ: (3,)},
}
"""Where a node of each kind holds other expressions."""

Node = tuple[Any, ...]

MAX_NAME_PARTS = 128
MAX_INDEX = (1 << 20) - 2
"""Of bound variables and fields: the largest that Lean's cached data of a term has room for. Beyond
it Lean would build a term whose cached data is wrong."""
MAX_LEVELS = 1 << 20
"""How many universe levels a file may hold, which bounds their depth for the same reason."""


def _header(tag: int, fields: int, scalars: int) -> int:
    return tag << 56 | fields << 48 | (8 + 8 * fields + scalars) << 32


# By an object's first word: its kind, and which of its words point to objects of the same sort.
_Layout = dict[int, tuple[int, tuple[int, ...]]]
_LEVELS: _Layout = {
    _header(0, 0, 8): (ZERO, ()),
    _header(1, 1, 8): (SUCC, (1,)),
    _header(2, 2, 8): (MAX, (1, 2)),
    _header(3, 2, 8): (IMAX, (1, 2)),
    _header(4, 1, 8): (PARAM, ()),
    _header(5, 1, 8): (LEVEL_MVAR, ()),
}
_LISTS: _Layout = {_header(1, 2, 0): (0, (2,))}
_NAMES: _Layout = {_header(1, 2, 8): (1, (1,)), _header(2, 2, 8): (2, (1,))}
_EXPRS: _Layout = {
    _header(0, 1, 8): (BVAR, ()),
    _header(1, 1, 8): (FVAR, ()),
    _header(2, 1, 8): (MVAR, ()),
    _header(3, 1, 8): (SORT, ()),
    _header(4, 2, 8): (CONST, ()),
    _header(5, 2, 8): (APP, (1, 2)),
    _header(6, 3, 16): (LAM, (2, 3)),
    _header(7, 3, 16): (PI, (2, 3)),
    _header(8, 4, 16): (LET, (2, 3, 4)),
    _header(9, 1, 8): (_LITERAL, ()),
    _header(10, 2, 8): (MDATA, (2,)),
    _header(11, 3, 8): (PROJ, (3,)),
}
_SLOTS = dict(_EXPRS.values())


class Terms:
    """The tables of one file. After an `OleanError` they are not to be used any more."""

    def __init__(self, region: Region) -> None:
        self.names: list[Name] = [()]
        self.levels: list[Node] = [(ZERO,)]
        self.lists: list[tuple[int, int]] = [(0, 0)]
        self.exprs: list[Node] = []
        self._region = region
        self._name_at: dict[int, int] = {}
        self._level_at: dict[int, int] = {}
        self._list_at: dict[int, int] = {}
        self._expr_at: dict[int, int] = {}

    def name(self, pointer: int, below: int) -> int:
        """Index of the name that a word of the object at `below` points to (box(0): index 0)."""
        if pointer == 1:
            return 0
        known, region = self._name_at, self._region
        for at, _ in self._new(pointer, below, known, _NAMES, boxed=True):
            prefix, part = region.words[at + 1], region.words[at + 2]
            stem = self.names[0 if prefix == 1 else known[(prefix - region.base) // 8]]
            if len(stem) == MAX_NAME_PARTS:
                raise OleanError(f"a name of more than {MAX_NAME_PARTS} parts")
            is_text = region.words[at] >> 56 == 1
            last = region.string(part, at) if is_text else region.nat(part, at)
            if isinstance(last, int) and last >= 1 << 63:
                raise OleanError(f"a number in the name at {8 * at:#x} is too large")
            known[at] = len(self.names)
            self.names.append((*stem, last))
        return known[(pointer - region.base) // 8]

    def level(self, pointer: int, below: int) -> int:
        """Index of the level that a word of the object at `below` points to."""
        if pointer == 1:
            return 0
        known, words, base = self._level_at, self._region.words, self._region.base
        for at, kind in self._new(pointer, below, known, _LEVELS, boxed=True):
            if kind in (PARAM, LEVEL_MVAR):
                node: Node = (kind, self.name(words[at + 1], at))
            else:
                fields = words[at + 1 : at + 1 + (0, 1, 2, 2)[kind]]
                node = (kind, *(0 if p == 1 else known[(p - base) // 8] for p in fields))
            known[at] = len(self.levels)
            self.levels.append(node)
            if len(self.levels) > MAX_LEVELS:
                raise OleanError("too many universe levels")
        return known[(pointer - base) // 8]

    def level_list(self, pointer: int, below: int) -> int:
        """Index of the list of levels that a word of the object at `below` points to."""
        if pointer == 1:
            return 0
        known, words, base = self._list_at, self._region.words, self._region.base
        for at, _ in self._new(pointer, below, known, _LISTS, boxed=True):
            rest = words[at + 2]
            cell = (self.level(words[at + 1], at), 0 if rest == 1 else known[(rest - base) // 8])
            known[at] = len(self.lists)
            self.lists.append(cell)
        return known[(pointer - base) // 8]

    def expr(self, pointer: int, below: int) -> int:
        """Index of the expression that a word of the object at `below` points to."""
        known, words, base = self._expr_at, self._region.words, self._region.base
        nodes = self.exprs
        for at, kind in self._new(pointer, below, known, _EXPRS):
            operands = [known[(words[at + slot] - base) // 8] for slot in _SLOTS[kind]]
            node: Node
            if kind in (APP, MDATA):
                node = (kind, *operands)
            elif kind in (LAM, PI, LET):
                name = self.name(words[at + 1], at)
                node = (kind, name, *operands, self._binder(at, kind))
            elif kind == CONST:
                node = (CONST, self.name(words[at + 1], at), self.level_list(words[at + 2], at))
            elif kind == BVAR:
                node = (BVAR, self._index(words[at + 1], at))
            elif kind == SORT:
                node = (SORT, self.level(words[at + 1], at))
            elif kind == _LITERAL:
                node = self._literal(words[at + 1], at)
            elif kind == PROJ:
                name, field = self.name(words[at + 1], at), self._index(words[at + 2], at)
                node = (PROJ, name, field, *operands)
            else:
                node = (kind, self.name(words[at + 1], at))
            known[at] = len(nodes)
            nodes.append(node)
        return known[(pointer - base) // 8]

    def _binder(self, at: int, kind: int) -> int:
        """The byte behind the hash of a binder's object: its kind, or a `let`'s flag."""
        info = self._region.byte(at, 4 if kind == LET else 3, 8)
        if info > (1 if kind == LET else 3):
            raise OleanError(f"binder at {8 * at:#x} of kind {info}")
        return info

    def _literal(self, pointer: int, below: int) -> Node:
        region = self._region
        at, tag, fields, _ = region.constructor(pointer, below)
        if tag > 1 or fields != 1:
            raise OleanError(f"no literal at {8 * at:#x}")
        if tag == 1:
            return (STR, region.string(region.words[at + 1], at))
        value = region.nat(region.words[at + 1], at)
        return (NAT, value if value < 1 << 63 else f"{value:x}")

    def _index(self, pointer: int, below: int) -> int:
        value = self._region.nat(pointer, below)
        if value > MAX_INDEX:
            raise OleanError(f"index in the object at {8 * below:#x} is too large")
        return value

    def _new(
        self, pointer: int, below: int, known: dict[int, int], layout: _Layout, boxed: bool = False
    ) -> list[tuple[int, int]]:
        """Places and kinds of what is reachable and not yet known, operands first.

        With `boxed`, an operand may be box(0), which is index 0 of every table but `exprs`.
        """
        region = self._region
        words, base, end = region.words, region.base, region.end
        root = region.place(pointer, below)
        if root in known:
            return []
        found: dict[int, int] = {}
        stack = [root]
        while stack:
            at = stack.pop()
            if at in found or at in known:
                continue
            try:
                kind, slots = layout[words[at]]
            except KeyError:
                raise OleanError(f"no term at {8 * at:#x}") from None
            found[at] = kind
            if at + (words[at] >> 35 & 0x1FFF) > end:
                raise OleanError(f"object at {8 * at:#x} leaves the file")
            for slot in slots:
                operand = words[at + slot]
                if boxed and operand == 1:
                    continue
                child = (operand - base) // 8
                if operand & 7 or not FIRST <= child < at:
                    raise OleanError(f"pointer {operand:#x} outside the object's past")
                stack.append(child)
        return sorted(found.items())
