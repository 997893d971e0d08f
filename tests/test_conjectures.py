"""Statements to practise on: what they are, how they are split, that Lean reads them."""

from __future__ import annotations

import asyncio

import pytest

from formalmath.benchmarks import Problem, SupportStatus, elaborates
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.pool import Pool
from formalmath.lean.source import render_proof
from search.symbolic.library import policy_for
from tests.real_lean import searched
from training.conjectures import (
    FAMILIES,
    UNSEEN,
    Conjecture,
    Side,
    Standing,
    Wanted,
    compound,
    generate,
    side_of,
)
from training.conjectures.perturbed import perturbed

TRUE = Conjecture("test", ("(n : ℕ)",), ("3 < n",), "4 ≤ n ∧ n ≠ 2")


def test_the_same_seed_draws_the_same_statements():
    wanted = Wanted(Side.PRACTICE, 120, 7)
    assert generate(wanted) == generate(wanted)
    assert generate(wanted) != generate(Wanted(Side.PRACTICE, 120, 8))


@pytest.mark.parametrize("side", Side)
def test_statements_differ_and_are_on_the_side_asked_for(side: Side):
    found = generate(Wanted(side, 100, 0))
    assert len(found) == 100
    assert len({c.key for c in found}) == 100
    assert {side_of(c) for c in found} == {side}


def test_no_seed_draws_for_practice_what_another_holds_out():
    held_out = {c.key for c in generate(Wanted(Side.HELD_OUT, 300, 0))}
    practice = {c.key for seed in range(3) for c in generate(Wanted(Side.PRACTICE, 300, seed))}
    assert not held_out & practice


def test_what_is_held_out_is_true_by_construction_and_unseen_families_are_unseen():
    for side in (Side.HELD_OUT, Side.UNSEEN):
        assert all(c.standing is Standing.TRUE for c in generate(Wanted(side, 150, 3)))
    practice = generate(Wanted(Side.PRACTICE, 400, 3))
    assert not UNSEEN & {c.family for c in practice}
    assert any(c.standing is Standing.UNKNOWN for c in practice)
    assert {family.name for family in FAMILIES} >= UNSEEN


def test_no_compound_is_made_of_an_unseen_family():
    for family in (each for each in FAMILIES if each.name in UNSEEN):
        assert family.draw not in {*compound._PARTS, *compound._WITH_PREMISES, *compound._LOGIC}


def test_what_is_excluded_never_comes():
    first = generate(Wanted(Side.PRACTICE, 50, 0))
    banned = {c.key for c in first[::2]}
    rest = generate(Wanted(Side.PRACTICE, 50, 0), lambda c: c.key in banned)
    assert not banned & {c.key for c in rest}


def test_names_of_variables_do_not_count():
    other = Conjecture("test", ("(k : ℕ)",), ("3 < k",), "4 ≤ k ∧  k ≠ 2")
    assert other.key == TRUE.key
    assert other.name == TRUE.name
    assert Conjecture("test", ("(n : ℕ)",), ("3 < n",), "4 ≤ n ∧ n ≠ 3").key != TRUE.key


def test_a_record_is_read_back():
    assert Conjecture.from_json(TRUE.to_json()) == TRUE


def test_a_negation_says_so():
    assert TRUE.negation().text == "¬ (∀ (n : ℕ) (h₀ : 3 < n), 4 ≤ n ∧ n ≠ 2)"
    assert TRUE.negation().standing is Standing.UNKNOWN
    assert TRUE.theorem().statement == f"theorem {TRUE.name} (n : ℕ) (h₀ : 3 < n) : 4 ≤ n ∧ n ≠ 2"


def test_a_perturbed_statement_is_another_one_of_which_nothing_is_known():
    found = {perturbed(TRUE, str(seed)) for seed in range(40)}
    assert all(c.standing is Standing.UNKNOWN and c.key != TRUE.key for c in found)
    assert len(found) > 5


def test_lean_reads_a_statement_of_every_family_and_its_negation(toolchain: EmbeddedToolchain):
    drawn = [family.conjecture(f"test {n}") for family in FAMILIES for n in range(3)]
    drawn += [c.negation() for c in drawn]
    theorems = [c.theorem() for c in drawn]
    problems = [Problem("practice", "all", render_proof(t, ["sorry"]), t) for t in theorems]

    async def read() -> list[str]:
        lean = Pool(toolchain.elaborator, 2)
        try:
            found = await elaborates(problems, lean, jobs=2)
        finally:
            await lean.close()
        return [
            f"{problem.statement}: {found[problem.key].reason}"
            for problem in problems
            if found[problem.key].status is not SupportStatus.SUPPORTED
        ]

    assert asyncio.run(read()) == []


@pytest.mark.parametrize(
    "family", ["logic.cases", "order.combined", "sums.geometric", "compound.both"]
)
def test_some_statement_of_a_family_is_proved_by_the_rules(
    family: str, toolchain: EmbeddedToolchain
):
    [one] = [each for each in FAMILIES if each.name == family]
    policy = policy_for(toolchain)
    for seed in range(4):
        conjecture = one.conjecture(str(seed))
        given = conjecture.assumptions
        statement = f"{given} : {conjecture.conclusion}"
        if asyncio.run(searched(statement, toolchain, policy, 20.0)).outcome == "proved":
            return
    pytest.fail("none was")
