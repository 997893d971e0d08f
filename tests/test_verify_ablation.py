"""Each layer earns its place: without it something passes that must not.

The source gate stands in front of the sandbox and of the replay, and no text that it lets through
is known to reach them; so for these two it stands aside in both runs.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from formalmath.lean.compiled import Compiler
from formalmath.lean.compiler import FreshCompiler
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.process import Command
from formalmath.verify.catalogue import IMPORTS, TRUE, Refusal, catalogue
from formalmath.verify.self_test import SELF_TEST_LIMITS, sorted_out
from formalmath.verify.trial import File, Trial
from formalmath.verify.verdict import Layer, Reason, Verdict, Verified
from formalmath.verify.verifier import Verifier

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
ATTACKS = {entry.name: entry.attack for entry in catalogue()}


def verdict(toolchain: EmbeddedToolchain, trial: Trial, *off: Layer) -> Verdict:
    async def whole() -> Verdict:
        shown = replace(toolchain, sandbox=None) if Layer.SANDBOX in off else toolchain
        layers = frozenset(off) - {Layer.SANDBOX}
        async with Verifier(shown, SELF_TEST_LIMITS, layers) as verifier:
            return await trial.put_to(verifier)

    return asyncio.run(whole())


@pytest.mark.parametrize(
    ("layer", "attack", "refusal", "aside"),
    [
        (Layer.SOURCE, "extern", Reason.SOURCE, ()),
        (Layer.SOURCE, "command-behind-the-proof", Reason.SOURCE, ()),
        (Layer.READ, "other-imports", Reason.IMPORTS, ()),
        (Layer.READ, "reserved-name-declared", Reason.REDEFINED, ()),
        (Layer.STATEMENT, "another-type", Reason.STATEMENT, ()),
        (Layer.STATEMENT, "variable-False", Reason.STATEMENT, ()),
        (Layer.STATEMENT, "another-body-two-steps-away", Reason.STATEMENT, ()),
        (Layer.STATEMENT, "definition-for-a-theorem", Reason.MISSING, ()),
        (Layer.AXIOMS, "sorry", Reason.SORRY, ()),
        (Layer.AXIOMS, "axiom", Reason.AXIOM, (Layer.SOURCE,)),
        (Layer.REPLAY, "skipKernelTC", Reason.KERNEL, (Layer.SOURCE,)),
    ],
)
def test_without_a_layer_an_attack_passes(
    confined: EmbeddedToolchain,
    layer: Layer,
    attack: str,
    refusal: Refusal,
    aside: tuple[Layer, ...],
) -> None:
    assert sorted_out(verdict(confined, ATTACKS[attack], *aside)) is refusal
    aside = (*aside, Layer.CANARY)  # it notices, which another test holds
    without = verdict(confined, ATTACKS[attack], *aside, layer)
    assert isinstance(without, Verified), without
    assert without.evidence.off.keys() == {layer, *aside}
    assert layer not in without.evidence.layers


@dataclass(frozen=True)
class _Fresh(EmbeddedToolchain):
    """With a Lean that knows its file's name: `include_str` wants one."""

    def compiler(self) -> Compiler:
        return FreshCompiler(self)


def test_without_the_sandbox_a_proof_reads_a_file(
    confined: EmbeddedToolchain, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("of the user")
    reading = f'include_str (System.FilePath.mk "{secret}")'
    candidate = (
        f"{IMPORTS}structure System.FilePath where\n  toString : String\n"
        f"{TRUE} := by\n  have _s : String := {reading}\n  rfl\n"
    )
    trial = File(f"{IMPORTS}{TRUE} := sorry\n", candidate)
    fresh = _Fresh(confined.build, sandbox=confined.sandbox)
    assert sorted_out(verdict(fresh, trial)) is Reason.SOURCE
    assert sorted_out(verdict(fresh, trial, Layer.SOURCE)) is Reason.COMPILE
    bare = verdict(fresh, trial, Layer.SOURCE, Layer.SANDBOX)
    assert isinstance(bare, Verified), bare
    assert bare.evidence.off.keys() == {Layer.SOURCE, Layer.SANDBOX}


_ERROR = '{"severity": "error", "data": "no", "pos": {"line": 1, "column": 0}}'


@dataclass(frozen=True)
class _Failing(_Fresh):
    """A Lean that writes the compiled file, then reports an error if the text says REFUSED."""

    def lean(
        self, *args: str, readable: Sequence[Path] = (), writable: Sequence[Path] = ()
    ) -> Command:
        script = (
            '"$0" "$@"; code=$?; for f; do :; done; grep -q REFUSED "$f" || exit $code; '
            f"echo '{_ERROR}'; exit 1"
        )
        inner = super().lean(*args, readable=readable, writable=writable)
        return replace(inner, argv=(str(shutil.which("sh")), "-c", script, *inner.argv))


def test_without_the_errors_a_failed_compile_passes(confined: EmbeddedToolchain) -> None:
    """Lean itself writes no file after an error; this holds for one that does."""
    failing = _Failing(confined.build, sandbox=None)
    trial = File(f"{IMPORTS}{TRUE} := sorry\n", f"{IMPORTS}-- REFUSED\n{TRUE} := rfl\n")
    assert sorted_out(verdict(failing, trial)) is Reason.COMPILE
    assert isinstance(verdict(failing, trial, Layer.COMPILE, Layer.CANARY), Verified)


def test_with_all_layers_on_the_evidence_names_them(confined: EmbeddedToolchain) -> None:
    found = verdict(confined, File(f"{IMPORTS}{TRUE} := sorry\n", f"{IMPORTS}{TRUE} := rfl\n"))
    assert isinstance(found, Verified)
    assert found.evidence.layers == tuple(Layer)
    assert found.evidence.axioms == ()
    assert not found.evidence.off
