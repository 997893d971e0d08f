"""Which words begin a Lean command, and where the commands of a file begin, and nothing else.

This is lexical: Lean's own parser knows more, but every word here is a reserved token of Lean,
Batteries or Mathlib, so that none of them can be an ordinary identifier where those are imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from formalmath.lean.tokens import Kind, Token

THEOREM_WORDS = frozenset({"theorem", "lemma"})

SCOPING = frozenset({"open", "set_option"})
"""Commands that are also tactics and terms where an `in` follows: `open Nat in simp`."""

_MODIFIERS = "private protected public noncomputable nonrec unsafe partial meta local scoped"
_COMMANDS = """
    abbrev add_aesop_rules add_decl_doc alias assert_not_exists assert_not_imported attribute
    axiom binder_predicate builtin_dsimproc builtin_initialize builtin_simproc class coinductive
    compile_def compile_inductive count_heartbeats declare_aesop_rule_sets
    declare_command_config_elab declare_config_elab declare_simp_like_tactic declare_syntax_cat
    def deprecated_module deriving dsimproc dsimproc_decl elab elab_rules end erase_aesop_rules
    example export extend_docs gen_injective_theorems grind_pattern guard_min_heartbeats import
    include inductive infix infixl infixr init_quot initialize initialize_simps_projections
    instance irreducible_def library_note macro macro_rules mk_iff_of_inductive_prop mutual
    namespace notation notation3 omit opaque postfix prefix prelude proof_wanted recall
    register_builtin_option register_error_explanation register_label_attr register_linter_set
    register_option register_parser_alias register_simp_attr register_tactic_tag run_cmd
    run_elab run_meta seal section simproc simproc_decl simproc_pattern structure
    suppress_compilation syntax tactic_extension unif_hint universe unseal unset_option
    unsuppress_compilation variable whatsnew
"""

MODIFIERS = frozenset(_MODIFIERS.split())
"""Words that stand before a command and belong to it."""

COMMAND_WORDS = THEOREM_WORDS | SCOPING | MODIFIERS | frozenset(_COMMANDS.split())
"""Words that begin a command."""

OPENING = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "@[": "]"}
CLOSING = frozenset(OPENING.values())


@dataclass(frozen=True)
class Command:
    """A stretch of a file from a word that begins a command up to the next one.

    Doc comments, attributes and modifiers come out as commands of their own.
    """

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Its offset in the text."""
        return self.tokens[0].start

    @property
    def word(self) -> str:
        """What it begins with."""
        return self.tokens[0].text

    @property
    def is_decoration(self) -> bool:
        """It belongs to the command after it: a doc comment, `@[..]`, or a modifier."""
        return self.tokens[0].kind is Kind.DOC or (
            self.word == "@[" or (self.word in MODIFIERS and len(self.tokens) == 1)
        )


def commands(text: str, code: Sequence[Token]) -> list[Command]:
    """Cut the tokens of `text` (without comments) where commands begin.

    What stands before the first one, which is nothing in a proper file, is left out.
    """
    starts: list[int] = []
    depth = 0
    indent = 0  # of the line on which the command at hand begins
    for i, token in enumerate(code):
        line = text.rfind("\n", 0, token.start) + 1
        if begins_command(code, i) and (depth == 0 or token.start == line):
            inner = token.text in SCOPING and bool(starts) and token.start - line > indent
            if not inner and not _is_part(code, i):
                depth = 0
                indent = len(text[line : token.start]) - len(text[line : token.start].lstrip())
                starts.append(i)
        if token.text in OPENING and token.kind is Kind.SYMBOL:
            depth += 1
        elif token.text in CLOSING and token.kind is Kind.SYMBOL:
            depth = max(0, depth - 1)
    ends = [*starts[1:], len(code)]
    return [Command(tuple(code[a:b])) for a, b in zip(starts, ends, strict=bool(starts))]


def begins_command(code: Sequence[Token], i: int) -> bool:
    """Whether the token at `i` can begin a command, wherever it stands."""
    token = code[i]
    match token.kind:
        case Kind.WORD:
            return token.text in COMMAND_WORDS
        case Kind.DOC | Kind.MODULE_DOC:
            return True
        case Kind.SYMBOL:
            return token.text == "@[" or bool(hash_command(code, i))
        case _:
            return False


def hash_command(code: Sequence[Token], i: int) -> str:
    """The `#eval` or the like that begins at `i`, or "". `#s`, Mathlib's cardinality, is none.

    Told apart by length: commands have three letters or more, sets in statements seldom.
    """
    if code[i].text != "#" or i + 1 == len(code) or code[i + 1].start != code[i].end:
        return ""
    word = code[i + 1].text
    is_command = code[i + 1].kind is Kind.WORD and word[:3].isascii() and word[:3].islower()
    return f"#{word}" if is_command and len(word) >= 3 and word[:3].isalpha() else ""


def _is_part(code: Sequence[Token], i: int) -> bool:
    """Whether the command word at `i` is a field (`(f x).end`) or the `scoped` of an `open`."""
    if i == 0:
        return False
    before = code[i - 1]
    if code[i].text in {"scoped", "local"}:
        return before.text == "open"
    return before.text == "." and i > 1 and code[i - 2].end == before.start == code[i].start - 1


def brackets_fault(code: Sequence[Token]) -> str | None:
    """What is wrong with the brackets of a text, or None."""
    waiting: list[str] = []
    for token in code:
        if token.kind is not Kind.SYMBOL:
            continue
        if token.text in OPENING:
            waiting.append(token.text)
        elif token.text in CLOSING and (not waiting or OPENING[waiting.pop()] != token.text):
            return f"`{token.text}` closes nothing"
    return f"`{waiting[-1]}` is not closed" if waiting else None


_LOCAL_DEFINITIONS = frozenset({"let", "have", "letI", "haveI", "let_fun"})
_SORRY = (["sorry"], ["by", "sorry"])


def proof_assign(tokens: Sequence[Token]) -> int | None:
    """The index of the `:=` that begins the proof of the theorem that `tokens` are, if any.

    Outside brackets it is the first `:=` that no `let` or `have` of the statement takes; where all
    are taken (a `let` by cases has none of its own), the last one if only `sorry` follows.
    """
    depth = taken = 0
    last: int | None = None
    for i, token in enumerate(tokens):
        if token.kind is Kind.SYMBOL and token.text in OPENING:
            depth += 1
        elif token.kind is Kind.SYMBOL and token.text in CLOSING:
            depth -= 1
        elif depth == 0 and token.kind is Kind.WORD and token.text in _LOCAL_DEFINITIONS:
            taken += 1
        elif depth == 0 and token.text == ":=":
            if not taken:
                return i
            taken -= 1
            last = i
    return last if last is not None and is_sorry(tokens[last + 1 :]) else None


def is_sorry(proof: Sequence[Token]) -> bool:
    """Whether a proof is `sorry` or `by sorry`, no more and no less."""
    return [token.text for token in proof] in _SORRY
