"""Solutions become claims: what is read, how it is stated, and that nothing else is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formalmath.errors import InputError
from formalmath.informal.grammar import whole
from formalmath.informal.lexer import tokens
from formalmath.informal.solution import MAX_CHARACTERS, Solution, Span
from formalmath.informal.terms import (
    Binary,
    Negation,
    NoReading,
    Number,
    Percent,
    Term,
    value,
)
from tests.informal_world import lean, read, said


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("48 / 2 = 24", "(48 : ℚ) / 2 = 24"),
        ("He sold 48/2 = <<48/2=24>>24 clips.", "(48 : ℚ) / 2 = 24"),
        ("3 pounds of candy + 5 pounds = 8 pounds", "(3 : ℚ) + 5 = 8"),
        ("7 - -7 * 4 = 35", "(7 : ℚ) - (-7) * 4 = 35"),
        ("-3^2 = -9", "(-((3 : ℚ) ^ 2)) = (-9)"),
        ("(-3)**2 = 9", "(-(3 : ℚ)) ^ 2 = 9"),
        ("1 - (2 - 3) = 2", "(1 : ℚ) - (2 - 3) = 2"),
        ("12 / (4 * 3) = 1", "(12 : ℚ) / (4 * 3) = 1"),
        ("2^-1 = 0.5", "(1 : ℚ) / 2 ^ 1 = 1 / 2"),
        ("0.1 + 0.2 = 0.3", "(1 : ℚ) / 10 + 1 / 5 = 3 / 10"),
        ("1,200 + 300 = 1,500", "(1200 : ℚ) + 300 = 1500"),
        ("50% of 80 = 40", "(50 : ℚ) / 100 * 80 = 40"),
        ("20 percent of 50 = 10", "(20 : ℚ) / 100 * 50 = 10"),
        ("1/3 of 60 is 20", "(1 : ℚ) / 3 * 60 = 20"),
        ("2 1/2 + 1/2 = 3", "(2 : ℚ) + 1 / 2 + 1 / 2 = 3"),
        ("½ × 8 = 4", "(1 : ℚ) / 2 * 8 = 4"),
        ("3 x $2 = $6", "(3 : ℚ) * 2 = 6"),
        ("2(3 + 4) = 14", "(2 : ℚ) * (3 + 4) = 14"),
        ("50(.50)=25", "(50 : ℚ) * (1 / 2) = 25"),
        ("5 times 3 is 15", "(5 : ℚ) * 3 = 15"),
        ("4 people * $8/hour = $32", "(4 : ℚ) * 8 = 32"),
        ("3 + 4 ≥ 7", "(3 : ℚ) + 4 ≥ 7"),
        ("1/3 ≈ 0.33", "(1 : ℚ) / 3 - 33 / 100 < 1 / 100 ∧ (33 : ℚ) / 100 - 1 / 3 < 1 / 100"),
        (r"$\frac{3}{4} \times \left(1 + 1\right) = \frac32$", "(3 : ℚ) / 4 * (1 + 1) = 3 / 2"),
        (r"\[ 2 \cdot 3 \text{ apples} \le 7 \]", "(2 : ℚ) * 3 ≤ 7"),
        (r"$1{,}000 \div 8 = 125$", "(1000 : ℚ) / 8 = 125"),
        (r"$5 \times 4 = 20 \text{ cm}^2$", "(5 : ℚ) * 4 = 20"),
        ("(2/5)*500cm³ = 200cm³", "(2 : ℚ) / 5 * 500 = 200"),
        ("12 * 1 and 6 * 2 = 12", "(6 : ℚ) * 2 = 12"),
        ("小明有３×５＝１５个苹果。", "(3 : ℚ) * 5 = 15"),
        ("8除以2等于4", "(8 : ℚ) / 2 = 4"),
        ("So he has 4 * 5 = 20 dollars left", "(4 : ℚ) * 5 = 20"),
        ("Step 2: 3 + 4 = 7", "(3 : ℚ) + 4 = 7"),
        ("a total of 6*7 = a total of 42 pages", "(6 : ℚ) * 7 = 42"),
        ("For 7 days that is a total of 10*7 = 70 bananas", "(10 : ℚ) * 7 = 70"),
    ],
)
def test_one_claim_is_stated_so(text: str, stated: str) -> None:
    assert lean(text) == [stated]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("A = 2 + 3 = 5", ["(2 : ℚ) + 3 = 5"]),
        ("1 + 2 + 3 = 3 + 3 = 6", ["(1 : ℚ) + 2 + 3 = 3 + 3", "(3 : ℚ) + 3 = 6"]),
        ("Let A = 1/2.\nA + A = 1", [" (A : ℚ) (h1 : A = 1 / 2) : A + A = 1"]),
        ("A * B = 6, where A = 2 and B = 3", [" (A B : ℚ) (h1 : A = 2) (h2 : B = 3) : A * B = 6"]),
        ("Let A = 1 + 1 = 2.\nA + 1 = 3", ["(1 : ℚ) + 1 = 2", " (A : ℚ) (h1 : A = 2) : A + 1 = 3"]),
        ("2x + 3 = 7.\nx = 2", [" (x : ℚ) (h1 : 2 * x + 3 = 7) : x = 2"]),
        ("Let a, b be reals.\n(a+b)^2 = a^2 + 2ab + b^2",
         [" (a b : ℚ) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2"]),
        ("x = 3 + 4\n= 7", ["(3 : ℚ) + 4 = 7"]),
        (r"\begin{align} x &= 3+4 \\ &= 7 \end{align}", ["(3 : ℚ) + 4 = 7"]),
        ("4 - 2 = 2 and 6 * 2 = 12", ["(4 : ℚ) - 2 = 2", "(6 : ℚ) * 2 = 12"]),
        ("Total = $5 * 3 = $15. Then 15 - 5 = 10",
         ["(5 : ℚ) * 3 = 15", "(15 : ℚ) - 5 = 10"]),
    ],
)  # fmt: skip
def test_chains_and_variables(text: str, stated: list[str]) -> None:
    assert lean(text) == stated


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5/0 = 0", "divides by zero"),
        ("(2-2)^-1 = 0", "divides by zero"),
        ("10^10^10 = 1", "too large"),
        ("9999^9999 > 1", "too large"),
        ("2^0.5 = 1.41", "root"),
        ("sqrt(4) = 2", "sqrt"),
        (r"\sqrt{4} = 2", "root"),
        ("3! = 6", "factorial"),
        ("9:30 - 8:00 = 1:30", "times of day"),
        (r"\sin(0) = 0", "sine"),
        ("f(3) = 9", "function f"),
        ("(" * 200 + "1" + ")" * 200 + " = 1", "nested"),
        ("-" * 200 + "1 = 1", "nested"),
        ("1" + " + 1" * 500 + " = 501", "longer than"),
        ("Let A = 5.\nLet A = 6.\nA + 1 = 7", "defined twice, as 5 and as 6"),
    ],
)
def test_what_is_not_stated_has_a_reason(text: str, why: str) -> None:
    unread = [passage.why for step in read(text).steps for passage in step.unread]
    assert unread
    assert why in unread[0]
    assert lean(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There are equal numbers of boys and girls.",
        "Her profit = 5 dollars",
        "A train travels 5 miles in 3 hours.",
        "He is 5 and she is 7.",
        "x -> y",
        "1 hour = 60 minutes",  # stated, but neither true nor false as numbers
        "3 dozen = 36 eggs",
        "twice 5 = 10",
        "There are 24 eggs in 1 tray x 2 trays = 48 eggs",
        "Yams - 6 yams x $1.5 = $9",
        "100 - 40 = 60%",
        "20 / 3 = 6.67",
        "20 / 3 = <<20/3=6.666666666666667>>6 pounds",
        "4 - 2 = 2 apples * 3 = 6",
        "1Dachshund + 1/4Papillon = 3/4Papillon",
        "25 - 26 = 1 page more",
        "100 stickers / 3 friends = 33 stickers each, with 1 remaining",
        "17/3 = 5 and 2/3 loads",
        "25 / 1/3 = 75",
        "She has $1 / 2 = 50 cents",
        "4 pounds - 6 ounces = 58 ounces",
        "250 x 12 = 3 000",
        "45 * 0,2 = 9",
        "0900-0130 = 0730",
        "7 adults + Shonda (1) + 2 kids + 10 friends = 20",
        "12 x 1 and 1/4 = 15",
        "20 minutes / 240 minutes = 8.333...%",
        "if 100 + 100x = 120 then x = .2. But if 140 + 140x = 147 then x = .05",
        "The rest: x + 2x = 3x = 1 hour. Thus 3x = 60 minutes. x = 20",
    ],
)
def test_what_may_be_meant_otherwise_is_never_refuted(text: str) -> None:
    assert "refuted" not in [status for _, status in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "48 + 24 = 73",
        "He has 48/2 = 23 clips",
        "130,000*.15 = $<<130000*.15=19500.0>>195,000",
        "3 apples + 4 apples = 8 apples",
        "小红有15-6=8个",
        r"$\frac12 + \frac13 = \frac25$",
        "7 < 3",
        "-(2 + 3) = 5",
        "520 x (1 + 0.18) = 500",
    ],
)
def test_what_is_plainly_false_is_refuted(text: str) -> None:
    assert "refuted" in [status for _, status in said(text)]


def terms() -> st.SearchStrategy[Term]:
    here = Span(0, 0)
    numbers = st.one_of(
        st.integers(0, 10**6).map(lambda n: Number(Fraction(n), here)),
        st.decimals(0, 999, places=2).map(lambda d: Number(Fraction(d), here, 2)),
    )
    return st.recursive(
        numbers,
        lambda inner: st.one_of(
            inner.map(lambda t: Negation(t, here)),
            inner.map(lambda t: Percent(t, here)),
            st.tuples(st.sampled_from("+-*/"), inner, inner).map(lambda p: Binary(*p, here)),
            st.tuples(inner, st.integers(0, 3)).map(
                lambda p: Binary("^", p[0], Number(Fraction(p[1]), here), here)
            ),
        ),
        max_leaves=12,
    )


PLAIN = {"*": "*", "/": "/", "%": "%", "+": "+", "-": "-", "^": "^"}
LATEX = {**PLAIN, "*": r"\times", "%": r"\%"}
CHINESE = {**PLAIN, "*": "×", "/": "÷", "%": "%", "+": "+", "-": "-"}


def written(term: Term, signs: dict[str, str], level: int = 0) -> str:
    """A term as text with the fewest brackets that school's precedence allows."""
    match term:
        case Number():
            text = f"{term.value.numerator}" if not term.decimals else f"{float(term.value):.2f}"
            return text
        case Negation():
            text, own = f"-{written(term.of, signs, 3)}", 3
        case Percent():
            text, own = f"{written(term.of, signs, 5)}{signs['%']}", 5
        case Binary(sign="^"):
            text, own = f"{written(term.left, signs, 5)}^{{{written(term.right, signs)}}}", 4
        case Binary(sign=sign):
            if sign == "/" and signs is LATEX:
                return rf"\frac{{{written(term.left, signs)}}}{{{written(term.right, signs)}}}"
            own = 1 if sign in "+-" else 2
            left, right = written(term.left, signs, own), written(term.right, signs, own + 1)
            text = f"{left} {signs[sign]} {right}"
        case _:
            raise AssertionError
    return f"({text})" if own < level else text


@given(terms(), st.sampled_from([PLAIN, LATEX, CHINESE]))
def test_a_written_term_is_read_with_its_value(term: Term, signs: dict[str, str]) -> None:
    text = written(term, signs)
    try:
        expected = value(term)
    except NoReading:
        return
    side = whole(tokens(text))
    assert side is not None
    assert value(side.term) == expected


@given(st.text(max_size=200))
@example("= = = <<=>>= \\frac")
@example("<<1=2>>=$")
@example("\\boxed{")
@example("x" * 200)
@example("1e5 = 100000 = 1E5")
def test_any_text_is_read_without_fault(text: str) -> None:
    try:
        solution = read(text)
    except InputError:
        return
    for step in solution.steps:
        for span in [c.span for c in step.claims] + [p.span for p in step.unread]:
            assert 0 <= span.start <= span.end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "12",
                "3.",
                "=",
                "+",
                "-",
                "*",
                "/",
                "(",
                ")",
                "^",
                "%",
                "$",
                "x",
                "A",
                "{",
                "}",
                "\\frac",
                ",",
                "of",
                "<<",
                ">>",
                "的",
                "≈",
                "<",
            ]
        ),
        max_size=40,
    )
)
def test_any_row_of_signs_is_read_without_fault(parts: list[str]) -> None:
    text = " ".join(parts)
    try:
        said(text)
    except InputError:
        assert not text.strip()


def test_steps_and_their_spans() -> None:
    text = "First 1 + 1 = 2.\n\n  Then 2 + 2 = 4.  \nA: 4"
    solution = Solution.from_text(text)
    assert [s.text for s in solution.steps] == ["First 1 + 1 = 2.", "Then 2 + 2 = 4.", "A: 4"]
    assert all(s.span.of(text) == s.text for s in solution.steps)
    one_line = Solution.from_text("Mr. Li has 1.5 kg. He eats 0.5 kg. So 1 kg is left.")
    assert len(one_line.steps) == 3
    assert len(Solution.from_text("有3个。又来2个。").steps) == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("1" * (MAX_CHARACTERS + 1), "characters"),
        ("a\0b", "no text"),
    ],
)
def test_what_is_no_solution_is_refused(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        Solution.from_text(text)
