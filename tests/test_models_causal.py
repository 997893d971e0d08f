"""A causal model's numbers, held to a plain forward pass over one text at a time."""

from __future__ import annotations

import itertools
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from transformers import (
    BloomConfig,
    BloomForCausalLM,
    GPT2Config,
    GPT2LMHeadModel,
    MambaConfig,
    MambaForCausalLM,
    Qwen2Config,
    Qwen2ForCausalLM,
)

from formalmath.errors import InputError
from search.models import scoring
from search.models.causal import LONGEST, CausalModel
from search.models.decoding import Decoding, Mode, decode
from search.models.prefix import MOST_PADDED, MOST_TOKENS, Tokens, batches
from search.models.prompts import TacticPrompts
from search.models.scoring import score
from tests.model_world import SHAPE, make_causal, make_tokenizer, plain_log_prob

torch.set_num_threads(1)

STATES = [
    "n : ℕ\nh : 0 < n\n⊢ n + 0 = n",
    "x y : ℝ\nh₀ : x + y = 1\n⊢ x = 1 - y",
    "⊢ p",
]
TACTICS = ["norm_num", "norm_num [h]", "simp", "simp only [h]", "exact h.1", "nlinarith [h]"]


@pytest.fixture(scope="module")
def tokenizer():
    return make_tokenizer()


@pytest.fixture(scope="module")
def model(tokenizer):
    return make_causal(tokenizer)


@pytest.fixture(scope="module")
def causal(tokenizer, model) -> CausalModel:
    return CausalModel(tokenizer, model)


@pytest.fixture(scope="module")
def prompts(tokenizer) -> TacticPrompts:
    return TacticPrompts(tokenizer)


def questions(prompts: TacticPrompts) -> tuple[list[Tokens], list[list[Tokens]]]:
    answers = [[prompts.answer(t) for t in TACTICS], [prompts.answer("simp")], []]
    return [prompts.prompt(state, 200) for state in STATES], answers


def test_scores_are_those_of_one_text_at_a_time(model, prompts):
    asked, answers = questions(prompts)
    found = score(model, asked, answers)
    for prompt, some, values in zip(asked, answers, found, strict=True):
        assert values == pytest.approx([plain_log_prob(model, prompt, a) for a in some], abs=1e-4)
    assert len({round(value, 2) for value in found[0]}) == len(TACTICS)


def test_scores_do_not_depend_on_what_else_is_asked(model, prompts):
    asked, answers = questions(prompts)
    together = score(model, asked, answers)
    for prompt, some, values in zip(asked, answers, together, strict=True):
        alone = [score(model, [prompt], [[answer]])[0][0] for answer in some]
        assert values == pytest.approx(alone, abs=1e-4)


def test_continuations_in_many_pieces_score_the_same(model, prompts, monkeypatch):
    asked, answers = questions(prompts)
    whole = score(model, asked, answers)
    monkeypatch.setattr(scoring, "MOST_LOGITS", 1)
    monkeypatch.setattr(scoring, "_FEWEST", 6)
    for ours, theirs in zip(score(model, asked, answers), whole, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-4)


def test_a_continuation_of_nothing_is_certain_and_all_of_one_token_sum_to_one(model, prompts):
    prompt = prompts.prompt(STATES[0], 200)
    size = model.config.vocab_size
    found = score(model, [prompt], [[(), *((token,) for token in range(size))]])[0]
    assert found[0] == 0.0
    assert math.fsum(map(math.exp, found[1:])) == pytest.approx(1.0, abs=1e-5)


def test_a_beginning_that_is_common_is_read_once(model, prompts):
    seen = []

    class Counting:
        device, dtype, config = model.device, model.dtype, model.config

        def __call__(self, **how):
            seen.append(how["input_ids"].numel())
            return model(**how)

    prompt = prompts.prompt(STATES[0], 200)
    answers = [prompts.answer(tactic) for tactic in ("simp", "simp only [h]")]
    score(Counting(), [prompt], [answers])
    # What nothing follows is not read; `simp` is read once.
    assert seen == [len(prompt), len(set(answers[0][:-1]) | set(answers[1][:-1]))]


def test_states_and_tactics_become_what_the_template_makes_of_them(tokenizer, prompts):
    tokens = (*prompts.prompt(STATES[0], 200), *prompts.answer("simp only [h]"))
    assert tokenizer.decode(tokens) == (
        "<|user|>Given the Lean 4 tactic state, suggest a next tactic:\n" + STATES[0] + "<|end|>"
        "<|assistant|>simp only [h]<|end|>"
    )
    assert prompts.text(prompts.answer("simp only [h]")) == "simp only [h]"


def test_an_end_that_the_template_does_not_write_is_added(tokenizer):
    other = make_tokenizer()
    other.chat_template = (
        "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}"
        "{% if add_generation_prompt %}assistant: {% endif %}"
    )
    made = TacticPrompts(other)
    assert other.decode(made.answer("simp")) == "simp\n<|end|>"
    assert made.text(made.answer("simp")) == "simp"


def test_a_state_that_is_too_long_keeps_its_goal(tokenizer, prompts):
    lines = [f"h{i} : n + {i} = {i}" for i in range(100)]
    tokens = prompts.prompt("\n".join([*lines, "⊢ n + 0 = n"]), 200)
    text = tokenizer.decode(tokens)
    assert 150 < len(tokens) <= 200
    assert text.startswith("<|user|>Given the Lean 4 tactic state, suggest a next tactic:\nh")
    assert "h99 : n + 99 = 99\n⊢ n + 0 = n<|end|><|assistant|>" in text


def test_a_goal_that_is_too_long_loses_its_beginning(tokenizer, prompts):
    tokens = prompts.prompt("⊢ " + "x + " * 300 + "y = 1", 100)
    assert len(tokens) <= 100
    assert tokenizer.decode(tokens).endswith("x + x + y = 1<|end|><|assistant|>")
    with pytest.raises(InputError, match="too few for any state"):
        prompts.prompt("⊢ x = 1", 10)


def test_a_goal_of_characters_that_take_several_tokens_becomes_short_enough(prompts):
    goal = "⊢ " + "𝕜 ≤ ∑ ∈ ⟨ℕ⟩ " * 60
    for room in range(60, 80):
        assert room - 10 < len(prompts.prompt(goal, room)) <= room


def test_a_tokenizer_without_a_template_is_refused(model):
    bare = make_tokenizer()
    bare.chat_template = None
    with pytest.raises(InputError, match="no chat template"):
        CausalModel(bare, model)


def test_a_long_tactic_goes_by_its_first_tokens(causal):
    long = "simp only [" + "h, " * 300 + "h]"
    [[(value, tokens), (other, same)]] = causal.score([STATES[0]], [[long, long + " at h"]])
    assert tokens == same == min(LONGEST, causal.window // 2)
    assert value == pytest.approx(other)


@pytest.mark.parametrize("mode", list(Mode))
def test_what_is_made_has_its_true_log_probability(tokenizer, model, prompts, mode):
    asked = [prompts.prompt(state, 200) for state in STATES]
    ends = {tokenizer.eos_token_id, 17, 33, 50, 60, 70}  # so that many end
    how = Decoding(6, mode, temperature=0.7, top_p=0.9, tokens=12)
    made = decode(model, asked, how, ends, [1, 2, 3])
    for prompt, some in zip(asked, made, strict=True):
        assert len(some) == 6
        for each in some:
            plain = plain_log_prob(model, prompt, each.tokens)
            assert each.log_prob == pytest.approx(plain, abs=1e-3)
            assert each.ended == (each.tokens[-1] in ends)
            assert not ends & set(each.tokens[:-1])
    assert any(each.ended for some in made for each in some)


@pytest.mark.parametrize("mode", list(Mode))
def test_what_is_made_depends_on_state_and_seed_only(causal, mode):
    how = Decoding(4, mode, tokens=8)
    together = causal.generate(STATES, how, [5, 5, 6])
    alone = [causal.generate([s], how, [n])[0] for s, n in zip(STATES, [5, 5, 6], strict=True)]
    for ours, theirs in zip(together, alone, strict=True):
        assert [each.tactic for each in ours] == [each.tactic for each in theirs]
    other = causal.generate(STATES, how, [6, 6, 7])
    assert (other != together) == (mode is Mode.SAMPLE)


def test_samples_are_drawn_as_the_model_says(model, prompts):
    prompt = prompts.prompt(STATES[0], 200)
    size = model.config.vocab_size
    truth = [math.exp(v) for v in score(model, [prompt], [[(t,) for t in range(size)]])[0]]
    made = decode(model, [prompt], Decoding(4000, tokens=1), (), [0])[0]
    drawn = [each.tokens[0] for each in made]
    for token in sorted(range(size), key=lambda t: -truth[t])[:5]:
        assert drawn.count(token) / 4000 == pytest.approx(truth[token], abs=0.03)


def test_top_p_and_temperature_leave_only_what_is_likely(model, prompts):
    prompt = prompts.prompt(STATES[0], 200)
    size = model.config.vocab_size
    truth = score(model, [prompt], [[(token,) for token in range(size)]])[0]
    best = max(range(size), key=lambda token: truth[token])
    for how in (Decoding(50, tokens=1, top_p=1e-6), Decoding(50, tokens=1, temperature=0.0)):
        made = decode(model, [prompt], how, (), [0])[0]
        assert {each.tokens for each in made} == {(best,)}
        assert made[0].log_prob == pytest.approx(truth[best], abs=1e-4)
    ranked = sorted(truth, reverse=True)
    half = next(i for i in range(size) if math.fsum(map(math.exp, ranked[: i + 1])) >= 0.5) + 1
    made = decode(model, [prompt], Decoding(2000, tokens=1, top_p=0.5), (), [0])[0]
    assert len({each.tokens for each in made}) == half


def test_beams_find_the_likeliest_of_all(model, prompts):
    prompt = prompts.prompt(STATES[2], 200)
    size = model.config.vocab_size
    pairs = list(itertools.product(range(size), repeat=2))
    values = score(model, [prompt], [pairs])[0]
    best = max(zip(values, pairs, strict=True))
    made = decode(model, [prompt], Decoding(size, Mode.BEAM, tokens=2), (), [0])[0]
    top = max(made, key=lambda each: each.log_prob)
    assert top.tokens == best[1]
    assert top.log_prob == pytest.approx(best[0], abs=1e-4)


@given(st.lists(st.integers(1, 4000), max_size=30), st.integers(1, 16))
def test_batches_hold_everything_once_and_little_padding(lengths, rows):
    made = list(batches(lengths, rows))
    assert sorted(place for batch in made for place in batch) == list(range(len(lengths)))
    for batch in made:
        padded = len(batch) * max(lengths[place] for place in batch)
        assert len(batch) == 1 or padded * rows <= MOST_TOKENS
        assert padded <= MOST_PADDED * sum(lengths[place] for place in batch)


def test_the_window_is_the_smallest_of_what_the_model_says(tokenizer):
    assert CausalModel(tokenizer, make_causal(tokenizer)).window == 256
    assert CausalModel(tokenizer, make_causal(tokenizer, max_position_embeddings=128)).window == 128


def test_a_model_that_takes_no_mask_of_a_tree_is_refused(tokenizer, causal):
    causal.check("llama")
    shape = {"vocab_size": len(tokenizer), "eos_token_id": 1, "pad_token_id": 0}
    small = {**shape, "hidden_size": 32, "num_hidden_layers": 2}
    others = [
        MambaForCausalLM(MambaConfig(**small, state_size=4)),
        BloomForCausalLM(BloomConfig(**shape, hidden_size=32, n_layer=2, n_head=2)),
    ]
    for other in others:
        torch.nn.init.normal_(other.get_input_embeddings().weight, std=1.0)
        with pytest.raises(InputError, match="cannot rank tactics"):
            CausalModel(tokenizer, other.eval()).check("other")


def test_models_of_other_kinds_rank_too(tokenizer, prompts):
    asked, answers = questions(prompts)
    shape = {"vocab_size": len(tokenizer), "eos_token_id": 1, "pad_token_id": 0, "bos_token_id": 1}
    torch.manual_seed(0)
    others = [
        GPT2LMHeadModel(GPT2Config(**shape, n_embd=32, n_layer=2, n_head=2, n_positions=256)),
        Qwen2ForCausalLM(Qwen2Config(**shape, **SHAPE)),
    ]
    for other in others:
        CausalModel(tokenizer, other.eval()).check("other")
        found = score(other, asked, answers)[0]
        plain = [plain_log_prob(other, asked[0], answer) for answer in answers[0]]
        assert found == pytest.approx(plain, abs=1e-4)
