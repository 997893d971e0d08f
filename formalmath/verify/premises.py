"""The constants that a compiled proof rests on directly, and nothing else."""

from __future__ import annotations

import re

from formalmath.verify.constants import Definition, Opaque, Theorem
from formalmath.verify.module import Module
from formalmath.verify.names import Name, as_written, show
from formalmath.verify.terms import CONST, OPERANDS


def direct_premises(module: Module, name: Name) -> tuple[str, ...]:
    """Full names of the constants in the proof of a theorem of this file, sorted.

    What Lean made for the proof alone, such as `foo._proof_1`, is no premise; what is in its proof
    is.

    Raises:
        KeyError: the file has no such declaration.
        OleanError: it is damaged.
    """
    terms = module.terms
    found: set[Name] = set()
    entered, waiting = {name}, [name]
    while waiting:
        constant = module.constant(waiting.pop())
        if not isinstance(constant, Theorem | Definition | Opaque):
            continue
        seen: set[int] = set()
        stack = [constant.value]
        while stack:
            index = stack.pop()
            if index in seen:
                continue
            seen.add(index)
            node = terms.exprs[index]
            stack += [node[slot] for slot in OPERANDS[node[0]]]
            if node[0] == CONST:
                used = terms.names[node[1]]
                if used not in module or not _made_for_a_proof(used):
                    found.add(used)
                elif used not in entered:
                    entered.add(used)
                    waiting.append(used)
    return tuple(sorted({show(as_written(each)) for each in found - {name}}))


_MADE = re.compile(r"_|(?:match|proof)_\d")


def _made_for_a_proof(used: Name) -> bool:
    """Whether Lean itself made a declaration, on behalf of another."""
    return any(isinstance(part, str) and _MADE.match(part) for part in as_written(used)[1:])
