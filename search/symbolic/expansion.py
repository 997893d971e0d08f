"""Lean text that multiplies out and collects, and nothing else.

After it a product of variables stands with its numeral factor last, so that `omega` sees a multiple
of an atom.
"""

from __future__ import annotations

NATURAL = (
    "pow_succ, pow_zero, Nat.mul_add, Nat.add_mul, Nat.mul_one, Nat.one_mul, Nat.mul_assoc, "
    "Nat.mul_comm, Nat.mul_left_comm"
)
INTEGER = (
    "Nat.cast_add, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat, Nat.cast_one, pow_succ, pow_zero, "
    "Int.mul_add, Int.add_mul, Int.mul_sub, Int.sub_mul, Int.neg_mul, Int.mul_neg, Int.neg_neg, "
    "Int.mul_one, Int.one_mul, Int.mul_assoc, Int.mul_comm, Int.mul_left_comm"
)


def expansion(place: str, integral: bool) -> list[str]:
    """Lines that multiply out at `place`, such as `h` or `*`, over ℕ or over ℤ."""
    space, lemmas = ("Int", INTEGER) if integral else ("Nat", NATURAL)
    return [
        f"simp only [{lemmas}] at {place}",
        f"try simp only [← {space}.mul_assoc] at {place}",
    ]
