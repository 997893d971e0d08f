"""The states before and after every tactic of a proof, and nothing else.

The proof is written out so that every tactic of it stands alone: `layout` opens the blocks, a
tactic that held blocks becomes one with `?_` in their place (`induction n with | zero => ?_ ..`,
`have h : P := ?_`), `case h x => ..` names its hypotheses by `rename_i x`, and each block follows
behind a `·`. Between them stands `trace_state`, whose messages are the states. So each recorded
step really ran, from the state that stands before it. Inside a block that are its own goals only.

If Lean does not accept the proof so written, what has the first error is left as one tactic, in the
end the whole proof. A proof that is a term is the one step `exact TERM`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from formalmath.errors import InputError, LeanProcessError
from formalmath.lean.elaborator import ChunkReport, Elaborator, Outcome
from formalmath.lean.layout import Frame, Tactic, dedented, tactics_of
from formalmath.lean.proof_text import example_chunk, indented, moved, proof_position
from formalmath.lean.theorem import Theorem
from formalmath.lean.tokens import scan
from formalmath.lean.trace import Step
from formalmath.limits import Limits

LIMITS = Limits(heartbeats=0, wall_s=300.0)
"""For one whole proof, which was accepted under limits of its own."""

_MARK = "trace_state"
_TRIES = 8
_INNER = "  "

_Path = tuple[int, ...]
"""Where a tactic stands: its number in its block, behind the block's and where that stands."""


async def traced(
    theorem: Theorem, proof: str, lean: Elaborator, limits: Limits = LIMITS
) -> tuple[Step, ...]:
    """The steps of a proof, in the order of its text; without premises and failures.

    Args:
        theorem: what is proved.
        proof: as it stands behind the theorem's `:=`.
        lean: runs it.
        limits: for the whole proof.

    Raises:
        InputError: Lean does not accept the proof, as an `example` behind the theorem's prefix.
        LeanProcessError: it came to no end with it.
    """
    tactics = _tactics(proof)
    whole: set[_Path] = set()
    for _ in range(_TRIES):
        script = _Script(tactics, whole)
        report = await _run(theorem, script, lean, limits)
        if not report.errors:
            return script.steps(_marks(theorem, report))
        more = script.fault(report.errors[0].start.line - proof_position(theorem).line - 1) - whole
        if not more:
            break
        whole |= more
    script = _Script((Tactic("\n".join(tactic.text for tactic in tactics)),), ())
    report = await _run(theorem, script, lean, limits)
    if report.errors:
        raise InputError(
            f"The proof of {theorem.name} cannot be run as an example: {report.errors[0].text}"
        )
    return script.steps(_marks(theorem, report))


async def stated_goals(theorems: Sequence[Theorem], lean: Elaborator, limits: Limits) -> list[str]:
    """The first state of each theorem; "" for one that Lean does not elaborate within the limits.

    Raises:
        PrefixError: what stands before a theorem does not elaborate.
        LeanProcessError: Lean cannot be started at all.
    """
    states = [""] * len(theorems)
    by_prefix: dict[str, list[int]] = {}
    for number, theorem in enumerate(theorems):
        by_prefix.setdefault(theorem.prefix, []).append(number)
    for prefix, numbers in by_prefix.items():
        chunks = [example_chunk(theorems[number], [_MARK, "sorry"]) for number in numbers]
        reports = await lean.elaborate(prefix, chunks, limits)
        for number, report in zip(numbers, reports, strict=True):
            if report.outcome is Outcome.DONE and not report.errors:
                states[number] = _marks(theorems[number], report).get(0, "")
    return states


def by_block(tactics: Sequence[str]) -> str:
    """The tactics of a search as a proof that `traced` reads."""
    return f"by\n{indented(tactics)}"


def _tactics(proof: str) -> tuple[Tactic, ...]:
    code = scan(proof).code
    if not code:
        raise InputError("The proof is empty.")
    if code[0].text == "by" and len(code) > 1:
        line = proof.rfind("\n", 0, code[1].start) + 1
        block = " " * (code[1].start - line) + proof[code[1].start :]
        return tactics_of(block)
    column = code[0].start - proof.rfind("\n", 0, code[0].start) - 1
    term = dedented(proof[code[0].start : code[-1].end], column)
    return (Tactic(f"exact {textwrap.indent(term, _INNER).lstrip()}"),)


async def _run(theorem: Theorem, script: _Script, lean: Elaborator, limits: Limits) -> ChunkReport:
    chunk = example_chunk(theorem, ["\n".join(script.lines)])
    [report] = await lean.elaborate(theorem.prefix, [chunk], limits)
    if report.outcome is not Outcome.DONE:
        raise LeanProcessError(
            f"Lean came to no end with the proof of {theorem.name}: "
            f"{report.detail or report.outcome}."
        )
    return report


def _marks(theorem: Theorem, report: ChunkReport) -> dict[int, str]:
    """What Lean said on each line of the script."""
    first = proof_position(theorem).line + 1
    return {m.start.line - first: m.text for m in report.messages if not m.is_error}


@dataclass(frozen=True)
class _Planned:
    """A step, and the lines on which its states will be told."""

    tactic: str
    before: int
    after: int


class _Script:
    """The text of a proof with marks in it."""

    def __init__(self, tactics: Sequence[Tactic], whole: Collection[_Path]) -> None:
        """Of a block; the tactics at the paths `whole` are left as they are."""
        self.lines: list[str] = []
        self._whole = whole
        self._planned: list[_Planned] = []
        self._opened: list[tuple[_Path, int, int]] = []
        self._write(tactics, "", ())

    def steps(self, told: dict[int, str]) -> tuple[Step, ...]:
        """The steps, given what Lean said on which line."""
        return tuple(
            Step(told.get(each.before, ""), each.tactic, told.get(each.after, ""))
            for each in self._planned
        )

    def fault(self, line: int) -> set[_Path]:
        """What should stay whole, if the first error is on a line: the innermost there.

        If nothing was opened there, the last that was opened before; it left something undone.
        """
        around = [path for path, start, end in self._opened if start <= line < end]
        before = [path for path, _, end in self._opened if end <= line] or [
            path for path, _, _ in self._opened
        ]
        return {max(around, key=len)} if around else set(before[-1:])

    def _write(self, tactics: Sequence[Tactic], indent: str, at: _Path) -> None:
        last: int | None = None  # the mark that stands right before
        for number, tactic in enumerate(tactics):
            path = (*at, number)
            opened = tactic.frame is not Frame.PLAIN and path not in self._whole
            if not opened or tactic.frame is not Frame.FOCUS:
                before = self._mark(indent) if last is None else last
                text = tactic.head if opened else tactic.text
                start = len(self.lines)
                self.lines += moved(text, indent).split("\n")
                last = self._mark(indent)
                self._planned.append(_Planned(text, before, last))
            if opened:
                start = len(self.lines) if tactic.frame is Frame.FOCUS else start
                self._blocks(tactic, indent, path)
                self._opened.append((path, start, len(self.lines)))
                last = None

    def _blocks(self, tactic: Tactic, indent: str, path: _Path) -> None:
        side = tactic.frame is Frame.SIDE
        if side:
            self.lines.append(f"{indent}rotate_left")
        for number, block in enumerate(tactic.blocks):
            self.lines.append(f"{indent}{tactic.label or '·'}")
            self._write(block, indent + _INNER, (*path, number))
        if side:
            self.lines.append(f"{indent}rotate_right")

    def _mark(self, indent: str) -> int:
        self.lines.append(f"{indent}{_MARK}")
        return len(self.lines) - 1
