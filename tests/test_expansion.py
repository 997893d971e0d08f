from __future__ import annotations

import asyncio

import pytest

from formalmath.errors import InputError
from search.certificates.expansion import Call, calls, expand

FILE = """import Mathlib
-- linarith in a comment stays
theorem sum (x y : ℝ) (h : x + y = 3) (k : x - y ≤ 1) : x ≤ 2 := by
  linarith
theorem square (a b : ℝ) : 2 * a * b ≤ a ^ 2 + b ^ 2 := by
  nlinarith [sq_nonneg (a - b)]
theorem both (a b : ℝ) (h : 0 < a ∧ 0 < b) : 0 < a + b ∧ 0 < a * b := by
  constructor <;> nlinarith [mul_pos h.1 h.2]
theorem inner (a b : ℝ) (h : 0 < a) : 0 < a + 1 := by
  have k : 0 < a + 1 := by linarith
  exact k
"""


def test_calls_are_found_with_their_hints():
    text = "by nlinarith [h x, (mul_pos a b), foo [1, 2]] -- linarith\n  linarith"
    first, second = calls(text)
    assert first.hints == ("h x", "(mul_pos a b)", "foo [1, 2]")
    assert text[first.start : first.end].endswith("[1, 2]]")
    assert second == Call(len(text) - 8, len(text), ())


def test_a_file_without_calls_stays(toolchain):
    text = "theorem t : True := trivial\n"
    assert asyncio.run(expand(toolchain, text)).text == text


def test_what_replaces_the_calls_proves_the_same(toolchain, lean_run):
    result = asyncio.run(expand(toolchain, FILE))
    assert result.replaced == 4
    assert result.left == ()
    assert not [m for m in lean_run(result.text) if m.is_error]
    assert "linear_combination 1 / 2 * k + 1 / 2 * h" in result.text
    assert calls(result.text) == []
    assert "-- linarith in a comment stays" in result.text


def test_what_has_no_certificate_stays(toolchain):
    text = "import Mathlib\ntheorem no (x : ℝ) : x < x := by\n  linarith\n"
    result = asyncio.run(expand(toolchain, text))
    assert result.text == text
    assert result.left == ((3, "no certificate was found"),)


def test_a_file_that_lean_cannot_read_is_an_error(toolchain):
    with pytest.raises(InputError, match="does not come to the calls"):
        asyncio.run(expand(toolchain, "import Nowhere\ntheorem no : 1 < 1 := by\n  linarith\n"))
