"""Measures the checker of solutions on real ones; see `python -m tests.bench.informal --help`.

The data folder holds `bigbench_mistake/multistep_arithmetic_*.jsonl` (steps with the index of the
first wrong one, or null) and `gsm8k/model_solutions_*.jsonl` (four solutions a problem, each with
whether its answer is right). Neither belongs to this project.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import json
import operator
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from formalmath.informal.checker import Checker
from formalmath.informal.lean_judge import LeanJudge
from formalmath.informal.ranking import Vote, ranked
from formalmath.informal.solution import Solution
from formalmath.informal.terms import NoReading, holds, variables
from formalmath.informal.verdicts import ClaimVerdict, SolutionVerdict, Status
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.verify.verifier import Verifier

AUTHORS = ("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.bench.informal", description=__doc__)
    parser.add_argument("what", choices=("bigbench", "gsm8k"))
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--limit", type=int, default=0, help="at most so many records; 0: all")
    asked = parser.parse_args()
    folder, pattern = {
        "bigbench": ("bigbench_mistake", "multistep_arithmetic_*.jsonl"),
        "gsm8k": ("gsm8k", "model_solutions_*.jsonl"),
    }[asked.what]
    files = sorted((asked.data / folder).glob(pattern))
    rows = [json.loads(line) for file in files for line in file.read_text().splitlines()]
    rows = rows[: asked.limit or None]
    {"bigbench": bigbench, "gsm8k": gsm8k}[asked.what](rows)


def bigbench(rows: Sequence[dict[str, Any]]) -> None:
    verdicts = checked([Solution.from_steps(row["steps"], row["input"]) for row in rows])
    exact = with_mistake = refuted_right = right = 0
    for row, verdict in zip(rows, verdicts, strict=True):
        found, label = verdict.first_refuted, row["mistake_index"]
        # Where no step is labelled wrong, the answer may be wrong all the same.
        correct = label is None and Fraction(row["answer"]) == Fraction(row["target"])
        with_mistake += label is not None
        exact += label is not None and found == label
        right += correct
        refuted_right += correct and found is not None
        if found != label:
            said = "" if found is None else verdict.solution.steps[found].text
            print(f"label {label}, found {found}, {row['answer']} for {row['target']}: {said}")
    print(f"first wrong step located exactly: {exact} of {with_mistake}")
    print(f"correct solutions with a refuted step: {refuted_right} of {right}")


def gsm8k(rows: Sequence[dict[str, Any]]) -> None:
    given = [(row, row[author]) for row in rows for author in AUTHORS]
    verdicts = checked([Solution.from_text(s["solution"], row["question"]) for row, s in given])
    correct = [bool(s["is_correct"]) for _, s in given]
    claims(verdicts)
    notes(verdicts)
    answers(verdicts, correct)
    votes(verdicts, correct)


def checked(solutions: Sequence[Solution]) -> list[SolutionVerdict]:
    """Check all, and say how fast: warm, everything from text to verdict."""

    async def run() -> list[SolutionVerdict]:
        async with Verifier(EmbeddedToolchain.ready()) as verifier:
            checker = Checker(LeanJudge(verifier))
            await checker.check([Solution.from_text("1 + 1 = 2")])
            start = time.perf_counter()
            verdicts = await checker.check(solutions)
            report(verdicts, time.perf_counter() - start)
            return verdicts

    return asyncio.run(run())


def report(verdicts: Sequence[SolutionVerdict], seconds: float) -> None:
    steps = [step for verdict in verdicts for step in verdict.steps]
    with_claims = sum(bool(step.claims) for step in steps)
    proofs = {
        p.lean.partition(" ")[2].partition(" ")[2] for c in all_claims(verdicts) for p in c.proofs
    }
    print(
        f"{len(verdicts)} solutions, {len(steps)} steps, {with_claims} with claims, {seconds:.1f} s"
    )
    print(f"{with_claims / seconds:.1f} steps with claims/s, {len(proofs) / seconds:.1f} proofs/s")


def claims(verdicts: Sequence[SolutionVerdict]) -> None:
    """Counts, and every disagreement of Lean's verdicts with exact arithmetic."""
    counts = Counter(claim.status.value for claim in all_claims(verdicts))
    print(f"claims: {dict(counts)}")
    whys = Counter(c.why for c in all_claims(verdicts) if c.status is Status.UNKNOWN)
    for why, count in whys.most_common(12):
        print(f"  unknown {count}: {why}")
    wrong = [
        c for c in all_claims(verdicts) if (truth := exactly(c)) is not None and disagrees(c, truth)
    ]
    print(f"disagreements with exact arithmetic: {len(wrong)}")
    for claim in wrong:
        print(f"  {claim.status.value}: {claim.claim.readings[0]}")


def exactly(claim: ClaimVerdict) -> bool | None:
    """Whether a claim without variables holds, by `Fraction`; None if it has some."""
    relation = claim.claim.readings[0].relation
    if variables(relation.left, relation.right):
        return None
    try:
        return holds(relation)
    except NoReading:
        return None


def disagrees(claim: ClaimVerdict, truth: bool) -> bool:
    return claim.status is (Status.REFUTED if truth else Status.VERIFIED)


def notes(verdicts: Sequence[SolutionVerdict]) -> None:
    """The same for `<<..>>`, computed from their text by Python's own parser, not by ours."""
    counts: Counter[str] = Counter()
    for verdict in verdicts:
        for note in re.finditer(r"<<([^<>]*)>>", verdict.solution.text):
            truth = python_says(note[1])
            over = [
                c
                for step in verdict.steps
                for c in step.claims
                if c.claim.span.start <= note.end()
                and note.start() <= c.claim.span.end
                and same_equation(verdict.solution.text, c, note[1])
            ]
            status = over[0].status.value if over else "not read"
            counts[f"{status}, Python: {truth}"] += 1
            if (truth and status == "refuted") or (truth is False and status == "verified"):
                print(f"  DISAGREES: {note[0]} is {status}")
    print(f"annotations: {dict(counts)}")


def same_equation(text: str, claim: ClaimVerdict, note: str) -> bool:
    """Whether the claim is the annotation's own equation, or the text's with the same numbers."""
    said = claim.claim.span.of(text)
    if note in said and not said.startswith("<<"):
        said = re.sub(r"<<[^<>]*>>", "", said)
        if "=" not in said:
            return False
    last = python_value(note.split("=")[-1])
    if last is not None and claim.claim.result != last:
        return False  # `60 - 170 = <<60-170=-110>>110` says two things
    digits = [Fraction(n) for n in re.findall(r"\d+\.?\d*|\.\d+", said.replace(",", ""))]
    wanted = [Fraction(n) for n in re.findall(r"\d+\.?\d*|\.\d+", note.replace(",", ""))]
    return digits == wanted


def python_says(equation: str) -> bool | None:
    """Whether an annotation's sides are equal as rationals; None if Python cannot read it."""
    values = [python_value(side) for side in equation.split("=")]
    if None in values:
        return None
    return len(values) > 1 and len(set(values)) == 1


def python_value(side: str) -> Fraction | None:
    """The value of one side; None if Python cannot read it."""
    try:
        return evaluated(ast.parse(side.replace(",", "").strip(), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, KeyError):
        return None


SIGNS: dict[type, Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def evaluated(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Fraction(repr(number))
        case ast.BinOp(left=left, op=sign, right=right):
            return SIGNS[type(sign)](evaluated(left), evaluated(right))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -evaluated(inner)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return evaluated(inner)
        case _:
            raise ValueError("no arithmetic")


def answers(verdicts: Sequence[SolutionVerdict], correct: Sequence[bool]) -> None:
    """The verdict as a filter for wrong answers."""
    table = Counter((v.status.value, c) for v, c in zip(verdicts, correct, strict=True))
    for status in Status:
        good, bad = table[status.value, True], table[status.value, False]
        print(f"  {status.value}: {good} right answers, {bad} wrong")
    refuted = [c for v, c in zip(verdicts, correct, strict=True) if v.first_refuted is not None]
    wrong = correct.count(False)
    print(f"wrong answers with a refuted step: {refuted.count(False)} of {wrong}")
    print(f"a refuted step means a wrong answer: {refuted.count(False)} of {len(refuted)}")
    for verdict, good in zip(verdicts, correct, strict=True):
        if good and verdict.first_refuted is not None:
            print(f"  right answer, yet: {verdict.solution.steps[verdict.first_refuted].text}")


def votes(verdicts: Sequence[SolutionVerdict], correct: Sequence[bool]) -> None:
    """Choosing one of four by majority."""
    groups = [range(i, i + len(AUTHORS)) for i in range(0, len(verdicts), len(AUTHORS))]
    for vote in Vote:
        right = 0
        for group in groups:
            order = ranked([verdicts[i] for i in group], vote)
            right += bool(order) and correct[group[order[0].members[0]]]
        print(f"{vote.value} majority: {right} of {len(groups)} problems")
    first = [sum(correct[g[k]] for g in groups) for k in range(len(AUTHORS))]
    print(f"each author alone: {dict(zip(AUTHORS, first, strict=True))}")
    print(f"at least one of four right: {sum(any(correct[i] for i in g) for g in groups)}")


def all_claims(verdicts: Sequence[SolutionVerdict]) -> Iterator[ClaimVerdict]:
    for verdict in verdicts:
        for step in verdict.steps:
            yield from step.claims


if __name__ == "__main__":
    main()
