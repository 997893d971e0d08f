"""Every mechanism that this machine has, against attacks from inside and against its own kills."""

from __future__ import annotations

import asyncio
import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from formalmath.errors import InputError, LeanProcessError, SandboxError, ToolchainError
from formalmath.lean.process import Command, FramedProcess, run_to_end
from formalmath.sandbox import (
    Kind,
    Policy,
    ProbeReport,
    Processes,
    Sandbox,
    SandboxLimits,
    find,
    find_sandbox,
    probe,
)
from formalmath.sandbox.attack import ITEMS
from formalmath.sandbox.confine import FAILED
from formalmath.sandbox.find import examine

PYTHON = (sys.executable, "-I", "-S")


@pytest.fixture(params=list(Kind))
def sandbox(request: pytest.FixtureRequest) -> Sandbox:
    """Each mechanism that holds here."""
    found, why = examine(request.param)
    if found is None:
        pytest.skip(f"{request.param} does not hold on this machine: {why}")
    return found


@pytest.fixture
def roomy(sandbox: Sandbox) -> Sandbox:
    """Each mechanism that can hold programs which start others."""
    if not sandbox.many:
        pytest.skip(f"{sandbox.kind} holds no program that starts others, here")
    return sandbox


def run(
    sandbox: Sandbox, code: str, *args: object, policy: Policy | None = None, env: str = ""
) -> subprocess.CompletedProcess[str]:
    """A confined Python program."""
    variables = {"GIVEN": env} if env else {}
    command = Command((*PYTHON, "-c", code, *map(str, args)), variables)
    confined = sandbox.wrap(command, policy or Policy())
    return subprocess.run(
        confined.argv,
        env=confined.environment(),
        cwd=confined.cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def as_told_by(sandbox: Sandbox, code: int) -> int:
    """bubblewrap tells of a signal as a shell does."""
    return 128 - code if code < 0 and sandbox.kind is Kind.BUBBLEWRAP else code


def lives(marker: str) -> list[int]:
    """Processes that have this word on their command line."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        if any(marker in word for word in process.info["cmdline"] or ()):
            found.append(process.pid)
    return found


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


@functools.cache
def report(kind: Kind, many: bool) -> ProbeReport:
    return probe(Sandbox(kind, many), Processes.MANY if many else Processes.NONE)


def test_this_machine_has_a_sandbox() -> None:
    assert any(examine(kind)[0] for kind in Kind), {kind: examine(kind)[1] for kind in Kind}
    assert find_sandbox() is not None


@pytest.mark.parametrize("item", [item.__name__ for item in ITEMS])
def test_an_attack_from_inside_is_blocked(sandbox: Sandbox, item: str) -> None:
    found = report(sandbox.kind, sandbox.many)
    assert found.blocked[item], found.detail[item]


@pytest.mark.parametrize("item", [item.__name__ for item in ITEMS])
def test_a_program_that_may_start_no_other_is_blocked_too(sandbox: Sandbox, item: str) -> None:
    found = report(sandbox.kind, many=False)
    assert found.blocked[item], found.detail[item]


def test_the_probe_sees_that_nothing_is_blocked_without_a_sandbox() -> None:
    class Open(Sandbox):
        def wrap(self, command: Command, policy: Policy) -> Command:
            return command

    found = probe(Open(Kind.NAMESPACES))
    # Some machines forbid to trace what is not one's child.
    assert {item for item, blocked in found.blocked.items() if blocked} <= {"trace_outsider"}
    assert not found.holds


def test_the_probe_refuses_a_mechanism_that_does_not_start() -> None:
    class Broken(Sandbox):
        def wrap(self, command: Command, policy: Policy) -> Command:
            return Command(("sh", "-c", "echo no such namespace >&2; exit 1"))

    found = probe(Broken(Kind.NAMESPACES))
    assert not found.holds
    assert found.fault() == "start: no such namespace"


def test_without_a_mechanism_it_refuses_in_one_line_with_the_mend_and_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(find, "examine", lambda kind: (None, "forbidden here"))
    find_sandbox.cache_clear()
    try:
        with pytest.raises(SandboxError) as caught:
            find_sandbox()
    finally:
        find_sandbox.cache_clear()
    assert isinstance(caught.value, ToolchainError)
    said = str(caught.value)
    assert "\n" not in said
    for word in ("apt-get install bubblewrap", "--no-sandbox", "namespaces: forbidden here"):
        assert word in said


def test_only_the_explicit_wish_gives_no_sandbox() -> None:
    assert find_sandbox("none") is None
    with pytest.raises(InputError, match="bubblewrap"):
        find_sandbox("off")


def test_the_environment_is_what_the_command_says(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("API_KEY", "secret")
    done = run(sandbox, "import os; print(dict(os.environ))", env="this")
    assert "'GIVEN': 'this'" in done.stdout
    assert "API_KEY" not in done.stdout


@pytest.mark.parametrize(
    ("code", "ends"),
    [("raise SystemExit(7)", 7), ("import os; os.abort()", -6), ("import os; os._exit(0)", 0)],
)
def test_it_ends_as_the_program_ends(sandbox: Sandbox, code: str, ends: int) -> None:
    assert run(sandbox, code).returncode == as_told_by(sandbox, ends)


def test_a_program_that_is_not_there_is_named(sandbox: Sandbox) -> None:
    confined = sandbox.wrap(Command(("/no/such/program",)), Policy())
    code, _, err = asyncio.run(run_to_end(confined, 30))
    assert code == FAILED
    assert b"No such file" in err


def test_pipes_lead_in_and_out(sandbox: Sandbox) -> None:
    echo = Command((*PYTHON, "-c", "import sys; print(sys.stdin.read()[::-1])"))
    confined = sandbox.wrap(echo, Policy())
    assert asyncio.run(run_to_end(confined, 30, "⊢ a".encode()))[1] == "a ⊢\n".encode()


def test_it_reads_what_is_granted_and_nothing_beside_it(sandbox: Sandbox, tmp_path: Path) -> None:
    for name in ("seen", "hidden"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "text").write_text(name)
    seen, hidden = tmp_path / "seen", tmp_path / "hidden"
    code = "import sys; print(open(sys.argv[1]).read())"
    policy = Policy(readable=(seen,))
    assert run(sandbox, code, seen / "text", policy=policy).stdout == "seen\n"
    assert run(sandbox, code, hidden / "text", policy=policy).returncode == 1
    write = "import sys; open(sys.argv[1], 'w')"
    assert run(sandbox, write, seen / "text", policy=policy).returncode == 1
    assert (seen / "text").read_text() == "seen"


def test_it_writes_to_the_folder_that_is_granted_and_not_around_it(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    code = "import sys; open(sys.argv[1], 'w').write('done')"
    policy = Policy(writable=(out,))
    assert run(sandbox, code, out / "result", policy=policy).returncode == 0
    assert (out / "result").read_text() == "done"
    run(sandbox, code, out / ".." / "beside", policy=policy)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_in_the_granted_folder_leads_nowhere(sandbox: Sandbox, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "secret").write_text("secret")
    (out / "link").symlink_to(tmp_path / "secret")
    code = "import sys; print(open(sys.argv[1]).read())"
    assert run(sandbox, code, out / "link", policy=Policy(writable=(out,))).returncode == 1


def test_files_and_descriptors_are_limited(sandbox: Sandbox, tmp_path: Path) -> None:
    limits = SandboxLimits(file_mb=1, open_files=20, cpu_s=1)
    policy = Policy(writable=(tmp_path,), limits=limits)
    big = "import sys; f = open(sys.argv[1], 'wb'); f.write(bytes(2 << 20)); f.flush()"
    assert "File too large" in run(sandbox, big, tmp_path / "big", policy=policy).stderr
    many = "kept = [open('/dev/null') for _ in range(30)]"
    assert "Too many open files" in run(sandbox, many, policy=policy).stderr
    endless = run(sandbox, "while True: pass", policy=policy)
    assert endless.returncode == as_told_by(sandbox, -signal.SIGKILL)


def test_the_private_folder_is_private_and_limited(sandbox: Sandbox) -> None:
    if not sandbox.kind.has_namespaces:
        pytest.skip("Landlock alone has no private folder")
    before = set(os.listdir("/tmp"))
    code = "open('/tmp/formalmath-scratch', 'wb').write(bytes(3 << 20))"
    assert run(sandbox, code).returncode == 0
    small = Policy(limits=SandboxLimits(scratch_mb=2))
    assert "No space left" in run(sandbox, code, policy=small).stderr
    assert "formalmath-scratch" not in set(os.listdir("/tmp")) - before


def test_it_has_no_rights_and_no_sockets_and_gets_none(sandbox: Sandbox) -> None:
    code = """
import ctypes, socket
libc = ctypes.CDLL(None, use_errno=True)
try:
    socket.socket(socket.AF_UNIX)
    print("socket")
except PermissionError:
    pass
for number in (0x10000000, 0x00020000):
    if libc.unshare(number) == 0:
        print("unshare", number)
if libc.mount(b"none", b"/", b"tmpfs", 0, None) == 0:
    print("mount")
held = ctypes.create_string_buffer(24)
libc.capget((0x20080522).to_bytes(8, "little"), held)
print(held.raw.count(0))
"""
    assert run(sandbox, code).stdout == "24\n"


def test_threads_are_no_processes(sandbox: Sandbox) -> None:
    code = """
import threading
threads = [threading.Thread(target=print, args=("here",)) for _ in range(20)]
[thread.start() for thread in threads]
"""
    assert run(sandbox, code).stdout.count("here") == 20


DAEMON = """
import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
os.wait()
body = b'{"ready": true}'
sys.stdout.buffer.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
sys.stdout.flush()
time.sleep(600)
"""


@pytest.mark.parametrize("how", ["kill", "group", "child"])
def test_a_killed_program_takes_its_daemons_along(roomy: Sandbox, how: str) -> None:
    marker = f"formalmath-test-{roomy.kind}-{how}-{os.getpid()}"
    command = Command((*PYTHON, "-c", DAEMON, marker))
    confined = roomy.wrap(command, Policy(processes=Processes.MANY))

    async def use() -> None:
        program = await FramedProcess.start(confined)
        try:
            assert await program.receive(30) == {"ready": True}
            assert len(lives(marker)) >= 3  # the program, its daemon, and what confines them
            if how == "kill":
                await program.kill()
            elif how == "group":
                os.killpg(program.pid, signal.SIGKILL)
            else:
                psutil.Process(program.pid).children()[0].kill()
            assert within(10, lambda: not lives(marker))
        finally:
            await program.kill()

    asyncio.run(use())


def test_when_the_parent_is_killed_nothing_is_left(roomy: Sandbox) -> None:
    marker = f"formalmath-test-parent-{roomy.kind}-{os.getpid()}"
    command = Command((*PYTHON, "-c", DAEMON, marker))
    confined = roomy.wrap(command, Policy(processes=Processes.MANY))
    start = "import subprocess, sys; subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL)"
    parent = subprocess.Popen(
        (*PYTHON, "-c", start, *confined.argv),
        env=confined.environment(),
        cwd=confined.cwd,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    assert parent.stdout.read(4) == b"Cont"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert within(10, lambda: not lives(marker))


def test_a_program_that_ends_takes_its_daemons_along(roomy: Sandbox) -> None:
    marker = f"formalmath-test-end-{roomy.kind}-{os.getpid()}"
    code = DAEMON.rsplit("time.sleep", 1)[0]
    assert run(roomy, code, marker, policy=Policy(processes=Processes.MANY)).returncode == 0
    assert within(5, lambda: not lives(marker))


def test_a_program_that_starts_others_is_refused_where_nothing_holds_them() -> None:
    with pytest.raises(SandboxError, match="--no-sandbox"):
        Sandbox(Kind.LANDLOCK, many=False).wrap(Command(PYTHON), Policy(processes=Processes.MANY))


def test_a_sandbox_that_cannot_be_set_up_does_not_run_the_program(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    command = Command((*PYTHON, "-c", "open('ran', 'w')"), cwd=tmp_path / "missing")
    confined = sandbox.wrap(command, Policy(writable=(tmp_path,)))

    async def use() -> None:
        program = await FramedProcess.start(confined)
        try:
            await program.receive(30)
        finally:
            await program.kill()

    with pytest.raises(LeanProcessError, match=r"sandbox: .*missing"):
        asyncio.run(use())
    assert not list(tmp_path.iterdir())
