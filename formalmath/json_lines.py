"""The objects of JSON Lines, each with the number of its line, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from formalmath.errors import InputError


def json_objects(lines: Iterable[str], where: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Numbers count from 1; blank lines are passed over.

    Args:
        lines: of the file.
        where: its name, for people.

    Raises:
        InputError: a line is no JSON object.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{where}, line {number} is no JSON: {error}") from None
        if not isinstance(record, dict):
            raise InputError(f"{where}, line {number} is no JSON object.")
        yield number, record
