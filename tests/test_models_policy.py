"""Policies and critics that are models: what they propose, in which order, and for whom."""

from __future__ import annotations

import asyncio
import json
import math
import threading
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from formalmath.cli import app
from formalmath.errors import InputError, ModelError
from formalmath.informal.openai_model import OpenAIModel
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.pool import Pool
from formalmath.lean.theorem import Theorem
from formalmath.pretrained import fingerprint
from formalmath.verify.verifier import Verifier
from search import Candidate, SearchConfig, SearchOutcome
from search.agenda import Order
from search.attempt import Attempt
from search.models.batcher import Batcher
from search.models.causal import CausalModel
from search.models.critic import ModelCritic
from search.models.decoding import Decoding
from search.models.policy import ModelPolicy, RankedPolicy, Ranking, usable
from search.models.prompts import TacticPrompts
from search.models.server import OpenAIPolicy
from search.models.threads import beside
from search.policies import open_critic, open_policy, ordered_by
from search.policy import Policy
from search.prover import Prover
from tests.model_world import make_causal, make_scorer, make_tokenizer, overfit, save
from tests.search_world import Menu, state_of

torch.set_num_threads(1)

GOALS = ["n : ℕ\nh : 0 < n\n⊢ n + 0 = n", "p q : Prop\nh : p ∧ q\n⊢ q ∧ p"]
TACTICS = ("norm_num", "norm_num [h]", "simp", "constructor", "exact h.1", "linarith")


@pytest.fixture(scope="module")
def tokenizer():
    return make_tokenizer()


@pytest.fixture(scope="module")
def taught(tokenizer) -> CausalModel:
    """Knows what to do at two goals, and only there."""
    model = make_causal(tokenizer)
    prompts = TacticPrompts(tokenizer)
    answers = zip(GOALS, ("simp", "constructor"), strict=True)
    pairs = [(prompts.prompt(goal, 200), prompts.answer(tactic)) for goal, tactic in answers]
    overfit(model, pairs, 30)
    return CausalModel(tokenizer, model)


def asked(policy: Policy, *goals: str, limit: int = 32, seed: int = 0) -> list[list[Candidate]]:
    return asyncio.run(policy.candidates([state_of([goal]) for goal in goals], limit, seed))


def test_what_a_model_learned_comes_first(taught):
    first, second = asked(RankedPolicy(Menu(TACTICS), taught), *GOALS)
    assert first[0].tactic == "simp"
    assert second[0].tactic == "constructor"
    assert {c.tactic for c in first} == set(TACTICS)
    assert math.fsum(math.exp(c.log_prob) for c in first) == pytest.approx(1.0)
    assert math.exp(first[-1].log_prob) >= 0.05 / len(TACTICS)
    assert first[0].log_prob > math.log(0.9)


def test_a_ranking_is_cut_when_all_is_ranked(taught):
    policy = RankedPolicy(Menu(TACTICS), taught)
    assert asked(policy, GOALS[1], limit=2)[0] == asked(policy, GOALS[1])[0][:2]


def test_a_policy_that_knows_nothing_has_nothing_ranked(taught):
    assert asked(RankedPolicy(Menu(()), taught), *GOALS) == [[], []]


def test_what_the_model_makes_itself_is_ranked_beside_the_others(taught):
    own = ModelPolicy(taught, Decoding(8, tokens=12))
    made = asked(RankedPolicy(Menu(("norm_num", "linarith")), taught, own=own), GOALS[0])[0]
    assert made[0].tactic == "simp"
    assert {"norm_num", "linarith"} < {c.tactic for c in made}


def test_a_model_makes_what_it_learned(taught):
    policy = ModelPolicy(taught, Decoding(8, tokens=12))
    first, second = asked(policy, *GOALS)
    assert first[0].tactic == "simp"
    assert second[0].tactic == "constructor"
    assert math.fsum(math.exp(c.log_prob) for c in first) <= 1.0
    [[scored], _] = taught.score(GOALS, [["simp"], []])
    assert first[0].log_prob == pytest.approx(scored[0], abs=1e-3)
    assert asked(policy, *GOALS) == [first, second]


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.floats(-50, 0), st.integers(1, 9)), max_size=9
    ),
    st.floats(0.2, 5),
    st.floats(0, 1),
    st.floats(0, 0.9),
)
def test_a_ranking_is_a_distribution(tactics, temperature, exponent, share):
    made = Ranking(temperature, exponent, share).ranked(tactics, 100)
    assert len(made) == len({tactic for tactic, _, _ in tactics})
    assert not made or math.fsum(math.exp(c.log_prob) for c in made) == pytest.approx(1.0)
    assert [c.log_prob for c in made] == sorted((c.log_prob for c in made), reverse=True)


def test_a_mean_a_token_may_turn_the_order():
    tactics = [("short", -2.0, 1), ("long", -4.0, 10)]
    assert Ranking().ranked(tactics, 2)[0].tactic == "short"
    assert Ranking(length_exponent=1.0).ranked(tactics, 2)[0].tactic == "long"


def test_what_is_no_tactic_is_dropped_and_what_comes_twice_is_merged():
    made = usable(
        [("simp", -3.0), ("", -0.1), ("theorem x : 1 = 1", -0.2), ("simp", -1.0), ("(", -1.0),
         ("norm_num" * 1000, -0.1), ("ring", -2.0)],
        5,
    )  # fmt: skip
    assert made == [Candidate("simp", -1.0), Candidate("ring", -2.0)]


class Slow:
    """Answers with the question, when it is let; remembers what came together."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.go, self.busy = threading.Event(), threading.Event()
        self.thread: set[str] = set()

    def answer(self, questions: Sequence[str]) -> list[str]:
        self.batches.append(list(questions))
        self.thread.add(threading.current_thread().name)
        self.busy.set()
        assert self.go.wait(10)
        if "bad" in questions:
            raise ValueError("a bad question")
        return [question.upper() for question in questions]


def test_what_waits_while_the_model_is_busy_is_asked_together():
    slow = Slow()
    batcher = Batcher(slow.answer, most=3)

    async def run() -> list[list[str]]:
        first = asyncio.create_task(batcher.ask(["a"]))
        await asyncio.to_thread(slow.busy.wait, 10)
        others = [asyncio.create_task(batcher.ask([x, x + x])) for x in "bc"]
        await asyncio.sleep(0)
        slow.go.set()
        return [await first, *[await other for other in others]]

    assert asyncio.run(run()) == [["A"], ["B", "BB"], ["C", "CC"]]
    assert slow.batches == [["a"], ["b", "bb", "c"], ["cc"]]
    assert len(slow.thread) == 1
    assert threading.current_thread().name not in slow.thread


def test_a_question_that_fails_spares_those_that_came_with_it():
    slow = Slow()
    slow.go.set()
    batcher = Batcher(slow.answer)

    async def run() -> list[object]:
        tasks = [batcher.ask([text]) for text in ("good", "bad", "fine")]
        return list(await asyncio.gather(*tasks, return_exceptions=True))

    good, bad, fine = asyncio.run(run())
    assert (good, fine) == (["GOOD"], ["FINE"])
    assert isinstance(bad, ValueError)
    assert asyncio.run(batcher.ask(["again"])) == ["AGAIN"]  # in another loop


def test_who_no_longer_waits_is_not_answered():
    slow = Slow()
    batcher = Batcher(slow.answer)

    async def run() -> list[str]:
        first = asyncio.create_task(batcher.ask(["a"]))
        await asyncio.to_thread(slow.busy.wait, 10)
        tired = asyncio.create_task(batcher.ask(["b"]))
        await asyncio.sleep(0)
        tired.cancel()
        await asyncio.sleep(0)
        slow.go.set()
        await first
        return await batcher.ask(["c"])

    assert asyncio.run(run()) == ["C"]
    assert slow.batches == [["a"], ["c"]]


def test_models_leave_the_cores_to_lean():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        with beside(1000):
            ask = Batcher[str, int](lambda asked: [torch.get_num_threads() for _ in asked]).ask
            assert asyncio.run(ask([""])) == [1]
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


def test_searches_that_ask_at_once_share_a_batch_and_get_what_they_get_alone(taught):
    policy = RankedPolicy(Menu(TACTICS), taught)
    alone = [asked(policy, goal)[0] for goal in GOALS]

    async def run() -> list[list[list[Candidate]]]:
        states = [state_of([goal]) for goal in GOALS]
        return await asyncio.gather(*(policy.candidates([s], 32, 0) for s in states))

    for ours, [theirs] in zip(alone, asyncio.run(run()), strict=True):
        assert [c.tactic for c in ours] == [c.tactic for c in theirs]
        assert [c.log_prob for c in ours] == pytest.approx([c.log_prob for c in theirs], abs=1e-4)


def test_a_critics_values_are_those_of_one_state_at_a_time(tokenizer):
    model = make_scorer(tokenizer)
    critic = ModelCritic(tokenizer, model)
    states = [*GOALS, "⊢ p", "h : x = 1\n" * 200 + GOALS[0]]
    plain = []
    for text in states:
        ids = tokenizer(text)["input_ids"][-256:]
        with torch.inference_mode():
            plain.append(float(model(input_ids=torch.tensor([ids])).logits[0, 0]))
    assert critic.score(states) == pytest.approx(plain, abs=1e-4)
    assert asyncio.run(critic.values([state_of([s]) for s in states])) == pytest.approx(
        plain, abs=1e-4
    )
    assert len({round(value, 3) for value in plain}) == len(states)


def test_a_classifier_of_two_labels_is_no_critic(tokenizer):
    model = make_scorer(tokenizer)
    model.config.num_labels = 2
    with pytest.raises(InputError, match="num_labels=1"):
        ModelCritic(tokenizer, model)


def server(*choices: dict[str, object], status: int = 200) -> OpenAIModel:
    """A model whose server always answers so; the last request is kept in `server.asked`."""

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(json.loads(request.content))
        return httpx.Response(status, json={"choices": choices})

    seen: list[dict[str, object]] = []
    model = OpenAIModel("http://x/v1", "m", transport=httpx.MockTransport(answer))
    model.seen = seen  # type: ignore[attr-defined]
    return model


def choice(text: str, *steps: float) -> dict[str, object]:
    content = [{"token": "t", "logprob": step} for step in steps]
    return {"message": {"content": text}, "logprobs": {"content": content} if steps else None}


def test_a_servers_log_probabilities_are_summed():
    model = server(choice("simp", -1.0, -0.5), choice("```lean\nring\n```", -0.25), choice("((", 0))
    made = asked(OpenAIPolicy(model, 3), GOALS[0])[0]
    assert made == [Candidate("ring", -0.25), Candidate("simp", -1.5)]
    [request] = model.seen
    assert request["logprobs"] is True
    assert request["n"] == 3
    assert request["messages"][0]["content"].endswith(GOALS[0])


def test_a_server_without_log_probabilities_goes_by_frequency():
    model = server(choice("simp", -1.0), choice("ring"), choice("simp"), choice(" simp "))
    made = asked(OpenAIPolicy(model, 4), GOALS[0])[0]
    assert [c.tactic for c in made] == ["simp", "ring"]
    assert [c.log_prob for c in made] == pytest.approx([math.log(0.75), math.log(0.25)])


def test_numbers_that_are_no_log_probabilities_do_not_count():
    made = asked(OpenAIPolicy(server(choice("simp", 0.5), choice("ring")), 2), GOALS[0])[0]
    assert [c.log_prob for c in made] == pytest.approx([math.log(0.5)] * 2)


def test_a_server_that_refuses_is_an_error():
    with pytest.raises(ModelError, match="answered 400"):
        asked(OpenAIPolicy(server(status=400)), GOALS[0])


def test_a_folders_name_in_records_changes_with_its_weights(tmp_path: Path, tokenizer):
    first = save(tmp_path / "m", tokenizer, make_causal(tokenizer))
    name = fingerprint(first)
    assert name.startswith("m@")
    (tmp_path / "m" / "trainer.log").write_text("nothing that is loaded")
    assert fingerprint(first) == name
    save(tmp_path / "m", tokenizer, make_causal(tokenizer, seed=1))
    assert fingerprint(first) != name
    assert fingerprint("some/model") == "some/model"


def test_policies_are_opened_by_name(tmp_path: Path, tokenizer, toolchain):
    folder = save(tmp_path / "m", tokenizer, make_causal(tokenizer))
    name = fingerprint(folder)
    names = {
        "default": "symbolic+certificates",
        "symbolic": "symbolic",
        "uniform": "uniform(symbolic)",
        f"ranked:{folder}": f"ranked(symbolic, {name})",
        f"certificates+model:{folder}": f"certificates+model({name})",
        "http://host:1/v1#a+b": "http://host:1/v1#a+b",
    }
    for spec, name in names.items():
        opened = open_policy(spec, toolchain)
        assert opened.name == name
        if not spec.startswith("http"):
            assert len(asked(opened.policy, GOALS[0])) == 1


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("symbolik", "There is no policy 'symbolik'"),
        ("ranked:", "There is no policy 'ranked:'"),
        ("model:/no/such/folder", "there is no such folder"),
        ("http:host", "There is no policy"),
    ],
)
def test_a_wrong_name_is_said(spec: str, why: str, toolchain):
    with pytest.raises(InputError, match=why):
        open_policy(spec, toolchain)


def test_an_order_and_a_critic_belong_together():
    assert ordered_by("both", "dir") is Order.BOTH
    assert ordered_by("log-prob", "") is Order.LOG_PROB
    for order, critic in [("critic", ""), ("log-prob", "dir"), ("random", "")]:
        with pytest.raises(InputError):
            ordered_by(order, critic)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--order", "critic"], "Name the folder of one with --critic"),
        (["--order", "best"], "There is no order 'best'"),
        (["--critic", "dir"], "Say --order critic or both"),
    ],
)
def test_options_that_do_not_fit_are_said(options: list[str], why: str):
    made = CliRunner().invoke(app, ["prove", "--statement", ": 1 = 1", *options])
    assert made.exit_code == 2
    assert why in " ".join(made.stderr.split())


def test_a_random_model_ranks_and_lean_proves(
    tmp_path: Path, tokenizer, toolchain: EmbeddedToolchain
):
    model = save(tmp_path / "policy", tokenizer, make_causal(tokenizer))
    critic = open_critic(save(tmp_path / "critic", tokenizer, make_scorer(tokenizer)))
    policy = open_policy(f"ranked:{model}", toolchain)
    statements = {
        "a": "(p q : Prop) (h : p ∧ q) : q ∧ p",
        "b": "(n : ℕ) : n + 0 = n",
        "c": "(a b : ℕ) (h : a = b) : b = a",
    }
    lean = Pool(toolchain.elaborator, 2)
    verifier = Verifier(toolchain)

    async def run() -> list[Attempt]:
        config = SearchConfig(wall_seconds=60.0, minimise_seconds=0.0, order=Order.BOTH)
        prover = Prover(
            toolchain, lean, verifier, policy.policy, policy.name, config,
            critic=critic.critic, critic_name=critic.name,
        )  # fmt: skip
        try:
            theorems = [
                Theorem(name, "import Mathlib\n", f"theorem {name} {statement}")
                for name, statement in statements.items()
            ]
            made = await asyncio.gather(*(prover.prove(theorem) for theorem in theorems))
            return [proving.attempt for proving in made]
        finally:
            await lean.close()
            await verifier.close()

    for attempt in asyncio.run(run()):
        assert attempt.outcome is SearchOutcome.PROVED, attempt.detail
        assert attempt.stats.model_seconds > 0
        assert attempt.provenance["policy"] == f"ranked(symbolic, {fingerprint(model)})"
        assert attempt.provenance["critic"] == critic.name
        assert Attempt.from_json(json.loads(json.dumps(attempt.to_json()))) == attempt
