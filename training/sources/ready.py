"""Items that are chat messages already, such as another data set's, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from formalmath.informal.chat import Message
from training.data.options import Options
from training.example import Example

_ROLES = frozenset({"system", "user", "assistant", "environment"})


@dataclass(frozen=True)
class Ready:
    """Records with `messages`; `task` (else `kind`), `name` and `source` are taken where given.

    Attributes:
        files: JSON Lines, such as `formalmath solution check` writes its labels.
        task: of records that name none.
    """

    files: Sequence[Path]
    task: str
    name: str = "examples"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """In the order of the files; the seed draws nothing here."""
        return islice(self._all(), count or None)

    def _all(self) -> Iterator[Example]:
        for file in self.files:
            try:
                with file.open(encoding="utf-8") as lines:
                    for number, line in enumerate(lines, start=1):
                        yield self._example(line, file, number)
            except (OSError, UnicodeDecodeError) as error:
                raise InputError(f"{file} cannot be read: {error}.") from error

    def _example(self, line: str, file: Path, number: int) -> Example:
        try:
            record: dict[str, Any] = json.loads(line)
            said = tuple(Message(m["role"], m["content"]) for m in record["messages"])
            good = said and said[-1].role == "assistant" and {m.role for m in said} <= _ROLES
            if not good or not all(isinstance(m.content, str) for m in said):
                raise ValueError("its messages end with no assistant's, or have another role")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(
                f"{file}, line {number}, is no item ({error}). A line is "
                '{"messages": [{"role": "user", "content": ..}, {"role": "assistant", ..}]}.'
            ) from error
        return Example(
            task=str(record.get("task") or record.get("kind") or self.task),
            messages=said,
            name=str(record.get("name") or f"{file.stem}/{number}"),
            source=str(record.get("source") or file.name),
        )


def build(options: Options) -> Ready:
    """`path`: JSON Lines or a folder of them; `task`: of records without one."""
    return Ready(options.files("path", (".jsonl",)), options.text("task", "chat"))
