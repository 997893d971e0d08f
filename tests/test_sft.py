"""Fine-tuning from a file to a folder that generates."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from formalmath.errors import InputError
from tests.training_world import conversation, tiny_folder, write_conversations
from training.learning.conversations import conversations
from training.learning.loop import LoopConfig
from training.learning.model_folder import LoRAConfig, chosen_attention
from training.learning.sft import SFTConfig, train_policy
from training.learning.summary import TrainingSummary

torch = pytest.importorskip("torch")
torch.set_num_threads(1)

TINY = SFTConfig(
    loop=LoopConfig(learning_rate=0.01),
    epochs=6,
    length=64,
    rows=2,
    batch=4,
    held_out=0.1,
)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_folder(tmp_path_factory.mktemp("start"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_conversations(tmp_path_factory.mktemp("data") / "data.jsonl", 100)


def reply(folder: Path, prompt: str) -> str:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder)
    messages = conversation(prompt, "")["messages"][:1]
    text = tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
    given = tokenizer(text, add_special_tokens=False, return_tensors="pt")
    made = model.generate(**given, max_new_tokens=16, do_sample=False)[0]
    return str(tokenizer.decode(made[given["input_ids"].shape[1] :]))


def weights(folder: Path) -> dict[str, Any]:
    from safetensors.torch import load_file

    return dict(load_file(folder / "model.safetensors"))


@pytest.mark.parametrize("layout", ["packed", "padded"])
def test_a_model_learns_and_its_folder_generates(
    start: Path, data: Path, tmp_path: Path, layout: str
) -> None:
    config = replace(TINY, layout=layout)
    summary = train_policy(data, start, tmp_path / "out", config)
    assert (summary.stopped, summary.examples, summary.left_out) == ("finished", 90, 0)
    assert summary.held_out_loss < 2.0 < 5.5, "untrained, it is log 259"
    assert TrainingSummary.load(tmp_path / "out") == summary
    assert not (tmp_path / "out" / "training" / "checkpoints").exists()
    answer = reply(tmp_path / "out", "a 3")
    assert set(answer.removesuffix("<|im_end|>")) <= set("abc<|im_end|>")


def test_prompts_are_learnt_where_asked(start: Path, data: Path, tmp_path: Path) -> None:
    config = replace(TINY, epochs=1)
    answers = train_policy(data, start, tmp_path / "answers", config)
    everything = train_policy(data, start, tmp_path / "all", replace(config, prompts=True))
    assert everything.items > answers.items, "tokens that the loss is on"
    assert everything.held_out_loss != answers.held_out_loss
    untrained = replace(TINY, epochs=0.01, loop=LoopConfig(learning_rate=0.0))
    held_out = [
        train_policy(data, start, tmp_path / f"{prompts}", replace(untrained, prompts=prompts))
        for prompts in (False, True)
    ]
    assert held_out[0].held_out_loss == held_out[1].held_out_loss, "measured alike"


def test_a_stopped_training_goes_on_and_a_finished_one_stays(
    start: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = replace(TINY, epochs=1, loop=replace(TINY.loop, save_steps=2))
    train_policy(data, start, tmp_path / "straight", config)

    def failed(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("transformers.LlamaForCausalLM.save_pretrained", failed)
        with pytest.raises(Exception, match="could not be written"):
            train_policy(data, start, tmp_path / "out", config)
    with pytest.raises(InputError, match=r"holds something already. Go on .* by --resume"):
        train_policy(data, start, tmp_path / "out", config)
    assert (tmp_path / "out" / "training" / "checkpoints").is_dir()
    first = train_policy(data, start, tmp_path / "out", config, resume=True)
    one, other = weights(tmp_path / "straight"), weights(tmp_path / "out")
    assert all(torch.equal(one[name], other[name]) for name in one)
    assert train_policy(data, start, tmp_path / "out", config, resume=True) == first


def test_adapters_alone_and_added(start: Path, data: Path, tmp_path: Path) -> None:
    lora = LoRAConfig(rank=4, alpha=8)
    alone = train_policy(data, start, tmp_path / "alone", replace(TINY, lora=lora))
    assert alone.accuracy > 0.5
    assert alone.parameters < 6000
    assert (tmp_path / "alone" / "adapter_config.json").is_file()
    assert not (tmp_path / "alone" / "model.safetensors").exists()
    merged = replace(TINY, lora=replace(lora, merge=True))
    train_policy(data, start, tmp_path / "merged", merged)
    assert not (tmp_path / "merged" / "adapter_config.json").exists()
    assert weights(tmp_path / "merged").keys() == weights(start).keys()
    assert reply(tmp_path / "merged", "a 3") == reply(tmp_path / "alone", "a 3")


def test_what_is_too_long_is_counted(start: Path, tmp_path: Path) -> None:
    file = tmp_path / "data.jsonl"
    records = [conversation("a 1", "a"), conversation("b", "b" * 100), conversation("c 1", "c")]
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    summary = train_policy(file, start, tmp_path / "out", replace(TINY, epochs=1, held_out=0.0))
    assert (summary.examples, summary.left_out) == (2, 1)
    assert summary.held_out_loss != summary.held_out_loss, "NaN: nothing is held out"
    with pytest.raises(InputError, match=r"None of the 3 conversations .* fits 8 tokens"):
        train_policy(file, start, tmp_path / "none", replace(TINY, length=8))


def test_a_folder_of_built_data_is_read(tmp_path: Path) -> None:
    write_conversations(tmp_path / "train.jsonl", 3)
    assert len(conversations(tmp_path)) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no conversation"),
        ("{", "line 1 is no JSON"),
        ("[1]", "line 1 is no JSON object"),
        ('{"text": "a"}', "record 1: no conversation with an assistant"),
        ('{"messages": [{"role": "user", "content": "a"}]}', "record 1: no conversation"),
        ('{"messages": ["a"]}', "record 1: no conversation"),
    ],
)
def test_what_is_no_conversation_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "data.jsonl").write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        conversations(tmp_path / "data.jsonl")


def test_a_model_that_is_not_there_is_said(data: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"cannot be loaded.*\nGive the folder"):
        train_policy(data, tmp_path / "empty", tmp_path / "out", TINY)
    assert not (tmp_path / "out").exists()


def test_a_mask_does_not_widen_a_sliding_window(start: Path, data: Path, tmp_path: Path) -> None:
    from transformers import MistralConfig, MistralForCausalLM

    sizes = {"vocab_size": 259, "hidden_size": 16, "intermediate_size": 16}
    layers = {"num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 1}
    MistralForCausalLM(MistralConfig(**sizes, **layers, sliding_window=32)).save_pretrained(
        tmp_path / "m"
    )
    for file in start.glob("*token*"):
        (tmp_path / "m" / file.name).write_bytes(file.read_bytes())
    with pytest.raises(InputError, match=r"goes back 32 tokens. Give --length 32 at most"):
        train_policy(data, tmp_path / "m", tmp_path / "out", TINY)


def test_flash_attention_is_chosen_where_it_runs() -> None:
    def chosen(asked: str = "auto", gpu: bool = True, half: bool = True, flash: bool = True) -> str:
        return chosen_attention(asked, gpu, half, flash)

    assert chosen() == chosen("flash_attention_2") == "flash_attention_2"
    assert chosen(gpu=False) == chosen(half=False) == chosen(flash=False) == "sdpa"
    assert chosen("eager") == "eager"
    for lacking, needs in (("gpu", "a GPU"), ("half", "bf16"), ("flash", "pip install")):
        with pytest.raises(InputError, match=f"FlashAttention 2 needs {needs}"):
            chosen("flash_attention_2", **{lacking: False})
