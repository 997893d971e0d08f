"""One item of the training data as chat messages, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from formalmath.informal.chat import Message


@dataclass(frozen=True)
class Example:
    """A conversation to learn from; the loss is on what the assistant says.

    Attributes:
        task: its name in the mixture, such as `tactic suggestion`.
        messages: in the order spoken, the last by the assistant.
        name: of what it was made of; one source and name give one item of a task.
        source: where that comes from, with its version.
    """

    task: str
    messages: tuple[Message, ...]
    name: str
    source: str

    def to_json(self) -> dict[str, Any]:
        """A record in the convention of `datasets` and TRL; `from_json` reads it back."""
        return {
            "messages": [message.record() for message in self.messages],
            "task": self.task,
            "name": self.name,
            "source": self.source,
        }

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> Example:
        """Read a record. Raises KeyError or TypeError if it is not one."""
        return cls(
            task=record["task"],
            messages=tuple(Message(m["role"], m["content"]) for m in record["messages"]),
            name=record["name"],
            source=record["source"],
        )
