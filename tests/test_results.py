"""Results folders and journals: kept whole, by one writer, and each theorem under a name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from formalmath.errors import FormalMathError, InputError
from formalmath.journal import Journal, read_journal
from search.attempt import Attempt
from search.best_first import SearchOutcome
from search.evaluation import Results, Saved
from search.prover import Proving


def attempt(
    name: str, key: str, outcome: SearchOutcome = SearchOutcome.PROVED, seed: int = 0
) -> Attempt:
    proof = ("rfl",) if outcome is SearchOutcome.PROVED else ()
    return Attempt(key, name, "my.lean", outcome, proof, provenance={"search": {"seed": seed}})


def test_records_come_back(tmp_path: Path) -> None:
    with Results(tmp_path / "out") as results:
        results.add(Proving(attempt("a", "1"), text="theorem a"))
        results.add(Proving(attempt("b", "2", SearchOutcome.QUEUE_EMPTY)))
    saved = Saved.load(tmp_path / "out")
    assert [a.name for a in saved.attempts.values()] == ["a", "b"]
    assert saved.attempts["1"] == attempt("a", "1")
    assert saved.proof_file(saved.attempts["1"]).read_text() == "theorem a"
    assert not saved.proof_file(saved.attempts["2"]).exists()


def test_nothing_kept_leaves_nothing_behind(tmp_path: Path) -> None:
    with Results(tmp_path / "new"):
        pass
    assert not (tmp_path / "new").exists()
    (tmp_path / "old").mkdir()
    with Results(tmp_path / "old"):
        pass
    assert list((tmp_path / "old").iterdir()) == []


def test_theorems_of_one_name_have_files_of_their_own(tmp_path: Path) -> None:
    first, second = attempt("x", "1111111111"), attempt("x", "2222222222")
    again = attempt("x", "3333333333", seed=1)
    with Results(tmp_path) as results:
        results.add(Proving(first, text="first"))
        results.add(Proving(second, text="second"))
        files = [results.proof_file(first), results.proof_file(second)]
        assert [file.read_text() for file in files] == ["first", "second"]
    saved = Saved.load(tmp_path)
    assert [saved.proof_file(a) for a in saved.attempts.values()] == files
    assert saved.latest == [first, second]

    # The same theorem under other conditions takes the place of its earlier attempt.
    with Results(tmp_path) as results:
        results.add(Proving(again, text="again"))
        assert results.proof_file(again) == files[0]
    assert Saved.load(tmp_path).latest == [again]


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with Results(tmp_path / "out") as results:
        results.add(Proving(attempt("a", "1")))
        with pytest.raises(InputError, match=r"Another run writes to .*out now. Wait"):
            Results(tmp_path / "out")
        assert len(Saved.load(tmp_path / "out").attempts) == 1  # reading is free
    with Results(tmp_path / "out") as results:
        assert len(results.attempts) == 1


def test_torn_line_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with Journal(path) as journal:
        journal.append({"a": "ℕ"})
    whole = path.read_bytes()
    for torn in (whole[:-1], whole[:7], b"{", "ℕ".encode()[:1]):
        path.write_bytes(whole + torn)
        assert read_journal(path) == [{"a": "ℕ"}]
        assert path.read_bytes() == whole + torn  # reading changes nothing
        with Journal(path) as journal:
            assert journal.records == [{"a": "ℕ"}]
            journal.append({"b": 2})
        assert path.read_bytes().startswith(whole)
        assert read_journal(path) == [{"a": "ℕ"}, {"b": 2}]


def test_short_write_leaves_no_half_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    with Journal(tmp_path / "j.jsonl") as journal:
        journal.append({"a": 1})
        whole = journal.path.read_bytes()
        monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:5]))
        with pytest.raises(FormalMathError, match=r"No space left on device\. What was fin"):
            journal.append({"b": 2})
        monkeypatch.undo()
        assert journal.path.read_bytes() == whole
        journal.append({"c": 3})
    assert read_journal(tmp_path / "j.jsonl") == [{"a": 1}, {"c": 3}]


@pytest.mark.parametrize("line", [b"hello\n", b"5\n", b"\xff\xfe\n", b"\n"])
def test_what_is_no_journal(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "j.jsonl"
    path.write_bytes(b'{"a": 1}\n' + line)
    with pytest.raises(InputError, match="2 lines and not one whole record"):
        Journal(path)
    with pytest.raises(InputError, match="2 lines and not one whole record"):
        read_journal(path)
    assert path.read_bytes() == b'{"a": 1}\n' + line
