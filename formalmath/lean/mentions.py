"""Which constants a text names, and nothing else.

Identifiers are resolved as Lean does: against the namespaces around, from the innermost outwards,
then as they stand and in what is opened; of `Nat.foo.symm` the longest part that is a constant
counts. This is lexical: a local variable hides a constant only if it is known to the caller, and
notations name nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass

from formalmath.lean.commands import commands
from formalmath.lean.goals import parse_goals
from formalmath.lean.proof_text import namespace_of
from formalmath.lean.tokens import Kind, Token, scan


@dataclass(frozen=True)
class Scope:
    """What a name at some place of a file is looked up in.

    Attributes:
        namespaces: those around, innermost first; the root is not among them.
        opened: namespaces whose names may be written without them, as they were written.
        aliases: single names that were opened, with the namespaces in which they may stand.
    """

    namespaces: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()

    def readings(self, name: str) -> Iterator[str]:
        """The full names that `name` may mean, in Lean's order."""
        if name.startswith("_root_."):
            yield name.removeprefix("_root_.")
            return
        for namespace in self.namespaces:
            yield f"{namespace}.{name}"
        yield name
        spaces = [*self.opened, *(space for space, alias in self.aliases if alias == name)]
        for opened in spaces:
            for outer in (*self.namespaces, ""):
                yield f"{outer}.{opened}.{name}".removeprefix(".")


def scope_of(prefix: str, theorem: str = "") -> Scope:
    """The scope at the end of a text, inside the theorem of that name."""
    stack: list[Scope] = [Scope()]
    for command in commands(prefix, scan(prefix).code):
        words = [token.text for token in command.tokens]
        top = stack[-1]
        if command.word == "namespace" and len(words) > 1:
            stack.append(_inside(top, words[1]))
        elif command.word in ("section", "mutual"):
            stack.append(top)
        elif command.word == "end" and len(stack) > 1:
            stack.pop()
        elif command.word == "open":
            stack[-1] = _opening(top, words[1:])
    own = namespace_of(theorem.removeprefix("_root_."))
    return _inside(stack[-1], own) if own else stack[-1]


def mentioned(
    text: str, scope: Scope, constants: Container[str], local: Collection[str] = ()
) -> tuple[str, ...]:
    """The constants that a tactic names, in full, each once, in order of appearance.

    Args:
        text: of the tactic.
        scope: where it stands.
        constants: full names of all that there are.
        local: names of variables and hypotheses, which are none.
    """
    found: dict[str, None] = {}
    code = scan(text).code
    split = bool(code) and code[0].text in _SPLITTING
    in_pattern = False
    for i, token in enumerate(code):
        in_pattern = split and (token.text == "|" or (in_pattern and token.text != "=>"))
        if in_pattern or token.kind is not Kind.WORD or _is_tactic(code, i) or _is_field(code, i):
            continue
        if token.text.split(".")[0] in local:
            continue
        if (full := _resolved(token.text, scope, constants)) is not None:
            found[full] = None
    return tuple(found)


def local_names(state: str) -> frozenset[str]:
    """The names of the variables and hypotheses of a state's goals."""
    return frozenset(d.ident for goal in parse_goals(state) for d in goal.assumptions)


def _resolved(name: str, scope: Scope, constants: Container[str]) -> str | None:
    while name:
        for full in scope.readings(name):
            if full in constants:
                return full
        name = namespace_of(name)
    return None


_SPLITTING = frozenset({"induction", "cases"})
"""Behind the `|` of their alternatives stand a case's tag and new names."""

_BEFORE = "; <;> · by try first repeat all_goals any_goals focus"
_BEFORE_TACTIC = frozenset(_BEFORE.split())


def _is_tactic(code: Sequence[Token], i: int) -> bool:
    """Whether the word is a tactic's own, or an option's: `simp`, `(config := ..)`."""
    if i == 0 or code[i - 1].text in _BEFORE_TACTIC:
        return "." not in code[i].text
    follows = code[i + 1].text if i + 1 < len(code) else ""
    return follows == ":=" and code[i - 1].text in {"(", "{", ","}


def _is_field(code: Sequence[Token], i: int) -> bool:
    """Whether the word is a field, as in `(f x).left` and `.inl`."""
    return i > 0 and code[i - 1].text == "." and code[i - 1].end == code[i].start


def _inside(scope: Scope, namespace: str) -> Scope:
    inner = []
    outer = scope.namespaces[0] if scope.namespaces else ""
    while namespace:
        inner.append(f"{outer}.{namespace}".removeprefix("."))
        namespace = namespace_of(namespace)
    return Scope((*inner, *scope.namespaces), scope.opened, scope.aliases)


def _opening(scope: Scope, words: Sequence[str]) -> Scope:
    """The scope behind `open` and these words."""
    if words[:1] == ["scoped"]:
        return scope
    if "(" in words:
        listed = words[words.index("(") + 1 :]
        names = tuple((words[0], name) for name in listed if name != ")")
        return Scope(scope.namespaces, scope.opened, (*scope.aliases, *names))
    for end in ("hiding", "renaming", "in"):
        if end in words:
            words = words[: words.index(end)]
    return Scope(scope.namespaces, (*scope.opened, *words), scope.aliases)
