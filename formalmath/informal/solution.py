"""A worked solution as text, its steps, and where each stands in it; nothing else.

What is a step: a line, where the solution has several; else a sentence. Steps that come as a list
are taken as they are. Spans count characters of `Solution.text`, end excluded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from formalmath.errors import InputError

MAX_CHARACTERS = 100_000
"""Of one solution. Longer texts are refused: no one step by step solution is that long."""

MAX_STEPS = 2_000
"""Of one solution."""


@dataclass(frozen=True, order=True)
class Span:
    """Characters `start` to `end` (excluded) of a solution's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Step:
    """One step. `index` counts from 0; `text` is what stands at `span`."""

    index: int
    span: Span
    text: str


@dataclass(frozen=True)
class Solution:
    """A solution cut into steps.

    Attributes:
        text: all of it, unchanged.
        steps: in order; what stands between them is white space.
        problem: the problem it solves, where known; "" else.
        name: what to call it in reports; "" for none.
    """

    text: str
    steps: tuple[Step, ...]
    problem: str = ""
    name: str = ""

    @staticmethod
    def from_text(text: str, problem: str = "", name: str = "") -> Solution:
        """Cut a text into steps.

        Raises:
            InputError: it is empty, too long, or no text.
        """
        _check(text, problem)
        lines = _trimmed(text, _lines(text))
        spans = lines if len(lines) > 1 else _trimmed(text, _sentences(text))
        return Solution(text, _steps(text, spans), problem, name)

    @staticmethod
    def from_steps(steps: Sequence[str], problem: str = "", name: str = "") -> Solution:
        """Take the steps as given; the text is the steps, a line each.

        Raises:
            InputError: as `from_text`.
        """
        text = "\n".join(steps)
        _check(text, problem)
        spans, at = [], 0
        for step in steps:
            spans.append(Span(at, at + len(step)))
            at += len(step) + 1
        return Solution(text, _steps(text, spans), problem, name)

    def named(self, name: str) -> Solution:
        """The same under another name."""
        return replace(self, name=name)


def _check(text: str, problem: str) -> None:
    if not text.strip():
        raise InputError("The solution is empty. Give its text, one step a line.")
    for what, given in (("solution", text), ("problem", problem)):
        if len(given) > MAX_CHARACTERS:
            raise InputError(
                f"The {what} has {len(given):,} characters; at most {MAX_CHARACTERS:,} are read. "
                "Give one solution at a time, or several as JSON Lines."
            )
        if bad := _CONTROL.search(given):
            raise InputError(
                f"The {what} is no text: character {bad.start()} is {bad[0]!r}. Give UTF-8 text."
            )


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?])\s+(?=[A-Z\\$(\[\"“#])")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|vs|No|approx|etc|e\.g|i\.e)|\b[A-Z])\.$")


def _lines(text: str) -> list[Span]:
    return [Span(line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]


def _sentences(text: str) -> list[Span]:
    spans, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        # The dollar signs before it are odd in number inside a formula.
        if _ABBREVIATED.search(text[max(0, end.start() - 12) : end.start()]):
            continue
        spans.append(Span(start, end.start()))
        start = end.end()
    return [*spans, Span(start, len(text))]


def _trimmed(text: str, spans: Sequence[Span]) -> list[Span]:
    out = []
    for span in spans:
        found = span.of(text)
        if found.strip():
            left = len(found) - len(found.lstrip())
            out.append(Span(span.start + left, span.start + len(found.rstrip())))
    return out


def _steps(text: str, spans: Sequence[Span]) -> tuple[Step, ...]:
    if len(spans) > MAX_STEPS:
        raise InputError(
            f"The solution has {len(spans):,} steps; at most {MAX_STEPS:,} are read. "
            "Give several solutions as JSON Lines."
        )
    return tuple(Step(i, span, span.of(text)) for i, span in enumerate(spans))
