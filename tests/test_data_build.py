"""Data sets: the same bytes for the same seed, weights, few-shot form, export and the commands."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from formalmath.errors import InputError
from tests.data_world import MIXTURE, item, mixture_folder, write_lines
from training.data.build import build
from training.data.command import app
from training.data.contamination import Screen
from training.data.data_set import EXAMPLES, MANIFEST, REMOVED, read_examples, read_manifest, sample
from training.data.draw import place
from training.data.export import export
from training.data.mixture import DEFAULT, read_mixture
from training.example import Example


def made(folder: Path, name: str = "out", *, seed: int | None = None, text: str = MIXTURE) -> Path:
    file = mixture_folder(folder, text)
    build(read_mixture(file, seed=seed), folder / name, Screen())
    return folder / name


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    first, again, other = (made(tmp_path, n, seed=s) for n, s in (("a", 7), ("b", None), ("c", 8)))
    for name in (EXAMPLES, REMOVED, MANIFEST):
        assert (first / name).read_bytes() == (again / name).read_bytes()
    assert (first / EXAMPLES).read_bytes() != (other / EXAMPLES).read_bytes()
    assert {file.name for file in first.iterdir()} == {EXAMPLES, REMOVED, MANIFEST}


def test_an_item_comes_as_often_as_its_weight_says(tmp_path: Path) -> None:
    times = Counter(e.name for e in read_examples(made(tmp_path)) if "chat" in e.name)
    assert len(times) == 40
    assert set(times.values()) == {1, 2}
    assert 10 <= sum(n == 2 for n in times.values()) <= 30
    traces = [e for e in read_examples(tmp_path / "out") if "friend" not in e.messages[0].content]
    assert len(traces) == 80


def test_a_share_of_items_has_others_of_its_task_before_it(tmp_path: Path) -> None:
    written = list(read_examples(made(tmp_path)))
    shown = [e for e in written if e.task == "few-shot"]
    assert 0.05 * len(written) < len(shown) < 0.3 * len(written)
    for each in shown:
        asked = each.messages[0].content
        assert asked.count("Question:") == asked.count("Answer:") == 3
        assert asked.endswith("Answer:")
        assert ("my friend" in asked) == each.name.startswith("chat/")
    counts = read_manifest(tmp_path / "out")["counts"]
    assert sum(row["few_shot"] for row in counts) == len(shown)
    assert sum(row["written"] for row in counts) == len(written)


def test_no_shot_of_a_training_item_is_in_the_validation_file(tmp_path: Path) -> None:
    folder = made(tmp_path)
    sizes = export(folder, tmp_path / "x", validation=0.3)
    assert sum(sizes.values()) == len(list(read_examples(folder)))
    lines = {
        split: [
            Example.from_json(json.loads(line))
            for line in (tmp_path / "x" / f"{split}.jsonl").read_text().splitlines()
        ]
        for split in sizes
    }
    kept = {e.messages[0].content for e in lines["validation"] if e.task != "few-shot"}
    trained = "\n".join(e.messages[0].content for e in lines["train"])
    assert kept
    assert not any(question in trained for question in kept)
    assert all(place(e.name) < 0.3 for e in lines["validation"])


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_datasets_reads_an_export(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    folder = made(tmp_path)
    export(folder, tmp_path / "x", format=kind, validation=0.2)
    cache = str(tmp_path / "cache")
    read = datasets.load_dataset(str(tmp_path / "x"), cache_dir=cache)
    assert set(read) == {"train", "validation"}
    rows = [*read["train"], *read["validation"]]
    assert sorted(json.dumps(row["messages"], ensure_ascii=False) for row in rows) == sorted(
        json.dumps(e.to_json()["messages"], ensure_ascii=False) for e in read_examples(folder)
    )


def test_a_build_that_fails_leaves_nothing_and_one_that_is_there_stays(tmp_path: Path) -> None:
    file = mixture_folder(tmp_path)
    out = tmp_path / "out"
    (tmp_path / "chat.jsonl").write_text('{"messages": []}\n')
    with pytest.raises(InputError, match=r"chat.jsonl, line 1, is no item"):
        build(read_mixture(file), out, Screen())
    assert not out.exists()
    assert not list(tmp_path.glob(".out*"))
    before = (made(tmp_path) / EXAMPLES).read_bytes()
    with pytest.raises(InputError, match="--overwrite"):
        build(read_mixture(file), out, Screen())
    build(read_mixture(file, seed=9), out, Screen(), overwrite=True)
    assert (out / EXAMPLES).read_bytes() != before
    assert {each.name for each in out.iterdir()} == {EXAMPLES, REMOVED, MANIFEST}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "examples"', 'kind = "exampels"', r"line 10: source 'exampels' names the unknown"),
        ("weight = 1.5", "wieght = 1.5", r"line 10: .* unknown key `wieght`; known here: count"),
        ("weight = 1.5", "weight = -1", r"has weight = -1; the least is 0"),
        ("weight = 1.5", "count = true", r"has count = True, which is not a number"),
        ("chat.jsonl", "gone.jsonl", r"needs .*gone.jsonl, which does not exist"),
        ("chat.jsonl", "$mine", r"needs a path for \$mine. Give it with --path mine=PATH"),
        ("seed = 7", "seed = ", r"is not TOML: .*line 1"),
        ("few_shot = 0.2", "few_shot = 2", r"few_shot = 2; it is a share, at most 1"),
        ("shots = 2", 'wording = "lean 5"', r"it can be lean 4, legacy"),
    ],
)
def test_what_is_wrong_in_a_mixture_is_said_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    file = mixture_folder(tmp_path, MIXTURE.replace(old, new))
    with pytest.raises(InputError, match=said):
        read_mixture(file)


def test_an_optional_source_without_its_path_is_left_out(tmp_path: Path) -> None:
    text = MIXTURE.replace('"chat.jsonl"', '"$mine"\noptional = true')
    file = mixture_folder(tmp_path, text)
    assert read_mixture(file).skipped == ("examples (needs --path mine=PATH)",)
    given = read_mixture(file, paths={"mine": tmp_path / "chat.jsonl"})
    assert not given.skipped
    assert list(given.entries[1].inputs) == ["chat.jsonl"]


def test_the_wording_of_the_paper_can_be_chosen(tmp_path: Path) -> None:
    text = 'wording = "legacy"\n' + MIXTURE
    [asked] = {
        e.messages[0].content.partition(":")[0]
        for e in read_examples(made(tmp_path, text=text))
        if e.task == "tactic suggestion"
    }
    assert asked == "Given the Lean 3 tactic state, suggest a next tactic"


def test_near_duplicates_go_and_the_record_says_of_what(tmp_path: Path) -> None:
    text = "Ann has three red apples and five green apples in her old basket. How many is that?"
    same = [item(text, "8", "first"), item(text.replace("old", "new"), "8", "second")]
    write_lines(tmp_path / "chat.jsonl", (each.to_json() for each in same))
    file = tmp_path / "m.toml"
    file.write_text('benchmarks = []\n[[sources]]\nkind = "examples"\npath = "chat.jsonl"\n')
    build(read_mixture(file), tmp_path / "out", Screen())
    [stays] = read_examples(tmp_path / "out")
    assert stays.name == "first"
    [gone] = [json.loads(line) for line in (tmp_path / "out" / REMOVED).read_text().splitlines()]
    assert gone["name"] == "second"
    assert gone["reason"] == "near-duplicate"
    assert gone["of"] == {"name": "first", "source": "test"}
    assert 0.7 <= gone["jaccard"] < 1
    said = CliRunner().invoke(app, ["stats", str(tmp_path / "out")]).output
    assert f"second (solve): first, Jaccard {gone['jaccard']:.2f}" in said


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.data.first_goals.first_goals", lambda problems: {})
    file, out, run = mixture_folder(tmp_path), str(tmp_path / "out"), CliRunner().invoke
    text = file.read_text().replace("benchmarks = []", 'benchmarks = ["heldout"]')
    file.write_text(text.replace('"chat.jsonl"', '"$mine"'))
    mine = f"mine={tmp_path / 'chat.jsonl'}"
    done = run(app, ["build", str(file), "--out", out, "--limit", "20", "--path", mine])
    assert done.exit_code == 0, done.output
    assert "The data set is in" in done.output
    counted = run(app, ["stats", out])
    assert "tactic suggestion" in counted.output
    assert read_manifest(tmp_path / "out")["decontamination"]["problems"] == {"heldout": 101}
    shown = run(app, ["show", out, "--task", "solve", "-n", "2"])
    assert shown.output.count("[assistant]") == 2
    assert run(app, ["show", out, "--task", "sing"]).exit_code != 0
    to = str(tmp_path / "x")
    assert run(app, ["export", out, "--to", to, "--split", "valid=0.2"]).exit_code == 0
    assert "path: validation.jsonl" in (tmp_path / "x" / "README.md").read_text()
    for wrong in (["--split", "valid=2"], ["--format", "csv"]):
        assert run(app, ["export", out, "--to", to + "2", *wrong]).exit_code != 0


def test_samples_are_drawn_by_the_seed(tmp_path: Path) -> None:
    folder = made(tmp_path)
    assert sample(folder, 3, 1) == sample(folder, 3, 1)
    assert sample(folder, 3, 1) != sample(folder, 3, 2)
    assert {len(each) for each in sample(folder, 3, 1).values()} == {3}


def test_the_mixture_that_comes_with_the_package_reads() -> None:
    mixture = read_mixture(DEFAULT)
    assert {"minif2f", "heldout"} <= set(mixture.benchmarks)
    assert "traces (needs --path traces=PATH)" in mixture.skipped
