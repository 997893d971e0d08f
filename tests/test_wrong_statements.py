"""The statements that docs/minif2f.md calls wrong are, in Lean's eyes."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from formalmath.file_check import check_text
from formalmath.lean.embedded_toolchain import EmbeddedToolchain

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "lean" / "WrongStatements.lean"


def test_each_is_refuted_or_shown_vacuous(toolchain: EmbeddedToolchain) -> None:
    check = asyncio.run(check_text(toolchain, FILE.read_text(), 120))
    assert check.stands, check.compiled.errors
    shown = {re.sub("_is_(false|vacuous)$", "", name) for name in check.axioms}
    assert len(shown) == len(check.axioms) >= 5
    page = (ROOT / "docs" / "minif2f.md").read_text()
    section = page.partition("## Statements that are wrong")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == shown
