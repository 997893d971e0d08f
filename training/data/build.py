"""A mixture made a data set: read, screened, deduplicated, weighted, written whole; nothing else.

The same mixture, inputs, versions and seed give the same bytes. Items are kept on the disk; memory
grows by about 8 kB an item.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from formalmath.errors import InputError
from training.data.contamination import Screen
from training.data.data_set import DUPLICATE, EXAMPLES, MANIFEST, REMOVED, json_line
from training.data.draw import place, share, whole
from training.data.duplicates import Duplicates
from training.data.formats import few_shot
from training.data.mixture import Mixture
from training.data.similarity import BANDS, ROWS, SHINGLE
from training.data.spool import Spool
from training.example import Example

FEW_SHOT_CHARACTERS = 8_000
"""An item whose few-shot form would be longer stays as it is."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many items are done, and all (0: not known)."""


@dataclass
class Counts:
    """Of one task from one source.

    Attributes:
        read: items that the source gave.
        duplicates: of these, near-duplicates.
        benchmark: of these, those that hold a benchmark statement, by reason.
        written: in the data set, weighted, those in few-shot form included.
        few_shot: of these, in few-shot form.
        characters: of the messages of all that is written.
    """

    read: int = 0
    duplicates: int = 0
    benchmark: Counter[str] = field(default_factory=Counter)
    written: int = 0
    few_shot: int = 0
    characters: int = 0


def build(
    mixture: Mixture,
    out: Path,
    screen: Screen,
    *,
    overwrite: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> dict[str, Any]:
    """Build a data set in the folder `out`, whole or not at all; returns its manifest.

    Args:
        mixture: what it is made of.
        out: the folder.
        screen: what may not be trained on.
        overwrite: put it in the place of a data set that is there already.
        progress: see `Progress`.

    Raises:
        InputError: a source cannot be read, nothing is left, or `out` is there already.
        OSError: it cannot be written; nothing of it is left.
    """
    if out.exists() and not (overwrite and (out / MANIFEST).is_file()):
        mend = "--overwrite replaces it." if (out / MANIFEST).is_file() else "It is no data set."
        raise InputError(f"{out} is there already. {mend} Or name another folder with --out.")
    out.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        manifest = _Build(mixture, part, screen, progress).run()
        part.chmod(0o755)
        if out.exists():
            old = part / "old"
            out.rename(old)
            part.rename(out)
            shutil.rmtree(out / old.name)
        else:
            part.rename(out)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return manifest


class _Build:
    """One build, under way in `folder`."""

    def __init__(self, mixture: Mixture, folder: Path, screen: Screen, progress: Progress) -> None:
        self.mixture, self.folder, self.screen, self.progress = mixture, folder, screen, progress
        self.counts: dict[tuple[str, str], Counts] = {}
        self.entry: list[int] = []  # of each item in the spool, by its number
        self.places: dict[int, tuple[str, float]] = {}  # of those with one question: task, place

    def run(self) -> dict[str, Any]:
        path = self.folder / "spool"
        with (
            Spool(path) as spool,
            (self.folder / REMOVED).open(
                "w", encoding="utf-8", errors="backslashreplace"
            ) as removed,
        ):
            self._read(spool, removed.write)
            self._write(spool)
        path.unlink()
        manifest = self._manifest()
        text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
        (self.folder / MANIFEST).write_text(text, encoding="utf-8", errors="backslashreplace")
        return manifest

    def _of(self, example: Example, entry: int) -> Counts:
        kind = self.mixture.entries[entry].kind
        return self.counts.setdefault((example.task, kind), Counts())

    def _read(self, spool: Spool, log: Callable[[str], Any]) -> None:
        duplicates = Duplicates(spool.__getitem__, self.mixture.jaccard)
        done = 0
        for number, entry in enumerate(self.mixture.entries):
            # Of the kind, so that tasks made of the same problems have Lean's word on them once.
            seed = whole(self.mixture.seed, entry.kind)
            for example in entry.source.examples(entry.count, seed):
                done += 1
                self.progress(f"Reading {entry.source.name}", done, 0)
                counts = self._of(example, number)
                counts.read += 1
                if found := self.screen.find(example):
                    counts.benchmark[found.reason] += 1
                    log(_removal(example, found.reason, benchmark=found.problem, match=found.match))
                    continue
                if self.mixture.jaccard and (same := duplicates.add(len(spool), example)):
                    counts.duplicates += 1
                    stays = spool[same.of]
                    of = {"name": stays.name, "source": stays.source}
                    log(_removal(example, DUPLICATE, of=of, jaccard=round(same.jaccard, 4)))
                    continue
                kept = spool.append(example)
                self.entry.append(number)
                if self.mixture.few_shot and len(example.messages) == 2:
                    self.places[kept] = example.task, place(example.name)
        if not len(spool):
            raise InputError("No source gave an item that may be trained on, so there is no data.")

    def _write(self, spool: Spool) -> None:
        copies = [n for n in range(len(spool)) for _ in range(self._copies(n, self.entry[n]))]
        if not copies:
            raise InputError("All weights are 0 or too small, so there is no data. Raise one.")
        shots = _Shots(spool, self.places, self.mixture.shots)
        order = np.random.default_rng(whole(self.mixture.seed, "order")).permutation(len(copies))
        with (self.folder / EXAMPLES).open(
            "w", encoding="utf-8", errors="backslashreplace"
        ) as file:
            for done, position in enumerate(order, start=1):
                self.progress("Writing", done, len(copies))
                number = copies[position]
                example = spool[number]
                counts = self._of(example, self.entry[number])
                chosen = share(self.mixture.seed, "few-shot", position) < self.mixture.few_shot
                if chosen and (made := shots.around(number, example)):
                    counts.few_shot += 1
                    example = made
                counts.written += 1
                counts.characters += sum(len(m.content) for m in example.messages)
                file.write(json_line(example.to_json()))

    def _copies(self, number: int, entry: int) -> int:
        weight = self.mixture.entries[entry].weight
        return int(weight) + (share(self.mixture.seed, "weight", number) < weight % 1)

    def _manifest(self) -> dict[str, Any]:
        mixture = self.mixture
        table = [
            {"task": task, "source": source, **vars(counts), "benchmark": dict(counts.benchmark)}
            for (task, source), counts in sorted(self.counts.items())
        ]
        return {
            "formalmath": version("formalmath"),
            "seed": mixture.seed,
            "mixture": {
                "sha256": mixture.sha256,
                "few_shot": mixture.few_shot,
                "shots": mixture.shots,
                "sources": [
                    {
                        "kind": e.kind,
                        "count": e.count,
                        "weight": e.weight,
                        "inputs": dict(e.inputs),
                    }
                    for e in mixture.entries
                ],
                "skipped": list(mixture.skipped),
            },
            "deduplication": {
                "jaccard": mixture.jaccard,
                "shingle": SHINGLE,
                "bands": BANDS,
                "rows": ROWS,
            },
            "decontamination": self.screen.about(),
            "counts": table,
        }


class _Shots:
    """Examples to stand before a question, of its task.

    An item's shots stand behind it in the order of `place`. So when a data set is split there, none
    of the items that come first stands in the form of one that comes later.
    """

    def __init__(
        self,
        spool: Spool,
        places: Mapping[int, tuple[str, float]],
        shots: int,
    ) -> None:
        self._spool, self._shots = spool, shots
        self._order: dict[str, list[tuple[float, int]]] = {}
        for number, (task, where) in places.items():
            self._order.setdefault(task, []).append((where, number))
        for order in self._order.values():
            order.sort()

    def around(self, number: int, example: Example) -> Example | None:
        """The item in few-shot form; None if it has several turns, or there is too little."""
        order = self._order.get(example.task, [])
        own = place(example.name)
        after = bisect_right(order, (own, len(self._spool)))
        chosen = [self._spool[other] for _, other in order[after : after + self._shots]]
        if len(chosen) < self._shots or len(example.messages) != 2:
            return None
        made = few_shot(chosen, example)
        long = sum(len(m.content) for m in made.messages) > FEW_SHOT_CHARACTERS
        return None if long else made


def _removal(example: Example, reason: str, **why: Any) -> str:
    return json_line(
        {
            "task": example.task,
            "name": example.name,
            "source": example.source,
            "reason": reason,
            **why,
        }
    )
