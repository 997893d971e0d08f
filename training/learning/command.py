"""`formalmath train`: a policy from conversations, a critic from pairs of states."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from formalmath.errors import InputError

if TYPE_CHECKING:
    from training.learning.critic import CriticConfig
    from training.learning.loop import LoopConfig
    from training.learning.sft import SFTConfig
    from training.learning.summary import TrainingSummary

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Train a model that proposes tactics, or one that values states.",
)

ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="small|smollm2|NAME|DIR",
        help="To start from: small (made from nothing for this data), smollm2 "
        "(SmolLM2-135M-Instruct), a name on the hub, or a folder.",
    ),
]
OutOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="The model's new folder.")]
ResumeOption = Annotated[
    bool, typer.Option("--resume", help="Go on with the training that was stopped in --out.")
]
EpochsOption = Annotated[
    float | None, typer.Option("--epochs", min=0.001, metavar="N", help="Times all data is seen.")
]
RateOption = Annotated[
    float | None,
    typer.Option("--learning-rate", min=0, metavar="X", help="The highest (small: 1e-3)."),
]
LengthOption = Annotated[
    int | None, typer.Option("--length", min=8, metavar="N", help="Tokens of a row.")
]
RowsOption = Annotated[
    int | None, typer.Option("--rows", min=1, metavar="N", help="Rows a call of the model.")
]
BatchOption = Annotated[
    int | None,
    typer.Option("--batch", min=1, metavar="N", help="Rows a step, over all processes."),
]
MinutesOption = Annotated[
    float, typer.Option("--max-minutes", min=0, metavar="M", help="End by then; 0: no limit.")
]
SaveOption = Annotated[
    float,
    typer.Option(
        "--save-seconds", min=0, metavar="S", help="Between checkpoints; 0: none by time."
    ),
]
SaveStepsOption = Annotated[
    int, typer.Option("--save-steps", min=0, metavar="N", help="Between checkpoints; 0: by time.")
]
LoRAOption = Annotated[bool, typer.Option("--lora", help="Train low-rank adapters only.")]
RankOption = Annotated[int, typer.Option("--lora-rank", min=1, metavar="N", help="Of an adapter.")]
AlphaOption = Annotated[
    int, typer.Option("--lora-alpha", min=0, metavar="N", help="Its scale; 0: twice the rank.")
]
DropoutOption = Annotated[
    float, typer.Option("--lora-dropout", min=0, max=0.9, metavar="X", help="Of its input.")
]
PrecisionOption = Annotated[
    str, typer.Option("--precision", metavar="auto|bf16|fp32", help="auto: bf16 where a GPU can.")
]
SeedOption = Annotated[int, typer.Option("--seed", metavar="N", help="Of everything random.")]


@app.command()
def sft(
    data: Annotated[
        str,
        typer.Argument(
            metavar="DATA",
            help='JSON Lines with "messages", a folder of `formalmath data build`, or a data set '
            "on the hub.",
        ),
    ],
    out: OutOption,
    model: ModelOption = "small",
    resume: ResumeOption = False,
    epochs: EpochsOption = None,
    learning_rate: RateOption = None,
    length: LengthOption = None,
    rows: RowsOption = None,
    batch: BatchOption = None,
    layout: Annotated[
        str | None,
        typer.Option(metavar="packed|padded", help="How conversations share rows."),
    ] = None,
    max_minutes: MinutesOption = 0.0,
    save_seconds: SaveOption = 600.0,
    save_steps: SaveStepsOption = 0,
    lora: LoRAOption = False,
    lora_rank: RankOption = 16,
    lora_alpha: AlphaOption = 0,
    lora_dropout: DropoutOption = 0.05,
    merge: Annotated[
        bool, typer.Option("--merge", help="With --lora: save whole weights, not adapters.")
    ] = False,
    attention: Annotated[
        str,
        typer.Option(metavar="NAME", help="sdpa, eager, flash_attention_2; auto: what runs."),
    ] = "auto",
    recompute: Annotated[
        bool, typer.Option("--recompute", help="Less memory for a third more time.")
    ] = False,
    prompts: Annotated[
        bool, typer.Option("--prompts", help="What users say is learnt too, to begin from nothing.")
    ] = False,
    precision: PrecisionOption = "auto",
    seed: SeedOption = 0,
) -> None:
    """Fine-tune a model on conversations: what the assistant says is learnt.

    Without options, a small model is made and trained as one from nothing,
    and any other as LEAN-GITHUB's was. Ctrl-C keeps a checkpoint.
    """
    with _needed():
        from training.learning.model_folder import LoRAConfig
        from training.learning.sft import SFTConfig, train_policy

        config = SFTConfig.from_scratch() if model == "small" else SFTConfig()
        scale = lora_alpha or 2 * lora_rank
        adapters = LoRAConfig(rank=lora_rank, alpha=scale, dropout=lora_dropout, merge=merge)
        config = replace(
            config,
            loop=_loop(
                config.loop, learning_rate, max_minutes, (save_seconds, save_steps), precision
            ),
            **_amounts(config, epochs, length, rows, batch),
            layout=layout or config.layout,
            lora=adapters if lora else None,
            attention=attention,
            recompute=recompute,
            prompts=prompts,
            seed=seed,
        )
        summary = train_policy(data, model, out, config, resume=resume)
    _print(summary, out, "tokens")


@app.command()
def critic(
    pairs: Annotated[
        Path, typer.Argument(metavar="PAIRS", help='JSON Lines with "better", "worse", "name".')
    ],
    out: OutOption,
    model: ModelOption = "small",
    resume: ResumeOption = False,
    epochs: EpochsOption = None,
    learning_rate: RateOption = None,
    length: LengthOption = None,
    rows: RowsOption = None,
    batch: BatchOption = None,
    max_minutes: MinutesOption = 0.0,
    save_seconds: SaveOption = 600.0,
    save_steps: SaveStepsOption = 0,
    lora: LoRAOption = False,
    lora_rank: RankOption = 16,
    lora_alpha: AlphaOption = 0,
    lora_dropout: DropoutOption = 0.05,
    precision: PrecisionOption = "auto",
    seed: SeedOption = 0,
) -> None:
    """Train a critic on pairs of a better and a worse state."""
    with _needed():
        from training.learning.critic import CriticConfig, train_critic
        from training.learning.model_folder import LoRAConfig

        config = CriticConfig.from_scratch() if model == "small" else CriticConfig()
        scale = lora_alpha or 2 * lora_rank
        adapters = LoRAConfig(rank=lora_rank, alpha=scale, dropout=lora_dropout)
        config = replace(
            config,
            loop=_loop(
                config.loop, learning_rate, max_minutes, (save_seconds, save_steps), precision
            ),
            **_amounts(config, epochs, length, rows, batch),
            lora=adapters if lora else None,
            seed=seed,
        )
        summary = train_critic(pairs, model, out, config, resume=resume)
    _print(summary, out, "pairs")


@app.command()
def fsdp() -> None:
    """Print where the configuration for models too large for one GPU is.

    accelerate launch --config_file $(formalmath train fsdp) -m formalmath.cli train sft ...
    """
    typer.echo(Path(__file__).with_name("configs") / "fsdp.yaml")


@contextmanager
def _needed() -> Iterator[None]:
    """Says how to get what is not installed."""
    try:
        yield
    except ImportError as error:
        raise InputError(
            f"Training needs the package {error.name}: pip install 'formalmath[train]'."
        ) from error


def _amounts(
    config: SFTConfig | CriticConfig,
    epochs: float | None,
    length: int | None,
    rows: int | None,
    batch: int | None,
) -> dict[str, Any]:
    """What was asked for, else the config's; its batch is rounded up to whole calls."""
    per_call = rows or config.rows
    return {
        "epochs": epochs or config.epochs,
        "length": length or config.length,
        "rows": per_call,
        "batch": batch or -(-config.batch // per_call) * per_call,
    }


def _loop(
    loop: LoopConfig, rate: float | None, minutes: float, save: tuple[float, int], precision: str
) -> LoopConfig:
    return replace(
        loop,
        learning_rate=loop.learning_rate if rate is None else rate,
        max_minutes=minutes,
        save_seconds=save[0],
        save_steps=save[1],
        precision=precision,
    )


def _print(summary: TrainingSummary, out: Path, items: str) -> None:
    from formalmath.report import console

    ended = " (time is up)" if summary.stopped == "time" else ""
    left = f", {summary.left_out} left out as too long" if summary.left_out else ""
    console.print(
        f"{summary.steps} of {summary.planned} steps{ended}: {summary.items} {items} of "
        f"{summary.examples} examples{left}, in {summary.seconds:.0f} s."
    )
    console.print(
        f"Loss {summary.loss:.4f}; held out {summary.held_out_loss:.4f}, "
        f"{summary.accuracy:.1%} of the {items} right."
    )
    console.print(f"The model is in {out}.")
