"""Whether a text can stand as a tactic block beside others in one document, and nothing else.

This protects the siblings of a candidate, and is no evidence of anything: after a syntax error Lean
skips to the next word that begins a command, so no such word may hide in a candidate.
"""

from __future__ import annotations

from collections.abc import Sequence

from formalmath.lean.commands import (
    COMMAND_WORDS,
    SCOPING,
    begins_command,
    brackets_fault,
    hash_command,
)
from formalmath.lean.tokens import Kind, Token, scan


def tactic_fault(text: str) -> str | None:
    """Why `text` is no tactic block that leaves its siblings alone; None if it may be one.

    `open Nat in simp` and `set_option trace.x true in simp` are tactics. Field names that are
    reserved words are let through in dotted identifiers (`h.end`) only, not in `(f x).end`.
    """
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        return "not a tactic: it holds half a surrogate pair, which no file can hold"
    found = scan(text)
    if found.fault:
        return f"not a tactic: {found.fault.what}"
    code = found.code
    if not code:
        return "not a tactic: it is empty"
    what = brackets_fault(code) or _command(code)
    return f"not a tactic: {what}" if what else None


def _command(code: Sequence[Token]) -> str | None:
    for i, token in enumerate(code):
        if not begins_command(code, i) or _opens(code, i):
            continue
        if token.kind is not Kind.WORD and token.text != "@[":
            return f"`{hash_command(code, i) or token.text[:3]}` begins a command"
        if token.text not in SCOPING:
            return f"`{token.text}` begins a command"
        if not _has_in(code, i):
            return f"`{token.text}` without `in` and a tactic is a command"
    return None


def _opens(code: Sequence[Token], i: int) -> bool:
    """Whether the token at `i` is the `scoped` of `open scoped Real in ..`."""
    return i > 0 and code[i].text == "scoped" and code[i - 1].text == "open"


def _has_in(code: Sequence[Token], i: int) -> bool:
    """Whether the `open` or `set_option` at `i` goes on to an `in` with something behind it."""
    for j in range(i + 1, len(code) - 1):
        token = code[j]
        if token.text == "in":
            return j > i + 1
        name = token.kind is Kind.WORD and (token.text not in COMMAND_WORDS or _opens(code, j))
        value = token.kind in {Kind.NUMBER, Kind.STRING} and code[i].text == "set_option"
        if not (name or value or token.text in {"(", ")", "→", "->", ","}):
            return False
    return False
