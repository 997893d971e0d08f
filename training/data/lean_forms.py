"""Lean statements and goals in a form that forgets how they are written, and nothing else.

Two texts have one form if they state the same up to: white space and comments; names of variables
and hypotheses; brackets, coercion arrows, and type ascriptions; ASCII or Unicode spelling; the
name spaces of constants; how absolute values, floors and ceilings are written; and whether a
premise stands before the colon, as `∀` or `→`, or was introduced. So a theorem, and the state that
its proof begins with, have one form, unless Lean prints it otherwise (`n.Prime`). Numbers,
constants and the order of premises count. The form forgets more than Lean does: it is meant for
finding what should not be trained on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_SPELLINGS = {
    "->": "→", "<->": "↔", "<=": "≤", ">=": "≥", "!=": "≠", "/\\": "∧", "\\/": "∨", "|>.": ".",
    "Nat": "ℕ", "Int": "ℤ", "Rat": "ℚ", "Real": "ℝ", "Complex": "ℂ", "forall": "∀", "exists": "∃",
    "fun": "λ", "↦": "=>", "in": "∈", "sqrt": "√", "pi": "π", "Not": "¬", "Dvd": "∣",
}  # fmt: skip
_TYPES = frozenset(
    {"ℕ", "ℤ", "ℚ", "ℝ", "ℂ", "+", "PNat", "NNReal", "Prop", "Type", "Sort", "Bool", "Set",
     "Finset", "Multiset", "List", "Array", "Fin", "ZMod", "→", "×", "Fintype", "Polynomial", "_"}
)  # fmt: skip
_BINDING = frozenset(["∀", "∃", "λ", "∑", "∏", "⋃", "⋂", "⨆", "⨅"])
_LOOSE = frozenset(["∀", "∃", "λ", "↔"])
"""An arrow behind one of these belongs to it."""
_OPENING = {"(": ")", "{": "}", "[": "]", "⦃": "⦄", "⟨": "⟩"}
_CLOSING = frozenset(_OPENING.values())
_DROPPED = frozenset(
    ["(", ")", "↑", "⇑", "↥", "|", "⌊", "⌋", "⌈", "⌉", "₊", "abs", "floor", "ceil"]
)
_NAME = r"[^\W\d][\w'!?✝₀-₉ᵢⱼₙ¹²³]*|«[^»]*»"
_TOKEN = re.compile(
    rf"/-.*?-/|--[^\n]*|(?:{_NAME})(?:\.(?:{_NAME}|\d+))*|\d+(?:\.\d+)?"
    r"|:=|=>|<->|->|<=|>=|!=|/\\|\\/|[^\s]",
    re.DOTALL,
)
_STATED = re.compile(r"(?<![\w.«'])(?:theorem|lemma|example)(?![\w.'])")
_IDENTIFIER = re.compile(rf"(?:{_NAME})\Z|(?:{_NAME})\.")
_ENTRY = re.compile(r"\n(?![ \t])")

Tokens = Sequence[str]


def forms(text: str) -> Iterator[str]:
    """The forms of all theorems and goals in a text, of whatever kind the text is."""
    for found in _STATED.finditer(text):
        if form := statement_form(text[found.start() :]):
            yield form
    if "⊢" in text:
        for block in text.split("\n\n"):
            if "⊢" in block:
                yield goal_form(block)


def statement_form(text: str) -> str:
    """The form of the theorem that a text begins with, up to its `:=`; "" if there is none.

    The text begins with `theorem`, `lemma` or `example`.
    """
    tokens = _tokens(text)[1:]
    at = 0
    while at < len(tokens) and tokens[at] not in _OPENING and tokens[at] != ":":
        at += 1  # its name
    names: set[str] = set()
    premises: list[Tokens] = []
    while at < len(tokens) and tokens[at] in _OPENING:
        end = _close(tokens, at)
        _bind(tokens[at + 1 : end], names, premises)
        at = end + 1
    if at >= len(tokens) or tokens[at] != ":":
        return ""
    end = next((i for i, token in _outside(tokens, at + 1) if token == ":="), len(tokens))
    return _form(names, premises, tokens[at + 1 : end])


def goal_form(goal: str) -> str:
    """The form of one goal as Lean prints it."""
    names: set[str] = set()
    premises: list[Tokens] = []
    conclusion: Tokens = ()
    for entry in _ENTRY.split(goal.strip("\n")):
        if entry.startswith("⊢"):
            conclusion = _tokens(entry)[1:]
        elif " :" in entry and not entry.startswith("case "):
            _bind(_tokens(entry), names, premises)
    return _form(names, premises, conclusion)


def _form(names: set[str], premises: list[Tokens], conclusion: Tokens) -> str:
    """Premises and conclusion on a line each, local names as `#0`, `#1` by first appearance."""
    conclusion = _introduced(conclusion, names, premises)
    lines = [_plain(line) for line in (*premises, conclusion)]
    for line in lines:
        names |= _bound(line)
    ranks: dict[str, str] = {}
    return "\n".join(
        " ".join(_renamed(token, names, ranks) for token in line) for line in lines if line
    )


def _introduced(conclusion: Tokens, names: set[str], premises: list[Tokens]) -> Tokens:
    """The conclusion after `intro` of all that can be; what was introduced joins the premises."""
    while conclusion:
        if conclusion[0] == "∀":
            end = next((i for i, token in _outside(conclusion, 1) if token == ","), 0)
            if not end:
                return conclusion
            binder = list(conclusion[1:end])
            if binder and binder[0] in _OPENING:
                at = 0
                while at < len(binder) and binder[at] in _OPENING:
                    close = _close(binder, at)
                    _bind(binder[at + 1 : close], names, premises)
                    at = close + 1
            else:
                _bind(binder, names, premises)
            conclusion = conclusion[end + 1 :]
            continue
        arrow = 0
        for i, token in _outside(conclusion, 0):
            if token in _LOOSE:
                break
            if token == "→":
                arrow = i
                break
        if not arrow or "↔" in [token for _, token in _outside(conclusion, 0)]:
            return conclusion
        premises.append(conclusion[:arrow])
        conclusion = conclusion[arrow + 1 :]
    return conclusion


def _bind(binder: Tokens, names: set[str], premises: list[Tokens]) -> None:
    """Take `x y : T`, `T` of an instance, or `x > 0` of a bounded quantifier."""
    colon = next((i for i, token in _outside(binder, 0) if token == ":"), None)
    if colon is not None:
        declared, kind = binder[:colon], binder[colon + 1 :]
        names.update(declared)
        if not all(token in _TYPES or token in _DROPPED or token.isdigit() for token in kind):
            premises.extend([kind] * len(declared))
    elif len(binder) > 1 and binder[1] in ("<", ">", "≤", "≥", "≠", "∈", "∣"):
        names.add(binder[0])
        premises.append(binder)
    elif all(_IDENTIFIER.match(token) for token in binder):
        names.update(binder)
    else:
        premises.append(binder)


def _plain(tokens: Tokens) -> list[str]:
    """Without ascriptions to the usual types, brackets and what Lean prints as such, coercions."""
    out: list[str] = []
    at = 0
    while at < len(tokens):
        if tokens[at] == ":":
            end = at + 1
            while end < len(tokens) and (tokens[end] in _TYPES or tokens[end].isdigit()):
                end += 1
            if end > at + 1 and (end == len(tokens) or tokens[end] in (")", ",", "|", "=>", "}")):
                at = end
                continue
        if tokens[at].rpartition(".")[2] not in _DROPPED:
            out.append(tokens[at])
        at += 1
    return out


def _bound(line: Tokens) -> set[str]:
    """Names that a quantifier, a sum, a function or a set-builder binds."""
    names: set[str] = set()
    for i, token in enumerate(line):
        if token in _BINDING or token == "{":
            for other in line[i + 1 :]:
                if not _IDENTIFIER.match(other) or other in _TYPES:
                    break
                names.add(other)
                if token == "{":
                    break
    return names


def _renamed(token: str, names: set[str], ranks: dict[str, str]) -> str:
    """A local name by its rank; of a constant its last part, so that `open` makes no difference."""
    head, dot, rest = token.partition(".")
    if head in names:
        return ranks.setdefault(head, f"#{len(ranks)}") + dot + rest
    if dot and _IDENTIFIER.match(token):
        last = token.rpartition(".")[2]
        return _SPELLINGS.get(last, last)
    return token


def _tokens(text: str) -> list[str]:
    found = (token for token in _TOKEN.findall(text) if not token.startswith(("--", "/-")))
    return [_SPELLINGS.get(token, token) for token in found]


def _outside(tokens: Tokens, start: int) -> Iterator[tuple[int, str]]:
    """The tokens from `start` on that stand in no bracket, with their places."""
    depth = 0
    for i in range(start, len(tokens)):
        if tokens[i] in _CLOSING:
            depth -= 1
        elif tokens[i] in _OPENING:
            depth += 1
        elif depth <= 0:
            yield i, tokens[i]


def _close(tokens: Tokens, at: int) -> int:
    """The place of the bracket that closes the one at `at`; the end if none does."""
    depth = 0
    for i in range(at, len(tokens)):
        if tokens[i] in _OPENING:
            depth += 1
        elif tokens[i] in _CLOSING:
            depth -= 1
            if not depth:
                return i
    return len(tokens)
