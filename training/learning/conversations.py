"""Conversations read from a file, a folder or a hub, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from formalmath.informal.chat import Message
from formalmath.json_lines import json_objects
from training.learning.hub import reachable

TRAIN = "train.jsonl"
"""The file with what is to be trained on, in a folder of `formalmath data build`."""

_FORM = '{"messages": [{"role": "user", "content": ..}, {"role": "assistant", "content": ..}]}'


def conversations(data: Path | str) -> list[tuple[Message, ...]]:
    """Those of a JSON Lines file, of a folder with `train.jsonl`, or of a data set on a hub.

    A record has `messages`; the last that an assistant says ends what is learnt. Records without
    one are of no use and count as an error of the file.

    Raises:
        InputError: there is no such data, or a record is none.
    """
    path = Path(data)
    if path.is_dir() and (path / TRAIN).is_file():
        path = path / TRAIN
    found = []
    for number, record in enumerate(records(path) if path.is_file() else _hub(data), start=1):
        messages = _messages(record)
        if messages is None:
            raise InputError(
                f"{data}, record {number}: no conversation with an assistant: {_FORM}."
            )
        found.append(messages)
    if not found:
        raise InputError(f"{data} holds no conversation. A record is {_FORM}.")
    return found


def records(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON Lines file.

    Raises:
        InputError: it cannot be read, or a line is no JSON object.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for _, record in json_objects(lines, str(path)):
                yield record
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not JSON Lines in UTF-8: {error}.") from error


def _messages(record: Mapping[str, Any]) -> tuple[Message, ...] | None:
    given = record.get("messages")
    try:
        messages = [Message(str(m["role"]), str(m["content"])) for m in given or ()]
    except (KeyError, TypeError):
        return None
    last = max((n for n, m in enumerate(messages) if m.role == "assistant"), default=-1)
    return tuple(messages[: last + 1]) if last > 0 else None


def _hub(name: Path | str) -> Iterator[Mapping[str, Any]]:
    """The part `train` of a data set that `datasets` loads by name."""
    try:
        from datasets import load_dataset
    except ImportError:
        raise InputError(
            f"There is no file {name}, and data sets by name need: pip install 'formalmath[train]'."
        ) from None
    if not reachable():
        raise InputError(
            f"There is no file {name}, and no hub can be reached for a data set of that name. "
            "Give a JSON Lines file or a folder of `formalmath data build`."
        )
    try:
        yield from load_dataset(str(name), split="train")
    except Exception as error:  # of the hub, the network, the data's own format
        raise InputError(
            f"There is no file {name}, and no data set of that name can be loaded: "
            f"{(str(error) or type(error).__name__).splitlines()[0]}\n"
            "Give a JSON Lines file, a folder of `formalmath data build`, or a name on the hub."
        ) from error
