"""Verdicts, proofs and checks on a Lake project, as far as a pretend one shows them.

It starts the embedded Lean in place of the project's own, and our replay in place of `leanchecker`.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from formalmath.doctor import examine
from formalmath.errors import CanaryError
from formalmath.lean.compiled import Compiled, Compiler
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.lake_toolchain import LakeToolchain
from formalmath.lean.theorem import Theorem
from formalmath.sandbox import find_sandbox
from formalmath.verify import olean
from formalmath.verify.verdict import (
    Cause,
    Inconclusive,
    Layer,
    Reason,
    Rejected,
    Verdict,
    Verified,
)
from formalmath.verify.verifier import Verifier
from tests.command_line import run_command
from tests.lake_project import build_module, make_elan, write_checker, write_lake, write_program

pytestmark = pytest.mark.timeout(300)
OTHER = "4.34.0"
TRUE = Theorem("T", "import Init\n", "theorem T (p q : Prop) (hp : p) (hq : q) : p ∧ q")
FALSE = Theorem("T", "import Init\n", "theorem T : 1 = 2")
UNCHECKED = (
    f"{FALSE.prefix}set_option debug.skipKernelTC true in\n{FALSE.statement} := by decide +kernel\n"
)


@pytest.fixture(scope="module")
def own_elan(toolchain: EmbeddedToolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A toolchain with a checker."""
    elan = make_elan(tmp_path_factory.mktemp("elan") / "own", toolchain)
    write_checker(elan, elan / "bin" / "leanchecker")
    return elan


@pytest.fixture
def checking(
    own_elan: Path, bin_folder: Path, toolchain: EmbeddedToolchain, project: Path
) -> LakeToolchain:
    """A project whose Lean our replayer does not know, and that has a checker; in the sandbox."""
    write_lake(bin_folder, own_elan, toolchain)
    return replace(LakeToolchain.open(project, find_sandbox()), version=OTHER)


def judged(toolchain: LakeToolchain, theorem: Theorem, *tactics: str) -> Verdict:
    async def run() -> Verdict:
        async with Verifier(toolchain) as verifier:
            return await verifier.verify(theorem, tactics)

    return asyncio.run(run())


def judged_file(toolchain: LakeToolchain, text: str, *off: Layer) -> Verdict:
    async def run() -> Verdict:
        async with Verifier(toolchain, off=frozenset(off)) as verifier:
            challenge = f"{FALSE.prefix}{FALSE.statement} := sorry\n"
            return await verifier.verify_file(challenge, text, "T")

    return asyncio.run(run())


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize("sandbox", ["auto", "none"])
def test_of_lean_as_we_know_it_no_layer_is_off(project: Path, sandbox: str) -> None:
    opened = LakeToolchain.open(project, find_sandbox(sandbox))
    verdict = judged(opened, TRUE, "exact ⟨hp, hq⟩")
    assert isinstance(verdict, Verified), verdict
    assert set(verdict.evidence.off) == (set() if opened.sandbox else {Layer.SANDBOX})
    assert set(verdict.evidence.layers) | set(verdict.evidence.off) == set(Layer)
    refused = judged(opened, FALSE, "sorry")
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.SORRY


@pytest.mark.usefixtures("lake")
def test_without_a_way_to_the_kernel_the_verdict_says_so(project: Path) -> None:
    opened = replace(LakeToolchain.open(project), version=OTHER)
    verdict = judged(opened, TRUE, "exact ⟨hp, hq⟩")
    assert isinstance(verdict, Verified), verdict
    why = verdict.evidence.off[Layer.REPLAY]
    assert OTHER in why
    assert "no leanchecker" in why
    assert Layer.REPLAY not in verdict.evidence.layers
    # What that means: this layer alone would have noticed, but for the gate.
    assert isinstance(judged_file(opened, UNCHECKED, Layer.SOURCE), Verified)
    refused = judged_file(opened, UNCHECKED)
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.SOURCE


def test_the_projects_own_checker_replays(checking: LakeToolchain) -> None:
    verdict = judged(checking, TRUE, "exact ⟨hp, hq⟩")
    assert isinstance(verdict, Verified), verdict
    assert verdict.evidence.layers == tuple(Layer)
    refused = judged_file(checking, UNCHECKED, Layer.SOURCE)
    assert isinstance(refused, Rejected), refused
    assert refused.reason is Reason.KERNEL
    assert "(kernel)" in refused.detail


def test_a_checker_of_an_older_lean_is_found_where_lake_builds_it(
    project: Path, checking: LakeToolchain, own_elan: Path
) -> None:
    built = project / ".lake/packages/lean4checker/.lake/build/bin/lean4checker"
    write_program(built, "#!/bin/sh\nexit 0\n")
    library = checking.library
    assert library.checker is not None
    assert str(own_elan) in " ".join(library.checker("M", Path("/tmp")).argv), "Lean's own first"
    older = replace(checking, paths={**checking.paths, "LEAN_SYSROOT": (project,)}, sandbox=None)
    assert older.library.checker is not None
    command = older.library.checker("M", Path("/tmp/x"))
    assert command.argv == (str(built), "M")
    assert command.environment()["LEAN_PATH"].split(":")[0] == "/tmp/x"


@pytest.mark.parametrize(
    ("script", "cause"),
    [("exit 1", "not judged as it should be"), ("kill -9 $$", "not judged as it should be")],
)
def test_a_checker_that_fails_gives_no_verdict(
    checking: LakeToolchain, project: Path, script: str, cause: str
) -> None:
    broken = broken_checker(checking, project, script)
    verdict = judged(broken, TRUE, "exact ⟨hp, hq⟩")
    assert isinstance(verdict, Inconclusive), verdict
    assert verdict.cause is Cause.INFRA
    assert cause in verdict.detail


def test_a_checker_that_accepts_all_is_found_out(checking: LakeToolchain, project: Path) -> None:
    with pytest.raises(CanaryError, match="replay"):
        judged(broken_checker(checking, project, "exit 0"), TRUE, "exact ⟨hp, hq⟩")


def broken_checker(toolchain: LakeToolchain, project: Path, script: str) -> LakeToolchain:
    """The same, with a checker of the project's own."""
    built = project / ".lake" / "build" / "bin" / "lean4checker"
    write_program(built, f"#!/bin/sh\n{script}\n")
    broken = project.parent / "elan"
    (sysroot,) = toolchain.paths["LEAN_SYSROOT"]
    (broken / "bin").mkdir(parents=True)
    for part in ("lib", "bin/lean"):
        (broken / part).symlink_to(sysroot / part)
    paths = {**toolchain.paths, "LEAN_SYSROOT": (broken,)}
    return replace(toolchain, paths=paths, sandbox=None)


@pytest.mark.usefixtures("lake")
def test_a_lean_whose_files_are_not_known_gives_no_verdict(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(olean, "VERSIONS", ((4, 22), (4, 34)))
    opened = LakeToolchain.open(project)
    for theorem, tactic in ((TRUE, "exact ⟨hp, hq⟩"), (FALSE, "sorry")):
        verdict = judged(opened, theorem, tactic)
        assert isinstance(verdict, Inconclusive), verdict
        assert verdict.cause is Cause.INFRA
        assert "not compiled by Lean 4.22 to 4.34" in verdict.detail


@pytest.mark.usefixtures("lake")
def test_an_axiom_of_the_project_counts_when_it_is_built_anew(project: Path) -> None:
    theorem = Theorem("T", "import Mine\n", "theorem T : 1 = 1")
    build_module(project, "Mine", "theorem mine : 1 = 1 := rfl\n")
    assert isinstance(judged(LakeToolchain.open(project), theorem, "exact mine"), Verified)
    build_module(project, "Mine", "axiom mine : 1 = 1\n")
    refused = judged(LakeToolchain.open(project), theorem, "exact mine")
    assert isinstance(refused, Rejected)
    assert (refused.reason, refused.detail) == (Reason.AXIOM, "it rests on the axiom `mine`")


@pytest.mark.usefixtures("lake")
def test_a_damaged_library_is_nobodys_fault(project: Path) -> None:
    theorem = Theorem("T", "import Mine\n", "theorem T : 1 = 1")
    base = build_module(project, "Mine", "theorem mine : 1 = 1 := rfl\n")
    base.write_bytes(base.read_bytes()[:-512])
    verdict = judged(LakeToolchain.open(project), theorem, "exact mine")
    assert isinstance(verdict, Inconclusive), verdict
    assert verdict.cause is Cause.INFRA


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize("sandbox", [(), ("--no-sandbox",)])
def test_the_commands_work_in_a_project(project: Path, sandbox: tuple[str, ...]) -> None:
    text = "import Mathlib\n\ntheorem easy_add (n : ℕ) : n + 0 = n := by sorry\n"
    (project / "easy.lean").write_text(text)
    (project / "done.lean").write_text(text.replace("by sorry", "rfl"))
    proved = run_command("prove", "easy.lean", "--out", "out", *sandbox, cwd=project)
    assert proved.code == 0, proved.err
    assert "theorem" in (project / "out" / "completed" / "easy.lean").read_text()
    checked = run_command("check", "done.lean", *sandbox, cwd=project)
    assert checked.code == 0, checked.out + checked.err
    assert "1 theorem, standard axioms only" in checked.out
    verified = run_command("verify", "done.lean", "--json", *sandbox, cwd=project)
    assert verified.code == 0, verified.out + verified.err
    (verdict,) = json.loads(verified.out)["theorems"]
    assert verdict["verdict"] == "VERIFIED"
    assert set(verdict["off"]) == ({"sandbox"} if sandbox else set())
    refused = run_command("verify", "easy.lean", *sandbox, cwd=project)
    assert refused.code == 1
    assert "REJECTED (sorry)" in refused.out
    if sandbox:
        assert "without sandbox" in refused.out


@pytest.mark.usefixtures("lake")
def test_the_doctor_says_how_proofs_reach_the_kernel(
    project: Path, monkeypatch: pytest.MonkeyPatch, own_elan: Path
) -> None:
    def kernel() -> list[str]:
        findings = [f for f in examine(str(project)) if f.what.startswith(("kernel", "verify"))]
        return [f"{finding.what} {finding.mend}" for finding in findings]

    assert kernel() == ["kernel replay: with this Lean's own library "]
    monkeypatch.setattr("formalmath.lean.lake_toolchain.LEAN_VERSION", OTHER)
    (off,) = kernel()
    assert "off (the replay knows Lean 4.34.0" in off
    assert "leanchecker" in off
    write_program(project / ".lake/build/bin/lean4checker", "#!/bin/sh\n")
    assert kernel() == ["kernel replay: with the checker of this Lean or project "]
    monkeypatch.setattr(olean, "VERSIONS", ((4, 22), (4, 34)))
    (unknown,) = kernel()
    assert "compiled files of Lean 4.35.0 are not known" in unknown


class Damaging(LakeToolchain):
    """Its Lean writes what the reader does not know, where the text asks for it."""

    def compiler(self) -> Compiler:
        return _Damaging(super().compiler())


class _Damaging:
    def __init__(self, inner: Compiler) -> None:
        self._inner = inner

    async def compile(self, text: str, timeout_s: float, file_mb: int) -> Compiled:
        compiled = await self._inner.compile(text, timeout_s, file_mb)
        if "-- unknown" not in text:
            return compiled
        return replace(compiled, parts=tuple(part[:0x60] for part in compiled.parts))

    async def close(self) -> None:
        await self._inner.close()


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize("version", [olean.TESTED, OTHER])
def test_what_the_reader_does_not_know_of_another_lean_is_no_fault(
    project: Path, version: str
) -> None:
    opened = LakeToolchain.open(project)
    damaging = Damaging(**{**vars(opened), "version": version})
    verdict = judged(damaging, TRUE, "exact ⟨hp, hq⟩ -- unknown")
    if version == olean.TESTED:
        assert isinstance(verdict, Rejected), verdict
        assert verdict.reason is Reason.MALFORMED
    else:
        assert isinstance(verdict, Inconclusive), verdict
        assert verdict.cause is Cause.INFRA
        assert "tested with Lean" in verdict.detail
