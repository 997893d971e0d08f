"""One training loop for every objective, on one process or many, and nothing else.

The optimiser is AdamW (Loshchilov and Hutter 2019), without decay on norms and biases. The loss of
a step is the mean over all its items, in however many micro-batches and processes they come: each
sum is divided by the count of the whole step, so accumulation equals one big batch. accelerate
spreads the micro-batches over the processes that torchrun or `accelerate launch` started, and
shards the model where its configuration says FSDP.
"""

from __future__ import annotations

import contextlib
import math
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from training.learning.checkpoints import Checkpoints
from training.learning.learning_rate import factor
from training.learning.log import Log, opened
from training.learning.objective import Counted, Objective
from training.learning.summary import TrainingSummary

CHECKPOINTS = "checkpoints"


@dataclass(frozen=True)
class LoopConfig:
    """How to optimise.

    Attributes:
        learning_rate: the highest.
        warmup: share of the training in which it rises; then it falls by a cosine to 0.
        weight_decay: of AdamW, not on norms and biases.
        betas: of AdamW.
        clip: the gradient's norm at most; 0: no limit.
        seed: of dropout; the objective has its own.
        max_minutes: of training, over all its parts; then the training ends as if its steps were
            over. 0: no limit. With a limit, no two trainings are the same to the bit.
        save_steps: a checkpoint every so many steps; 0: by time alone.
        save_seconds: a checkpoint every so many seconds; 0: by steps alone.
        keep: how many checkpoints stay.
        evaluate_steps: the held-out loss every so many steps; 0: at the end alone.
        log_steps: a record in the log every so many steps.
        precision: `auto` (bf16 where the GPU has it, else fp32), `bf16` or `fp32`.
    """

    learning_rate: float = 1e-5
    warmup: float = 0.03
    weight_decay: float = 0.01
    betas: tuple[float, float] = (0.9, 0.95)
    clip: float = 1.0
    seed: int = 0
    max_minutes: float = 0.0
    save_steps: int = 0
    save_seconds: float = 600.0
    keep: int = 2
    evaluate_steps: int = 0
    log_steps: int = 10
    precision: str = "auto"


def accelerator_for(precision: str) -> Any:
    """An accelerate `Accelerator` for what this process runs on.

    Raises:
        InputError: there is no such precision.
    """
    import torch
    from accelerate import Accelerator

    if precision not in ("auto", "bf16", "fp32"):
        raise InputError(f"The precision {precision!r} is not one of auto, bf16, fp32.")
    gpu = torch.cuda.is_available()
    half = precision == "bf16" or (precision == "auto" and gpu and torch.cuda.is_bf16_supported())
    return Accelerator(cpu=not gpu, mixed_precision="bf16" if half else "no")


def train(
    accelerator: Any,
    model: Any,
    objective: Objective,
    folder: Path,
    config: LoopConfig,
    identity: str,
    what: str = "Training",
) -> tuple[Any, TrainingSummary]:
    """Train `model`; go on after the last checkpoint in `folder`, if there is one.

    Args:
        accelerator: of `accelerator_for`.
        model: what requires gradients is trained.
        objective: what is learnt.
        folder: for checkpoints and logs.
        config: how.
        identity: of all that must be the same to go on.
        what: the words at the bar.

    Returns:
        The model as accelerate wrapped it, and what came of it.

    Raises:
        InputError: the checkpoints are of another training, or another one runs there.
        FormalMathError: a checkpoint cannot be written.
        KeyboardInterrupt: Ctrl-C, after a checkpoint; its text says how to go on.
    """
    run = _Run(accelerator, model, objective, folder, config, identity)
    with opened(folder, what, accelerator.is_main_process) as log, _interruption() as stop:
        return run.model, run.to_the_end(log, stop)


class _Run:
    def __init__(
        self,
        accelerator: Any,
        model: Any,
        objective: Objective,
        folder: Path,
        config: LoopConfig,
        identity: str,
    ) -> None:
        self.accelerator, self.objective, self.config = accelerator, objective, config
        self.parameters = sum(p.numel() for p in model.parameters() if p.requires_grad)
        self.model, self.optimizer = accelerator.prepare(model, _optimizer(model, config))
        self.checkpoints = Checkpoints(folder / CHECKPOINTS, identity, max(config.keep, 1))

    def to_the_end(self, log: Log, stop: threading.Event) -> TrainingSummary:
        config, steps = self.config, self.objective.steps
        place = self.checkpoints.load(self.accelerator)
        begun = time.monotonic() - place.seconds
        logged, saved, limit = place, place, config.max_minutes * 60
        late = bool(limit) and place.seconds >= limit
        loss = items = 0.0
        while place.step < steps and not late:
            done = max(place.step / steps, place.seconds / limit if limit else 0.0)
            rate = config.learning_rate * factor(done, config.warmup)
            own, count, norm = self._step(place.step, rate)
            lost, stopped, seconds = self._agreed(own, stop.is_set(), time.monotonic() - begun)
            place = place.after(lost, count, seconds)
            loss, items = loss + lost, items + count
            late = bool(limit) and seconds >= limit
            over = late or place.step == steps
            if place.step % max(config.log_steps, 1) == 0 or over or stopped:
                spent = max(place.seconds - logged.seconds, 1e-9)
                figures = {"loss": loss / items, "learning_rate": rate, "gradient_norm": norm}
                log.write(place.step, figures | {"items_per_second": items / spent})
                log.show(place.step, steps, f"loss {loss / items:.3f}")
                logged, loss, items = place, 0.0, 0.0
            if config.evaluate_steps and place.step % config.evaluate_steps == 0 and not over:
                held_out_loss, accuracy = self._held_out()
                log.write(place.step, {"held_out_loss": held_out_loss, "accuracy": accuracy})
            due = config.save_steps and place.step % config.save_steps == 0
            timed = config.save_seconds and place.seconds - saved.seconds >= config.save_seconds
            if stopped or ((due or timed) and not over):
                self.checkpoints.save(self.accelerator, place)
                saved = place
            if stopped:
                raise KeyboardInterrupt(
                    f"Step {place.step} of {steps} is kept in {self.checkpoints.folder}. "
                    "Go on with the same command and --resume."
                )
        held_out_loss, accuracy = self._held_out()
        log.write(place.step, {"held_out_loss": held_out_loss, "accuracy": accuracy})
        return TrainingSummary(
            steps=place.step,
            planned=steps,
            items=place.seen,
            seconds=place.seconds,
            loss=place.loss / place.items if place.items else math.nan,
            held_out_loss=held_out_loss,
            accuracy=accuracy,
            stopped="finished" if place.step == steps else "time",
            parameters=self.parameters,
            processes=self.accelerator.num_processes,
        )

    def _step(self, number: int, rate: float) -> tuple[float, int, float]:
        """One step of the optimiser: this process's loss, the items of all, the gradient's norm."""
        import torch

        accelerator, config = self.accelerator, self.config
        self.model.train()
        # Dropout depends on the step alone, so a training that goes on makes the same choices.
        torch.manual_seed(hash((config.seed, number, accelerator.process_index)))
        batches = self.objective.step(number)
        count = sum(batch.count for batch in batches)
        # Processes average their gradients; the loss is a sum over all of them.
        scale = accelerator.num_processes / max(count, 1)
        loss = 0.0
        mine = self._share(batches)
        for place, (batch, counts) in enumerate(mine):
            last = place == len(mine) - 1
            with contextlib.nullcontext() if last else accelerator.no_sync(self.model):
                measured = self.objective.loss(self.model, batch)
                accelerator.backward(measured.loss * (scale * counts))
            loss += float(measured.loss.detach()) * counts
        norm = 0.0
        if config.clip:
            norm = float(accelerator.clip_grad_norm_(self.model.parameters(), config.clip))
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.step()
        self.optimizer.zero_grad()
        return loss, count, norm

    def _share(self, batches: Sequence[Counted]) -> list[tuple[Counted, int]]:
        """This process's micro-batches, each with 1 if it counts.

        All processes call the model equally often, as they wait for each other; one that has
        nothing left to do repeats a micro-batch that does not count.
        """
        rank, processes = self.accelerator.process_index, self.accelerator.num_processes
        calls = -(-len(batches) // processes)
        places = [call * processes + rank for call in range(calls)]
        return [(batches[p], 1) if p < len(batches) else (batches[0], 0) for p in places]

    def _agreed(self, loss: float, stop: bool, seconds: float) -> tuple[float, bool, float]:
        """The sum of the losses, whether any process was told to stop, the first one's clock."""
        accelerator = self.accelerator
        if accelerator.num_processes == 1:
            return loss, stop, seconds
        import torch

        clock = seconds if accelerator.is_main_process else 0.0
        own = torch.tensor([loss, float(stop), clock], device=accelerator.device)
        loss, stopped, seconds = accelerator.reduce(own, reduction="sum").tolist()
        return loss, stopped > 0, seconds

    def _held_out(self) -> tuple[float, float]:
        """The mean loss and the share of right items of what no step sees; NaN if there is none."""
        import torch

        batches = self.objective.held_out()
        if not batches:
            return math.nan, math.nan
        self.model.eval()
        sums = torch.zeros(2, device=self.accelerator.device)
        with torch.no_grad():
            for batch, counts in self._share(batches):
                measured = self.objective.loss(self.model, batch)
                sums += torch.stack([measured.loss.float(), measured.right.float()]) * counts
        loss, right = self.accelerator.reduce(sums, reduction="sum").tolist()
        count = max(sum(batch.count for batch in batches), 1)
        return loss / count, right / count


def _optimizer(model: Any, config: LoopConfig) -> Any:
    """AdamW over what requires gradients; matrices decay, norms and biases (vectors) do not."""
    import torch

    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if p.ndim >= 2], "weight_decay": config.weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(
        [group for group in groups if group["params"]], lr=config.learning_rate, betas=config.betas
    )


@contextlib.contextmanager
def _interruption() -> Iterator[threading.Event]:
    """Ctrl-C sets the event; a second one interrupts at once, as without this.

    Only the main thread may do so; elsewhere the event is never set.
    """
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)

    def told(*_: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, told)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
