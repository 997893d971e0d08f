"""Both drivers of a real Lean: they report what plain `lean` says, whatever a chunk does."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import signal
import sys
import time

import psutil
import pytest

from formalmath.errors import LeanTimeoutError, PrefixError
from formalmath.lean.compile import compile_text
from formalmath.lean.document import Document
from formalmath.lean.elaborator import ChunkReport, Elaborator, Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.messages import Message, Severity
from formalmath.limits import Limits
from tests.real_lean import MakeLean, at_work, gone, use

PREFIX = """\
/-- The prefix has lines, a definition and a warning of its own. -/
def double (n : Nat) : Nat := n + n

theorem owed : double 1 = 3 := by sorry

open Nat
variable (a b : Nat)
"""

GOOD = "example : True := trivial"
WRONG = "example : 1 + 1 = 3 := by decide"
ENDLESS = "set_option maxHeartbeats 0 in\nexample : False := by\n  repeat (have := trivial)"
GREEDY = (
    "set_option maxHeartbeats 0 in\nexample : (List.range 30000000).length = 0 := by decide +kernel"
)
LONG = "x" * 40_000
TALKATIVE = f'example (f : String → Prop) : f "{LONG}" := by\n' + 300 * "  trace_state\n"

CHUNKS = [
    GOOD,
    WRONG,
    "example : double 2 = 4 := by decide",
    "example : double 2 = 4 := by\n  unfold double\n  trace_state\n  decide",
    "example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n  constructor",
    "example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n  constructor\n  · exact hp",
    "example (p q : Prop) (hp : p) : p ∨ q := by sorry",
    "example (𝔸 𝔹 : Nat) (h : 𝔸 = 𝔹) : 𝔹 = 𝔸 := by skip; exact h",
    "example (𝔸 𝔹 : Nat) : 𝔸 = 𝔹 := by /- 𝔸𝔹𝔸 -/ exact (𝔸 : 𝔹)",
    'example (f : String → Prop) : f "⊢ 𝔸\\n" := by\n  skip',
    "example : True := by\n  no_such_tactic\n  trivial",
    "example : True := by exact (trivial",
    "example : True := by\n  exact 1 +",
    "example : ∀ n : Nat, n = n := by\n  intro n\n\n\n  -- a comment ⊢\n  trace_state\n  rfl",
    "example : (fun x => x) = fun (n : Nat) => n + 0 := by\n  funext x\n  trace_state\n  rfl",
    "example (h : 1 = 2) : False := by cases h",
    "example (h : a = b) : b = a := by\n  exact h",
    "example (h : a = b) : b = a := by\n  subst h\n  trace_state\n  rfl",
    "example : ∃ n : Nat, n = 3 := ⟨_, rfl⟩\nexample : ∃ n : Nat, n = 3 := ⟨4, rfl⟩",
    "#check double\n#print axioms owed",
    "example (n : Nat) : n < 5 := by\n  cases n with\n  | zero => decide\n  | succ m => skip",
    "example : nope = 1 := rfl",
    "example (n : Nat) (_ : n = n) : n = n := by\n  have := 1\n  first | fail | rfl",
    "set_option maxRecDepth 40 in\nexample : 200 + 0 = 100 + 100 := by decide",
    "set_option maxHeartbeats 1 in\nexample : False := by\n  repeat (have := trivial)",
    "open Nat in",
    "-- nothing but a comment",
    "",
    "stray words",
    "namespace A\ntheorem t : 1 = 1 := rfl\nend A\n#check A.t",
    "example (f : Nat → Nat)\n    (h : ∀ x, f x = x) :\n    f (f 2) = 2 := by\n  rw [h]",
]


def elaborated(
    make: MakeLean,
    chunks: list[str],
    limits: Limits | None = None,
    prefix: str = PREFIX,
) -> list[ChunkReport]:
    reports: list[ChunkReport] = use(
        make, lambda lean: lean.elaborate(prefix, chunks, limits or Limits())
    )
    assert len(reports) == len(chunks)
    return reports


def outcomes(reports: list[ChunkReport]) -> list[Outcome]:
    return [report.outcome for report in reports]


def by_place(messages: tuple[Message, ...]) -> list[Message]:
    return sorted(messages, key=lambda m: (m.start, m.severity, m.text))


def test_reports_are_what_plain_lean_says_of_one_file(
    make: MakeLean, toolchain: EmbeddedToolchain
) -> None:
    limits = Limits()
    document = Document.build(PREFIX, CHUNKS, limits)
    plain = asyncio.run(compile_text(toolchain, document.text, 120))
    expected: list[list[Message]] = [[] for _ in CHUNKS]
    for message in plain.messages:
        index = document.chunk_at(message.start.line)
        if index >= 0 and not document.is_sentinel(message):
            expected[index].append(document.localise(message))
    reports = elaborated(make, CHUNKS, limits)
    for chunk, report, wanted in zip(CHUNKS, reports, expected, strict=True):
        assert report.outcome is Outcome.DONE, chunk
        assert by_place(report.messages) == by_place(tuple(wanted)), chunk
    severities = {m.severity for report in reports for m in report.messages}
    assert severities == set(Severity), "the chunks show every kind of message"


def test_each_chunk_alone_gets_the_same_report_as_among_others(
    make: MakeLean,
) -> None:
    chunks = CHUNKS[:12]

    async def both(lean: Elaborator) -> tuple[list[ChunkReport], list[ChunkReport]]:
        together = await lean.elaborate(PREFIX, chunks, Limits())
        alone = [(await lean.elaborate(PREFIX, [c], Limits()))[0] for c in reversed(chunks)]
        return together, alone[::-1]

    together, alone = use(make, both)
    assert [r.messages for r in together] == [r.messages for r in alone]


def test_positions_count_from_the_chunks_first_line_in_code_points(
    make: MakeLean,
) -> None:
    chunk = "example (𝔸 : Nat) :\n    𝔸 = 𝔸 := by /- 𝔸𝔸 -/ exact nope"
    [_, report] = elaborated(make, [WRONG, chunk])
    [error] = report.errors
    assert (error.start.line, error.start.column) == (2, chunk.split("\n")[1].index("nope"))


def test_no_chunks_need_no_lean(make: MakeLean) -> None:
    assert elaborated(make, []) == []


def test_chunks_do_not_see_each_other(make: MakeLean) -> None:
    example = "example (h : 1 = 2) : double 3 = 6 := by\n  have this : 1 = 2 := h\n  decide"
    stranger = "example : 1 = 2 := by exact this"
    first, second = elaborated(make, [example, stranger])
    assert not first.messages
    assert "Unknown identifier" in second.errors[0].text


def test_a_chunk_without_end_times_out_and_spares_its_siblings(
    make: MakeLean,
) -> None:
    start = time.monotonic()
    reports = elaborated(make, [GOOD, ENDLESS, WRONG, ENDLESS, GOOD], Limits(wall_s=2.0))
    assert outcomes(reports) == ["done", "timeout", "done", "timeout", "done"]
    assert reports[1].detail == "no end after 2 s (Limits.wall_s)"
    assert 1.9 < reports[1].seconds < 10
    assert reports[2].errors
    assert not reports[4].messages
    assert time.monotonic() - start < 60


def test_what_is_not_done_when_the_time_for_all_is_over_has_timed_out(make: MakeLean) -> None:
    async def work(lean: Elaborator) -> list[ChunkReport]:
        await lean.elaborate(PREFIX, [GOOD], Limits())
        limits = Limits(wall_s=60, until=time.monotonic() + 3)
        return await lean.elaborate(PREFIX, [WRONG, ENDLESS, GOOD, GOOD], limits)

    start = time.monotonic()
    reports = use(make, work)
    assert time.monotonic() - start < 40
    assert outcomes(reports) == ["done", "timeout", "timeout", "timeout"]
    assert {report.detail for report in reports[1:]} == {"the time for all candidates was over"}


def test_heartbeats_end_a_chunk_by_lean_itself(make: MakeLean) -> None:
    endless = ENDLESS.split("\n", 1)[1]
    [report] = elaborated(make, [endless], Limits(heartbeats=20, wall_s=60))
    assert report.outcome is Outcome.DONE
    assert "maximum number of heartbeats" in report.errors[0].text


def test_a_chunk_that_eats_memory_is_stopped_and_spares_its_siblings(
    make: MakeLean,
) -> None:
    reports = elaborated(make, [GOOD, GREEDY, WRONG], Limits(wall_s=60, memory_mb=260))
    assert outcomes(reports) == ["done", "out of memory", "done"]
    assert reports[1].detail == "over 260 MiB (Limits.memory_mb)"
    assert reports[2].errors


def test_a_chunk_that_prints_without_end_is_stopped_and_spares_its_siblings(
    make: MakeLean,
) -> None:
    reports = elaborated(make, [GOOD, TALKATIVE, WRONG], Limits(wall_s=60))
    assert outcomes(reports) == ["done", "crashed", "done"]
    assert reports[1].detail == "printed more than 4 MiB"


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_a_chunk_that_kills_lean_is_a_crash_and_spares_its_siblings(
    make: MakeLean, number: signal.Signals
) -> None:
    async def work(lean: Elaborator) -> list[ChunkReport]:
        await lean.elaborate(PREFIX, [GOOD], Limits())
        limits = Limits(wall_s=60)
        task = asyncio.create_task(lean.elaborate(PREFIX, [WRONG, ENDLESS, WRONG], limits))
        culprit = await at_work()
        for _ in range(2):  # Lean's own handler of SIGSEGV lets the first one pass
            with contextlib.suppress(psutil.NoSuchProcess):
                culprit.send_signal(number)
            await asyncio.sleep(0.2)
        return await task

    reports = use(make, work)
    assert outcomes(reports) == ["done", "crashed", "done"]
    assert reports[1].detail
    assert reports[0].messages == reports[2].messages != ()


@pytest.mark.parametrize(
    "open_ended",
    [
        "/- a comment without end",
        "example : True := by\n  trivial /- a comment without end",
        '-- a string without end\nexample (f : String → Prop) : f "⊢ := by\n  skip',
        "/-- a doc comment without end",
        "example : «True := trivial",
        'example : s!"{1 = "" := rfl',
    ],
)
def test_a_text_without_end_is_an_error_and_spares_its_siblings(
    make: MakeLean, open_ended: str
) -> None:
    reports = elaborated(make, [WRONG, open_ended, WRONG, GOOD])
    assert outcomes(reports) == ["done"] * 4
    assert reports[1].errors
    assert reports[0].messages == reports[2].messages != ()
    assert not reports[3].messages


def test_an_error_in_the_prefix_is_named_with_its_line(make: MakeLean) -> None:
    with pytest.raises(PrefixError, match=r"line 3.*Unknown identifier `nope`") as caught:
        elaborated(make, [GOOD], prefix="open Nat\n\nexample : 1 = nope := rfl\n")
    assert caught.value.line == 3


@pytest.mark.parametrize("prefix", ["open Nat\n/- not closed", "example : True := by"])
def test_a_prefix_without_end_is_a_prefix_error(make: MakeLean, prefix: str) -> None:
    with pytest.raises(PrefixError):
        elaborated(make, [GOOD], prefix=prefix)


def test_a_missing_import_is_named(make: MakeLean) -> None:
    with pytest.raises(PrefixError, match="unknown module prefix 'No'"):
        elaborated(make, [GOOD], prefix="import No.Such.Module\n\nopen Nat\n")


def test_a_prefix_without_an_end_in_time_is_a_timeout(make: MakeLean) -> None:
    with pytest.raises(LeanTimeoutError, match="start_s"):
        elaborated(make, [GOOD], Limits(start_s=2.0, wall_s=30), prefix=ENDLESS)


def test_a_lean_goes_on_after_a_bad_prefix_and_with_another_one(
    make: MakeLean,
) -> None:
    async def work(lean: Elaborator) -> list[list[ChunkReport]]:
        answers = []
        for prefix in ("def n := 1", "def n := nope", "def n := 2", "def n := 1"):
            try:
                chunks = ["example : n = 1 := by decide", "example : n = 2 := by decide"]
                answers.append(await lean.elaborate(prefix, chunks, Limits()))
            except PrefixError:
                answers.append([])
        return answers

    right = [[bool(r.errors) for r in reports] for reports in use(make, work)]
    assert right == [[False, True], [], [True, False], [False, True]]


def test_cancelled_in_the_middle_it_leaves_nothing_and_can_be_used_again(
    make: MakeLean,
) -> None:
    async def work(lean: Elaborator) -> list[ChunkReport]:
        task = asyncio.create_task(lean.elaborate(PREFIX, [GOOD, ENDLESS], Limits(wall_s=60)))
        await asyncio.sleep(1.5)
        mine = psutil.Process().children(recursive=True)
        assert mine
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert all(gone(process.pid) for process in mine)
        return await lean.elaborate(PREFIX, [WRONG, GOOD], Limits())

    reports = use(make, work)
    assert [bool(r.errors) for r in reports] == [True, False]


def test_seconds_are_those_of_each_chunk(make: MakeLean) -> None:
    slow = ENDLESS.replace("maxHeartbeats 0", "maxHeartbeats 1000")
    reports = elaborated(make, [GOOD, slow, GOOD], Limits(wall_s=60))
    assert outcomes(reports) == ["done"] * 3
    assert reports[1].seconds > 3 * max(reports[0].seconds, reports[2].seconds)


def test_after_close_it_starts_again(make: MakeLean) -> None:
    async def work(lean: Elaborator) -> list[ChunkReport]:
        await lean.elaborate(PREFIX, [GOOD], Limits())
        await lean.close()
        return await lean.elaborate(PREFIX, [WRONG], Limits())

    [report] = use(make, work)
    assert report.errors


WORKS_WITHOUT_END = f"""
import asyncio, pickle, sys
from formalmath.limits import Limits

async def main():
    lean = pickle.load(sys.stdin.buffer)
    await lean.elaborate("", ["example : True := trivial"], Limits())
    print("ready", flush=True)
    await lean.elaborate("", [{ENDLESS!r}], Limits(wall_s=60))

asyncio.run(main())
"""


def test_when_the_toolkit_itself_is_killed_lean_goes_too(make: MakeLean) -> None:
    async def run() -> list[psutil.Process]:
        toolkit = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", WORKS_WITHOUT_END),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert toolkit.stdin is not None
        assert toolkit.stdout is not None
        toolkit.stdin.write(pickle.dumps(make()))
        toolkit.stdin.close()
        assert await toolkit.stdout.readline() == b"ready\n"
        await asyncio.sleep(1.0)
        leans = psutil.Process(toolkit.pid).children(recursive=True)
        toolkit.kill()
        await toolkit.wait()
        return leans

    leans = asyncio.run(run())
    assert leans
    assert all(gone(process.pid, within=10) for process in leans)
