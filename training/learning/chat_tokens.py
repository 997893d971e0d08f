"""Conversations as tokens, with what is to be learnt marked, and nothing else.

What is learnt is what the assistant says, up to and with the token that ends its turn. The template
itself tells where that stands: a conversation is rendered up to the assistant's turn with
`add_generation_prompt`, and with the turn, and what the second has more is the turn. So templates
without `{% generation %}` serve. What precedes a turn and the turn are tokenised apart, as they are
when a model answers: a prompt has the same tokens in training and in search.

A conversation longer than the model's length is cut where that keeps its sense: a prompt that holds
a Lean state (a line that begins with `⊢`) loses whole lines of hypotheses, from the top, but never
its first line, which says what is asked. Any other that is too long is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formalmath.errors import InputError
from formalmath.informal.chat import Message

_CHUNK = 512


@dataclass(frozen=True)
class Tokens:
    """One conversation.

    Attributes:
        ids: [T] int32, the tokens.
        learnt: [T] bool, which of them the loss is on.
        cut: whether lines of the prompt were left out.
    """

    ids: NDArray[np.int32]
    learnt: NDArray[np.bool_]
    cut: bool = False


def tokenised(
    tokenizer: Any,
    conversations: Sequence[Sequence[Message]],
    length: int,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Tokens | None]:
    """Each conversation as at most `length` tokens; None where it does not fit.

    Raises:
        InputError: the tokenizer has no chat template, or its template cannot render one of them.
    """
    if not getattr(tokenizer, "chat_template", None):
        raise InputError(
            "The model's tokenizer has no chat template, so it is not known how to ask the model. "
            "Take an instruct model, or set `chat_template` in its tokenizer_config.json."
        )
    found: list[Tokens | None] = []
    remaining = iter(conversations)
    while chunk := list(islice(remaining, _CHUNK)):
        parts = [_parts(tokenizer, messages) for messages in chunk]
        for messages, tokens in zip(chunk, _tokens(tokenizer, parts), strict=True):
            fits = len(tokens.ids) <= length
            found.append(tokens if fits else _shortened(tokenizer, messages, length))
        progress(len(found), len(conversations))
    return found


def _parts(tokenizer: Any, messages: Sequence[Message]) -> list[tuple[str, bool]]:
    """The rendered conversation in pieces, each with whether the assistant says it."""

    def rendered(count: int, ask: bool = False) -> str:
        records = [message.record() for message in messages[:count]]
        try:
            text: str = tokenizer.apply_chat_template(
                records, tokenize=False, add_generation_prompt=ask
            )
        except Exception as error:  # of the template's own language, or of its Python
            raise InputError(
                f"The model's chat template cannot render a conversation of the roles "
                f"{', '.join(record['role'] for record in records)}: {error}."
            ) from error
        return text

    whole = rendered(len(messages))
    parts: list[tuple[str, bool]] = []
    done = 0
    for place, message in enumerate(messages):
        if message.role != "assistant":
            continue
        start = _shared(whole, rendered(place, ask=True)) if place else 0
        end = _shared(whole, rendered(place + 1))
        before = messages[place - 1].content.strip() if place else ""
        heard = whole.find(before, done)
        if not done <= start < end or heard < 0 or heard + len(before) > start:
            raise InputError(
                "The model's chat template writes earlier messages anew at each turn, so what is "
                "to be learnt cannot be told apart. Give conversations of one turn."
            )
        parts += [(whole[done:start], False), (whole[start:end], True)]
        done = end
    return parts


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    if one.startswith(other):
        return len(other)
    return next(n for n, (a, b) in enumerate(zip(one + "\0", other + "\1", strict=False)) if a != b)


def _tokens(tokenizer: Any, conversations: Sequence[list[tuple[str, bool]]]) -> Iterator[Tokens]:
    """The pieces as tokens, all of them in one call of the tokenizer."""
    texts = [text for parts in conversations for text, _ in parts]
    coded = iter(tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else [])
    end = tokenizer.eos_token_id
    for parts in conversations:
        ids: list[int] = []
        learnt: list[bool] = []
        for _, said in parts:
            piece = next(coded)
            if said and end is not None and end not in piece:
                piece = [*piece, end]  # a model that never saw an end would never stop
            last = len(piece) - piece[::-1].index(end) if said and end is not None else len(piece)
            ids += piece
            learnt += [said] * last + [False] * (len(piece) - last)
        wanted = len(learnt) - learnt[::-1].index(True) if any(learnt) else 0
        yield Tokens(np.array(ids[:wanted], np.int32), np.array(learnt[:wanted], np.bool_))


def _shortened(tokenizer: Any, messages: Sequence[Message], length: int) -> Tokens | None:
    """With as few as possible of the last Lean state's hypotheses left out; None if none will do.

    That the tokens do not grow as lines are left out is what the bisection rests on.
    """
    place = max((n for n, m in enumerate(messages) if m.role == "user"), default=-1)
    lines = messages[place].content.split("\n") if place >= 0 else []
    goal = next((n for n, line in enumerate(lines) if line.startswith("⊢")), 0)
    best: Tokens | None = None
    low, high = 2, goal  # the first line kept after the one that asks
    while low <= high:
        middle = (low + high) // 2
        content = "\n".join([lines[0], *lines[middle:]])
        shorter = [*messages]
        shorter[place] = Message("user", content)
        tokens = next(_tokens(tokenizer, [_parts(tokenizer, shorter)]))
        if len(tokens.ids) <= length:
            best, high = Tokens(tokens.ids, tokens.learnt, cut=True), middle - 1
        else:
            low = middle + 1
    return best
