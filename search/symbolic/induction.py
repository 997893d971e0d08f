"""Induction on natural numbers and the rewriting that its steps need, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.printing import text_of
from search.symbolic.shapes import Shape

Weighted = tuple[str, float]
_RECURSIVE = {"^", "factorial", "sum", "prod", "∑", "∏", "choose"}


def induction_steps(shape: Shape) -> Iterator[Weighted]:
    """Inductions on variables under recursive functions, and the unfolding of `n + 1`."""
    candidates = [name for name in shape.naturals if _drives(name, shape)]
    for name in candidates[:3]:
        yield (
            f"induction {name} with\n| zero => ?_\n| succ {name} ih => ?_",
            -1.8 if len(shape.facts) < 4 else -3.0,
        )
        for fact in shape.facts:
            term = fact.term
            if term.head in ("<", "≤") and term.args[0].number and term.args[1].head == name:
                yield (
                    f"induction {name}, {fact.name} using Nat.le_induction with\n"
                    f"| base => ?_\n| succ {name} hmn ih => ?_",
                    -1.2,
                )
    yield from _unfoldings(shape)
    yield from _recurrences(shape)


def _recurrences(shape: Shape) -> Iterator[Weighted]:
    """`f (n + 1)` by its recurrence and the hypothesis, with room for truncated subtraction."""
    ih = [h.name for h in shape.facts if h.name.startswith("ih") and h.term.head == "="]
    rules = [
        h.name
        for h in shape.facts
        if h.term.head == "∀" and h.term.args[-1].head == "=" and shape.functions
    ]
    exponents = {
        text_of(power.args[1])
        for power in shape.subterms("^")
        if power.args[0].number == 2 and power.args[1].number is None
    } - {""}
    if not ih:
        return
    hints = [f"have := Nat.lt_two_pow_self (n := {e})" for e in sorted(exponents)]
    for rule in rules[-2:]:
        yield "\n".join([*hints, f"rw [{rule}, {', '.join(ih)}]", "omega"]), -1.0
    if hints and not rules:
        yield "\n".join([*hints, "omega"]), -1.5


def _drives(name: str, shape: Shape) -> bool:
    """Whether a recursive function in the conclusion depends on the variable."""
    return any(
        part.head in {*_RECURSIVE, *shape.functions} and name in part.names
        for part in shape.conclusion.walk()
    )


def _unfoldings(shape: Shape) -> Iterator[Weighted]:
    lemmas = [lemma for heads, lemma in _LEMMAS if any(_grows(h, shape) for h in heads)]
    if not lemmas:
        return
    ih = [h.name for h in shape.facts if h.name.startswith("ih")]
    listed = ", ".join(lemmas)
    known = "".join(f", {name}" for name in ih)
    yield f"simp only [{listed}] at *", -2.4
    if len(lemmas) > 1 or "pow_succ" not in lemmas:
        yield f"simp only [{listed}] at *\nomega", -0.9
    yield f"simp only [{listed}, {_EXPAND}] at *\nomega", -1.2
    if ih:
        yield f"simp [{listed}{known}]", -1.6
        sums = [lemma for lemma in lemmas if lemma.startswith("Finset")]
        if sums:
            # Before anything is reordered, or the sum would no longer be the hypothesis's.
            first = f"rw [{', '.join([*sums, *ih])}]"
            rest = [lemma for lemma in lemmas if lemma not in sums]
            expand = ", ".join([*(rest or ["pow_succ"]), _EXPAND])
            yield f"{first}\nsimp only [{expand}]\nomega", -0.8
            yield first, -1.8
    if shape.integers:
        yield f"simp only [{listed}, {_EXPAND.replace('Nat.', 'Int.')}] at *\nomega", -1.8


def _grows(head: str, shape: Shape) -> bool:
    """Whether the function is applied to something like `n + 1`, or is a power to be multiplied."""
    variables = {*shape.naturals, *shape.integers}
    return any(
        any(part.head == "+" and part.names & variables for arg in term.args for part in arg.walk())
        for term in shape.subterms(head)
    )


_LEMMAS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"sum", "∑"}), "Finset.sum_range_succ"),
    (frozenset({"prod", "∏"}), "Finset.prod_range_succ"),
    (frozenset({"^"}), "pow_succ"),
    (frozenset({"factorial"}), "Nat.factorial_succ"),
    (frozenset({"choose"}), "Nat.choose_succ_succ"),
)
_EXPAND = (
    "pow_zero, Nat.mul_add, Nat.add_mul, Nat.mul_one, Nat.one_mul, Nat.mul_assoc, Nat.mul_comm, "
    "Nat.mul_left_comm"
)
