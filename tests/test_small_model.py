"""The small model: its tokenizer loses nothing, its files are the same each time and load."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.errors import InputError
from training.learning.small_model import ROLES, SmallModelConfig, make_small_model

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

TINY = SmallModelConfig(vocabulary=400, hidden=32, layers=2, heads=2, positions=128)
TEXTS = [
    "x y : ℝ\nh₀ : x + y = 7\nh✝ : 0 < x\n⊢ x ^ 2 + y ^ 2 ≥ 0",
    "rw [Finset.sum_congr rfl fun i hi => ?_, Nat.add_comm]",
    "rcases h with ⟨k, rfl⟩ <;> exact ⟨_, mul_comm _ _⟩",
    "nlinarith [sq_nonneg (x - y), sq_nonneg (x + y), 3.14]",
] * 3
MESSAGES = [
    {"role": "system", "content": "You prove."},
    {"role": "user", "content": "⊢ 1 + 1 = 2"},
    {"role": "assistant", "content": "norm_num"},
    {"role": "environment", "content": "no goals"},
    {"role": "assistant", "content": "done"},
]


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_small_model(iter(TEXTS), tmp_path_factory.mktemp("small") / "model", TINY)


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> Any:
    return transformers.AutoTokenizer.from_pretrained(folder)


LEAN = st.text(
    st.sampled_from("abx yz \n\t.,_'₀₁ℝℕ⊢✝⟨⟩∀∃λπ∑∏≤≠↑⁻¹«»🙂|<>end") | st.characters(codec="utf-8")
)


@given(text=LEAN)
def test_the_tokenizer_loses_nothing(tokenizer: Any, text: str) -> None:
    assert tokenizer.decode(tokenizer.encode(text)) == text


def test_words_of_the_texts_are_single_tokens(tokenizer: Any) -> None:
    assert tokenizer.tokenize("Finset.sum_congr 12") == ["Finset", ".sum", "_congr", "Ġ", "1", "2"]


def test_conversations_have_a_token_for_each_role_and_end(tokenizer: Any) -> None:
    text = tokenizer.apply_chat_template(MESSAGES, tokenize=False)
    assert text == "".join(f"<|{m['role']}|>{m['content']}<|end|>" for m in MESSAGES)
    assert all(len(tokenizer.encode(f"<|{role}|>")) == 1 for role in ROLES)
    asked = tokenizer.apply_chat_template(MESSAGES[:2], tokenize=False, add_generation_prompt=True)
    assert asked == text[: len(asked)]
    assert asked.endswith("<|assistant|>")
    made = tokenizer.apply_chat_template(
        MESSAGES, return_dict=True, return_assistant_tokens_mask=True
    )
    said = [t for t, mine in zip(made["input_ids"], made["assistant_masks"], strict=True) if mine]
    assert tokenizer.decode(said) == "norm_num<|end|>done<|end|>"


def test_it_loads_and_generates_the_same_alone_and_in_a_batch(folder: Path, tokenizer: Any) -> None:
    model = transformers.AutoModelForCausalLM.from_pretrained(folder).eval()
    assert model.get_input_embeddings().weight is model.get_output_embeddings().weight
    assert model.config.vocab_size == len(tokenizer) <= TINY.vocabulary
    texts = ["⊢ 1 + 1 = 2", "h₀ : x + y = 7\n⊢ x = 7 - y"]
    how = {"do_sample": False, "max_new_tokens": 5}
    batch = tokenizer(texts, return_tensors="pt", padding=True)
    assert batch["input_ids"][0, 0] == tokenizer.pad_token_id
    together = model.generate(**batch, **how)
    for row, text in zip(together, texts, strict=True):
        alone = model.generate(**tokenizer(text, return_tensors="pt"), **how)[0]
        assert row[-5:].tolist() == alone[-5:].tolist()


def test_the_same_texts_and_seed_give_the_same_files(folder: Path, tmp_path: Path) -> None:
    def digests(path: Path) -> dict[str, str]:
        files = sorted(path.iterdir())
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    torch.manual_seed(7)
    before = torch.random.get_rng_state()
    again = make_small_model(TEXTS, tmp_path / "again", TINY)
    assert torch.equal(torch.random.get_rng_state(), before)
    assert digests(again) == digests(folder)
    assert {"config.json", "model.safetensors", "tokenizer.json"} <= digests(folder).keys()


def test_it_does_not_overwrite(folder: Path) -> None:
    with pytest.raises(InputError, match="is there already"):
        make_small_model(TEXTS, folder, TINY)


@pytest.mark.parametrize(
    ("config", "why"),
    [
        (SmallModelConfig(vocabulary=100), "too small"),
        (SmallModelConfig(hidden=250), "do not divide"),
    ],
)
def test_sizes_that_do_not_fit(tmp_path: Path, config: SmallModelConfig, why: str) -> None:
    with pytest.raises(InputError, match=why):
        make_small_model(TEXTS, tmp_path / "model", config)
    assert not list(tmp_path.iterdir())
