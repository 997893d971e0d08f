"""What a candidate's compiled file says of its proof, read without Lean, and nothing else.

Each check returns a `Rejected` or what it found; each is a layer's work and runs on its own.
"""

from __future__ import annotations

from formalmath.verify.closure import Closure, closure
from formalmath.verify.compare import statement_difference
from formalmath.verify.constants import Axiom, Quotient, is_unsafe
from formalmath.verify.module import Module
from formalmath.verify.names import Name, show
from formalmath.verify.olean import OleanError
from formalmath.verify.trusted import Trusted
from formalmath.verify.verdict import Reason, Rejected

# What Lean's kernel knows by name. A library that leaves one undefined must not let a candidate
# define it: with `Nat.gcd := 0` the kernel's own arithmetic proves 1 = 0.
_NAT = "zero succ add sub mul div mod gcd beq ble land lor xor shiftLeft shiftRight pow log2"
_OTHER = """Nat Bool Bool.true Bool.false Char Char.ofNat String String.mk String.ofList
    List List.nil List.cons Eq Eq.refl Quot Quot.mk Quot.lift Quot.ind Quot.sound
    Lean.reduceBool Lean.reduceNat Lean.ofReduceBool Lean.ofReduceNat Lean.trustCompiler
    eagerReduce sorryAx propext Classical.choice"""
RESERVED = frozenset({*(f"Nat.{name}" for name in _NAT.split()), *_OTHER.split()})


def check_names(challenge: Module, candidate: Module, trusted: Trusted) -> Rejected | None:
    """Whether the candidate imports what the challenge does and leaves the library's names alone.

    All of the file's declarations are looked at, those that the proof does not need as well.
    """
    if candidate.imports != challenge.imports or candidate.is_module != challenge.is_module:
        shown = ", ".join(show(wanted.module) for wanted in candidate.imports)
        return Rejected(Reason.IMPORTS, f"it imports {shown or 'nothing'}")
    if not {show(wanted.module) for wanted in candidate.imports} <= set(trusted.modules):
        return Rejected(Reason.IMPORTS, "it imports more than the trusted library has read")
    for name in candidate.pointers:
        if not name:
            return Rejected(Reason.MALFORMED, "it declares the anonymous name")
        if show(name) in RESERVED or name in trusted:
            return Rejected(Reason.REDEFINED, f"it declares `{show(name)}`")
    return None


def check_statement(challenge: Module, candidate: Module, target: Name) -> Rejected | None:
    """Whether both files state the same of `target`. See `compare`.

    Raises:
        KeyError: the challenge does not declare the target.
        OleanError: the challenge is damaged; a damaged candidate is rejected.
    """
    closure(challenge, target, statement=True)  # raises before the candidate can be blamed
    try:
        difference = statement_difference(challenge, candidate, target)
    except OleanError as error:
        return Rejected(Reason.MALFORMED, str(error))
    if difference is None:
        return None
    return Rejected(Reason.MISSING if difference.missing else Reason.STATEMENT, difference.detail)


def proof_closure(candidate: Module, target: Name) -> Closure | Rejected:
    """Everything in the file that the proof of `target` rests on."""
    try:
        return closure(candidate, target)
    except OleanError as error:
        return Rejected(Reason.MALFORMED, str(error))
    except KeyError:
        return Rejected(Reason.MISSING, f"`{show(target)}` is not declared")


STANDARD_AXIOMS = frozenset({"propext", "Classical.choice", "Quot.sound"})
"""What a proof may rest on: Lean's three standard axioms, by full name."""


def axioms_behind(proof: Closure, trusted: Trusted) -> frozenset[str]:
    """The full names of all axioms that a closure rests on, its own included.

    Raises:
        KeyError: it refers to what is declared nowhere.
    """
    own = (show(c.name) for c in proof.constants if isinstance(c, Axiom))
    return trusted.axioms(proof.outside).union(own)


def check_axioms(
    proof: Closure, trusted: Trusted, allowed: frozenset[str] = STANDARD_AXIOMS
) -> tuple[str, ...] | Rejected:
    """The axioms behind a proof by their full names, sorted; none but `allowed` ones.

    Unsafe declarations are rejected here too: the kernel lets them be anything.
    """
    unknown = sorted(show(name) for name in proof.outside if name not in trusted)
    if unknown:
        return Rejected(Reason.MALFORMED, f"`{unknown[0]}` is declared nowhere")
    for constant in proof.constants:
        if is_unsafe(constant):
            return Rejected(Reason.UNSAFE, f"it rests on the unsafe `{show(constant.name)}`")
        if isinstance(constant, Quotient):
            return Rejected(Reason.REDEFINED, "it declares quotients anew")
    for name in proof.outside:
        if trusted.constants[show(name)].unsafe:
            return Rejected(Reason.UNSAFE, f"it rests on the library's unsafe `{show(name)}`")
    # A candidate's own axiom counts as foreign whatever it is called: the allowed ones are the
    # library's.
    own = sorted(show(c.name) for c in proof.constants if isinstance(c, Axiom))
    if own:
        return Rejected(Reason.AXIOM, f"it rests on its own axiom `{own[0]}`")
    axioms = trusted.axioms(proof.outside)
    if "sorryAx" in axioms and "sorryAx" not in allowed:
        return Rejected(Reason.SORRY, "it rests on `sorryAx`")
    if foreign := sorted(axioms - allowed):
        return Rejected(Reason.AXIOM, f"it rests on the axiom `{foreign[0]}`")
    return tuple(sorted(axioms))
