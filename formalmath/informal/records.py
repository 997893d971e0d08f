"""Verdicts as plain data for JSON, and nothing else."""

from __future__ import annotations

from typing import Any

from formalmath.informal.context import shown
from formalmath.informal.ranking import Group
from formalmath.informal.solution import Span
from formalmath.informal.verdicts import AnswerVerdict, ClaimVerdict, SolutionVerdict, StepVerdict


def verdict_record(verdict: SolutionVerdict) -> dict[str, Any]:
    """A solution's verdict. Spans count characters of the solution, end excluded."""
    return {
        "name": verdict.solution.name,
        "status": verdict.status.value,
        "why": verdict.why,
        "first_refuted": verdict.first_refuted,
        "unused": list(verdict.unused),
        "steps": [_step(verdict, step) for step in verdict.steps],
        "answer": _answer(verdict, verdict.answer) if verdict.answer else None,
    }


def group_record(group: Group) -> dict[str, Any]:
    """One group of equal answers."""
    return {"answer": group.answer, "members": list(group.members), "votes": group.votes}


def _step(verdict: SolutionVerdict, step: StepVerdict) -> dict[str, Any]:
    return {
        "index": step.index,
        "text": verdict.solution.steps[step.index].text,
        "span": _span(verdict.solution.steps[step.index].span),
        "status": step.status.value,
        "why": step.why,
        "introduces": list(step.says.introduces),
        "claims": [_claim(verdict, each) for each in step.claims],
        "unread": [
            {"span": _span(u.span), "text": u.span.of(verdict.solution.text), "why": u.why}
            for u in step.says.unread
        ],
        "unsupported": [shown(number) for number in step.unsupported],
        "rests_on_refuted": list(step.rests_on_refuted),
        "used_by": list(step.used_by),
    }


def _claim(verdict: SolutionVerdict, each: ClaimVerdict) -> dict[str, Any]:
    return {
        "text": each.claim.span.of(verdict.solution.text),
        "span": _span(each.claim.span),
        "role": each.claim.role.value,
        "status": each.status.value,
        "why": each.why,
        "lean": [
            {"reading": p.statement.reading, "negated": p.negated, "text": p.lean}
            for p in each.proofs
        ],
    }


def _answer(verdict: SolutionVerdict, answer: AnswerVerdict) -> dict[str, Any]:
    given = answer.answer
    return {
        "text": given.span.of(verdict.solution.text),
        "span": _span(given.span),
        "value": None if given.value is None else shown(given.value),
        "computed_in": given.computed_in,
        "computed": _claim(verdict, answer.computed) if answer.computed else None,
        "solves": _claim(verdict, answer.solves) if answer.solves else None,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
