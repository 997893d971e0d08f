"""A child that speaks frames, against a scripted one that keeps to them and breaks them."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formalmath.errors import (
    LeanMemoryError,
    LeanProcessError,
    LeanProtocolError,
    LeanTimeoutError,
)
from formalmath.lean import process as process_module
from formalmath.lean.process import Command, FramedProcess, describe_exit, run_to_end
from tests.fake_server import fake
from tests.real_lean import gone

PATIENCE_S = 20.0


def talk(
    steps: list[list[Any]], use: Callable[[FramedProcess], Awaitable[Any]], within: float = 30.0
) -> Any:
    """Start the fake server, use it, and see that nothing of it is left."""

    async def run() -> Any:
        async with asyncio.timeout(within):
            child = await FramedProcess.start(Command(fake(*steps)))
            try:
                return await use(child)
            finally:
                await child.kill()
                assert not psutil.pid_exists(child.pid)

    return asyncio.run(run())


def first(*steps: list[Any]) -> Any:
    return talk(list(steps), lambda child: child.receive(PATIENCE_S))


def test_a_frame_comes_as_its_object() -> None:
    assert first(["frame", {"goal": "⊢ 𝔸 = \u2028"}]) == {"goal": "⊢ 𝔸 = \u2028"}


def test_a_frame_in_pieces_of_a_byte_comes_whole() -> None:
    assert first(["pieces", {"goal": "⊢ 𝔸"}]) == {"goal": "⊢ 𝔸"}


def test_other_headers_and_their_case_do_not_matter() -> None:
    assert first(["raw", "Content-Type: x\r\ncontent-length: 2\r\n\r\n{}"]) == {}


def test_frames_keep_their_order_beyond_what_is_buffered() -> None:
    steps = [["frame", {"n": n}] for n in range(300)]

    async def all_of_them(child: FramedProcess) -> list[int]:
        return [(await child.receive(PATIENCE_S))["n"] for _ in steps]

    assert talk(steps, all_of_them) == list(range(300))


@pytest.mark.parametrize(
    "text",
    [
        "this is not a frame at all, and it ends in a line\n\n",
        "Content-Length: many\r\n\r\n{}",
        "Content-Length: -3\r\n\r\n{}",
        "Content-Length: 9\r\n\r\nnot: JSON",
        "Content-Length: 4\r\n\r\n[17]",
        "Content-Length: 2\r\n\r\n\xff\xfe",
        "\r\n\r\n",
        {"$times": [20_000, "no end of line "]},
    ],
)
def test_garbage_is_a_protocol_error_with_the_childs_last_words(text: Any) -> None:
    with pytest.raises(LeanProtocolError) as caught:
        first(["stderr", "PANIC at Lean.Elab"], ["sleep", 0.2], ["raw", text], ["sleep", 60])
    assert "PANIC at Lean.Elab" in str(caught.value)


def test_a_message_over_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_module, "MAX_FRAME_BYTES", 1000)
    assert first(["frame", {"data": "x" * 900}]) == {"data": "x" * 900}
    with pytest.raises(LeanProtocolError, match="length 1012"):
        first(["frame", {"data": "x" * 1000}])


def test_a_message_of_many_megabytes_comes_whole() -> None:
    frame = first(["frame", {"data": {"$times": [4_000_000, "⊢"]}}])
    assert frame == {"data": "⊢" * 4_000_000}


def test_silence_is_a_timeout_and_the_child_stays_usable() -> None:
    async def wait(child: FramedProcess) -> Any:
        with pytest.raises(TimeoutError):
            await child.receive(0.1)
        await child.send({"now": 1})
        return await child.receive(PATIENCE_S)

    assert talk([["echo"]], wait) == {"now": 1}


def test_a_timeout_in_the_middle_of_a_frame_loses_nothing_of_it() -> None:
    async def wait(child: FramedProcess) -> Any:
        with pytest.raises(TimeoutError):
            await child.receive(0.3)
        return await child.receive(PATIENCE_S)

    steps = [["raw", 'Content-Length: 8\r\n\r\n{"a"'], ["sleep", 1], ["raw", ": 1}"]]
    assert talk([*steps, ["sleep", 60]], wait) == {"a": 1}


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (["exit", 3], "exit code 3"),
        (["signal", signal.SIGSEGV], "killed by SIGSEGV"),
        (["signal", signal.SIGKILL], "killed by SIGKILL"),
    ],
)
@pytest.mark.parametrize("said", ["", "Content-Le", "Content-Length: 10\r\n\r\n{"])
def test_a_crash_says_how_it_ended_and_what_it_said_last(
    last: list[Any], words: str, said: str
) -> None:
    with pytest.raises(LeanProcessError) as caught:
        first(["stderr", "stack overflow detected\n"], ["raw", said], last)
    assert not isinstance(caught.value, LeanProtocolError)
    assert words in str(caught.value)
    assert caught.value.stderr_tail == "stack overflow detected\n"


def test_what_came_before_a_crash_is_delivered_and_the_crash_stays() -> None:
    async def read(child: FramedProcess) -> None:
        assert await child.receive(PATIENCE_S) == {"n": 1}
        for _ in range(3):
            with pytest.raises(LeanProcessError, match="exit code 5"):
                await child.receive(PATIENCE_S)
        with pytest.raises(LeanProcessError, match="exit code 5"):
            await send_much(child)

    async def send_much(child: FramedProcess) -> None:
        for _ in range(100):  # the pipe may take a few before it is seen to be broken
            await child.send({"data": "x" * 100_000})

    talk([["frame", {"n": 1}], ["exit", 5]], read)


def test_of_a_flood_on_stderr_only_the_tail_is_kept() -> None:
    with pytest.raises(LeanProcessError) as caught:
        first(["stderr", {"$times": [3_000_000, "x"]}], ["stderr", "the end"], ["exit", 1])
    assert caught.value.stderr_tail.endswith("xthe end")
    assert len(caught.value.stderr_tail) <= process_module.STDERR_TAIL_BYTES


def test_a_child_that_does_not_read_is_a_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_module, "SEND_WAIT_S", 0.5)

    async def push(child: FramedProcess) -> None:
        with pytest.raises(LeanTimeoutError, match="does not read"):
            await child.send({"data": "x" * 4_000_000})

    talk([["stderr", "busy"], ["sleep", 60]], push)


def test_a_child_that_floods_us_waits_and_does_not_fill_our_memory() -> None:
    async def watch(child: FramedProcess) -> tuple[int, float]:
        await asyncio.sleep(1.0)
        grown = psutil.Process().memory_info().rss - before
        start = time.monotonic()
        await child.kill()
        return grown, time.monotonic() - start

    before = psutil.Process().memory_info().rss
    flood = ["flood", 100_000, {"data": {"$times": [100_000, "x"]}}]
    grown, seconds_to_kill = talk([flood], watch)
    assert grown < 100 * 2**20
    assert seconds_to_kill < 5


@pytest.mark.parametrize("how", ["spawn", "escape"])
def test_a_kill_reaps_the_grandchildren_too(how: str) -> None:
    async def use(child: FramedProcess) -> tuple[int, float]:
        pid = (await child.receive(PATIENCE_S))["pid"]
        assert psutil.pid_exists(pid)
        start = time.monotonic()
        await child.kill()
        await child.kill()
        return pid, time.monotonic() - start

    pid, seconds = talk([[how, 300], ["sleep", 300]], use)
    assert gone(pid)
    assert seconds < 5


def test_a_kill_after_the_childs_own_end_reaps_what_it_left_in_its_group() -> None:
    async def use(child: FramedProcess) -> int:
        pid: int = (await child.receive(PATIENCE_S))["pid"]
        await asyncio.sleep(0.5)
        assert psutil.pid_exists(pid)
        return pid

    assert gone(talk([["spawn", 300], ["exit", 0]], use))


def test_memory_is_that_of_the_largest_process_of_the_tree() -> None:
    async def use(child: FramedProcess) -> tuple[float, float]:
        await child.receive(PATIENCE_S)
        alive = child.rss_mb()
        await child.kill()
        return alive, child.rss_mb()

    alive, dead = talk([["spawn", 60], ["sleep", 60]], use)
    assert 1 < alive < 100
    assert dead == 0


def test_a_program_that_is_not_there_cannot_be_started(tmp_path: Path) -> None:
    missing = Command((str(tmp_path / "lean"),))
    with pytest.raises(LeanProcessError, match=r"Cannot start .*lean: "):
        asyncio.run(FramedProcess.start(missing))
    with pytest.raises(LeanProcessError, match=r"Cannot start .*lean: "):
        asyncio.run(run_to_end(missing, 5))


def test_a_command_adds_its_variables_to_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OURS", "1")
    monkeypatch.setenv("THEIRS", "1")
    environment = Command(("x",), {"THEIRS": "2"}).environment()
    assert (environment["OURS"], environment["THEIRS"]) == ("1", "2")


def test_run_to_end_gives_code_and_both_outputs(tmp_path: Path) -> None:
    program = "import sys; print(sys.stdin.read(), end=''); sys.stderr.write('e'); sys.exit(7)"
    command = Command((sys.executable, "-c", program), cwd=tmp_path)
    assert asyncio.run(run_to_end(command, 20, "⊢".encode())) == (7, "⊢".encode(), b"e")


def test_run_to_end_kills_the_whole_group_when_time_is_up(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    command = Command(("sh", "-c", f"sleep 300 & echo $! > {note}; wait"))
    start = time.monotonic()
    with pytest.raises(TimeoutError):
        asyncio.run(run_to_end(command, 0.7))
    assert time.monotonic() - start < 5
    assert gone(int(note.read_text()))


@pytest.mark.parametrize("stream", [1, 2])
def test_run_to_end_breaks_off_a_flood_on_either_output(
    stream: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_module, "MAX_OUTPUT_BYTES", 2**20)
    command = Command(("sh", "-c", f"yes >&{stream}"))
    with pytest.raises(LeanProtocolError, match="printed more than 1 MiB"):
        asyncio.run(run_to_end(command, 60))


def test_run_to_end_breaks_off_a_process_that_grows() -> None:
    grow = "import time; kept = bytearray(300 << 20); time.sleep(60)"
    start = time.monotonic()
    with pytest.raises(LeanMemoryError, match="over 200 MiB"):
        asyncio.run(run_to_end(Command((sys.executable, "-c", grow)), 60, memory_mb=200))
    assert time.monotonic() - start < 20


def test_run_to_end_kills_when_cancelled(tmp_path: Path) -> None:
    note = tmp_path / "pid"

    async def cancel() -> None:
        task = asyncio.create_task(
            run_to_end(Command(("sh", "-c", f"echo $$ > {note}; exec sleep 300")), 60)
        )
        while not note.exists() or not note.read_text():
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    assert gone(int(note.read_text()))


def test_ends_have_names() -> None:
    assert describe_exit(None) == "still running"
    assert describe_exit(0) == "exit code 0"
    assert describe_exit(-11) == "killed by SIGSEGV"
    assert describe_exit(-63) in {"killed by signal 63", "killed by SIGRTMAX-1"}


json_objects = st.dictionaries(
    st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5)
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(json_objects, min_size=1, max_size=20))
def test_what_is_sent_comes_back_the_same(messages: list[dict[str, Any]]) -> None:
    async def there_and_back(child: FramedProcess) -> list[Any]:
        for message in messages:
            await child.send(message)
        return [await child.receive(PATIENCE_S) for _ in messages]

    assert talk([["echo"]], there_and_back) == messages


def test_no_descriptor_is_left_open() -> None:
    def count() -> int:
        return len(os.listdir("/proc/self/fd"))

    first(["frame", {}], ["sleep", 60])
    before = count()
    for _ in range(3):
        first(["frame", {}], ["sleep", 60])
    assert count() <= before
