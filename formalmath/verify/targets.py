"""The theorems of a file that are to be verified, and what each claims, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from formalmath.errors import InputError
from formalmath.lean.commands import THEOREM_WORDS, Command, commands, is_sorry, proof_assign
from formalmath.lean.tokens import Kind, scan


@dataclass(frozen=True)
class Target:
    """A theorem of a file.

    Attributes:
        name: in full, with the namespaces around it.
        challenge: the file with `sorry` in place of this theorem's proof.
        open: its proof is `sorry`.
    """

    name: str
    challenge: str
    open: bool


def targets(text: str, source: str = "The file") -> list[Target]:
    """The theorems of a file, in order.

    Raises:
        InputError: it cannot be read, or a theorem has no name or no `:=`.
    """
    found = scan(text)
    if found.fault:
        line = text.count("\n", 0, found.fault.start) + 1
        raise InputError(f"{source}, line {line}: {found.fault.what}. Mend it; Lean needs it too.")
    scopes: list[str] = []  # the namespace that each open scope adds; "" for none
    every = []
    for command in commands(text, found.code):
        word, tokens = command.word, command.tokens
        if word in ("namespace", "section", "mutual"):
            named = word == "namespace" and len(tokens) > 1
            scopes.append(tokens[1].text if named else "")
        elif word == "end" and scopes:
            scopes.pop()
        elif word in THEOREM_WORDS:
            every.append(_target(text, command, scopes, source))
    return every


def _target(text: str, command: Command, scopes: Sequence[str], source: str) -> Target:
    line = text.count("\n", 0, command.start) + 1
    tokens = command.tokens
    if len(tokens) < 2 or tokens[1].kind is not Kind.WORD:
        raise InputError(f"{source}, line {line}: a `{command.word}` without a name. Give it one.")
    own = tokens[1].text
    assign = proof_assign(tokens)
    if assign is None:
        raise InputError(
            f"{source}, line {line}: `{own}` has no `:=`. "
            "Write its proof as `:= by ..`, or give a file of statements with --against."
        )
    start, end = tokens[assign].end, tokens[-1].end
    name = ".".join([*filter(None, scopes), own])
    return Target(
        own.removeprefix("_root_.") if own.startswith("_root_.") else name,
        f"{text[:start]} sorry{text[end:]}",
        is_sorry(tokens[assign + 1 :]),
    )


def chosen(text: str, against: str | None, name: str | None, source: str) -> list[Target]:
    """What is to be verified of the file `text`.

    Each of its theorems by its own statement; with the text `against`, what that file leaves open
    with `sorry`; with `name`, that one only.

    Raises:
        InputError: as `targets`, or there is nothing of the kind.
    """
    if against is None:
        every = targets(text, source)
    else:
        asked = targets(against, source)
        every = [
            Target(each.name, against, True)
            for each in asked
            if each.name == name or (name is None and each.open)
        ]
    found = [each for each in every if name in (None, each.name)]
    if not found:
        what = f"no theorem `{name}`" if name else "no theorem to be verified"
        raise InputError(f"{source} has {what}. Give the name in full, as `Foo.bar`.")
    return found
