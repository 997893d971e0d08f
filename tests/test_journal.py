"""A journal keeps every record that it acknowledged, whatever happens to its writer."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.errors import FormalMathError, InputError
from formalmath.journal import Journal, read_journal


def write(path: Path, *records: dict[str, Any]) -> None:
    with Journal(path) as journal:
        for record in records:
            journal.append(record)


def read(path: Path) -> list[dict[str, Any]]:
    with Journal(path) as journal:
        return journal.records


def test_records_come_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "results.jsonl"
    records = [{"n": n, "text": "⊢ 𝔸\n\u2028\x85"} for n in range(5)]
    write(path, *records[:3])
    write(path, *records[3:])
    assert read(path) == records
    assert path.read_bytes().count(b"\n") == 5


@pytest.mark.parametrize("tail", [b"{", b'{"n": 2}', '{"n": "⊢'.encode()[:-1], b"\0\0\0"])
def test_a_torn_tail_is_cut_off_and_the_next_record_stands_whole(
    tmp_path: Path, tail: bytes
) -> None:
    path = tmp_path / "results.jsonl"
    write(path, {"n": 1})
    with path.open("ab") as file:
        file.write(tail)
    assert read(path) == [{"n": 1}]
    write(path, {"n": 3})
    assert path.read_bytes().count(b"\n") == 2
    assert read(path) == [{"n": 1}, {"n": 3}]


GARBAGE = ["not JSON", "[1]", "17", "", "null", '{"n": 1} {"n": 2}', '{"n": 2}', "\r", "\0"]


@pytest.mark.parametrize("line", GARBAGE)
def test_a_damaged_line_is_left_out_with_one_warning_and_work_goes_on(
    tmp_path: Path, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "results.jsonl"
    write(path, {"n": 1}, {"n": 3})
    first, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + line.encode() + b"\n" + last)
    with Journal(path) as journal:
        assert journal.records == [{"n": 1}, {"n": 3}]
        journal.append({"n": 2})
    assert [entry.getMessage() for entry in caplog.records] == [
        f"{path}: line 2 is damaged and left out; --resume does that work again."
    ]
    assert read_journal(path) == [{"n": 1}, {"n": 3}, {"n": 2}]


@pytest.mark.parametrize("text", ['{"n": 1}\n', "hello\n", "\n", "hello", '{"n": 1}\n{"n"'])
def test_a_file_without_one_whole_record_is_refused_and_left_as_it_is(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text)
    with pytest.raises(InputError, match=r"--out"):
        Journal(path)
    assert path.read_text() == text


def test_a_line_is_plain_json_with_a_checksum_and_holds_any_text(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    records: list[dict[str, Any]] = [{}, {"n": [1, {"a": None}]}, {"text": "half \ud800 a pair"}]
    write(path, *records)
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert [len(line.pop("checksum")) for line in lines] == [16] * 3
    assert lines == records == read(path)
    with pytest.raises(ValueError, match="checksum"):
        write(path, {"checksum": "mine"})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
KEYS = st.text(max_size=8).filter(lambda key: key != "checksum")
RECORDS = st.lists(st.dictionaries(KEYS, VALUES, max_size=4), min_size=1, max_size=6)


@contextlib.contextmanager
def journal_bytes(records: list[dict[str, Any]]) -> Iterator[tuple[Path, bytes]]:
    # Nothing is killed here, and a thousand waits for a disk take minutes.
    with tempfile.TemporaryDirectory() as folder, mock.patch("os.fsync"):
        path = Path(folder) / "results.jsonl"
        write(path, *records)
        yield path, path.read_bytes()


def in_order(some: list[dict[str, Any]], records: list[dict[str, Any]]) -> bool:
    left = iter(records)
    return all(any(one == each for each in left) for one in some)


@given(RECORDS, st.data())
def test_one_changed_byte_never_makes_another_record(
    records: list[dict[str, Any]], data: st.DataObject
) -> None:
    with journal_bytes(records) as (path, whole):
        place = data.draw(st.integers(0, len(whole) - 1))
        byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
        path.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
        try:
            found = read(path)
        except InputError:  # not one whole record is left
            found = []
        assert in_order(found, records)
        assert len(found) >= len(records) - 2, "a changed line end joins two"


@given(RECORDS, st.data())
def test_cut_off_anywhere_every_whole_record_stays_and_writing_goes_on(
    records: list[dict[str, Any]], data: st.DataObject
) -> None:
    with journal_bytes(records) as (path, whole):
        place = data.draw(st.integers(0, len(whole)))
        path.write_bytes(whole[:place])
        kept = records[: whole[:place].count(b"\n")]
        assert read_journal(path) == kept
        write(path, {"after": place})
        assert read(path) == [*kept, {"after": place}]


def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\xff")
    with pytest.raises(InputError):
        Journal(path)
    assert path.read_bytes() == b"\x89PNG\r\n\x1a\n\0\xff"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=r"Cannot write results to .*Is a directory.* --out"):
        Journal(tmp_path)
    with pytest.raises(InputError, match=r"file is a file\. .* --out"):
        Journal(tmp_path / "file" / "results.jsonl")


def test_a_second_writer_is_refused_while_the_first_is_at_work(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    with Journal(path) as first:
        first.append({"n": 1})
        with pytest.raises(InputError, match="Another run writes to"):
            Journal(path)
        first.append({"n": 2})
        assert read_journal(path) == [{"n": 1}, {"n": 2}], "whoever only reads is let in"
    assert read(path) == [{"n": 1}, {"n": 2}]


def test_reading_changes_nothing_and_names_what_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    write(path, {"n": 1})
    torn = path.read_bytes() + b'{"n"'
    path.write_bytes(torn)
    assert read_journal(path) == [{"n": 1}]
    assert path.read_bytes() == torn
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_journal(tmp_path / "none.jsonl")


WRITER = """
import sys
from pathlib import Path
from formalmath.journal import Journal

with Journal(Path(sys.argv[1])) as journal:
    n = len(journal.records)
    while True:
        journal.append({"n": n, "text": "⊢" * (n * 97 % 5000)})
        n += 1
        print(n, flush=True)
"""


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.1))
            writer.kill()
            lines = writer.stdout.read().split(b"\n")[:-1]
        acknowledged = int(lines[-1]) if lines else acknowledged + 1
        records = read(path)
        assert acknowledged <= len(records) <= acknowledged + 1
        assert [record["n"] for record in records] == list(range(len(records)))
        acknowledged = len(records)
    assert acknowledged > 12


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from formalmath.errors import FormalMathError
from formalmath.journal import Journal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Journal(Path(sys.argv[1])) as journal:
    journal.append({"n": 1})
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
    for text in ("x" * 5000, "y" * 5000):
        try:
            journal.append({"text": text})
        except FormalMathError as error:
            print(error)
    journal.append({"n": 2})
    assert journal.records == [{"n": 1}, {"n": 2}]
"""


def test_a_full_disk_is_one_clear_error_and_leaves_whole_records(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.count("make room and go on with --resume") == 2
    assert read(path) == [{"n": 1}, {"n": 2}]


def test_a_disk_that_fails_to_sync_acknowledges_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "results.jsonl"
    write(path, {"n": 1})

    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with Journal(path) as journal:
        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(FormalMathError, match="Input/output error"):
            journal.append({"n": 2})
        monkeypatch.undo()
        journal.append({"n": 3})
    assert read(path) == [{"n": 1}, {"n": 3}]
