"""Models read from a name or a folder, and written as Hugging Face folders; nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formalmath.errors import FormalMathError, InputError
from formalmath.pretrained import quiet
from training.learning.checkpoints import Checkpoints
from training.learning.hub import has_model
from training.learning.loop import CHECKPOINTS
from training.learning.summary import FILE, TrainingSummary

WORK = "training"
"""In a model's folder: the log, the summary and the checkpoints of its training."""


@dataclass(frozen=True)
class LoRAConfig:
    """Low-rank adapters (Hu et al. 2021, arXiv 2106.09685).

    Attributes:
        rank: of the two factors.
        alpha: the adapter is scaled by `alpha / rank`.
        dropout: of the adapter's input.
        targets: modules that get one; `all-linear`: all but the head.
        merge: save the whole model with the adapters added, not the adapters alone.
    """

    rank: int = 16
    alpha: int = 32
    dropout: float = 0.05
    targets: str | tuple[str, ...] = "all-linear"
    merge: bool = False


def chosen_attention(asked: str, gpu: bool, half: bool, flash: bool) -> str:
    """transformers' name of the attention to use.

    Args:
        asked: such a name, or `auto`: FlashAttention 2 where it runs, else torch's own.
        gpu: whether a GPU is there.
        half: whether the model computes in bf16; FlashAttention does not in fp32.
        flash: whether the package flash_attn is there.

    Raises:
        InputError: FlashAttention 2 is asked for where it does not run.
    """
    able = gpu and half and flash
    if asked == "flash_attention_2" and not able:
        what = "a GPU" if not gpu else "bf16" if not half else "pip install 'formalmath[gpu]'"
        raise InputError(f"FlashAttention 2 needs {what}. Or leave --attention out.")
    if asked == "auto":
        return "flash_attention_2" if able else "sdpa"
    return asked


def attention_here(asked: str, accelerator: Any) -> str:
    """`chosen_attention` on this machine."""
    from transformers.utils import is_flash_attn_2_available

    return chosen_attention(
        asked,
        gpu=accelerator.device.type == "cuda",
        half=accelerator.mixed_precision == "bf16",
        flash=bool(is_flash_attn_2_available()),
    )


def loaded(start: str | Path, load: Callable[[str], Any]) -> tuple[Any, Any]:
    """What `load` makes of the name, and the tokenizer of that name, which gets a padding token.

    Raises:
        InputError: there is no such model.
    """
    from transformers import AutoTokenizer

    if not Path(start).exists() and not has_model(str(start)):
        raise InputError(
            f"The model {str(start)!r} cannot be loaded: there is no such folder, and no hub can "
            "be reached.\nGive the folder of a transformers model, or `small` or `smollm2`."
        )
    try:
        with quiet():
            tokenizer = AutoTokenizer.from_pretrained(str(start))
            model = load(str(start))
    except (OSError, ValueError, KeyError) as error:
        why = str(error).strip().splitlines()[:1] or [repr(error)]
        raise InputError(
            f"The model {str(start)!r} cannot be loaded: {why[0]}\n"
            "Give the folder of a transformers model, or a name on a hub that can be reached."
        ) from None
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    return model, tokenizer


def with_adapters(model: Any, lora: LoRAConfig, task: str) -> Any:
    """The model with an adapter at each target, and nothing else to train.

    `task`: peft's name for it: `CAUSAL_LM`, or `SEQ_CLS`, of which the head is trained too.
    """
    from peft import LoraConfig, get_peft_model

    adapters = LoraConfig(
        task_type=task,
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules=lora.targets,
    )
    with quiet():
        return get_peft_model(model, adapters)


def finished_before(out: Path, resume: bool) -> TrainingSummary | None:
    """The summary of a training that was finished in `out`, if it is to go on; None to train.

    Raises:
        InputError: `out` holds something that is not to go on.
    """
    if resume:
        return TrainingSummary.load(out)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(
            f"{out} holds something already. Go on with a stopped training by --resume, "
            "or name another folder with --out."
        )
    return None


def save_model(
    accelerator: Any,
    model: Any,
    tokenizer: Any,
    out: Path,
    summary: TrainingSummary,
    base: Callable[[], Any] | None = None,
) -> None:
    """Write model, tokenizer and summary, in this order; then delete the checkpoints.

    Args:
        accelerator: that of the training.
        model: as accelerate wrapped it; of one with adapters only those are written.
        tokenizer: to save beside it.
        out: the folder.
        summary: of the training.
        base: makes the model that the adapters are added to, to write the sum of both.

    Raises:
        FormalMathError: the disk is full or fails; the checkpoints stay.
    """
    state = accelerator.get_state_dict(model)
    plain = accelerator.unwrap_model(model)
    if accelerator.is_main_process:
        part = out / WORK / "model.part"
        try:
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            with quiet():
                plain.save_pretrained(part, state_dict=state)
                if base is not None:
                    whole = _merged(base(), part)
                    shutil.rmtree(part)
                    whole.save_pretrained(part)
                tokenizer.save_pretrained(part)
            for file in part.iterdir():
                file.replace(out / file.name)
            part.rmdir()
            text = json.dumps(summary.to_json(), indent=1)
            (out / WORK / FILE).write_text(text + "\n", "utf-8")
        except OSError as error:
            raise FormalMathError(
                f"The model could not be written to {out}: {error.strerror or error}. "
                "Make room and go on with --resume."
            ) from error
        Checkpoints(out / WORK / CHECKPOINTS, "", 1).delete()
    accelerator.wait_for_everyone()


def _merged(model: Any, adapters: Path) -> Any:
    from peft import PeftModel

    return PeftModel.from_pretrained(model, str(adapters)).merge_and_unload()
