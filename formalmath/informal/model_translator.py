"""The translator that asks a model what the symbolic one could not read, and nothing else.

A step is put to the model with the problem and what stands before it. Of its samples, those that
Lean takes (after repairs from Lean's error) and in which no fault of meaning was found become the
readings of one claim, the most frequent first. The whole solution is put to it as well: its answer
is then held to the problem.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from formalmath.errors import InputError
from formalmath.informal.chat import ChatModel, Message, user
from formalmath.informal.claims import (
    Claim,
    LeanStatement,
    Passage,
    Role,
    StepClaims,
    Translation,
    Translator,
)
from formalmath.informal.faithful import strangeness, vacuity
from formalmath.informal.formal_judge import HEADER, FormalProver
from formalmath.informal.lean_reply import lean_statement
from formalmath.informal.prompts import PROMPTS, REPAIR, Prompt, filled
from formalmath.informal.solution import Solution, Step
from formalmath.informal.symbolic import SymbolicTranslator
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem

ERROR_CHARACTERS = 600
"""Of Lean's error, shown to the model."""


@dataclass(frozen=True)
class ModelConfig:
    """How a model is asked.

    Attributes:
        samples: replies to a question.
        repairs: rounds of repair of a reply that Lean does not take.
        prompts: the templates: `prompts.PROMPTS`, or `prompts.LEGACY`.
    """

    samples: int = 4
    repairs: int = 2
    prompts: Mapping[Prompt, str] = field(default_factory=lambda: PROMPTS)


class ModelTranslator:
    """Reads by `first`, and asks the model about the steps that have more to say."""

    def __init__(
        self,
        model: ChatModel,
        prover: FormalProver,
        config: ModelConfig | None = None,
        first: Translator | None = None,
    ) -> None:
        """`first`: the symbolic translator by default."""
        self._model, self._prover = model, prover
        self._config = config or ModelConfig()
        self._first = first or SymbolicTranslator()

    async def translate(self, solution: Solution) -> Translation:
        """As `Translator`.

        Raises:
            ModelError: the model gave no reply.
        """
        read = await self._first.translate(solution)
        answered = read.answer.step if read.answer else None
        steps = [
            await self._step(solution, step, says, step.index == answered)
            for step, says in zip(solution.steps, read.steps, strict=True)
        ]
        return await self._answered(replace(read, steps=tuple(steps)))

    async def _step(
        self, solution: Solution, step: Step, says: StepClaims, answers: bool
    ) -> StepClaims:
        said = says.claims or says.introduces or answers
        silent = not said and any(c.isdigit() for c in step.text)
        if not says.unread and not silent:
            return says
        before = solution.text[: step.span.start].strip()
        parts = [solution.problem, before, f"Show that: {step.text}"]
        asked = "\n".join(part for part in parts if part)
        prompt = filled(self._config.prompts[Prompt.STATEMENT_TO_LEAN], Theorem=asked)
        readings, why = await self._readings(prompt, asked)
        if readings:
            claim = Claim(step.span, Role.STATED, readings)
            return StepClaims((*says.claims, claim), (), says.introduces)
        if not why:  # it had nothing to state
            return says
        return replace(says, unread=(*says.unread, Passage(step.span, why)))

    async def _answered(self, read: Translation) -> Translation:
        """The answer with the claim that it is the problem's, by the solution as a whole."""
        solution, answer = read.solution, read.answer
        if answer is None or answer.solves is not None or not solution.problem:
            return read
        prompt = filled(
            self._config.prompts[Prompt.COT_TO_LEAN],
            Question=solution.problem,
            COT=solution.text,
        )
        said = f"{solution.problem}\nThe answer is {answer.span.of(solution.text)}."
        readings, _ = await self._readings(prompt, said)
        if not readings:
            return read
        return replace(
            read, answer=replace(answer, solves=Claim(answer.span, Role.ANSWER, readings))
        )

    async def _readings(self, prompt: str, said: str) -> tuple[tuple[LeanStatement, ...], str]:
        """What the model states, the most frequent first; or why nothing of it counts."""
        replies = await self._model.replies([user(prompt)], self._config.samples)
        found: list[LeanStatement] = []
        why = ""
        for reply in replies:
            made = await self._accepted(prompt, reply)
            if isinstance(made, LeanStatement):
                found.append(made)
            elif made:
                why = f"the model's statement was not taken: {made}"
        counts = Counter(each.theorem("") for each in found)
        distinct = {each.theorem(""): each for each in sorted(found, key=lambda s: bool(s.proof))}
        good: list[LeanStatement] = []
        for text, _ in counts.most_common():
            statement = distinct[text]
            fault = await vacuity(statement, self._prover) or await strangeness(
                statement, said, self._model, self._config.prompts[Prompt.LEAN_TO_STATEMENT]
            )
            if fault:
                why = f"the model's statement does not count: {fault}"
            else:
                label = "another statement of the model's" if good else "a model's statement"
                good.append(replace(statement, reading=label))
        return tuple(good), why

    async def _accepted(self, prompt: str, reply: str) -> LeanStatement | str:
        """A reply's statement as Lean takes it, repaired if need be; else what is wrong with it;
        "" if there is none."""
        talk: Sequence[Message] = [user(prompt)]
        fault = ""
        for round_left in range(self._config.repairs, -1, -1):
            try:
                made = lean_statement(reply)
                if made is None:  # in a repair: it gave up
                    break
                fault = await self._fault(made)
            except InputError as error:
                made, fault = None, str(error).splitlines()[0]
            if made is not None and not fault:
                return await self._with_proof(made)
            if round_left:
                asked = filled(REPAIR, Error=fault[:ERROR_CHARACTERS])
                talk = [*talk, Message("assistant", reply), user(asked)]
                reply = (await self._model.replies(talk))[0]
        return fault.partition("\n")[0]

    async def _fault(self, statement: LeanStatement) -> str:
        return await self._compiled(statement, "sorry")

    async def _with_proof(self, statement: LeanStatement) -> LeanStatement:
        """Without its proof, if Lean does not take that."""
        if statement.proof and await self._compiled(statement, statement.proof):
            return replace(statement, proof="")
        return statement

    async def _compiled(self, statement: LeanStatement, tactics: str) -> str:
        theorem = Theorem("stated", HEADER, statement.theorem("stated"))
        return await self._prover.fault(render_proof(theorem, [tactics]))
