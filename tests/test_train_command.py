"""`formalmath train` as a person meets it."""

from __future__ import annotations

import builtins
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from formalmath.errors import InputError
from tests.training_world import tiny_folder, write_conversations, write_pairs
from training.learning.command import app
from training.learning.summary import TrainingSummary

torch = pytest.importorskip("torch")
torch.set_num_threads(1)

QUICK = ["--length", "64", "--rows", "2", "--batch", "4", "--learning-rate", "0.01"]
RUN_S = 240


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_folder(tmp_path_factory.mktemp("start"))


def ran(*args: object) -> str:
    result = CliRunner().invoke(app, [str(each) for each in args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*args: object) -> str:
    with pytest.raises(InputError) as caught:
        CliRunner().invoke(
            app, [str(each) for each in args], catch_exceptions=False, standalone_mode=False
        )
    said = str(caught.value)
    assert said.count("\n") <= 1
    return said


def test_a_policy_then_a_critic_that_starts_from_it(start: Path, tmp_path: Path) -> None:
    data = write_conversations(tmp_path / "data.jsonl", 60)
    said = ran("sft", data, "--model", start, "--out", tmp_path / "policy", *QUICK)
    summary = TrainingSummary.load(tmp_path / "policy")
    assert summary is not None
    assert f"{summary.steps} of {summary.steps} steps: {summary.items} tokens of 59" in said
    assert f"{summary.loss:.4f}; held out {summary.held_out_loss:.4f}" in said
    pairs = write_pairs(tmp_path / "pairs.jsonl", 90)
    model = ["--model", tmp_path / "policy", "--out", tmp_path / "critic"]
    assert "pairs of 84 examples" in ran("critic", pairs, *model, *QUICK)
    config = json.loads((tmp_path / "critic" / "config.json").read_text("utf-8"))
    assert config["architectures"] == ["LlamaForSequenceClassification"]
    again = ran("critic", pairs, *model, *QUICK, "--resume")
    assert "pairs of 84 examples" in again, "it is finished; the summary stands"


def test_a_small_model_is_made_for_the_data(tmp_path: Path) -> None:
    data = write_conversations(tmp_path / "data.jsonl", 20)
    limits = ["--max-minutes", "0.001", *QUICK]
    said = ran("sft", data, "--out", tmp_path / "small", *limits)
    assert "steps (time is up):" in said
    assert "The model is in" in said
    assert (tmp_path / "small" / "tokenizer.json").is_file()
    pairs = write_pairs(tmp_path / "pairs.jsonl", 30)
    assert "The model is in" in ran("critic", pairs, "--out", tmp_path / "critic", *limits)
    again = ran("sft", data, "--out", tmp_path / "lora", "--lora", "--merge", *limits)
    assert "The model is in" in again
    assert not (tmp_path / "lora" / "adapter_config.json").exists()


def test_what_cannot_be_used_is_said_in_two_lines(
    start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:1")
    data = write_conversations(tmp_path / "data.jsonl", 20)
    model, out = ["--model", start], ["--out", tmp_path / "out"]
    assert "'nobody/none' cannot be loaded: there is no such folder, and no hub" in refused(
        "sft", data, "--model", "nobody/none", *out
    )
    said = refused("sft", tmp_path / "none.jsonl", *model, *out)
    assert "none.jsonl, and no hub can be reached for a data set" in said
    said = refused("sft", data, *model, *out, "--rows", "3", "--batch", "4")
    assert "4 rows does not divide into micro-batches of 3" in said
    assert "layout 'tight'" in refused("sft", data, *model, *out, "--layout", "tight")
    assert "precision 'fp8'" in refused("sft", data, *model, *out, "--precision", "fp8")
    flash = refused("sft", data, *model, *out, "--attention", "flash_attention_2")
    assert "FlashAttention 2 needs" in flash
    assert "none.jsonl cannot be read" in refused("critic", tmp_path / "none.jsonl", *model, *out)
    assert not (tmp_path / "out").exists()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "file").touch()
    assert "holds something already" in refused("sft", data, *model, *out)


def test_a_missing_extra_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] == "accelerate":
            raise ModuleNotFoundError("No module named 'accelerate'", name="accelerate")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    said = refused("sft", tmp_path / "data.jsonl", "--out", tmp_path / "out")
    assert said == "Training needs the package accelerate: pip install 'formalmath[train]'."


def weights(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    return dict(load_file(folder / "model.safetensors"))


def test_the_command_is_light_to_import() -> None:
    probe = "import sys, training.learning.command; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_configuration_for_large_models_is_one_that_accelerate_reads() -> None:
    from accelerate.commands.config.config_args import ClusterConfig

    file = ran("fsdp").strip()
    config = ClusterConfig.from_yaml_file(file)
    assert config.distributed_type == "FSDP"
    assert config.fsdp_config["fsdp_version"] == 2


def torchrun(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--nproc-per-node", "2", "-m", "tests.train_here", *map(str, args)]
    return subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=RUN_S,
    )


def alike(one: Path, other: Path) -> None:
    first, second = TrainingSummary.load(one), TrainingSummary.load(other)
    assert first is not None
    assert second is not None
    assert (first.processes, second.processes) == (1, 2)
    assert (first.steps, first.items) == (second.steps, second.items)
    assert second.loss == pytest.approx(first.loss, rel=1e-5)
    assert second.held_out_loss == pytest.approx(first.held_out_loss, rel=1e-4)
    ours, theirs = weights(one), weights(other)
    assert all(torch.allclose(ours[name], theirs[name], atol=1e-3) for name in ours)


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["packed", "padded"])
def test_two_processes_learn_what_one_does(start: Path, tmp_path: Path, layout: str) -> None:
    data = write_conversations(tmp_path / "data.jsonl", 60)
    # Three micro-batches a step: one of the processes has nothing to do in the second round.
    common = ["sft", data, "--model", start, "--length", "64", "--rows", "1", "--batch", "3"]
    common += ["--learning-rate", "0.01", "--layout", layout]
    ran(*common, "--out", tmp_path / "one")
    done = torchrun(*common, "--out", tmp_path / "two")
    assert done.returncode == 0, done.stderr[-2000:]
    alike(tmp_path / "one", tmp_path / "two")


@pytest.mark.slow
@pytest.mark.timeout(4 * RUN_S)
@pytest.mark.parametrize(
    "adapters", [[], ["--lora", "--merge", "--lora-dropout", "0"]], ids=["whole", "lora"]
)
def test_a_sharded_model_learns_what_a_whole_one_does_and_goes_on(
    start: Path, tmp_path: Path, adapters: list[str]
) -> None:
    data = write_conversations(tmp_path / "data.jsonl", 60)
    common = ["sft", data, "--model", start, "--length", "64", "--rows", "1", "--batch", "3"]
    common += ["--learning-rate", "0.01", "--save-steps", "3", *adapters]
    ran(*common, "--out", tmp_path / "one")
    killed = torchrun(*common, "--out", tmp_path / "two", SHARDED="1", KILLED_AT="7")
    assert killed.returncode != 0
    kept = tmp_path / "two" / "training" / "checkpoints" / "step-00000006"
    assert (kept / "pytorch_model_fsdp_0").is_dir(), killed.stderr[-2000:]
    done = torchrun(*common, "--out", tmp_path / "two", "--resume", SHARDED="1")
    assert done.returncode == 0, done.stderr[-2000:]
    alike(tmp_path / "one", tmp_path / "two")
