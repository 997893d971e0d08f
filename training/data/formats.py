"""Every row of InternLM-Math's task table as a training item, and nothing else.

Pure: plain fields in, an `Example` out. Templates: `formalmath.informal.prompts`; source of the
table: arXiv 2402.06332, section 3 and appendix A.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from formalmath.informal.chat import Message, user
from formalmath.informal.conversation import END, START
from formalmath.informal.exchange import Wording, exchange, outcome, process
from formalmath.informal.prompts import PROMPTS, Prompt
from training.example import Example

CODE_INTERPRETER = "code interpreter"
FEW_SHOT = "few-shot"
AUGMENTING = (
    Prompt.REPHRASE,
    Prompt.AUGMENT,
    Prompt.HARDER,
    Prompt.NUMBERS,
    Prompt.FRACTIONS,
)
"""Tasks that make a problem of a problem."""

TASKS = (*(prompt.value for prompt in Prompt), CODE_INTERPRETER, FEW_SHOT)
"""The names of the tasks that have a format here; abilities with names of their own use `SOLVE`'s
template, which is the problem as it stands."""


@dataclass(frozen=True)
class Origin:
    """Where an item comes from: `Example.name` and `Example.source`.

    Items whose names differ only behind a `#` are of one thing, such as a proof or a problem: they
    stay together when a data set is split.
    """

    name: str
    source: str


@dataclass(frozen=True)
class Formats:
    """The formats in one wording, Lean 4 unless told.

    Attributes:
        wording: a template a task: `PROMPTS` or `LEGACY`.
    """

    wording: Wording = field(default_factory=lambda: PROMPTS)

    def solve(self, of: Origin, question: str, answer: str, task: str = Prompt.SOLVE) -> Example:
        """Chain of thought: problem to solution. `task`: its name, for abilities of their own."""
        return self._item(of, Prompt.SOLVE, answer, task, Question=question)

    def solve_in_lean(self, of: Origin, question: str, lean: str) -> Example:
        """Problem to Lean code that computes or proves the answer."""
        return self._item(of, Prompt.SOLVE_IN_LEAN, lean, Question=question)

    def code_interpreter(
        self, of: Origin, question: str, turns: Sequence[tuple[str, str, str]], answer: str
    ) -> Example:
        """Problem to text, Python, what it printed, and so on to the answer.

        Args:
            of: where it comes from.
            question: the problem.
            turns: of code: the text before it ("" for none), the Python, what came back.
            answer: the last turn, without code.
        """
        said = [user(question)]
        for text, code, result in turns:
            action = f"{START}\n```python\n{code.strip()}\n```\n{END}"
            said.append(Message("assistant", f"{text.rstrip()}\n{action}".lstrip()))
            said.append(Message("environment", result))
        return _example(CODE_INTERPRETER, [*said, Message("assistant", answer)], of)

    def outcome(self, of: Origin, question: str, answer: str, correct: bool) -> Example:
        """Outcome reward (ORM): problem and solution to `Correct` or `Incorrect`."""
        return _example(Prompt.ORM, outcome(question, answer, correct, self.wording), of)

    def process(
        self, of: Origin, question: str, steps: Sequence[str], labels: Sequence[bool]
    ) -> Example:
        """Process reward (PRM): problem and steps to a line a step, as far as there are labels."""
        return _example(Prompt.PRM, process(question, steps, labels, self.wording), of)

    def pairwise(self, of: Origin, question: str, first: str, second: str, better: int) -> Example:
        """Problem and two solutions to `Answer 1` or `Answer 2`. `better` is 1 or 2."""
        if better not in (1, 2):
            raise ValueError(f"of two answers, number {better} cannot be the better one")
        reply, blanks = f"Answer {better}", {"COT1": first, "COT2": second}
        return self._item(of, Prompt.PAIRWISE, reply, Question=question, **blanks)

    def cot_to_lean(self, of: Origin, question: str, answer: str, lean: str) -> Example:
        """Problem and solution to Lean code."""
        return self._item(of, Prompt.COT_TO_LEAN, lean, Question=question, COT=answer)

    def lean_to_cot(self, of: Origin, lean: str, question: str, answer: str) -> Example:
        """Lean code to problem and solution."""
        reply = f"Question:{question}\nAnswer:{answer}"
        return self._item(of, Prompt.LEAN_TO_COT, reply, LEAN=lean)

    def cot_to_statement(self, of: Origin, question: str, answer: str, statement: str) -> Example:
        """Problem and solution to a statement in proof format: `Prove that ..`."""
        return self._item(of, Prompt.COT_TO_STATEMENT, statement, Question=question, COT=answer)

    def statement_to_lean(self, of: Origin, theorem: str, lean: str) -> Example:
        """A theorem in natural language to its Lean statement, without a proof."""
        return self._item(of, Prompt.STATEMENT_TO_LEAN, lean, Theorem=theorem)

    def lean_to_statement(self, of: Origin, lean: str, theorem: str) -> Example:
        """A Lean statement to natural language."""
        return self._item(of, Prompt.LEAN_TO_STATEMENT, theorem, LEAN=lean)

    def tactic(self, of: Origin, state: str, tactic: str) -> Example:
        """A tactic state, as Lean prints it, to the next tactic."""
        return self._item(of, Prompt.TACTIC, tactic, STATE=state)

    def augment(self, of: Origin, prompt: Prompt, question: str, made: str) -> Example:
        """A problem to the one made of it. `prompt`: one of `AUGMENTING`."""
        if prompt not in AUGMENTING:
            raise ValueError(f"{prompt} makes no problem of a problem")
        return self._item(of, prompt, made, Question=question)

    def _item(
        self, of: Origin, prompt: Prompt, reply: str, task: str = "", **blanks: str
    ) -> Example:
        return _example(task or prompt, exchange(prompt, reply, self.wording, **blanks), of)


def few_shot(shots: Sequence[Example], item: Example) -> Example:
    """In-context form: `Question:..\\nAnswer:..` for each shot, then the item's, to be answered.

    Each has one question and one answer. The task becomes `few-shot`; name and source stay.
    """
    asked = "".join(
        f"Question:{question}\nAnswer:{answer}\n" for question, answer in map(_pair, shots)
    )
    question, answer = _pair(item)
    said = [user(f"{asked}Question:{question}\nAnswer:"), Message("assistant", answer)]
    return _example(FEW_SHOT, said, Origin(item.name, item.source))


def _pair(example: Example) -> tuple[str, str]:
    question, answer = example.messages
    return question.content, answer.content


def _example(task: str, messages: Sequence[Message], of: Origin) -> Example:
    return Example(str(task), tuple(messages), of.name, of.source)
