"""What a model is shown: which tokens are learnt, and that sequences in a row do not meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formalmath.errors import InputError
from formalmath.informal.chat import Message
from tests.training_world import PLAIN, tiny_model, tiny_tokenizer
from training.learning.chat_tokens import Tokens, tokenised
from training.learning.course import Course
from training.learning.packing import IGNORED, batch_of, bucketed, model_inputs, packed
from training.learning.sft import NextToken, SFTConfig

torch = pytest.importorskip("torch")
torch.set_num_threads(1)

Lengths = st.lists(st.integers(2, 40), min_size=1, max_size=60)


def turns(*said: str) -> list[Message]:
    roles = ("user", "assistant")
    return [Message(roles[n % 2], text) for n, text in enumerate(said)]


def one(tokenizer: Any, messages: Sequence[Message], length: int = 1000) -> Tokens:
    found = tokenised(tokenizer, [messages], length)[0]
    assert found is not None
    return found


def said(tokenizer: Any, tokens: Tokens) -> str:
    return str(tokenizer.decode(tokens.ids[tokens.learnt]))


@given(Lengths, st.integers(0, 3))
def test_every_sequence_is_in_one_row_and_no_row_is_too_long(lengths: list[int], seed: int) -> None:
    rows = packed(lengths, 50, (seed,))
    assert sorted(item for row in rows for item in row) == list(range(len(lengths)))
    assert all(sum(lengths[item] for item in row) <= 50 for row in rows)
    assert rows == packed(lengths, 50, (seed,))
    # No two rows fit into one, as the shorter would have been put in the other.
    fills = sorted(sum(lengths[item] for item in row) for row in rows)
    assert len(fills) < 2 or fills[0] + fills[1] > 50


@given(Lengths, st.integers(0, 3))
def test_every_sequence_is_in_one_bucket(lengths: list[int], seed: int) -> None:
    batches = bucketed(lengths, 80, (seed,))
    assert sorted(n for rows in batches for (n,) in rows) == list(range(len(lengths)))
    for rows in batches:
        assert len(rows) == 1 or len(rows) * max(lengths[n] for (n,) in rows) <= 80


@given(Lengths, st.sampled_from(["packed", "padded"]), st.integers(1, 3))
def test_an_epoch_sees_all_and_each_has_as_many_steps(
    lengths: list[int], layout: str, per_step: int
) -> None:
    course = Course(lengths, layout, 40, 2, 2 * per_step, epochs=3, seed=1)
    for epoch in range(3):
        steps = range(epoch * course.steps_an_epoch, (epoch + 1) * course.steps_an_epoch)
        seen = {n for step in steps for rows in course.step(step) for row in rows for n in row}
        assert seen == set(range(len(lengths)))
    assert course.steps == 3 * course.steps_an_epoch
    assert course.step(1) == Course(lengths, layout, 40, 2, 2 * per_step, 3, 1).step(1)


def test_a_sequence_longer_than_a_row_is_refused() -> None:
    with pytest.raises(ValueError, match="51 tokens in rows of 50"):
        packed([3, 51], 50, (0,))


def test_what_the_assistant_says_is_learnt_up_to_the_end_of_its_turn() -> None:
    tokenizer = tiny_tokenizer()
    tokens = one(tokenizer, turns("1 + 1?", "2", "2 + 2?", "4"))
    assert said(tokenizer, tokens) == "2<|im_end|>4<|im_end|>"
    assert tokens.learnt[-1], "nothing after the end of the last turn is kept"
    asked = [message.record() for message in turns("1 + 1?", "2", "2 + 2?")]
    prompt = tokenizer.apply_chat_template(asked, add_generation_prompt=True, tokenize=False)
    assert tokenizer.decode(tokens.ids).startswith(prompt)


def test_a_template_that_does_not_end_turns_gets_an_end() -> None:
    tokenizer = tiny_tokenizer(PLAIN)
    tokens = one(tokenizer, turns("1 + 1?", "2"))
    assert tokenizer.decode(tokens.ids) == "Q: 1 + 1?\nA: 2\n<|im_end|>"
    assert said(tokenizer, tokens) == " 2\n<|im_end|>"


def test_a_template_that_rewrites_what_was_said_is_refused() -> None:
    forgetful = "{{ messages[-1]['role'] }}: {{ messages[-1]['content'] }}"
    with pytest.raises(InputError, match="writes earlier messages anew"):
        tokenised(tiny_tokenizer(forgetful), [turns("a question", "an answer")], 100)
    with pytest.raises(InputError, match="no chat template"):
        tokenised(tiny_tokenizer(""), [turns("a", "b")], 100)
    failing = "{{ raise_exception('no such role') }}"
    with pytest.raises(InputError, match="of the roles user, assistant: no such role"):
        tokenised(tiny_tokenizer(failing), [turns("a", "b")], 100)


def test_a_long_state_loses_hypotheses_from_the_top() -> None:
    tokenizer = tiny_tokenizer()
    state = "\n".join(["Suggest:", *(f"h{n} : p" for n in range(9)), "⊢ p"])
    whole = one(tokenizer, turns(state, "rfl"))
    assert not whole.cut
    length = len(whole.ids) - 10
    cut = one(tokenizer, turns(state, "rfl"), length)
    assert cut.cut
    assert len(cut.ids) <= length
    text = tokenizer.decode(cut.ids)
    assert "Suggest:\nh2 : p" in text, "two lines of seven tokens are the fewest that do"
    assert said(tokenizer, cut) == "rfl<|im_end|>"


def test_what_cannot_be_cut_with_sense_is_left_out() -> None:
    tokenizer = tiny_tokenizer()
    given = [turns("line\n" * 30, "2"), turns("1 + 1?", "2"), turns("Say:\n⊢ p", "x" * 200)]
    assert [found is None for found in tokenised(tokenizer, given, 60)] == [True, False, True]


def some_items(lengths: Sequence[int], seed: int) -> list[Tokens]:
    draw = np.random.default_rng(seed)
    items = []
    for length in lengths:
        learnt = draw.random(length) < 0.5
        learnt[-1] = True
        items.append(Tokens(draw.integers(0, 256, length).astype(np.int32), learnt))
    return items


def summed(items: Sequence[Tokens], rows: Sequence[tuple[int, ...]], attention: str) -> float:
    objective = NextToken(items, (), SFTConfig(length=64), attention)
    return float(objective.loss(tiny_model(attention), batch_of(items, rows)).loss.detach())


@settings(max_examples=6, deadline=None)
@given(
    st.lists(st.integers(2, 20), min_size=1, max_size=8),
    st.sampled_from(["sdpa", "eager"]),
    st.integers(0, 100),
)
def test_the_loss_of_a_pack_is_that_of_its_sequences(
    lengths: list[int], attention: str, seed: int
) -> None:
    items = some_items(lengths, seed)
    rows = packed(lengths, 32, (seed,))
    alone = [summed(items, [(n,)], attention) for n in range(len(items))]
    assert summed(items, rows, attention) == pytest.approx(sum(alone), rel=1e-5)
    padded = [(n,) for n in range(len(items))]
    assert summed(items, padded, attention) == pytest.approx(sum(alone), rel=1e-5)
    assert batch_of(items, rows).count == sum(int(item.learnt[1:].sum()) for item in items)


def test_the_loss_of_a_sequence_is_that_of_the_model_itself() -> None:
    items = some_items([20], 0)
    ids = torch.from_numpy(items[0].ids.astype(np.int64))[None]
    labels = torch.where(torch.from_numpy(items[0].learnt)[None], ids, IGNORED)
    expected = tiny_model()(input_ids=ids, labels=labels).loss
    count = int(items[0].learnt[1:].sum())
    assert summed(items, [(0,)], "sdpa") == pytest.approx(expected.item() * count, rel=1e-5)


@pytest.mark.parametrize("attention", ["sdpa", "eager"])
def test_a_sequence_does_not_see_its_neighbours(attention: str) -> None:
    items, others = some_items([9, 12, 7], 0), some_items([9, 12, 7], 1)
    changed = [items[0], others[1], items[2]]
    model = tiny_model(attention).eval()
    before, after = (
        model(**model_inputs(batch_of(each, [(0, 1, 2)]), attention, "cpu")).logits[0]
        for each in (items, changed)
    )
    same = (before == after).all(-1)
    assert same[:9].all()
    assert not same[9:21].any()
    assert same[21:].all()


def test_flash_attention_gets_one_row_and_where_sequences_begin() -> None:
    items = some_items([9, 12, 7], 0)
    batch = batch_of(items, [(0,), (1, 2)], flat=True)
    inputs = model_inputs(batch, "flash_attention_2", "cpu")
    assert inputs["attention_mask"] is None
    assert inputs["input_ids"].shape == (1, 28)
    assert inputs["cu_seq_lens_q"].tolist() == inputs["cu_seq_lens_k"].tolist() == [0, 9, 21, 28]
    assert inputs["cu_seq_lens_q"].dtype == torch.int32
    assert inputs["max_length_q"] == inputs["max_length_k"] == 12
    assert inputs["position_ids"][0].tolist() == [*range(9), *range(12), *range(7)]
    # The positions alone say the same to torch's attention, in a transformers that reads them.
    model = tiny_model()
    given = {name: inputs[name] for name in ("input_ids", "position_ids")}
    alone = model(**given, use_cache=False).logits
    masked = model(**model_inputs(batch, "sdpa", "cpu")).logits
    assert torch.allclose(alone, masked, atol=1e-6)
    assert batch.count == batch_of(items, [(0,), (1, 2)]).count
