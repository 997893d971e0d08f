"""Solutions out of files and standard input: plain text or JSON Lines; nothing else.

A record has `solution` (a text) or `steps` (a list), or GSM8K's `answer` (a worked one); optional
are `problem` (or `question`, `input`) and `id`. For ranking it may have `solutions`, a list of
texts, instead; records with the same problem belong together.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from formalmath.informal.solution import MAX_CHARACTERS, Solution
from formalmath.json_lines import json_objects

MAX_FILE_MB = 256
"""Of a file of JSON Lines."""

_PROBLEM = ("problem", "question", "input")
_SOLUTION = ("solution", "answer")


def read_solutions(file: str, problem: str = "") -> list[Solution]:
    """All solutions in a file (`-`: standard input).

    Raises:
        InputError: it cannot be read, is no text, is empty, or a record is not as it should be.
    """
    return [solution for group in read_groups(file, problem) for solution in group]


def read_groups(file: str, problem: str = "") -> list[list[Solution]]:
    """The same, those of one problem together.

    Raises:
        InputError: as `read_solutions`.
    """
    text = _text(file)
    if not _is_json_lines(file, text):
        return [[Solution.from_text(text, problem, "" if file == "-" else file)]]
    groups: dict[str, list[Solution]] = {}
    for number, record in json_objects(text.split("\n"), file):
        where = f"{file}, line {number}"
        for made in _solutions(record, where, problem):
            groups.setdefault(made.problem or made.name, []).append(made)
    if not groups:
        raise InputError(f"{file} holds no record. Give one JSON object a line.")
    return list(groups.values())


def _text(file: str) -> str:
    limit = MAX_FILE_MB << 20
    if file == "-":
        content = sys.stdin.buffer.read(limit + 1)
    else:
        path = Path(file)
        if not path.is_file():
            raise InputError(
                f"There is no file {file}. Name a file with a solution, or - for stdin."
            )
        with path.open("rb") as opened:
            content = opened.read(limit + 1)
    if len(content) > limit:
        raise InputError(f"{file} is larger than {MAX_FILE_MB} MB. Split it.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{file} is no UTF-8 text (byte {error.start} is {content[error.start]:#04x}). "
            "Give a text file."
        ) from None


def _is_json_lines(file: str, text: str) -> bool:
    if Path(file).suffix in (".jsonl", ".ndjson"):
        return True
    first = text.lstrip()[: MAX_CHARACTERS * 4].partition("\n")[0]
    if not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _solutions(record: Mapping[str, Any], where: str, problem: str) -> Iterator[Solution]:
    asked = next((record[key] for key in _PROBLEM if isinstance(record.get(key), str)), problem)
    name = str(record.get("id", where))
    try:
        if _is_texts(record.get("solutions")):
            for i, each in enumerate(record["solutions"]):
                yield Solution.from_text(each, asked, f"{name} #{i + 1}")
        elif _is_texts(record.get("steps")):
            yield Solution.from_steps(record["steps"], asked, name)
        elif given := [record[k] for k in _SOLUTION if isinstance(record.get(k), str)]:
            yield Solution.from_text(given[0], asked, name)
        else:
            raise InputError(
                "a record needs `solution` (a text), `steps` or `solutions` (lists of texts)."
            )
    except InputError as error:
        raise InputError(f"{where}: {error}") from None


def _is_texts(given: object) -> bool:
    return isinstance(given, list) and bool(given) and all(isinstance(each, str) for each in given)
