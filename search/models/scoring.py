"""How likely given continuations of a prompt are to a causal model, exactly; nothing else.

A prompt is read once for all its continuations. They form a tree, in which a common beginning
stands once, and the model reads the whole tree in one pass, where every token sees the prompt and
its own ancestors only (as in tree attention, SpecInfer, arXiv 2305.09781, section 4).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from search.models.prefix import Prefix, Tokens, batches, read

MOST_LOGITS = 1 << 26
"""Numbers that the model may answer with at once; a quarter of a GiB."""
_FEWEST = 64


@dataclass
class _Tree:
    """Continuations of one prompt as edges, one a token; an edge's source is the edge before it.

    Attributes:
        sources: of each edge; -1 is the prompt. A source comes before what it is a source of.
        tokens: of each edge.
        ends: for each continuation its place and its last edge.
    """

    sources: list[int] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    _known: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, place: int, continuation: Tokens) -> None:
        at = -1
        for token in continuation:
            edge = self._known.setdefault((at, token), len(self.tokens))
            if edge == len(self.tokens):
                self.sources.append(at)
                self.tokens.append(token)
            at = edge
        self.ends.append((place, at))

    def inner(self) -> list[int]:
        """The edges that something follows: what the model must read."""
        return sorted(set(self.sources) - {-1})


def score(
    model: Any, prompts: Sequence[Tokens], continuations: Sequence[Sequence[Tokens]]
) -> list[list[float]]:
    """The natural logarithm of the probability of each continuation of each prompt.

    Args:
        model: a causal model of transformers.
        prompts: B of them, each of at least one token.
        continuations: B lists; whoever wants the probability that a text ends gives it its end.

    Returns:
        B lists like `continuations`: sums of log-probabilities of all tokens.
    """
    import torch

    scores = [[0.0] * len(each) for each in continuations]
    with torch.inference_mode():
        sizes = [
            len(prompt) + sum(map(len, some))
            for prompt, some in zip(prompts, continuations, strict=True)
        ]
        for batch in batches(sizes):
            prefix = read(model, [prompts[place] for place in batch])
            most = max(_FEWEST, MOST_LOGITS // (prefix.logits.shape[-1] * len(batch)))
            rounds = [list(_trees(continuations[place], most)) for place in batch]
            count = max(map(len, rounds))
            for turn in range(count):
                trees = [each[turn] if turn < len(each) else _Tree() for each in rounds]
                for place, found in zip(
                    batch, _score(model, prefix, trees, turn + 1 == count), strict=True
                ):
                    for which, value in found:
                        scores[place][which] = value
    return scores


def one_by_one(model: Any, prompt: Tokens, continuation: Tokens) -> float:
    """What `score` gives for one continuation, by a plain pass with nothing shared or masked."""
    import torch

    with torch.inference_mode():
        ids = torch.tensor([[*prompt, *continuation]], device=model.device)
        steps = model(input_ids=ids).logits[0, len(prompt) - 1 : -1].float().log_softmax(-1)
        wanted = ids[0, len(prompt) :, None]
        return float(steps.gather(-1, wanted).sum())


def _trees(continuations: Sequence[Tokens], most: int) -> Iterator[_Tree]:
    """All of them in trees of about `most` tokens."""
    tree = _Tree()
    for place in sorted(range(len(continuations)), key=lambda place: continuations[place]):
        if tree.ends and len(tree.tokens) + len(continuations[place]) > most:
            yield tree
            tree = _Tree()
        tree.add(place, continuations[place])
    if tree.ends:
        yield tree


def _score(
    model: Any, prefix: Prefix, trees: Sequence[_Tree], last: bool
) -> list[list[tuple[int, float]]]:
    """The places and log-probabilities of one tree a prompt. `last`: the cache may be used up."""
    import torch

    inner = [tree.inner() for tree in trees]
    first = after = prefix.logits[:, None]
    if wide := max(map(len, inner)):
        ids, positions, mask = _input(prefix, trees, inner, wide)
        answer = model(
            input_ids=ids.to(model.device),
            attention_mask=_additive(mask, model),
            position_ids=positions.to(model.device),
            past_key_values=prefix.cache if last else copy.deepcopy(prefix.cache),
            use_cache=True,
        )
        after = answer.logits.float()
    totals = torch.cat([each.logsumexp(-1) for each in (first, after)], dim=1)
    found = []
    for row, (tree, read_edges) in enumerate(zip(trees, inner, strict=True)):
        slot = {edge: number + 1 for number, edge in enumerate(read_edges)} | {-1: 0}
        at = torch.tensor([slot[source] for source in tree.sources], dtype=torch.int64)
        token = torch.tensor(tree.tokens, dtype=torch.int64)
        at, token = at.to(first.device), token.to(first.device)
        chosen = torch.where(
            at == 0, first[row, 0, token], after[row, (at - 1).clamp(min=0), token]
        )
        steps = (chosen - totals[row, at]).tolist()
        sums: list[float] = []
        for source, step in zip(tree.sources, steps, strict=True):
            sums.append(step + (sums[source] if source >= 0 else 0.0))
        found.append([(place, sums[edge] if edge >= 0 else 0.0) for place, edge in tree.ends])
    return found


def _input(
    prefix: Prefix, trees: Sequence[_Tree], inner: Sequence[Sequence[int]], wide: int
) -> tuple[Any, Any, Any]:
    """Tokens [B, N], positions [B, N] and what each token sees [B, N, P + N], as tensors."""
    import torch

    rows, long = prefix.mask.shape
    lengths = prefix.lengths.tolist()
    ids = np.zeros((rows, wide), np.int64)
    positions = np.zeros((rows, wide), np.int64)
    sees = np.zeros((rows, wide, long + wide), np.bool_)
    sees[:, :, :long] = prefix.mask.cpu().numpy()[:, None] != 0
    sees[:, np.arange(wide), long + np.arange(wide)] = True
    for row, (tree, edges) in enumerate(zip(trees, inner, strict=True)):
        slot = {edge: number for number, edge in enumerate(edges)}
        for number, edge in enumerate(edges):
            ids[row, number] = tree.tokens[edge]
            positions[row, number] = lengths[row]
            if (source := tree.sources[edge]) >= 0:
                positions[row, number] = positions[row, slot[source]] + 1
                sees[row, number, long:] |= sees[row, slot[source], long:]
    return torch.from_numpy(ids), torch.from_numpy(positions), torch.from_numpy(sees)


def _additive(sees: Any, model: Any) -> Any:
    """[B, 1, N, P + N]: 0 where a token sees another, else the least number there is."""
    import torch

    mask = torch.zeros(sees.shape, dtype=model.dtype)
    return mask.masked_fill_(~sees, torch.finfo(model.dtype).min)[:, None].to(model.device)
