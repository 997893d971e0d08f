"""The way to a user's own Lean, with a `lake` of our own that starts the embedded one."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from formalmath.errors import ToolchainError
from formalmath.lean.compile import compile_text
from formalmath.lean.dojo import Dojo, TacticState
from formalmath.lean.elaborator import Elaborator, Outcome
from formalmath.lean.lake_toolchain import LakeToolchain, lake_project_above
from formalmath.lean.server_elaborator import ServerElaborator
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import find_toolchain
from formalmath.limits import Limits
from tests.lake_project import write_program
from tests.real_lean import use


@pytest.mark.usefixtures("lake")
def test_a_project_is_opened_with_its_version_and_a_hash(project: Path) -> None:
    opened = LakeToolchain.open(project)
    assert (opened.name, opened.version, opened.project) == ("lake", "4.35.0", project)
    assert opened.environment_hash == LakeToolchain.open(project).environment_hash
    (project / "lake-manifest.json").write_text("{}")
    assert opened.environment_hash != LakeToolchain.open(project).environment_hash


@pytest.mark.usefixtures("lake")
def test_a_file_is_compiled_by_the_projects_lean(project: Path) -> None:
    opened = LakeToolchain.open(project)
    text = "theorem t (p : Prop) (h : p) : p := h\nexample : 1 = 2 := by decide\n"
    compiled = asyncio.run(compile_text(opened, text, 60))
    assert compiled.outcome is Outcome.DONE
    assert [m.start.line for m in compiled.errors] == [2]


@pytest.mark.usefixtures("lake")
def test_tactics_are_tried_in_the_project(project: Path) -> None:
    opened = LakeToolchain.open(project)
    theorem = Theorem("t", "open Nat\n", "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q")
    assert isinstance(opened.elaborator(), ServerElaborator)

    async def work(lean: Elaborator) -> None:
        async with Dojo(theorem, lean, Limits(wall_s=2, heartbeats=0)) as (dojo, state):
            tactics = ["constructor", "repeat (have := trivial)", "exact ⟨hp, hq⟩"]
            split, hang, end = await dojo.run_tacs([(state, tactic) for tactic in tactics])
            assert isinstance(split.result, TacticState)
            assert hang.outcome is Outcome.TIMEOUT
            assert end.outcome is Outcome.DONE

    use(opened.elaborator, work)


@pytest.mark.usefixtures("lake")
def test_auto_chooses_the_built_project_around_the_working_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = project / "src" / "deep"
    inner.mkdir(parents=True)
    assert lake_project_above(inner) == project
    monkeypatch.chdir(inner)
    assert find_toolchain("auto", sandbox="none").name == "lake"
    assert find_toolchain("embedded", sandbox="none").name == "embedded"
    shutil.rmtree(project / ".lake")
    assert lake_project_above(inner) is None, "it was never built"
    assert find_toolchain("auto", sandbox="none").name == "embedded"
    assert find_toolchain(str(project), sandbox="none").name == "lake", "it was asked for"


def test_auto_without_lake_is_the_embedded_lean(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.chdir(project)
    assert lake_project_above(project) is None
    assert find_toolchain("auto", sandbox="none").name == "embedded"


@pytest.mark.usefixtures("lake")
def test_a_folder_without_lakefile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolchainError, match="has no lakefile"):
        LakeToolchain.open(tmp_path)


def test_a_path_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolchainError, match="no such folder"):
        find_toolchain(str(tmp_path / "none"), sandbox="none")


def test_a_missing_lake_is_named_with_the_mend(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ToolchainError, match=r"`lake` was not found.*\nor|Install elan"):
        LakeToolchain.open(project)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("#!/bin/sh\necho 'error: no such toolchain' >&2\nexit 1\n", "no such toolchain"),
        ("#!/bin/sh\necho hello\n", "hello"),
        ("#!/no/such/program\n", "failed"),
        ("#!/bin/sh\nprintf '\\377\\376 broken'; exit 3\n", "broken"),
    ],
)
def test_a_lake_that_fails_is_quoted(
    bin_folder: Path, project: Path, script: str, said: str
) -> None:
    write_program(bin_folder / "lake", script)
    with pytest.raises(ToolchainError, match=r"`lake env lean --version` in .* failed") as caught:
        LakeToolchain.open(project)
    assert said in str(caught.value)


def test_a_lake_that_does_not_answer_is_given_up(
    bin_folder: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formalmath.lean.lake_toolchain.VERSION_TIMEOUT_S", 0.5)
    write_program(bin_folder / "lake", "#!/bin/sh\nexec sleep 60\n")
    with pytest.raises(ToolchainError, match=r"timed out after 0\.5 s"):
        LakeToolchain.open(project)
