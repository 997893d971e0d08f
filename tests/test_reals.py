"""Rational, real and complex numbers of the embedded layer mean what Mathlib's do; nothing else."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from formalmath.benchmarks import SupportStatus, elaborates, minif2f
from formalmath.errors import DownloadError
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.messages import Message, Severity

Run = Callable[[str], list[Message]]

REALS = Path(__file__).parent / "lean" / "Reals.lean"
STANDARD = {"propext", "Classical.choice", "Quot.sound"}
HEADER = "import Mathlib\nopen BigOperators Real Nat Topology Rat\n"


def test_every_definition_keeps_its_promises(lean_run: Run) -> None:
    messages = lean_run(REALS.read_text(encoding="utf-8"))
    assert [m.text for m in messages if m.severity is not Severity.INFORMATION] == []


def test_theorems_rest_on_the_three_axioms(lean_run: Run) -> None:
    names = [
        "Rat.instField",
        "Rat.cast_add",
        "Real.instField",
        "Real.linearOrder",
        "Real.exists_isLUB",
        "Real.sqrt_mul",
        "Int.floor_eq_iff",
        "Complex.instField",
        "Real.exp_add",
        "Real.rpow_natCast",
        "Real.cos_pi_div_three",
        "Real.pi_lt_d2",
        "NNReal.instLinearOrder",
        "Real.tendsto_atTop_iff",
    ]
    messages = lean_run(HEADER + "".join(f"#print axioms {name}\n" for name in names))
    assert [m.text for m in messages if m.is_error] == []
    assert len(messages) == len(names)
    for message in messages:
        listed = re.search(r"\[(.*)\]", message.text, re.DOTALL)
        used = {name.strip() for name in listed[1].split(",")} if listed else set()
        assert used <= STANDARD, message.text


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        ("fun x : ℝ => Real.sqrt (x + 1)", "fun x => √(x + 1) : ℝ → ℝ"),
        ("fun z : ℂ => ‖z - Complex.I‖", "fun z => ‖z - Complex.I‖ : ℂ → ℝ"),
        ("fun x : ℝ => abs (Int.floor x)", "fun x => |⌊x⌋| : ℝ → ℤ"),
        ("fun (q : ℚ) => (q : ℝ)", "fun q => ↑q : ℚ → ℝ"),
        ("Real.cos (2 * Real.pi)", "cos (2 * π) : ℝ"),
        ("∑ k ∈ Finset.range 3, (1.5 : ℝ)", "∑ k ∈ Finset.range 3, 1.5 : ℝ"),
    ],
)
def test_terms_print_as_they_are_written(lean_run: Run, term: str, printed: str) -> None:
    [message] = lean_run(f"{HEADER}#check {term}\n")
    assert message.text == printed


@pytest.mark.parametrize(
    "claim",
    [
        "(1 / 3 + 1 / 6 : ℚ) = 1 / 3",
        "(2 : ℝ) < 2",
        "Real.sqrt 4 = -2",
        "(1.5 : ℝ) = 2",
        "⌊(-1 / 2 : ℚ)⌋ = 0",
        "(Complex.I : ℂ) = 1",
        "Real.pi = 3",
        "(1 : ℝ) / 0 = 1",
    ],
)
def test_no_tactic_proves_what_is_false(lean_run: Run, claim: str) -> None:
    tactics = ["norm_num", "decide +kernel", "simp", "ring", "rfl", "linear_combination"]
    text = HEADER + "".join(f"example : {claim} := by {tactic}\n" for tactic in tactics)
    failed = {m.start.line for m in lean_run(text) if m.is_error}
    first = HEADER.count("\n") + 1
    assert failed == set(range(first, first + len(tactics)))


@pytest.mark.network
def test_every_statement_of_minif2f_elaborates(toolchain: EmbeddedToolchain) -> None:
    try:
        problems = minif2f.load()
    except DownloadError as error:
        pytest.skip(f"miniF2F's archive is neither cached nor to be had: {error}")

    async def count() -> Counter[SupportStatus]:
        lean = toolchain.elaborator()
        try:
            found = await elaborates(problems, lean)
        finally:
            await lean.close()
        return Counter(support.status for support in found.values())

    assert asyncio.run(count()) == {SupportStatus.SUPPORTED: 488}
