"""Lean names as linker symbols and as Lean text, and nothing else.

Lean's compiler writes the name `Lean.Parser.Tactic.exact?` as `Lean_Parser_Tactic_exact_x3f`
(after the prefix `l_`): parts are joined by `_`, an underscore is doubled, other characters
become `_x`, `_u` or `_U` and 2, 4 or 8 hexadecimal digits, a numeric part is followed by `_`,
and `_00` starts a part that would otherwise be read wrongly. The rules follow
Lean.Compiler.NameMangling of Lean 4.35.0.
"""

from __future__ import annotations

import re

Name = tuple[str | int, ...]
"""A Lean name: its parts, outermost first. The empty tuple is the anonymous name."""

_HEX = {"x": 2, "u": 4, "U": 8}
_LOWER_HEX = frozenset("0123456789abcdef")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_'!?]*")
_KEYWORD_LIST = """
    abbrev admit at attribute axiom by calc class def deriving do else end example
    exists export extends for forall from fun have if import in inductive infix instance let macro
    match mutual namespace nofun nomatch noncomputable notation opaque open partial private
    protected return section set_option show sorry structure suffices syntax elab then theorem
    try catch finally unless universe unsafe variable where with mut Prop Sort Type"""
_KEYWORDS = frozenset(_KEYWORD_LIST.split())


def quote(name: Name) -> str:
    """The name as Lean source text; parts that are no plain identifier get «»."""
    return ".".join(
        part
        if isinstance(part, str) and _PLAIN.fullmatch(part) and part not in _KEYWORDS
        else f"«{part}»"
        for part in name
    )


def mangle(name: Name) -> str:
    """The symbol of `name`, without the prefix `l_`. An empty string part is not allowed."""
    symbol = ""
    previous: str | int | None = None
    for part in name:
        if isinstance(part, int):
            symbol += f"_{part}_" if previous is not None else f"{part}_"
        else:
            text = "".join(_mangle_character(c) for c in part)
            if _misread(text) or (isinstance(previous, str) and previous.endswith("_")):
                text = "00" + text
            symbol += text if previous is None else "_" + text
        previous = part
    return symbol


def demangle(symbol: str) -> Name:
    """The name whose symbol (without `l_`) this is. Inverse of `mangle` on its image.

    A symbol that `mangle` cannot have made (C code has such) gives some name all the same.
    """
    parts: list[str | int] = []
    text = ""  # the string part being read
    position = 0
    start = True  # between parts: a number or a `00` may follow
    while position < len(symbol):
        if start:
            position, number = _number(symbol, position)
            if number is not None:
                parts.append(number)
                position += 1  # a numeric part ends in `_`
                if position >= len(symbol):
                    return tuple(parts)
                position += 1  # the separator before the next part
                continue
            if symbol.startswith("00", position):
                position += 2
            start, text = False, ""
            continue
        if symbol[position] != "_":
            text += symbol[position]
            position += 1
            continue
        run = len(symbol) - position - len(symbol[position:].lstrip("_"))
        position += run
        if run % 2 == 0:
            text += "_" * (run // 2)
            continue
        character, length = _escaped(symbol, position)
        if character is not None:
            text += "_" * (run // 2) + character
            position += length
        elif symbol[position : position + 1].isdigit():
            parts.append(text + "_" * (run // 2))
            start = True
        else:
            parts.append(text)
            text = "_" * (run // 2)
    if not start:
        parts.append(text)
    return tuple(parts)


def _mangle_character(c: str) -> str:
    if c.isascii() and c.isalnum():
        return c
    if c == "_":
        return "__"
    code = ord(c)
    if code < 0x100:
        return f"_x{code:02x}"
    return f"_u{code:04x}" if code < 0x10000 else f"_U{code:08x}"


def _misread(mangled: str) -> bool:
    """Whether a part that begins like this would be read as an escape or a number."""
    rest = mangled.lstrip("_")
    if not rest:
        return True
    if rest[0] in _HEX:
        return _is_hex(rest[1 : 1 + _HEX[rest[0]]], _HEX[rest[0]])
    return rest[0].isdigit()


def _is_hex(digits: str, length: int) -> bool:
    return len(digits) == length and _LOWER_HEX.issuperset(digits)


def _escaped(symbol: str, position: int) -> tuple[str | None, int]:
    """The character escaped at `position` (after its `_`) and its length, or (None, 0)."""
    length = _HEX.get(symbol[position : position + 1], 0)
    digits = symbol[position + 1 : position + 1 + length]
    if length and _is_hex(digits, length) and int(digits, 16) < 0x110000:
        return chr(int(digits, 16)), 1 + length
    return None, 0


def _number(symbol: str, position: int) -> tuple[int, int | None]:
    """The numeric part at `position` and the place after its digits; None for a string part."""
    digits = re.compile(r"0(?!0)|[1-9][0-9]*").match(symbol, position)
    if digits is None:
        return position, None
    return digits.end(), int(digits.group())
