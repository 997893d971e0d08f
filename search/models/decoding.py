"""Continuations that a causal model makes of prompts, with their log-probabilities; nothing else.

Many prompts are gone on from at once, and each is read once for all of its continuations.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from search.models.prefix import Prefix, Tokens, read


class Mode(StrEnum):
    """How continuations are chosen."""

    SAMPLE = "sample"
    BEAM = "beam"


@dataclass(frozen=True)
class Decoding:
    """How many continuations are made of a prompt, and how.

    Attributes:
        samples: of them; with BEAM also the number of beams.
        mode: SAMPLE draws each on its own; BEAM looks for the likeliest.
        temperature: of SAMPLE; 0 takes the likeliest token each time.
        top_p: SAMPLE leaves out the unlikely tokens that together have less than 1 - `top_p`.
        tokens: the most of one continuation, its end included.
    """

    samples: int = 16
    mode: Mode = Mode.SAMPLE
    temperature: float = 1.0
    top_p: float = 1.0
    tokens: int = 64


@dataclass(frozen=True)
class Continuation:
    """One continuation of a prompt.

    Attributes:
        tokens: with the token that ended it, if one did.
        log_prob: of all of them, by the model itself: at temperature 1 and with nothing left out.
        ended: whether the model ended it; else it was cut.
    """

    tokens: Tokens
    log_prob: float
    ended: bool


def decode(
    model: Any,
    prompts: Sequence[Tokens],
    how: Decoding,
    ends: Collection[int],
    seeds: Sequence[int],
) -> list[list[Continuation]]:
    """`how.samples` continuations (at most, with BEAM) of each prompt.

    Args:
        model: a causal model of transformers.
        prompts: B of them, each of at least one token.
        ends: the tokens that end a continuation.
        seeds: B numbers. What is drawn for a prompt depends on its own seed only.
    """
    import torch

    with torch.inference_mode():
        prefix = read(model, prompts)
        if how.mode is Mode.BEAM:
            return _beams(model, prefix, how, ends)
        return _samples(model, prefix, how, ends, seeds)


def _sampled(logits: Any, uniform: Any, how: Decoding) -> Any:
    """One token a row, [R] int64. `logits`: [R, V]. `uniform`: [R], from 0 to 1."""
    import torch

    if not how.temperature:
        return logits.argmax(-1)
    ranked, tokens = (
        (logits / how.temperature).softmax(-1).sort(dim=-1, descending=True, stable=True)
    )
    below = ranked.double().cumsum(-1)
    # As many of the likeliest tokens as it takes to have top_p together, and one at least.
    kept = (below - ranked < how.top_p).sum(-1, keepdim=True).clamp(min=1)
    mass = below.gather(-1, kept - 1)
    which = torch.searchsorted(below, uniform[:, None] * mass, right=True)
    return tokens.gather(-1, torch.minimum(which, kept - 1))[:, 0]


def _samples(
    model: Any, prefix: Prefix, how: Decoding, ends: Collection[int], seeds: Sequence[int]
) -> list[list[Continuation]]:
    import torch

    draws = torch.cat(
        [
            torch.rand(
                how.samples,
                how.tokens,
                generator=torch.Generator().manual_seed(seed),
                dtype=torch.float64,
            )
            for seed in seeds
        ]
    ).to(model.device)
    rows = _Rows(model, prefix, how.samples)
    made: list[list[int]] = [[] for _ in range(len(seeds) * how.samples)]
    log_probs = [0.0] * len(made)
    alive = list(range(len(made)))
    ended: set[int] = set()
    for step in range(how.tokens):
        chosen = _sampled(rows.logits, draws[alive, step], how)
        steps = rows.logits.log_softmax(-1).gather(-1, chosen[:, None])[:, 0].tolist()
        tokens = chosen.tolist()
        for row, token, value in zip(alive, tokens, steps, strict=True):
            made[row].append(token)
            log_probs[row] += value
        ended.update(row for row, token in zip(alive, tokens, strict=True) if token in ends)
        going = [place for place, row in enumerate(alive) if row not in ended]
        alive = [alive[place] for place in going]
        if not alive or step + 1 == how.tokens:
            break
        rows.go_on(going, [tokens[place] for place in going])
    all_made = [
        Continuation(tuple(tokens), log_prob, row in ended)
        for row, (tokens, log_prob) in enumerate(zip(made, log_probs, strict=True))
    ]
    return [all_made[i : i + how.samples] for i in range(0, len(all_made), how.samples)]


@dataclass(frozen=True)
class _Beam:
    prompt: int
    tokens: Tokens
    log_prob: float


def _beams(
    model: Any, prefix: Prefix, how: Decoding, ends: Collection[int]
) -> list[list[Continuation]]:
    """Beam search by plain log-probability: nothing that goes on can become likelier."""
    count = prefix.logits.shape[0]
    rows = _Rows(model, prefix, 1)
    beams = [_Beam(prompt, (), 0.0) for prompt in range(count)]
    done: list[list[Continuation]] = [[] for _ in range(count)]
    for step in range(how.tokens):
        nexts: list[tuple[int, _Beam]] = []
        by_prompt: dict[int, list[tuple[int, _Beam]]] = {}
        for row, beam in _extended(rows, beams, how.samples + len(ends)):
            by_prompt.setdefault(beam.prompt, []).append((row, beam))
        for prompt, found in by_prompt.items():
            found.sort(key=lambda pair: -pair[1].log_prob)
            going = [pair for pair in found if pair[1].tokens[-1] not in ends]
            done[prompt] += [
                Continuation(beam.tokens, beam.log_prob, True)
                for _, beam in found
                if beam.tokens[-1] in ends
            ]
            done[prompt].sort(key=lambda each: -each.log_prob)
            del done[prompt][how.samples :]
            worst = done[prompt][-1].log_prob if len(done[prompt]) == how.samples else -float("inf")
            nexts += [pair for pair in going[: how.samples] if pair[1].log_prob > worst]
        beams = [beam for _, beam in nexts]
        if not beams or step + 1 == how.tokens:
            break
        rows.go_on([row for row, _ in nexts], [beam.tokens[-1] for beam in beams])
    for beam in beams:
        if len(done[beam.prompt]) < how.samples:
            done[beam.prompt].append(Continuation(beam.tokens, beam.log_prob, False))
    return done


def _extended(rows: _Rows, beams: Sequence[_Beam], most: int) -> list[tuple[int, _Beam]]:
    """Each beam with each of its likeliest next tokens, and the row that it came from."""
    steps = rows.logits.log_softmax(-1)
    values, tokens = steps.topk(min(most, steps.shape[-1]), dim=-1)
    return [
        (row, _Beam(beam.prompt, (*beam.tokens, token), beam.log_prob + value))
        for row, (beam, its_tokens, its_values) in enumerate(
            zip(beams, tokens.tolist(), values.tolist(), strict=True)
        )
        for token, value in zip(its_tokens, its_values, strict=True)
    ]


class _Rows:
    """Continuations under way, one a row of the model's cache.

    `logits`: [R, V] float32, of each one's next token.
    """

    def __init__(self, model: Any, prefix: Prefix, copies: int) -> None:
        self._model, self._cache = model, prefix.cache
        self._mask, self._position = prefix.mask, prefix.lengths
        self.logits = prefix.logits
        if copies > 1:
            self._cache.batch_repeat_interleave(copies)
            self._mask = self._mask.repeat_interleave(copies, 0)
            self._position = self._position.repeat_interleave(copies, 0)
            self.logits = self.logits.repeat_interleave(copies, 0)

    def go_on(self, rows: Sequence[int], tokens: Sequence[int]) -> None:
        """Keep these rows, in this order and as often as they come; add a token to each."""
        import torch

        device = self._model.device
        if list(rows) != list(range(self._mask.shape[0])):
            kept = torch.tensor(rows, device=device)
            self._cache.batch_select_indices(kept)
            self._mask, self._position = self._mask[kept], self._position[kept]
        self._mask = torch.cat([self._mask, self._mask.new_ones(len(rows), 1)], dim=1)
        answer = self._model(
            input_ids=torch.tensor(tokens, device=device)[:, None],
            attention_mask=self._mask,
            position_ids=self._position[:, None],
            past_key_values=self._cache,
            use_cache=True,
        )
        self._cache, self._position = answer.past_key_values, self._position + 1
        self.logits = answer.logits[:, -1].float()
