"""`formalmath improve`: rounds of proving and learning, and what they are worth; nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formalmath.cli_options import (
    JobsOption,
    LeanOption,
    NoSandboxOption,
    ResumeOption,
    chosen_toolchain,
)
from formalmath.errors import InputError

app = typer.Typer(
    name="improve",
    help="Prove, learn from what was proved, prove again.",
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

SecondsOption = Annotated[
    float, typer.Option("--seconds", min=0.1, metavar="S", help="Wall seconds a theorem.")
]
ExpansionsOption = Annotated[
    int, typer.Option("--expansions", min=1, metavar="N", help="Goals the policy is asked about.")
]
TacticOption = Annotated[
    float, typer.Option("--tactic-seconds", min=0.1, metavar="S", help="Wall seconds a tactic.")
]
WaveOption = Annotated[
    int, typer.Option("--wave", min=1, metavar="N", help="Tactics tried at a goal at a time.")
]
SeedOption = Annotated[int, typer.Option("--seed", metavar="N", help="Of everything random.")]


@app.callback()
def improve(
    context: typer.Context,
    rounds: Annotated[int, typer.Option(min=0, metavar="N", help="How many rounds in all.")] = 1,
    practice: Annotated[
        int, typer.Option(min=1, metavar="N", help="Statements to practise on.")
    ] = 200,
    heldout: Annotated[
        int, typer.Option(min=1, metavar="N", help="Statements that each round is measured on.")
    ] = 50,
    seconds: SecondsOption = 4.0,
    expansions: ExpansionsOption = 64,
    tactic_seconds: TacticOption = 2.0,
    wave: WaveOption = 2,
    seed: SeedOption = 0,
    jobs: JobsOption = 0,
    start: Annotated[
        str,
        typer.Option(metavar="MODEL", help="A model to begin with; else a small one from nothing."),
    ] = "",
    policy_minutes: Annotated[
        float, typer.Option(min=0, metavar="M", help="Training of the policy; 0: no limit.")
    ] = 3.0,
    critic_minutes: Annotated[
        float, typer.Option(min=0, metavar="M", help="Training of the critic; 0: no limit.")
    ] = 1.0,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where all of it goes.")] = Path(
        "improved"
    ),
    resume: ResumeOption = False,
    lean: LeanOption = "embedded",
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Prove statements, learn from what was proved, and prove again.

    Statements to practise on are drawn by the seed; none is a benchmark's. Every
    round is measured on others, with and without what was learnt: table.md,
    table.json and plot.png in --out. A run that was stopped goes on with --resume.
    """
    if context.invoked_subcommand is not None:
        return
    from training.rounds.arms import Budget
    from training.rounds.improve import ImproveConfig, Improvement
    from training.rounds.report import report
    from training.rounds.small_training import TrainingPlan

    config = ImproveConfig(
        practice=practice,
        heldout=heldout,
        budget=Budget(seconds, expansions, tactic_seconds, wave, seed),
        plan=TrainingPlan(
            start=start, policy_minutes=policy_minutes, critic_minutes=critic_minutes
        ),
        seed=seed,
    )
    with Improvement(out, config, chosen_toolchain(lean, no_sandbox), jobs, resume) as improvement:
        improvement.run(rounds, lambda: report(improvement.done, out))


@app.command()
def evaluate(
    target: Annotated[
        str,
        typer.Argument(
            metavar="heldout|unseen|minif2f|FILE.lean",
            help="Statements drawn as in training but held out, a benchmark, or a file.",
        ),
    ],
    policy: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A trained policy, for policy and both.")
    ] = None,
    critic: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A trained critic, for critic and both.")
    ] = None,
    count: Annotated[
        int, typer.Option(min=0, metavar="N", help="So many statements; 0: all of a benchmark.")
    ] = 0,
    match: Annotated[str, typer.Option(metavar="REGEX", help="Only names that this finds.")] = "",
    arms: Annotated[
        str, typer.Option(metavar="A,B,..", help="Of untrained, policy, critic, both.")
    ] = "untrained,policy,critic,both",
    seconds: SecondsOption = 4.0,
    expansions: ExpansionsOption = 64,
    tactic_seconds: TacticOption = 2.0,
    wave: WaveOption = 2,
    seed: SeedOption = 0,
    jobs: JobsOption = 0,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where results go.")] = Path("measured"),
    resume: ResumeOption = False,
    lean: LeanOption = "embedded",
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Search the same theorems with and without a policy and a critic.

    All arms try the same tactics within the same budgets, in different order.
    """
    from training.rounds.arms import Arm, Budget, Models
    from training.rounds.report import measure

    try:
        chosen = [Arm(name.strip()) for name in arms.split(",")]
    except ValueError:
        raise InputError(f"--arms {arms}: take some of {', '.join(Arm)}.") from None
    for option, given, users in (
        ("--policy", policy, (Arm.POLICY, Arm.BOTH)),
        ("--critic", critic, (Arm.CRITIC, Arm.BOTH)),
    ):
        if given is None and (using := [arm for arm in chosen if arm in users]):
            raise InputError(f"The arm {using[0]} needs {option} DIR. Name others with --arms.")
    if Arm.UNTRAINED not in chosen:
        chosen.insert(0, Arm.UNTRAINED)
    if out.exists() and not resume:
        raise InputError(f"{out} is there already. Go on with it by --resume, or name another.")
    measure(
        target,
        chosen_toolchain(lean, no_sandbox),
        Models(policy, critic),
        chosen,
        Budget(seconds, expansions, tactic_seconds, wave, seed),
        (match, count),
        jobs,
        out,
    )
