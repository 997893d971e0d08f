"""From a translation to verdicts: which claims Lean accepts, and what follows for the steps.

Every claim and every negation is put to Lean, the likelier one first. What Lean does not prove is
unknown, whatever arithmetic in Python says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from formalmath.informal.claims import (
    Claim,
    LeanStatement,
    Reading,
    Statement,
    Translation,
    Translator,
)
from formalmath.informal.flow import Flow, flow_of
from formalmath.informal.judge import Goal, Judge, Judgement
from formalmath.informal.lean_text import theorem
from formalmath.informal.solution import Solution
from formalmath.informal.symbolic import SymbolicTranslator
from formalmath.informal.verdicts import (
    AnswerVerdict,
    ClaimVerdict,
    Proof,
    SolutionVerdict,
    Status,
    StepVerdict,
    step_status,
)


class Checker:
    """Checks solutions: many in one call share the calls to Lean."""

    def __init__(self, judge: Judge, translator: Translator | None = None) -> None:
        """`translator`: the symbolic one by default."""
        self._judge = judge
        self._translator = translator or SymbolicTranslator()

    async def check(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        """A verdict for each solution."""
        translations = [await self._translator.translate(each) for each in solutions]
        ledger = _Ledger(self._judge)
        claims = [claim for each in translations for claim in _claims(each)]
        plain = [claim.readings[0] for claim in claims]
        await ledger.settle([*plain, *(each for s in plain for each in _support(s))])
        # Other readings matter only where the plain one is refuted.
        refuted = [c for c in claims if ledger.refuted(c.readings[0])]
        await ledger.settle([reading for claim in refuted for reading in claim.readings[1:]])
        return [_verdict(each, ledger) for each in translations]


def _support(statement: Reading) -> list[Statement]:
    return [Statement(relation) for relation in statement.support]


def _claims(translation: Translation) -> Iterator[Claim]:
    for step in translation.steps:
        yield from step.claims
    if translation.answer:
        for claim in (translation.answer.computed, translation.answer.solves):
            if claim:
                yield claim


@dataclass
class _Ledger:
    """What Lean said so far. Statements that are the same in Lean are put to it once."""

    judge: Judge
    known: dict[str, Judgement] = field(default_factory=dict)

    async def settle(self, statements: Sequence[Reading]) -> None:
        """Put each statement and, where it is not proved, its negation; the likelier one first."""
        first = [Goal(each, negated=not each.likely) for each in statements]
        await self._put(first)
        failed = [Goal(g.statement, not g.negated) for g in first if not self._proved(g)]
        await self._put(failed)

    async def _put(self, goals: Sequence[Goal]) -> None:
        new = {_key(goal): goal for goal in goals if _key(goal) not in self.known}
        if new:
            judged = await self.judge.judge(list(new.values()))
            self.known.update(zip(new, judged, strict=True))

    def _proved(self, goal: Goal) -> bool:
        return self.known[_key(goal)].proved

    def proof(self, statement: Reading, negated: bool) -> Proof | None:
        """The proof of a statement or its negation, if Lean accepted one."""
        judgement = self.known.get(_key(Goal(statement, negated)))
        if judgement is None or not judgement.proved:
            return None
        return Proof(statement, negated, judgement.lean)

    def refuted(self, statement: Reading) -> bool:
        """Whether its negation is proved."""
        return self.proof(statement, True) is not None

    def why(self, statement: Reading) -> str:
        """Why neither a statement nor its negation is proved."""
        judgement = self.known.get(_key(Goal(statement, not statement.likely)))
        return (judgement and judgement.why) or "Lean proved neither it nor its negation"


def _key(goal: Goal) -> str:
    if isinstance(goal.statement, LeanStatement):
        return goal.statement.theorem("", goal.negated)
    return theorem(goal.statement, "", goal.negated).text


def _verdict(translation: Translation, ledger: _Ledger) -> SolutionVerdict:
    judged = [tuple(_judged(claim, ledger) for claim in s.claims) for s in translation.steps]
    statuses = [
        step_status(claims, says) for claims, says in zip(judged, translation.steps, strict=True)
    ]
    answer = translation.answer
    answered = None
    if answer is not None:
        answered = AnswerVerdict(
            answer,
            _judged(answer.computed, ledger) if answer.computed else None,
            _judged(answer.solves, ledger) if answer.solves else None,
        )
    flow: Flow = flow_of(translation)
    refuted = {i for i, (status, _) in enumerate(statuses) if status is Status.REFUTED}
    steps = tuple(
        StepVerdict(
            i,
            status,
            why,
            judged[i],
            translation.steps[i],
            flow.unsupported[i],
            tuple(sorted(refuted.intersection(flow.uses[i]))),
            flow.used_by[i],
        )
        for i, (status, why) in enumerate(statuses)
    )
    status, why = _whole(steps, answered)
    return SolutionVerdict(translation.solution, status, why, steps, answered)


def _judged(claim: Claim, ledger: _Ledger) -> ClaimVerdict:
    plain = claim.readings[0]
    if not all(ledger.proof(each, False) for each in _support(plain)):
        return ClaimVerdict(claim, Status.UNKNOWN, "nothing shows that its hypotheses can hold")
    if proof := ledger.proof(plain, False):
        return ClaimVerdict(claim, Status.VERIFIED, proofs=(proof,))
    proofs = [ledger.proof(reading, True) for reading in claim.readings]
    if proofs[0] is None:
        return ClaimVerdict(claim, Status.UNKNOWN, ledger.why(plain))
    shown = tuple(proof for proof in proofs if proof)
    for reading in claim.readings[1:]:
        if proof := ledger.proof(reading, False):
            why = f"it does not hold as written; it holds with {reading.reading}"
            return ClaimVerdict(claim, Status.UNKNOWN, why, (*shown, proof))
    if claim.doubt:
        why = f"it does not hold as read, but {claim.doubt}"
        return ClaimVerdict(claim, Status.UNKNOWN, why, shown)
    if len(shown) < len(claim.readings):
        return ClaimVerdict(claim, Status.UNKNOWN, ledger.why(plain), shown)
    return ClaimVerdict(claim, Status.REFUTED, proofs=shown)


def _whole(steps: Sequence[StepVerdict], answered: AnswerVerdict | None) -> tuple[Status, str]:
    """The verdict on the whole; see `SolutionVerdict` for what it means."""
    refuted = [step.index for step in steps if step.status is Status.REFUTED]
    if refuted:
        return Status.REFUTED, f"step {refuted[0] + 1} is refuted"
    solves = answered.solves if answered else None
    if solves and solves.status is Status.REFUTED:
        return Status.REFUTED, "the answer is not the value of the problem"
    for step in steps:
        if step.says.unread or any(c.status is Status.UNKNOWN for c in step.claims):
            return Status.UNKNOWN, f"step {step.index + 1}: {step.why}"
    if not any(step.claims for step in steps):
        return Status.UNKNOWN, "no calculation in it could be read"
    if answered is None or answered.answer.value is None:
        return Status.UNKNOWN, "it states no final answer that could be read"
    computed = answered.computed
    if computed is None or computed.status is not Status.VERIFIED:
        return Status.UNKNOWN, "no step computes its final answer"
    return Status.VERIFIED, ""
