"""What people see of checked and ranked solutions on a terminal. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from formalmath.informal.marks import SIGNS, answer_remark, pieces, remarks
from formalmath.informal.ranking import Group
from formalmath.informal.verdicts import SolutionVerdict, Status, StepVerdict

COLOURS = {Status.VERIFIED: "green", Status.REFUTED: "red", Status.UNKNOWN: "yellow"}


def print_verdict(console: Console, verdict: SolutionVerdict, show_lean: bool = False) -> None:
    """The solution with a mark at each claim, remarks under the steps, and the verdict."""
    if verdict.solution.name:
        console.print(Text(verdict.solution.name, style="bold"))
    width = len(str(len(verdict.steps)))
    for step in verdict.steps:
        console.print(_step_line(verdict, step, width))
        for remark in remarks(verdict, step):
            console.print(Text(f"{' ' * (width + 3)}{remark}", style="dim"))
        if show_lean:
            for claim in step.claims:
                for proof in claim.proofs:
                    console.print(Text(_indented(proof.lean, width + 3), style="cyan"))
    status, words = answer_remark(verdict)
    console.print(Text.assemble((SIGNS[status], COLOURS[status]), f" answer: {words}"))
    console.print(_summary(verdict))


def _step_line(verdict: SolutionVerdict, step: StepVerdict, width: int) -> Text:
    colour = COLOURS[step.status] if step.claims or step.says.unread else "dim"
    mark = SIGNS[step.status] if step.claims or step.says.unread else " "
    line = Text.assemble((f"{step.index + 1:>{width}} {mark} ", colour))
    for piece, signs in pieces(verdict, step):
        line.append(piece.text, COLOURS[piece.status] if piece.status else "")
        if signs:
            line.append(signs, f"bold {COLOURS[piece.status or Status.UNKNOWN]}")
    return line


def _summary(verdict: SolutionVerdict) -> Text:
    claims = [claim for step in verdict.steps for claim in step.claims]
    counts = ", ".join(
        f"{sum(claim.status is status for claim in claims)} {status.value}" for status in Status
    )
    word = verdict.status.value.upper()
    why = f": {verdict.why}" if verdict.why else ""
    return Text.assemble(
        (word, f"bold {COLOURS[verdict.status]}"), f"{why} ({len(claims)} claims: {counts})"
    )


def print_counts(console: Console, verdicts: Sequence[SolutionVerdict]) -> None:
    """One line for many solutions."""
    counts = ", ".join(
        f"{sum(v.status is status for v in verdicts)} {status.value}" for status in Status
    )
    console.print(f"{len(verdicts)} solutions: {counts}.")


def print_ranking(
    console: Console, problem: str, plain: Sequence[Group], verified: Sequence[Group]
) -> None:
    """The answers of one problem with their votes, plain and verified."""
    shown = problem if len(problem) <= 100 else f"{problem[:97]}..."
    console.print(Text(shown or "(no problem given)", style="bold"))
    votes = {group.members: group.votes for group in plain}
    for i, group in enumerate(verified):
        best = "→" if i == 0 else " "
        members = ", ".join(str(member + 1) for member in group.members)
        console.print(
            Text(
                f"{best} {group.answer}: {votes[group.members]:g} of all, "
                f"{group.votes:g} of the verified (solutions {members})"
            )
        )
    if not verified:
        console.print(Text("  no solution states an answer", style="yellow"))
    elif plain[0].members != verified[0].members:
        console.print(Text(f"  a plain majority would choose {plain[0].answer}", style="yellow"))


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line for line in text.splitlines())
