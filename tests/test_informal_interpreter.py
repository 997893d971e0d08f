"""The code interpreter: what code gets back, what it cannot do, and how a model uses it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import pytest

from formalmath.informal.chat import ScriptedModel
from formalmath.informal.conversation import END, START, code_of, solve
from formalmath.informal.interpreter import DIED, Execution, Interpreter, InterpreterLimits
from formalmath.sandbox.find import examine
from formalmath.sandbox.mechanisms import Kind

kernel = pytest.importorskip("ipykernel")

LIMITS = InterpreterLimits(seconds=20.0, memory_mb=512)


def ran(cells: Sequence[str], limits: InterpreterLimits = LIMITS, kind: Kind | None = None):
    sandbox = None
    for one in [kind] if kind else Kind:
        sandbox = sandbox or examine(one)[0]
    if sandbox is None:
        pytest.skip("no sandbox here")

    async def run() -> list[Execution]:
        async with Interpreter(sandbox, limits) as interpreter:
            return [await interpreter.run(cell) for cell in cells]

    return asyncio.run(run())


@pytest.mark.parametrize("kind", [Kind.NAMESPACES, Kind.LANDLOCK])
def test_state_is_kept_and_all_output_comes_back_in_order(kind: Kind) -> None:
    first, second = ran(
        ["x = 20\nprint('one')\nprint('two Error: Traceback')\nx + 1", "x * 2"], kind=kind
    )
    assert first.succeeded  # whatever its output looks like
    assert first.output == "one\ntwo Error: Traceback\n21\n"
    assert (second.output, second.ename) == ("40\n", "")


def test_errors_are_the_kernel_s_word_and_state_outlives_them() -> None:
    cells = ["x = 1\nprint('before')\n1/0", "def (", "raise SystemExit(3)", "await f()",
             "input()", "x"]  # fmt: skip
    made = ran(cells)
    names = ["ZeroDivisionError", "SyntaxError", "SystemExit", "SyntaxError",
             "StdinNotImplementedError", ""]  # fmt: skip
    assert [each.ename for each in made] == names
    assert made[0].evalue == "division by zero"
    assert made[0].output.startswith("before\n")
    assert "ZeroDivisionError: division by zero" in made[0].output
    assert "\x1b" not in made[0].output
    assert made[-1].output == "1\n"


@pytest.mark.parametrize(
    ("length", "cut"),
    [(2047, 0), (2048, 1), (50_000, 50_001 - 2048), (5_000_000, 5_000_001 - 2048)],
)
def test_output_is_whole_up_to_the_limit_and_a_cut_is_marked(length: int, cut: int) -> None:
    (made,) = ran([f"print('y' * {length})"])
    assert len(made.output) == min(2048, length + 1)
    assert made.cut == cut
    assert ("were cut]" in made.shown) == (cut > 0)
    assert made.succeeded


def test_time_and_memory_are_limited_and_state_is_kept() -> None:
    begun = time.monotonic()
    slow, loop, big, after = ran(
        [
            "x = 7\nprint('begun', flush=True)\nimport time\ntime.sleep(60)",
            "while True: pass",
            "a = bytearray(4 << 30)",
            "x",
        ],
        InterpreterLimits(seconds=1.5, memory_mb=512),
    )
    assert time.monotonic() - begun < 40
    assert (slow.timed_out, slow.ename) == (True, "KeyboardInterrupt")
    assert slow.output.startswith("begun\n")
    assert (loop.timed_out, loop.ename) == (True, "KeyboardInterrupt")
    assert (big.timed_out, big.ename) == (False, "MemoryError")
    assert after.output == "7\n"


def test_code_that_will_not_stop_is_killed_and_the_next_starts_anew() -> None:
    stubborn = """x = 1
while True:
    try:
        while True:
            x += 1
    except BaseException as error:
        print(repr(error), flush=True)"""
    killed, after, died, last = ran(
        [stubborn, "'x' in globals()", "import os\nos._exit(3)", "1 + 1"],
        InterpreterLimits(seconds=1.0, memory_mb=512),
    )
    assert (killed.timed_out, killed.ename) == (True, DIED)
    assert killed.output == "KeyboardInterrupt()\n"
    assert "its variables are lost" in killed.shown
    assert after.output == "False\n"
    assert died.ename == DIED
    assert last.output == "2\n"


def test_code_is_confined(tmp_path) -> None:
    (tmp_path / "secret").write_text("s3cret")
    made = ran(
        [
            f"open({str(tmp_path / 'secret')!r}).read()",
            "import socket\nsocket.socket()",
            "import subprocess\nsubprocess.run(['/bin/ls'])",
            "import os\nsorted(os.environ)",
            "import ctypes\nctypes.CDLL(None).fork()",
        ]
    )
    assert [each.ename for each in made[:2]] == ["FileNotFoundError", "PermissionError"]
    assert not made[2].succeeded
    assert "KEY" not in made[3].output
    assert made[4].output.strip() == "-1"


def test_code_is_found_in_a_reply() -> None:
    assert code_of(f"Let us see.\n{START}\n```python\nx = 1\nx\n```\n{END}\nmore") == "x = 1\nx"
    assert code_of(f"{START}```python\nprint(1)\n```{END}") == "print(1)"
    assert code_of(f"{START}\n```python\nprint(1)") == "print(1)"
    assert code_of("```python\nprint(1)\n```") is None


class FakeInterpreter:
    def __init__(self) -> None:
        self.codes: list[str] = []

    async def run(self, code: str) -> Execution:
        self.codes.append(code)
        return Execution("42\n")


def turn(code: str) -> str:
    return f"I compute.\n{START}\n```python\n{code}\n```\n{END}"


def test_a_problem_is_solved_in_turns() -> None:
    model = ScriptedModel(turn("6 * 7") + "\n```output\n41\n```", "The answer is 42.")
    runs = FakeInterpreter()
    made = asyncio.run(solve("6 times 7?", model, runs))
    assert made.finished
    assert made.answer == "The answer is 42."
    assert [m.role for m in made.messages] == ["user", "assistant", "environment", "assistant"]
    assert made.messages[1].content.endswith(END)  # what it made up of the output is left out
    assert made.messages[2].content == "42\n"
    assert runs.codes == ["6 * 7"]
    assert model.asked[1] == made.messages[:3]


def test_the_turns_run_out() -> None:
    runs = FakeInterpreter()
    made = asyncio.run(solve("?", ScriptedModel(turn("1")), runs))
    assert not made.finished
    assert made.answer == ""
    assert len(runs.codes) == len(made.executions) == 5


def test_a_model_works_with_the_real_interpreter() -> None:
    sandbox = next((s for kind in Kind if (s := examine(kind)[0])), None)
    if sandbox is None:
        pytest.skip("no sandbox here")
    model = ScriptedModel(
        turn("from sympy import factorint\nn = 360"), turn("factorint(n)"), "Done."
    )

    async def run():
        async with Interpreter(sandbox) as interpreter:
            return await solve("Factor 360.", model, interpreter)

    made = asyncio.run(run())
    assert made.messages[2].content == "[no output]"
    assert made.messages[4].content == "{2: 3, 3: 2, 5: 1}\n"
    assert made.finished
