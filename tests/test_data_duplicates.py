"""Near-duplicates: the true Jaccard decides, the first stays, another answer is another item."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.data_world import item
from training.data.duplicates import Duplicate, Duplicates
from training.data.formats import Formats, Origin
from training.data.similarity import jaccard, shingles, signature, similarity
from training.example import Example

WORDS = [f"w{i}" for i in range(500)]


def found(items: list[Example], threshold: float = 0.7) -> dict[int, Duplicate]:
    duplicates = Duplicates(items.__getitem__, threshold)
    met = {number: duplicates.add(number, each) for number, each in enumerate(items)}
    return {number: each for number, each in met.items() if each is not None}


def plain(text: str) -> set[tuple[str, ...]]:
    """Shingles of three words, as the page says."""
    words = text.split()
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


texts = st.lists(st.sampled_from(WORDS[:30]), min_size=1, max_size=30).map(" ".join)


@given(texts, texts)
def test_the_jaccard_is_that_of_runs_of_three_tokens(first: str, second: str) -> None:
    a, b = plain(first), plain(second)
    got = jaccard(shingles(item(first, "")).question, shingles(item(second, "")).question)
    assert got == pytest.approx(len(a & b) / len(a | b))


def mutated(text: str, times: int, draw: random.Random) -> str:
    words = text.split()
    for _ in range(times):
        words[draw.randrange(len(words))] = draw.choice(WORDS)
    return " ".join(words)


def test_it_finds_what_comparing_all_pairs_finds() -> None:
    draw = random.Random(1)
    items: list[Example] = []
    for _ in range(40):
        base = " ".join(draw.choices(WORDS, k=60))
        near = [mutated(base, draw.choice([0, 1, 2, 4, 6]), draw) for _ in range(4)]
        items += [item(text, "so be it") for text in near]
    sets = [shingles(each) for each in items]
    stays: list[int] = []
    expected: set[int] = set()
    for i, own in enumerate(sets):
        if any(similarity(own, sets[j]) >= 0.7 for j in stays):
            expected.add(i)
        else:
            stays.append(i)
    got = found(items)
    assert expected
    # A pair at 0.7 shares no band once in a hundred.
    assert len(expected - got.keys()) <= 2
    for number, each in got.items():
        assert each.of < number
        assert each.jaccard == similarity(sets[number], sets[each.of]) >= 0.7
        assert each.of not in got


def test_another_answer_makes_another_item() -> None:
    formats, of = Formats(), Origin("t", "s")
    state = "n m : ℕ\nh : n ∣ m\nk : 0 < m\n⊢ n ≤ m"
    items = [
        formats.tactic(of, state, "exact Nat.le_of_dvd k h"),
        formats.tactic(of, state, "omega"),
        formats.tactic(of, state, "omega"),
        formats.outcome(of, state, "omega", True),
    ]
    assert found(items) == {2: Duplicate(1, 1.0)}


def test_a_right_and_a_wrong_solution_that_differ_in_a_number_are_both_kept() -> None:
    formats, of = Formats(), Origin("p", "s")
    steps = [f"We add {k} and {k} to get {2 * k} apples in all." for k in range(9)]
    wrong = [*steps[:8], "We add 8 and 8 to get 17 apples in all."]
    items = [
        formats.process(of, "How many?", steps, [True] * 9),
        formats.process(of, "How many?", wrong, [True] * 8 + [False]),
        formats.process(of, "How many?", [*steps[:8], "We add 8 to get 16."], [True] * 9),
    ]
    assert {number: each.of for number, each in found(items).items()} == {2: 0}


def test_the_words_of_the_template_do_not_count() -> None:
    formats, of = Formats(), Origin("t", "s")
    first, second = (formats.tactic(of, f"⊢ {c} = {c}", "rfl") for c in "ab")
    assert similarity(shingles(first), shingles(second)) == 0


def test_signatures_agree_about_as_often_as_the_sets_do() -> None:
    draw = random.Random(2)
    base = " ".join(draw.choices(WORDS, k=200))
    shared, true = 0.0, 0.0
    for _ in range(40):
        one, two = item(base, "x"), item(mutated(base, 18, draw), "x")
        true += jaccard(shingles(one).question, shingles(two).question) / 40
        shared += signature(shingles(one)).jaccard(signature(shingles(two))) / 40
    assert shared == pytest.approx(true, abs=0.03)


def test_copies_of_one_item_cost_one_comparison_each() -> None:
    copies = [item("the same words all over again and again", "yes")] * 2_000
    looked = 0

    def items(number: int) -> Example:
        nonlocal looked
        looked += 1
        return copies[number]

    duplicates = Duplicates(items, 0.7)
    assert sum(duplicates.add(n, each) is not None for n, each in enumerate(copies)) == 1_999
    assert looked <= len(copies)
