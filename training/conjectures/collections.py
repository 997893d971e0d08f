"""True statements about sets, finite sets, lists and functions, and nothing else."""

from __future__ import annotations

from training.conjectures.draw import Draw, Family, Stated, linear


def _algebra(draw: Draw) -> Stated:
    """Sets of numbers: inclusions and equations that hold for all of them."""
    a, b, c = draw.some("ABCD", 3)
    goal, facts = draw.one(
        [
            (f"{a} ∩ {b} ⊆ {b} ∩ {a}", ()),
            (f"{a} ∩ ({b} ∪ {c}) = {a} ∩ {b} ∪ {a} ∩ {c}", ()),
            (f"{a} ∪ {b} ∩ {c} = ({a} ∪ {b}) ∩ ({a} ∪ {c})", ()),
            (f"{a} ∩ {c} ⊆ {b} ∩ {c}", (f"{a} ⊆ {b}",)),
            (f"{a} ⊆ {b} ∩ {c}", (f"{a} ⊆ {b}", f"{a} ⊆ {c}")),
            (f"{a} ∪ {b} ⊆ {c}", (f"{a} ⊆ {c}", f"{b} ⊆ {c}")),
            (f"{a} \\ ({b} ∪ {c}) = {a} \\ {b} ∩ ({a} \\ {c})", ()),
            (f"{a} ∩ {b} = {a}", (f"{a} ⊆ {b}",)),
            (f"{a} ⊆ {c}", (f"{a} ⊆ {b}", f"{b} ⊆ {c}")),
            (f"∀ x, x ∈ {a} → x ∈ {b} ∪ {c}", (f"{a} ⊆ {b}",)),
        ]
    )
    return Stated(goal, ("(A B C D : Set ℕ)",), facts)


def _described(draw: Draw) -> Stated:
    """Sets of numbers given by a property."""
    kind = draw.one("ℕℤ")
    low, gap, m = draw.number(1, 9), draw.number(1, 6), draw.number(2, 6)
    goal = draw.one(
        [
            f"{{x : {kind} | {low + 1} < x ∧ x < {low + gap + 2}}} "
            f"⊆ {{x : {kind} | {low} ≤ x ∧ x ≤ {low + gap + 3}}}",
            f"{{x : {kind} | {2 * m} ∣ x}} ⊆ {{x : {kind} | {m} ∣ x}}",
            f"({low + gap} : {kind}) ∈ {{x : {kind} | {low} ≤ x ∧ x ^ 2 < {(low + gap) ** 2 + m}}}",
            f"Set.Icc ({low} : {kind}) {low + gap} ⊆ Set.Ico ({low - 1} : {kind}) {low + gap + m}",
            f"{{x : {kind} | x % {2 * m} = {m}}} ⊆ {{x : {kind} | x % {m} = 0}}",
            f"IsLeast {{x : {kind} | {low} < x}} {low + 1}",
            f"IsGreatest {{x : {kind} | {m} * x ≤ {m * low + m - 1}}} {low}",
        ]
    )
    return Stated(goal)


def _counted(draw: Draw) -> Stated:
    """Finite sets whose size or members can be computed."""
    top, m, r, k = draw.number(10, 80), draw.number(2, 9), draw.number(0, 1), draw.number(2, 6)
    divided = [x for x in range(top) if x % m == r]
    either = [x for x in range(1, top + 1) if x % m == 0 or x % k == 0]
    least = draw.number(3, 8)
    goal = draw.one(
        [
            f"((Finset.range {top}).filter (fun x => x % {m} = {r})).card = {len(divided)}",
            f"((Finset.Icc 1 {top}).filter (fun x => x % {m} = 0 ∨ x % {k} = 0)).card "
            f"= {len(either)}",
            f"∀ x ∈ Finset.Icc {least} {least + k}, x * x < {(least + k) ** 2 + m}",
            f"∃ x ∈ Finset.range {top}, x ^ 2 = {least**2}" if top > least else f"{m} < {top}",
            f"∀ x ∈ Finset.range {k + 2}, x ^ 3 % 6 = x % 6",
        ]
    )
    return Stated(goal)


def _lists(draw: Draw) -> Stated:
    """Lengths, members and maps of lists."""
    a, b, c, n = (draw.number(0, 9) for _ in range(4))
    goal = draw.one(
        [
            f"([{a}, {b}] ++ l).length = l.length + 2",
            "(l ++ t).length = t.length + l.length",
            f"(l.map (fun x => x + {n})).length = l.length",
            f"{b} ∈ [{a}, {b}, {c}]",
            f"({c} ∈ l ∨ {c} ∈ t) ↔ {c} ∈ l ++ t",
            f"((l ++ t).map (fun x => x * {n})) "
            f"= l.map (fun x => x * {n}) ++ t.map (fun x => x * {n})",
            f"[{a}, {b}, {c}].length = 3 ∧ {a} ∈ [{a}, {b}]",
            f"l.length ≤ ({a} :: l ++ t).length",
        ]
    )
    return Stated(goal, ("(l t : List ℕ)",))


def _injective(draw: Draw) -> Stated:
    """Functions that are injective, surjective or monotone."""
    kind = draw.one("ℕℤ")
    a, b = draw.number(1, 7), draw.number(0, 9)
    goal, binders, facts = draw.one(
        [
            (f"Function.Injective (fun x : {kind} => {linear([(a, 'x')], b)})", (), ()),
            (f"Function.Surjective (fun x : ℤ => x + {b})", (), ()),
            ("f x = f y ↔ x = y", ("(f : ℕ → ℕ) (x y : ℕ)",), ("Function.Injective f",)),
            (
                "Function.Injective (g ∘ f)",
                ("(f g : ℕ → ℕ)",),
                ("Function.Injective f", "Function.Injective g"),
            ),
            (f"¬ Function.Surjective (fun x : ℕ => {linear([(a, 'x')], b + 1)})", (), ()),
            (f"Monotone (fun x : {kind} => {linear([(a, 'x')], b)})", (), ()),
            (f"StrictMono (fun x : {kind} => {linear([(a, 'x')], b)})", (), ()),
            (
                f"f (f {b}) = f {a + b}",
                ("(f : ℕ → ℕ)",),
                (f"∀ x, f x = x + {a}", f"f {b} = {a + b}"),
            ),
        ]
    )
    return Stated(goal, binders, facts)


FAMILIES = (
    Family("collections.algebra", _algebra),
    Family("collections.described", _described),
    Family("collections.counted", _counted),
    Family("collections.lists", _lists),
    Family("collections.injective", _injective),
)
