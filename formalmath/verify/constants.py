"""The declarations of one compiled file as records, and nothing else.

Expressions in them are indices into the file's `Terms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from formalmath.verify.names import Name

UNSAFE, SAFE, PARTIAL = range(3)
"""A definition's safety, as Lean numbers it."""


@dataclass(frozen=True)
class Declared:
    """What every declaration has.

    Attributes:
        name: its full name.
        level_params: names of its universe parameters.
        type: what it states or is.
    """

    name: Name
    level_params: tuple[Name, ...]
    type: int


@dataclass(frozen=True)
class Axiom(Declared):
    """`axiom`."""

    unsafe: bool


@dataclass(frozen=True)
class Definition(Declared):
    """`def`, `abbrev`, `instance`.

    Attributes:
        hints: -2 opaque, -1 abbreviation, else the height at which the kernel unfolds it.
        safety: UNSAFE, SAFE or PARTIAL.
        all: what it was defined together with.
    """

    value: int
    hints: int
    safety: int
    all: tuple[Name, ...]


@dataclass(frozen=True)
class Theorem(Declared):
    """`theorem`."""

    value: int
    all: tuple[Name, ...]


@dataclass(frozen=True)
class Opaque(Declared):
    """`opaque`, and what `partial def` leaves for the kernel."""

    value: int
    unsafe: bool
    all: tuple[Name, ...]


@dataclass(frozen=True)
class Quotient(Declared):
    """One of the four built-in constants of quotients; `kind` numbers them."""

    kind: int


@dataclass(frozen=True)
class Inductive(Declared):
    """`inductive`, `structure`, `class`.

    Attributes:
        all: the types of its mutual block, itself among them.
        nested: how many auxiliary types the kernel made for nested occurrences.
    """

    params: int
    indices: int
    all: tuple[Name, ...]
    constructors: tuple[Name, ...]
    nested: int
    recursive: bool
    unsafe: bool
    reflexive: bool


@dataclass(frozen=True)
class Constructor(Declared):
    """A constructor of the type `inductive`, its number `index`."""

    inductive: Name
    index: int
    params: int
    fields: int
    unsafe: bool


@dataclass(frozen=True)
class Rule:
    """How a recursor computes on one constructor."""

    constructor: Name
    fields: int
    value: int


@dataclass(frozen=True)
class Recursor(Declared):
    """A recursor of the block `all`."""

    all: tuple[Name, ...]
    params: int
    indices: int
    motives: int
    minors: int
    rules: tuple[Rule, ...]
    k: bool
    unsafe: bool


Constant: TypeAlias = (
    Axiom | Definition | Theorem | Opaque | Quotient | Inductive | Constructor | Recursor
)


def kind_of(constant: Constant) -> str:
    """The record's name in lower case: "theorem", "definition"..."""
    return type(constant).__name__.lower()


def is_unsafe(constant: Constant) -> bool:
    """Declared `unsafe`, or `partial` in a way that the kernel does not check."""
    match constant:
        case Definition():
            return constant.safety != SAFE
        case Theorem() | Quotient():
            return False
    return constant.unsafe


def exprs_of(constant: Constant) -> tuple[int, ...]:
    """Its type, and the expressions that define it."""
    match constant:
        case Definition() | Theorem() | Opaque():
            return (constant.type, constant.value)
        case Recursor():
            return (constant.type, *(rule.value for rule in constant.rules))
    return (constant.type,)
