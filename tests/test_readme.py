"""The README's tree names every module once, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("formalmath", "search", "training")


def test_the_tree_names_every_module() -> None:
    named: list[str] = []
    folder = ""
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"((?:formalmath|search|training)[\w/]*/)\s*$", line):
            folder = match[1]
        elif folder and (match := re.match(r"  (\w+\.py) {2,}\S", line)):
            named.append(folder + match[1])
        elif not line.startswith("  "):
            folder = ""
    modules = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if path.name != "__init__.py"
    ]
    assert sorted(named) == sorted(modules)
