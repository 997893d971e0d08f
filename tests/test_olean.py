"""The reader of compiled files, on real files and on damaged ones."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.limits import Limits
from formalmath.verify.closure import closure, closure_of_all
from formalmath.verify.compare import statement_difference
from formalmath.verify.constants import (
    Constructor,
    Definition,
    Inductive,
    Recursor,
    Theorem,
    kind_of,
)
from formalmath.verify.module import Import, Module
from formalmath.verify.names import parse, show
from formalmath.verify.olean import OleanError
from formalmath.verify.terms import APP, CONST, LAM, NAT, PI, STR
from formalmath.verify.verdict import (
    Cause,
    Evidence,
    Inconclusive,
    Layer,
    Reason,
    Rejected,
    Verdict,
    Verified,
    verdict_from_json,
    verdict_to_json,
)
from tests.verify_world import TARGET, World

CHALLENGE = "theorem T (t : Tree) (a b : Nat) (h : a < b) : a + 1 ≤ b + t.size := sorry\n"
PROOF = CHALLENGE.replace("sorry", "by omega")
TYPES = (
    "inductive Tree where | leaf | node (n : Nat) (rest : Tree)\n"
    "def Tree.size : Tree → Nat | leaf => 0 | node n rest => n + rest.size\n"
)
# True in the mutants' other file: the same shape, another statement.
WEAKER = PROOF.replace("a + 1 ≤ b + t.size", "a + 0 ≤ b + t.size")


def test_every_declaration_of_a_file_is_read(world: World) -> None:
    module = Module(world.compile(TYPES + PROOF))
    assert module.imports[0] == Import(("Init",), all=False, exported=True, meta=False)
    assert not module.is_module
    tree = module.constant(("Tree",))
    assert isinstance(tree, Inductive)
    assert tree.constructors == (("Tree", "leaf"), ("Tree", "node"))
    assert (tree.params, tree.indices, tree.recursive, tree.unsafe) == (0, 0, True, False)
    node = module.constant(("Tree", "node"))
    assert isinstance(node, Constructor)
    assert (node.inductive, node.index, node.fields) == (("Tree",), 1, 2)
    rec = module.constant(("Tree", "rec"))
    assert isinstance(rec, Recursor)
    assert [(r.constructor, r.fields) for r in rec.rules] == [
        (("Tree", "leaf"), 0),
        (("Tree", "node"), 2),
    ]
    assert (rec.motives, rec.minors, rec.k) == (1, 2, False)
    size = module.constant(("Tree", "size"))
    assert isinstance(size, Definition)
    assert isinstance(module.constant(TARGET), Theorem)
    exprs, names = module.terms.exprs, module.terms.names
    kind, _, domain, _, _ = exprs[size.type]
    assert kind == PI
    assert exprs[domain][0] == CONST
    assert names[exprs[domain][1]] == ("Tree",)


def test_terms_are_what_was_written(world: World) -> None:
    big = 2**200 + 1
    text = f'theorem T : (fun x : Nat => {big}) 5 = {big} := rfl\ndef s : String := "añ\\n"\n'
    module = Module(world.compile(text))
    closure_of_all(module)
    nodes = module.terms.exprs
    assert (NAT, f"{big:x}") in nodes
    assert (NAT, 5) in nodes
    assert (STR, "añ\n") in nodes
    assert {APP, CONST, LAM} <= {node[0] for node in nodes}
    for index, node in enumerate(nodes):
        if node[0] == APP:
            assert max(node[1:]) < index, "operands come first"


def test_the_whole_library_is_read(toolchain: EmbeddedToolchain) -> None:
    kinds: Counter[str] = Counter()
    for file in toolchain.build.lean_path.rglob("*.olean"):
        module = Module.read(file)
        units = closure_of_all(module).units
        assert sum(map(len, units)) == len(module.pointers)
        kinds.update(kind_of(constant) for unit in units for constant in unit)
        assert all(count >= 0 for count in module.extensions().values())
    assert kinds["theorem"] > 1000
    assert kinds["quotient"] == 4
    assert kinds["axiom"] < 20


def test_the_library_rests_on_the_standard_axioms(world: World) -> None:
    trusted = world.trusted
    assert trusted.constants["Classical.em"].axioms == {
        "Classical.choice",
        "propext",
        "Quot.sound",
    }
    assert trusted.constants["Nat.add_comm"].axioms <= {"propext"}
    assert trusted.constants["sorryAx"].axioms == {"sorryAx"}
    resting = {
        name
        for name, constant in trusted.constants.items()
        if constant.kind == "theorem" and "sorryAx" in constant.axioms
    }
    assert not resting
    world._trusted = None
    assert world.trusted == trusted, "what the cache keeps is what was read"


def test_a_small_proof_is_read_in_milliseconds(world: World) -> None:
    data = world.compile(TYPES + PROOF)
    best = min(_timed(data) for _ in range(20))
    assert best < 0.05  # about 3 ms; the bound is for a machine that does much else


def _timed(data: bytes) -> float:
    begun = time.perf_counter()
    closure(Module(data), TARGET)
    return time.perf_counter() - begun


@pytest.mark.parametrize("size", [0, 5, 0x58, 0x60, 1000])
def test_a_truncated_file_is_an_error(world: World, size: int) -> None:
    data = world.compile(TYPES + PROOF)
    with pytest.raises(OleanError):
        closure_of_all(Module(data[:size]))


def test_another_version_is_refused(world: World) -> None:
    data = world.compile(TYPES + PROOF)
    with pytest.raises(OleanError, match=r"4\.22 to 4\.35"):
        Module(data.replace(b"4.35.0", b"4.21.0", 1))
    with pytest.raises(OleanError, match="format 2"):
        Module(data.replace(b"olean\x02", b"olean\x03", 1))


@given(st.binary(max_size=4096))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    header = b"olean\x02\x014.35.0".ljust(0x50, b"\0")
    for data in (noise, header + noise[: len(noise) // 8 * 8]):
        with pytest.raises(OleanError):
            closure_of_all(Module(data))


def test_shared_lists_cannot_be_made_to_cost_more_than_the_file(world: World) -> None:
    data = world.compile(TYPES + PROOF)
    module = Module(data)
    for _ in range(7):
        module._region.charge(len(data) // 2)
    with pytest.raises(OleanError, match="overlap"):
        module._region.charge(len(data))


def test_300_mutants(world: World) -> None:
    _mutants(world, 300, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_3000_mutants(world: World) -> None:
    _mutants(world, 3000, seed=2)


def _mutants(world: World, count: int, seed: int) -> None:
    """No mutant of either file breaks the reader, and what is accepted states the challenge."""
    challenge = world.compile(TYPES + CHALLENGE)
    proofs = [world.compile(TYPES + text) for text in (PROOF, WEAKER)]
    assert isinstance(world.read_checks(challenge, proofs[0]), tuple)
    assert world.read_checks(challenge, proofs[1]) == Rejected(
        Reason.STATEMENT, "the theorem `T` has another type"
    )
    source = random.Random(seed)
    seen: Counter[str] = Counter()
    for number in range(count):
        mutant = mutate(proofs[number % 2], source)
        begun = time.monotonic()
        checked = world.read_checks(challenge, mutant)
        assert time.monotonic() - begun < 10, "no mutant takes long"
        if isinstance(checked, Rejected):
            seen[checked.reason.value] += 1
            continue
        module, proof, _ = checked
        seen["read"] += 1
        assert statement_difference(Module(challenge), module, TARGET) is None
        replayed = world.replay(module, proof, Limits())
        seen[type(replayed).__name__] += 1
        if number % 2 == 1:
            # The weaker file's mutants would have to turn into the very theorem, with its proof.
            assert isinstance(replayed, Rejected | Inconclusive)
    assert seen["malformed"] > count / 10
    assert seen["read"] > count / 20, seen


def mutate(data: bytes, source: random.Random) -> bytes:
    """A file with one or more places changed: bits, bytes, words, pointers, its end."""
    made = bytearray(data)
    words = len(data) // 8
    base = int.from_bytes(data[0x50:0x58], "little")
    for _ in range(source.choice([1, 1, 1, 2, 5, 20])):
        at = 8 * source.randrange(words)
        match source.randrange(6):
            case 0:
                made[source.randrange(len(data))] ^= 1 << source.randrange(8)
            case 1:
                made[source.randrange(len(data))] = source.randrange(256)
            case 2:
                other = 8 * source.randrange(words)
                made[at : at + 8] = data[other : other + 8]
            case 3:
                pointer = base + 8 * source.randrange(words)
                made[at : at + 8] = pointer.to_bytes(8, "little")
            case 4:
                value = source.choice([0, 1, 3, 2**63, 2**64 - 1, 0xF6 << 56, 0xF9 << 56])
                made[at : at + 8] = value.to_bytes(8, "little")
            case 5 if source.random() < 0.2:
                return bytes(made[: source.randrange(len(made))])
    return bytes(made)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (("Nat", "add"), "Nat.add"),
        (("propext",), "propext"),
        (("propext\n",), "«propext\\n»"),
        (("a.b",), "«a.b»"),
        (("_private", "M", 0, "f"), "_private.M.0.f"),
        (("1",), "«1»"),
        ((), "[anonymous]"),
        (("",), "«»"),
    ],
)
def test_different_names_are_printed_differently(name: tuple[str | int, ...], shown: str) -> None:
    assert show(name) == shown
    if name and "\n" not in shown and "\\" not in shown:
        assert parse(shown) == name


VERDICTS: list[Verdict] = [
    Verified(
        Evidence(
            "abc",
            ("propext",),
            (Layer.READ, Layer.REPLAY),
            {Layer.READ: 0.002},
            {Layer.SANDBOX: "--no-sandbox"},
        )
    ),
    Rejected(Reason.AXIOM, "it rests on `cheat`"),
    Inconclusive(Cause.OOM, "killed", Evidence(axioms=())),
]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_survives_json(verdict: Verdict) -> None:
    shown = verdict_to_json(verdict)
    assert verdict_from_json(shown) == verdict
    for key in ("verdict", "axioms", "layers"):
        with pytest.raises(ValueError, match="not a verdict"):
            verdict_from_json({k: v for k, v in shown.items() if k != key})
    with pytest.raises(ValueError, match="verdict"):
        verdict_from_json({**shown, "verdict": "VERIFED"})
