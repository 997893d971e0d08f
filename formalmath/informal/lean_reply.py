"""The Lean statement in a model's reply, split into binders, proposition and proof; nothing else.

What is no plain statement is refused: whatever a model writes becomes part of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from formalmath.errors import InputError
from formalmath.informal.claims import LeanStatement
from formalmath.lean.commands import CLOSING, OPENING, commands, proof_assign
from formalmath.lean.statement import NAME, statement_theorem
from formalmath.lean.tokens import Token, scan

MAX_CHARACTERS = 4_000
"""Of one statement with its proof."""

_FENCE = re.compile(r"```(?:lean4?|lean\s?4)?[ \t]*\n(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)
_BEGINS = re.compile(r"^[ \t]*(?:theorem|lemma|example)\b", re.MULTILINE)
_REFUSED = frozenset({"sorry", "admit", "by", "open", "set_option", "local", "unsafe"})
"""Words that a statement has no use for and that could change what it means."""
_RELATIONS = frozenset("=≠<≤>≥∣∧∨¬↔∃∀∈∉⊆") | {"Even", "Odd", "Nat.Prime", "Prime", "Irrational"}


def lean_statement(reply: str) -> LeanStatement | None:
    """The first theorem of a reply; None if there is none.

    Raises:
        InputError: it is no plain statement.
    """
    fenced = _FENCE.search(reply)
    text = fenced[1] if fenced else reply
    begins = _BEGINS.search(text)
    if begins is None:
        return None
    text = text[begins.start() :].strip()
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"The statement is longer than {MAX_CHARACTERS:,} characters.")
    code = scan(text).code
    parts = commands(text, code)
    if len(parts) > 1:
        text = text[: parts[1].start].rstrip()
        code = scan(text).code
    assign = proof_assign(code)
    stated = text if assign is None else text[: code[assign].start]
    proof = "" if assign is None else text[code[assign].end :]
    binders, proposition = _split(_without_comments(stated))
    return LeanStatement(binders, proposition, _tactics(proof))


def _without_comments(text: str) -> str:
    for token in reversed(scan(text).tokens):
        if token.is_comment:
            text = f"{text[: token.start]} {text[token.end :]}"
    return re.sub(r"\s+", " ", text).strip()


def _split(text: str) -> tuple[str, str]:
    """Binders and proposition of a theorem without a proof."""
    head = f"theorem {NAME}"
    stated = statement_theorem(text).statement.removeprefix(head).strip()
    code = scan(stated).code
    if refused := sorted({token.text for token in code} & _REFUSED):
        raise InputError(f"A statement may not hold `{refused[0]}`.")
    if stated.startswith(".{"):
        raise InputError("A statement may not name universes.")
    colon = next(i for i, depth in _depths(code) if depth == 0 and code[i].text == ":")
    binders, proposition = stated[: code[colon].start], stated[code[colon].end :]
    if depths := [i for i, depth in _depths(code[:colon]) if depth == 0]:
        raise InputError(f"The binder `{code[depths[0]].text}` has no brackets.")
    return binders.strip(), proposition.strip()


def _depths(code: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each token's index, with how many brackets are open around it; a bracket counts itself."""
    depth = 0
    for i, token in enumerate(code):
        depth += token.text in OPENING or token.text == "⦃"
        yield i, depth
        depth -= token.text in CLOSING or token.text == "⦄"


def _tactics(proof: str) -> str:
    """The tactics of a proof, or the term as one; "" for none and for `sorry`."""
    proof = proof.strip()
    words = [token.text for token in scan(proof).code]
    if not words or "sorry" in words or "admit" in words:
        return ""
    if words[0] != "by":
        return f"exact {proof}"
    body = proof.removeprefix("by").strip("\n").rstrip()
    return _dedented(body)


def _dedented(body: str) -> str:
    """Moved to the left as one block; the first line may stand behind `by`."""
    first, _, rest = body.partition("\n")
    lines = [line for line in rest.splitlines() if line.strip()]
    if not lines:
        return first.strip()
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    if first[:1] == " " and len(first) - len(first.lstrip()) == 1:
        first = " " * margin + first.lstrip()  # `by norm_num` and more tactics below
    lines = [first, *lines] if first.strip() else lines
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[margin:] for line in lines)


def unused_variables(statement: LeanStatement) -> list[str]:
    """Variables that neither the proposition nor another binder speaks of.

    A binder is a variable unless its type is a proposition, which is told by its symbols, or by a
    name that begins with `h`.
    """
    bound: list[tuple[list[str], set[str]]] = []
    code = scan(statement.binders).code
    groups = groupby(_numbered(code), key=lambda pair: pair[0])
    for _, pairs in groups:
        inside = [token for _, token in pairs][1:-1]
        colon = next((i for i, t in enumerate(inside) if t.text == ":"), len(inside))
        type_words = {token.text for token in inside[colon:]}
        is_variable = colon < len(inside) and not type_words & _RELATIONS
        names = [t.text for t in inside[:colon] if is_variable and not t.text.startswith("h")]
        bound.append((names, _heads(type_words)))
    used = _heads({token.text for token in scan(statement.proposition).code})
    used |= {word for _, words in bound for word in words}
    return [name for names, _ in bound for name in names if name not in used and name != "_"]


def _heads(words: set[str]) -> set[str]:
    """`x.val` speaks of `x` as well."""
    return words | {word.partition(".")[0] for word in words}


def _numbered(code: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Each token with the number of the binder that it belongs to."""
    number = 0
    for i, depth in _depths(code):
        yield number, code[i]
        number += depth == 1 and code[i].text in CLOSING


def assumes_its_claim(statement: LeanStatement) -> bool:
    """Whether a hypothesis is the proposition itself, word for word."""
    claim = [token.text for token in scan(statement.proposition).code]
    code = scan(statement.binders).code
    for _, pairs in groupby(_numbered(code), key=lambda pair: pair[0]):
        inside = [token.text for _, token in pairs][1:-1]
        if ":" in inside and inside[inside.index(":") + 1 :] == claim:
            return True
    return False
