"""Which theorems of a file are verified, and by which statements."""

from __future__ import annotations

import pytest

from formalmath.errors import InputError
from formalmath.verify.targets import chosen, targets

FILE = """import Mathlib

namespace A.B
section
theorem one : 1 = 1 := by
  rfl
end
/-- A doc comment. -/
theorem «two words» (h : let x := 1; x = 1) : 1 = 1 := by sorry
theorem _root_.three : 1 = 1 := rfl
end A.B
-- theorem no : 1 = 1 := rfl
theorem C.four : 1 = 1 := rfl
"""


def test_names_are_full() -> None:
    names = [each.name for each in targets(FILE)]
    assert names == ["A.B.one", "A.B.«two words»", "three", "C.four"]


def test_a_challenge_is_the_file_without_that_proof() -> None:
    one, two, *_ = targets(FILE)
    assert one.challenge == FILE.replace("by\n  rfl", "sorry")
    assert two.challenge == FILE.replace("by sorry", "sorry")
    assert [each.open for each in targets(FILE)] == [False, True, False, False]


def test_against_a_challenge_what_it_leaves_open_is_asked() -> None:
    [asked] = chosen("", FILE, None, "C.lean")
    assert (asked.name, asked.challenge) == ("A.B.«two words»", FILE)
    [named] = chosen("", FILE, "three", "C.lean")
    assert named.name == "three"


@pytest.mark.parametrize(
    ("text", "name", "what"),
    [
        (FILE, "one", "no theorem `one`"),
        ("def f := 1\n", None, "no theorem to be verified"),
        ("theorem T : ∀ n : Nat, n = n\n  | _ => rfl\n", None, "has no `:=`"),
        ("\n/- open", None, "line 2: a comment that is not closed"),
    ],
)
def test_what_cannot_be_verified_is_said(text: str, name: str | None, what: str) -> None:
    with pytest.raises(InputError, match=what.replace("`", ".")):
        chosen(text, None, name, "F.lean")
