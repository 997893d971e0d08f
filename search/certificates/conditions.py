"""Facts about roots, absolute values, casts and inverses, as far as they hold, and nothing else."""

from __future__ import annotations

from search.certificates.context import Context
from search.certificates.denominators import Denominator
from search.certificates.facts import Equation, Inequality
from search.certificates.kinds import COMPLEX, REAL, type_of
from search.certificates.levels import PRODUCTS
from search.certificates.proving import Claim, proof
from search.certificates.reading import Polynomial, UnreadableError
from search.certificates.writing import applied
from search.symbolic.printing import argument
from search.symbolic.terms import Term


def enrich(context: Context) -> None:
    """Add what is known of the context's atoms by themselves."""
    for atom in context.space.atoms:
        _unconditional(context, atom)
    waiting = [a for a in context.space.atoms if a.head in ("inv", "sqrt") and len(a.args) == 1]
    progress = True
    while waiting and progress and not context.late:
        still = [atom for atom in waiting if not _conditional(context, atom)]
        progress = len(still) < len(waiting)
        waiting = still


def _unconditional(context: Context, atom: Term) -> None:
    value = context.space.generator(atom)
    types = {h.name: h.text for h in context.shape.hypotheses}
    if len(atom.args) == 1 and context.kind.is_ordered:
        text = argument(atom.args[0].written)
        match atom.head:
            case "sqrt" if context.kind == REAL:
                _nonnegative(context, value, f"Real.sqrt_nonneg {text}")
            case "abs":
                _nonnegative(context, value, f"abs_nonneg {text}")
                inner = _read(context, atom.args[0])
                if inner is not None:
                    _below(context, value - inner, f"le_abs_self {text}")
                    _below(context, value + inner, f"neg_le_abs {text}")
                    squares = Equation(value**2 - inner**2, f"sq_abs {text}")
                    context.equations.append(squares)
            case "↑" if type_of(atom.args[0], types) in ("ℕ", "Nat"):
                claim = f"{context.writer.zero()} ≤ {context.writer.atom(atom)}"
                _nonnegative(context, value, f"(Nat.cast_nonneg {text} : {claim})")
            case "exp" if context.kind == REAL:
                proof = f"Real.exp_pos {text}"
                context.inequalities.append(Inequality(value, True, proof, proof))
    elif atom.head in ("π", "pi") and context.kind == REAL:
        context.inequalities.append(Inequality(value, True, "Real.pi_pos", "Real.pi_pos"))
    elif atom.written == "Complex.I" and context.kind == COMPLEX:
        context.equations.append(Equation(value**2 + 1, "Complex.I_sq"))


def _conditional(context: Context, atom: Term) -> bool:
    """Add the facts about a root or an inverse if their condition holds."""
    inner = _read(context, atom.args[0])
    if inner is None:
        return True
    if atom.head == "sqrt":
        condition = _sign(context, "≤", inner, atom.args[0].written)
        value = context.space.generator(atom)
        if condition is None:
            # A root that is positive is a root of something positive.
            root = _sign(context, "<", value, atom.written)
            if root is None:
                return False
            condition = applied("le_of_lt", f"Real.sqrt_pos.1 {argument(root)}")
        context.equations.append(Equation(value**2 - inner, applied("Real.sq_sqrt", condition)))
        return True
    return _inverse(context, atom, inner)


def _inverse(context: Context, atom: Term, base: Polynomial) -> bool:
    value, ring = context.space.generator(atom), context.space.ring
    text = argument(atom.args[0].written)
    positive, factor, nonzero = None, ring.one, ""
    if context.kind.is_ordered:
        if condition := _sign(context, "<", base, text):
            positive = Inequality(base, True, condition, condition)
            nonzero = applied("ne_of_gt", condition)
        elif condition := _sign(context, "<", -base, f"-{text}"):
            positive = Inequality(-base, True, condition, condition)
            nonzero, factor = applied("ne_of_lt", f"neg_pos.1 {argument(condition)}"), -ring.one
    if positive is None:
        found = _nonzero(context, base, text)
        if found is None:
            return False
        nonzero = found
        if context.kind.is_ordered:
            text = f"mul_self_pos.2 {nonzero}"
            positive, factor = Inequality(base**2, True, text, text), base
    else:
        below = applied("inv_pos.2", positive.sign)
        if factor == 1:
            context.inequalities.append(Inequality(value, True, below, below, rank=1))
    equation = Equation(base * value - 1, applied("mul_inv_cancel₀", nonzero))
    if any(context.clearing.powers(base)):
        context.equations.append(equation)
    else:
        index = context.space.ring.gens.index(value)
        context.denominators.append(Denominator(index, base, equation, positive, factor))
    return True


def _sign(context: Context, head: str, poly: Polynomial, text: str) -> str | None:
    """A proof of `0 < text` or `0 ≤ text`, which may be a name that the prelude introduces."""
    for known in context.inequalities:
        if known.poly == poly and (known.strict or head == "≤") and not known.parts:
            return known.sign if head == "<" else known.nonnegative
    claim = f"{context.writer.zero()} {head} {text}"
    if poly.is_ground:
        return f"(by norm_num : {claim})" if poly.LC > 0 or (not poly and head == "≤") else None
    lines = proof(context, Claim(head, context.space.ring.zero, poly), PRODUCTS)
    return _introduced(context, claim, lines)


def _nonzero(context: Context, poly: Polynomial, text: str) -> str | None:
    """A proof of `text ≠ 0`."""
    for known in context.distincts:
        if known.poly == poly:
            return applied("sub_ne_zero.2", known.proof)
    claim = f"{text} ≠ {context.writer.zero()}"
    lines = proof(context, Claim("≠", poly, context.space.ring.zero), PRODUCTS)
    return _introduced(context, claim, lines)


def _introduced(context: Context, claim: str, lines: list[str] | None) -> str | None:
    """A name for a claim, with its proof in the prelude."""
    if lines is None:
        return None
    name = context.fresh("hpos" if "≠" not in claim else "hne")
    tail = f" {lines[0]}" if len(lines) == 1 else "".join(f"\n  {line}" for line in lines)
    context.prelude[name] = f"have {name} : {claim} := by{tail}"
    return name


def _nonnegative(context: Context, poly: Polynomial, proof: str) -> None:
    context.inequalities.append(Inequality(poly, False, proof, proof))


def _below(context: Context, gap: Polynomial, proof: str) -> None:
    context.inequalities.append(Inequality(gap, False, proof, f"sub_nonneg.2 ({proof})"))


def _read(context: Context, term: Term) -> Polynomial | None:
    try:
        return context.space.read(term)
    except UnreadableError:
        return None
