"""Areas of triangles: by base and height, by sides, by coordinates; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt
from random import Random

from training.abilities.item import Item, worded
from training.abilities.numerals import decimal, signed
from training.abilities.value_question import Whole

_BASE_HEIGHT = (
    "A triangle has a base of {b} and a height of {h}. What is its area?",
    "Find the area of a triangle whose base is {b} and whose height is {h}.",
    "The base of a triangle is {b} long, and its height is {h}. Compute its area.",
)
_SIDES = (
    "The sides of a triangle are {a}, {b} and {c}. What is its area?",
    "Find the area of the triangle with side lengths {a}, {b} and {c}.",
    "A triangle has sides of length {a}, {b} and {c}. Compute its area.",
)
_POINTS = (
    "Find the area of the triangle with vertices {a}, {b} and {c}.",
    "The corners of a triangle are {a}, {b} and {c}. What is its area?",
    "What is the area of the triangle whose vertices are {a}, {b} and {c}?",
)


@dataclass(frozen=True)
class Triangle:
    """Sides are such that Heron's formula gives a whole area.

    Every area is confirmed: by sides it is computed from the altitude's foot (two right triangles)
    and by coordinates from the box around the triangle.
    """

    name: str = "triangle area"
    weight: int = 1_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        return random.choice((_base_height, _sides, _points))(random)


def _base_height(random: Random) -> Item:
    b, h = (Fraction(random.randint(2, 200), random.choice((1, 1, 2))) for _ in range(2))
    base, height, area = decimal(b), decimal(h), decimal(b * h / 2)
    lines = (
        "The area is half of base times height.",
        f"{base} × {height} ÷ 2 = {decimal(b * h)} ÷ 2 = {area}",
    )
    return Item(worded(_BASE_HEIGHT, b=base, h=height), lines, area, Whole(b / 2 * h))


def _sides(random: Random) -> Item:
    """Two right triangles with a common leg make the sides and the whole area."""
    while True:
        (p, h), (q, k) = _legs(random), _legs(random)
        common = gcd(h, k)
        p, q, h = p * (k // common), q * (h // common), h * k // common
        foot = p - q if random.random() < 0.3 else p + q
        a, b, c = _root(p * p + h * h), _root(q * q + h * h), abs(foot)
        if c > 0 and max(a, b, c) < 1_000:
            break
    sides = [a, b, c]
    random.shuffle(sides)
    a, b, c = sides
    s = Fraction(a + b + c, 2)
    x, y, z = (s - side for side in (a, b, c))
    inside = s * x * y * z
    area = _root(int(inside))
    assert inside == area * area
    half = decimal(s)
    rests = " × ".join(decimal(n) for n in (s, x, y, z))
    lines = (
        "Use Heron's formula.",
        f"Half the perimeter is ({a} + {b} + {c}) ÷ 2 = {a + b + c} ÷ 2 = {half}.",
        f"Less each side: {half} - {a} = {decimal(x)}, {half} - {b} = {decimal(y)}, "
        f"{half} - {c} = {decimal(z)}.",
        f"The product of all four is {rests} = {decimal(inside)}.",
        f"{area}^2 = {decimal(inside)}, so the area is {area}.",
    )
    return Item(worded(_SIDES, a=a, b=b, c=c), lines, str(area), Whole(Fraction(abs(foot) * h, 2)))


def _legs(random: Random) -> tuple[int, int]:
    """The legs of a right triangle with whole sides, in either order."""
    while True:
        m, n = random.randint(2, 9), random.randint(1, 8)
        if m > n:
            legs = [m * m - n * n, 2 * m * n]
            random.shuffle(legs)
            return legs[0], legs[1]


def _root(square: int) -> int:
    root = isqrt(square)
    assert root * root == square
    return root


def _points(random: Random) -> Item:
    while True:
        (x1, y1), (x2, y2), (x3, y3) = (
            (random.randint(-12, 12), random.randint(-12, 12)) for _ in range(3)
        )
        double = (x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)
        if double:
            break
    u, v, w, z = x2 - x1, y2 - y1, x3 - x1, y3 - y1
    area = Fraction(abs(double), 2)
    lines = [
        "Take the vectors from the first vertex to the two others.",
        f"{x2} - {signed(x1)} = {u} and {y2} - {signed(y1)} = {v} give ({u}, {v}).",
        f"{x3} - {signed(x1)} = {w} and {y3} - {signed(y1)} = {z} give ({w}, {z}).",
        f"{signed(u)} × {signed(z)} - {signed(w)} × {signed(v)} = "
        f"{u * z} - {signed(w * v)} = {double}",
        f"The area is half of its absolute value: {abs(double)} ÷ 2 = {decimal(area)}",
    ]
    a, b, c = f"({x1}, {y1})", f"({x2}, {y2})", f"({x3}, {y3})"
    forms = worded(_POINTS, a=a, b=b, c=c)
    box = _by_box(((x1, y1), (x2, y2), (x3, y3)))
    return Item(forms, tuple(lines), decimal(area), Whole(box))


def _by_box(points: tuple[tuple[int, int], ...]) -> Fraction:
    """By the trapezia between each side and the first axis."""
    ends = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum((Fraction((x2 - x1) * (y1 + y2), 2) for (x1, y1), (x2, y2) in ends), Fraction()))
