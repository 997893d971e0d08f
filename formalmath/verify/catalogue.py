"""What a verdict must survive: attacks with what is to be said of them, and nothing else.

Each attack has an honest twin, much the same text with nothing wrong in it, that is to be verified:
a checker that refuses all is as useless as one that accepts all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from formalmath.lean.theorem import Theorem
from formalmath.verify.trial import File, Proof, Trial
from formalmath.verify.verdict import Cause, Reason

IMPORTS = "import Mathlib\n\n"
FALSE = "theorem T : (1 : Nat) = 2"
TRUE = "theorem T : (1 : Nat) + 1 = 2"

Refusal: TypeAlias = Reason | Cause


@dataclass(frozen=True)
class Entry:
    """An attack and its honest twin.

    Attributes:
        name: unique, a word or a few with hyphens.
        attack: what must not be verified.
        twin: what must be.
        expected: the refusals that are right for the attack, one as a rule.
        behind: what the layers behind the source gate are to say when it is switched off, for an
            attack that the gate refuses; empty where they have nothing to refuse, for then the
            attack proves what it claims and the gate refuses its means.
    """

    name: str
    attack: Trial
    twin: Trial
    expected: frozenset[Refusal]
    behind: frozenset[Refusal] = field(default_factory=frozenset)


def proof(
    name: str,
    attack: str,
    twin: str,
    *expected: Refusal,
    statement: str = FALSE,
    twin_statement: str = TRUE,
    behind: Sequence[Refusal] = (),
) -> Entry:
    """An entry of two tactic blocks, each one text; the statements read up to their `:=`."""

    def trial(stated: str, tactics: str) -> Proof:
        return Proof(Theorem("T", IMPORTS, stated), (tactics,))

    return Entry(
        name,
        trial(statement, attack),
        trial(twin_statement, twin),
        frozenset(expected),
        frozenset(behind),
    )


def file(
    name: str,
    attack: str,
    twin: str,
    *expected: Refusal,
    challenge: str = f"{FALSE} := sorry\n",
    twin_challenge: str = f"{TRUE} := sorry\n",
    target: str = "T",
    behind: Sequence[Refusal] = (),
) -> Entry:
    """An entry of two files; the imports stand before each text that has none of its own."""

    def whole(text: str) -> str:
        own = text.startswith(("import ", "prelude")) or not text
        return text if own else IMPORTS + text

    return Entry(
        name,
        File(whole(challenge), whole(attack), target),
        File(whole(twin_challenge), whole(twin), target),
        frozenset(expected),
        frozenset(behind),
    )


def same(
    name: str,
    challenge: str,
    attack: str,
    twin: str,
    *expected: Refusal,
    target: str = "T",
    behind: Sequence[Refusal] = (),
) -> Entry:
    """As `file`, with one challenge for both."""
    return file(
        name,
        attack,
        twin,
        *expected,
        challenge=challenge,
        twin_challenge=challenge,
        target=target,
        behind=behind,
    )


def catalogue() -> tuple[Entry, ...]:
    """All entries."""
    from formalmath.verify.fixtures import false_proofs, machine, misread, wrong_statements

    return (
        *false_proofs.ENTRIES,
        *wrong_statements.ENTRIES,
        *misread.ENTRIES,
        *machine.ENTRIES,
    )
