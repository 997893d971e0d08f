"""LeanDojo Benchmark 4: read as it is, in constant memory; and JSON arrays item by item."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.benchmarks import leandojo
from formalmath.benchmarks.download import Sdist
from formalmath.benchmarks.json_stream import items
from formalmath.benchmarks.leandojo import PremiseUse, corpus, theorems
from formalmath.errors import DownloadError, InputError
from formalmath.lean.trace import Trace

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(
    array=st.lists(values, max_size=6),
    chunk=st.integers(1, 40),
    ascii=st.booleans(),
    indent=st.none() | st.integers(0, 3),
)
def test_a_stream_gives_what_the_whole_text_gives(
    array: list[Any], chunk: int, ascii: bool, indent: int | None
) -> None:
    text = json.dumps(array, ensure_ascii=ascii, indent=indent)
    assert list(items(io.StringIO(f" {text}\n"), chunk)) == array


@given(array=st.lists(values, min_size=1, max_size=4), chunk=st.integers(1, 40), data=st.data())
def test_a_part_of_an_array_is_no_array(array: list[Any], chunk: int, data: st.DataObject) -> None:
    text = json.dumps(array)
    part = text[: data.draw(st.integers(0, len(text) - 1))]
    with pytest.raises(ValueError, match=r"."):
        list(items(io.StringIO(part), chunk))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "does not begin"),
        ("[1, 2", "ends early"),
        ("[1 2]", "no comma"),
        ("[1. ]", "no comma"),
        ("[1] 2", "more after its end"),
        ("[1, ]", "Expecting value"),
        ("[" + "9" * 2000 + "]", "longer than"),
    ],
)
def test_what_is_wrong_with_an_array_is_said(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        list(items(io.StringIO(text), 16, 1000))


RECORD = {
    "url": "https://github.com/leanprover-community/mathlib4",
    "commit": "29dcec",
    "file_path": "Mathlib/Logic/Basic.lean",
    "full_name": "Nat.example",
    "start": [3, 1],
    "end": [5, 9],
    "traced_tactics": [
        {
            "tactic": "rw [add_comm, h, add_comm]",
            "annotated_tactic": [
                "rw [<a>add_comm</a>, h, <a>add_comm</a>]",
                [{"full_name": "add_comm", "def_path": "A.lean", "def_pos": [1, 2]}] * 2,
            ],
            "state_before": "a b : ℕ\n⊢ a + b = b + a",
            "state_after": "a b : ℕ\n⊢ b + a = b + a",
        },
        {
            "tactic": "exact le_rfl",
            "annotated_tactic": ["exact le_rfl", []],
            "state_before": "a b : ℕ\n⊢ b + a = b + a",
            "state_after": "no goals",
        },
    ],
}
TERM = {**RECORD, "full_name": "Nat.term", "traced_tactics": []}
FILE = {
    "path": "Mathlib/Logic/Basic.lean",
    "imports": ["Init.lean"],
    "premises": [
        {"full_name": "Nat.example", "code": "theorem example : a + b = b + a",
         "kind": "commanddeclaration", "start": [3, 1], "end": [5, 9]},
    ],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "random").mkdir()
    (tmp_path / "random" / "val.json").write_text(json.dumps([RECORD, TERM]))
    (tmp_path / "corpus.jsonl").write_text(json.dumps(FILE) + "\n")
    return tmp_path


def test_theorems_are_read_and_become_traces(folder: Path) -> None:
    theorem, term = theorems("random", "val", folder)
    first, last = theorem.tactics
    assert first.premises == (PremiseUse("add_comm", "A.lean"),) * 2
    assert first.annotated_tactic == "rw [<a>add_comm</a>, h, <a>add_comm</a>]"
    assert (last.tactic, last.state_after) == ("exact le_rfl", "no goals")
    assert (theorem.start, theorem.end, term.tactics) == ((3, 1), (5, 9), ())

    [file] = corpus(folder)
    [premise] = file.premises
    assert (file.imports, premise.kind) == (("Init.lean",), "commanddeclaration")
    trace = theorem.trace(premise.code)
    assert trace.name == premise.full_name == "Nat.example"
    assert trace.statement == "theorem example : a + b = b + a"
    assert [step.after for step in trace.steps] == ["a b : ℕ\n⊢ b + a = b + a", ""]
    assert trace.steps[0].premises == trace.premises == ("add_comm",)
    assert trace.environment_hash == "29dcec"
    assert "LeanDojo" in trace.provenance["by"]
    assert Trace.from_json(json.loads(json.dumps(trace.to_json()))) == trace


def test_what_a_person_gives_wrongly_is_said(folder: Path) -> None:
    with pytest.raises(InputError, match=r"There is no part random/valid\. Splits are random, "):
        theorems("random", "valid", folder)
    with pytest.raises(InputError, match=r"No such file or directory\. Give the folder"):
        next(theorems("novel_premises", "val", folder))
    (folder / "random" / "val.json").write_text('[{"url": 1}]')
    with pytest.raises(InputError, match=r"val\.json is not what .*'commit'"):
        next(theorems("random", "val", folder))


Pin = Callable[[dict[str, Iterator[bytes]]], None]


@pytest.fixture
def pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pin:
    """Puts an archive with these files into the cache, and its hash into the pin."""
    cache = tmp_path / "cache"
    (cache / "benchmarks").mkdir(parents=True)
    monkeypatch.setenv("FORMALMATH_CACHE_DIR", str(cache))

    def put(files: dict[str, Iterator[bytes]]) -> None:
        archive = cache / "benchmarks" / "lean_dojo-0.1.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=0) as tar:
            for name, pieces in files.items():
                content = tmp_path / "content"
                with content.open("wb") as out:
                    out.writelines(pieces)
                tar.add(content, f"lean_dojo-0.1/leandojo_benchmark_4/{name}")
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        monkeypatch.setattr(
            leandojo, "SDIST", Sdist("lean_dojo", "0.1", digest, archive.stat().st_size)
        )

    return put


def big(count: int) -> Iterator[bytes]:
    yield b"["
    for i in range(count):
        yield (", " if i else "").encode() + json.dumps({**RECORD, "full_name": f"t{i}"}).encode()
    yield b"]"


def test_an_archive_is_read_in_memory_that_does_not_grow(pin: Pin) -> None:
    peaks = []
    for count in (4_000, 20_000):
        pin({"random/test.json": iter([b"[]"]), "random/val.json": big(count)})
        tracemalloc.start()
        try:
            names = sum(theorem.full_name.startswith("t") for theorem in theorems())
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert names == count
    # 3 MB and 16 MB of JSON.
    assert peaks[1] < 1.1 * peaks[0] < 10 * 2**20


def test_what_was_read_is_kept_compressed_and_broken_files_are_told(
    pin: Pin, tmp_path: Path
) -> None:
    pin({"random/val.json": iter([json.dumps([RECORD, TERM]).encode()])})
    assert [theorem.full_name for theorem in theorems()] == ["Nat.example", "Nat.term"]
    with pytest.raises(DownloadError, match=r"has no file .*random/train\.json"):
        next(theorems("random", "train"))
    [kept] = (tmp_path / "cache").rglob("*.json.gz")
    assert json.loads(gzip.decompress(kept.read_bytes())) == [RECORD, TERM]
    (tmp_path / "cache" / "benchmarks" / "lean_dojo-0.1.tar.gz").unlink()
    assert len(list(theorems())) == 2
    kept.write_bytes(kept.read_bytes()[:-20])
    with pytest.raises(InputError, match=r"val\.json\.gz is not what .* Delete it"):
        list(theorems())


@pytest.mark.slow
@pytest.mark.network
def test_the_benchmark_is_what_it_was() -> None:
    found = list(theorems("random", "val"))
    assert len(found) == 2000
    assert sum(len(theorem.tactics) for theorem in found) == 4086
    assert sum(bool(theorem.tactics) for theorem in found) == 993
