"""Whether a text can stand as a tactic block beside others in one document, and nothing else.

This protects the siblings of a candidate, and is no evidence of anything: after a syntax error Lean
skips to the next word that begins a command, so no such word may hide in a candidate. After an
unknown tactic it even resumes behind the first letter of its name: `xaxiom` is read as `axiom`.
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
    what = brackets_fault(code) or _command(code) or _hidden_command(text, code)
    if code[-1].kind is Kind.SYMBOL and code[-1].text.endswith("'"):
        # Where no notation has this symbol, Lean reads a character literal, across the line end.
        what = f"`{code[-1].text}` lacks what it applies to"
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


_TACTIC_FOLLOWS = """
    ; <;> · . by in then else do try first focus repeat repeat' repeat1 repeat1' all_goals any_goals
    iterate fail_if_success show_term
"""
_BEFORE_TACTIC = frozenset(_TACTIC_FOLLOWS.split())
_LISTS = frozenset({",", "[", "⟨"})


def _hidden_command(text: str, code: Sequence[Token]) -> str | None:
    """A word where a tactic is expected, and that begins a command less its first letter."""
    for i, token in enumerate(code):
        if token.kind is not Kind.WORD:
            continue
        rest = scan(token.text[1:].removeprefix(".")).tokens[:1]
        hides = token.text[0] == "«" or (rest and rest[0].text in COMMAND_WORDS)
        if hides and _expects_tactic(text, code, i):
            return f"no tactic is called `{token.text}`"
    return None


def _expects_tactic(text: str, code: Sequence[Token], i: int) -> bool:
    """Whether a tactic may be expected at the token `i`; when in doubt, yes."""
    if i == 0:
        return True
    before = code[i - 1].text
    match before:
        case "(" | "{":
            return _expects_tactic(text, code, i - 1)
        case "|":
            return any(t.text == "first" for t in code[:i])
        case "=>":
            opener = next((t.text for t in reversed(code[:i]) if t.text in _ALTERNATIVE), "")
            return opener not in {"fun", "λ"}
        case _:
            if "\n" in text[code[i - 1].end : code[i].start] and before not in _LISTS:
                return True
            return before in _BEFORE_TACTIC or code[i - 1].kind is Kind.NUMBER


_ALTERNATIVE = frozenset({"fun", "λ", "|", "with", "case", "next", "on_goal"})


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
