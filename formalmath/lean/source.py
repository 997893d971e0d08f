"""Theorems that wait for a proof, found in the text of a Lean file, and nothing else.

The public names of its neighbours `statement`, `proof_text` and `tactic_text` are named here too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from formalmath.errors import InputError
from formalmath.lean.commands import (
    SCOPING,
    THEOREM_WORDS,
    Command,
    commands,
    is_sorry,
    proof_assign,
)
from formalmath.lean.proof_text import (
    example_chunk,
    indented,
    opened_proof,
    proof_position,
    render_proof,
)
from formalmath.lean.statement import statement_theorem
from formalmath.lean.tactic_text import tactic_fault
from formalmath.lean.theorem import Theorem
from formalmath.lean.tokens import Kind, Token, scan

__all__ = [
    "Written",
    "example_chunk",
    "proof_position",
    "proofs",
    "read_source",
    "render_proof",
    "sorry_theorems",
    "splice",
    "statement_theorem",
    "tactic_fault",
    "without_proofs",
]

_LOST_WITH_IN = frozenset(
    ["#", "count_heartbeats", "suppress_compilation", "unsuppress_compilation", "whatsnew"]
)
"""Commands that say nothing, or nothing that matters, once their `in` is gone."""


def read_source(path: Path) -> str:
    """The text of a Lean file, line ends as they are.

    Raises:
        InputError: it is missing, cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8, as Lean needs it."
        ) from error
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist. Give the path of a Lean file.") from error
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror or error}. Give the path of a Lean file."
        ) from error


def sorry_theorems(text: str, source: str = "") -> list[Theorem]:
    """The theorems and lemmas of a file whose whole proof is `sorry` or `by sorry`, in order.

    A theorem's prefix reads alone: doc comments, attributes and modifiers of the theorem itself
    are left out of it, and `open Foo in theorem ..` becomes `open Foo` before it. Earlier theorems
    stay as they are.

    Args:
        text: of the file.
        source: where it comes from, for `Theorem.source` and errors.

    Raises:
        InputError: a comment or string is not closed, or a theorem has no name.
    """
    return [found.theorem for found in _found(text, source)]


def splice(text: str, theorem: Theorem, tactics: Sequence[str]) -> str:
    """The text of a file with these tactics in place of the `sorry` of one of its theorems.

    Several proofs can be put in one after the other.

    Raises:
        InputError: the file has no such theorem left, or several that cannot be told apart.
    """
    found = [
        f
        for f in _found(text, theorem.source)
        if (f.theorem.name, f.theorem.statement) == (theorem.name, theorem.statement)
    ]
    if len(found) > 1:
        found = [f for f in found if f.theorem.prefix == theorem.prefix] or found
    if len(found) != 1:
        how_many = "no" if not found else "more than one"
        raise InputError(
            f"{theorem.source or 'The file'} has {how_many} `{theorem.name}` with this statement "
            "and the proof `sorry`. Take the theorem from the file as it is now."
        )
    [place] = found
    opened = opened_proof(text[: place.proof_start])
    return f"{opened}\n{indented(tactics)}{text[place.proof_end :]}"


@dataclass(frozen=True)
class Written:
    """A theorem in a text, with its proof.

    Attributes:
        theorem: as `sorry_theorems` gives it.
        start: where its keyword stands in the text.
        proof_start: where its `:=` stands.
        proof_end: the offset behind it.
        proof: what stands behind the `:=`, comments at its end left out.
        open: that is `sorry` or `by sorry`.
    """

    theorem: Theorem
    start: int
    proof_start: int
    proof_end: int
    proof: str
    open: bool


def proofs(text: str, source: str = "") -> list[Written]:
    """The theorems and lemmas of a file that have a `:=`, in order.

    Raises:
        InputError: as `sorry_theorems`.
    """
    return list(_written(text, source))


def without_proofs(text: str) -> str:
    """The text with `sorry` in place of every proof that `proofs` finds.

    Raises:
        InputError: as `sorry_theorems`.
    """
    for each in reversed(proofs(text)):
        text = f"{text[: each.proof_start]}:= sorry{text[each.proof_end :]}"
    return text


def _found(text: str, source: str) -> Iterator[Written]:
    return (found for found in _written(text, source) if found.open)


def _written(text: str, source: str) -> Iterator[Written]:
    found = scan(text)
    if found.fault and found.fault.unclosed:
        at = _place(text, found.fault.start, source)
        raise InputError(f"{at}: {found.fault.what}. Close it; Lean reads the rest as part of it.")
    parts = commands(text, found.code)
    for i, command in enumerate(parts):
        if command.word not in THEOREM_WORDS:
            continue
        tokens = command.tokens
        if len(tokens) < 2 or tokens[1].kind is not Kind.WORD:
            at = _place(text, command.start, source)
            raise InputError(f"{at}: a `{command.word}` without a name. Give it one.")
        assign = proof_assign(tokens)
        if assign is None or _by_equations(text, tokens[:assign]):
            continue
        start, end = tokens[assign].start, tokens[-1].end
        statement = text[command.start : start]
        prefix = _prefix(text, parts[:i], command.start)
        theorem = Theorem(tokens[1].text, prefix, statement, source)
        proof = text[tokens[assign].end : end]
        yield Written(theorem, command.start, start, end, proof, is_sorry(tokens[assign + 1 :]))


def _by_equations(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a line begins with `|` and goes on to a `=>`: an equation, with its `:=` inside."""
    lines = iter(tokens[1:])
    for before, token in zip(tokens, lines, strict=False):
        if token.text == "|" and "\n" in text[before.end : token.start]:
            return any(later.text == "=>" for later in lines)
    return False


def _place(text: str, offset: int, source: str) -> str:
    return f"{source or 'The text'}, line {text.count(chr(10), 0, offset) + 1}"


def _prefix(text: str, before: Sequence[Command], end: int) -> str:
    """The text up to `end`, less what would dangle there without the theorem."""
    cuts: list[tuple[int, int]] = []
    following = end
    for command in reversed(before):
        last = command.tokens[-1]
        if command.is_decoration or (last.text == "in" and command.word in _LOST_WITH_IN):
            cuts.append((command.start, following))
        elif last.text == "in":
            inner = zip(command.tokens, command.tokens[1:], strict=False)
            cuts += [(last.start, last.end)]
            cuts += [(a.start, a.end) for a, b in inner if a.text == "in" and b.text in SCOPING]
        else:
            break
        following = command.start
    kept = text[:end]
    for start, stop in sorted(cuts, reverse=True):
        kept = kept[:start] + kept[stop:]
    return kept
