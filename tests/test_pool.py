"""Several Leans on one stream of chunks: order, sharing, deaths, and a long run without leaks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import psutil
import pytest

from formalmath.errors import PrefixError
from formalmath.lean.elaborator import ChunkReport, Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.pool import MAX_SLICE, Pool
from formalmath.limits import Limits
from tests.real_lean import at_work, gone
from tests.test_elaborators import ENDLESS, GOOD, PREFIX, WRONG


class Scripted:
    """An elaborator without Lean: it echoes each chunk, after as many seconds as it says."""

    def __init__(self, made: list[Scripted]) -> None:
        made.append(self)
        self.calls: list[list[str]] = []
        self.at_work = False
        self.closed = 0

    async def elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        assert not self.at_work, "a pool hands a worker to one task at a time"
        self.at_work = True
        self.calls.append(list(chunks))
        try:
            await asyncio.sleep(max(float(chunk.split()[0]) for chunk in chunks))
            if any("bad" in chunk for chunk in chunks):
                raise PrefixError(1, "bad")
            return [ChunkReport(Outcome.DONE, detail=f"{prefix} {chunk}") for chunk in chunks]
        finally:
            self.at_work = False

    async def close(self) -> None:
        self.closed += 1


def pool_of(jobs: int) -> tuple[Pool, list[Scripted]]:
    made: list[Scripted] = []
    return Pool(lambda: Scripted(made), jobs), made


def test_reports_come_in_the_order_of_the_chunks_whichever_lean_is_faster() -> None:
    async def run() -> list[str]:
        pool, _ = pool_of(3)
        chunks = [f"{0.1 if i < 100 else 0.0} {i}" for i in range(450)]
        return [r.detail for r in await pool.elaborate("p", chunks, Limits())]

    assert [detail.split()[2] for detail in asyncio.run(run())] == [str(i) for i in range(450)]


def test_no_more_leans_are_made_than_are_needed() -> None:
    async def run() -> list[int]:
        pool, made = pool_of(4)
        counts = []
        for chunks in (0, 1, 8, 9, 100, 1000):
            await pool.elaborate("", ["0.01"] * chunks, Limits())
            counts.append(len(made))
        return counts

    assert asyncio.run(run()) == [0, 1, 1, 2, 4, 4]


def test_many_chunks_are_cut_in_slices_that_all_share() -> None:
    async def run() -> list[Scripted]:
        pool, made = pool_of(2)
        await pool.elaborate("", ["0.01"] * 1000, Limits())
        return made

    made = asyncio.run(run())
    assert all(len(call) <= MAX_SLICE for worker in made for call in worker.calls)
    assert all(len(worker.calls) >= 3 for worker in made)


def test_tasks_share_a_pool_and_each_gets_its_own_reports() -> None:
    async def run() -> list[list[str]]:
        pool, made = pool_of(2)
        answers = await asyncio.gather(
            *(
                pool.elaborate(f"task{t}", [f"0.0{t} {i}" for i in range(30)], Limits())
                for t in range(8)
            )
        )
        assert len(made) == 2
        return [[r.detail for r in reports] for reports in answers]

    expected = [[f"task{t} 0.0{t} {i}" for i in range(30)] for t in range(8)]
    assert asyncio.run(run()) == expected


def test_an_error_in_one_task_reaches_it_and_frees_the_worker_for_others() -> None:
    async def run() -> None:
        pool, made = pool_of(1)
        for _ in range(3):
            with pytest.raises(PrefixError):
                await pool.elaborate("", ["0 bad"], Limits())
        assert len(await pool.elaborate("", ["0"], Limits())) == len(made) == 1

    asyncio.run(run())


def test_a_cancelled_task_gives_its_worker_back() -> None:
    async def run() -> None:
        pool, _ = pool_of(1)
        task = asyncio.create_task(pool.elaborate("", ["60"], Limits()))
        waiting = asyncio.create_task(pool.elaborate("", ["60"], Limits()))
        await asyncio.sleep(0.05)
        for cancelled in (waiting, task):
            cancelled.cancel()
            with pytest.raises(asyncio.CancelledError):
                await cancelled
        async with asyncio.timeout(5):
            assert await pool.elaborate("", ["0"], Limits())

    asyncio.run(run())


def test_close_closes_every_worker_and_twice_is_safe() -> None:
    async def run() -> list[Scripted]:
        pool, made = pool_of(3)
        await pool.elaborate("", ["0.01"] * 300, Limits())
        await pool.close()
        await pool.close()
        return made

    assert [worker.closed >= 1 for worker in asyncio.run(run())] == [True] * 3


def test_a_pool_of_no_leans_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one job"):
        pool_of(0)


def test_a_worker_killed_in_the_middle_costs_one_chunk_at_most(
    toolchain: EmbeddedToolchain,
) -> None:
    async def run() -> list[ChunkReport]:
        pool = Pool(toolchain.elaborator, 2)
        try:
            await pool.elaborate(PREFIX, [GOOD] * 20, Limits())
            chunks = [*[WRONG] * 20, ENDLESS, *[WRONG] * 40]
            task = asyncio.create_task(pool.elaborate(PREFIX, chunks, Limits(wall_s=60)))
            (await at_work()).kill()
            return await task
        finally:
            await pool.close()

    reports = asyncio.run(run())
    assert reports[20].outcome is Outcome.CRASHED
    assert reports[20].detail == "killed by SIGKILL"
    rest = [*reports[:20], *reports[21:]]
    assert {r.outcome for r in rest} == {Outcome.DONE}
    assert {r.messages for r in rest} == {rest[0].messages} != {()}


@pytest.mark.slow
def test_ten_thousand_candidates_leave_no_process_and_little_memory(
    toolchain: EmbeddedToolchain, capsys: pytest.CaptureFixture[str]
) -> None:
    candidates = [
        "example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by constructor",
        "example (n : Nat) : n + 0 = n := by rfl",
        "example (a b : Nat) (h : a = b) : b = a := by subst h; rfl",
        "example (x : Nat) : x = x + 1 := by decide",
        "example (x : Nat) (h : x < 3) : x < 5 := by omega",
        "example (f : Nat → Nat) (h : ∀ x, f x = x) : f (f 2) = 2 := by simp [h]",
        "example : (List.range 20).length = 20 := by decide",
        "example (𝔸 : Nat) : 𝔸 = 𝔸 := by exact nope",
    ]
    count = 10_000
    largest = 0.0
    seen: set[int] = set()

    def sample() -> None:
        nonlocal largest
        for process in psutil.Process().children(recursive=True):
            try:
                largest = max(largest, process.memory_info().rss / 2**20)
                seen.add(process.pid)
            except psutil.NoSuchProcess:
                continue

    async def watch() -> None:
        while True:
            sample()
            await asyncio.sleep(0.1)

    async def run() -> list[ChunkReport]:
        pool = Pool(toolchain.elaborator, 2)
        watcher = asyncio.create_task(watch())
        try:
            chunks = [candidates[i % len(candidates)] for i in range(count)]
            return await pool.elaborate("", chunks, Limits())
        finally:
            watcher.cancel()
            await pool.close()

    before = {process.pid for process in psutil.Process().children(recursive=True)}
    start = time.monotonic()
    reports = asyncio.run(run())
    seconds = time.monotonic() - start
    with capsys.disabled():
        print(f"\n10,000 candidates: {seconds:.1f} s, largest process {largest:.0f} MiB")
    assert [r.outcome for r in reports] == [Outcome.DONE] * count
    for i, _ in enumerate(candidates):
        answers = {r.messages for r in reports[i :: len(candidates)]}
        assert len(answers) == 1, "a candidate's report does not depend on where it stood"
    assert 0 < largest < 400
    assert len(seen) >= 2
    assert all(gone(pid) for pid in seen - before)
