"""The folder of a data set and what is in it, and nothing else.

`train.jsonl`: the items, in an order drawn by the seed. `removed.jsonl`: what went and why.
`manifest.json`: what it was made of, and counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from formalmath.errors import InputError
from training.data.draw import share
from training.example import Example

EXAMPLES, REMOVED, MANIFEST = "train.jsonl", "removed.jsonl", "manifest.json"
DUPLICATE = "near-duplicate"
"""The reason in `removed.jsonl`; the others are those of `training.data.contamination`."""

_MEND = "Build one with `formalmath data build`."


def written(file: Path) -> TextIO:
    """A new text file. Half a surrogate pair, which some data sets hold, becomes its escape."""
    return file.open("w", encoding="utf-8", errors="backslashreplace")


def json_line(record: Mapping[str, Any]) -> str:
    """A record as a line of a JSON Lines file."""
    return json.dumps(record, ensure_ascii=False) + "\n"


def read_examples(folder: Path) -> Iterator[Example]:
    """The items of a data set, in its order.

    Raises:
        InputError: the folder holds none.
    """
    try:
        with (folder / EXAMPLES).open(encoding="utf-8") as lines:
            for line in lines:
                yield Example.from_json(json.loads(line))
    except FileNotFoundError as error:
        raise InputError(f"{folder} is no data set: it has no {EXAMPLES}. {_MEND}") from error


def read_manifest(folder: Path) -> dict[str, Any]:
    """What a data set was made of, and its counts.

    Raises:
        InputError: the folder holds none, or it cannot be read.
    """
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"{folder} is no data set: its {MANIFEST} cannot be read. {_MEND}"
        ) from error
    return found


def read_removed(folder: Path) -> Iterator[dict[str, Any]]:
    """What was left out of a data set, in the order in which it was found.

    Raises:
        InputError: the folder holds none.
    """
    try:
        with (folder / REMOVED).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except (OSError, ValueError) as error:
        raise InputError(
            f"{folder} is no data set: its {REMOVED} cannot be read. {_MEND}"
        ) from error


def sample(folder: Path, number: int, seed: int, task: str = "") -> dict[str, list[Example]]:
    """At most `number` items of each task, or of one, drawn by the seed.

    Raises:
        InputError: the folder holds no data set, or nothing of that task.
    """
    drawn: dict[str, list[tuple[float, int, Example]]] = {}
    for position, example in enumerate(read_examples(folder)):
        of_task = drawn.setdefault(example.task, [])
        of_task.append((share("sample", seed, position), position, example))
        if len(of_task) > number:
            of_task.remove(max(of_task, key=lambda each: each[:2]))
    if task and task not in drawn:
        raise InputError(f"{folder} has no task {task!r}; it has: {', '.join(sorted(drawn))}.")
    chosen = [task] if task else list(drawn)
    return {
        each: [example for _, _, example in sorted(drawn[each], key=lambda e: e[:2])]
        for each in chosen
    }
