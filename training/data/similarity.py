"""How alike two items are, and MinHash signatures of it, and nothing else.

What is compared: the question, without the template that all items of a task begin with, and the
answer, each as a set of shingles: runs of `SHINGLE` tokens (a word, a number, or one symbol); a
shorter text is one shingle. Two items are near-duplicates if their questions and their answers are
each at least as similar as the threshold by true Jaccard. Both count, as one number changed in a
question, or another tactic at the same state, makes another item. Of judgements (`correct or not`)
the answers must be equal: they differ in a word.

Sources: Broder 1997 (MinHash), Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4
(banding).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from datasketch import MinHash

from formalmath.informal.prompts import LEGACY, PROMPTS, Prompt
from training.example import Example

SHINGLE = 3
"""Tokens in a shingle."""

BANDS, ROWS = 25, 5
"""Two sets of Jaccard s share a band with probability 1 - (1 - s^ROWS)^BANDS: 0.990 at 0.7, 0.9999
at 0.8, 0.22 at 0.4."""

Hashes: TypeAlias = npt.NDArray[np.uint64]

_JUDGEMENTS = frozenset({Prompt.ORM, Prompt.PRM, Prompt.PAIRWISE})
_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPENINGS = tuple(
    sorted(
        {text.partition("{")[0] for wording in (PROMPTS, LEGACY) for text in wording.values()}
        - {""},
        key=len,
        reverse=True,
    )
)
_MIX = tuple(np.uint64(x) for x in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


@dataclass(frozen=True)
class Shingles:
    """The sets of an item: of its question and of its answer, each sorted and without repeats."""

    question: Hashes
    answer: Hashes


def shingles(example: Example) -> Shingles:
    """The sets that two items are compared by."""
    asked = [m.content for m in example.messages if m.role in ("user", "system")]
    said = [m.content for m in example.messages if m.role not in ("user", "system")]
    answer = "\n".join(said)
    whole = np.array([_word(answer)], dtype=np.uint64) if example.task in _JUDGEMENTS else None
    return Shingles(
        _hashed("\n".join(map(subject, asked))), _hashed(answer) if whole is None else whole
    )


def subject(question: str) -> str:
    """A question without the words that its task's template begins with."""
    opening = next((each for each in _OPENINGS if question.startswith(each)), "")
    return question[len(opening) :]


def jaccard(first: Hashes, second: Hashes) -> float:
    """Size of the intersection by that of the union; 1 for two empty sets."""
    common = len(np.intersect1d(first, second, assume_unique=True))
    union = len(first) + len(second) - common
    return common / union if union else 1.0


def similarity(first: Shingles, second: Shingles) -> float:
    """The lower of the Jaccard of the questions and that of the answers."""
    return min(jaccard(first.question, second.question), jaccard(first.answer, second.answer))


def signature(sets: Shingles) -> MinHash:
    """Of question and answer together, whose Jaccard is at least the lower of the two."""
    together = np.concatenate([sets.question, _mixed(sets.answer)])
    made = MinHash(BANDS * ROWS, hashfunc=int, scheme="affine64")
    made.update_batch(together.tolist())
    return made


def _hashed(text: str) -> Hashes:
    tokens = _TOKEN.findall(text)
    codes = np.fromiter(map(_word, tokens), dtype=np.uint64, count=len(tokens))
    run = min(SHINGLE, len(codes))
    if not run:
        return codes
    mixed = codes[: len(codes) - run + 1]
    for k in range(1, run):
        mixed = _mixed(mixed) + codes[k : len(codes) - run + 1 + k]
    return np.unique(_mixed(mixed))


def _mixed(values: Hashes) -> Hashes:
    """Each number scattered (the finaliser of splitmix64, one to one)."""
    values = values + _MIX[0]
    values = (values ^ (values >> np.uint64(30))) * _MIX[1]
    values = (values ^ (values >> np.uint64(27))) * _MIX[2]
    return values ^ (values >> np.uint64(31))


@lru_cache(maxsize=2**18)
def _word(token: str) -> int:
    digest = blake2b(token.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
