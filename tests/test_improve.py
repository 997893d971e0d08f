"""Expert iteration: what is learnt from trees, how arms are compared, a run that is resumed."""

from __future__ import annotations

import json
import math
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from formalmath.asked import asked_for
from formalmath.errors import InputError
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from training.learning.ranking import Choice, ChoiceBatch, Listwise, RankingConfig, train_ranking
from training.learning.renaming import renamed
from training.rounds.arms import Arm, ArmResult, Budget, Models, Prospector, Spent
from training.rounds.command import app
from training.rounds.improve import ImproveConfig, Improvement
from training.rounds.lessons import proved_goals
from training.rounds.report import measure
from training.rounds.small_training import TrainingPlan
from training.rounds.table import arm_row, arm_table, plot, round_table, to_solve

Record = dict[str, Any]


def node(number: int, status: str = "proved") -> Record:
    return {"id": number, "goal": f"⊢ g{number}", "status": status, "log_prob": 0.0, "depth": 0}


def edge(source: int, tactic: str, children: tuple[int, ...] = (), status: str = "") -> Record:
    default = "goals left" if children else "no goals left"
    return {
        "number": 0, "source": source, "tactic": tactic, "log_prob": 0.0,
        "status": status or default, "detail": "", "children": list(children), "in_proof": False,
    }  # fmt: skip


def test_every_proved_goal_is_a_lesson_with_the_tactics_of_its_shortest_proofs():
    tree = {
        "nodes": [node(0), node(1), node(2), node(3, "open")],
        "edges": [
            edge(0, "split", (1, 2)),
            edge(0, "detour", (1,)),
            edge(0, "lost", (3,)),
            edge(0, "wrong", (), "error"),
            edge(1, "omega"),
            edge(1, "simp"),
            edge(1, "loop", (2,)),
            edge(2, "back", (1,)),
            edge(3, "no", (), "error"),
        ],
    }
    found = {lesson.node: lesson for lesson in proved_goals("t", tree)}
    assert set(found) == {0, 1, 2}
    assert found[0].tactics == ["detour"]
    assert found[0].failed == ["lost", "wrong"]
    assert found[1].tactics == ["omega", "simp"]
    assert found[2].tactics == ["back"]


def test_goals_that_only_prove_each_other_teach_nothing():
    tree = {
        "nodes": [node(0), node(1)],
        "edges": [edge(0, "there", (1,)), edge(1, "back", (0,))],
    }
    assert list(proved_goals("t", tree)) == []


def spent(solved: bool, expansions: int) -> Spent:
    return Spent(solved, expansions, 10 * expansions, 1.0, 0.5, 2.0)


UNTRAINED = ArmResult(
    "untrained", {"a": spent(True, 8), "b": spent(True, 4), "c": spent(False, 20)}, 10.0
)
TRAINED = ArmResult(
    "policy", {"a": spent(True, 2), "b": spent(False, 30), "c": spent(True, 6)}, 9.0
)


def test_an_arm_is_held_against_the_untrained_one():
    row = arm_row("policy", TRAINED, UNTRAINED)
    assert (row.solved, row.asked, row.expansions) == (2, 3, 38)
    assert row.per_solved == 19.0
    assert (row.both, row.own, row.untrained) == (1, 2.0, 8.0)
    assert (row.gained, row.lost) == (["c"], ["b"])
    assert (row.lean_seconds, row.model_seconds, row.search_seconds) == (3.0, 1.5, 6.0)
    assert (
        "| policy | 2 of 3 | 38 | 19.00 | 190.0 | 14 (0.70) | 1 | 2.00 | 8.00 | 1 | 1 |"
        in arm_table([row])
    )


def test_as_many_are_solved_with_the_smallest_limit_that_does():
    spent_ = TRAINED.spent.values()
    assert [to_solve(count, spent_) for count in range(4)] == [0, 6, 14, None]


def test_an_arms_record_is_read_back():
    assert ArmResult.from_json(json.loads(json.dumps(TRAINED.to_json()))) == TRAINED


def test_a_plot_is_a_picture(tmp_path: Path):
    rows = [arm_row(r.arm, r, UNTRAINED) for r in (UNTRAINED, TRAINED)]
    plot({"held out": rows, "unseen": rows}, tmp_path / "plot.png")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")


def test_a_choice_shows_each_tactic_the_state_and_nothing_of_the_others():
    choice = Choice.of([5, 6, 7], [[8, 9], [10]], good=1)
    assert choice.ids.tolist() == [5, 6, 7, 8, 9, 10]
    assert choice.positions.tolist() == [0, 1, 2, 3, 4, 3]
    assert choice.blocks.tolist() == [0, 0, 0, 1, 1, 2]
    assert choice.sources.tolist() == [2, 3, 2]
    assert choice.tactics == 2


def test_a_choice_is_scored_as_the_search_scores_it():
    torch = pytest.importorskip("torch")
    from search.models.scoring import score
    from tests.training_world import tiny_model

    model = tiny_model().eval()
    prompt, tactics = [65, 66, 67], [[70, 71, 258], [72, 258]]
    config = RankingConfig(imitation=0.0)
    choice = Choice.of(prompt, tactics, good=1)
    longer = Choice.of([65] * 9, [[80, 81, 82, 258], [83, 258]], good=1)  # so that one is padded
    objective = Listwise([choice, longer], [], config, pad=256)
    with torch.no_grad():
        got = objective.loss(model, ChoiceBatch([choice, longer]))
    wanted = 0.0
    for each, asked in ((prompt, tactics), ([65] * 9, [[80, 81, 82, 258], [83, 258]])):
        [sums] = score(model, [tuple(each)], [[tuple(t) for t in asked]])
        ranked = config.ranking.ranked(
            [(str(n), s, len(t)) for n, (s, t) in enumerate(zip(sums, asked, strict=True))], 9
        )
        share = config.ranking.share
        found = next(c.log_prob for c in ranked if c.tactic == "0")
        # Without the share that all candidates have alike.
        wanted -= math.log((math.exp(found) - share / 2) / (1 - share))
    assert float(got.loss) == pytest.approx(wanted, rel=1e-3)


def test_a_policy_learns_which_tactic_helps_where(tmp_path: Path):
    pytest.importorskip("torch")
    from search.models.causal import CausalModel
    from search.models.policy import Ranking
    from tests.training_world import tiny_model, tiny_tokenizer

    start, out, data = tmp_path / "start", tmp_path / "out", tmp_path / "choices.jsonl"
    tiny_model().save_pretrained(start)
    tiny_tokenizer().save_pretrained(start)
    records = [
        {"state": f"⊢ {n} {sign} 1", "good": [good], "bad": [bad], "name": f"t{n}"}
        for n in range(8)
        for sign, good, bad in (("=", "rfl", "omega"), ("<", "omega", "rfl"))
    ]
    data.write_text("".join(json.dumps(record) + "\n" for record in records))
    config = RankingConfig(epochs=20, copies=1, rows=1, batch=1, length=256, held_out=0.25)
    summary = train_ranking(data, start, out, config)
    assert summary.accuracy == 1.0
    assert train_ranking(data, start, out, config, resume=True) == summary
    ranking = Ranking.of(str(out))
    assert ranking == config.ranking
    [scores] = CausalModel.open(str(out)).score(["⊢ 5 = 1"], [["rfl", "omega"]])
    best = ranking.ranked([("rfl", *scores[0]), ("omega", *scores[1])], 2)[0]
    assert best.tactic == "rfl"


def test_a_model_without_a_ranking_is_ranked_as_ever_and_a_broken_one_is_named(tmp_path: Path):
    from search.models.policy import RANKING, Ranking

    assert Ranking.of(str(tmp_path)) == Ranking()
    (tmp_path / RANKING).write_text('{"heat": 1}')
    with pytest.raises(InputError, match=r"ranking\.json"):
        Ranking.of(str(tmp_path))


def test_other_letters_say_the_same():
    state = "n k : ℕ\nh₀ : n % 3 = 1\nh : k = n\n⊢ ∑ i ∈ Finset.range n, i.succ = k"
    tactics = ["have hr_n : n % 3 = 1 := by omega", "intro x h", "omega", "rw [h₀] at h"]
    found, others = renamed(state, tactics, random.Random(3))
    [n, k] = re.findall(r"[a-z]", found.partition(" :")[0])
    assert n != k
    assert not {n, k} & {"x", "h"}
    assert f"h₀ : {n} % 3 = 1\nh : {k} = {n}\n⊢ ∑ " in found
    assert f"Finset.range {n}, " in found
    assert others[0] == f"have hr_{n} : {n} % 3 = 1 := by omega"
    assert others[1:] == tactics[1:]


def test_choices_of_another_form_are_refused(tmp_path: Path):
    pytest.importorskip("torch")
    from tests.training_world import tiny_model, tiny_tokenizer

    tiny_model().save_pretrained(tmp_path / "start")
    tiny_tokenizer().save_pretrained(tmp_path / "start")
    (tmp_path / "data.jsonl").write_text('{"state": "⊢ p", "good": []}\n')
    with pytest.raises(InputError, match="record 1 is no choice"):
        train_ranking(
            tmp_path / "data.jsonl", tmp_path / "start", tmp_path / "out", RankingConfig()
        )


def test_the_theorems_of_one_file_are_counted_one_by_one(
    tmp_path: Path, toolchain: EmbeddedToolchain
):
    file = tmp_path / "two.lean"
    file.write_text("theorem a : 2 + 2 = 4 := by sorry\ntheorem b : 2 + 2 = 5 := by sorry\n")
    theorems = asked_for(str(file), None, None, None, lambda done, of: None).theorems
    found = Prospector(toolchain, 1).compare(
        Arm.UNTRAINED, theorems, Budget(seconds=2.0, expansions=2), tmp_path / "out"
    )
    assert {name.split()[-1]: each.solved for name, each in found.spent.items()} == {
        "a": True,
        "b": False,
    }


def test_arms_may_be_named_in_any_order(tmp_path: Path, toolchain: EmbeddedToolchain):
    pytest.importorskip("torch")
    from training.learning.small_model import SmallModelConfig, make_small_model

    model = make_small_model(
        ["⊢ 2 + 2 = 4", "decide"], tmp_path / "model", SmallModelConfig(300, 32, 1)
    )
    file = tmp_path / "one.lean"
    file.write_text("theorem a : 2 + 2 = 4 := by sorry\n")
    arms, budget = [Arm.POLICY, Arm.UNTRAINED], Budget(seconds=4.0, expansions=2)
    out = tmp_path / "out"
    measure(str(file), toolchain, Models(model, None), arms, budget, ("", 0), 1, out)
    [rows] = json.loads((out / "table.json").read_text()).values()
    assert [(row["name"], row["solved"], row["lost"]) for row in rows] == [
        ("policy", 1, []),
        ("untrained", 1, []),
    ]


def test_an_arm_without_its_model_is_named(tmp_path: Path):
    options = ["--arms", "untrained,both", "--policy", str(tmp_path), "--out", str(tmp_path / "o")]
    said = CliRunner().invoke(app, ["evaluate", "heldout", *options])
    assert said.exit_code
    assert "both needs --critic" in str(said.exception)


def test_a_folder_holds_one_run(tmp_path: Path, toolchain: EmbeddedToolchain):
    Improvement(tmp_path, ImproveConfig(), toolchain, 1, resume=False).__exit__()
    with pytest.raises(InputError, match="--resume"):
        Improvement(tmp_path, ImproveConfig(), toolchain, 1, resume=False)
    with pytest.raises(InputError, match="another seed"):
        Improvement(tmp_path, ImproveConfig(seed=1), toolchain, 1, resume=True)
    Improvement(tmp_path, ImproveConfig(), toolchain, 1, resume=True).__exit__()


_RUN = """
import sys
from pathlib import Path
import training.rounds.improve
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from tests.test_improve import TINY
training.rounds.improve.benchmark_forms = lambda progress=None: set()
with training.rounds.improve.Improvement(
    Path(sys.argv[1]), TINY, EmbeddedToolchain.ready(), 2, resume="resume" in sys.argv
) as run:
    run.run(1)
"""

TINY = ImproveConfig(
    practice=24,
    heldout=5,
    budget=Budget(seconds=2.0, expansions=8),
    plan=TrainingPlan(policy_minutes=0.1, critic_minutes=0.05),
)


@pytest.mark.slow
def test_a_run_that_is_killed_again_and_again_comes_to_its_end(tmp_path: Path):
    out = tmp_path / "run"
    stages = out / "stages.jsonl"
    command = [sys.executable, "-c", _RUN, str(out)]
    kills = 0
    deadline = time.monotonic() + 400
    while True:
        process = subprocess.Popen([*command, "resume"] if out.exists() else command)
        known = len(stages.read_text().splitlines()) if stages.exists() else 0
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
            now = len(stages.read_text().splitlines()) if stages.exists() else 0
            if now >= known + 3:
                time.sleep(1.0)  # into the next stage
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
                kills += 1
                break
        else:
            break
    assert process.poll() == 0
    assert kills >= 2
    done = [json.loads(line) for line in stages.read_text().splitlines()]
    names = [record["stage"] for record in done]
    assert len(names) == len(set(names))
    assert [name for name in names if name.startswith("round 1")][:4] == [
        f"round 1 {stage}" for stage in ("practice", "traces", "data", "training")
    ]
    by_name = {record["stage"]: record for record in done}
    assert by_name["round 1 practice"]["proved"] >= 3
    assert "| 1 | 24 |" in round_table(by_name)
    for arm in Arm:
        number = 0 if arm is Arm.UNTRAINED else 1
        assert len(by_name[f"round {number} {arm} held out"]["result"]["spent"]) == 5


def test_a_round_with_too_few_pairs_to_hold_out_has_a_row() -> None:
    figures = dict.fromkeys(
        ("asked", "subgoals", "proved", "refuted", "expansions", "lean_seconds"), 3
    )
    trained = {"seconds": 60.0, "accuracy": 0.5}
    stages = {
        "round 1 practice": {**figures, "model_seconds": 0.0, "seconds": 30.0},
        "round 1 traces": {"traces": 3},
        "round 1 data": {"examples": 9, "pairs": 2},
        "round 1 training": {
            "imitating": trained,
            "policy": trained,
            "critic": {"seconds": 6.0, "accuracy": None},
        },
    }
    assert round_table(stages).splitlines()[-1].endswith("| 2.0 | 0.50 | 0.1 | - |")
