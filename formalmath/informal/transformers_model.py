"""A model that transformers loads from a name or a folder, and nothing else.

Torch and transformers are imported when the first reply is asked for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from formalmath.errors import ModelError
from formalmath.informal.chat import Message
from formalmath.pretrained import CAUSAL, load


class TransformersModel:
    """Generates with the model's own chat template; without one, messages are put in lines."""

    def __init__(self, name: str, tokens: int = 512, temperature: float = 0.7) -> None:
        """`tokens`: new ones of a reply. `temperature`: of sampling several replies."""
        self._name, self._tokens, self._temperature = name, tokens, temperature
        self._loaded: tuple[Any, Any] | None = None
        self._free = asyncio.Lock()

    async def replies(self, messages: Sequence[Message], samples: int = 1) -> list[str]:
        """As `ChatModel`."""
        async with self._free:  # a model generates for one request at a time
            return await asyncio.to_thread(self._replies, messages, samples)

    def _load(self) -> tuple[Any, Any]:
        if self._loaded is None:
            self._loaded = load(self._name, CAUSAL)
        return self._loaded

    def _replies(self, messages: Sequence[Message], samples: int) -> list[str]:
        tokenizer, model = self._load()
        if tokenizer.chat_template:
            prompt = tokenizer.apply_chat_template(
                [message.record() for message in messages],
                tokenize=False,
                add_generation_prompt=True,
            )
        else:
            prompt = "\n".join(message.content for message in messages) + "\n"
        inputs = tokenizer(
            prompt, return_tensors="pt", add_special_tokens=not tokenizer.chat_template
        ).to(model.device)
        how: dict[str, Any] = {"do_sample": False}
        if samples > 1:
            how = {
                "do_sample": True,
                "temperature": self._temperature,
                "num_return_sequences": samples,
            }
        pad = tokenizer.pad_token_id
        try:
            made = model.generate(
                **inputs,
                **how,
                max_new_tokens=self._tokens,
                pad_token_id=tokenizer.eos_token_id if pad is None else pad,
            )
        except RuntimeError as error:  # out of memory, mostly
            raise ModelError(f"The model {self._name!r} failed: {error}") from error
        start = inputs["input_ids"].shape[1]
        return [tokenizer.decode(each[start:], skip_special_tokens=True) for each in made]
