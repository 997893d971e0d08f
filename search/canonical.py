"""When two goals are the same goal: keys that forget names, and nothing else.

What is merged: goals that differ only in the names of their hypotheses and in the order in which
Lean lists them. What is not: a name that a tactic can write and one that it cannot (`h✝`), since a
proof that mentions the first does not read at the second.

Why that is sound: a key is the goal's own text with every hypothesis renamed to its rank, by a
one-to-one renaming, so two goals with one key are each other's image under a renaming. Text
hides implicit arguments, so two goals may look alike and differ; then the proof of one fails at
the other. It never counts as proved, because every assembled proof is run again as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

from lean_dojo import Declaration, Goal

_IDENTIFIER = re.compile(r"«[^»]*»|[^\W\d][\w'!?₀-₉✝¹²³⁴-⁹⁰]*", re.UNICODE)
_SPACE = re.compile(r"\s+")
_ROUNDS = 3
INACCESSIBLE = "✝"


def replace_names(text: str, names: Mapping[str, str]) -> str:
    """Replace whole identifiers; `h.left` counts as `h` followed by a projection."""

    def replaced(match: re.Match[str]) -> str:
        if match.start() and text[match.start() - 1] == ".":
            return match[0]
        return names.get(match[0], match[0])

    return _IDENTIFIER.sub(replaced, text)


def ordered_names(goal: Goal) -> list[str]:
    """The goal's hypotheses, sorted by what is said about them and not by how they are named.

    Two hypotheses about which exactly the same is said keep their order of appearance.
    """
    # What is said about a name begins with its shape alone: all names look alike.
    blank = dict.fromkeys((d.ident for d in goal.assumptions), "#")
    colours = {
        d.ident: _digest(_accessible(d), replace_names(d.lean_type, blank))
        for d in goal.assumptions
    }
    for _ in range(_ROUNDS):
        colours = _refined(goal, colours)
    position = {d.ident: i for i, d in enumerate(goal.assumptions)}
    return sorted(colours, key=lambda name: (colours[name], position[name]))


def goal_key(goal: Goal) -> str:
    """A text that two goals share only if they are equal up to renaming and reordering."""
    names = ordered_names(goal)
    if len(names) < len(goal.assumptions):
        # Two hypotheses shown under one name: which is meant where cannot be told.
        return _plain(goal)
    ranks = {name: f"#{rank}" for rank, name in enumerate(names)}
    types = {d.ident: d for d in goal.assumptions}
    lines = [
        f"{_accessible(types[name])}{ranks[name]} : {_squeezed(types[name].lean_type, ranks)}"
        for name in names
    ]
    return "\n".join([*lines, f"⊢ {_squeezed(goal.conclusion, ranks)}"])


def renaming(source: Goal, target: Goal) -> dict[str, str]:
    """The names of `source` that are called otherwise in `target`; the two share a key."""
    if len({d.ident for d in source.assumptions}) < len(source.assumptions):
        return {}
    pairs = zip(ordered_names(source), ordered_names(target), strict=True)
    return {old: new for old, new in pairs if old != new}


def _refined(goal: Goal, colours: Mapping[str, str]) -> dict[str, str]:
    """Add to each name's colour how it occurs in every type and in the conclusion."""
    texts = [(d.ident, d.lean_type) for d in goal.assumptions] + [("⊢", goal.conclusion)]
    coloured = dict(colours)
    mentions: dict[str, list[str]] = {name: [] for name in colours}
    for owner, text in texts:
        found = set(_IDENTIFIER.findall(text)) & colours.keys()
        for name in found:
            marked = replace_names(text, {**coloured, name: "#self"})
            mentions[name].append(_digest(colours.get(owner, owner), marked))
    own = {d.ident: replace_names(d.lean_type, coloured) for d in goal.assumptions}
    return {name: _digest(colours[name], own[name], *sorted(mentions[name])) for name in colours}


def _accessible(declaration: Declaration) -> str:
    return INACCESSIBLE if INACCESSIBLE in declaration.ident else ""


def _squeezed(text: str, names: Mapping[str, str]) -> str:
    return _SPACE.sub(" ", replace_names(text, names))


def _plain(goal: Goal) -> str:
    lines = [f"{d.ident} : {d.lean_type}" for d in goal.assumptions]
    return _SPACE.sub(" ", "\n".join([*lines, f"⊢ {goal.conclusion}"]))


def _digest(*parts: str) -> str:
    text = "\0".join(_SPACE.sub(" ", part) for part in parts)
    return "#" + blake2b(text.encode(), digest_size=8).hexdigest()
