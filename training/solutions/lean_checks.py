"""Solutions checked and Lean files compiled, many at a time, with a memory; nothing else.

What Lean accepted is kept in a journal under a hash of its text and of the environment, so that a
killed run, or another source with the same solutions, does not ask again. What it did not accept is
asked again.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from formalmath.cores import cores
from formalmath.errors import InputError
from formalmath.informal.checker import Checker
from formalmath.informal.claims import Statement
from formalmath.informal.judge import Goal, Judgement
from formalmath.informal.lean_judge import LeanJudge
from formalmath.informal.lean_text import theorem
from formalmath.informal.solution import Solution
from formalmath.informal.verdicts import SolutionVerdict
from formalmath.journal import Journal
from formalmath.lean.compiled import Compiler
from formalmath.lean.toolchain import Toolchain
from formalmath.verify.verifier import Verifier

BATCH = 256
"""Goals between two records in the journal: some seconds of work."""

TOGETHER = 16
"""Lean files that are tried as one, for most of the time of a small one goes into its import."""

HEADER = "import Mathlib\n"

FILE_S = 60.0
"""For one Lean file."""

LOCK_S = 3600.0
"""To wait for the journal while another run has it."""

_FILE_MB = 16

Progress = Callable[[int], None]
"""Called with the number of goals and files that were decided since the last call."""


class Checks(Protocol):
    """Lean's word on solutions and files."""

    def verdicts(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        """One for each."""
        ...

    def compiles(self, files: Sequence[str]) -> list[bool]:
        """Whether a fresh Lean accepts each text, without errors or `sorry`."""
        ...


class LeanChecks:
    """`Checks` by a toolchain. Nothing is started or opened before the first question."""

    def __init__(
        self,
        find: Callable[[], Toolchain],
        journal: Path,
        jobs: int = 0,
        progress: Progress | None = None,
    ) -> None:
        """`find`: gives the toolchain. `journal`: of what Lean accepted, also for other runs.
        `jobs`: Leans at work; 0: one a core.
        """
        self._find, self._journal = find, journal
        self._jobs = jobs or cores()
        self._progress = progress or (lambda _: None)

    def verdicts(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        """One for each.

        Raises:
            InputError: the journal cannot be opened, or another run has not let go of it.
        """
        with self._memory() as memory:
            return asyncio.run(self._verdicts(solutions, memory))

    def compiles(self, files: Sequence[str]) -> list[bool]:
        """Whether a fresh Lean accepts each text, without errors or `sorry`.

        Raises:
            InputError: as `verdicts`.
        """
        with self._memory() as memory:
            return asyncio.run(self._compiles(files, memory))

    @cached_property
    def _toolchain(self) -> Toolchain:
        return self._find()

    @contextlib.contextmanager
    def _memory(self) -> Iterator[_Memory]:
        """The journal, which sources and runs have in turn."""
        self._journal.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(f"{self._journal}.lock", timeout=LOCK_S)
        try:
            with lock, Journal(self._journal) as journal:
                yield _Memory(journal, self._toolchain.environment_hash)
        except Timeout:
            raise InputError(
                f"Another run has used {self._journal} for {LOCK_S:g} s. Wait for its end."
            ) from None

    async def _verdicts(
        self, solutions: Sequence[Solution], memory: _Memory
    ) -> list[SolutionVerdict]:
        async with Verifier(self._toolchain, jobs=self._jobs) as verifier:
            judge = LeanJudge(verifier, jobs=self._jobs)
            return await Checker(_Remembering(judge, memory, self._progress)).check(solutions)

    async def _compiles(self, files: Sequence[str], memory: _Memory) -> list[bool]:
        new = [text for text in dict.fromkeys(files) if not memory.has(text)]
        groups = iter([new[i : i + TOGETHER] for i in range(0, len(new), TOGETHER)])

        async def work() -> None:
            compiler = self._toolchain.compiler()
            try:
                for group in groups:
                    good = group if await _accepted(compiler, _joined(group)) else []
                    if not good and len(group) > 1:
                        good = [text for text in group if await _accepted(compiler, text)]
                    memory.add(good)
                    self._progress(len(group))
            finally:
                await compiler.close()

        await asyncio.gather(*(work() for _ in range(min(self._jobs, len(new)))))
        return [memory.has(text) for text in files]


async def _accepted(compiler: Compiler, text: str) -> bool:
    compiled = await compiler.compile(text, FILE_S, _FILE_MB)
    return compiled.accepted and not any("sorry" in each.text for each in compiled.messages)


def _joined(files: Sequence[str]) -> str:
    """One file of several, each in a namespace of its own, where all begin with `HEADER`."""
    if len(files) == 1 or not all(text.startswith(HEADER) for text in files):
        return "\n".join(files)
    parts = (
        f"namespace Part{i}\n{text.removeprefix(HEADER)}\nend Part{i}\n"
        for i, text in enumerate(files)
    )
    return HEADER + "\n".join(parts)


class _Memory:
    """Texts that Lean accepted, each with what is to be shown for it."""

    def __init__(self, journal: Journal, environment: str) -> None:
        self._journal = journal
        self._environment = environment
        self._known: dict[str, str] = {}
        for record in journal.records:
            if record.get("environment") == environment:
                self._known.update(record["accepted"])

    def has(self, text: str) -> bool:
        return self._key(text) in self._known

    def shown(self, text: str) -> str | None:
        return self._known.get(self._key(text))

    def add(self, texts: Sequence[str], shown: Sequence[str] = ()) -> None:
        keys = map(self._key, texts)
        new = dict(zip(keys, shown or [""] * len(texts), strict=True))
        if new:
            self._known.update(new)
            self._journal.append({"environment": self._environment, "accepted": new})

    @staticmethod
    def _key(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()[:32]


class _Remembering:
    """A judge that asks another only what is not yet known."""

    def __init__(self, judge: LeanJudge, memory: _Memory, progress: Progress) -> None:
        self._judge, self._memory, self._progress = judge, memory, progress

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        texts = [_text(goal) for goal in goals]
        out = {
            i: Judgement(True, shown)
            for i, text in enumerate(texts)
            if (shown := self._memory.shown(text)) is not None
        }
        new = [i for i in range(len(goals)) if i not in out]
        for start in range(0, len(new), BATCH):
            part = new[start : start + BATCH]
            judged = await self._judge.judge([goals[i] for i in part])
            out.update(zip(part, judged, strict=True))
            proved = [i for i in part if out[i].proved]
            self._memory.add([texts[i] for i in proved], [out[i].lean for i in proved])
            self._progress(len(part))
        return [out[i] for i in range(len(goals))]


def _text(goal: Goal) -> str:
    assert isinstance(goal.statement, Statement)  # the symbolic translator's
    return theorem(goal.statement, "", goal.negated).text
