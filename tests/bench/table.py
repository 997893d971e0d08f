"""`python -m tests.bench.table RESULTS`: a results folder as tables for the README.

By source (the benchmark's own groups), by method (what the proof rests on), and for what was not
proved by the subject of the statement, each in Markdown; then whether the proved statements are the
benchmark's own.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from formalmath.benchmarks import BENCHMARKS
from search.attempt import Attempt
from search.best_first import SearchOutcome
from search.evaluation import Saved

# The first that a name matches counts.
SOURCES = {
    "mathd algebra": r"mathd_algebra",
    "mathd number theory": r"mathd_numbertheory",
    "amc": r"amc",
    "aime": r"aime",
    "imo": r"imo",
    "induction": r"induction",
    "number theory": r"numbertheory",
    "algebra": r"algebra",
    "other": r"",
}
# The first that a proof matches counts.
METHODS = {
    "certificate": r"linear_combination",
    "induction": r"induction|Nat\.le_induction|strong_induction",
    "case split over a range": r"interval_cases|fin_cases|rcases|obtain|decide",
    "computation": r"norm_num|omega|rfl",
    "simplification and rewriting": r"simp|rw|ring|field",
    "other": r"",
}
# The first that a statement matches counts.
SUBJECTS = {
    "logarithms, exponentials, trigonometry": r"Real\.(log|exp|sin|cos|tan|pi|logb)|π|sin |cos ",
    "real powers, roots": r"√|sqrt|\^ *\(.*/|NNReal",
    "complex numbers": r"ℂ|Complex",
    "functional equations, sequences": r"→ (ℝ|ℕ|ℤ|ℚ|ℂ|NNReal)",
    "sums and products": r"∑|∏",
    "sets and cardinalities": r"Set|Finset|card|∈",
    "inequalities on reals": r"ℝ[^:]*[\s\S]*[≤<≥>]",
    "other statements on reals": r"ℝ|ℚ",
    "natural numbers and integers": r"",
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.table", description=__doc__)
    parser.add_argument("results", type=Path, help="a results folder of a benchmark")
    saved = Saved.load(parser.parse_args().results)
    attempts = saved.latest
    name = attempts[0].source.split("/")[0]
    statements = {problem.key: problem.statement for problem in BENCHMARKS[name]()}
    splits = list(dict.fromkeys(map(_split, attempts)))
    proved = [a for a in attempts if a.outcome is SearchOutcome.PROVED]
    rest = [a for a in attempts if a.outcome is not SearchOutcome.PROVED]
    _print("source", splits, attempts, proved, lambda a: _first(SOURCES, a.name))
    _print("method", splits, proved, proved, lambda a: _first(METHODS, "\n".join(a.proof)))
    _print(
        "not proved: subject", splits, rest, [], lambda a: _first(SUBJECTS, statements[a.source])
    )
    texts = ((statements[a.source], saved.proof_file(a).read_text("utf-8")) for a in proved)
    same = sum(re.search(rf"{re.escape(s)}\s*:= by", text) is not None for s, text in texts)
    print(
        f"{same} of {len(proved)} proofs hold the benchmark's statement, character for character."
    )


def _print(
    title: str,
    splits: Sequence[str],
    whole: Sequence[Attempt],
    part: Sequence[Attempt],
    group: Callable[[Attempt], str],
) -> None:
    """One table: of each group how many of the whole are in the part, split by split."""
    asked = Counter((group(a), _split(a)) for a in whole)
    found = Counter((group(a), _split(a)) for a in part)
    share = part and len(part) != len(whole)
    print(f"| {title} | {' | '.join([*splits, 'all'])} |")
    print(f"| --- |{' ---: |' * (len(splits) + 1)}")
    for name in dict.fromkeys([*SOURCES, *METHODS, *SUBJECTS]):
        counts = [(found[name, s], asked[name, s]) for s in splits]
        counts.append((sum(f for f, _ in counts), sum(a for _, a in counts)))
        if counts[-1][1]:
            cells = [f"{f} of {a}" if share else str(a) for f, a in counts]
            print(f"| {name} | {' | '.join(cells)} |")
    print()


def _first(groups: dict[str, str], text: str) -> str:
    return next(name for name, pattern in groups.items() if re.search(pattern, text))


def _split(attempt: Attempt) -> str:
    return attempt.source.split("/")[1]


if __name__ == "__main__":
    main()
