"""The log of a training: TensorBoard, a journal of JSON Lines, and a bar; nothing else.

Of several processes only the first writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

from formalmath.journal import Journal
from formalmath.report import bar

JOURNAL = "training.jsonl"


@dataclass(frozen=True)
class Log:
    """Where to say how it goes.

    Attributes:
        write: figures of a step: to the journal and to TensorBoard, but for those that are NaN.
        show: the step, the steps in all, and a few words: on the bar.
    """

    write: Callable[[int, Mapping[str, float]], None]
    show: Callable[[int, int, str], None]


@contextmanager
def opened(folder: Path, what: str, main: bool) -> Iterator[Log]:
    """Log to `folder`: its `training.jsonl`, and its `tensorboard/` if that is installed.

    A training that goes on writes some steps again; of a step the last record holds.

    Raises:
        InputError: another training writes there.
    """
    if not main:
        yield Log(lambda step, figures: None, lambda done, total, text: None)
        return
    columns = (
        TextColumn(what),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
    )
    board = _board(folder / "tensorboard")
    try:
        with Journal(folder / JOURNAL) as journal, bar(*columns) as shown:
            task = shown.add_task("", total=None)

            def write(step: int, figures: Mapping[str, float]) -> None:
                known = {name: value for name, value in figures.items() if value == value}
                journal.append({"step": step, **known})
                for name, value in known.items():
                    if board is not None:
                        board.add_scalar(name, value, step)

            def show(done: int, total: int, text: str) -> None:
                shown.update(task, completed=done, total=total, description=text)

            yield Log(write, show)
    finally:
        if board is not None:
            board.close()


def _board(folder: Path) -> Any:
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        return None
    return SummaryWriter(str(folder))
