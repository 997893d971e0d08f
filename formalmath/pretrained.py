"""Loads a model and its tokenizer with transformers, and nothing else.

Torch and transformers are imported here, when something is loaded, and nowhere before.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from formalmath.errors import InputError

CAUSAL = "AutoModelForCausalLM"
"""A model that says what comes next."""
SCORING = "AutoModelForSequenceClassification"
"""A model that gives a text a number."""

_READ = ("*.json", "*.safetensors", "*.bin", "*.model", "*.jinja", "*.txt")
_BLOCK = 1 << 20


def load(name: str, kind: str, exact: bool = False) -> tuple[Any, Any]:
    """The tokenizer and the model, ready to answer: on the GPU if there is one.

    Args:
        name: of a folder, or of a model on the Hub.
        kind: `CAUSAL` or `SCORING`.
        exact: compute in float32 where there is no GPU, so that an answer hardly depends on what
            else is in its batch. Else the weights stay of the type that they were saved in.

    Raises:
        InputError: there is no such model, or torch or transformers is missing.
    """
    where = "Give the name or folder of a transformers model, or the URL of a server."
    if name.startswith(("/", ".", "~")) and not Path(name).is_dir():
        raise InputError(f"The model {name!r} cannot be loaded: there is no such folder.\n{where}")
    try:
        import torch
        import transformers
    except ImportError:
        raise InputError(
            f"The model {name!r} needs torch and transformers: "
            "pip install 'formalmath[train]'. Or give the URL of a server."
        ) from None
    on_gpu = torch.cuda.is_available()
    try:
        with quiet() if Path(name).is_dir() else nullcontext():
            tokenizer = transformers.AutoTokenizer.from_pretrained(name)
            model = getattr(transformers, kind).from_pretrained(
                name, dtype=torch.float32 if exact and not on_gpu else "auto"
            )
    except (OSError, ValueError, KeyError) as error:
        why = str(error).strip().splitlines()[:1] or [repr(error)]
        raise InputError(f"The model {name!r} cannot be loaded: {why[0]}\n{where}") from None
    return tokenizer, model.to("cuda" if on_gpu else "cpu").eval()


@contextmanager
def quiet() -> Iterator[None]:
    """Without what the model libraries say of steps that take a moment: bars, and each other's age.

    Not for what may be downloaded: there the bars are of use.
    """
    from transformers.utils import logging as bars

    shared = logging.getLogger("accelerate.utils.other")  # says what weights are saved once
    level, shown = shared.level, bars.is_progress_bar_enabled()
    shared.setLevel(logging.ERROR)
    bars.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            yield
    finally:
        shared.setLevel(level)
        if shown:
            bars.enable_progress_bar()


def fingerprint(name: str) -> str:
    """The model's name in records: of a folder its own name, `@`, and the start of a hash.

    The hash is the SHA-256 of what loading may read in the folder. A model on the Hub goes by its
    name alone.

    Raises:
        OSError: a file in the folder cannot be read.
    """
    folder = Path(name)
    if not folder.is_dir():
        return name
    total = hashlib.sha256()
    for file in sorted({file for pattern in _READ for file in folder.glob(pattern)}):
        digest = hashlib.sha256()
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        total.update(f"{file.name}\0{digest.hexdigest()}\n".encode())
    return f"{folder.resolve().name}@{total.hexdigest()[:12]}"
