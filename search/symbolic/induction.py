"""Induction on natural numbers and the rewriting that its steps need, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

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
    yield f"simp only [{listed}] at *\nomega", -0.9
    yield f"simp only [{listed}, {_EXPAND}] at *\nomega", -1.2
    if ih:
        yield f"simp [{listed}{known}]", -1.6
        yield f"simp only [{listed}{known}, {_EXPAND}]\nomega", -1.4
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
)
_EXPAND = (
    "Nat.mul_add, Nat.add_mul, Nat.mul_one, Nat.one_mul, Nat.mul_assoc, Nat.mul_comm, "
    "Nat.mul_left_comm"
)
