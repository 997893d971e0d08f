"""What a tactic prediction can do without a model: the usual tactics for a goal's head."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence

_RELATIONS = ("↔", "→", "∨", "∧", "=", "≠", "≤", "<", "≥", ">", "∣", "∈", "∉", "⊆", "≡", "≃", "⟶")
"""Those that bind least first."""
_WORD = re.compile(r"[(↑⇑]*([^\s()\[\]{}]+)")


def target(state: str) -> str:
    """What the first goal of a state is to prove."""
    goal = "\n" + state.split("\n\n")[0]
    return goal.partition("\n⊢ ")[2] or goal.strip()


def connective(text: str) -> str:
    """A leading quantifier or negation, else the relation that binds least; "" if none does."""
    if text[:1] in {"∀", "∃", "¬"}:
        return text[0]
    depth, found = 0, set()
    for word in text.split():
        if depth == 0:
            found.add(word)
        depth += sum(map(word.count, "([{⟨")) - sum(map(word.count, ")]}⟩"))
    return next((relation for relation in _RELATIONS if relation in found), "")


def heads(state: str) -> tuple[Hashable, ...]:
    """The goal's head: its connective with its first word, its connective, and nothing at all."""
    text = target(state)
    word, relation = _WORD.match(text), connective(text)
    return (relation, word[1] if word else ""), relation, None


class GoalHeads:
    """The most frequent tactics by goal head; where they are too few, those of the coarser head."""

    def __init__(self, pairs: Iterable[tuple[str, str]], most: int = 8) -> None:
        """`pairs`: states and tactics to learn from. `most`: tactics to give."""
        counts: dict[Hashable, Counter[str]] = defaultdict(Counter)
        for state, tactic in pairs:
            for head in heads(state):
                counts[head][tactic] += 1
        self._most = most
        # What was seen once says nothing about a head.
        self._usual = {
            head: [tactic for tactic, count in tactics.most_common(most) if count > 1]
            for head, tactics in counts.items()
        }

    def predict(self, state: str) -> Sequence[str]:
        """Tactics for a state, the likeliest first."""
        usual = [tactic for head in heads(state) for tactic in self._usual.get(head, ())]
        return list(dict.fromkeys(usual))[: self._most]
