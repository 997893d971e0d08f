"""LeanDojo's own classes, loaded from a small trace file, read into steps."""

from __future__ import annotations

import hashlib
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement

import pytest
from lean_dojo import LeanGitRepo, TracedFile, TracedRepo

from formalmath.lean.trace import Step
from formalmath.lean.traced_repository import TracedProof, steps_of, traced_proofs

SOURCE = """\
theorem foo (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · exact And.left ⟨hp, hq⟩
  · exact hq
theorem term : True := trivial
"""
BOTH = "p q : Prop\nhp : p\nhq : q\n⊢ p ∧ q"
LEFT, RIGHT = (f"case {name}\np q : Prop\nhp : p\nhq : q\n⊢ {goal}" for name, goal in
               (("left", "p"), ("right", "q")))  # fmt: skip


def tactic(parent: Element, line: int, start: int, text: str, before: str, after: str) -> Element:
    return SubElement(
        parent,
        "OtherNode",
        kind="Lean.Parser.Tactic.some",
        start=str((line, start)),
        end=str((line, start + len(text))),
        state_before=before,
        state_after=after,
        tactic=text,
    )


def atom(parent: Element, text: str) -> None:
    SubElement(parent, "AtomNode", val=text, leading="", trailing="")


def write_trace(root: Path) -> Path:
    """A trace file, as `TracedFile.to_xml` writes it."""
    (root / "Foo.lean").write_text(SOURCE)
    file = Element("TracedFile", path="Foo.lean", md5=hashlib.md5(SOURCE.encode()).hexdigest())
    tree = SubElement(file, "FileNode")
    SubElement(file, "Comments")
    theorem = SubElement(
        tree, "CommandTheoremNode", start="(1, 1)", end="(4, 13)", name="foo", full_name="foo"
    )
    sequence = SubElement(SubElement(theorem, "TacticTacticseq1IndentedNode"), "NullNode")
    tactic(sequence, 2, 3, "constructor", BOTH, f"{LEFT}\n\n{RIGHT}")
    for line, text, goal in [(3, "exact And.left ⟨hp, hq⟩", LEFT), (4, "exact hq", RIGHT)]:
        SubElement(sequence, "NullNode")
        bullet = tactic(sequence, line, 3, f"· {text}", goal, "no goals")
        inner = SubElement(SubElement(bullet, "TacticTacticseq1IndentedNode"), "NullNode")
        leaf = tactic(inner, line, 5, text, goal, "no goals")
        if "And.left" in text:
            SubElement(
                leaf, "IdentNode", start="(3, 11)", end="(3, 19)", leading="", trailing="",
                raw_val="And.left", val="And.left", full_name="And.left", mod_name="Init.Core",
                def_path="Init/Core.lean", def_start="(1, 1)", def_end="(1, 9)",
            )  # fmt: skip
    term = SubElement(
        tree, "CommandTheoremNode", start="(5, 1)", end="(5, 31)", name="term", full_name="term"
    )
    atom(term, "theorem")
    path = root / ".lake" / "build" / "ir" / "Foo.trace.xml"
    path.parent.mkdir(parents=True)
    ElementTree(file).write(path)
    return path


@pytest.fixture
def repo(tmp_path: Path) -> TracedRepo:
    source = object.__new__(LeanGitRepo)  # its constructor asks the network
    file = TracedFile.from_xml(tmp_path, write_trace(tmp_path), source)
    repo = TracedRepo(source, {}, tmp_path, [file], None)
    file.traced_repo = repo
    return repo


def test_the_steps_of_a_traced_repository(repo: TracedRepo) -> None:
    [proof] = traced_proofs(repo)
    assert proof == TracedProof(
        "foo",
        "Foo.lean",
        (
            Step(BOTH, "constructor", f"{LEFT}\n\n{RIGHT}"),
            Step(LEFT, "· exact And.left ⟨hp, hq⟩", "", ("And.left",)),
            Step(RIGHT, "· exact hq", ""),
            Step(LEFT, "exact And.left ⟨hp, hq⟩", "", ("And.left",)),
            Step(RIGHT, "exact hq", ""),
        ),
    )


def test_tactics_that_hold_others_may_be_left_out(repo: TracedRepo) -> None:
    [proof] = traced_proofs(repo, atomic_only=True)
    tactics = ["constructor", "exact And.left ⟨hp, hq⟩", "exact hq"]
    assert [step.tactic for step in proof.steps] == tactics
    foo, term = repo.get_traced_theorems()
    assert steps_of(foo, atomic_only=True) == proof.steps
    assert steps_of(term) == ()
