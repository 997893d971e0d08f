"""Which texts a candidate may consist of, decided on their tokens before Lean sees them.

It keeps out what acts on the machine or on Lean itself while a file is elaborated, and what makes
a text mean something else than it says. The layers behind it do not count on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from formalmath.lean.commands import Command, commands
from formalmath.lean.tactic_text import tactic_fault
from formalmath.lean.tokens import Kind, Token, scan

MAX_CHARS = 1_000_000
"""Characters of a candidate's text."""

_COMMANDS = """
    abbrev class def deriving end example import include inductive instance lemma mutual namespace
    noncomputable omit open private protected section set_option structure theorem universe variable
"""
ALLOWED_COMMANDS = frozenset(_COMMANDS.split())
"""Commands of a whole file. No macro, notation or elaborator, no axiom, nothing that runs."""

ALLOWED_ATTRIBUTES = frozenset({"ext", "inline", "reducible", "simp", "specialize", "symm"})

ALLOWED_OPTIONS = frozenset(
    {
        "autoImplicit",
        "exponentiation.threshold",
        "linter.unusedVariables",
        "maxHeartbeats",
        "maxRecDepth",
        "pp.all",
        "pp.fullNames",
        "relaxedAutoImplicit",
        "synthInstance.maxHeartbeats",
        "synthInstance.maxSize",
    }
)
"""Options that change how long Lean works or what it prints, and nothing of what it accepts."""

_RUNS = """
    run_tac by_elab run_cmd run_elab run_meta elab eval% include_str
    unsafe implemented_by extern csimp
"""
FORBIDDEN_WORDS = frozenset(_RUNS.split())
"""Words that run code or read files while Lean elaborates, or replace what Lean compiled."""

_CODE_IN_STRING = re.compile(rf"\{{[\s\S]*\b(?:{'|'.join(FORBIDDEN_WORDS)}|set_option)\b")


def proof_fault(text: str) -> str | None:
    """Why `text` may not be the body of a proof; None if it may."""
    return _text_fault(text) or tactic_fault(text) or _word_fault(scan(text).code)


def file_fault(text: str) -> str | None:
    """Why `text` may not be a whole candidate file; None if it may."""
    if fault := _text_fault(text):
        return fault
    found = scan(text)
    if found.fault:
        return found.fault.what
    for command in commands(text, found.code):
        if fault := _command_fault(command):
            return fault
    return _word_fault(found.code)


def _text_fault(text: str) -> str | None:
    if len(text) > MAX_CHARS:
        return f"it has more than {MAX_CHARS} characters"
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        return "it holds half a surrogate pair, which no file can hold"
    return None


def _command_fault(command: Command) -> str | None:
    if command.tokens[0].kind in (Kind.DOC, Kind.MODULE_DOC):
        return None
    if command.word == "@[":
        names = [t.text for t in command.tokens[1:] if t.kind is Kind.WORD]
        strange = [name for name in names if name not in ALLOWED_ATTRIBUTES]
        return f"the attribute `{strange[0]}`" if strange else None
    if command.word in ALLOWED_COMMANDS:
        return None
    after = command.tokens[1:2] if command.word == "#" else ()
    return f"the command `{command.word}{''.join(token.text for token in after)}`"


def _word_fault(code: Sequence[Token]) -> str | None:
    for token, following in zip_longest(code, code[1:]):
        # Lean reads `{..}` in some strings as code, and which ones is for the grammar to say.
        if token.kind is Kind.STRING and _CODE_IN_STRING.search(token.text):
            return "a string with such code in it"
        if token.text in FORBIDDEN_WORDS and token.kind is Kind.WORD:
            return f"the word `{token.text}`"
        if token.text == "set_option" and (
            following is None or following.text not in ALLOWED_OPTIONS
        ):
            return f"the option `{following.text if following else ''}`"
    return None
