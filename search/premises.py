"""The library's theorems by what they are about, read from its compiled files, and nothing else."""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from formalmath.errors import ToolchainError
from formalmath.verify.constants import Theorem
from formalmath.verify.module import Module
from formalmath.verify.names import Name, show
from formalmath.verify.olean import OleanError
from formalmath.verify.terms import APP, BVAR, CONST, OPERANDS, PI, Terms

FORMAT = 2
PARTS = ("Mathlib", "Init/Nat", "Init/Int")
"""Folders of the library that the theorems are taken from."""
_SIGNS = {
    "Eq": "=",
    "Ne": "≠",
    "LT.lt": "<",
    "LE.le": "≤",
    "GT.gt": ">",
    "GE.ge": "≥",
    "Dvd.dvd": "∣",
    "And": "∧",
    "Or": "∨",
    "Not": "¬",
    "Iff": "↔",
    "Exists": "∃",
    "HAdd.hAdd": "+",
    "HSub.hSub": "-",
    "HMul.hMul": "*",
    "HDiv.hDiv": "/",
    "HMod.hMod": "%",
    "HPow.hPow": "^",
    "Neg.neg": "neg",
    "Nat.cast": "↑",
    "Membership.mem": "∈",
    "Nat.ModEq": "[MOD",
    "Int.ModEq": "[ZMOD",
}
_UNTOLD = {"Nat", "Int", "OfNat.ofNat"}


@dataclass(frozen=True)
class Argument:
    """One explicit argument of a theorem. `head` is empty if it is no proof of a known relation."""

    head: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Premise:
    """A theorem of the library, with the signs that `terms.parse_term` would find in it.

    Attributes:
        name: in full.
        head: the outermost sign of its conclusion.
        names: all signs and names in the conclusion, without their namespaces.
        arguments: the explicit ones, in order.
    """

    name: str
    head: str
    names: tuple[str, ...]
    arguments: tuple[Argument, ...]


@dataclass(frozen=True)
class Premises:
    """The theorems of some modules."""

    theorems: tuple[Premise, ...]

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How telling a name is: the logarithm of how few theorems have it."""
        counts = Counter(name for theorem in self.theorems for name in {*theorem.names})
        return {name: math.log((1 + len(self.theorems)) / n) for name, n in counts.items()}

    @cached_property
    def _by_head(self) -> dict[str, list[Premise]]:
        found: dict[str, list[Premise]] = {}
        for theorem in self.theorems:
            found.setdefault(theorem.head, []).append(theorem)
        return found

    @cached_property
    def _by_argument(self) -> dict[str, list[tuple[Premise, int]]]:
        found: dict[str, list[tuple[Premise, int]]] = {}
        for theorem in self.theorems:
            for place, argument in enumerate(theorem.arguments):
                if argument.head:
                    found.setdefault(argument.head, []).append((theorem, place))
        return found

    def concluding(
        self, head: str, names: frozenset[str], limit: int, avoid: str = ""
    ) -> list[Premise]:
        """Theorems whose conclusion may be a goal with this head and these names, best first.

        Those of the namespace `avoid` are left out.
        """
        scored = [
            (self._score(theorem.names, names), theorem)
            for theorem in self._by_head.get(head, ())
            if not avoid or not theorem.name.startswith(f"{avoid}.")
        ]
        ranked = sorted((s, t.name, t) for s, t in scored if s is not None)
        return [theorem for _, _, theorem in ranked[::-1][:limit]]

    def using(
        self, head: str, names: frozenset[str], limit: int, avoid: str = ""
    ) -> list[tuple[Premise, int]]:
        """Theorems with an argument that such a fact may be, and which argument, best first.

        Those of the namespace `avoid` are left out.
        """
        scored = [
            (self._score(theorem.arguments[place].names, names), theorem, place)
            for theorem, place in self._by_argument.get(head, ())
            if not avoid or not theorem.name.startswith(f"{avoid}.")
        ]
        ranked = sorted((s, t.name, place, t) for s, t, place in scored if s is not None)
        return [(theorem, place) for _, _, place, theorem in ranked[::-1][:limit]]

    def _score(self, have: Sequence[str], want: frozenset[str]) -> float | None:
        """How much of what is wanted the theorem speaks of; None if it speaks of something else."""
        if not want.issuperset(have):
            return None
        return sum(self._rarity.get(name, 0.0) for name in have)


def load_premises(folder: Path, environment_hash: str, cache: Path) -> Premises:
    """The theorems about numbers and sets among the compiled files in `folder`, kept in `cache`.

    Raises:
        ToolchainError: a file is missing or damaged.
    """
    key = hashlib.sha256(json.dumps([FORMAT, environment_hash]).encode()).hexdigest()[:32]
    file = cache / f"{key}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _decode(json.loads(file.read_text("utf-8")))
    files = [file for part in PARTS for file in sorted((folder / part).glob("*.olean"))]
    premises = Premises(tuple(theorem for file in files for theorem in read_premises(file)))
    with suppress(OSError):  # a read-only cache costs time, no more
        cache.mkdir(parents=True, exist_ok=True)
        written = file.with_name(f"{file.name}.{os.getpid()}")
        written.write_text(json.dumps([asdict(t) for t in premises.theorems]), "utf-8")
        os.replace(written, file)
    return premises


def _decode(stored: list[dict[str, object]]) -> Premises:
    def strings(value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(map(str, value))

    def premise(record: dict[str, object]) -> Premise:
        arguments = record["arguments"]
        if not isinstance(arguments, list):
            raise TypeError(arguments)
        return Premise(
            str(record["name"]),
            str(record["head"]),
            strings(record["names"]),
            tuple(Argument(str(a["head"]), strings(a["names"])) for a in arguments),
        )

    return Premises(tuple(map(premise, stored)))


def read_premises(file: Path) -> Iterator[Premise]:
    """The theorems of one compiled file that a user may name.

    Raises:
        ToolchainError: it is missing or damaged.
    """
    try:
        compiled = Module.read(file)
        for name in compiled.pointers:
            constant = compiled.constant(name)
            if isinstance(constant, Theorem) and _is_public(name):
                premise = _premise(show(name), compiled.terms, constant.type)
                if premise is not None:
                    yield premise
    except (OleanError, OSError) as error:
        raise ToolchainError(f"{file} cannot be read: {error}.") from error


def _is_public(name: Name) -> bool:
    return all(isinstance(part, str) and not part.startswith("_") for part in name) and not (
        str(name[-1]).startswith(("match_", "proof_", "eq_", "inst"))
        or str(name[-1]).endswith(("congr_simp", "sizeOf_spec", "injEq", "noConfusion"))
    )


def _premise(name: str, terms: Terms, statement: int) -> Premise | None:
    """The theorem's record; None if it is about numerals only, which Lean computes."""
    arguments: list[Argument] = []
    node = terms.exprs[statement]
    while node[0] == PI:
        if node[4] == 0:
            head, names = _signs(terms, node[2])
            arguments.append(Argument(head, names))
        statement = node[3]
        node = terms.exprs[statement]
    if not _has_variable(terms, statement):
        return None
    head, names = _signs(terms, statement)
    return Premise(name, head, names, tuple(arguments))


def _has_variable(terms: Terms, root: int) -> bool:
    return any(terms.exprs[index][0] == BVAR for index in _parts(terms, root))


def _parts(terms: Terms, root: int) -> Iterator[int]:
    """All expressions in an expression, each once."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        index = stack.pop()
        if index not in seen:
            seen.add(index)
            yield index
            node = terms.exprs[index]
            stack += [node[i] for i in OPERANDS[node[0]]]


def _signs(terms: Terms, root: int) -> tuple[str, tuple[str, ...]]:
    """The sign at the root, if it is a constant's, and all signs, those of types left out."""
    node = terms.exprs[root]
    while node[0] == APP:
        node = terms.exprs[node[1]]
    head = _sign(terms, node[1]) if node[0] == CONST else ""
    nodes = (terms.exprs[index] for index in _parts(terms, root))
    found = {_sign(terms, node[1]) for node in nodes if node[0] == CONST}
    return head, tuple(sorted(found - {""}))


def _sign(terms: Terms, name: int) -> str:
    full = show(terms.names[name])
    last = full.rpartition(".")[2]
    is_type = last[:1].isupper() and "." not in full
    if full in _UNTOLD or is_type or last.startswith(("inst", "to")):
        return _SIGNS.get(full, "")
    return _SIGNS.get(full, last)
