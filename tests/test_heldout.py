"""The held-out statements: each reads alone, true ones and look-alikes are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from formalmath.benchmarks import BENCHMARKS, heldout
from formalmath.errors import InputError
from formalmath.lean.source import sorry_theorems


def test_every_statement_stands_alone() -> None:
    problems = BENCHMARKS["heldout"]()
    assert len({p.name for p in problems}) == len(problems)
    assert sum(p.split == "true" for p in problems) >= 60
    assert sum(p.split == "false" for p in problems) >= 20
    for problem in problems:
        assert problem.header == problems[0].header
        assert problem.name.startswith("heldout_" if problem.split == "true" else "lookalike_")
        (alone,) = sorry_theorems(problem.text)
        assert (alone.prefix, alone.statement) == (problem.header, problem.statement)


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no .*true\.lean"):
        heldout.load(tmp_path)
    (tmp_path / "true.lean").write_text("theorem t : 1 = 1 := rfl\n")
    with pytest.raises(InputError, match="holds no theorem"):
        heldout.load(tmp_path)
