"""A whole Lean text through a fresh Lean: its errors, `sorry`s and axioms, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from formalmath.lean.commands import THEOREM_WORDS, commands
from formalmath.lean.compile import Compiled, compile_text
from formalmath.lean.elaborator import Outcome
from formalmath.lean.proof_check import STANDARD_AXIOMS, axioms_of
from formalmath.lean.tokens import Kind, scan
from formalmath.lean.toolchain import Toolchain


@dataclass(frozen=True)
class FileCheck:
    """What a fresh Lean made of a file.

    Attributes:
        compiled: its messages, with lines of the file.
        axioms: for each theorem of an accepted file, the full names of the axioms it rests on.
    """

    compiled: Compiled
    axioms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def foreign(self) -> dict[str, tuple[str, ...]]:
        """The theorems that rest on more than the standard axioms, with what they rest on."""
        every = {name: tuple(sorted(set(a) - STANDARD_AXIOMS)) for name, a in self.axioms.items()}
        return {name: axioms for name, axioms in every.items() if axioms}

    @property
    def stands(self) -> bool:
        """No error, and no theorem rests on `sorry` or any other axiom of its own."""
        return self.compiled.accepted and not self.foreign


async def check_text(toolchain: Toolchain, text: str, timeout_s: float) -> FileCheck:
    """Compile the text, then once more with a question for the axioms behind each theorem.

    Raises:
        LeanProcessError: Lean cannot be started.
    """
    compiled = await compile_text(toolchain, text, timeout_s)
    if not compiled.accepted:
        return FileCheck(compiled)
    asking, names = _with_questions(text)
    answers = await compile_text(toolchain, asking, timeout_s)
    if answers.outcome is not Outcome.DONE:
        return FileCheck(answers)
    axioms: dict[str, tuple[str, ...]] = {}
    for message in answers.messages:
        if message.start.line in names and (found := axioms_of(message)) is not None:
            axioms[names[message.start.line]] = tuple(sorted(found))
    return FileCheck(compiled, axioms)


def _with_questions(text: str) -> tuple[str, dict[int, str]]:
    """The text with a `#print axioms` behind each theorem, and the theorem asked for by line."""
    parts = commands(text, scan(text).code)
    pieces: list[str] = []
    names: dict[int, str] = {}
    line, done = 1, 0
    for command in parts:
        if command.word not in THEOREM_WORDS or len(command.tokens) < 2:
            continue
        if command.tokens[1].kind is not Kind.WORD:
            continue
        end = command.tokens[-1].end
        name = command.tokens[1].text
        question = f"\nset_option pp.fullNames true in\n#print axioms {name}\n"
        line += text.count("\n", done, end)
        names[line + 2] = name
        line += question.count("\n")
        pieces += [text[done:end], question]
        done = end
    return "".join([*pieces, text[done:]]), names
