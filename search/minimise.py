"""A proof made shorter by leaving out what it does not need, and nothing else.

Tried are: each tactic line with all that is indented below it, and each item of a list in brackets
behind `simp`, `rw`, `nlinarith` and their like. All that can go alone is tried together; if that
fails, the largest goes alone. Lean decides; what it accepts is still a candidate, as the proof was.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TypeAlias

from lean_dojo import ProofFinished

from formalmath.lean.dojo import TacticState
from formalmath.lean.tokens import Kind, Token, scan
from search.environment import Environment

Cut: TypeAlias = tuple[int, int]
"""Begin and end of a piece of text that may be left out."""

_TACTIC = re.compile(r"\n(?=\S)")
_ROUNDS = 8
_MOST_CUTS = 64
_LISTS = frozenset(
    {"simp", "simp_all", "simpa", "dsimp", "norm_num", "field_simp", "linarith", "nlinarith"}
    | {"rw", "erw", "only", "grind"}
)
"""Words before a list whose items may be left out."""


async def minimised(
    root: TacticState, environment: Environment, proof: Sequence[str], seconds: float
) -> tuple[str, ...]:
    """The shortest proof found in `seconds` of wall time; `proof` itself if there is none.

    Never raises for what Lean does with a shorter text.
    """
    best = "\n".join(proof)
    shorter = best
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            for _ in range(_ROUNDS if seconds else 0):
                if (shorter := await _shorter(root, environment, best)) == best:
                    break
                best = shorter
    return tuple(proof) if best == "\n".join(proof) else tuple(_TACTIC.split(best))


async def _shorter(root: TacticState, environment: Environment, text: str) -> str:
    """The text less what it does not need, as far as one round can tell."""
    cuts = list(cuts_of(text))[:_MOST_CUTS]
    good = [
        cut
        for cut, fine in zip(
            cuts,
            await _accepted(root, environment, [without(text, [cut]) for cut in cuts]),
            strict=True,
        )
        if fine
    ]
    if not good:
        return text
    together = without(text, good)
    largest = without(text, [max(good, key=lambda cut: cut[1] - cut[0])])
    [fine] = await _accepted(root, environment, [together])
    return together if fine else largest


async def _accepted(
    root: TacticState, environment: Environment, texts: Sequence[str]
) -> list[bool]:
    runs = await environment.run_tacs([(root, text) for text in texts])
    return [isinstance(run.result, ProofFinished) for run in runs]


def without(text: str, cuts: Sequence[Cut]) -> str:
    """The text without these pieces, which may overlap."""
    kept, at = list[str](), 0
    for start, end in sorted(cuts):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    return "".join([*kept, text[at:]]).strip("\n")


def cuts_of(text: str) -> Iterator[Cut]:
    """What may be left out of a proof, longest first."""
    cuts = {*_lines(text), *_items(text)}
    return iter(sorted(cuts, key=lambda cut: (cut[0] - cut[1], cut)))


def _lines(text: str) -> Iterator[Cut]:
    """Each line with the lines that are indented below it; never the whole text."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        depth, last = _depth(line), i + 1
        while last < len(lines) and (not lines[last].strip() or _depth(lines[last]) > depth):
            last += 1
        if (i, last) != (0, len(lines)):
            yield starts[i], starts[last]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _items(text: str) -> Iterator[Cut]:
    """Each item of a list behind a tactic that takes one; a list of one item as a whole."""
    code = scan(text).code
    for i, token in enumerate(code):
        if i and token.text == "[" and code[i - 1].text in _LISTS:
            commas, close = _commas(code, i)
            if close is None:
                continue
            edges = [token, *commas, close]
            if not commas:
                if code[i - 1].text != "only":
                    yield code[i - 1].end, close.end
                continue
            for k in range(len(edges) - 1):
                if k:
                    yield edges[k].start, edges[k + 1].start
                else:
                    follows = text[edges[1].end :]
                    yield edges[0].end, edges[1].end + len(follows) - len(follows.lstrip(" "))


def _commas(code: Sequence[Token], opening: int) -> tuple[list[Token], Token | None]:
    """The commas of the list that opens there, not those of lists inside it, and its end."""
    depth, commas = 0, list[Token]()
    for token in code[opening:]:
        if token.kind is Kind.STRING:
            continue
        if token.text in {"[", "(", "{", "⟨"}:
            depth += 1
        elif token.text in {"]", ")", "}", "⟩"}:
            depth -= 1
            if depth == 0:
                return commas, token
        elif token.text == "," and depth == 1:
            commas.append(token)
    return commas, None
