"""A small causal model with a tokenizer of its own, made from nothing, and nothing else.

A Llama in small, with a byte-level BPE tokenizer (Sennrich et al. 2016, section 3.2; over bytes as
in GPT-2, Radford et al. 2019, section 2.2) learned from the texts that it is for. Both are saved as
a plain Hugging Face folder, which every other part of the toolkit takes like any other model.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from formalmath.pretrained import quiet

ROLES = ("system", "user", "assistant", "environment")
"""Of messages; each is opened by a token of its own, `<|user|>` and so on."""

PAD, END = "<|pad|>", "<|end|>"

# Like GPT-2's, but a dot or an underscore goes with the word after it, for names like
# `Finset.sum_congr`, and numbers are cut into digits, for arithmetic.
_PIECES = r"[ ._]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"

# `generation` marks what is the assistant's for those who ask for such a mask.
_TEMPLATE = (
    "{% for message in messages %}{{ '<|' + message['role'] + '|>' }}"
    "{% if message['role'] == 'assistant' %}"
    "{% generation %}{{ message['content'] + '" + END + "' }}{% endgeneration %}"
    "{% else %}{{ message['content'] + '" + END + "' }}{% endif %}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)


@dataclass(frozen=True)
class SmallModelConfig:
    """How big the model is; with the defaults it has 4.2 million parameters.

    Attributes:
        vocabulary: tokens at most, the 256 bytes and the special ones among them.
        hidden: width.
        layers: how many.
        heads: of attention in a layer; they divide `hidden`.
        inner: width of the feed-forward part; 0 stands for 8/3 of `hidden`, rounded up to 16s.
        positions: the longest input, in tokens.
        seed: of the initial weights.
    """

    vocabulary: int = 4096
    hidden: int = 256
    layers: int = 4
    heads: int = 4
    inner: int = 0
    positions: int = 1024
    seed: int = 0


def make_small_model(
    texts: Iterable[str], out: Path, config: SmallModelConfig | None = None
) -> Path:
    """Learn a tokenizer from `texts`, initialise a model for it, and save both in the folder `out`.

    The same texts and config give the same files. The tokenizer loses nothing: what it encodes, it
    decodes to the same text. It pads on the left.

    Args:
        texts: read once, and not kept.
        out: a new folder, or an empty one; made whole or not at all.
        config: None stands for the defaults.

    Returns:
        `out`.

    Raises:
        InputError: `out` holds something, the sizes do not fit, or the extra `train` is missing.
    """
    config = config or SmallModelConfig()
    least = 256 + len(ROLES) + 2
    if config.vocabulary < least:
        raise InputError(f"A vocabulary of {config.vocabulary} is too small: take {least} or more.")
    if config.hidden % (2 * config.heads):  # rotary positions turn pairs of a head's numbers
        raise InputError(
            f"{config.heads} heads do not divide a width of {config.hidden} into even parts."
        )
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out} is there already. Delete it, or name another folder.")
    out.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        tokenizer = _tokenizer(texts, config)
        with quiet():
            tokenizer.save_pretrained(temporary)
            _model(config, tokenizer).save_pretrained(temporary)
        temporary.chmod(0o755)
        temporary.replace(out)
    except ImportError:
        raise InputError(
            "Making a model needs torch and transformers: pip install 'formalmath[train]'."
        ) from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return out


def _tokenizer(texts: Iterable[str], config: SmallModelConfig) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    tokens = Tokenizer(models.BPE())
    tokens.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_PIECES), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokens.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=config.vocabulary,
        special_tokens=[PAD, END, *(f"<|{role}|>" for role in ROLES)],
        # Sorted, as it comes in an order that differs from run to run.
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokens.train_from_iterator(texts, trainer=trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokens,
        pad_token=PAD,
        eos_token=END,
        padding_side="left",
        truncation_side="left",
        model_max_length=config.positions,
        clean_up_tokenization_spaces=False,
        chat_template=_TEMPLATE,
        model_input_names=["input_ids", "attention_mask"],
    )


def _model(config: SmallModelConfig, tokenizer: Any) -> Any:
    """A `LlamaForCausalLM` in float32."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    shape = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=config.hidden,
        intermediate_size=config.inner or -(-config.hidden * 8 // 3 // 16) * 16,
        num_hidden_layers=config.layers,
        num_attention_heads=config.heads,
        num_key_value_heads=config.heads,
        max_position_embeddings=config.positions,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        return LlamaForCausalLM(shape)
