"""A real Lean in every sandbox: it works as outside, and what a candidate makes it do stays inside.

Lean runs native code of its own library for a candidate that declares a function by its name:
the embedded core lacks `IO`, yet `IO.FS.writeFile` and `IO.Process.spawn` are there for the taking.
"""

from __future__ import annotations

import asyncio
import os
import stat
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from formalmath.lean.compile import compile_text
from formalmath.lean.elaborator import ChunkReport, Elaborator, Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.lake_toolchain import LakeToolchain
from formalmath.limits import Limits
from formalmath.sandbox import Kind, Sandbox
from formalmath.sandbox.find import examine
from tests.real_lean import use

GOOD = "example : 1 + 1 = 2 := by decide"
WRONG = "example : 1 + 1 = 3 := by decide"
GREEDY = (
    "set_option maxHeartbeats 0 in\nexample : (List.range 30000000).length = 0 := by decide +kernel"
)
ENDLESS = "#eval many (fun _ => 1) 1000000000000000 0"

ARMS = """\
import Mathlib
set_option linter.all false
inductive Res where | ok (n : Nat) | bad (n : Nat)
instance : Inhabited Res := ⟨.ok 1⟩
inductive Stdio where | piped | inherit | null
structure StdioConfig where
  (stdin stdout stderr : Stdio)
structure Start extends StdioConfig where
  cmd : String
  args : Array String
  cwd : Option String
  env : Array (String × Option String)
  inheritEnv : Bool
  setsid : Bool
def start (cmd : String) (args : Array String) : Start :=
  ⟨⟨.null, .null, .null⟩, cmd, args, none, #[], true, true⟩
@[extern "x"] opaque IO.FS.writeFile (file text : @& String) (w : Unit) : Res
@[extern "x"] opaque IO.FS.readFile (file : @& String) (w : Unit) : Res
@[extern "x"] opaque IO.Process.spawn (s : Start) (w : Unit) : Res
@[extern "x"] opaque IO.Process.exit (type code : Nat) (w : Unit) : Res
@[extern "x"] opaque IO.getEnv (name : @& String) (w : Unit) : Res
def did (r : Res) : Nat := match r with | .ok _ => 1 | .bad _ => 0
def found (r : Res) : Nat := match r with | .ok _ => 0 | .bad _ => 1
def many (act : Unit → Nat) : Nat → Nat → Nat
  | 0, sum => sum
  | n + 1, sum => many act n (sum + act ())
def twice (n : Nat) (text : String) : String :=
  match n with | 0 => text | n + 1 => twice n (text ++ text)
"""


@pytest.fixture(params=list(Kind))
def sandbox(request: pytest.FixtureRequest) -> Sandbox:
    """Each mechanism that holds here."""
    found, why = examine(request.param)
    if found is None:
        pytest.skip(f"{request.param} does not hold on this machine: {why}")
    return found


@pytest.fixture
def confined(toolchain: EmbeddedToolchain, sandbox: Sandbox) -> EmbeddedToolchain:
    return replace(toolchain, sandbox=sandbox)


def elaborated(
    toolchain: EmbeddedToolchain | LakeToolchain,
    *chunks: str,
    limits: Limits | None = None,
    prefix: str = ARMS,
) -> list[ChunkReport]:
    return use(
        toolchain.elaborator, lambda lean: lean.elaborate(prefix, chunks, limits or Limits())
    )


def evaluated(toolchain: EmbeddedToolchain, *terms: str) -> list[str]:
    """What `#eval` says of each term."""
    reports = elaborated(toolchain, *(f"#eval {term}" for term in terms))
    assert {report.outcome for report in reports} == {Outcome.DONE}
    return ["; ".join(message.text for message in report.messages) for report in reports]


def arms(folder: Path) -> dict[str, str]:
    """Attacks, each of which evaluates to 1 where it works."""
    (folder / "secret").write_text("secret")
    return {
        "write": f'did (IO.FS.writeFile "{folder}/written" "hi" ())',
        "overwrite": f'did (IO.FS.writeFile "{folder}/secret" "hi" ())',
        "read": f'did (IO.FS.readFile "{folder}/secret" ())',
        "users": 'did (IO.FS.readFile "/etc/passwd" ())',
        "start": f'did (IO.Process.spawn (start "/usr/bin/touch" #["{folder}/started"]) ())',
        "environment": 'found (IO.getEnv "FORMALMATH_TEST_SECRET" ())',
        "parent": f'did (IO.FS.readFile "/proc/{os.getpid()}/environ" ())',
    }


def test_the_attacks_work_without_a_sandbox(
    toolchain: EmbeddedToolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMALMATH_TEST_SECRET", "secret")
    attacks = arms(tmp_path)
    answers = evaluated(toolchain, *attacks.values())
    assert dict(zip(attacks, answers, strict=True)) == dict.fromkeys(attacks, "1")
    assert (tmp_path / "written").exists()


def test_no_attack_works_in_the_fork_server(
    confined: EmbeddedToolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMALMATH_TEST_SECRET", "secret")
    attacks = arms(tmp_path)
    answers = evaluated(confined, *attacks.values(), "1 + 1")
    assert dict(zip(attacks, answers, strict=False)) == dict.fromkeys(attacks, "0")
    assert answers[-1] == "2"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"secret": "secret"}


def test_no_attack_works_in_a_compile(
    confined: EmbeddedToolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMALMATH_TEST_SECRET", "secret")
    attacks = arms(tmp_path)
    text = ARMS + "\n".join(f"#eval {term}" for term in attacks.values())
    compiled = asyncio.run(compile_text(confined, text, 120))
    assert compiled.accepted
    assert [message.text for message in compiled.messages] == ["0"] * len(attacks)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"secret": "secret"}


def test_a_candidate_cannot_reach_the_server_that_started_it(confined: EmbeddedToolchain) -> None:
    frame = 'Content-Length: 20\\r\\n\\r\\n{\\"exit\\":1,\\"code\\":0}'
    terms = []
    for pid in ("1", "2", "3"):
        terms += [
            f'did (IO.FS.writeFile "/proc/{pid}/fd/1" "{frame}" ())',
            f'did (IO.FS.writeFile "/proc/{pid}/mem" "x" ())',
            f'did (IO.FS.readFile "/proc/{pid}/environ" ())',
        ]
    assert set(evaluated(confined, *terms)) == {"0"}


def test_good_and_wrong_are_told_apart_as_outside(
    toolchain: EmbeddedToolchain, confined: EmbeddedToolchain
) -> None:
    said = [
        [[message.text for message in report.errors] for report in elaborated(lean, GOOD, WRONG)]
        for lean in (toolchain, confined)
    ]
    assert said[0] == said[1]
    assert said[0][0] == []
    assert said[0][1]


def test_a_fork_bomb_starts_nothing_and_its_siblings_finish(confined: EmbeddedToolchain) -> None:
    marker = f"31{os.getpid()}"
    bomb = f'many (fun _ => did (IO.Process.spawn (start "/usr/bin/sleep" #["{marker}"]) ())) 999 0'
    reports = elaborated(confined, GOOD, f"#eval {bomb}", GOOD)
    assert [report.outcome for report in reports] == [Outcome.DONE] * 3
    assert [m.text for m in reports[1].messages] == ["0"]
    assert not reports[2].errors
    commands = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    assert not [command for command in commands if marker in command]


@pytest.mark.parametrize("end", ["", "\\n"])
def test_a_gigabyte_of_output_costs_only_its_candidate(
    confined: EmbeddedToolchain, end: str
) -> None:
    if confined.sandbox is not None and not confined.sandbox.kind.has_namespaces:
        pytest.skip("Landlock alone hides /proc, and with it the way around Lean's own output")
    flood = (
        f'let text := twice 20 "x{end}"; '
        'many (fun _ => did (IO.FS.writeFile "/proc/self/fd/1" text ())) 1000 0'
    )
    own = psutil.Process()
    before = own.memory_info().rss
    reports = elaborated(confined, GOOD, f"#eval {flood}", GOOD)
    assert [r.outcome for r in reports] == [Outcome.DONE, Outcome.CRASHED, Outcome.DONE]
    assert "printed" in reports[1].detail
    assert own.memory_info().rss - before < 200 << 20


def test_a_candidate_that_ends_lean_costs_only_itself(confined: EmbeddedToolchain) -> None:
    reports = elaborated(confined, GOOD, "#eval did (IO.Process.exit 0 0 ())", WRONG)
    assert reports[0].outcome is reports[2].outcome is Outcome.DONE
    assert reports[1].outcome is Outcome.CRASHED
    assert reports[2].errors


def test_time_and_memory_are_watched_from_outside(confined: EmbeddedToolchain) -> None:
    limits = Limits(wall_s=60, memory_mb=600)
    reports = elaborated(confined, GREEDY, GOOD, limits=limits)
    assert [r.outcome for r in reports] == [Outcome.OUT_OF_MEMORY, Outcome.DONE]
    reports = elaborated(confined, ENDLESS, GOOD, limits=Limits(wall_s=1))
    assert [r.outcome for r in reports] == [Outcome.TIMEOUT, Outcome.DONE]


def test_a_killed_server_leaves_nothing_and_the_next_call_starts_another(
    confined: EmbeddedToolchain,
) -> None:
    async def work(lean: Elaborator) -> None:
        running = asyncio.create_task(lean.elaborate(ARMS, [ENDLESS], Limits(wall_s=60)))
        await asyncio.sleep(2)
        assert not running.done()
        mine = psutil.Process().children(recursive=True)
        assert len(mine) >= 2
        next(process for process in mine if process.ppid() == os.getpid()).kill()
        assert [r.outcome for r in await running] == [Outcome.CRASHED]
        _, alive = psutil.wait_procs(mine, 5)
        assert not alive
        assert [r.outcome for r in await lean.elaborate(ARMS, [GOOD], Limits())] == [Outcome.DONE]

    use(confined.elaborator, work)


def test_a_request_in_the_sandbox_costs_no_more_than_outside(
    toolchain: EmbeddedToolchain, confined: EmbeddedToolchain
) -> None:
    async def fastest(lean: Elaborator) -> float:
        await lean.elaborate("", [GOOD], Limits())
        times = []
        for _ in range(12):
            start = time.perf_counter()
            await lean.elaborate("", [GOOD], Limits())
            times.append(time.perf_counter() - start)
        return min(times)

    outside, inside = (use(lean.elaborator, fastest) for lean in (toolchain, confined))
    # A request takes about 10 ms, so that another process at work may double it.
    assert inside < 1.5 * outside + 0.03


LAKE = """\
#!/bin/sh
# Of lake, what the toolkit asks before it goes into a sandbox.
test "$1" = env || exit 1
shift
test $# = 0 || { test "$1" = lean && shift && exec @lean "$@"; }
echo "LEAN_SYSROOT=@sysroot"
echo "LEAN_PATH=@path"
echo "LD_LIBRARY_PATH=@libraries"
echo "API_KEY=secret"
"""


@pytest.fixture
def lake_project(
    toolchain: EmbeddedToolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A Lake project, and on PATH a `lake` that leads to the embedded Lean."""
    project = tmp_path / "project"
    for folder in (project / ".lake", tmp_path / "bin", tmp_path / "sysroot" / "bin"):
        folder.mkdir(parents=True)
    (project / "lakefile.toml").write_text('name = "mine"\n')
    build = toolchain.build
    lean = tmp_path / "sysroot" / "bin" / "lean"
    script = build.lean.read_text().replace(sys.executable, os.path.realpath(sys.executable))
    lean.write_text(script.replace(str(build.lean), str(lean)))
    lake = tmp_path / "bin" / "lake"
    text = LAKE
    for word, path in {
        "@lean": build.lean,
        "@sysroot": tmp_path / "sysroot",
        "@path": build.lean_path.parent,
        "@libraries": build.library.parent,
    }.items():
        text = text.replace(word, str(path))
    lake.write_text(text)
    for file in (lean, lake):
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FORMALMATH_TEST_SECRET", "secret")
    return project


def test_a_lake_projects_lean_is_confined_too(
    lake_project: Path, sandbox: Sandbox, tmp_path: Path
) -> None:
    lean = LakeToolchain.open(lake_project, sandbox)
    (tmp_path / "aims").mkdir()
    attacks = arms(tmp_path / "aims")
    attacks["project"] = f'did (IO.FS.readFile "{lake_project}/lakefile.toml" ())'
    terms = [f"#eval {term}" for term in attacks.values()]
    compiled = asyncio.run(compile_text(lean, ARMS + "\n".join(terms), 120))
    assert compiled.accepted, compiled
    assert [message.text for message in compiled.messages] == ["0"] * len(attacks)
    if not sandbox.many:
        pytest.skip(f"{sandbox.kind} holds no language server, here")
    # A server may start processes, of its own sandbox: `touch` runs, and touches nothing outside.
    attacks.pop("start")
    reports = elaborated(lean, *(f"#eval {term}" for term in attacks.values()), WRONG)
    answers = [[message.text for message in report.messages] for report in reports]
    assert answers[:-1] == [["0"]] * len(attacks)
    assert reports[-1].errors
    assert [path.name for path in (tmp_path / "aims").iterdir()] == ["secret"]
