"""miniF2F from a folder and from the pinned archive, and which statements a Lean understands."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from formalmath.benchmarks import (
    BENCHMARKS,
    Problem,
    Support,
    SupportStatus,
    elaborates,
    minif2f,
)
from formalmath.benchmarks.pip_index import IndexSettings
from formalmath.errors import DownloadError, InputError, LeanProcessError, PrefixError
from formalmath.lean.elaborator import ChunkReport, Outcome
from formalmath.lean.messages import Message, Position, Severity
from formalmath.lean.source import render_proof, sorry_theorems
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits

HEADER = "import Mathlib\n\nopen Nat\n\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small miniF2F: two problems to develop on, one to report."""
    for split, names in (("Valid", ("b_two", "a_one")), ("Test", ("c_three",))):
        folder = tmp_path / "MiniF2F" / split
        folder.mkdir(parents=True)
        for name in names:
            text = f"{HEADER}theorem {name} (n : ℕ) : n + 0 = n := by sorry"
            (folder / f"{name}.lean").write_text(text, encoding="utf-8")
    (tmp_path / "MiniF2F" / "Valid.lean").write_text("import MiniF2F.Valid.a_one\n")
    return tmp_path


@pytest.mark.parametrize("inside", ["", "MiniF2F"])
def test_loads_a_local_copy(copy: Path, inside: str) -> None:
    problems = BENCHMARKS["minif2f"](copy / inside)
    assert [p.key for p in problems] == [
        "minif2f/valid/a_one",
        "minif2f/valid/b_two",
        "minif2f/test/c_three",
    ]
    problem = problems[2]
    assert problem.theorem == Theorem(
        "c_three", HEADER, "theorem c_three (n : ℕ) : n + 0 = n ", "minif2f/test/c_three"
    )
    assert (problem.split, problem.name, problem.header) == ("test", "c_three", HEADER)
    assert problem.statement == problem.theorem.statement
    assert problem.text == f"{problem.header}{problem.statement}:= by sorry"
    assert len(problem.sha256) == 64
    assert len({p.sha256 for p in problems}) == 3


def test_says_which_folder_or_file_is_wrong(copy: Path) -> None:
    root = copy / "MiniF2F"
    with pytest.raises(InputError, match=r"none is not a folder.*Valid/ and Test/"):
        minif2f.load(copy / "none")
    with pytest.raises(InputError, match=r"There is no folder .*Valid/Valid"):
        minif2f.load(root / "Valid")
    (root / "Test" / "d.lean").write_text("theorem d : 1 = 1 := rfl")
    with pytest.raises(InputError, match=r"d\.lean holds 0 theorems"):
        minif2f.load(copy)
    (root / "Test" / "d.lean").write_bytes(b"theorem \xff")
    with pytest.raises(InputError, match=r"d\.lean is not UTF-8"):
        minif2f.load(copy)
    for file in (root / "Test").iterdir():
        file.unlink()
    with pytest.raises(InputError, match=r"Test holds no \.lean file"):
        minif2f.load(copy)


def test_says_that_the_archive_cannot_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(tmp_path))
    nowhere = IndexSettings(("http://127.0.0.1:9/simple",))
    monkeypatch.setattr("formalmath.benchmarks.download.index_settings", lambda: nowhere)
    with pytest.raises(DownloadError, match=r"itp_interface-1\.12\.0\.tar\.gz could not .*--path"):
        minif2f.load()


@pytest.fixture(scope="module")
def archived() -> Sequence[Problem]:
    """All of miniF2F, from the user's cache or the package index."""
    try:
        return minif2f.load()
    except DownloadError as error:
        pytest.skip(f"miniF2F's archive is neither cached nor to be had: {error}")


@pytest.mark.network
def test_the_archive_holds_all_problems(archived: Sequence[Problem]) -> None:
    assert Counter(p.split for p in archived) == {"valid": 244, "test": 244}
    assert len({p.key for p in archived}) == len({p.name for p in archived}) == 488
    assert minif2f.digest(archived) == minif2f.DIGEST
    assert len({p.header for p in archived}) == 1


@pytest.mark.network
def test_every_problem_is_put_back_together_as_it_was(archived: Sequence[Problem]) -> None:
    for problem in archived:
        theorem = problem.theorem
        assert f"{theorem.prefix}{theorem.statement}:= by sorry" == problem.text.rstrip("\n")
        again = sorry_theorems(render_proof(theorem, ["sorry"]), theorem.source)
        assert again == [theorem]


@pytest.mark.network
def test_a_changed_file_in_the_cache_is_unpacked_again(
    archived: Sequence[Problem], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = minif2f.cache_dir() / "benchmarks"
    (tmp_path / "benchmarks").mkdir()
    name = minif2f.SDIST.filename
    (tmp_path / "benchmarks" / name).write_bytes((folder / name).read_bytes())
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(tmp_path))
    minif2f.load()
    [file] = tmp_path.rglob("aime_1983_p1.lean")
    file.write_text("theorem aime_1983_p1 : True := by sorry")
    assert minif2f.load() == archived


# Support


class Scripted:
    """An elaborator whose reports depend on words in a chunk."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []

    async def elaborate(
        self, prefix: str, chunks: Sequence[str], limits: Limits
    ) -> list[ChunkReport]:
        self.calls.append((prefix, len(chunks)))
        if "Nowhere" in prefix:
            raise PrefixError(1, "unknown module prefix `Nowhere`")
        if "Broken" in prefix:
            raise LeanProcessError("Lean cannot be started.")
        await asyncio.sleep(0)
        return [self._report(chunk) for chunk in chunks]

    def _report(self, chunk: str) -> ChunkReport:
        assert chunk.startswith("example")
        assert chunk.endswith(":= by\n  sorry")
        if "slow" in chunk:
            return ChunkReport(Outcome.TIMEOUT, detail="no end after 10 s")
        if "crash" in chunk:
            return ChunkReport(Outcome.CRASHED)
        texts = {"ℝ": ["`sorryAx` not supported by code generator", "Unknown `ℝ`\n\nNote: x"]}
        errors = [t for word, found in texts.items() if word in chunk for t in found]
        warning = Message(Severity.WARNING, "declaration uses `sorry`", Position(1, 0))
        messages = [Message(Severity.ERROR, text, Position(1, 0)) for text in errors]
        return ChunkReport(Outcome.DONE, (warning, *messages))

    async def close(self) -> None:
        pass


def problem(name: str, statement: str, header: str = HEADER) -> Problem:
    theorem = Theorem(name, header, f"theorem {name} : {statement}", f"minif2f/test/{name}")
    return Problem("minif2f", "test", "", theorem)


def test_says_what_elaborates_and_why_not() -> None:
    problems = [
        problem("good", "1 = 1"),
        problem("real", "(1 : ℝ) = 1"),
        problem("late", "slow"),
        problem("dead", "crash"),
        problem("lost", "1 = 1", "import Nowhere\n"),
    ]
    found = asyncio.run(elaborates(problems, Scripted()))
    assert list(found) == [p.key for p in problems]
    assert list(found.values())[:4] == [
        Support(SupportStatus.SUPPORTED),
        Support(SupportStatus.UNSUPPORTED, "Unknown `ℝ`"),
        Support(SupportStatus.UNKNOWN, "no end after 10 s"),
        Support(SupportStatus.UNKNOWN, "crashed"),
    ]
    lost = found["minif2f/test/lost"]
    assert lost.status is SupportStatus.UNSUPPORTED
    assert "unknown module prefix `Nowhere`" in lost.reason


@pytest.mark.parametrize("jobs", [1, 3])
def test_problems_of_one_header_share_it_in_slices(jobs: int) -> None:
    lean = Scripted()
    problems = [problem(f"p{i}", "1 = 1") for i in range(120)] + [problem("q", "1 = 1", "")]
    settled: list[int] = []
    found = asyncio.run(elaborates(problems, lean, jobs=jobs, progress=settled.append))
    assert len(found) == 121
    assert sorted(n for _, n in lean.calls) == [1, 20, 50, 50]
    assert all("set_option autoImplicit false" in prefix for prefix, _ in lean.calls)
    assert sum(settled) == 121


def test_a_lean_that_cannot_start_is_an_error_and_no_verdict() -> None:
    problems = [problem("good", "1 = 1"), problem("p", "1 = 1", "import Broken\n")]
    with pytest.raises(LeanProcessError, match="cannot be started"):
        asyncio.run(elaborates(problems, Scripted()))
