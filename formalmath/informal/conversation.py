"""A problem solved by a model that may run code, in InternLM-Math's protocol, and nothing else.

A code turn ends with `<|action_start|><|interpreter|>`, fenced Python and `<|action_end|>`; what it
printed comes back as a message of the role `environment`. The first turn without code is the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from formalmath.informal.chat import ChatModel, Message, user
from formalmath.informal.interpreter import Execution

START, END = "<|action_start|><|interpreter|>", "<|action_end|>"
MAX_TURNS = 5
"""Turns of code, as published."""

_ACTION = re.compile(
    re.escape(START) + r"\s*(?:```[ \t]*(?:python|py)?[ \t]*\n)?(.*?)(?:\n?```\s*)?"
    rf"(?:{re.escape(END)}|\Z)",
    re.DOTALL,
)


class Runs(Protocol):
    """Runs code and keeps its state; `Interpreter` does."""

    async def run(self, code: str) -> Execution:
        """Run code to its end."""
        ...


@dataclass(frozen=True)
class Conversation:
    """A problem, worked on to its end.

    Attributes:
        messages: all of it, the problem first; as training data wants it.
        executions: what came of each turn of code.
        finished: whether it ended with a turn without code; if not, the turns ran out.
    """

    messages: tuple[Message, ...]
    executions: tuple[Execution, ...]
    finished: bool

    @property
    def answer(self) -> str:
        """The last turn's text; "" if it has not finished."""
        return self.messages[-1].content if self.finished else ""


def code_of(reply: str) -> str | None:
    """The code that a reply wants run; None if it has none."""
    found = _ACTION.search(reply)
    return found[1].strip("\n") if found else None


async def solve(
    problem: str,
    model: ChatModel,
    interpreter: Runs,
    turns: int = MAX_TURNS,
    before: Sequence[Message] = (),
) -> Conversation:
    """Let the model work on a problem, with at most `turns` turns of code.

    `before`: messages that stand first, such as examples.

    Raises:
        ModelError: the model gave no reply.
    """
    messages = [*before, user(problem)]
    executions: list[Execution] = []
    while True:
        reply = (await model.replies(messages))[0]
        code = code_of(reply)
        if code is None:
            messages.append(Message("assistant", reply))
            return Conversation(tuple(messages), tuple(executions), True)
        # What a model writes behind its code is its own idea of the output.
        found = _ACTION.search(reply)
        assert found is not None
        said = reply[: found.end()]
        messages.append(Message("assistant", said if said.endswith(END) else said + END))
        if len(executions) == turns:
            return Conversation(tuple(messages), tuple(executions), False)
        executions.append(await interpreter.run(code))
        messages.append(Message("environment", executions[-1].shown))
