"""Verdicts and their evidence, and nothing else.

    Verdict = Verified | Rejected | Inconclusive

`Verified` is given only when every layer that ran said yes; missing evidence is `Inconclusive`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeAlias


class Reason(Enum):
    """Why a candidate is rejected. Its value is what JSON and the command line print."""

    SOURCE = "source"
    """The text has what a candidate may not have: a command, option, attribute, a broken bracket,
    invalid UTF-8, too many bytes."""
    COMPILE = "compile"
    """Lean reports an error in it."""
    MALFORMED = "malformed"
    """The compiled file is not one that Lean writes for such a text."""
    IMPORTS = "imports"
    """It imports other modules than the challenge."""
    REDEFINED = "redefined"
    """It declares a name that the trusted library owns, or that the kernel treats specially."""
    MISSING = "missing"
    """The target is not declared, or it is no theorem."""
    STATEMENT = "statement"
    """The target's type, or something that it depends on, is not the challenge's."""
    SORRY = "sorry"
    """The proof rests on `sorryAx`."""
    AXIOM = "axiom"
    """The proof rests on an axiom other than propext, Quot.sound and Classical.choice."""
    UNSAFE = "unsafe"
    """The proof rests on an `unsafe` or `partial` definition."""
    KERNEL = "kernel"
    """Lean's kernel does not accept a declaration of the proof."""


class Cause(Enum):
    """Why there is no verdict."""

    TIMEOUT = "timeout"
    """A limit of time or of Lean's heartbeats was reached."""
    OOM = "oom"
    """A limit of memory or of stack was reached."""
    CRASH = "crash"
    """A process that worked on this candidate died or answered nonsense."""
    INFRA = "infra"
    """Something failed that the candidate has nothing to do with: disk, sandbox, a server."""


class Layer(Enum):
    """The layers of a verification, in the order in which they run."""

    SOURCE = "source"
    SANDBOX = "sandbox"
    COMPILE = "compile"
    READ = "read"
    STATEMENT = "statement"
    AXIOMS = "axioms"
    REPLAY = "replay"
    CANARY = "canary"


@dataclass(frozen=True)
class Evidence:
    """What a verdict rests on.

    Attributes:
        environment_hash: of the trusted library and of Lean; "" if unknown.
        axioms: full names of all axioms behind the proof, sorted; None if they were not collected.
        layers: the layers that ran to their end, in order.
        seconds: wall-clock time of each layer that ran.
        off: layers that did not run although they exist, with the reason.
    """

    environment_hash: str = ""
    axioms: tuple[str, ...] | None = None
    layers: tuple[Layer, ...] = ()
    seconds: Mapping[Layer, float] = field(default_factory=dict)
    off: Mapping[Layer, str] = field(default_factory=dict)

    def after(self, layer: Layer, seconds: float) -> Evidence:
        """This evidence, and that `layer` has passed in `seconds`."""
        return replace(self, layers=(*self.layers, layer), seconds={**self.seconds, layer: seconds})


@dataclass(frozen=True)
class Verified:
    """The candidate proves the statement."""

    evidence: Evidence = Evidence()


@dataclass(frozen=True)
class Rejected:
    """The candidate does not; trying again gives the same."""

    reason: Reason
    detail: str = ""
    evidence: Evidence = Evidence()


@dataclass(frozen=True)
class Inconclusive:
    """Nothing is known; another try may tell."""

    cause: Cause
    detail: str = ""
    evidence: Evidence = Evidence()


Verdict: TypeAlias = Verified | Rejected | Inconclusive


def verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as JSON values; `verdict_from_json` is the inverse."""
    shown: dict[str, Any] = {"verdict": type(verdict).__name__.upper()}
    if isinstance(verdict, Rejected):
        shown |= {"reason": verdict.reason.value, "detail": verdict.detail}
    elif isinstance(verdict, Inconclusive):
        shown |= {"cause": verdict.cause.value, "detail": verdict.detail}
    evidence = verdict.evidence
    return {
        **shown,
        "environment": evidence.environment_hash,
        "axioms": None if evidence.axioms is None else list(evidence.axioms),
        "layers": [layer.value for layer in evidence.layers],
        "seconds": {layer.value: round(s, 6) for layer, s in evidence.seconds.items()},
        "off": {layer.value: why for layer, why in evidence.off.items()},
    }


def verdict_from_json(shown: Mapping[str, Any]) -> Verdict:
    """The verdict that `verdict_to_json` wrote.

    Raises:
        ValueError: not such a value; a damaged record is never a verdict.
    """
    try:
        axioms = shown["axioms"]
        evidence = Evidence(
            environment_hash=str(shown["environment"]),
            axioms=None if axioms is None else tuple(map(str, axioms)),
            layers=tuple(map(Layer, shown["layers"])),
            seconds={Layer(layer): float(s) for layer, s in shown["seconds"].items()},
            off={Layer(layer): str(why) for layer, why in shown["off"].items()},
        )
        match shown["verdict"]:
            case "VERIFIED":
                return Verified(evidence)
            case "REJECTED":
                return Rejected(Reason(shown["reason"]), str(shown["detail"]), evidence)
            case "INCONCLUSIVE":
                return Inconclusive(Cause(shown["cause"]), str(shown["detail"]), evidence)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a verdict: {error!r}") from error
    raise ValueError(f"not a verdict: {shown['verdict']!r}")
