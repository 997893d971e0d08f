"""The same goal and tactics with other letters for its variables, and nothing else.

What a variable is called says nothing about how a goal is proved. A model that is trained on few
goals learns so only if it sees them under several names.
"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Sequence

_LETTER = re.compile(r"(?<![A-Za-z0-9.'])[a-z](?![\w'])")
"""A name of one letter, also at the end of one that a rule made of it, such as `hr_n`."""
_KEPT = frozenset("h")
"""What rules call a hypothesis."""


def renamed(state: str, tactics: Sequence[str], draw: random.Random) -> tuple[str, list[str]]:
    """The state and the tactics, each letter of the state replaced by another throughout.

    A letter that only the tactics have stays, and none becomes it.
    """
    old = sorted(set(_LETTER.findall(state)) - _KEPT)
    own = {letter for tactic in tactics for letter in _LETTER.findall(tactic)} - {*old}
    free = sorted({*string.ascii_lowercase} - own - _KEPT)
    new = dict(zip(old, draw.sample(free, len(old)), strict=True)) if len(free) >= len(old) else {}

    def other(text: str) -> str:
        return _LETTER.sub(lambda found: new.get(found[0], found[0]), text)

    return other(state), [other(tactic) for tactic in tactics]
