"""The theorems of a file that are to be verified, and what each claims, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
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


@dataclass(frozen=True)
class Declared:
    """A named declaration in a text: its command, and its name in full."""

    command: Command
    name: str


def declared(text: str, words: Collection[str] = THEOREM_WORDS) -> list[Declared]:
    """The declarations that begin with one of the keywords and have a name, in order."""
    scopes: list[str] = []  # the namespace that each open scope adds; "" for none
    found = []
    for command in commands(text, scan(text).code):
        word, tokens = command.word, command.tokens
        if word in ("namespace", "section", "mutual"):
            named = word == "namespace" and len(tokens) > 1
            scopes.append(tokens[1].text if named else "")
        elif word == "end" and scopes:
            scopes.pop()
        elif word in words and len(tokens) > 1 and tokens[1].kind is Kind.WORD:
            own = tokens[1].text
            rooted = own.removeprefix("_root_.")
            name = ".".join([*filter(None, scopes), own]) if rooted == own else rooted
            found.append(Declared(command, name))
    return found


def targets(text: str, source: str = "The file") -> list[Target]:
    """The theorems of a file, in order.

    Raises:
        InputError: it cannot be read, or a theorem has no `:=`.
    """
    if fault := scan(text).fault:
        line = text.count("\n", 0, fault.start) + 1
        raise InputError(f"{source}, line {line}: {fault.what}. Mend it; Lean needs it too.")
    return [_target(text, each, source) for each in declared(text)]


def _target(text: str, found: Declared, source: str) -> Target:
    tokens = found.command.tokens
    assign = proof_assign(tokens)
    if assign is None:
        line = text.count("\n", 0, found.command.start) + 1
        raise InputError(
            f"{source}, line {line}: `{found.name}` has no `:=`. "
            "Write its proof as `:= by ..`, or give a file of statements with --against."
        )
    start, end = tokens[assign].end, tokens[-1].end
    challenge = f"{text[:start]} sorry{text[end:]}"
    return Target(found.name, challenge, is_sorry(tokens[assign + 1 :]))


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
