"""A checker program of the user's: what its end means."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from formalmath.lean.process import Command
from formalmath.limits import Limits
from formalmath.verify.checker import CheckerProgram
from formalmath.verify.closure import closure
from formalmath.verify.module import Module
from formalmath.verify.replay import Accepted
from formalmath.verify.verdict import Cause, Inconclusive, Reason, Rejected
from tests.verify_world import TARGET, World

SHORT = Limits(wall_s=1, start_s=1)


@pytest.fixture(scope="module")
def data(world: World) -> bytes:
    return world.compile("theorem lemma_ : 1 = 1 := rfl\ntheorem T : 1 = 1 := lemma_\n")


def checked(data: bytes, script: str, limits: Limits = SHORT) -> object:
    def command(module: str, folder: Path) -> Command:
        return Command(("/bin/sh", "-c", script, "checker", module, str(folder)))

    module = Module(data)
    return asyncio.run(CheckerProgram(command).replay(module, closure(module, TARGET), limits))


def test_the_end_of_it_without_an_error_is_an_acceptance(data: bytes) -> None:
    found = 'test "$(head -c 5 "$2/$1.olean")" = olean && test $(ls "$2" | wc -l) = 1'
    assert checked(data, found) == Accepted(2)


@pytest.mark.parametrize(
    ("script", "verdict"),
    [
        (
            "echo 'leanchecker found a problem in Candidate' >&2;"
            "echo 'uncaught exception: (kernel) declaration type mismatch' >&2; exit 1",
            Reason.KERNEL,
        ),
        ("echo 'uncaught exception: Invalid recursor T.rec'; exit 1", Reason.KERNEL),
        ("echo '(kernel) declaration type mismatch'; exit 2", Cause.CRASH),
        ("echo '(kernel) deterministic timeout'; exit 1", Cause.TIMEOUT),
        ("echo '(kernel) deep recursion detected'; exit 1", Cause.OOM),
        ("echo 'unknown module prefix'; exit 1", Cause.CRASH),
        ("exit 3", Cause.CRASH),
        ("kill -SEGV $$", Cause.CRASH),
        ("exec sleep 60", Cause.TIMEOUT),
        ("exec yes", Cause.INFRA),
    ],
)
def test_what_another_end_means(data: bytes, script: str, verdict: Reason | Cause) -> None:
    got = checked(data, script)
    assert isinstance(got, Rejected | Inconclusive)
    assert (got.reason if isinstance(got, Rejected) else got.cause) is verdict


def test_a_program_that_is_gone_is_nobodys_fault(data: bytes) -> None:
    module = Module(data)
    checker = CheckerProgram(lambda *_: Command(("/no/such/checker",)))
    got = asyncio.run(checker.replay(module, closure(module, TARGET), SHORT))
    assert isinstance(got, Inconclusive)
    assert got.cause is Cause.INFRA


def test_it_sees_no_file_that_the_reader_refuses(data: bytes) -> None:
    """The lemma is not part of this proof, but the program would read it too."""
    module = Module(data)
    begun = module.pointers[("lemma_",)]
    at = (begun - int.from_bytes(data[0x50:0x58], "little")) // 8 * 8
    damaged = data[:at] + b"\0" * 8 + data[at + 8 :]
    proof = closure(Module(data), TARGET)
    checker = CheckerProgram(lambda *_: Command(("/bin/true",)))
    got = asyncio.run(checker.replay(Module(damaged), proof, SHORT))
    assert isinstance(got, Rejected)
    assert got.reason is Reason.MALFORMED
