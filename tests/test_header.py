"""The imports that are plain to see; what is not, is left to Lean."""

from __future__ import annotations

import pytest

from formalmath.lean.header import Header, plain_header


@pytest.mark.parametrize(
    ("text", "modules", "size"),
    [
        ("", ("Init",), 0),
        ("open Nat\n", ("Init",), 0),
        ("import Mathlib\n", ("Init", "Mathlib"), 15),
        ("import A.B\n\nimport  C_1 \n\nopen Nat -- import D\n", ("Init", "A.B", "C_1"), 26),
        ("import A\n-- import B\ndef n := 1\n", ("Init", "A"), 9),
        ("import A\ndef imports := 1\n", ("Init", "A"), 9),
    ],
)
def test_lines_of_imports_are_read(text: str, modules: tuple[str, ...], size: int) -> None:
    assert plain_header(text) == Header(modules, size)


@pytest.mark.parametrize(
    "text",
    [
        "-- first\nimport A\n",
        "import A B\n",
        "import A -- why\nimport B\n",
        "import all A\n",
        "import «A b»\n",
        "module\npublic import A\n",
        "prelude\nimport A\n",
        "import A import B\n",
    ],
)
def test_all_else_is_left_to_lean(text: str) -> None:
    assert plain_header(text) is None
