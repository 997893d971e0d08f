"""The sources of a mixture: what each gives, in which order, and what it asks for."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from formalmath.errors import InputError
from formalmath.traces import Traces
from tests.data_world import mixture_folder, trace
from training.data.mixture import read_mixture
from training.data.options import Options
from training.data.registry import source
from training.data.source import Source
from training.example import Example


def made(kind: str, folder: Path, **table: Any) -> Source:
    return source(kind, Options(f"source {kind!r}", table, folder=folder))


def asked(example: Example) -> str:
    return example.messages[0].content


def test_traces_give_each_step(tmp_path: Path) -> None:
    mixture_folder(tmp_path, size=3)
    items = list(made("traces", tmp_path, path="traces.jsonl").examples(0, 0))
    assert [each.name for each in items] == ["t0#0", "t0#1", "t1#0", "t1#1", "t2#0", "t2#1"]
    assert asked(items[3]).endswith("suggest a next tactic:\nn : ℕ\n⊢ n + 1 * 2 = 2 + n")
    assert items[3].messages[1].content == "omega_1_1"
    assert items[3].source == "file/t1.lean"
    assert list(made("traces", tmp_path, path="traces.jsonl").examples(2, 0)) == items[:2]


def test_a_trace_shows_what_a_policy_sees(tmp_path: Path) -> None:
    apart, together = "case left\n⊢ p\n\ncase right\n⊢ q", "⊢ ?w = 1\n\ncase w\n⊢ ℕ"
    with Traces(tmp_path / "t.jsonl") as kept:
        kept.add("t", trace("t", [(apart, "exact hp"), (together, "rfl")]))
    first, second = made("traces", tmp_path, path="t.jsonl").examples(0, 0)
    assert asked(first).endswith("next tactic:\ncase left\n⊢ p")
    assert asked(second).endswith(f"next tactic:\n{together}")


def benchmark(folder: Path, names: list[str]) -> None:
    tactic = {
        "tactic": "simp",
        "annotated_tactic": ["simp", []],
        "state_before": "⊢ p",
        "state_after": "no goals",
    }
    theorems = [
        {
            "url": "u",
            "commit": "c",
            "file_path": "Mathlib/A.lean",
            "full_name": name,
            "start": [i, 1],
            "end": [i, 9],
            "traced_tactics": [tactic, {**tactic, "tactic": "rfl"}],
        }
        for i, name in enumerate(names)
    ]
    (folder / "random").mkdir()
    (folder / "random" / "train.json").write_text(json.dumps(theorems))
    (folder / "random" / "val.json").write_text("[]")


def test_leandojo_gives_the_training_part_or_a_share_of_its_theorems(tmp_path: Path) -> None:
    benchmark(tmp_path, [f"A.t{i}" for i in range(60)])
    items = list(made("leandojo", tmp_path, path=".").examples(0, 0))
    assert [each.name for each in items[:3]] == ["A.t0#0", "A.t0#1", "A.t1#0"]
    assert [m.content for m in items[1].messages][1] == "rfl"
    assert items[0].source == "leandojo_benchmark_4/random/Mathlib/A.lean"
    half = made("leandojo", tmp_path, path=".", theorems=0.5)
    drawn = Counter(each.name.partition("#")[0] for each in half.examples(0, 1))
    assert set(drawn.values()) == {2}
    assert 15 < len(drawn) < 45
    assert list(half.examples(0, 1)) == list(half.examples(0, 1)) != list(half.examples(0, 2))


def test_the_embedded_library_gives_statements_both_ways(tmp_path: Path) -> None:
    items = list(made("lean docstrings", tmp_path, library="embedded").examples(8, 0))
    assert [each.task for each in items[:2]] == ["statement to lean", "lean to statement"]
    for one, other in zip(items[::2], items[1::2], strict=True):
        lean = one.messages[1].content
        assert lean.endswith(" := by sorry")
        assert asked(one).endswith(other.messages[1].content)
        assert asked(other).endswith(lean)
    with pytest.raises(InputError, match="unknown task 'rename'"):
        made("lean docstrings", tmp_path, library="embedded", tasks=["rename"])


def test_abilities_come_in_their_shares(tmp_path: Path) -> None:
    items = list(made("abilities", tmp_path).examples(352, 3))
    tasks = Counter(each.task for each in items)
    assert tasks["arithmetic with brackets"] == tasks["arithmetic with decimals"] == 80
    assert tasks["triangle area"] == 2
    assert sum(tasks.values()) == 352
    only = made("abilities", tmp_path, abilities=["prime"])
    assert {each.task for each in only.examples(5, 0)} == {"prime"}
    with pytest.raises(InputError, match="unknown ability 'song'; known: arithmetic with brackets"):
        made("abilities", tmp_path, abilities=["song"])
    with pytest.raises(InputError, match="has no end"):
        list(made("abilities", tmp_path).examples(0, 0))
    for task in ("rephrase", "augment"):
        augmenting = made("abilities augmented", tmp_path, task=task)
        assert {each.task for each in augmenting.examples(5, 0)} == {task}


def test_records_with_messages_are_taken_as_they_are(tmp_path: Path) -> None:
    said = [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}]
    records = [{"messages": said, "kind": "orm", "name": "n"}, {"messages": said}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    one, two = made("examples", tmp_path, path="a.jsonl", task="talk").examples(0, 0)
    assert (one.task, one.name, one.source) == ("orm", "n", "a.jsonl")
    assert (two.task, two.name) == ("talk", "a/2")
    for wrong in (
        '{"messages": []}',
        "[]",
        '{"messages": [{"role": "user", "content": "Q"}]}',
        "x",
    ):
        (tmp_path / "a.jsonl").write_text(wrong)
        with pytest.raises(InputError, match=r"a.jsonl, line 1, is no item"):
            list(made("examples", tmp_path, path="a.jsonl").examples(0, 0))


def test_a_folder_stands_for_its_files_and_their_hashes_are_kept(tmp_path: Path) -> None:
    mixture_folder(tmp_path, size=2)
    options = Options("here", {"path": ["."]}, folder=tmp_path)
    assert [file.name for file in options.files("path", (".jsonl",))] == [
        "chat.jsonl", "traces.jsonl",
    ]  # fmt: skip
    assert set(options.inputs) == {"chat.jsonl", "traces.jsonl"}
    with pytest.raises(InputError, match=r"here finds no .lean in"):
        Options("here", {"path": "."}, folder=tmp_path).files("path", (".lean",))
    mixture = read_mixture(tmp_path / "mixture.toml")
    assert [entry.kind for entry in mixture.entries] == ["traces", "examples"]
