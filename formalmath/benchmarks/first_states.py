"""The proof state that each problem of a benchmark begins with, as Lean prints it; nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from formalmath.benchmarks.problem import Problem
from formalmath.benchmarks.support import STRICT, slices
from formalmath.errors import PrefixError
from formalmath.lean.dojo import UNSOLVED
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.proof_text import example_chunk
from formalmath.limits import Limits


async def first_states(
    problems: Sequence[Problem],
    lean: Elaborator,
    limits: Limits | None = None,
    *,
    environment_hash: str,
    cache: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, str]:
    """The states by the problems' keys; statements that do not elaborate have none.

    Args:
        problems: of any benchmark.
        lean: asked once; what it said is kept.
        limits: for one statement.
        environment_hash: of what `lean` imports.
        cache: the folder to keep them in.
        progress: called with the problems done and all.

    Raises:
        LeanProcessError: Lean cannot be started, or dies in a header.
    """
    told = "\n".join([environment_hash, *(f"{p.key} {p.sha256}" for p in problems)])
    file = cache / f"first-states-{hashlib.sha256(told.encode()).hexdigest()[:24]}.json"
    with suppress(OSError, ValueError):
        kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        return kept
    states: dict[str, str] = {}
    done = 0
    for header, part in slices(problems):
        chunks = [example_chunk(p.theorem, ["skip"]) for p in part]
        with suppress(PrefixError):
            reports = await lean.elaborate(f"{header}\n{STRICT}\n", chunks, limits or Limits())
            for problem, report in zip(part, reports, strict=True):
                said = [message.text for message in report.errors]
                if len(said) == 1 and said[0].startswith(UNSOLVED):
                    states[problem.key] = said[0].removeprefix(UNSOLVED)
        done += len(part)
        progress(done, len(problems))
    file.parent.mkdir(parents=True, exist_ok=True)
    part_file = file.with_suffix(".part")
    part_file.write_text(json.dumps(states, ensure_ascii=False), encoding="utf-8")
    part_file.replace(file)
    return states
