"""A model's statements: read from its replies, repaired, held to their meaning, and judged."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from formalmath.errors import InputError, ModelError
from formalmath.informal.chat import ScriptedModel, open_model, user
from formalmath.informal.checker import Checker
from formalmath.informal.claims import LeanStatement, Role, Translation
from formalmath.informal.formal_judge import FormalJudge
from formalmath.informal.judge import Judgement
from formalmath.informal.lean_judge import LeanJudge
from formalmath.informal.lean_reply import assumes_its_claim, lean_statement, unused_variables
from formalmath.informal.model_translator import ModelConfig, ModelTranslator
from formalmath.informal.openai_model import ModelLimits, OpenAIModel
from formalmath.informal.prompts import LEGACY, PROMPTS, Prompt, filled
from formalmath.informal.solution import Solution
from formalmath.informal.verdicts import SolutionVerdict, Status
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.theorem import Theorem
from formalmath.verify.verifier import Verifier
from search.best_first import SearchConfig
from search.formal import SearchedLean

STEP = "Since 12 and 18 have the greatest common divisor 6, we are done."


def fenced(lean: str) -> str:
    return f"Here it is.\n```lean\nimport Mathlib\n\n{lean}\n```\nDone."


GCD = fenced("theorem gcd : Nat.gcd 12 18 = 6 := by\n  decide")


class FakeProver:
    """Takes what does not hold `bad`, and proves what is asked for by name."""

    def __init__(self, *proved: str) -> None:
        self.proved = proved
        self.texts: list[str] = []

    async def fault(self, text: str) -> str:
        self.texts.append(text)
        return "unknown identifier 'bad'\nmore" if "bad" in text else ""

    async def prove(self, theorem: Theorem, tactics: str = "") -> Judgement:
        proved = any(each in theorem.statement for each in self.proved)
        return Judgement(proved, theorem.statement, "the search found no proof")


def translated(model: ScriptedModel, prover: FakeProver, text: str = STEP,
               problem: str = "", **how: int) -> Translation:  # fmt: skip
    translator = ModelTranslator(model, prover, ModelConfig(**how))  # type: ignore[arg-type]
    return asyncio.run(translator.translate(Solution.from_text(text, problem)))


@pytest.mark.parametrize(
    ("reply", "binders", "proposition", "proof"),
    [
        (GCD, "", "Nat.gcd 12 18 = 6", "decide"),
        ("theorem a (x : ℝ) -- note\n (h : x = 1) : x = 1 := h", "(x : ℝ) (h : x = 1)", "x = 1",
         "exact h"),
        ("lemma a : 1 = 1 := by sorry", "", "1 = 1", ""),
        ("example : 1 = 1", "", "1 = 1", ""),
        (fenced("theorem a : ∀ n : ℕ, n = n := by\n  intro n\n  rfl\n\ntheorem b : 2 = 2 := rfl"),
         "", "∀ n : ℕ, n = n", "intro n\nrfl"),
    ],
)  # fmt: skip
def test_a_reply_is_read(reply: str, binders: str, proposition: str, proof: str) -> None:
    made = lean_statement(reply)
    assert made == LeanStatement(binders, proposition, proof)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("theorem a : (1 = 1", "is not closed"),
        ("theorem a x : x = x", "has no brackets"),
        ("theorem a : sorry", "may not hold `sorry`"),
        ("theorem a : (by decide : 1 = 1) = rfl", "may not hold `by`"),
        ("theorem a", "no colon"),
        ("theorem a : 1 = 1 " + "∧ 1 = 1 " * 1000, "longer than"),
    ],
)
def test_what_is_no_plain_statement_is_refused(reply: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        lean_statement(reply)


def test_words_without_a_theorem_state_nothing() -> None:
    assert lean_statement("I cannot formalize this.") is None
    assert translated(ScriptedModel("No."), FakeProver()).steps[0].unread == ()


def test_variables_that_nothing_speaks_of_are_found() -> None:
    def unused(lean: str) -> list[str]:
        made = lean_statement(lean)
        assert made is not None
        return unused_variables(made)

    assert unused("theorem a (x y : ℝ) (h : x = 1) : x > 0") == ["y"]
    assert unused("theorem a (x y : ℝ) (h : y = 1) : x > 0") == []
    assert unused("theorem a (f : ℕ → ℕ) (s : Finset ℕ) : f 1 = 1") == ["s"]
    assert unused("theorem a (s : Finset ℕ) : s.card = 1") == []
    made = lean_statement("theorem a (x : ℝ) (h : x = 1) : x = 1")
    assert made is not None
    assert assumes_its_claim(made)


def test_a_claim_is_what_the_model_states_and_finds_again() -> None:
    model = ScriptedModel([GCD, GCD], "gcd(12, 18) is 6", "Same.")
    made = translated(model, FakeProver(), samples=2)
    (claim,) = made.steps[0].claims
    assert claim.role is Role.STATED
    assert [reading.reading for reading in claim.readings] == ["a model's statement"]
    assert claim.span.of(made.solution.text) == STEP
    first = model.asked[0][0].content
    assert first.startswith(
        "Convert this natural language statement into a Lean 4 theorem statement:"
    )
    assert len(model.asked) == 3  # equal samples are compared once


def test_lean_s_error_is_given_back_to_the_model() -> None:
    model = ScriptedModel(fenced("theorem a : bad = 6"), GCD, "gcd(12, 18) is 6", "same")
    made = translated(model, FakeProver(), samples=1, repairs=1)
    assert made.steps[0].claims
    roles = [message.role for message in model.asked[1]]
    assert roles == ["user", "assistant", "user"]
    assert "unknown identifier 'bad'" in model.asked[1][2].content


def test_repair_ends() -> None:
    model = ScriptedModel(fenced("theorem a : bad = 6"))
    made = translated(model, FakeProver(), samples=1, repairs=2)
    assert len(model.asked) == 3
    assert made.steps[0].claims == ()
    assert made.steps[0].unread[0].why == (
        "the model's statement was not taken: unknown identifier 'bad'"
    )


@pytest.mark.parametrize(
    ("lean", "word", "why"),
    [
        ("theorem a (x : ℕ) (h : x = 1) (g : x = 2) : x = 6", "same", "contradict each other"),
        ("theorem a (x y : ℕ) (h : x = 1) : x = 6", "same", "never speaks of its variable y"),
        ("theorem a (x : ℕ) (h : x = 6) : x = 6", "same", "assumes what it claims"),
        ("theorem a : 1 = 6", "different", "read back, it says something else: One is six."),
        ("theorem a : 1 = 6", "I do not know", "read back, it says something else"),
    ],
)
def test_a_statement_that_says_less_or_else_does_not_count(lean: str, word: str, why: str) -> None:
    model = ScriptedModel(lean, "One is six.", word)
    made = translated(model, FakeProver(": False"), samples=1)
    assert made.steps[0].claims == ()
    assert why in made.steps[0].unread[0].why


def test_what_the_symbolic_translator_read_is_not_asked() -> None:
    model = ScriptedModel("unused")
    made = translated(model, FakeProver(), "He is glad.\n2 + 2 = 4 cats.\nSo all is well.")
    assert model.asked == []
    assert len(made.steps[1].claims) == 1


def test_the_answer_is_held_to_the_problem_by_the_solution_as_a_whole() -> None:
    model = ScriptedModel(fenced("theorem a : 48 + 48 / 2 = 72"), "48 and its half are 72.", "same")
    text = "48 + 24 = 72\n#### 72"
    made = translated(model, FakeProver(), text, "She sold 48 clips, then half as many.")
    assert made.answer is not None
    assert made.answer.solves is not None
    assert model.asked[0][0].content.startswith("Convert this answer into Lean 4. Question:She")


def test_prompts_are_the_seed_s_to_the_letter() -> None:
    asked = filled(LEGACY[Prompt.STATEMENT_TO_LEAN], Theorem="{COT} holds.")
    assert asked == (
        "Convert this natural langauge statement into a Lean 3 theorem statement:{COT} holds."
    )
    asked = filled(LEGACY[Prompt.COT_TO_LEAN], Question="{COT}?", COT="{Question}.")
    assert asked == "Convert this answer into Lean3. Question:{COT}?\nAnswer:{Question}."
    assert PROMPTS.keys() == LEGACY.keys()
    assert not any("ean 3" in text or "ean3" in text for text in PROMPTS.values())


def server(answer: Callable[[httpx.Request], httpx.Response], seconds: float = 5.0) -> OpenAIModel:
    limits = ModelLimits(seconds=seconds, tries=2)
    return OpenAIModel("http://x/v1/", limits=limits, transport=httpx.MockTransport(answer))


def test_a_server_is_asked_in_openai_s_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMALMATH_API_KEY", "secret")
    bodies = []

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"] == "Bearer secret"
        if request.url.path == "/v1/models":
            return httpx.Response(200, json={"data": [{"id": "prover"}]})
        bodies.append(json.loads(request.content))
        choices = [{"message": {"content": text}} for text in "ab"]
        return httpx.Response(200, json={"choices": choices})

    assert asyncio.run(server(answer).replies([user("Hi")], 2)) == ["a", "b"]
    (body,) = bodies
    assert (body["model"], body["n"]) == ("prover", 2)
    assert body["messages"] == [{"role": "user", "content": "Hi"}]


@pytest.mark.parametrize(
    ("response", "why"),
    [
        (httpx.Response(401, text="no key"), "answered 401: no key"),
        (httpx.Response(503, text="busy"), "answered 503: busy"),
        (httpx.Response(200, text="<html>"), "no JSON"),
        (httpx.Response(200, json={"data": [{"id": "m"}]}), "no `choices`"),
    ],
)
def test_what_a_server_does_wrong_is_said(response: httpx.Response, why: str) -> None:
    with pytest.raises(ModelError, match=why):
        asyncio.run(server(lambda _: response).replies([user("Hi")]))


def test_a_busy_server_is_asked_again() -> None:
    answers = [httpx.Response(429), httpx.Response(200, json={"data": [{"id": "m"}]})]
    answers.append(httpx.Response(200, json={"choices": [{"message": {"content": "yes"}}]}))
    model = server(lambda _: answers.pop(0))
    assert asyncio.run(model.replies([user("Hi")])) == ["yes"]


def test_a_server_that_is_not_there_is_named() -> None:
    model = OpenAIModel("http://127.0.0.1:9", "m", ModelLimits(seconds=2, tries=1))
    with pytest.raises(ModelError, match=r"The model server http://127\.0\.0\.1:9 cannot be asked"):
        asyncio.run(model.replies([user("Hi")]))


def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"formalmath\[train\]|cannot be loaded"):
        asyncio.run(open_model(str(tmp_path / "none")).replies([user("Hi")]))


def judged(toolchain: EmbeddedToolchain, model: ScriptedModel, text: str) -> SolutionVerdict:
    async def run() -> SolutionVerdict:
        async with Verifier(toolchain) as verifier:
            config = SearchConfig(wall_seconds=5.0, minimise_seconds=0.0)
            async with SearchedLean(toolchain, verifier, config) as prover:
                translator = ModelTranslator(model, prover, ModelConfig(samples=1))
                judge = FormalJudge(LeanJudge(verifier), prover)
                return (await Checker(judge, translator).check([Solution.from_text(text)]))[0]

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("lean", "status"),
    [
        ("theorem a : Nat.gcd 12 18 = 6 := by\n  decide", Status.VERIFIED),
        ("theorem a : Nat.gcd 12 18 = 6 := by\n  no_such_tactic", Status.VERIFIED),
        ("theorem a (n : ℕ) (h : n % 4 = 0) : n % 2 = 0", Status.VERIFIED),
        ("theorem a : Nat.gcd 12 18 = 5", Status.REFUTED),
        ("theorem a (n : ℕ) (h : n < 2) (g : 3 < n) : n = 6 := by\n  omega", Status.UNKNOWN),
        ("theorem a : ∃ n : ℕ, Nat.Prime n ∧ 10 ^ 9 < n", Status.UNKNOWN),
    ],
)
def test_lean_judges_what_a_model_states(
    toolchain: EmbeddedToolchain, lean: str, status: Status
) -> None:
    verdict = judged(toolchain, ScriptedModel(fenced(lean), "back", "same"), STEP)
    step = verdict.steps[0]
    assert step.status is status, step.why
    assert all(":= by" in proof.lean for claim in step.claims for proof in claim.proofs)
    assert all(
        proof.negated == (status is Status.REFUTED) for c in step.claims for proof in c.proofs
    )
