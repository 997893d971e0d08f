"""Expert iteration: prove, learn from what was proved, prove again; nothing else.

After InternLM2.5-StepProver (arXiv 2410.15700, section 3): statements come with their negations,
each gets a quick scan before any gets more, what is settled is dropped, what is left gets a deeper
budget, and policy and critic are trained anew in every round, on what all rounds have proved.

Every stage is recorded when it is over, and resumes where it was if it was not: proving at its next
theorem, training at its last checkpoint.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from formalmath.cores import cores
from formalmath.errors import InputError
from formalmath.journal import Journal, read_journal
from formalmath.lean.pool import Pool
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.lean.trace import Trace
from formalmath.recorder import Recorder
from formalmath.report import download_progress, notes
from formalmath.traces import Traces
from search.best_first import SearchOutcome
from search.evaluation import Saved, write_whole
from search.subgoals import subgoal_theorems
from search.trace_run import trace_all, work_in
from training.conjectures import Conjecture, Standing
from training.rounds.arms import LEARNT, Arm, Budget, Models, Prospector
from training.rounds.lessons import lessons
from training.rounds.practice import Practice, benchmark_forms, drawn, form_of
from training.rounds.small_training import Material, TrainingPlan, train_models

CONFIG, STAGES, TRACES = "config.json", "stages.jsonl", "traces.jsonl"
DEEPER = 2
"""How much more each round may spend on what is left."""
SUBGOALS = 0.25
"""New subgoals to practise on, for one statement."""


@dataclass(frozen=True)
class ImproveConfig:
    """One run of expert iteration.

    Attributes:
        practice: statements to practise on in a round.
        heldout: statements that every round is measured on.
        budget: of a search; deeper for what is left in later rounds.
        plan: how policy and critic are trained.
        seed: of the statements and of all that is random.
    """

    practice: int = 200
    heldout: int = 50
    budget: Budget = field(default_factory=Budget)
    plan: TrainingPlan = field(default_factory=TrainingPlan)
    seed: int = 0


class Improvement:
    """A folder in which a run of expert iteration goes on. Use it as a context manager."""

    def __init__(
        self, folder: Path, config: ImproveConfig, toolchain: Toolchain, jobs: int, resume: bool
    ) -> None:
        """Open the folder.

        Raises:
            InputError: it holds a run and `resume` is false, or a run with other settings.
        """
        _agree(folder, config, resume)
        self.folder, self.config = folder, config
        self._toolchain, self._jobs = toolchain, jobs or cores()
        self._journal = Journal(folder / STAGES)
        self.done: dict[str, dict[str, Any]] = {r["stage"]: r for r in self._journal.records}

    def __enter__(self) -> Improvement:
        return self

    def __exit__(self, *_: object) -> None:
        self._journal.close()

    def run(self, rounds: int, shown: Callable[[], None] = lambda: None) -> None:
        """All rounds. `shown` is called whenever there is a new figure to show.

        Raises:
            FormalMathError: something that a person can mend.
            KeyboardInterrupt: with its text saying what is kept.
        """
        self._stage("statements", self._draw)
        self._measure(0, [Arm.UNTRAINED])
        for number in range(1, rounds + 1):
            self._stage(f"round {number} practice", partial(self._practise, number))
            self._stage(f"round {number} traces", partial(self._trace, number))
            self._stage(f"round {number} data", partial(self._data, number))
            self._stage(f"round {number} training", partial(self._train, number))
            self._measure(number, LEARNT)
            shown()

    # --- stages -------------------------------------------------------------------------------

    def _stage(self, name: str, work: Callable[[], Mapping[str, Any]]) -> None:
        if name in self.done:
            return
        notes.print(f"[bold]{name}[/]")
        started = time.monotonic()
        figures = work()
        record = {"stage": name, "seconds": time.monotonic() - started, **figures}
        self._journal.append(record)
        self.done[name] = record

    def _measure(self, number: int, arms: Sequence[Arm]) -> None:
        for arm in arms:
            for what, statements in self._measured():
                work = partial(self._compare, number, arm, what, statements)
                self._stage(f"round {number} {arm} {what}", work)

    def _measured(self) -> Iterator[tuple[str, Sequence[Conjecture]]]:
        practice = self.statements
        yield "held out", practice.held_out
        yield "unseen", practice.unseen

    def _draw(self) -> Mapping[str, Any]:
        with download_progress() as progress:
            known = benchmark_forms(progress)
        config = self.config
        practice = drawn(
            self._toolchain, (config.practice, config.heldout), config.seed, self._jobs, known
        )
        groups = {name: [c.to_json() for c in group] for name, group in vars(practice).items()}
        write_whole(self.folder / "statements.json", json.dumps(groups, ensure_ascii=False))
        return {name: len(group) for name, group in groups.items()}

    @property
    def statements(self) -> Practice:
        """What the run is about, once it is drawn."""
        groups = json.loads((self.folder / "statements.json").read_text("utf-8"))
        return Practice(**{n: [Conjecture.from_json(c) for c in g] for n, g in groups.items()})

    def _practise(self, number: int) -> Mapping[str, Any]:
        """Prove what is left, and new subgoals; what may be false gets its negation beside it."""
        before = [self._practice_folder(n) for n in range(1, number)]
        settled = {a.name for folder in before for a in Saved.load(folder).latest if _proved(a)}
        left = [c for c in self.statements.practice if not {c.name, c.negation().name} & settled]
        subgoals = [theorem for theorem in self._subgoals() if theorem.name not in settled]
        budget = self.config.budget.more(DEEPER ** (number - 1))
        arm = Arm.UNTRAINED if number == 1 else Arm.BOTH
        prospector = self._prospector(number - 1)
        out = self._practice_folder(number)
        theorems = [*(c.theorem() for c in left), *subgoals]
        attempts = prospector.prove(arm, theorems, budget, out)
        open_ = {a.name for a in attempts if not _proved(a)}
        doubtful = [c for c in left if c.standing is Standing.UNKNOWN and c.name in open_]
        refuted = prospector.prove(arm, [c.negation().theorem() for c in doubtful], budget, out)
        return {
            "asked": len(left),
            "subgoals": len(subgoals),
            "proved": sum(map(_proved, attempts)),
            "refuted": sum(map(_proved, refuted)),
            "expansions": sum(a.stats.expansions for a in (*attempts, *refuted)),
            "lean_seconds": sum(a.stats.lean_seconds for a in (*attempts, *refuted)),
            "model_seconds": sum(a.stats.model_seconds for a in (*attempts, *refuted)),
        }

    def _subgoals(self) -> list[Theorem]:
        """Goals on the way of earlier proofs, as statements that nobody has practised on yet."""
        traces = self.folder / TRACES
        if not traces.exists():
            return []
        practice = self.statements
        known = benchmark_forms() | practice.kept_apart
        known |= {form_of(each.theorem()) for each in practice.practice}
        new: dict[str, Theorem] = {}
        for theorem in asyncio.run(self._stated(map(Trace.from_json, read_journal(traces)))):
            if (form := form_of(theorem)) not in known:
                new.setdefault(form, theorem)
        most = round(self.config.practice * SUBGOALS)
        return random.Random(self.config.seed).sample(list(new.values()), min(most, len(new)))

    async def _stated(self, traces: Iterable[Trace]) -> list[Theorem]:
        lean = Pool(self._toolchain.elaborator, self._jobs)
        try:
            return await subgoal_theorems(traces, lean)
        finally:
            await lean.close()

    def _trace(self, number: int) -> Mapping[str, Any]:
        """Write all that was proved in the round down step by step."""
        return asyncio.run(self._traced(self._practice_folder(number)))

    async def _traced(self, folder: Path) -> Mapping[str, Any]:
        environment = self._toolchain.environment_hash
        with Traces(self.folder / TRACES) as traces:
            async with Recorder(self._toolchain, self._jobs) as recorder:
                work = work_in(folder, environment)
                skipped = await trace_all(work, recorder, traces, environment, self._jobs)
            return {"traces": len(traces), "skipped": len(skipped)}

    def _data(self, number: int) -> Mapping[str, Any]:
        found = lessons(Saved.load(self._practice_folder(n)) for n in range(1, number + 1))
        folder = self._round(number)
        _write_lines(folder / "data.jsonl", (each.to_json() for each in found.examples))
        _write_lines(folder / "choices.jsonl", iter(found.choices))
        _write_lines(folder / "pairs.jsonl", (each.to_json() for each in found.pairs))
        return {"examples": len(found.examples), "pairs": len(found.pairs)}

    def _train(self, number: int) -> Mapping[str, Any]:
        folder = self._round(number)
        names = ("data.jsonl", "choices.jsonl", "pairs.jsonl")
        material = Material(*(folder / name for name in names))
        return train_models(material, folder, self.config.plan, self.config.seed)

    def _compare(
        self, number: int, arm: Arm, what: str, statements: Sequence[Conjecture]
    ) -> Mapping[str, Any]:
        out = self._round(number) / f"{arm}-{what.replace(' ', '-')}"
        theorems = [each.theorem() for each in statements]
        result = self._prospector(number).compare(arm, theorems, self.config.budget, out)
        return {"result": result.to_json()}

    # --- where things are ---------------------------------------------------------------------

    def _round(self, number: int) -> Path:
        folder = self.folder / f"round-{number}"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _practice_folder(self, number: int) -> Path:
        return self._round(number) / "practice"

    def _prospector(self, number: int) -> Prospector:
        folder = self._round(number)
        models = Models(folder / "policy", folder / "critic") if number else None
        return Prospector(self._toolchain, self._jobs, models)


def _proved(attempt: Any) -> bool:
    return bool(attempt.outcome is SearchOutcome.PROVED)


def _write_lines(file: Path, records: Iterator[Mapping[str, Any]]) -> None:
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    write_whole(file, "".join(lines))


def _agree(folder: Path, config: ImproveConfig, resume: bool) -> None:
    """See to it that a folder holds one run only."""
    file = folder / CONFIG
    mine = json.loads(json.dumps(asdict(config), default=str))
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(mine, indent=2))
        return
    if not resume:
        raise InputError(
            f"{folder} holds a run already. Go on with it by --resume, or name another --out."
        )
    theirs = json.loads(file.read_text("utf-8"))
    different = sorted(key for key in mine if mine[key] != theirs.get(key))
    if different:
        raise InputError(
            f"The run in {folder} has another {', '.join(different)}. "
            "Give the same options with --resume, or name another --out."
        )
