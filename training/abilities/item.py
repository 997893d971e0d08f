"""What an ability gives: a question in several wordings, worked out, with a judge of answers.

Nothing else. The judge (`Question`) knows what is asked and not how it was worked out: it computes
the answer in a way of its own, so a fault of a generator's is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from formalmath.informal.answer_text import answer_spans


class Question(Protocol):
    """What is asked, as data."""

    def accepts(self, answer: str) -> bool:
        """Whether a text answers it, exactly; what cannot be read does not."""
        ...


@dataclass(frozen=True)
class Item:
    """A question with its worked answer.

    Attributes:
        wordings: ways to ask it, all with the same meaning.
        steps: the chain of thought, a line each; every equation in it is true.
        answer: as the last line of the solution gives it.
        question: judges any answer.
    """

    wordings: tuple[str, ...]
    steps: tuple[str, ...]
    answer: str
    question: Question

    @property
    def solution(self) -> str:
        """The steps, and the answer as the last line."""
        return "\n".join([*self.steps, f"The answer is {self.answer}."])


class Ability(Protocol):
    """A kind of question. `weight`: its share of InternLM-Math's mix, in items."""

    @property
    def name(self) -> str:
        """What it is called in a mixture."""
        ...

    @property
    def weight(self) -> int:
        """Its default weight."""
        ...

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        ...


def final(text: str) -> str:
    """What a text says to be its answer; all of it where it marks none."""
    spans = list(answer_spans(text))
    return (spans[-1].of(text) if spans else text).strip().rstrip(".").strip()


def worded(forms: Sequence[str], **blanks: object) -> tuple[str, ...]:
    """Wordings from templates."""
    return tuple(form.format(**blanks) for form in forms)
