"""A small mixture with small files, for tests of data sets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from formalmath.informal.chat import Message, user
from formalmath.lean.trace import Step, Trace
from formalmath.traces import Traces
from training.example import Example

MIXTURE = """\
seed = 7
few_shot = 0.2
shots = 2
benchmarks = []

[[sources]]
kind = "traces"
path = "traces.jsonl"

[[sources]]
kind = "examples"
path = "chat.jsonl"
weight = 1.5
"""


def trace(name: str, steps: Iterable[tuple[str, str]]) -> Trace:
    made = tuple(Step(state, tactic, "") for state, tactic in steps)
    return Trace(name, "", f"theorem {name} : True", f"file/{name}.lean", made)


def item(question: str, answer: str, name: str = "item", task: str = "solve") -> Example:
    return Example(task, (user(question), Message("assistant", answer)), name, "test")


def write_lines(file: Path, records: Iterable[dict[str, object]]) -> Path:
    file.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return file


def mixture_folder(folder: Path, text: str = MIXTURE, size: int = 40) -> Path:
    """Write the mixture and its two files; gives the mixture's path."""
    states = [[f"n : ℕ\n⊢ n + {i} * {k} = {i * k} + n" for k in (1, 2)] for i in range(size)]
    traces = [
        trace(f"t{i}", [(state, f"omega_{i}_{k}") for k, state in enumerate(each)])
        for i, each in enumerate(states)
    ]
    with Traces(folder / "traces.jsonl") as kept:
        for each in traces:
            if each.name not in kept:
                kept.add(each.name, each)
    chat = [
        item(f"How much is {i} and {i * i}, my friend?", f"It is {i + i * i}.") for i in range(size)
    ]
    write_lines(
        folder / "chat.jsonl",
        ({"messages": each.to_json()["messages"], "task": "solve"} for each in chat),
    )
    file = folder / "mixture.toml"
    file.write_text(text, encoding="utf-8")
    return file
