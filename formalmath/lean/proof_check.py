"""Whether a finished proof stands on its own: a fresh Lean compiles it and names its axioms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from formalmath.lean.compile import Compiled, compile_text
from formalmath.lean.elaborator import Outcome
from formalmath.lean.messages import Message
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain

STANDARD_AXIOMS = frozenset({"propext", "Classical.choice", "Quot.sound"})
"""What a proof may rest on: Lean's three standard axioms, by full name."""

_NO_AXIOMS = re.compile(r"^'(.*)' does not depend on any axioms$", re.DOTALL)
_AXIOMS = re.compile(r"^'(.*)' depends on axioms: \[(.*)\]$", re.DOTALL)


class Standing(StrEnum):
    """What a fresh Lean says of a proof."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class ProofCheck:
    """The answer to one check.

    Attributes:
        standing: ACCEPTED only if the file compiled without error and the proof rests on no
            axiom but the standard ones; UNDECIDED for a timeout or crash.
        text: the file that was compiled; it reads alone.
        axioms: full names, sorted.
        detail: why it was not accepted.
    """

    standing: Standing
    text: str
    axioms: tuple[str, ...] = ()
    detail: str = ""


async def check_proof(
    toolchain: Toolchain, theorem: Theorem, tactics: Sequence[str], timeout_s: float = 120.0
) -> ProofCheck:
    """Compile `theorem` with the proof `tactics` in a new process and look at its axioms.

    Raises:
        LeanProcessError: Lean cannot be started.
    """
    text = render_proof(theorem, tactics)
    # pp.fullNames: an axiom of an opened namespace must not print like a standard one.
    question = f"{text.rstrip()}\n\nset_option pp.fullNames true\n#print axioms {theorem.name}\n"
    compiled = await compile_text(toolchain, question, timeout_s)
    if compiled.outcome is not Outcome.DONE:
        return ProofCheck(Standing.UNDECIDED, text, detail=compiled.detail)
    if not compiled.accepted:
        first = compiled.errors[0].text if compiled.errors else f"exit code {compiled.exit_code}"
        return ProofCheck(Standing.REFUSED, text, detail=first)
    axioms = _axioms(compiled, line=question.count("\n"))
    if axioms is None:
        return ProofCheck(Standing.UNDECIDED, text, detail="Lean did not name the axioms")
    foreign = sorted(axioms - STANDARD_AXIOMS)
    if foreign:
        detail = f"it rests on {', '.join(foreign)}"
        return ProofCheck(Standing.REFUSED, text, tuple(sorted(axioms)), detail)
    return ProofCheck(Standing.ACCEPTED, text, tuple(sorted(axioms)))


def _axioms(compiled: Compiled, line: int) -> frozenset[str] | None:
    """The axioms that the `#print axioms` on `line` answered with; None if it did not."""
    for message in compiled.messages:
        if message.start.line == line:
            return axioms_of(message)
    return None


def axioms_of(message: Message) -> frozenset[str] | None:
    """The axioms in an answer of `#print axioms`; None if the message is no such answer.

    Where an open namespace has an axiom of the same name, Lean says `_root_.propext` for the other.
    """
    if _NO_AXIOMS.match(message.text):
        return frozenset()
    match = _AXIOMS.match(message.text)
    if match is None:
        return None
    names = (name.strip().removeprefix("_root_.") for name in match[2].split(","))
    return frozenset(name for name in names if name)
