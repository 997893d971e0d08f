"""True statements of propositional and first-order logic, and nothing else."""

from __future__ import annotations

import itertools

from training.conjectures.draw import Draw, Family, Stated

_SCHEMES = (
    ("({a} ∧ {b} → {c}) ↔ ({a} → {b} → {c})", 3),
    ("({a} → {b}) → ¬{b} → ¬{a}", 2),
    ("{a} ∧ ({b} ∨ {c}) ↔ {a} ∧ {b} ∨ {a} ∧ {c}", 3),
    ("{a} ∨ ({b} ∧ {c}) ↔ ({a} ∨ {b}) ∧ ({a} ∨ {c})", 3),
    ("¬({a} ∨ {b}) ↔ ¬{a} ∧ ¬{b}", 2),
    ("¬({a} ∧ {b}) ↔ ({a} → ¬{b})", 2),
    ("({a} ↔ {b}) → ({b} ↔ {c}) → ({a} ↔ {c})", 3),
    ("({a} → {c}) ∧ ({b} → {c}) ↔ ({a} ∨ {b} → {c})", 3),
    ("({a} → {b} ∧ {c}) ↔ ({a} → {b}) ∧ ({a} → {c})", 3),
    ("{a} ∨ {b} → ¬{a} → {b}", 2),
    ("(({a} → {b}) → {a}) → {a}", 2),
    ("({a} ∧ {b}) ∧ {c} ↔ {a} ∧ {b} ∧ {c}", 3),
)
"""Tautologies; any propositions may stand for the letters."""


def _propositional(draw: Draw) -> Stated:
    scheme, count = draw.one(_SCHEMES)
    letters = draw.some("pqrs", 4)
    parts = [draw.one(letters)] if count == 1 else draw.some(letters, count)
    if draw.chance(0.6):
        other = draw.one(letters)
        place = draw.number(0, count - 1)
        parts[place] = f"({parts[place]} {draw.one('∧∨→')} {other})"
    text = scheme.format(**dict(zip("abc", parts, strict=False)))
    return Stated(text, ("(p q r s : Prop)",))


def _chain(draw: Draw) -> Stated:
    """Implications in a row, some of them through a conjunction or a disjunction."""
    names = draw.some("pqrstuv", draw.number(4, 6))
    facts = []
    for before, after in itertools.pairwise(names):
        extra = draw.one("wxyz")
        facts.append(
            draw.one(
                [
                    f"{before} → {after}",
                    f"{before} → {after} ∧ {extra}",
                    f"{before} ∨ {extra} → {after}",
                    f"¬{after} → ¬{before}",
                ]
            )
        )
    goal = draw.one(
        [
            f"{names[0]} → {names[-1]}",
            f"¬{names[-1]} → ¬{names[0]}",
            f"{names[0]} → {names[-1]} ∧ {names[-2]}",
            f"{names[0]} ∨ {names[1]} → {names[-1]}",
        ]
    )
    return Stated(
        goal,
        (f"({' '.join(sorted({*names, *'wxyz'}))} : Prop)",),
        tuple(draw.some(facts, len(facts))),
    )


def _cases(draw: Draw) -> Stated:
    """A disjunction whose cases lead to the same, each by its own way."""
    p, q, r, s, t = draw.some("pqrstuv", 5)
    first = draw.one([f"{p} → {s} ∧ {t}", f"{p} → {t} ∧ {s}", f"{p} → {s}"])
    goal = s if first == f"{p} → {s}" or draw.chance(0.5) else f"{s} ∨ {t}"
    facts = [f"{p} ∨ {q} ∨ {r}", first, f"{q} → {r}", f"{r} → {s}"]
    letters = " ".join(sorted((p, q, r, s, t)))
    return Stated(goal, (f"({letters} : Prop)",), tuple(draw.some(facts, 4)))


def _quantified(draw: Draw) -> Stated:
    """Predicates on numbers, all and some."""
    kind = draw.one("ℕℤ")
    a, b = draw.variables(2)
    facts, goal = draw.one(
        [
            ([f"∀ {a}, P {a} → Q {a}", f"∃ {a}, P {a}"], f"∃ {b}, Q {b}"),
            ([f"∀ {a}, P {a} → Q {a} ∧ R {a}", f"∀ {a}, P {a}"], f"∀ {b}, R {b}"),
            ([f"∃ {a}, P {a} ∧ Q {a}"], f"(∃ {b}, Q {b}) ∧ ∃ {b}, P {b}"),
            ([f"∀ {a}, P {a} ∨ Q {a}", f"∀ {a}, ¬P {a}"], f"∀ {b}, Q {b}"),
            ([f"¬∃ {a}, P {a}"], f"∀ {b}, ¬P {b}"),
            ([f"∃ {a}, ¬P {a}"], f"¬∀ {b}, P {b}"),
            ([f"∀ {a}, P {a} → Q {a}", f"∀ {a}, Q {a} → R {a}"], f"∀ {b}, P {b} → R {b}"),
            ([f"∃ {a}, P {a} ∨ Q {a}"], f"(∃ {b}, P {b}) ∨ ∃ {b}, Q {b}"),
            ([f"∀ {a}, P {a} ↔ Q {a}", f"∃ {a}, Q {a} ∧ R {a}"], f"∃ {b}, P {b} ∧ R {b}"),
        ]
    )
    n = draw.number(0, 9)
    if draw.chance(0.4):
        goal, facts = f"({goal}) ∧ Q {n}", [*facts, f"Q {n}"]
    return Stated(goal, (f"(P Q R : {kind} → Prop)",), tuple(draw.some(facts, len(facts))))


FAMILIES = (
    Family("logic.propositional", _propositional),
    Family("logic.chain", _chain),
    Family("logic.cases", _cases),
    Family("logic.quantified", _quantified),
)
