"""A whole Lean text through a fresh Lean: its errors, `sorry`s and axioms, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from formalmath.errors import ToolchainError
from formalmath.lean.commands import THEOREM_WORDS, commands
from formalmath.lean.compiled import Compiled
from formalmath.lean.elaborator import Outcome
from formalmath.lean.messages import Message
from formalmath.lean.tokens import scan
from formalmath.lean.toolchain import Toolchain
from formalmath.paths import cache_dir
from formalmath.verify.audit import STANDARD_AXIOMS, axioms_behind, proof_closure
from formalmath.verify.module import Module
from formalmath.verify.names import parse, show
from formalmath.verify.olean import OleanError
from formalmath.verify.targets import declared
from formalmath.verify.trusted import ReadProgress, trusted_library
from formalmath.verify.verdict import Rejected

MOST_FILE_MB = 256
_SORRY = "declaration uses `sorry`"
_EXAMPLE = "formalmath_example"


@dataclass(frozen=True)
class FileCheck:
    """What a fresh Lean made of a file.

    Attributes:
        compiled: its messages, with lines of the file.
        axioms: for each theorem and example of an accepted file, the full names of the axioms
            that it rests on, read from the compiled file.
    """

    compiled: Compiled
    axioms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def foreign(self) -> dict[str, tuple[str, ...]]:
        """The theorems that rest on more than the standard axioms, with what they rest on."""
        every = {n: tuple(sorted(set(a) - STANDARD_AXIOMS)) for n, a in self.axioms.items()}
        return {name: axioms for name, axioms in every.items() if axioms}

    @property
    def sorries(self) -> tuple[Message, ...]:
        """Lean's warnings of `sorry`, in whatever declaration."""
        return tuple(m for m in self.compiled.messages if m.text == _SORRY)

    @property
    def stands(self) -> bool:
        """No error, no `sorry`, and every theorem rests on standard axioms only."""
        return self.compiled.accepted and not self.foreign and not self.sorries


async def check_text(
    toolchain: Toolchain, text: str, timeout_s: float, progress: ReadProgress | None = None
) -> FileCheck:
    """Compile the text, and read the axioms behind each theorem from the compiled file.

    `progress`: called while the library is read for the first time.

    Raises:
        LeanProcessError: Lean cannot be started.
        ToolchainError: the library or the compiled file cannot be read.
    """
    compiler = toolchain.compiler()
    try:
        compiled = await compiler.compile(text, timeout_s, MOST_FILE_MB)
        if not compiled.accepted:
            return FileCheck(compiled)
        named, examples = _with_named_examples(text)
        answer = compiled
        if examples:
            answer = await compiler.compile(named, timeout_s, MOST_FILE_MB)
    finally:
        await compiler.close()
    if answer.outcome is not Outcome.DONE:
        return FileCheck(replace(compiled, outcome=answer.outcome, detail=answer.detail))
    if not answer.parts:
        raise ToolchainError(f"Lean wrote no compiled file that could be read: {answer.detail}")
    try:
        module = Module(*answer.parts)
        return FileCheck(compiled, await _axioms(toolchain, named, examples, module, progress))
    except (OleanError, KeyError) as error:
        raise ToolchainError(f"The compiled file cannot be read: {error}") from error


async def _axioms(
    toolchain: Toolchain,
    text: str,
    examples: dict[str, str],
    module: Module,
    progress: ReadProgress | None,
) -> dict[str, tuple[str, ...]]:
    trusted = await trusted_library(
        toolchain.library.lean_path,
        tuple(show(each.module) for each in module.imports),
        cache_dir() / "trusted",
        progress,
    )
    axioms = {}
    for each in declared(text, {*THEOREM_WORDS, "def"}):
        last = each.name.rpartition(".")[2]
        if each.command.word == "def" and last not in examples:
            continue
        name = module.find(parse(each.name))
        proof = None if name is None else proof_closure(module, name)
        if proof is None or isinstance(proof, Rejected):
            raise ToolchainError(f"The compiled file does not show `{each.name}`.")
        axioms[examples.get(last, each.name)] = tuple(sorted(axioms_behind(proof, trusted)))
    return axioms


def _with_named_examples(text: str) -> tuple[str, dict[str, str]]:
    """The text with a definition for each `example`, which leaves no trace in a compiled file.

    Lines stay as they are. Also what each definition is to be called before people.
    """
    pieces, examples, done, before = [], {}, 0, ""
    for command in commands(text, scan(text).code):
        if command.word == "example":
            line = text.count("\n", 0, command.start) + 1
            name = f"{_EXAMPLE}_{line}_{command.start}"
            examples[name] = f"example (line {line})"
            computed = before in ("noncomputable", "unsafe", "partial")
            instead = f"{'' if computed else 'noncomputable '}def {name}"
            pieces += [text[done : command.start], instead]
            done = command.start + len(command.word)
        before = command.word
    return "".join([*pieces, text[done:]]), examples
