"""Lean's names as Python values, printed so that nothing in them hides, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

Name = tuple[str | int, ...]
"""Components of a full name; () is Lean's anonymous name."""


def show(name: Sequence[str | int]) -> str:
    """The name in one printable line: different names give different texts.

    A component that is no plain identifier (it holds a dot, a space, a line break, or begins with
    a digit) stands in guillemets, with every character outside printable ASCII escaped, so that
    an axiom called `propext` with something invisible behind it does not read as `propext`.
    """
    return ".".join(map(_component, name)) if name else "[anonymous]"


def parse(text: str) -> Name:
    """The name that a person writes as `Foo.bar` or `«odd name».bar`.

    The inverse of `show` for names whose components hold no backslash; a component of digits
    alone is a number.
    """
    parts: list[str | int] = []
    at = 0
    while at < len(text):
        if text[at] == "«" and (end := text.find("»", at)) > 0:
            parts.append(text[at + 1 : end])
            at = end + 2
            continue
        end = text.find(".", at)
        end = len(text) if end < 0 else end
        part = text[at:end]
        parts.append(int(part) if part.isascii() and part.isdigit() else part)
        at = end + 1
    return tuple(parts)


def as_written(name: Name) -> Name:
    """A declared name as the file's text has it: a private one without what Lean put before."""
    if name[:1] == ("_private",) and 0 in name:
        return name[name.index(0) + 1 :]
    return name


def _component(part: str | int) -> str:
    if isinstance(part, int):
        return str(part)
    if part and not part[0].isdigit() and all(map(_plain, part)):
        return part
    escaped = part.encode("unicode_escape").decode("ascii")
    return f"«{escaped}»"


def _plain(character: str) -> bool:
    # isalnum holds for Greek, subscripts and other letters that Lean's identifiers use.
    return character in "_'!?✝" or character.isalnum()
