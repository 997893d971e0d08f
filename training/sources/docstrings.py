"""Statements in natural language and in Lean, from doc comments of theorems; nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from formalmath.informal.prompts import Prompt
from formalmath.lean.docstrings import Documented, documented
from formalmath.lean.embedded_sources import embedded_sources
from formalmath.lean.proof_text import opened_proof
from formalmath.lean.source import read_source
from training.data.formats import Formats, Origin
from training.data.options import Options
from training.example import Example

_DIRECTIONS = (Prompt.STATEMENT_TO_LEAN.value, Prompt.LEAN_TO_STATEMENT.value)


@dataclass(frozen=True)
class Docstrings:
    """Each documented theorem in both directions, or in those of `tasks`.

    Attributes:
        files: of Lean text, each with what to call it.
        formats: how an item is worded.
        tasks: directions; `statement to lean`, `lean to statement`.
    """

    files: Sequence[tuple[Path, str]]
    formats: Formats
    tasks: tuple[str, ...] = _DIRECTIONS
    name: str = "lean docstrings"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """In the order of the files; the seed draws nothing here."""
        found = (
            item
            for file, title in self.files
            for theorem in documented(read_source(file))
            for item in both_ways(theorem, title, self.formats, self.tasks)
        )
        return islice(found, count or None)


def both_ways(
    theorem: Documented, source: str, formats: Formats, tasks: Sequence[str] = _DIRECTIONS
) -> Iterator[Example]:
    """A documented theorem as items.

    Its Lean statement stands behind the variables and the like that it needs, and ends with
    `:= by sorry`.
    """
    lines = [theorem.context, f"{opened_proof(theorem.statement)} sorry"]
    of, lean = Origin(theorem.name, source), "\n".join(filter(None, lines))
    if Prompt.STATEMENT_TO_LEAN in tasks:
        yield formats.statement_to_lean(of, theorem.doc, lean)
    if Prompt.LEAN_TO_STATEMENT in tasks:
        yield formats.lean_to_statement(of, lean, theorem.doc)


def build(options: Options) -> Docstrings:
    """`path`: Lean files or folders of them, or `library = "embedded"` for the package's own;
    `tasks`: the directions, both unless told.
    """
    tasks = options.texts("tasks", _DIRECTIONS)
    if unknown := set(tasks) - set(_DIRECTIONS):
        raise options.fault(
            f"has the unknown task {min(unknown)!r}; known: {', '.join(_DIRECTIONS)}"
        )
    if options.text("library", "", ("", "embedded")) == "embedded":
        root = embedded_sources()
        files = [(f, f"embedded/{f.relative_to(root)}") for f in sorted(root.rglob("*.lean"))]
        texts = b"\0".join(file.read_bytes() for file, _ in files)
        options.inputs["embedded"] = hashlib.sha256(texts).hexdigest()
    else:
        files = [(f, f.name) for f in options.files("path", (".lean",))]
    return Docstrings(files, options.formats, tasks)
