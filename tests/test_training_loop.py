"""The loop: steps that do not depend on how a batch is cut, and checkpoints that resume exactly."""

from __future__ import annotations

import json
import math
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from formalmath.errors import FormalMathError, InputError
from formalmath.journal import read_journal
from training.learning.checkpoints import Checkpoints, identity
from training.learning.learning_rate import factor
from training.learning.loop import CHECKPOINTS, LoopConfig, accelerator_for, train
from training.learning.objective import Measured
from training.learning.summary import TrainingSummary

torch = pytest.importorskip("torch")
torch.set_num_threads(1)

QUIET = LoopConfig(learning_rate=0.01, save_seconds=0, log_steps=5)


@dataclass(frozen=True)
class Numbers:
    """Inputs [N, 4]; to be learnt is their sum."""

    rows: Any

    @property
    def count(self) -> int:
        return len(self.rows)


class Sums:
    """A regression, in micro-batches of some size."""

    def __init__(self, steps: int, sizes: Sequence[int] = (6,)) -> None:
        self.steps, self.sizes = steps, sizes
        self.when: dict[int, Callable[[], None]] = {}

    def step(self, number: int) -> list[Numbers]:
        if number in self.when:
            self.when.pop(number)()
        draw = torch.Generator().manual_seed(number)
        rows = torch.randn(sum(self.sizes), 4, generator=draw)
        return [Numbers(part) for part in rows.split(list(self.sizes))]

    def held_out(self) -> list[Numbers]:
        return [Numbers(torch.ones(3, 4)), Numbers(torch.zeros(1, 4))]

    def loss(self, model: Any, batch: Numbers) -> Measured:
        error = model(batch.rows)[:, 0] - batch.rows.sum(-1)
        return Measured(error.square().sum(), (error.abs() < 100).sum())


def model_of(dropout: float = 0.0) -> Any:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return torch.nn.Sequential(
            torch.nn.Linear(4, 8), torch.nn.Dropout(dropout), torch.nn.Linear(8, 1)
        )


def trained(
    folder: Path, objective: Sums, config: LoopConfig = QUIET, dropout: float = 0.2, who: str = "me"
) -> tuple[dict[str, Any], TrainingSummary]:
    model, summary = train(
        accelerator_for("fp32"), model_of(dropout), objective, folder, config, who
    )
    return {name: value.clone() for name, value in model.state_dict().items()}, summary


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(torch.equal(one[name], other[name]) for name in one)


def test_a_training_that_was_killed_goes_on_as_if_nothing_had_been(tmp_path: Path) -> None:
    straight, summary = trained(tmp_path / "straight", Sums(20))

    class Killed(BaseException):
        pass

    def kill() -> None:
        raise Killed

    broken = Sums(20)
    broken.when[13] = kill
    saving = replace(QUIET, save_steps=5)
    with pytest.raises(Killed):
        trained(tmp_path / "b", broken, saving)
    kept = sorted(path.name for path in (tmp_path / "b" / CHECKPOINTS).iterdir())
    assert kept == ["step-00000005", "step-00000010"]
    again, resumed = trained(tmp_path / "b", Sums(20), saving)
    assert same(straight, again)
    assert (resumed.steps, resumed.items, resumed.loss) == (20, 120, summary.loss)


def test_ctrl_c_keeps_the_step_and_says_how_to_go_on(tmp_path: Path) -> None:
    straight, _ = trained(tmp_path / "straight", Sums(20))
    stopped = Sums(20)
    stopped.when[7] = lambda: signal.raise_signal(signal.SIGINT)
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt, match=r"Step 8 of 20 is kept.*--resume"):
        trained(tmp_path / "b", stopped)
    assert signal.getsignal(signal.SIGINT) is handler
    again, _ = trained(tmp_path / "b", Sums(20))
    assert same(straight, again)


def test_a_checkpoint_cut_short_does_not_count(tmp_path: Path) -> None:
    config = replace(QUIET, save_steps=3, keep=3)
    trained(tmp_path, Sums(10), config)
    found = Checkpoints(tmp_path / CHECKPOINTS, "me", 3).found()
    assert [path.name for path in found] == ["step-00000003", "step-00000006", "step-00000009"]
    (found[-1] / "state.json").unlink()
    found[-1].rename(found[-1].with_suffix(".part"))
    assert Checkpoints(tmp_path / CHECKPOINTS, "me", 3).found() == found[:-1]
    for file in found[1].glob("model*"):
        file.write_bytes(b"")
    with pytest.raises(InputError, match=r"step-00000006 cannot be read"):
        trained(tmp_path, Sums(10), config)
    with pytest.raises(InputError, match="are of another training"):
        trained(tmp_path, Sums(10), config, who="you")


def test_what_a_training_is_does_not_depend_on_how_it_is_watched() -> None:
    def who(data: Sequence[bytes] = (b"ab", b"c"), **loop: float) -> str:
        return identity({"epochs": 2, "loop": {"learning_rate": 1, **loop}}, data)

    assert who(save_steps=1) == who(keep=3, max_minutes=1)
    assert len({who(), who(learning_rate=2), who([b"a", b"bc"]), who([b"ab"])}) == 4


def test_accumulation_is_one_big_batch(tmp_path: Path) -> None:
    config = replace(QUIET, clip=0)
    whole, _ = trained(tmp_path / "whole", Sums(10, [12]), config, dropout=0)
    parts, _ = trained(tmp_path / "parts", Sums(10, [1, 7, 4]), config, dropout=0)
    assert all(torch.allclose(whole[name], parts[name], atol=1e-6) for name in whole)


def test_the_end_of_the_time_ends_a_training_and_its_rate(tmp_path: Path) -> None:
    config = replace(QUIET, max_minutes=1 / 120, log_steps=1)
    _, summary = trained(tmp_path, Sums(10**9), config)
    assert summary.stopped == "time"
    assert 0.5 <= summary.seconds < 5
    records = read_journal(tmp_path / "training.jsonl")
    rates = [record["learning_rate"] for record in records if "learning_rate" in record]
    assert max(rates) > 0.009
    assert rates[-1] < 0.002


def test_the_journal_and_the_summary(tmp_path: Path) -> None:
    config = replace(QUIET, evaluate_steps=10)
    _, summary = trained(tmp_path, Sums(20), config, dropout=0)
    assert (summary.steps, summary.planned, summary.stopped) == (20, 20, "finished")
    assert (summary.items, summary.parameters, summary.processes) == (120, 49, 1)
    assert summary.accuracy == 1
    records = read_journal(tmp_path / "training.jsonl")
    assert [record["step"] for record in records] == [5, 10, 10, 15, 20, 20]
    assert records[-1]["held_out_loss"] == summary.held_out_loss
    assert records[2]["held_out_loss"] > summary.held_out_loss
    assert TrainingSummary(**json.loads(json.dumps(summary.to_json()))) == summary
    assert list((tmp_path / "tensorboard").glob("events.*"))


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("accelerate.Accelerator.save_state", full)
    with pytest.raises(FormalMathError, match=r"No space left on device. Make room and go on with"):
        trained(tmp_path, Sums(5), replace(QUIET, save_steps=2))


def test_the_rate_rises_then_falls() -> None:
    assert [factor(done, 0.1) for done in (0, 0.05, 0.1)] == [0, 0.5, 1]
    assert factor(0.55, 0.1) == pytest.approx(0.5)
    assert factor(1, 0.1) == factor(1.2, 0.1) == pytest.approx(0)
    assert factor(0, 0) == 1
    assert math.isclose(factor(1.0, 1.0), 0, abs_tol=1e-9)


def test_there_are_three_precisions() -> None:
    assert accelerator_for("auto").mixed_precision == "no", "no GPU here"
    with pytest.raises(InputError, match="not one of auto, bf16, fp32"):
        accelerator_for("fp8")
