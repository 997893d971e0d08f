"""What several commands share: options, and the Lean that these choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from formalmath.lean.toolchain import Toolchain

EXIT_UNPROVED = 1
"""Exit code of a command that came to its end, and not all it was asked is so."""

LeanOption = Annotated[
    str,
    typer.Option(
        "--lean",
        metavar="auto|embedded|PATH",
        help="Which Lean: the embedded one, or the Lake project in PATH (Mathlib).",
    ),
]
JobsOption = Annotated[
    int, typer.Option("--jobs", min=0, metavar="N", help="Leans at work; 0: one a core.")
]
ResumeOption = Annotated[bool, typer.Option("--resume", help="Go on with the results in --out.")]
NoSandboxOption = Annotated[
    bool,
    typer.Option(
        "--no-sandbox", help="Let whatever a candidate makes Lean do be done with your rights."
    ),
]
PolicyOption = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="SPEC",
        help="What proposes tactics: default, symbolic, certificates, uniform, ranked:MODEL, "
        "model:MODEL, beam:MODEL, http://HOST/v1#NAME, or several joined by +. "
        "MODEL: a folder.",
    ),
]
CriticOption = Annotated[
    str, typer.Option("--critic", metavar="DIR", help="A model that values goals, for --order.")
]
OrderOption = Annotated[
    str,
    typer.Option(
        "--order",
        metavar="log-prob|critic|both",
        help="Which goal is next: the policy's choice, the critic's, or each in turn.",
    ),
]


def chosen_toolchain(lean: str, no_sandbox: bool) -> Toolchain:
    """The Lean that `LeanOption` and `NoSandboxOption` choose, built first if need be.

    Raises:
        ToolchainError: it is not there, or cannot be built.
        SandboxError: nothing on this machine confines it.
    """
    from formalmath.lean.toolchain import find_toolchain
    from formalmath.report import build_progress
    from formalmath.sandbox.find import AUTO, OFF

    with build_progress() as progress:
        return find_toolchain(lean, progress, OFF if no_sandbox else AUTO)
