"""Symbols of Lean's library: reading them, and the names that they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.errors import ToolchainError
from formalmath.lean.embedded_names import Name, demangle, mangle, quote
from formalmath.lean.embedded_symbols import Symbols, read_symbols
from formalmath.lean.embedded_wheel import find_wheel

# Characters that mangling treats specially, and any others that a Lean name may hold.
_text = st.text(
    st.one_of(st.sampled_from("_xuU0aAfz9?!'·α.⟨𝔸"), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=8,
)
_names = st.lists(st.one_of(_text, st.integers(0, 10**9)), max_size=6).map(tuple)


@pytest.fixture(scope="module")
def symbols() -> Symbols:
    return read_symbols(find_wheel().library)


@given(_names)
def test_a_name_survives_its_symbol(name: Name) -> None:
    assert demangle(mangle(name)) == name


@given(_names)
def test_a_symbol_is_a_c_identifier(name: Name) -> None:
    symbol = f"l_{mangle(name)}"
    assert symbol.isascii()
    assert symbol.replace("_", "a").isalnum()


@given(_names, _names)
def test_names_do_not_share_symbols(one: Name, other: Name) -> None:
    assert (mangle(one) == mangle(other)) == (one == other)


@given(st.text("_xuU0159af", max_size=20))
def test_any_symbol_gives_some_name(symbol: str) -> None:
    assert isinstance(demangle(symbol), tuple)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        (("Lean", "Parser", "Tactic", "exact?"), "Lean_Parser_Tactic_exact_x3f"),
        (("termExists_,_",), "termExists___x2c__"),
        (("_private", "Init", "Data", 0, "Array", "shrink"), "__private_Init_Data_0__Array_shrink"),
        (("initFn", "_@", "Lean"), "initFn_00___x40_Lean"),
        (("a", "x41"), "a_00x41"),
    ],
)
def test_lean_writes_it_so(name: Name, symbol: str) -> None:
    assert mangle(name) == symbol
    assert demangle(symbol) == name


def test_every_symbol_of_the_library_is_some_name(symbols: Symbols) -> None:
    ours = [s[2:] for s in symbols.functions + symbols.variables if s.startswith("l_")]
    assert len(ours) > 200_000
    assert [s for s in ours[::20] if mangle(demangle(s)) != s] == []


def test_functions_and_variables_are_told_apart(symbols: Symbols) -> None:
    assert "lean_main" in symbols.functions
    assert "l_Lean_Parser_Tactic_exact" in symbols.variables
    assert "l_Lean_Parser_Tactic_exact" not in symbols.functions
    assert "malloc" not in symbols.functions, "imported symbols are not exported ones"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (("Nat", "add"), "Nat.add"),
        (("Lean", "calc"), "Lean.«calc»"),
        (("term_≤_",), "«term_≤_»"),
        (("unexpandGetElem!",), "unexpandGetElem!"),
    ],
)
def test_names_as_source_text(name: Name, text: str) -> None:
    assert quote(name) == text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"#!/bin/sh\n", "no 64-bit little-endian ELF"),
        (b"\x7fELF\x02\x01", "requires a buffer"),
        (b"\x7fELF\x02\x01" + b"\0" * 12 + b"\x03\0" + b"\0" * 60, "machine type 3"),
    ],
)
def test_what_is_no_library_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "libleanshared.so"
    path.write_bytes(content)
    with pytest.raises(ToolchainError, match=why):
        read_symbols(path)


def test_a_library_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "libleanshared.so"
    with find_wheel().library.open("rb") as whole:
        path.write_bytes(whole.read(1 << 20))
    with pytest.raises(ToolchainError, match="cannot be read"):
        read_symbols(path)
