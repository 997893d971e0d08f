"""The command line in a real terminal, as a person uses it: progress, Ctrl-C, kill, resume."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import psutil
import pytest

from tests.command_line import COMMAND, EASY, LONG, environment, run_command

pytestmark = pytest.mark.usefixtures("toolchain")

START_S = 60.0
"""Seconds until something must have been proved, on a machine that does other things too."""

END_S = 15.0
"""Seconds in which everything must be gone after an interrupt."""

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def heed_signals() -> None:
    """As in a terminal. Tests that run in the background inherit that SIGINT is ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """A person at a terminal with `formalmath ARGS` running in it."""

    def __init__(self, folder: Path, *args: str, columns: int = 100, **env: str) -> None:
        settings = {"TERM": "xterm-256color", **env}
        program, *rest = COMMAND
        self.child = pexpect.spawn(
            program,
            [*rest, *args],
            cwd=str(folder),
            env=environment(**settings),
            dimensions=(30, columns),
            encoding="utf-8",
            timeout=START_S,
            preexec_fn=heed_signals,
        )

    def expect(self, pattern: str) -> None:
        """Wait until it is on the screen."""
        self.child.expect(pattern)

    def processes(self) -> list[psutil.Process]:
        """Everything that the command has started so far, and itself."""
        process = psutil.Process(self.child.pid)
        return [process, *process.children(recursive=True)]

    def rest(self) -> str:
        """What it still prints until it ends, without escapes."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return ESCAPES.sub("", self.child.before or "")

    @property
    def code(self) -> int | None:
        """The exit code, once it has ended of itself."""
        code = self.child.exitstatus
        return None if code is None else int(code)


@contextmanager
def terminal(folder: Path, *args: str, columns: int = 100, **env: str) -> Iterator[Terminal]:
    """A terminal that is closed in the end, whatever happens."""
    opened = Terminal(folder, *args, columns=columns, **env)
    try:
        yield opened
    finally:
        opened.child.close(force=True)


def all_gone(processes: list[psutil.Process]) -> bool:
    _, alive = psutil.wait_procs(processes, timeout=END_S)
    return not [p for p in alive if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


def keys(folder: Path) -> list[str]:
    lines = (folder / "out/results.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["key"] for line in lines]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Holds my.lean: two easy theorems, then two that use up their budget."""
    (tmp_path / "my.lean").write_text(EASY + LONG, encoding="utf-8")
    return tmp_path


PROVE = ("prove", "my.lean", "--out", "out", "--jobs", "2", "--seconds", "600")
BOTH_PROVED = r"2/4\S* \S*2 proved\S*, 0 not, 0 unsupported"  # \S*: escapes, if any


@pytest.mark.slow
def test_interrupt_and_resume(folder: Path) -> None:
    with terminal(folder, *PROVE) as person:
        person.expect(BOTH_PROVED)  # the bar's live counts
        started = person.processes()
        assert len(started) > 1
        person.child.sendintr()
        said = person.rest()
    assert person.code == 130
    assert said.strip().splitlines()[-1] == (
        "Interrupted. 2 of 4 theorems are done and kept. Go on with --out out --resume."
    )
    assert "Traceback" not in said
    assert all_gone(started)
    done = keys(folder)
    assert len(done) == 2

    refused = run_command(*PROVE, cwd=folder)
    assert refused.code == 2
    assert refused.err == (
        "Error: out holds 2 results already. Go on with them by --resume, or name another "
        "folder with --out.\n"
    )

    with terminal(folder, *PROVE, "--resume") as person:
        person.expect("Resumed: 2 of the results are here already.")
        person.expect(BOTH_PROVED)
        second = run_command(*PROVE, "--resume", cwd=folder)
        person.child.sendintr()
        person.rest()
    assert second.code == 2
    assert second.err.startswith("Error: Another run writes to out now. ")
    assert keys(folder) == done

    ended = run_command(*PROVE, "--resume", "--match", "easy", cwd=folder)
    assert ended.code == 0
    assert keys(folder) == done


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_killed(folder: Path, number: signal.Signals) -> None:
    with terminal(folder, *PROVE) as person:
        person.expect(BOTH_PROVED)
        started = person.processes()
        person.child.kill(number)
        person.rest()
    assert all_gone(started)
    if number is not signal.SIGKILL:
        assert person.code == 130
    done = keys(folder)
    assert len(done) == 2

    with (folder / "out/results.jsonl").open("ab") as journal:
        journal.write(b'{"key": "torn in the mid')
    ended = run_command(*PROVE, "--resume", "--match", "easy", cwd=folder)
    assert ended.code == 0
    assert "Resumed: 2" in ended.err
    assert keys(folder) == done


def test_impatient_interrupts(folder: Path) -> None:
    with terminal(folder, *PROVE) as person:
        person.expect("[12] proved")  # both may come between two frames
        started = person.processes()
        for _ in range(3):
            person.child.sendintr()
        said = person.rest()
    assert person.code in (130, None)  # None: ended by the signal, on the way out
    assert "Traceback" not in said
    assert all_gone(started)


@pytest.mark.parametrize("columns", [80, 120])
def test_what_a_terminal_shows(folder: Path, columns: int) -> None:
    (folder / "my.lean").write_text(
        EASY + "\ntheorem unread (x : NoSuchType) : x = x := by sorry\n", encoding="utf-8"
    )
    with terminal(folder, "prove", "my.lean", columns=columns) as person:
        said = person.rest()
    assert person.code == 1
    assert "Proved 2 of the 3 asked for (66.7 %)." in said
    assert not said.rstrip().endswith("unsupported 0:00:00")  # the bar is gone
    with terminal(folder, "show", "results", "easy_add", "--failed", columns=columns) as person:
        tree = person.rest()
    assert "⊢ n + 0 = n" in tree
    assert max(map(len, tree.splitlines())) <= columns

    with terminal(folder, "prove", "my.lean", columns=columns) as person:
        said = person.rest()
    assert person.code == 2
    assert "Error: results holds 3 results already." in said


def test_no_colour(folder: Path) -> None:
    (folder / "my.lean").write_text(EASY, encoding="utf-8")
    with terminal(folder, "prove", "my.lean", NO_COLOR="1") as person:
        person.child.expect(pexpect.EOF)
        said = person.child.before or ""
    colours = re.findall(r"\x1b\[(?:\d+;)*(?:3[0-8]|9[0-7])(?:;\d+)*m", said)
    assert "2 proved" in said
    assert colours == []
