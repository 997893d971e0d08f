"""Numbers as they are written, and what long multiplication writes; nothing else."""

from __future__ import annotations

from fractions import Fraction


def plain(number: Fraction) -> str:
    """`7`, `-7` or `-7/3`."""
    return str(number)


def is_decimal(number: Fraction) -> bool:
    """Whether it has finitely many decimals."""
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def decimals(number: Fraction) -> int:
    """How many decimals it needs. It must have finitely many."""
    count, rest = 0, number
    while rest.denominator != 1:
        count, rest = count + 1, rest * 10
    return count


def decimal(number: Fraction) -> str:
    """`7`, `-0.25`. It must have finitely many decimals."""
    places = decimals(number)
    digits = str(abs(number) * 10**places).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def signed(number: int) -> str:
    """An integer with brackets if it is negative."""
    return f"({number})" if number < 0 else str(number)


def product_chain(a: int, b: int) -> str:
    """`347 × 26 = 347 × 20 + 347 × 6 = 6940 + 2082 = 9022`; short where that is no help."""
    start = f"{signed(a)} × {signed(b)}" if a >= 0 else f"{a} × {signed(b)}"
    if min(abs(a), abs(b)) < 10 or a < 0 or b < 0:
        return f"{start} = {a * b}"
    parts = [int(digit) * 10**i for i, digit in enumerate(reversed(str(b))) if digit != "0"][::-1]
    if len(parts) < 2:
        return f"{start} = {a * b}"
    split = " + ".join(f"{a} × {part}" for part in parts)
    return f"{start} = {split} = {' + '.join(str(a * part) for part in parts)} = {a * b}"
