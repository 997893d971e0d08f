"""Files of labelled solutions as sources of training items, and nothing else.

Two kinds of record, a line each: what `formalmath solution label` writes, and steps with the index
of the first mistake, as in BIG-Bench Mistake (arXiv 2311.08516): `input`, `steps`, `mistake_index`
(from 0; null: none), `answer` and `target`. Their labels are the file's, not Lean's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from formalmath.errors import InputError
from formalmath.informal.labels import Kind
from formalmath.informal.prompts import Prompt
from formalmath.json_lines import json_objects
from training.data.formats import Formats, Origin
from training.example import Example
from training.solutions.problems import at_most

_TASKS = {Kind.ORM: Prompt.ORM, Kind.PRM: Prompt.PRM, Kind.SFT: Prompt.SOLVE}


@dataclass(frozen=True)
class LabelledFile:
    """Judgements, and solutions, as a file has them.

    Steps and a mistake give two items, but no outcome where a mistake ends in the right answer.
    """

    file: Path
    formats: Formats = field(default_factory=Formats)
    name: str = "labelled solutions"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all), in the order that the seed draws.

        Raises:
            InputError: the file cannot be read, or a record is of neither kind.
        """
        lines = list(self._lines())
        Random(f"{self.name}/{seed}").shuffle(lines)
        return at_most(count, (item for line in lines for item in self._items(*line)))

    def _lines(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        try:
            text = self.file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{self.file} cannot be read as text: {error}.") from None
        return json_objects(text.split("\n"), str(self.file))

    def _items(self, number: int, record: Mapping[str, Any]) -> Iterator[Example]:
        source = self.file.name
        try:
            if "messages" in record:
                task = _TASKS[Kind(record["kind"])]
                name = f"{number}/{record['name']}"
                fields = {"messages": record["messages"], "task": task, "name": name}
                yield Example.from_json({**fields, "source": source})
                return
            question, steps, wrong = record["input"], record["steps"], record["mistake_index"]
            if not isinstance(question, str) or not all(isinstance(step, str) for step in steps):
                raise TypeError("`input` is no text, or `steps` no list of texts")
            stands = len(steps) if wrong is None else int(wrong)
            labels = [True] * stands + ([] if wrong is None else [False])
            stated = record["answer"] == record["target"]
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"{self.file}, line {number} is no labelled solution ({error!r}). It needs "
                "`messages`, `kind` and `name`, or `input`, `steps`, `mistake_index`, `answer` "
                "and `target`."
            ) from None
        of = Origin(str(number), source)
        yield self.formats.process(of, question, steps, labels)
        if stated == (wrong is None):
            yield self.formats.outcome(of, question, "\n".join(steps), stated)
