"""Tactic prediction on LeanDojo Benchmark 4: a small model trained from nothing, and a baseline.

`python -m tests.bench.tactic_prediction prepare --out DIR` makes the data and an untrained model
of `random/train`; `.. train --out DIR --minutes 55` trains it, or goes on if that was stopped (with
two processes: `torchrun --nproc-per-node 2 -m ..`); `.. evaluate --out DIR` counts, on 2,000 states
of `random/val`, how often the human's tactic is the first of the model's beam of 8 or anywhere in
it; `.. baseline` does so for the most frequent tactics by goal head. Texts are equal when they are
up to white space.

The model sees less than the whole state, to learn more states in the time: `view` tells what.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.progress import track

from formalmath.benchmarks.leandojo import theorems
from formalmath.informal.chat import Message
from formalmath.informal.prompts import PROMPTS, Prompt, filled
from tests.bench.goal_head import GoalHeads
from training.example import Example
from training.learning.small_model import SmallModelConfig, make_small_model

STATE_CHARACTERS = 280
"""Of a view; about 130 tokens."""
TACTIC_CHARACTERS = 100
"""Of a tactic to learn from; nine of ten are shorter."""
TOKENIZER_ITEMS = 30_000
BEAM = 8

# Instances, and types without structure.
_DULL = re.compile(r"inst✝|[^:⊢]+ : (Type|Sort)\b|case ")


def normalised(tactic: str) -> str:
    """White space is one blank."""
    return " ".join(tactic.split())


def view(state: str) -> str:
    """The first goal without instances and types; the last hypotheses that there is room for."""
    lines = re.split(r"\n(?! )", state.split("\n\n")[0])
    kept = [normalised(line) for line in lines if not _DULL.match(line)]
    size = 0
    for place in range(len(kept) - 1, -1, -1):
        size += len(kept[place]) + 1
        if size > STATE_CHARACTERS:
            kept = kept[place + 1 :] or [kept[-1][:STATE_CHARACTERS]]
            break
    return "\n".join(kept)


def pairs(part: str) -> Iterator[tuple[str, str, str]]:
    """Theorem, state and tactic, of every tactic of `random/PART`."""
    for theorem in theorems("random", part):
        for tactic in theorem.tactics:
            yield theorem.full_name, tactic.state_before, normalised(tactic.tactic)


def sample(states: int, seed: int) -> list[tuple[str, str, str]]:
    """The states that are asked."""
    return random.Random(seed).sample(list(pairs("val")), states)


def example(name: str, state: str, tactic: str) -> Example:
    """What a model learns of a tactic."""
    prompt = filled(PROMPTS[Prompt.TACTIC], STATE=view(state))
    messages = (Message("user", prompt), Message("assistant", tactic))
    return Example(Prompt.TACTIC.value, messages, name, "leandojo_benchmark_4/random/train")


def prepare(out: Path, seed: int) -> None:
    """The conversations of all tactics that are not too long, and a model that knows nothing."""
    out.mkdir(parents=True, exist_ok=True)
    made = [example(*pair) for pair in pairs("train") if len(pair[2]) <= TACTIC_CHARACTERS]
    with (out / "train.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(e.to_json(), ensure_ascii=False) + "\n" for e in made)
    some = random.Random(seed).sample(made, min(TOKENIZER_ITEMS, len(made)))
    texts = (message.content for each in some for message in each.messages)
    make_small_model(texts, out / "start", SmallModelConfig(layers=3, positions=512, seed=seed))


def train(out: Path, minutes: float, threads: int, seed: int, prompts: bool) -> None:
    """Train the prepared model; go on if that was stopped."""
    import torch

    from training.learning.loop import LoopConfig
    from training.learning.sft import SFTConfig, train_policy

    torch.set_num_threads(threads)
    loop = LoopConfig(
        learning_rate=1.5e-3, warmup=0.05, weight_decay=0.1, max_minutes=minutes, save_seconds=300
    )
    config = SFTConfig(
        loop=loop,
        epochs=2,
        length=256,
        rows=4,
        batch=8,
        layout="padded",
        held_out=0.002,
        prompts=prompts,
        seed=seed,
    )
    resume = (out / "model").is_dir()
    summary = train_policy(out / "train.jsonl", out / "start", out / "model", config, resume=resume)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        f"{summary}\nthis process: {used.ru_utime / 60:.1f} minutes of CPU, "
        f"{used.ru_maxrss / 2**10:.0f} MiB at most"
    )


def evaluate(out: Path, states: int, threads: int, seed: int) -> None:
    """Ask the trained model for the sample's tactics; all answers go to `predictions.jsonl`."""
    import torch

    from search.models.causal import CausalModel
    from search.models.decoding import Decoding, Mode

    torch.set_num_threads(threads)
    model = CausalModel.open(str(out / "model"))
    how = Decoding(samples=BEAM, mode=Mode.BEAM, tokens=48)
    asked, began = sample(states, seed), time.monotonic()
    answers: list[list[str]] = []
    for start in track(range(0, len(asked), 50), "Asking the model"):
        views = [view(state) for _, state, _ in asked[start : start + 50]]
        for found in model.generate(views, how, [seed] * len(views)):
            ranked = sorted(found, key=lambda each: -each.log_prob)
            answers.append(list(dict.fromkeys(normalised(s.tactic) for s in ranked if s.ended)))
    with (out / "predictions.jsonl").open("w", encoding="utf-8") as lines:
        for (name, state, tactic), answer in zip(asked, answers, strict=True):
            record = {"name": name, "state": state, "tactic": tactic, "answers": answer}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    report("small model", asked, answers)
    print(f"{time.monotonic() - began:.0f} s for {len(asked)} states")


def baseline(states: int, seed: int) -> None:
    """Ask the most frequent tactics by goal head."""
    heads = GoalHeads(((state, tactic) for _, state, tactic in pairs("train")), BEAM)
    asked = sample(states, seed)
    report("goal heads", asked, [heads.predict(state) for _, state, _ in asked])


def report(
    who: str, asked: Sequence[tuple[str, str, str]], answers: Sequence[Sequence[str]]
) -> None:
    """Print how many answers hold the human's tactic."""
    first = sum(tactic in answer[:1] for (*_, tactic), answer in zip(asked, answers, strict=True))
    any_of = sum(tactic in answer for (*_, tactic), answer in zip(asked, answers, strict=True))
    print(
        f"{who}: of {len(asked)} states, exact match at 1: {first} ({first / len(asked):.1%}), "
        f"at {BEAM}: {any_of} ({any_of / len(asked):.1%})"
    )


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(prog="tests.bench.tactic_prediction", description=__doc__)
    parser.add_argument("what", choices=("baseline", "prepare", "train", "evaluate"))
    parser.add_argument("--out", type=Path, default=Path("tactic-prediction"))
    parser.add_argument("--minutes", type=float, default=55.0, help="of training")
    parser.add_argument("--states", type=int, default=2000, help="to ask")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--answers-only", action="store_true", help="learn tactics, not states")
    asked = parser.parse_args()
    match asked.what:
        case "baseline":
            baseline(asked.states, asked.seed)
        case "prepare":
            prepare(asked.out, asked.seed)
        case "train":
            train(asked.out, asked.minutes, asked.threads, asked.seed, not asked.answers_only)
        case _:
            evaluate(asked.out, asked.states, asked.threads, asked.seed)


if __name__ == "__main__":
    main()
