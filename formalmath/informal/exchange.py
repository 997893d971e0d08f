"""What is asked of a model and what it should say, as messages to learn from; nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from formalmath.informal.chat import Message, user
from formalmath.informal.prompts import PROMPTS, Prompt, filled

CORRECT, INCORRECT = "Correct", "Incorrect"

Exchange: TypeAlias = tuple[Message, Message]
"""A question and its answer."""

Wording: TypeAlias = Mapping[Prompt, str]
"""A template a task: `PROMPTS` (Lean 4) or `LEGACY` (as published)."""


def exchange(prompt: Prompt, reply: str, wording: Wording = PROMPTS, **blanks: str) -> Exchange:
    """The prompt with its blanks filled in, and the reply."""
    return user(filled(wording[prompt], **blanks)), Message("assistant", reply)


def outcome(question: str, answer: str, correct: bool, wording: Wording = PROMPTS) -> Exchange:
    """Outcome reward: whether the answer is right."""
    label = CORRECT if correct else INCORRECT
    return exchange(Prompt.ORM, label, wording, Question=question, COT=answer)


def process(
    question: str, steps: Sequence[str], labels: Sequence[bool], wording: Wording = PROMPTS
) -> Exchange:
    """Process reward: a line a step, as far as there are labels; the steps are numbered from 1."""
    lines = [f"Step {k}: {CORRECT if each else INCORRECT}" for k, each in enumerate(labels, 1)]
    numbered = "\n".join(f"Step {k}: {step}" for k, step in enumerate(steps, 1))
    return exchange(Prompt.PRM, "\n".join(lines), wording, Question=question, COT=numbered)
