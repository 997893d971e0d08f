"""A data set as a folder that `datasets.load_dataset` reads, and nothing else."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from training.data.data_set import json_line, read_examples, read_manifest, written
from training.data.draw import place
from training.example import Example

FORMATS = ("jsonl", "parquet")
_CHUNK = 2_000


def export(
    folder: Path, to: Path, *, format: str = "jsonl", validation: float = 0.0
) -> dict[str, int]:
    """Write the items as `train` and `validation` files with a dataset card.

    Items of one proof, and copies of one item, come to the same side. Written whole or not at all.

    Args:
        folder: a data set.
        to: a folder that is not there yet.
        format: `jsonl` or `parquet`.
        validation: share of names that go to `validation`; 0: no such file.

    Returns:
        The items in each file.

    Raises:
        InputError: `folder` is no data set, `to` exists, or pyarrow is needed and missing.
    """
    if to.exists():
        raise InputError(f"{to} is there already. Name another folder with --to.")
    manifest = read_manifest(folder)
    splits = ("train", "validation") if validation else ("train",)
    to.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    try:
        sizes = {}
        for split in splits:
            found = (
                each
                for each in read_examples(folder)
                if (place(each.name) < validation) == (split == "validation")
            )
            sizes[split] = _WRITERS[format](part / f"{split}.{format}", found)
            if not sizes[split]:
                raise InputError(f"No item comes to `{split}`. Choose another --split.")
        (part / "README.md").write_text(_card(manifest, sizes, format), encoding="utf-8")
        part.chmod(0o755)
        part.rename(to)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return sizes


def _jsonl(file: Path, examples: Iterator[Example]) -> int:
    count = 0
    with written(file) as lines:
        for count, example in enumerate(examples, start=1):  # noqa: B007 -- counts
            lines.write(json_line(example.to_json()))
    return count


def _parquet(file: Path, examples: Iterator[Example]) -> int:
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise InputError(
            "Parquet needs pyarrow. Install it with `pip install 'formalmath[train]'`, "
            "or export with --format jsonl."
        ) from error
    text = pyarrow.string()
    message = pyarrow.struct([("role", text), ("content", text)])
    schema = pyarrow.schema(
        [("messages", pyarrow.list_(message)), ("task", text), ("name", text), ("source", text)]
    )
    count = 0
    with parquet.ParquetWriter(file, schema) as writer:
        rows: list[dict[str, Any]] = []
        for example in examples:
            rows.append(example.to_json())
            count += 1
            if len(rows) == _CHUNK:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pyarrow.Table.from_pylist(rows, schema))
    return count


_WRITERS = {"jsonl": _jsonl, "parquet": _parquet}


def _card(manifest: Mapping[str, Any], sizes: Mapping[str, int], format: str) -> str:
    """The README.md that the hub and `datasets` read: which file is which split."""
    files = "".join(f"      - split: {split}\n        path: {split}.{format}\n" for split in sizes)
    tasks: Counter[str] = Counter()
    for row in manifest["counts"]:
        tasks[row["task"]] += row["written"]
    table = "".join(f"| {task} | {count:,} |\n" for task, count in sorted(tasks.items()))
    removed = sum(row["duplicates"] for row in manifest["counts"])
    screened = sum(sum(row["benchmark"].values()) for row in manifest["counts"])
    against = ", ".join(
        f"{name} ({size})" for name, size in manifest["decontamination"]["problems"].items()
    )
    return f"""---
configs:
  - config_name: default
    data_files:
{files}task_categories:
  - text-generation
tags:
  - lean4
  - mathematics
---

# Formal and informal mathematics as chat messages

Built by FormalMath {manifest["formalmath"]}, seed {manifest["seed"]}. A record has `messages`
(roles `user`, `assistant`, `environment`), `task`, `name` and `source`.

| task | items |
| --- | ---: |
{table}
Removed before: {removed:,} near-duplicates (Jaccard of {manifest["deduplication"]["jaccard"]} or
more), {screened:,} items that hold a statement of a benchmark: {against or "none was given"}.
"""
