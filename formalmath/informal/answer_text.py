"""Where a solution says its final answer, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formalmath.informal.solution import Span

_MARKS = re.compile(
    r"(?im)(?:^[ \t]*(?:final answer|answer|ans|a|答案|答)[ \t]*[::][ \t]*|^[ \t]*####[ \t]*"
    r"|\banswer(?:\s+to\s[^.\n]{0,60}?)?\s*(?:is|equals|=|:)(?:\s*[::])?\s*"
    r"|答案\s*(?:是|为|等于)?\s*[::]?\s*)"
)
_BOXED = re.compile(r"\\boxed\s*\{")


def answer_spans(text: str) -> Iterator[Span]:
    """The texts said to be the answer, in order: behind `A:`, `####`, `the answer is`, in a box.

    The last is the final answer. Sentences end at a line's end; a full stop at its end is left out.
    """
    found = []
    for mark in _MARKS.finditer(text):
        end = text.find("\n", mark.end())
        end = len(text) if end < 0 else end
        found.append(_trimmed(text, mark.end(), end))
    for box in _BOXED.finditer(text):
        closing = _closing(text, box.end())
        if closing is not None:
            found.append(_trimmed(text, box.end(), closing))
    yield from sorted((span for span in found if span.start < span.end), key=lambda s: s.start)


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return Span(start + left, start + len(inner.rstrip(" \t\r.。")))


def _closing(text: str, start: int) -> int | None:
    """The brace that closes the one before `start`."""
    depth = 1
    for i in range(start, min(len(text), start + 1000)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return i
    return None
