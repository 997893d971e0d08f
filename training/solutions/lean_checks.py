"""Solutions checked and Lean files compiled, many at a time, with a memory; nothing else.

What Lean accepted is kept in a journal under a hash of its text and of the environment, so that a
killed run, or another source with the same solutions, does not ask again. What it did not accept is
asked again.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

from formalmath.informal.checker import Checker
from formalmath.informal.judge import Goal, Judgement
from formalmath.informal.lean_judge import LeanJudge
from formalmath.informal.lean_text import theorem
from formalmath.informal.solution import Solution
from formalmath.informal.verdicts import SolutionVerdict
from formalmath.journal import Journal
from formalmath.lean.toolchain import Toolchain
from formalmath.verify.verifier import Verifier

BATCH = 256
"""Goals between two records in the journal: some seconds of work."""

FILE_S = 60.0
"""For one Lean file."""

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
    """`Checks` by a toolchain. Use it as a context manager: the journal has one user at a time."""

    def __init__(
        self, toolchain: Toolchain, journal: Path, jobs: int = 0, progress: Progress | None = None
    ) -> None:
        """`jobs`: Leans at work; 0: one a core.

        Raises:
            InputError: the journal cannot be opened, or is in use.
        """
        self._toolchain = toolchain
        self._jobs = jobs or len(os.sched_getaffinity(0))
        self._progress = progress or (lambda _: None)
        self._memory = _Memory(journal, toolchain.environment_hash)

    def verdicts(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        """One for each."""
        return asyncio.run(self._verdicts(solutions))

    def compiles(self, files: Sequence[str]) -> list[bool]:
        """Whether a fresh Lean accepts each text, without errors or `sorry`."""
        return asyncio.run(self._compiles(files))

    async def _verdicts(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        async with Verifier(self._toolchain, jobs=self._jobs) as verifier:
            judge = LeanJudge(verifier, jobs=self._jobs)
            return await Checker(_Remembering(judge, self._memory, self._progress)).check(solutions)

    async def _compiles(self, files: Sequence[str]) -> list[bool]:
        new = [text for text in dict.fromkeys(files) if not self._memory.has(text)]
        queue = iter(new)

        async def work() -> None:
            compiler = self._toolchain.compiler()
            try:
                for text in queue:
                    compiled = await compiler.compile(text, FILE_S, _FILE_MB)
                    if compiled.accepted and not any("sorry" in m.text for m in compiled.messages):
                        self._memory.add([text])
                    self._progress(1)
            finally:
                await compiler.close()

        await asyncio.gather(*(work() for _ in range(min(self._jobs, len(new)))))
        return [self._memory.has(text) for text in files]

    def __enter__(self) -> LeanChecks:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._memory.journal.close()


class _Memory:
    """Texts that Lean accepted, each with what is to be shown for it."""

    def __init__(self, journal: Path, environment: str) -> None:
        self.journal = Journal(journal)
        self._environment = environment
        self._known: dict[str, str] = {}
        for record in self.journal.records:
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
            self.journal.append({"environment": self._environment, "accepted": new})

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
    from formalmath.informal.claims import Statement

    assert isinstance(goal.statement, Statement)  # the symbolic translator's
    return theorem(goal.statement, "", goal.negated).text
