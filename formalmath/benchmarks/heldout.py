"""Statements on which nothing was tuned: 77 true ones and 24 false look-alikes, and nothing else.

They are written for this project, of the kinds that miniF2F holds. No rule, lemma or budget may be
chosen by how it does on them: they show what the figures on miniF2F are worth elsewhere. A proof of
a look-alike would be a fault of Lean, of the library or of the verifier.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from formalmath.benchmarks.problem import Problem, Progress
from formalmath.errors import InputError
from formalmath.lean.proof_text import render_proof
from formalmath.lean.source import read_source, sorry_theorems

NAME = "heldout"
SPLITS = ("true", "false")
FOLDER = Path(__file__).with_name("heldout")


def load(path: Path | None = None, progress: Progress | None = None) -> list[Problem]:
    """All problems, true before false, in the order of the files.

    Args:
        path: a folder with `true.lean` and `false.lean`; None takes the package's own.
        progress: never called, as nothing is downloaded.

    Raises:
        InputError: `path` has no such files, or one cannot be read.
    """
    folder = path or FOLDER
    return [problem for split in SPLITS for problem in _split(folder / f"{split}.lean", split)]


def _split(file: Path, split: str) -> list[Problem]:
    if not file.is_file():
        raise InputError(f"There is no {file}. Give a folder with true.lean and false.lean.")
    text = read_source(file)
    theorems = sorry_theorems(text, str(file))
    if not theorems:
        raise InputError(f"{file} holds no theorem whose proof is `sorry`.")
    # Each stands alone behind the file's header: the ones before it are not there to be used.
    header = theorems[0].prefix
    alone = [
        replace(each, prefix=header, source=f"{NAME}/{split}/{each.name}") for each in theorems
    ]
    return [Problem(NAME, split, render_proof(each, ["sorry"]), each) for each in alone]
