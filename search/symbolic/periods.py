"""Values of linear recurrences far out, by their period, and nothing else.

A linear recurrence runs through a cycle modulo any number, and some do so without one. The cycle is
found by computing, proved by induction, and used at the indices that the goal asks about.
"""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.arithmetic import UnknownValueError
from search.symbolic.residues import known_residues
from search.symbolic.sequences import Sequence, sequences
from search.symbolic.shapes import Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
MAX_PERIOD = 32


def period_steps(shape: Shape) -> Iterator[Weighted]:
    """For each sequence and each modulus that the goal may mean: the cycle, then omega."""
    for sequence in sequences(shape):
        places = [
            part.args[0]
            for part in shape.conclusion.walk()
            if part.head == sequence.name and len(part.args) == 1
        ]
        if not places:
            continue
        for modulus in [*_moduli(shape.conclusion), 0]:
            cycle = _cycle(sequence, modulus)
            if cycle is None:
                continue
            uses = _uses(places, sequence, cycle, modulus, shape)
            if uses:
                lines = [*_lemma(sequence, cycle, modulus), *uses]
                yield "\n".join([*_opening(shape), *lines, *_closing(shape)]), 0.4


def _moduli(goal: Term) -> list[int]:
    found: dict[int, None] = {}
    for part in goal.walk():
        place = _MODULUS.get(part.head)
        if part.head in ("Even", "Odd"):
            found[2] = None
        elif place is not None and (modulus := part.args[place].number):
            found[modulus] = None
    return list(found)


_MODULUS = {"%": 1, "[MOD": 2, "[ZMOD": 2, "∣": 0}
"""Which argument is the modulus."""


def _cycle(sequence: Sequence, modulus: int) -> list[int] | None:
    """The values of one period from the start on, if there is a short one."""
    order = sequence.order
    try:
        values = sequence.values(MAX_PERIOD + order)
    except UnknownValueError:
        return None
    if modulus:
        values = [value % modulus for value in values]
    for period in range(1, MAX_PERIOD + 1):
        if values[period : period + order] == values[:order]:
            return values[:period]
    return None


def _lemma(sequence: Sequence, cycle: list[int], modulus: int) -> Iterator[str]:
    period, start, top = len(cycle), sequence.start, sequence.start + sequence.order
    places = range(start, start + period)

    remainder = _remainder(modulus)

    def claim(base: str, index: int) -> str:
        value = cycle[(index - start) % period]
        return f"{sequence.name} ({base} + {index}){remainder} = {value}"

    def step(base: str, index: int) -> Iterator[str]:
        """From the values before to the one at `index`."""
        known = ", ".join(f"v{index - back}" for back in sequence.looks_back())
        equation = f"{sequence.name} ({base} + {index}) = {sequence.right(base, index)}"
        proof = f"(show {equation} from hrec ({base} + {index - top}))"
        if modulus:
            remainders = sequence.right(base, index, remainder)
            equation = f"{sequence.name} ({base} + {index}){remainder} = ({remainders}){remainder}"
            proof = f"(show {equation} from hmod ({base} + {index - top}))"
        yield f"    have v{index} : {claim(base, index)} :="
        yield f"      {proof}.trans (by rw [{known}]; try rfl)"

    left = f"{sequence.name} (n + {top})"
    yield f"have hrec : ∀ n : ℕ, {left} = {sequence.right('n', top)} :="
    yield f"  fun n => {sequence.instance('n')}"
    if modulus:
        reduced = f"({sequence.right('n', top, remainder)}){remainder}"
        yield f"have hmod : ∀ n : ℕ, {left}{remainder} = {reduced} :="
        yield "  fun n => by have := hrec n; omega"
    claims = [claim(f"{period} * q", index) for index in places]
    yield f"have hper : ∀ q : ℕ, {' ∧ '.join(claims)} := by"
    yield "  intro q"
    yield "  induction q with"
    yield "  | zero =>"
    for index in range(start, max(top, start + period)):
        if index < top:
            yield f"    have v{index} : {claim('0', index)} := by simp only [Nat.zero_add]; omega"
        else:
            yield from step("0", index)
    yield f"    exact {_tuple([f'v{index}' for index in places])}"
    yield "  | succ q ih =>"
    yield f"    have hq : {period} * (q + 1) = {period} * q + {period} := Nat.mul_succ {period} q"
    yield f"    obtain {_tuple([f'v{index}' for index in places])} := ih"
    for index in range(start + period, start + 2 * period):
        yield from step(f"{period} * q", index)
    yield "    rw [hq]"
    yield f"    exact {_tuple([f'v{index + period}' for index in places])}"


def _remainder(modulus: int) -> str:
    return f" % {modulus}" if modulus else ""


def _tuple(names: list[str]) -> str:
    return f"⟨{', '.join(names)}⟩" if len(names) > 1 else names[0]


def _uses(
    places: list[Term], sequence: Sequence, cycle: list[int], modulus: int, shape: Shape
) -> list[str]:
    """The value at each place; none if a place's residue is not known."""
    residues, period, start = dict(known_residues(shape)), len(cycle), sequence.start
    lines: list[str] = []
    for number, place in enumerate(dict.fromkeys(places)):
        known = residues.get(place.head) if not place.args else None
        if (index := place.number) is not None and index >= start:
            offset = start + (index - start) % period
            quotient, text = str((index - offset) // period), str(index)
        elif known is not None and known[1] % period == 0:
            offset = start + (known[0] - start) % period
            quotient, text = f"({place.head} - {offset}) / {period}", place.head
        else:
            return []
        position = offset - start
        path = ".2" * position + (".1" if position < period - 1 else "")
        claim = f"{sequence.name} {text}{_remainder(modulus)} = {cycle[position]}"
        lines += [
            f"have hv{number} : {claim} := by",
            f"  have hv := (hper ({quotient})){path}",
            f"  rw [show {period} * ({quotient}) + {offset} = {text} by omega] at hv",
            "  exact hv",
        ]
    return [*lines, f"clear hper hrec{' hmod' * bool(modulus)}"]


def _opening(shape: Shape) -> list[str]:
    return ["simp only [Nat.ModEq] at *"] if "[MOD" in shape.names else []


def _closing(shape: Shape) -> list[str]:
    if shape.conclusion.names & {"Even", "Odd"}:
        return ["simp only [Nat.even_iff, Nat.odd_iff, Int.even_iff, Int.odd_iff]", "omega"]
    return ["omega"]
