"""`formalmath expand`: certificates in the place of tactics; it composes, lazily."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from formalmath.cli_options import (
    EXIT_UNPROVED,
    LeanOption,
    NoSandboxOption,
    chosen_toolchain,
)

app = typer.Typer(add_completion=False)


@app.command()
def expand(
    file: Annotated[Path, typer.Argument(metavar="FILE.lean", help="A Lean file.")],
    write: Annotated[bool, typer.Option("--write", help="Change the file itself.")] = False,
    lean: LeanOption = "auto",
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="S", help="Seconds for one goal.")
    ] = 10.0,
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Replace `linarith` and `nlinarith` in a file by certificates that prove the same.

    Prints the new text, or with --write puts it in the file's place.
    Exit code 0: all replaced; 1: some stay; 2: error.
    """
    from formalmath.lean.source import read_source
    from search.certificates.expansion import expand as expanded

    result = asyncio.run(expanded(chosen_toolchain(lean, no_sandbox), read_source(file), seconds))
    if write:
        file.write_text(result.text, encoding="utf-8", newline="")
    else:
        typer.echo(result.text, nl=False)
    for line, why in result.left:
        typer.echo(f"{file}:{line}: stays, as {why}.", err=True)
    raise typer.Exit(EXIT_UNPROVED if result.left else 0)
