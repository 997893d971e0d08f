"""The real embedded Lean, and a place to leave nothing in, for every test that wants one."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from formalmath.lean.compile import compile_text
from formalmath.lean.elaborator import Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.messages import Message
from formalmath.lean.toolchain import find_toolchain
from tests.fault_world import left_behind, subreaper
from tests.lake_project import make_elan, make_project, write_lake
from tests.real_lean import MakeLean, fork_elaborator, server_elaborator
from tests.verify_world import World

COMPILE_S = 120.0


@pytest.fixture(scope="session")
def toolchain() -> EmbeddedToolchain:
    """The embedded Lean; built first, about a minute, if the user's cache has none."""
    return EmbeddedToolchain.ready()


@pytest.fixture(scope="session")
def lean_run(toolchain: EmbeddedToolchain) -> Callable[[str], list[Message]]:
    """Compile a text in a fresh Lean: its messages, in Lean's order."""

    def run(text: str) -> list[Message]:
        compiled = asyncio.run(compile_text(toolchain, text, COMPILE_S))
        if compiled.outcome is not Outcome.DONE:
            raise RuntimeError(f"Lean did not finish: {compiled.outcome} ({compiled.detail})")
        return list(compiled.messages)

    return run


@pytest.fixture(params=[fork_elaborator, server_elaborator], ids=["fork", "server"])
def make(request: pytest.FixtureRequest, toolchain: EmbeddedToolchain, tmp_path: Path) -> MakeLean:
    """Makes one elaborator, of each kind in turn. Close it; `use` does."""
    kind = request.param
    return lambda: kind(toolchain, tmp_path)


@pytest.fixture(scope="session")
def confined() -> EmbeddedToolchain:
    """The same in whatever sandbox this machine has."""
    found = find_toolchain("embedded")
    assert isinstance(found, EmbeddedToolchain)
    return found


@pytest.fixture(scope="module")
def world(
    toolchain: EmbeddedToolchain, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Compiled challenges and candidates, and what checks them."""
    world = World(toolchain, tmp_path_factory.mktemp("trusted"))
    yield world
    world.close()


@pytest.fixture(scope="session")
def elan(toolchain: EmbeddedToolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pretend elan toolchain; not to be changed."""
    return make_elan(tmp_path_factory.mktemp("elan") / "v4.35.0", toolchain)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder at the front of PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.fixture
def lake(bin_folder: Path, elan: Path, toolchain: EmbeddedToolchain) -> None:
    """A `lake` on PATH."""
    write_lake(bin_folder, elan, toolchain)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A Lake project that was built."""
    return make_project(tmp_path / "my project")


@pytest.fixture
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temp folder for the test, which must be empty in the end; and no process may live on."""
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    with subreaper():
        yield temp
        assert left_behind() == []
    assert list(temp.iterdir()) == []
