"""The kernel's replay and the checks before it, on honest proofs and on hostile ones."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from formalmath.errors import ToolchainError
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.process import FramedProcess
from formalmath.limits import Limits
from formalmath.verify.audit import check_names
from formalmath.verify.closure import Closure, closure, closure_of_all
from formalmath.verify.constants import is_unsafe
from formalmath.verify.module import Module
from formalmath.verify.names import show
from formalmath.verify.replay import Accepted, Replayer, replayer_command
from formalmath.verify.terms import APP, BVAR, CONST, FVAR, LAM, MVAR, SORT
from formalmath.verify.trusted import Trusted
from formalmath.verify.verdict import Cause, Inconclusive, Reason, Rejected
from tests.verify_world import TARGET, World

Result = TypeVar("Result")
STANDARD = {"propext", "Quot.sound", "Classical.choice"}

# name: (text before the target, statement, proof); `sorry` in place of the proof is the challenge
HONEST = {
    "rfl": ("", "theorem T : 2 + 2 = 4", ":= rfl"),
    "omega": ("", "theorem T (a b : Nat) (h : a < b) : a + 1 ≤ b", ":= by omega"),
    "simp": ("", "theorem T (p q : Prop) : p ∧ q ↔ q ∧ p", ":= by simp [and_comm]"),
    "decide": ("", "theorem T : ∀ x : Fin 8, x.val * x.val < 64", ":= by decide"),
    "decide +kernel": ("", "theorem T : 2 ^ 64 % 97 = 61", ":= by decide +kernel"),
    "literals": ("", "theorem T : 2 ^ 200 - 2 ^ 200 = 0", ":= by decide +kernel"),
    "big literal": (
        "",
        "theorem T : 1606938044258990275541962092341162602522202993782792835301376 ≠ 7",
        ":= by decide +kernel",
    ),
    "string literal": ("", "theorem T : \"añ\".toList = ['a', 'ñ']", ":= rfl"),
    "inductive": (
        "inductive Tree where | leaf | node (l r : Tree)\n"
        "def Tree.size : Tree → Nat | leaf => 1 | node l r => l.size + r.size\n",
        "theorem T (t : Tree) : 0 < t.size",
        ":= by induction t with\n  | leaf => decide\n  | node l r hl hr => simp [Tree.size]; omega",
    ),
    "type behind its constructors' types": (
        "structure Point where (x y : Nat)\n"
        "inductive Path : Nat → Type where\n"
        "  | here : Path 0\n  | step (p : Point) {n : Nat} (rest : Path n) : Path (n + p.x)\n"
        "def Path.count {n : Nat} : Path n → Nat | .here => 0 | .step _ r => r.count + 1\n",
        "theorem T : (Path.step ⟨1, 2⟩ .here).count = 1",
        ":= rfl",
    ),
    "mutual": (
        "mutual\ninductive Even : Nat → Prop where | zero : Even 0\n"
        "  | succ (n : Nat) (h : Odd n) : Even (n + 1)\n"
        "inductive Odd : Nat → Prop where | succ (n : Nat) (h : Even n) : Odd (n + 1)\nend\n",
        "theorem T : Even 2",
        ":= .succ 1 (.succ 0 .zero)",
    ),
    "nested": (
        "inductive Rose where | node (children : List Rose)\n",
        "theorem T (r : Rose) : ∃ c, r = .node c",
        ":= by\n  cases r with\n  | node c => exact ⟨c, rfl⟩",
    ),
    "structure and instance": (
        "structure P where (a b : Nat)\ninstance : Add P := ⟨fun p q => ⟨p.a + q.a, p.b + q.b⟩⟩\n",
        "theorem T (p : P) : p + ⟨0, 0⟩ = p",
        ":= rfl",
    ),
    "well-founded recursion": (
        "def half (n : Nat) : Nat := if h : n < 2 then 0 else half (n - 2) + 1\n"
        "termination_by n\ndecreasing_by omega\n",
        "theorem T : half 0 = 0",
        ":= by rw [half]; simp",
    ),
    "quotient": (
        "def s (a b : Nat) : Prop := a % 2 = b % 2\n",
        "theorem T : Quot.mk s 0 = Quot.mk s 2",
        ":= Quot.sound rfl",
    ),
    "choice": ("", "theorem T (p : Prop) : p ∨ ¬p", ":= Classical.em p"),
    "helper lemma": (
        "",
        "theorem T (n : Nat) : n + 0 = n",
        ":= helper n\n",
    ),
    "universes": (
        "universe u v\n",
        "theorem T {α : Type u} {β : Type v} (f : α → β) : f = fun x => f x",
        ":= rfl",
    ),
    "let": ("", "theorem T : let n := 3; n = 3", ":= by intro n; rfl"),
}


@pytest.mark.parametrize("case", HONEST)
def test_an_honest_proof_is_accepted(world: World, case: str) -> None:
    before, statement, proof = HONEST[case]
    helper = "theorem helper (n : Nat) : n + 0 = n := rfl\n" if "helper" in proof else ""
    challenge = f"{before}{statement} := sorry\n"
    axioms = world.verdict(challenge, f"{before}{helper}{statement} {proof}\n")
    assert isinstance(axioms, tuple), axioms
    assert set(axioms) <= STANDARD
    assert ("Classical.choice" in axioms) >= (case == "choice")
    # its twin without a proof
    assert world.verdict(challenge, challenge) == Rejected(Reason.SORRY, "it rests on `sorryAx`")


def test_a_proof_that_skipped_the_kernel_is_rejected_by_the_replay_alone(world: World) -> None:
    statement = "theorem T : 1 = 2"
    candidate = f"set_option debug.skipKernelTC true in\n{statement} := by decide +kernel\n"
    compiled = world.compile(f"{statement} := sorry\n"), world.compile(candidate)
    assert isinstance(world.read_checks(*compiled), tuple), "nothing but the kernel notices"
    verdict = world.verdict(f"{statement} := sorry\n", candidate)
    assert isinstance(verdict, Rejected)
    assert verdict.reason is Reason.KERNEL
    assert "declTypeMismatch" in verdict.detail or "TypeMismatch" in verdict.detail


HOSTILE = {
    "axiom": ("axiom cheat : False\n", ":= cheat.elim", Reason.AXIOM),
    "namesake axiom": (
        "namespace Foo\naxiom propext : False\nend Foo\n",
        ":= Foo.propext.elim",
        Reason.AXIOM,
    ),
    "sorry in a lemma": (
        "theorem lemma_ : False := sorry\n",
        ":= lemma_.elim",
        Reason.SORRY,
    ),
    "an unsafe axiom of the library": (
        "set_option debug.skipKernelTC true in\ntheorem lemma_ : False := lcProof\n",
        ":= lemma_.elim",
        Reason.UNSAFE,
    ),
    "unsafe": (
        "unsafe def h : False := lcProof\nset_option debug.skipKernelTC true\n",
        ":= h.elim",
        Reason.UNSAFE,
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_no_proof_is_rejected_with_its_reason(world: World, case: str) -> None:
    before, proof, reason = HOSTILE[case]
    statement = "theorem T : 1 = 2"
    verdict = world.verdict(f"{statement} := sorry\n", f"{before}{statement} {proof}\n")
    assert isinstance(verdict, Rejected)
    assert verdict.reason is reason, verdict


def test_a_proof_by_native_code_rests_on_an_axiom_of_its_own(world: World) -> None:
    statement = "theorem T : 10 ∣ 20"
    verdict = world.verdict(f"{statement} := sorry\n", f"{statement} := by native_decide\n")
    assert isinstance(verdict, Rejected)
    assert verdict.reason is Reason.AXIOM, verdict
    assert "native" in verdict.detail


# the challenge, the candidate, the reason, and a word of the detail
OTHER_STATEMENTS = {
    "type": ("theorem T : 1 = 2", "theorem T : 1 = 1 := rfl", Reason.STATEMENT, "type"),
    "definition": (
        "def f : Nat := 1\ntheorem T : f = 2",
        "def f : Nat := 2\ntheorem T : f = 2 := rfl",
        Reason.STATEMENT,
        "`f`",
    ),
    "definition behind a definition": (
        "def f : Nat := 1\ndef g : Nat := f\ntheorem T : g = 2",
        "def f : Nat := 2\ndef g : Nat := f\ntheorem T : g = 2 := rfl",
        Reason.STATEMENT,
        "`f`",
    ),
    "constructors": (
        "inductive E where | a | b\ntheorem T (x y : E) : x = y",
        "inductive E where | a\ntheorem T (x y : E) : x = y := by cases x; cases y; rfl",
        Reason.STATEMENT,
        "`E",
    ),
    "instance": (
        "theorem T : (2 : Nat) + 2 = 5",
        "local instance : Add Nat := ⟨fun _ _ => 5⟩\ntheorem T : (2 : Nat) + 2 = 5 := rfl",
        Reason.STATEMENT,
        "`T`",
    ),
    "hypothesis": (
        "theorem T : 1 = 2",
        "variable (h : False)\ninclude h\ntheorem T : 1 = 2 := h.elim",
        Reason.STATEMENT,
        "`T`",
    ),
    "Greek": ("theorem T : 1 = 2", "theorem Τ : 1 = 1 := rfl", Reason.MISSING, "not declared"),
    "definition instead": (
        "theorem T : 1 = 1",
        "def T : 1 = 1 := rfl",
        Reason.MISSING,
        "definition",
    ),
    "shadowed equality": (
        "theorem T : 1 = 2",
        "inductive Foo.Eq {α : Type} (a b : α) : Prop where | any\nopen Foo in\n"
        "theorem T : Foo.Eq 1 2 := Foo.Eq.any",
        Reason.STATEMENT,
        "`",
    ),
}


@pytest.mark.parametrize("case", OTHER_STATEMENTS)
def test_another_statement_is_rejected(world: World, case: str) -> None:
    challenge, candidate, reason, word = OTHER_STATEMENTS[case]
    verdict = world.verdict(f"{challenge} := sorry\n", f"{candidate}\n")
    assert isinstance(verdict, Rejected)
    assert verdict.reason is reason, verdict
    assert word in verdict.detail


def test_names_of_bound_variables_and_brackets_do_not_matter(world: World) -> None:
    challenge = "theorem T (a : Nat) : ∀ b : Nat, a + b = b + a := sorry\n"
    candidate = "theorem T {x : Nat} : ∀ y : Nat, x + y = y + x := fun y => Nat.add_comm _ _\n"
    assert isinstance(world.verdict(challenge, candidate), tuple)


def test_a_name_that_the_kernel_knows_may_not_be_declared_even_where_the_library_does_not(
    world: World,
) -> None:
    data = world.compile("theorem xxxxxxxx : 1 = 1 := rfl\ntheorem T : 1 = 1 := rfl\n")
    lacking = {n: c for n, c in world.trusted.constants.items() if n != "Nat.log2"}
    trusted = Trusted(world.modules, lacking)
    stolen = world.compile("theorem Nat.log3 : 1 = 1 := rfl\ntheorem T : 1 = 1 := rfl\n")
    stolen = stolen.replace(b"log3", b"log2")
    assert check_names(Module(data), Module(data), trusted) is None
    refused = check_names(Module(data), Module(stolen), trusted)
    assert refused == Rejected(Reason.REDEFINED, "it declares `Nat.log2`")


def test_a_file_with_other_imports_is_rejected(world: World) -> None:
    data = world.compile("theorem T (a : Nat) : Eq a a := Eq.refl a\n")
    fewer = world.compile(
        "prelude\nimport Init.Prelude\ntheorem T (a : Nat) : Eq a a := Eq.refl a\n"
    )
    refused = world.read_checks(data, fewer)
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.IMPORTS


def test_a_name_of_the_library_may_not_be_declared(world: World) -> None:
    # Lean itself refuses it, so a lemma's compiled file is patched: the name of a constant of the
    # library, of the same length, in place of the lemma's.
    name = next(n for n in world.trusted.constants if n.isascii() and n.isalpha() and len(n) == 8)
    data = world.compile("theorem xxxxxxxx : 1 = 1 := rfl\ntheorem T : 1 = 1 := rfl\n")
    assert isinstance(world.read_checks(data, data), tuple)
    verdict = world.read_checks(data, data.replace(b"xxxxxxxx", name.encode()))
    assert verdict == Rejected(Reason.REDEFINED, f"it declares `{name}`")


def test_a_warm_replay_is_quick_and_many_run_at_once(world: World) -> None:
    module = Module(world.compile("theorem T (a b : Nat) : a + b = b + a := Nat.add_comm a b\n"))
    proof = closure(module, TARGET)

    async def body(replayer: Replayer) -> float:
        assert await replayer.replay(module, proof, Limits()) == Accepted(1)
        begun = time.monotonic()
        many = [replayer.replay(module, proof, Limits()) for _ in range(50)]
        assert await asyncio.gather(*many) == [Accepted(1)] * 50
        return (time.monotonic() - begun) / 50

    assert _with(world, body) < 0.5  # about 5 ms; the bound is for a machine that does much else


ENDLESS = (
    "def f : Nat → Nat → Nat | 0, x => x | n + 1, x => f n (f n x)\n"
    "set_option debug.skipKernelTC true in\ntheorem T : f 60 0 = 1 := by decide +kernel\n"
)


@pytest.mark.parametrize(
    ("limits", "cause"),
    [
        (Limits(wall_s=1.0, heartbeats=0), Cause.TIMEOUT),
        (Limits(wall_s=60.0, heartbeats=10), Cause.TIMEOUT),
        (Limits(wall_s=60.0, heartbeats=0, memory_mb=1), Cause.OOM),
    ],
)
def test_endless_kernel_work_meets_each_limit_while_its_neighbours_finish(
    world: World, limits: Limits, cause: Cause
) -> None:
    endless = Module(world.compile(ENDLESS))
    quick = Module(world.compile("theorem T : 1 = 1 := rfl\n"))

    async def body(replayer: Replayer) -> Accepted | Rejected | Inconclusive:
        slow = asyncio.create_task(replayer.replay(endless, closure(endless, TARGET), limits))
        many = [replayer.replay(quick, closure(quick, TARGET), Limits()) for _ in range(10)]
        assert await asyncio.gather(*many) == [Accepted(1)] * 10
        return await slow

    outcome = _with(world, body)
    assert isinstance(outcome, Inconclusive), outcome
    assert outcome.cause is cause


def test_a_cancelled_replay_leaves_no_process_behind(world: World) -> None:
    endless = Module(world.compile(ENDLESS))
    quick = Module(world.compile("theorem T : 1 = 1 := rfl\n"))

    async def body(replayer: Replayer) -> None:
        assert await replayer.replay(quick, closure(quick, TARGET), Limits()) == Accepted(1)
        server = psutil.Process(replayer.pid)
        limits = Limits(wall_s=60.0, heartbeats=0)
        slow = asyncio.create_task(replayer.replay(endless, closure(endless, TARGET), limits))
        while not server.children():
            await asyncio.sleep(0.01)
        slow.cancel()
        with pytest.raises(asyncio.CancelledError):
            await slow
        begun = time.monotonic()
        while server.children():
            assert time.monotonic() - begun < 10
            await asyncio.sleep(0.01)
        assert await replayer.replay(quick, closure(quick, TARGET), Limits()) == Accepted(1)

    _with(world, body)


@pytest.mark.slow
def test_the_whole_library_is_accepted_by_the_replay(toolchain: EmbeddedToolchain) -> None:
    """Each module on top of what it imports: all kinds of declarations, and Prelude's own."""

    async def replay(file: Path) -> None:
        module = Module.read(file)
        whole = closure_of_all(module)
        # the kernel takes unsafe declarations too, the replay does not
        safe = [unit for unit in whole.units if not any(map(is_unsafe, unit))]
        modules = tuple(show(wanted.module) for wanted in module.imports)
        build = toolchain.build
        replayer = Replayer(replayer_command(build.library, [build.lean_path], modules))
        limits = Limits(wall_s=120, heartbeats=0)
        try:
            outcome = await replayer.replay(module, Closure(tuple(safe), whole.outside), limits)
            assert outcome == Accepted(len(safe)), file
        finally:
            await replayer.close()

    for file in sorted(toolchain.build.lean_path.rglob("*.olean")):
        asyncio.run(replay(file))


NAMES = [[], ["T"], ["Nat"], ["x"], ["Missing"]]
NAT_, MISSING, TYPE = [CONST, 2, 0], [CONST, 4, 0], [SORT, 0]


@pytest.mark.parametrize(
    ("exprs", "name", "kind"),
    [
        ([NAT_], 1, None),
        ([[BVAR, 0]], 1, "looseBoundVariable"),
        ([TYPE, [BVAR, 1], [LAM, 3, 0, 1, 0]], 1, "looseBoundVariable"),
        ([[MVAR, 3]], 1, "malformed"),
        ([[FVAR, 3]], 1, "malformed"),
        ([MISSING], 1, "unknownConstant"),
        ([NAT_], 2, "alreadyDeclared"),
        ([TYPE, [LAM, 3, 0, 0, 0]], 1, "typeExpected"),
        ([NAT_, [APP, 0, 0]], 1, "funExpected"),
    ],
)
def test_a_term_that_no_elaborator_makes_is_rejected(
    world: World, exprs: list[list[int]], name: int, kind: str | None
) -> None:
    unit = {"kind": "axiom", "name": name, "universes": [], "type": len(exprs) - 1}
    limits = {"replay": 7, "wall_s": 10.0, "rss_mb": 2000, "heartbeats": 0}
    tables = {"names": NAMES, "levels": [[0]], "lists": [[0, 0]], "exprs": exprs}

    async def ask() -> dict[str, object]:
        build = world.toolchain.build
        command = replayer_command(build.library, [build.lean_path], ("Init",))
        process = await FramedProcess.start(command)
        try:
            assert await process.receive(60) == {"ready": True}
            await process.send({**limits, **tables, "units": [unit]})
            return await process.receive(60)
        finally:
            await process.kill()

    answer = asyncio.run(ask())
    if kind is None:
        assert answer == {"result": 7, "accepted": 1}
    else:
        assert answer == {"result": 7, "rejected": kind, "unit": 0, "detail": answer["detail"]}


def test_a_killed_or_stopped_replayer_gives_no_verdict_and_the_next_one_does(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formalmath.verify.replay._GRACE_S", 0.5)
    module = Module(world.compile("theorem T : 1 = 1 := rfl\n"))
    proof = closure(module, TARGET)

    async def body(replayer: Replayer) -> None:
        for harm in (signal.SIGKILL, signal.SIGSTOP):
            assert await replayer.replay(module, proof, Limits()) == Accepted(1)
            assert replayer.pid is not None
            pid = replayer.pid
            os.kill(pid, harm)
            outcome = await replayer.replay(module, proof, Limits(wall_s=0.5))
            assert isinstance(outcome, Inconclusive)
            assert outcome.cause is Cause.INFRA
            assert not psutil.pid_exists(pid), "it is reaped"
        assert await replayer.replay(module, proof, Limits()) == Accepted(1)

    _with(world, body)


def test_a_library_that_cannot_be_imported_is_said_plainly(
    toolchain: EmbeddedToolchain, world: World, tmp_path: Path
) -> None:
    module = Module(world.compile("theorem T : 1 = 1 := rfl\n"))

    async def body() -> None:
        replayer = Replayer(replayer_command(toolchain.build.library, [tmp_path], ("Init",)))
        with pytest.raises(ToolchainError, match="cannot import"):
            await replayer.replay(module, closure(module, TARGET), Limits())
        await replayer.close()

    asyncio.run(body())


def _with(world: World, body: Callable[[Replayer], Awaitable[Result]]) -> Result:
    """Run `body` with a replayer that is closed behind it."""

    async def run() -> Result:
        replayer = world.replayer()
        try:
            return await body(replayer)
        finally:
            await replayer.close()

    return asyncio.run(run())
