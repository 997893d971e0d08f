"""Natural numbers written as `m + c`, so that truncated subtraction goes, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.bounds import lower_bounds
from search.symbolic.shapes import Shape

Weighted = tuple[str, float]
MAX_SHIFT = 40


def shifting_steps(shape: Shape) -> Iterator[Weighted]:
    """For all variables under a subtraction that are known to be large enough: `x = m + c`."""
    low = lower_bounds(shape)
    chosen: dict[str, int] = {}
    for part in shape.conclusion.walk():
        if part.head != "-" or part.args[0].args or (number := part.args[1].number) is None:
            continue
        name = part.args[0].head
        if name in shape.naturals and number <= low.get(name, 0) <= MAX_SHIFT:
            chosen[name] = low[name]
    if not chosen:
        return
    lines = []
    for name, number in chosen.items():
        m = shape.fresh(f"{name}m")
        lines.append(
            f"obtain ⟨{m}, rfl⟩ : ∃ m, {name} = m + {number} := ⟨{name} - {number}, by omega⟩"
        )
    lines.append("simp only [Nat.add_sub_cancel, Nat.reduceSubDiff]")
    yield "\n".join(lines), -0.6
