"""The imports at the beginning of a text, where they are plain to see, and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from formalmath.lean.tokens import scan

_IMPORTS = re.compile(r"(?:import +[A-Za-z_][\w.]*\s*\n)*", re.ASCII)
_GOES_ON = frozenset({"import", "public", "meta", "prelude", "module"})


class Header(NamedTuple):
    """What a text imports.

    Attributes:
        modules: in order, `Init` first, as Lean imports it unasked.
        size: of the header in bytes (it is ASCII).
    """

    modules: tuple[str, ...]
    size: int


@lru_cache(maxsize=256)
def plain_header(text: str) -> Header | None:
    """The header, if it is lines of `import A.B` from the first on; None if Lean has to read it."""
    found = _IMPORTS.match(text)
    assert found is not None  # it matches the empty string
    first = scan(text[found.end() :]).code[:1]
    if first and first[0].text in _GOES_ON:
        return None
    modules = (line.split()[1] for line in found[0].splitlines() if line.strip())
    return Header(("Init", *modules), found.end())
