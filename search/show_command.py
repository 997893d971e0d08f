"""`formalmath show`: what a search tried; it composes, lazily."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


@app.command()
def show(
    result: Annotated[
        Path, typer.Argument(metavar="DIR", help="A results folder, or a file in its trees/.")
    ],
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="A theorem in the folder.")] = "",
    failed: Annotated[bool, typer.Option("--failed", help="Show rejected tactics too.")] = False,
) -> None:
    """Show what a search tried: a folder's results, or the proof tree of one theorem."""
    from search.report import print_attempt, print_results, print_tree

    if name:
        print_attempt(result, name, failed)
    elif result.is_dir():
        print_results(result)
    else:
        print_tree(result, failed)
