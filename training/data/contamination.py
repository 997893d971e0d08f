"""Whether an item holds what a benchmark asks, by name or by formula, and nothing else.

An item goes if

- it is named as a benchmark's theorem, or such a name stands in its text;
- a theorem or goal in it has the form of a benchmark's statement, or of the state that its proof
  begins with (`lean_forms`);
- a benchmark's problem in natural language stands in it, word for word in its form
  (`prose_forms`);
- a formula of such a problem is one of its formulas.

What is short never counts, so `x = 1` removes nothing: problems and formulas below `SHORTEST`
tokens in their form, Lean statements below `SHORTEST_LEAN`, or `SHORTEST_NUMERAL` where one is a
number of several digits (`54 % 6 = 0`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formalmath.benchmarks import BENCHMARKS, Problem
from formalmath.benchmarks.problem import Progress
from formalmath.errors import InputError
from formalmath.lean.docstrings import documented
from training.data import lean_forms, prose_forms
from training.data.draw import whose
from training.example import Example

SHORTEST = 10
"""Tokens in the form of a formula or problem that counts."""

SHORTEST_LEAN, SHORTEST_NUMERAL = 7, 5
"""The same for Lean, which must agree as a whole; fewer are enough with a telling number."""

NAME, STATEMENT, PROBLEM, FORMULA = (
    "benchmark name",
    "benchmark statement",
    "benchmark problem",
    "benchmark formula",
)
"""The reasons."""

_WORD = re.compile(r"[^\W\d][\w'!?]*")


@dataclass(frozen=True)
class Found:
    """Why an item goes.

    Attributes:
        reason: one of the four.
        problem: the benchmark's problem, by its key.
        match: the name or form that both have.
    """

    reason: str
    problem: str
    match: str


class Screen:
    """Finds benchmark problems in items."""

    def __init__(self) -> None:
        """With nothing to be found, until it is added."""
        self._names: dict[str, str] = {}
        self._statements: dict[str, str] = {}
        self._formulas: dict[str, str] = {}
        self._openings: dict[str, list[tuple[str, str]]] = {}
        self._sizes: dict[str, int] = {}

    def add_theorem(self, problem: Problem, state: str = "") -> None:
        """A formal statement, by name and form, and its doc comment if it has one.

        `state`: that its proof begins with; Lean prints some statements otherwise than written.
        """
        self._count(problem.benchmark)
        self._names.setdefault(problem.name.rpartition(".")[2], problem.key)
        for form in (lean_forms.statement_form(problem.statement), lean_forms.goal_form(state)):
            if _long_lean(form):
                self._statements.setdefault(form, problem.key)
        for each in documented(problem.text):
            self._add_prose(each.doc, problem.key)

    def add_problem(self, text: str, benchmark: str, key: str) -> None:
        """A problem in natural language, of the benchmark, with its name there."""
        self._count(benchmark)
        self._add_prose(text, key)

    def find(self, example: Example) -> Found | None:
        """The first reason why an item may not be trained on; None if it may."""
        return next(self._all(example), None)

    def about(self) -> dict[str, Any]:
        """What is looked for, for a manifest: problems by benchmark, and the shortest forms."""
        return {
            "problems": dict(self._sizes),
            "shortest": SHORTEST,
            "shortest_lean": SHORTEST_LEAN,
            "shortest_lean_with_numeral": SHORTEST_NUMERAL,
        }

    def _all(self, example: Example) -> Iterator[Found]:
        for name in (whose(example.name).rpartition("/")[2], *_words(example)):
            name = name.rpartition(".")[2]
            if name in self._names:
                yield Found(NAME, self._names[name], name)
        for message in example.messages:
            if self._statements:
                for form in lean_forms.forms(message.content):
                    if form in self._statements:
                        yield Found(STATEMENT, self._statements[form], form)
            if self._openings:
                yield from self._prose(message.content)

    def _prose(self, text: str) -> Iterator[Found]:
        tokens = prose_forms.form(text).split(" ")
        joined = f" {' '.join(tokens)} "
        for i in range(len(tokens) - SHORTEST + 1):
            for form, key in self._openings.get(" ".join(tokens[i : i + SHORTEST]), ()):
                if f" {form} " in joined:
                    yield Found(PROBLEM, key, form)
        for formula in prose_forms.formulas(text):
            if formula in self._formulas:
                yield Found(FORMULA, self._formulas[formula], formula)

    def _add_prose(self, text: str, key: str) -> None:
        form = prose_forms.form(text)
        if _long(form):
            opening = " ".join(form.split(" ")[:SHORTEST])
            self._openings.setdefault(opening, []).append((form, key))
        for formula in prose_forms.formulas(text):
            if _long(formula):
                self._formulas.setdefault(formula, key)

    def _count(self, benchmark: str) -> None:
        self._sizes[benchmark] = self._sizes.get(benchmark, 0) + 1


def _words(example: Example) -> Iterator[str]:
    """Words of the text that look like a theorem's name: a generic word would remove too much."""
    for message in example.messages:
        for word in _WORD.findall(message.content):
            if "_" in word:
                yield word


def _long(form: str) -> bool:
    return len(form.split()) >= SHORTEST


def _long_lean(form: str) -> bool:
    tokens = form.split()
    telling = any(token.isdigit() and len(token) > 1 for token in tokens)
    return len(tokens) >= (SHORTEST_NUMERAL if telling else SHORTEST_LEAN)


def screen(
    benchmarks: Iterable[str],
    problems: Iterable[Path] = (),
    states: Callable[[Sequence[Problem]], Mapping[str, str]] = lambda problems: {},
    progress: Progress | None = None,
) -> Screen:
    """A screen for benchmarks by name, and for files of problems in natural language.

    Args:
        benchmarks: names in `BENCHMARKS`.
        problems: JSON Lines with the field `problem`, `question` or `informal_statement`.
        states: gives the states that proofs begin with, by the problems' keys, as far as known.
        progress: called while a benchmark arrives from the package index.

    Raises:
        InputError: a benchmark is unknown, or a file holds no such records.
        DownloadError: a benchmark cannot be had.
    """
    made = Screen()
    for name in benchmarks:
        if name not in BENCHMARKS:
            raise InputError(f"There is no benchmark {name!r}; known: {', '.join(BENCHMARKS)}.")
        loaded = BENCHMARKS[name](progress=progress)
        first = states(loaded)
        for problem in loaded:
            made.add_theorem(problem, first.get(problem.key, ""))
    for file in problems:
        for number, text in _texts(file):
            made.add_problem(text, file.name, f"{file.stem}/{number}")
    return made


_FIELDS = ("problem", "question", "informal_statement", "informal_stmt")


def _texts(file: Path) -> Iterator[tuple[int, str]]:
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                record = json.loads(line)
                yield number, next(record[each] for each in _FIELDS if record.get(each))
    except (ValueError, AttributeError, StopIteration, TypeError) as error:
        raise InputError(
            f"{file} holds a line that is no problem. A line is a JSON object with one of "
            f"{', '.join(_FIELDS)}."
        ) from error
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from error
