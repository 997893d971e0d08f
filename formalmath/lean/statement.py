"""A statement typed on a command line, made a theorem, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from formalmath.errors import InputError
from formalmath.lean.commands import (
    CLOSING,
    OPENING,
    THEOREM_WORDS,
    brackets_fault,
    commands,
    is_sorry,
    proof_assign,
)
from formalmath.lean.proof_text import namespace_of
from formalmath.lean.theorem import Theorem
from formalmath.lean.tokens import Kind, Token, scan

NAME = "statement"
_LOOKS_LIKE = "Give binders, a colon and a proposition, such as '(n : ℕ) : n + 0 = n'."


def statement_theorem(text: str, header: str = "", keep_name: bool = False) -> Theorem:
    """The theorem that a person gave on the command line, under the name `statement`.

    It may be binders, colon and proposition; a proposition alone; or a whole `theorem` (`lemma`,
    `example`), whose name is replaced so that it cannot be taken already (`Nat.foo` becomes
    `Nat.statement`). `:=`, `:= by` and a `sorry` at its end are dropped, and so are doc comments,
    attributes and modifiers before it.

    Args:
        text: what was given.
        header: what stands before it: imports and opens.
        keep_name: leave a whole theorem its own name, which its proof may speak of.

    Raises:
        InputError: it does not look like a statement.
    """
    code = _readable(text)
    whole = code[0].kind is Kind.WORD and code[0].text in THEOREM_WORDS | {"example"}
    end = len(text)
    assign = proof_assign(code)
    if assign is not None:
        proof = code[assign + 1 :]
        if proof and not is_sorry(proof) and [t.text for t in proof] != ["by"]:
            raise InputError(
                "The statement has a proof already. Give it without one; `check` judges proofs."
            )
        end, code = code[assign].start, code[:assign]
    name, start, body = NAME, code[0].start if code else 0, code
    if whole:
        name, start, body = _named(code, keep_name)
    colon = _colon(body, any_binder=whole)
    if whole and colon is None:
        raise InputError(f"The statement has no colon before its proposition. {_LOOKS_LIKE}")
    if not body or colon == len(body) - 1:
        raise InputError(f"The statement has no proposition. {_LOOKS_LIKE}")
    stated = text[start:end].strip()
    gap = "" if stated.startswith(".{") else " " if colon is not None else " : "
    return Theorem(name, header, f"theorem {name}{gap}{stated}", "--statement")


def _readable(text: str) -> Sequence[Token]:
    """The tokens of one statement, without what decorates it.

    Raises:
        InputError: there are none, they cannot be read, or there is more than one command.
    """
    found = scan(text)
    code = found.code
    if not code:
        raise InputError(f"The statement is empty. {_LOOKS_LIKE}")
    what = found.fault.what if found.fault else brackets_fault(code)
    if what:
        raise InputError(f"The statement cannot be read: {what}. {_LOOKS_LIKE}")
    parts = commands(text, code)
    while len(parts) > 1 and parts[0].is_decoration:
        code = code[len(parts.pop(0).tokens) :]
    whole = bool(parts) and parts[0].word in THEOREM_WORDS | {"example"}
    if len(parts) > whole:
        raise InputError(
            f"The statement holds the command `{parts[int(whole)].word[:20]}`. "
            "Give one proposition, or put the text into a file and give its path."
        )
    return code


def _named(code: Sequence[Token], keep_name: bool) -> tuple[str, int, Sequence[Token]]:
    """Of a whole theorem: its name from now on, where the text behind it begins, its tokens."""
    if code[0].text == "example":
        return NAME, code[0].end, code[1:]
    if len(code) < 2 or code[1].kind is not Kind.WORD:
        raise InputError(f"The `{code[0].text}` has no name. {_LOOKS_LIKE}")
    own = code[1].text
    name = own if keep_name else ".".join(filter(None, [namespace_of(own), NAME]))
    return name, code[1].end, code[2:]


def _colon(tokens: Sequence[Token], *, any_binder: bool) -> int | None:
    """The index of the colon behind the binders that `tokens` begin with, or None.

    With `any_binder`, binders without brackets and universe names may stand there too.
    """
    depth = 0
    for i, token in enumerate(tokens):
        if token.text in OPENING or token.text == "⦃":
            depth += 1
        elif token.text in CLOSING or token.text == "⦄":
            depth -= 1
        elif depth == 0 and token.text == ":":
            return i
        elif depth == 0 and not any_binder:
            return None
    return None
