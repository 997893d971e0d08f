"""What is known of a library, and how it is kept between runs."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from formalmath.errors import ToolchainError
from formalmath.lean.lake_toolchain import LakeToolchain
from formalmath.verify.library import in_order
from formalmath.verify.readers import read_all
from formalmath.verify.trusted import Trusted, load_trusted
from tests.lake_project import build_module

pytestmark = pytest.mark.usefixtures("lake")
# Without Lean's own library, which takes seconds to be read.
BASE = "prelude\ninductive E : Prop where | i\ntheorem base : E := .i\n"
CHEAT = BASE.replace("theorem base : E := .i", "axiom cheat : E\ntheorem base : E := cheat")
USER = "prelude\nimport Mine.Base\ntheorem user : E := base\n"


class Reads:
    """Loads a project's library and counts the modules that are read anew."""

    def __init__(self, project: Path, cache: Path) -> None:
        self._project, self._cache = project, cache

    def __call__(self, *modules: str) -> tuple[Trusted, int]:
        seen: list[tuple[int, int]] = []
        path = LakeToolchain.open(self._project).library.lean_path
        trusted = load_trusted(path, modules, self._cache, lambda *at: seen.append(at))
        assert [done for done, _ in seen] == list(range(1, len(seen) + 1))
        assert all(total == len(seen) for _, total in seen)
        return trusted, len(seen)


@pytest.fixture
def reads(project: Path, tmp_path: Path) -> Reads:
    build_module(project, "Mine.Base", BASE)
    build_module(project, "Mine.User", USER)
    return Reads(project, tmp_path / "cache")


def test_only_what_changed_is_read_again(project: Path, reads: Reads) -> None:
    first, count = reads("Mine.User")
    assert count == 2
    assert first.constants["user"].axioms == frozenset()
    again, count = reads("Mine.User")
    assert (again, count) == (first, 0)
    before = LakeToolchain.open(project).environment_hash
    build_module(project, "Mine.Base", CHEAT)
    changed, count = reads("Mine.User")
    assert count == 2, "the module and what imports it"
    assert changed.constants["user"].axioms == {"cheat"}
    assert LakeToolchain.open(project).environment_hash != before
    build_module(project, "Mine.Base", BASE)
    assert reads("Mine.User")[0] == first


def test_a_damaged_cache_is_read_anew(project: Path, reads: Reads, tmp_path: Path) -> None:
    build_module(project, "Mine.Top", "prelude\nimport Mine.User\n")
    first, count = reads("Mine.Top")
    assert count == 3
    (file,) = (tmp_path / "cache").iterdir()
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines[:-2], b"[1, 2]\n", lines[-1][:40]]))
    assert reads("Mine.Top") == (first, 2)
    file.write_bytes(b"\xff\xfe")
    assert reads("Mine.Top") == (first, count)


def test_a_cache_that_cannot_be_written_costs_time_only(reads: Reads, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    assert reads("Mine.User")[0].constants["user"].kind == "theorem"


def test_a_missing_or_damaged_module_is_named(project: Path, reads: Reads) -> None:
    with pytest.raises(ToolchainError, match=r"no module Mine\.Nowhere.*lake build"):
        reads("Mine.Nowhere")
    base = build_module(project, "Mine.Base", BASE)
    base.write_bytes(base.read_bytes()[:-64])
    with pytest.raises(ToolchainError, match=r"Mine.Base\.olean cannot be read"):
        reads("Mine.User")
    base.unlink()
    with pytest.raises(ToolchainError, match=r"no module Mine\.Base"):
        reads("Mine.User")


def test_imports_in_a_circle_end(project: Path, reads: Reads, tmp_path: Path) -> None:
    saved = build_module(project, "Mine.Else", "prelude\nimport Mine.Base\n").read_bytes()
    other = build_module(project, "Mine.Else", "prelude\n")
    build_module(project, "Mine.Base", BASE.replace("prelude", "prelude\nimport Mine.Else"))
    other.write_bytes(saved)
    with pytest.raises(ToolchainError, match="circle"):
        reads("Mine.User")


def test_reading_can_be_stopped(project: Path, reads: Reads, tmp_path: Path) -> None:
    stop = threading.Event()
    path = LakeToolchain.open(project).library.lean_path
    with pytest.raises(ToolchainError, match="stopped"):
        load_trusted(path, ["Mine.User"], tmp_path / "c", lambda *_: stop.set(), stop)
    assert not list((tmp_path / "c").iterdir()), "half of a library is not kept"


def test_a_reader_that_dies_is_an_error(project: Path, reads: Reads) -> None:
    path = LakeToolchain.open(project).library.lean_path
    parts = [each.parts for each in in_order(path, ["Mine.User"])]
    with read_all(parts * 100) as summaries:  # more than are read ahead
        next(summaries)
        for child in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
            for pid in child.read_text().split():
                if "summary.py" in Path(f"/proc/{pid}/cmdline").read_text():
                    os.kill(int(pid), 9)
        with pytest.raises(ToolchainError, match="died"):
            list(summaries)
