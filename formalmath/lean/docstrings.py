"""Theorems of a Lean text that have a doc comment, with it as prose, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from formalmath.lean.commands import THEOREM_WORDS, commands, proof_assign
from formalmath.lean.tokens import Kind, scan

_WRAP = re.compile(r"[ \t]*\n(?![ \t]*(?:\n|[*\-+] |\d+\. ))[ \t]*")
_BLANK_LINES = re.compile(r"\n\s*\n")


_OPENS = frozenset(["namespace", "section", "mutual"])
_SAYS = frozenset(["namespace", "open", "variable", "universe"])
"""What of the text before a statement is needed to read it, imports and definitions aside."""


@dataclass(frozen=True)
class Documented:
    """A theorem and what its doc comment says.

    Attributes:
        name: as written after `theorem`.
        statement: from `theorem` up to, not including, its `:=`.
        doc: the comment as prose: without its marks, a paragraph a line.
        context: the name spaces, opens, variables and universes in force there, a line each.
    """

    name: str
    statement: str
    doc: str
    context: str = ""


def documented(text: str) -> Iterator[Documented]:
    """The theorems and lemmas of `text` that have a doc comment and a proof behind `:=`."""
    doc, once = "", ""
    frames: list[list[str]] = [[]]
    for command in commands(text, scan(text).code):
        whole = text[command.start : command.tokens[-1].end]
        if command.tokens[0].kind is Kind.DOC:
            doc = prose(command.tokens[0].text)
        elif command.word in THEOREM_WORDS:
            assign = proof_assign(command.tokens)
            if doc and assign is not None and command.tokens[1].kind is Kind.WORD:
                statement = text[command.start : command.tokens[assign].start].rstrip()
                said = [line for frame in frames for line in frame] + ([once] if once else [])
                yield Documented(command.tokens[1].text, statement, doc, "\n".join(said))
            doc, once = "", ""
        elif command.tokens[-1].text == "in":
            once = f"{once} {whole}".strip()
        elif not command.is_decoration:
            doc, once = "", ""
            if command.word == "end" and len(frames) > 1:
                frames.pop()
            if command.word in _OPENS:
                frames.append([])
            if command.word in _SAYS:
                frames[-1].append(" ".join(whole.split()))


def prose(comment: str) -> str:
    """The text of a doc comment without its marks; lines that were only wrapped are joined."""
    text = comment.removeprefix("/--").removesuffix("-/").strip()
    paragraphs = (_WRAP.sub(" ", each.strip()) for each in _BLANK_LINES.split(text))
    return "\n".join(each for each in paragraphs if each)
