"""A mixture file: which sources go into a data set, how much of each, and how; nothing else.

The file is TOML. `docs/training-data.md` has all keys; `mixtures/default.toml` beside this is one.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from formalmath.informal.prompts import LEGACY, PROMPTS
from training.data.formats import Formats
from training.data.options import NotGiven, Options
from training.data.registry import source
from training.data.source import Source

DEFAULT = Path(__file__).with_name("mixtures") / "default.toml"
"""The mixture that comes with the package."""

_WORDINGS = {"lean 4": PROMPTS, "legacy": LEGACY}
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*sources[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """One source of a mixture.

    Attributes:
        kind: as the file has it.
        source: what gives the items.
        count: at most so many are taken from it; 0: all.
        weight: how often each of its items comes in the data set, on average: 2 writes each twice,
            0.5 every other one (drawn by the seed), 1.5 each once and half of them again.
        inputs: sha256 of its files and archives, by name; complete once it was read.
    """

    kind: str
    source: Source
    count: int
    weight: float
    inputs: Mapping[str, str]


@dataclass(frozen=True)
class Mixture:
    """What a data set is built from.

    Attributes:
        entries: in the order of the file; of two near-duplicates the earlier one stays.
        skipped: optional sources whose path nobody gave, and how to give it.
        seed: of all that is drawn.
        few_shot: share of items that are written in few-shot form.
        shots: examples before the question in that form.
        jaccard: items of one task that are at least this similar are duplicates; 0: none are.
        benchmarks: names of benchmarks that nothing may be trained on.
        problems: JSON Lines of problems that nothing may be trained on.
        sha256: of the file.
    """

    entries: tuple[Entry, ...]
    skipped: tuple[str, ...]
    seed: int
    few_shot: float
    shots: int
    jaccard: float
    benchmarks: tuple[str, ...]
    problems: tuple[Path, ...]
    sha256: str


def read_mixture(
    file: Path,
    *,
    seed: int | None = None,
    limit: int = 0,
    paths: Mapping[str, Path] | None = None,
) -> Mixture:
    """Read a mixture and make its sources; none of them is read yet.

    Args:
        file: the TOML file.
        seed: instead of the file's.
        limit: take at most so many items of each source; 0: as the file says.
        paths: what stands for `$NAME` in its paths.

    Raises:
        InputError: it cannot be read, or something in it is unknown, wrong or missing; says where.
    """
    try:
        data = file.read_bytes()
        table = tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror}. Give the path of a mixture file, "
            "or `default`."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{file} is not TOML: {error}.") from error
    listed = table.pop("sources", None)
    top = _options(str(file), table, file, paths, Formats())
    wording = top.text("wording", "lean 4", tuple(_WORDINGS))
    if not isinstance(listed, list) or not listed or not all(isinstance(s, dict) for s in listed):
        raise InputError(f"{file} names no source. Give it at least one [[sources]] with a `kind`.")
    lines = [data.decode().count("\n", 0, at.start()) + 1 for at in _HEADER.finditer(data.decode())]
    entries, skipped = [], []
    for i, each in enumerate(listed):
        line = f", line {lines[i]}" if len(lines) == len(listed) else ""
        where = f"{file}{line}: source {each.get('kind', '')!r}"
        options = _options(where, each, file, paths, Formats(_WORDINGS[wording]))
        optional = options.flag("optional", False)
        try:
            entries.append(_entry(options, limit))
        except NotGiven as missing:
            if not optional:
                raise
            skipped.append(f"{each['kind']} (needs --path {missing.variable}=PATH)")
    mixture = Mixture(
        entries=tuple(entries),
        skipped=tuple(dict.fromkeys(skipped)),
        seed=_seed(top, seed),
        few_shot=_share(top, "few_shot", 0.01),
        shots=top.count("shots", 3, least=1),
        jaccard=_share(top, "jaccard", 0.7),
        benchmarks=top.texts("benchmarks", ("minif2f", "heldout")),
        problems=tuple(top.files("problems", (".jsonl",)) if "problems" in table else ()),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    top.finish()
    return mixture


def _options(
    where: str,
    table: Mapping[str, Any],
    file: Path,
    paths: Mapping[str, Path] | None,
    formats: Formats,
) -> Options:
    return Options(where, table, folder=file.parent, paths=paths, formats=formats)


def _entry(options: Options, limit: int) -> Entry:
    kind = options.text("kind", "")
    count = options.count("count", 0)
    weight = options.number("weight", 1.0)
    made = source(kind, options)
    return Entry(kind, made, min(filter(None, (count, limit)), default=0), weight, options.inputs)


def _seed(options: Options, given: int | None) -> int:
    own = options.count("seed", 0)
    return own if given is None else given


def _share(options: Options, key: str, default: float) -> float:
    value = options.number(key, default)
    if value > 1:
        raise options.fault(f"has {key} = {value:g}; it is a share, at most 1")
    return value
