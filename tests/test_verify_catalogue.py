"""Every attack of the catalogue is refused for the right reason, and every honest twin verified."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import pytest

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.theorem import Theorem
from formalmath.verify.catalogue import Entry, catalogue
from formalmath.verify.self_test import (
    SELF_TEST_LIMITS,
    AlwaysAccept,
    AlwaysReject,
    Row,
    blind_spots,
    put,
    sorted_out,
)
from formalmath.verify.verdict import Inconclusive, Layer, Reason, Rejected, Verdict, Verified
from formalmath.verify.verifier import Verifier

T = TypeVar("T")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]


def run(
    toolchain: EmbeddedToolchain,
    work: Callable[[Verifier], Awaitable[T]],
    off: frozenset[Layer] = frozenset(),
) -> T:
    async def whole() -> T:
        async with Verifier(toolchain, SELF_TEST_LIMITS, off) as verifier:
            return await work(verifier)

    return asyncio.run(whole())


@pytest.fixture(scope="module")
def rows(confined: EmbeddedToolchain) -> list[Row]:
    return run(confined, lambda verifier: put(verifier, jobs=2))


def test_names_are_unique() -> None:
    names = [entry.name for entry in catalogue()]
    assert len(set(names)) == len(names) > 70


def test_attacks_are_refused_for_the_expected_reason_and_twins_verified(rows: list[Row]) -> None:
    assert [row for row in rows if not row.ok] == []
    assert len(rows) == 2 * len(catalogue())


def test_nothing_is_falsely_verified(rows: list[Row]) -> None:
    assert [row.name for row in rows if row.false_verified] == []


def test_behind_the_gate_other_layers_refuse_what_is_false(confined: EmbeddedToolchain) -> None:
    gated = [entry for entry in catalogue() if entry.expected == {Reason.SOURCE}]

    async def work(verifier: Verifier) -> list[tuple[Entry, Verdict]]:
        return [(entry, await entry.attack.put_to(verifier)) for entry in gated]

    found = run(confined, work, off=frozenset({Layer.SOURCE}))
    wrong = [
        (entry.name, verdict)
        for entry, verdict in found
        if (sorted_out(verdict) not in entry.behind if entry.behind else sorted_out(verdict))
    ]
    assert wrong == []
    assert len(gated) > 30


def test_worthless_checkers_are_noticed() -> None:
    assert asyncio.run(blind_spots()) == []


def test_each_worthless_checker_fails_by_name() -> None:
    accepting = asyncio.run(put(AlwaysAccept()))
    assert all(row.false_verified and not row.ok for row in accepting[::2])
    assert all(row.ok for row in accepting[1::2])
    rejecting = asyncio.run(put(AlwaysReject()))
    assert not any(row.ok for row in rejecting[1::2])
    assert not any(row.false_verified for row in rejecting)


class _Blind:
    """Right about all but one attack and one twin."""

    async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
        return Verified()

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        return Rejected(Reason.COMPILE) if "sorry" in candidate else Verified()


def test_a_catalogue_that_tells_nothing_is_noticed() -> None:
    honest = [entry for entry in catalogue() if entry.name == "sorry"]
    twin = honest[0].twin
    useless = Entry("useless", twin, twin, frozenset())
    assert asyncio.run(blind_spots([useless])) == ["AlwaysAccept"]
    assert any(not row.ok for row in asyncio.run(put(_Blind(), honest)))


def test_an_inconclusive_verdict_is_no_pass() -> None:
    from formalmath.verify.verdict import Cause

    class Lost(_Blind):
        async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
            return Inconclusive(Cause.INFRA)

    rows = asyncio.run(put(Lost(), [e for e in catalogue() if e.name == "sorry"]))
    assert [(row.got, row.ok) for row in rows] == [("infra", False), ("infra", False)]
