"""What the declarations of one compiled module refer to; a program that answers for many.

It needs only the standard library. Lines of JSON on stdin, each the list of a module's files; for
each a line on stdout:

    {"names": [text, ...], "units": [[[[name, kind, unsafe], ...], [name, ...]], ...]}
    or {"failed": "why"}

where `name` is an index into `names`, a unit is what the kernel takes in one step, each behind
those that it depends on, and the second list is what the unit refers to, itself left out.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

if __name__ == "__main__":
    # Started with -I -S: only the standard library is on the path.
    sys.modules["formalmath"] = ModuleType("formalmath")
    sys.modules["formalmath"].__path__ = [str(Path(__file__).parents[1])]

from formalmath.verify.closure import Unit, closure_of_all
from formalmath.verify.constants import exprs_of, is_unsafe, kind_of
from formalmath.verify.module import Module
from formalmath.verify.names import Name, show
from formalmath.verify.olean import OleanError
from formalmath.verify.terms import APP, CONST, NAT, OPERANDS, PROJ, STR


def summary(parts: Sequence[bytes]) -> dict[str, Any]:
    """What is answered for a module's files.

    Raises:
        OleanError: they are damaged.
    """
    module = Module(*parts)
    numbers: dict[Name, int] = {}
    units = []
    for unit in closure_of_all(module).units:
        own = {constant.name for constant in unit}
        declared = [
            [numbers.setdefault(c.name, len(numbers)), kind_of(c), is_unsafe(c)] for c in unit
        ]
        wanted = _references(module, unit) - own
        units.append([declared, [numbers.setdefault(name, len(numbers)) for name in wanted]])
    return {"names": [show(name) for name in numbers], "units": units}


def _references(module: Module, unit: Unit) -> set[Name]:
    """All names that occur in a unit's expressions."""
    exprs = module.terms.exprs
    found, seen = set[int](), set[int]()
    others = set[Name]()
    stack = [expr for constant in unit for expr in exprs_of(constant)]
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        node = exprs[index]
        kind = node[0]
        if kind == APP:
            stack += node[1:3]
            continue
        if kind in (CONST, PROJ):
            found.add(node[1])
        elif kind in (NAT, STR):
            others.add(("Nat",) if kind == NAT else ("String",))
        stack += [node[slot] for slot in OPERANDS[kind]]
    return others.union(module.terms.names[index] for index in found)


def main() -> None:
    """Answer until stdin closes."""
    for line in sys.stdin:
        try:
            answer = summary([Path(part).read_bytes() for part in json.loads(line)])
        except (OleanError, OSError) as error:
            answer = {"failed": str(error)}
        try:
            print(json.dumps(answer), flush=True)
        except BrokenPipeError:  # nobody waits any more
            os._exit(0)


if __name__ == "__main__":
    main()
