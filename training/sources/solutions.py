"""The tasks made of worked solutions in a mixture, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from formalmath.cli_options import chosen_toolchain
from formalmath.informal.prompts import Prompt
from formalmath.paths import cache_dir
from training.data.formats import CODE_INTERPRETER
from training.data.options import Options
from training.data.source import Source
from training.solutions.changed import CHANGES
from training.solutions.changed_source import Changed
from training.solutions.formal import WITH_LEAN, Formal
from training.solutions.interpreted import Interpreted
from training.solutions.labelled_file import LabelledFile
from training.solutions.lean_checks import LeanChecks
from training.solutions.problems import Problems
from training.solutions.rewards import JUDGING, Rewards
from training.solutions.solved import Solved
from training.solutions.worked import Worked, read_worked

TASKS = (*WITH_LEAN, *JUDGING, *CHANGES, Prompt.SOLVE, CODE_INTERPRETER)
"""What `task` can be."""


def build(options: Options) -> Source:
    """`path`: JSON Lines in GSM8K's form; `task`; `lean` as of `--lean`, and `jobs`.

    `verified` (of `solve`): false takes solutions that Lean was not asked about. `solved` (of the
    changed problems): true gives the new problem with its solution.
    """
    files = options.files("path", (".jsonl",))
    task = options.text("task", Prompt.SOLVE, tuple(map(str, TASKS)))
    lean, jobs = options.text("lean", "auto"), options.count("jobs", 0)
    read, name = partial(_read, tuple(files)), ", ".join(file.name for file in files)
    if task == CODE_INTERPRETER:
        return Interpreted(read, name, formats=options.formats)
    checks = LeanChecks(
        partial(chosen_toolchain, lean, no_sandbox=False), cache_dir() / "solutions.jsonl", jobs
    )
    problems = Problems(read, name, checks, options.formats)
    prompt = Prompt(task)
    if prompt is Prompt.SOLVE:
        return Solved(problems, options.flag("verified", True))
    if prompt in CHANGES:
        return Changed(problems, prompt, options.flag("solved", False))
    return Rewards(problems, prompt) if prompt in JUDGING else Formal(problems, prompt)


def build_labelled(options: Options) -> LabelledFile:
    """`path`: one file of labelled solutions."""
    files = options.files("path", (".jsonl",))
    if len(files) > 1:
        raise options.fault("names several files; give a source for each")
    return LabelledFile(files[0], options.formats)


@cache
def _read(files: tuple[Path, ...]) -> Sequence[Worked]:
    """Once for all sources of a mixture."""
    return [each for file in files for each in read_worked(file)]
