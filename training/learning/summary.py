"""What a training came to, and nothing else."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FILE = "summary.json"


@dataclass(frozen=True)
class TrainingSummary:
    """The end of a training; `summary.json` in the folder's `training/`.

    Attributes:
        steps: of the optimiser that were made.
        planned: steps that all epochs take.
        items: trained on, and seen again each epoch: tokens that the loss is on, or pairs.
        seconds: of training, over all its parts, without loading and saving.
        loss: mean over the items, in nats, where each step weighs 0.98 of the one after it.
        held_out_loss: mean over the held-out items, in nats; NaN where none are held out.
        accuracy: share of the held-out items that the model gets right: tokens it would have
            predicted, or pairs in order; NaN where none are held out.
        stopped: `finished`, or `time` where a budget of minutes ended it.
        examples: conversations or pairs that are trained on.
        left_out: of those given, how many were too long.
        parameters: that were trained.
        processes: at work.
    """

    steps: int
    planned: int
    items: int
    seconds: float
    loss: float
    held_out_loss: float
    accuracy: float
    stopped: str
    examples: int = 0
    left_out: int = 0
    parameters: int = 0
    processes: int = 1

    def to_json(self) -> dict[str, Any]:
        """A record, null where there is no number; `load` reads it back."""
        return {name: None if value != value else value for name, value in asdict(self).items()}

    @classmethod
    def load(cls, folder: Path) -> TrainingSummary | None:
        """That of a model's folder; None if no training of it was finished."""
        file = folder / "training" / FILE
        if not file.is_file():
            return None
        read: dict[str, Any] = json.loads(file.read_text("utf-8"))
        record: dict[str, Any] = {k: math.nan if v is None else v for k, v in read.items()}
        return cls(**record)
