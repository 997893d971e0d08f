"""Compiled files of Lean's module system, which come in parts, and a library of such modules."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.parts import parts_of
from formalmath.limits import Limits
from formalmath.verify.audit import check_axioms, check_statement, proof_closure
from formalmath.verify.closure import closure_of_all
from formalmath.verify.constants import Definition, Theorem
from formalmath.verify.module import Module, read_imports
from formalmath.verify.names import Name, show
from formalmath.verify.olean import OleanError
from formalmath.verify.replay import Accepted, Replayer, replayer_command
from formalmath.verify.trusted import load_trusted
from formalmath.verify.verdict import Reason, Rejected
from tests.test_olean import mutate

# Modules import only modules, so this library begins without Lean's own.
BASE = """\
module
prelude
public section
inductive N where | zero | succ (n : N)
inductive Same {α : Sort u} : α → α → Prop where | refl (a : α) : Same a a
def f (n : N) : N := .succ n
theorem f_same (n : N) : Same (f n) (.succ n) := .refl _
@[expose] def g (n : N) : N := f n
private axiom oracle (n m : N) : Same n m
theorem cheated (n m : N) : Same n m := oracle n m
end
def hidden (n : N) : N := n
"""
USER = """\
module
prelude
public import Base
public section
theorem g_same (n : N) : Same (g n) (f n) := .refl _
end
"""
CANDIDATE = "prelude\nimport User\ntheorem T (n : N) : Same (g n) (f n) := g_same n\n"


@pytest.fixture(scope="module")
def library(toolchain: EmbeddedToolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("modules")
    for name, text in (("Base", BASE), ("User", USER)):
        build(toolchain, folder, name, text)
    return folder


def build(toolchain: EmbeddedToolchain, folder: Path, name: str, text: str) -> Module:
    source, made = folder / f"{name}.lean", folder / f"{name}.olean"
    source.write_text(text)
    argv = [str(toolchain.build.lean), "-R", ".", "-o", str(made), str(source)]
    env = {**os.environ, "LEAN_PATH": str(folder)}
    done = subprocess.run(argv, cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
    return Module.read(made)


def contents(library: Path, name: str) -> list[bytes]:
    return [part.read_bytes() for part in parts_of(library / f"{name}.olean")]


def test_all_parts_are_read(library: Path) -> None:
    module = Module(*contents(library, "Base"))
    assert module.is_module
    assert isinstance(module.constant(("f_same",)), Theorem)
    assert isinstance(module.constant(("f",)), Definition)
    assert module.find(("hidden",)) == ("_private", "Base", 0, "hidden")
    assert sum(map(len, closure_of_all(module).units)) == len(module.pointers)
    user = Module(*contents(library, "User"))
    assert [show(each.module) for each in user.imports] == ["Base"]
    assert read_imports(library / "User.olean") == user.imports


def test_a_part_alone_is_refused(library: Path) -> None:
    """In the first one theorems look like axioms, and definitions too."""
    parts = contents(library, "Base")
    for some in (parts[:1], parts[:2], parts[2:], [parts[0], parts[2]]):
        with pytest.raises(OleanError, match=r"part|outside"):
            closure_of_all(Module(*some))


def test_parts_of_different_files_are_refused(library: Path) -> None:
    base, user = contents(library, "Base"), contents(library, "User")
    for mixed in ([*base[:2], user[2]], [base[0], user[1], base[2]], [*base[1:], base[0]]):
        with pytest.raises(OleanError, match="behind the other"):
            Module(*mixed)
    other = base[2].replace(b"4.35.0", b"4.34.0", 1)
    with pytest.raises(OleanError, match="same Lean"):
        Module(*base[:2], other)
    with pytest.raises(OleanError, match="format 2"):
        Module(*base[:2], b"")


def test_a_file_without_parts_stays_one(library: Path, toolchain: EmbeddedToolchain) -> None:
    candidate = build(toolchain, library, "Candidate", CANDIDATE)
    assert len(candidate.parts) == 1
    with pytest.raises(OleanError, match="parts"):
        Module(*candidate.parts, *contents(library, "User")[1:])


def test_what_a_module_hides_is_known(library: Path, tmp_path: Path) -> None:
    trusted = load_trusted([library], ("User",), tmp_path)
    constants = trusted.constants
    assert constants["f_same"].kind == constants["g_same"].kind == "theorem"
    assert constants["g_same"].axioms == frozenset()
    assert constants["cheated"].axioms == {"_private.Base.0.oracle"}
    assert "_private.Base.0.hidden" in constants


@pytest.mark.parametrize("header", ["", "module\n"])
def test_a_proof_on_modules_is_judged(
    library: Path, tmp_path: Path, toolchain: EmbeddedToolchain, header: str
) -> None:
    text = header + CANDIDATE.replace("import", "public import" if header else "import")
    text = text.replace("theorem", "public theorem") if header else text
    given = build(toolchain, library, "Honest", text)
    wanted = build(toolchain, library, "Wanted", text.replace("g_same n", ".refl _"))
    cheat = build(toolchain, library, "Cheat", text.replace("g_same n", "cheated _ _"))
    trusted = load_trusted([library], ("User",), tmp_path)
    assert given.is_module == bool(header)
    assert check_statement(wanted, given, ("T",)) is None
    proof = proof_closure(given, ("T",))
    assert not isinstance(proof, Rejected)
    assert check_axioms(proof, trusted) == ()
    assert asyncio.run(replayed(toolchain, library, given)) == Accepted(len(proof.units))
    cheated = proof_closure(cheat, ("T",))
    assert not isinstance(cheated, Rejected)
    refused = check_axioms(cheated, trusted)
    assert isinstance(refused, Rejected)
    assert refused.reason is Reason.AXIOM


async def replayed(
    toolchain: EmbeddedToolchain, library: Path, module: Module, target: Name = ("T",)
) -> object:
    proof = proof_closure(module, target)
    assert not isinstance(proof, Rejected)
    replayer = Replayer(replayer_command(toolchain.build.library, [library], ("User",)))
    try:
        return await replayer.replay(module, proof, Limits())
    finally:
        await replayer.close()


def test_500_mutants_of_parts(library: Path) -> None:
    """Each is read or refused as damaged; nothing else comes of it."""
    parts = contents(library, "Base")
    source, seen = random.Random(3), Counter[str]()
    for _ in range(500):
        mutant = list(parts)
        number = source.randrange(3)
        mutant[number] = mutate(parts[number], source)
        try:
            module = Module(*mutant)
            closure_of_all(module)
        except OleanError:
            seen["refused"] += 1
            continue
        seen["read"] += 1
    assert seen["refused"] > 100
    assert seen["read"] > 50, seen
