"""A whole Lean text through a fresh Lean: its errors, `sorry`s and axioms, and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from formalmath.lean.commands import THEOREM_WORDS, Command, commands
from formalmath.lean.compile import Compiled, compile_text
from formalmath.lean.elaborator import Outcome
from formalmath.lean.messages import Message
from formalmath.lean.proof_check import STANDARD_AXIOMS, axioms_of
from formalmath.lean.tokens import Kind, scan
from formalmath.lean.toolchain import Toolchain

_SORRY = "declaration uses `sorry`"


@dataclass(frozen=True)
class FileCheck:
    """What a fresh Lean made of a file.

    Attributes:
        compiled: its messages, with lines of the file.
        axioms: for each theorem and example of an accepted file, the full names of the axioms
            that it rests on; None if Lean did not name them.
    """

    compiled: Compiled
    axioms: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    @property
    def foreign(self) -> dict[str, tuple[str, ...]]:
        """The theorems that rest on more than the standard axioms, with what they rest on."""
        every = {n: tuple(sorted(set(a or ()) - STANDARD_AXIOMS)) for n, a in self.axioms.items()}
        return {name: axioms for name, axioms in every.items() if axioms}

    @property
    def unanswered(self) -> list[str]:
        """The theorems whose axioms Lean did not name."""
        return [name for name, axioms in self.axioms.items() if axioms is None]

    @property
    def sorries(self) -> tuple[Message, ...]:
        """Lean's warnings of `sorry`, in whatever declaration."""
        return tuple(m for m in self.compiled.messages if m.text == _SORRY)

    @property
    def stands(self) -> bool:
        """No error, no `sorry`, and every theorem rests on standard axioms only."""
        asked = not self.foreign and not self.unanswered
        return self.compiled.accepted and asked and not self.sorries


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
        return FileCheck(
            dataclasses.replace(compiled, outcome=answers.outcome, detail=answers.detail)
        )
    axioms: dict[str, tuple[str, ...] | None] = dict.fromkeys(names.values())
    for message in answers.messages:
        if message.start.line in names and (found := axioms_of(message)) is not None:
            axioms[names[message.start.line]] = tuple(sorted(found))
    return FileCheck(compiled, axioms)


@dataclass(frozen=True)
class _Asked:
    """A theorem or example: its name for Lean, its name for people, and what `example` becomes."""

    name: str
    shown: str
    command: Command
    instead: str = ""


def _with_questions(text: str) -> tuple[str, dict[int, str]]:
    """The text with a `#print axioms` behind each theorem, and the theorem asked for by line.

    An example has no name to ask by, so it becomes a definition that has one.
    """
    pieces: list[str] = []
    names: dict[int, str] = {}
    waiting: list[_Asked] = []
    mutual = False
    line, done = 1, 0

    def copy(end: int) -> None:
        nonlocal line, done
        pieces.append(text[done:end])
        line += pieces[-1].count("\n")
        done = end

    parts = commands(text, scan(text).code)
    asked = {found.command.start: found for found in _asked(text, parts)}
    for command in parts:
        if command.start in asked:
            waiting.append(asked[command.start])
            if waiting[-1].instead:
                copy(command.start)
                pieces.append(waiting[-1].instead)
                done += len(command.word)
        mutual = (mutual or command.word == "mutual") and command.word != "end"
        if mutual:  # no question may stand there
            continue
        copy(command.tokens[-1].end)
        for each in waiting:
            pieces.append(f"\nset_option pp.fullNames true in\n#print axioms {each.name}\n")
            names[line + 2] = each.shown
            line += 3
        waiting.clear()
    copy(len(text))
    return "".join(pieces), names


def _asked(text: str, parts: Sequence[Command]) -> Iterator[_Asked]:
    seen: set[str] = set()
    for before, command in zip([None, *parts], parts, strict=False):
        line = text.count("\n", 0, command.start) + 1
        if command.word == "example":
            name = f"formalmath_example_{line}_{command.start}"
            computed = before is not None and before.word in ("noncomputable", "unsafe", "partial")
            instead = f"{'' if computed else 'noncomputable '}def {name}"
            yield _Asked(name, f"example (line {line})", command, instead)
        elif command.word in THEOREM_WORDS and len(command.tokens) > 1:
            if command.tokens[1].kind is not Kind.WORD:
                continue
            name = command.tokens[1].text
            yield _Asked(name, name if name not in seen else f"{name} (line {line})", command)
            seen.add(name)
