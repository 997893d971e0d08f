"""The seam to language models: messages in, several replies out; and which model is meant.

Nothing else. `open_model` composes, lazily: a server is asked over HTTP, any other name is loaded
by transformers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Message:
    """One message of a conversation. `role`: system, user, assistant or environment."""

    role: str
    content: str

    def record(self) -> dict[str, str]:
        """As in a request or a training record."""
        return {"role": self.role, "content": self.content}


def user(content: str) -> Message:
    """A message of the user's."""
    return Message("user", content)


class ChatModel(Protocol):
    """Anything that answers a conversation."""

    async def replies(self, messages: Sequence[Message], samples: int = 1) -> list[str]:
        """At least one reply, at most `samples`; one that is not sampled is the likeliest.

        Raises:
            ModelError: it gave none.
        """
        ...


class ScriptedModel:
    """Answers with what it was given, in order; its last replies are given ever again."""

    def __init__(self, *turns: Sequence[str] | str) -> None:
        """`turns`: what to reply each time: one text, or several samples."""
        self._turns = [[turn] if isinstance(turn, str) else list(turn) for turn in turns]
        self.asked: list[tuple[Message, ...]] = []

    async def replies(self, messages: Sequence[Message], samples: int = 1) -> list[str]:
        """The next of its turns."""
        turn = self._turns[min(len(self.asked), len(self._turns) - 1)]
        self.asked.append(tuple(messages))
        return turn[:samples]


def open_model(spec: str) -> ChatModel:
    """The model that `spec` names: `http://HOST/v1` or `http://HOST/v1#MODEL`, a server that speaks
    OpenAI's protocol; else the name or folder of a transformers model.

    Raises:
        InputError: there is no such thing, or what it takes is not installed.
    """
    if spec.startswith(("http://", "https://")):
        from formalmath.informal.openai_model import OpenAIModel

        base, _, name = spec.partition("#")
        return OpenAIModel(base, name)
    from formalmath.informal.transformers_model import TransformersModel

    return TransformersModel(spec)
