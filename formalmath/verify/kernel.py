"""Lean's kernel through the C functions of its shared library, and nothing else.

Part of the replayer, a program that has only the standard library. The process has never run text
that it did not trust, and imports only the trusted library; everything of a candidate comes in as
tables of nodes (see `terms`) and is built anew by Lean's own constructors.

Objects are made persistent (reference count 0), so that no count has to be kept here: they live as
long as the process, which serves one request.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from formalmath.lean.native import NIL, Runtime, box, field, tag
from formalmath.verify.terms import (
    APP,
    BVAR,
    CONST,
    IMAX,
    LAM,
    LET,
    MAX,
    MDATA,
    NAT,
    PARAM,
    PI,
    PROJ,
    SORT,
    STR,
    SUCC,
    ZERO,
)

_PRIVATE_LEVEL = 2
EXCEPTIONS = (
    "unknownConstant",
    "alreadyDeclared",
    "declTypeMismatch",
    "declHasMVars",
    "declHasFVars",
    "funExpected",
    "typeExpected",
    "letTypeMismatch",
    "exprTypeMismatch",
    "appTypeMismatch",
    "invalidProj",
    "thmTypeIsNotProp",
    "other",
    "deterministicTimeout",
    "excessiveMemory",
    "deepRecursion",
    "interrupted",
)
"""Lean's `Kernel.Exception`, in its order."""


class KernelError(Exception):
    """What cannot be built or imported; the message says why."""


def elements(pointer: int) -> list[int]:
    """The elements of a list."""
    found = []
    while pointer != NIL:
        found.append(field(pointer, 0))
        pointer = field(pointer, 1)
    return found


class Library(Runtime):
    """Lean's shared library with what builds the kernel's terms; its objects live for ever."""

    born = 0

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.call("lean_io_mark_end_initialization", "")()
        pointer, byte = "p", "b"
        self.big = self.call("lean_cstr_to_nat", "c")
        self.str_name = self.call("l_Lean_Name_str___override", "pp")
        self.num_name = self.call("l_Lean_Name_num___override", "pp")
        self.levels = {
            ZERO: self.call("lean_level_mk_zero", pointer),
            SUCC: self.call("lean_level_mk_succ", pointer),
            MAX: self.call("lean_level_mk_max", "pp"),
            IMAX: self.call("lean_level_mk_imax", "pp"),
            PARAM: self.call("lean_level_mk_param", pointer),
        }
        self.bvar = self.call("lean_expr_mk_bvar", pointer)
        self.sort = self.call("lean_expr_mk_sort", pointer)
        self.const = self.call("lean_expr_mk_const", "pp")
        self.app = self.call("lean_expr_mk_app", "pp")
        self.lam = self.call("lean_expr_mk_lambda", "ppp" + byte)
        self.pi = self.call("lean_expr_mk_forall", "ppp" + byte)
        self.let = self.call("l_Lean_Expr_letE___override", "pppp" + byte)
        self.lit = self.call("lean_expr_mk_lit", pointer)
        self.proj = self.call("lean_expr_mk_proj", "ppp")
        self.equal = self.call("lean_expr_eqv", "pp", ctypes.c_uint8)
        self.name_equal = self.call("lean_name_eq", "pp", ctypes.c_uint8)
        self.add_decl = self.call("lean_add_decl", "psspp")
        self.find = self.call("lean_environment_find", "pp")

    def call(self, name: str, arguments: str, result: Any = ctypes.c_void_p) -> Any:
        """As `Runtime.call`.

        Raises:
            KernelError: the library has none of this name.
        """
        try:
            return super().call(name, arguments, result)
        except AttributeError:
            raise KernelError(f"Lean's library has no function {name}") from None

    def import_modules(self, lean_path: Sequence[str], modules: Sequence[str]) -> int:
        """The kernel's environment with `modules`, every declaration checked for trust level 0.

        Raises:
            KernelError: a module is missing or cannot be read.
        """
        paths = self.list([self.string(path) for path in lean_path])
        set_path = self.call("l_Lean_initSearchPath", "pp")
        self._ok(set_path(self.string("/nonexistent"), paths), "search path")
        imports = [self.make(0, [self.name(module)], b"\0\1\0") for module in modules]
        options = self.constant("l_Lean_Options_empty")
        importer = self.call("l_Lean_importModules", "ppupbbbp")
        # trust level 0, no plugins, environment kept for ever, no extension's initialiser is run
        environment = self._ok(
            importer(self.array(imports), options, 0, self.array([]), 1, 0, _PRIVATE_LEVEL, box(1)),
            "import",
        )
        return int(self.call("lean_elab_environment_to_kernel_env", "p")(environment))

    def _ok(self, result: int, what: str) -> int:
        if tag(result):
            raise KernelError(f"{what} failed")
        return field(result, 0)

    def persist(self, pointer: int) -> int:
        """Make an object live for ever."""
        if not pointer & 1:
            ctypes.c_int32.from_address(pointer).value = 0
        return pointer

    def string(self, text: str) -> int:
        """A string."""
        return self.persist(super().string(text))

    def name(self, dotted: str) -> int:
        """A name without quoted parts."""
        return self.persist(super().name(dotted))

    def nat(self, value: int | str) -> int:
        """A natural number: small, or a large one's hexadecimal digits."""
        if isinstance(value, int) and value < 1 << 62:
            return box(value)
        number = value if isinstance(value, int) else int(value, 16)
        return self.persist(self.big(b"%d" % number))


class Terms:
    """The objects for one request's tables; attributes are lists of pointers by index."""

    def __init__(self, lean: Library, tables: dict[str, Any]) -> None:
        """Build everything. Operands come before what uses them.

        Raises:
            KernelError: a node that a declaration may not contain (metavariable, free variable).
        """
        self._lean = lean
        self._prefixes: dict[tuple[str | int, ...], int] = {(): NIL}
        self.names = [self._name(tuple(parts)) for parts in tables["names"]]
        self.levels = self._levels(tables["levels"])
        self.lists = [NIL]
        for head, rest in tables["lists"][1:]:
            self.lists.append(lean.make(1, [self.levels[head], self.lists[rest]]))
        self.exprs: list[int] = []
        self._build(tables["exprs"])

    def _name(self, parts: tuple[str | int, ...]) -> int:
        known = self._prefixes.get(parts)
        if known is None:
            lean, stem, last = self._lean, self._name(parts[:-1]), parts[-1]
            if isinstance(last, str):
                made = lean.str_name(stem, lean.string(last))
            else:
                made = lean.num_name(stem, lean.nat(last))
            known = self._prefixes[parts] = lean.persist(made)
        return known

    def _levels(self, nodes: list[list[int]]) -> list[int]:
        lean, made = self._lean, list[int]()
        for kind, *operands in nodes:
            maker = lean.levels.get(kind)
            if maker is None:
                raise KernelError("a universe metavariable")
            if kind == ZERO:
                pointers = [NIL]
            elif kind == PARAM:
                pointers = [self.names[operands[0]]]
            else:
                pointers = [made[i] for i in operands]
            made.append(lean.persist(maker(*pointers)))
        return made

    def _build(self, nodes: list[list[Any]]) -> None:
        lean, names, made = self._lean, self.names, self.exprs
        count, app = ctypes.c_int32.from_address, lean.app
        for node in nodes:
            kind = node[0]
            if kind == APP:
                pointer = app(made[node[1]], made[node[2]])
            elif kind == CONST:
                pointer = lean.const(names[node[1]], self.lists[node[2]])
            elif kind == BVAR:
                pointer = lean.bvar(box(node[1]))
            elif kind in (LAM, PI):
                maker = lean.lam if kind == LAM else lean.pi
                pointer = maker(names[node[1]], made[node[2]], made[node[3]], node[4])
            elif kind == MDATA:
                made.append(made[node[1]])  # no meaning to the kernel
                continue
            elif kind == SORT:
                pointer = lean.sort(self.levels[node[1]])
            elif kind == LET:
                operands = [made[i] for i in node[2:5]]
                pointer = lean.let(names[node[1]], *operands, node[5])
            elif kind == NAT:
                pointer = lean.lit(lean.make(0, [lean.nat(node[1])]))
            elif kind == STR:
                pointer = lean.lit(lean.make(1, [lean.string(node[1])]))
            elif kind == PROJ:
                pointer = lean.proj(names[node[1]], box(node[2]), made[node[3]])
            else:
                raise KernelError("a free variable or metavariable")
            count(pointer).value = 0
            made.append(pointer)
