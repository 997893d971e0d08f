"""Traces as records, and the file that they are kept in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.errors import InputError
from formalmath.journal import Journal
from formalmath.lean.trace import Failure, Step, Trace
from formalmath.traces import Traces, read_traces

_TEXT = st.text(max_size=8)
_NAMES = st.lists(_TEXT, max_size=3).map(tuple)
_FAILURE = st.builds(Failure, _TEXT, _TEXT, _TEXT)
_STEP = st.builds(Step, _TEXT, _TEXT, _TEXT, _NAMES, st.lists(_FAILURE, max_size=2).map(tuple))
_TRACE = st.builds(
    Trace,
    _TEXT,
    _TEXT,
    _TEXT,
    _TEXT,
    st.lists(_STEP, max_size=3).map(tuple),
    _NAMES,
    _TEXT,
    _TEXT,
    st.dictionaries(
        _TEXT, st.one_of(_TEXT, st.integers(), st.lists(_TEXT, max_size=2)), max_size=3
    ),
)


@given(_TRACE)
def test_a_record_is_read_back(trace: Trace) -> None:
    assert Trace.from_json(json.loads(json.dumps(trace.to_json()))) == trace


def trace(name: str) -> Trace:
    step = Step("⊢ True", "trivial", "", ("True.intro",), (Failure("simp", "error", "no"),))
    return Trace(name, "import Mathlib\n", f"theorem {name} : True", "my.lean", (step,))


def test_a_file_of_traces_grows_and_is_resumed(tmp_path: Path) -> None:
    file = tmp_path / "traces.jsonl"
    with Traces(file) as traces:
        traces.add("1", trace("a"))
    with Traces(file) as traces:
        assert "1" in traces
        assert "2" not in traces
        traces.add("2", trace("b"))
        assert (len(traces), traces.all) == (2, [trace("a"), trace("b")])
    assert read_traces(file) == [trace("a"), trace("b")]


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    with Journal(file) as journal:
        journal.append({"key": "1", "name": "a"})
    before = file.read_bytes()
    with pytest.raises(InputError, match="records of another kind"):
        Traces(file)
    with pytest.raises(InputError, match="records of another kind"):
        read_traces(file)
    assert file.read_bytes() == before


def test_a_file_without_traces_leaves_nothing(tmp_path: Path) -> None:
    with Traces(tmp_path / "traces.jsonl"):
        pass
    assert not (tmp_path / "traces.jsonl").exists()
