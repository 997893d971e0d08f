"""The checkpoints of a training: written whole or not at all, the last few kept; nothing else.

A checkpoint is what accelerate saves (the weights, the optimiser's state, that of the random
numbers; under FSDP each process writes its shard) and `state.json`: the step, the seconds spent,
and the identity of data and settings. The learning rate and the order of the data are functions of
the step.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from formalmath.errors import FormalMathError, InputError
from formalmath.pretrained import quiet

_STATE = "state.json"
_FADE = 0.98


@dataclass(frozen=True)
class Place:
    """How far a training is.

    Attributes:
        step: steps that were made.
        seconds: spent on them.
        loss: sum over the items, where each step weighs 0.98 of the one after it.
        items: how many those are, weighed likewise.
        seen: items trained on, those seen again counted again.
    """

    step: int = 0
    seconds: float = 0.0
    loss: float = 0.0
    items: float = 0.0
    seen: int = 0

    def after(self, loss: float, items: int, seconds: float) -> Place:
        """A step later."""
        return Place(
            step=self.step + 1,
            seconds=seconds,
            loss=self.loss * _FADE + loss,
            items=self.items * _FADE + items,
            seen=self.seen + items,
        )


FREE = ("max_minutes", "save_steps", "save_seconds", "keep", "evaluate_steps", "log_steps")
"""Settings of the loop that may be others when a training goes on."""


def identity(settings: Mapping[str, Any], data: Iterable[bytes]) -> str:
    """Of what must be the same to go on: the settings, less those of the loop in `FREE`, and data.

    Args:
        settings: of the training; its `loop` is a mapping too.
        data: what is learnt, in order.
    """
    loop = {name: value for name, value in settings["loop"].items() if name not in FREE}
    seen = hashlib.sha256(repr(sorted({**settings, "loop": loop}.items())).encode())
    for part in data:
        seen.update(len(part).to_bytes(8) + part)
    return seen.hexdigest()[:16]


class Checkpoints:
    """Those in one folder."""

    def __init__(self, folder: Path, identity: str, keep: int) -> None:
        """`identity`: of data and settings, which must not change. `keep`: how many stay."""
        self.folder, self._identity, self._keep = folder, identity, keep

    def found(self) -> list[Path]:
        """The whole ones, the oldest first."""
        return sorted(path.parent for path in self.folder.glob(f"step-*[0-9]/{_STATE}"))

    def load(self, accelerator: Any) -> Place:
        """Put model and optimiser where the last checkpoint was; at the start if there is none.

        Raises:
            InputError: it is of other data or settings, or cannot be read.
        """
        found = self.found()
        if not found:
            return Place()
        record = json.loads((found[-1] / _STATE).read_text("utf-8"))
        if record.pop("identity") != self._identity:
            raise InputError(
                f"The checkpoints in {self.folder} are of another training: data, model or "
                "options differ. Give the same ones, or name another folder with --out."
            )
        try:
            accelerator.load_state(str(found[-1]))
        except Exception as error:  # of the disk, of safetensors, of pickle, of torch
            why = (str(error) or type(error).__name__).splitlines()[0]
            raise InputError(
                f"The checkpoint {found[-1]} cannot be read: {why}\n"
                "Delete that folder to go on from the one before."
            ) from error
        return Place(**record)

    def save(self, accelerator: Any, place: Place) -> None:
        """Write one, and delete those that are older than the last few.

        Raises:
            FormalMathError: the disk is full or fails; the ones before are whole.
        """
        whole = self.folder / f"step-{place.step:08d}"
        part = self.folder / f"{whole.name}.part"
        try:
            if accelerator.is_main_process:
                shutil.rmtree(part, ignore_errors=True)
                part.mkdir(parents=True)
            accelerator.wait_for_everyone()
            with quiet():
                accelerator.save_state(str(part))
            accelerator.wait_for_everyone()
            if accelerator.is_main_process:
                state = json.dumps({**asdict(place), "identity": self._identity})
                (part / _STATE).write_text(state, "utf-8")
                shutil.rmtree(whole, ignore_errors=True)
                part.rename(whole)
                for old in self.found()[: -self._keep]:
                    shutil.rmtree(old, ignore_errors=True)
        except OSError as error:
            raise FormalMathError(
                f"The checkpoint {whole} could not be written: {error.strerror or error}. "
                "Make room and go on with --resume."
            ) from error

    def delete(self) -> None:
        """Delete all of them: the training is finished."""
        shutil.rmtree(self.folder, ignore_errors=True)
