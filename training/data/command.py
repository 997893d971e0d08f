"""`formalmath data`: build, inspect and export data sets to train on; nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formalmath.errors import InputError

app = typer.Typer(
    name="data",
    help="Build, inspect and export data sets to train on.",
    no_args_is_help=True,
    add_completion=False,
)
_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A data set, as `build` makes it.")]


@app.command()
def build(
    mixture: Annotated[
        str, typer.Argument(metavar="MIXTURE.toml", help="What goes in; `default` comes with us.")
    ] = "default",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where it goes.")] = Path(
        "data"
    ),
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, help="Of all that is drawn; else the mixture's.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, metavar="N", help="Items of each source; 0: all.")
    ] = 0,
    path: Annotated[
        list[str] | None,
        typer.Option("--path", metavar="NAME=PATH", help="What $NAME in the mixture stands for."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the data set in --out.")
    ] = False,
) -> None:
    """Build a data set from a mixture file.

    Near-duplicates go, and so does whatever holds a benchmark's statement;
    removed.jsonl says what and why. The same seed gives the same bytes.
    """
    from formalmath.report import console, download_progress
    from training.data.build import build as build_data
    from training.data.contamination import screen
    from training.data.first_goals import first_goals
    from training.data.mixture import DEFAULT, read_mixture
    from training.data.report import build_progress, print_stats

    file = DEFAULT if mixture == "default" else Path(mixture)
    read = read_mixture(file, seed=seed, limit=limit, paths=_paths(path or []))
    with download_progress() as arriving:
        against = screen(read.benchmarks, read.problems, first_goals, arriving)
    with build_progress() as shown:
        manifest = build_data(read, out, against, overwrite=overwrite, progress=shown)
    print_stats(manifest)
    console.print(f"The data set is in {out}.")


@app.command()
def stats(folder: _Folder) -> None:
    """Count a data set: items by task and source, what was removed and why."""
    from training.data.data_set import read_manifest, read_removed
    from training.data.report import print_removed, print_stats

    print_stats(read_manifest(folder))
    print_removed(read_removed(folder))


@app.command()
def show(
    folder: _Folder,
    task: Annotated[
        str, typer.Option("--task", help="Of this task only; without it, of each task.")
    ] = "",
    number: Annotated[int, typer.Option("-n", min=1, help="Items a task.")] = 3,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the draw.")] = 0,
) -> None:
    """Print items drawn from a data set."""
    from training.data.data_set import sample
    from training.data.report import print_example

    drawn = sample(folder, number, seed, task)
    for each in sorted(drawn):
        for example in drawn[each]:
            print_example(example)


@app.command()
def export(
    folder: _Folder,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="A new folder.")],
    format: Annotated[str, typer.Option("--format", metavar="jsonl|parquet")] = "jsonl",
    split: Annotated[
        str, typer.Option("--split", metavar="valid=SHARE", help="Items kept for validation.")
    ] = "",
) -> None:
    """Write a folder that `datasets.load_dataset(DIR)` reads, with a dataset card."""
    from formalmath.report import console
    from training.data.export import FORMATS
    from training.data.export import export as export_data

    if format not in FORMATS:
        raise InputError(f"There is no format {format!r}; known: {', '.join(FORMATS)}.")
    sizes = export_data(folder, to, format=format, validation=_share(split))
    told = ", ".join(f"{size:,} in {name}" for name, size in sizes.items())
    console.print(f"{to}: {told}. Read it with datasets.load_dataset({str(to)!r}).")


def _paths(given: list[str]) -> dict[str, Path]:
    pairs = [each.partition("=") for each in given]
    if wrong := [each for each in pairs if not (each[0].isidentifier() and each[2])]:
        raise InputError(f"--path {''.join(wrong[0])} is not NAME=PATH, such as traces=run/traces.")
    return {name: Path(value).expanduser().absolute() for name, _, value in pairs}


def _share(split: str) -> float:
    name, _, value = split.partition("=")
    if not split:
        return 0.0
    try:
        share = float(value)
    except ValueError:
        share = 0.0
    if name not in ("valid", "validation") or not 0 < share < 1:
        raise InputError(f"--split {split} is not valid=SHARE with a share between 0 and 1.")
    return share
