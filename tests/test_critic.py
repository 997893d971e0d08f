"""A critic learns which of two states is the better one."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from formalmath.errors import InputError
from tests.training_world import tiny_folder, write_pairs
from training.learning.critic import CriticConfig, Pair, Preference, train_critic
from training.learning.loop import LoopConfig
from training.learning.model_folder import LoRAConfig

torch = pytest.importorskip("torch")
torch.set_num_threads(1)

TINY = CriticConfig(
    loop=LoopConfig(learning_rate=0.01), epochs=4, length=64, rows=4, batch=4, held_out=0.1
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_folder(tmp_path_factory.mktemp("start"))


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("data") / "pairs.jsonl", 150)


def values(folder: Path, *states: str) -> list[float]:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(folder)
    given = tokenizer(list(states), return_tensors="pt", padding=True, truncation=True)
    with torch.no_grad():
        return [float(value) for value in model(**given).logits[:, 0]]


def test_a_critic_learns_and_its_folder_values_states(
    start: Path, pairs: Path, tmp_path: Path
) -> None:
    summary = train_critic(pairs, start, tmp_path / "out", TINY)
    assert summary.examples == 135, "five of fifty theorems, of three pairs each, are held out"
    assert summary.accuracy >= 0.9
    assert summary.held_out_loss < 0.4 < math.log(2), "which it is without an opinion"
    few, many = values(tmp_path / "out", "h ⊢ p", "h h h h h h ⊢ p")
    assert few > many
    alone = values(tmp_path / "out", "h ⊢ p")
    assert alone[0] == pytest.approx(few, abs=1e-5), "padding has no say"
    # What is too long loses its beginning, as in training.
    assert values(tmp_path / "out", "x" * 90 + "h ⊢ p") == pytest.approx(
        values(tmp_path / "out", "x" * 57 + "h ⊢ p"), abs=1e-5
    )


def test_the_loss_is_that_of_bradley_and_terry() -> None:
    import numpy as np

    class Length(torch.nn.Module):
        """Values a state at half its number of tokens."""

        def __init__(self) -> None:
            super().__init__()
            self.scale = torch.nn.Parameter(torch.tensor(0.5))

        def forward(self, input_ids: Any, attention_mask: Any, use_cache: bool) -> Any:
            assert ((input_ids == 9) == (attention_mask == 0)).all()
            value = attention_mask.sum(-1, keepdim=True) * self.scale
            return type("Output", (), {"logits": value})

    def pair(better: int, worse: int) -> Pair:
        return Pair(np.zeros(better, np.int32), np.zeros(worse, np.int32))

    given = [pair(4, 2), pair(1, 3), pair(2, 2)]
    objective = Preference(given, given[:1], CriticConfig(length=64), pad=9)
    assert objective.steps == 1
    (batch,) = objective.step(0)
    measured = objective.loss(Length(), batch)
    expected = [math.log1p(math.exp(-difference)) for difference in (1, -1, 0)]
    assert measured.loss.item() == pytest.approx(sum(expected))
    assert (int(measured.right), batch.count) == (1, 3)
    assert [aside.count for aside in objective.held_out()] == [1]


def test_adapters_are_added_and_a_config_is_a_start(
    start: Path, pairs: Path, tmp_path: Path
) -> None:
    quick = replace(TINY, epochs=1)
    lora = replace(quick, lora=LoRAConfig(rank=4, alpha=8))
    summary = train_critic(pairs, start, tmp_path / "lora", lora)
    assert summary.parameters < 6000
    assert not (tmp_path / "lora" / "adapter_config.json").exists()
    assert len(values(tmp_path / "lora", "h ⊢ p")) == 1
    bare = tmp_path / "bare"
    bare.mkdir()
    for file in start.iterdir():
        if file.suffix != ".safetensors":
            (bare / file.name).write_bytes(file.read_bytes())
    assert train_critic(pairs, bare, tmp_path / "new", quick).parameters > 5000
    assert (tmp_path / "new" / "model.safetensors").is_file()


def test_with_one_theorem_nothing_is_held_out(start: Path, tmp_path: Path) -> None:
    pairs = write_pairs(tmp_path / "pairs.jsonl", 3)
    summary = train_critic(pairs, start, tmp_path / "out", replace(TINY, held_out=0.9))
    assert summary.examples == 3
    assert math.isnan(summary.accuracy)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no pair"),
        ('{"better": "p", "worse": "q"}', "record 1 is no pair"),
        ('{"better": "p", "worse": "", "name": "t"}', "record 1 is no pair"),
    ],
)
def test_what_is_no_pair_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "pairs.jsonl").write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        train_critic(tmp_path / "pairs.jsonl", tmp_path, tmp_path / "out", TINY)
