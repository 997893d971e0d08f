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
from search.symbolic.printing import argument, bare
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
    context.unsettled = waiting


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
                _triangle(context, atom)
            case "↑" if atom.args[0].head == "floor":
                _floor(context, value, atom.args[0].args[0])
            case "↑" if type_of(atom.args[0], types) == "NNReal":
                _nonnegative(context, value, f"NNReal.coe_nonneg {text}")
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


def _triangle(context: Context, atom: Term) -> None:
    """`|a + b| ≤ |a| + |b|` where all of them occur."""
    whole = atom.args[0]
    if whole.head != "+":
        return
    parts = [Term("abs", (arg,)) for arg in whole.args]
    if all(part in context.space.atoms for part in parts):
        first, second = (context.space.generator(part) for part in parts)
        gap = first + second - context.space.generator(atom)
        texts = [argument(arg.written) for arg in whole.args]
        _below(context, gap, f"abs_add_le {' '.join(texts)}")


def _floor(context: Context, value: Polynomial, term: Term) -> None:
    """`⌊x⌋ ≤ x < ⌊x⌋ + 1`."""
    inner = _read(context, term)
    if inner is None:
        return
    text = argument(term.written)
    _below(context, inner - value, f"Int.floor_le {text}")
    proof = f"Int.lt_floor_add_one {text}"
    below = Inequality(value + 1 - inner, True, proof, f"sub_pos.2 ({proof})")
    context.inequalities.append(below)


def _conditional(context: Context, atom: Term) -> bool:
    """Add the facts about a root or an inverse if their condition holds."""
    term = atom.args[0]
    inner = _read(context, term)
    if inner is None:
        return True
    value = context.space.generator(atom)
    if atom.head == "inv" and term in context.vanishing:
        zero = applied("inv_eq_zero.2", context.vanishing[term])
        context.equations.append(Equation(value, zero))
        return True
    if atom.head == "sqrt" and term in context.nonpositive:
        zero = applied("Real.sqrt_eq_zero_of_nonpos", context.nonpositive[term])
        context.equations.append(Equation(value, zero))
        return True
    if atom.head == "sqrt":
        condition = _sign(context, "≤", atom.args[0])
        if condition is None:
            # A root that is positive is a root of something positive.
            root = _sign(context, "<", atom)
            if root is None:
                return False
            condition = applied("le_of_lt", f"Real.sqrt_pos.1 {argument(root)}")
        context.equations.append(Equation(value**2 - inner, applied("Real.sq_sqrt", condition)))
        return True
    return _inverse(context, atom, inner)


def _inverse(context: Context, atom: Term, base: Polynomial) -> bool:
    value, ring, term = context.space.generator(atom), context.space.ring, atom.args[0]
    positive, factor, nonzero = None, ring.one, _nonzero(context, term, [])
    if context.kind.is_ordered:
        if condition := _sign(context, "<", term):
            positive = Inequality(base, True, condition, condition)
            nonzero = nonzero or applied("ne_of_gt", condition)
            below = applied("inv_pos.2", condition)
            context.inequalities.append(Inequality(value, True, below, below, rank=1))
        elif condition := _sign(context, "<", _negative(term)):
            positive = Inequality(-base, True, condition, condition)
            nonzero = nonzero or applied("ne_of_lt", f"neg_pos.1 {argument(condition)}")
            factor = -ring.one
    if nonzero is None:
        nonzero = _nonzero(context, term, _proof_of(context, Claim("≠", base, ring.zero)))
        if nonzero is None:
            return False
    if positive is None and context.kind.is_ordered:
        text = applied("mul_self_pos.2", nonzero)
        positive, factor = Inequality(base**2, True, text, text), base
    equation = Equation(base * value - 1, applied("mul_inv_cancel₀", nonzero))
    if any(context.clearing.powers(base)):
        context.equations.append(equation)
    else:
        index = ring.gens.index(value)
        context.denominators.append(Denominator(index, base, equation, positive, factor))
    return True


def _negative(term: Term) -> Term:
    return Term("neg", (term,), written=f"-{argument(term.written)}")


def _sign(context: Context, head: str, term: Term) -> str | None:
    """A proof of `0 < term` or `0 ≤ term`, which may be a name that the prelude introduces."""
    for known in context.inequalities:
        if known.subject == term and (known.strict or head == "≤"):
            return known.sign if head == "<" else known.nonnegative
    poly = context.space.read(term)
    claim = f"{context.writer.zero()} {head} {bare(term.written)}"
    if poly.is_ground:
        return f"(by norm_num : {claim})" if poly.LC > 0 or (not poly and head == "≤") else None
    return _introduced(
        context, claim, _proof_of(context, Claim(head, context.space.ring.zero, poly))
    )


def _nonzero(context: Context, term: Term, lines: list[str] | None) -> str | None:
    """A proof of `term ≠ 0`: by what is known, or with `lines` that prove it."""
    for known in context.distincts:
        if known.subject == term:
            return known.nonzero
    return _introduced(context, f"{bare(term.written)} ≠ {context.writer.zero()}", lines)


def _proof_of(context: Context, claim: Claim) -> list[str] | None:
    return proof(context, claim, PRODUCTS)


def _introduced(context: Context, claim: str, lines: list[str] | None) -> str | None:
    """A name for a claim, with its proof in the prelude."""
    if not lines:
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
