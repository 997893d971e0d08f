"""The tokeniser against the corners of Lean's own lexical rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formalmath.lean.tokens import Kind, scan

BLANK = set(" \t\r\n")

# Pieces that open, close and nest, so that random texts reach every state of the scanner.
# fmt: off
PIECES = st.sampled_from([
    "/-", "-/", "--", "/--", "/-!", '"', "\\", "{", "}", 's!"', 'r#"', '"#', "#", "'", "«", "»",
    "a", "h'", ".", "`", "1", "0x", "e", "\n", " ", "ℕ", "λ", ":=", "⁻¹", "\u00a0", "\0", "\ud800",
])
# fmt: on


def texts() -> st.SearchStrategy[str]:
    return st.one_of(st.text(), st.lists(PIECES).map("".join))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(t.kind.value, t.text) for t in scan(text).tokens]


def words(text: str) -> list[str]:
    return [t.text for t in scan(text).tokens if t.kind is Kind.WORD]


@given(texts())
def test_tokens_and_white_space_are_the_whole_text(text: str) -> None:
    at = 0
    for token in scan(text).tokens:
        assert set(text[at : token.start]) <= BLANK
        assert token.text
        assert text[token.start : token.end] == token.text
        at = token.end
    assert set(text[at:]) <= BLANK


@given(texts())
def test_an_unclosed_token_runs_to_the_end(text: str) -> None:
    result = scan(text)
    if result.fault is None:
        return
    assert result.fault.what
    token = next(t for t in result.tokens if t.start == result.fault.start)
    if result.fault.unclosed:
        assert token == result.tokens[-1]
        assert token.end == len(text)


@given(st.lists(st.sampled_from(["a", "theorem", "/-", "-/", "--", "\\n", "{", "«", "'", " "])))
def test_nothing_inside_a_string_is_code(pieces: list[str]) -> None:
    text = '"' + "".join(pieces) + '"'
    assert kinds(text) == [("string", text)]


@given(st.lists(st.sampled_from(["a", '"', "'", "«", 's!"{', "\n", "/- b -/", "--", " "])))
def test_nothing_inside_a_comment_is_code(pieces: list[str]) -> None:
    text = "/- " + " ".join(pieces) + " -/"
    assert kinds(text) == [("comment", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/- a /- b -/ c -/ d", [("comment", "/- a /- b -/ c -/"), ("word", "d")]),
        ("/-/- a -/ b", [("comment", "/-/- a -/"), ("word", "b")]),  # as Lean 4.35 reads it
        ("/--/ a -/ b", [("doc", "/--/ a -/"), ("word", "b")]),
        ("/-! a -/", [("module doc", "/-! a -/")]),
        ("a -- b /- \nc", [("word", "a"), ("comment", "-- b /- "), ("word", "c")]),
        ("x/-y-/", [("word", "x"), ("comment", "/-y-/")]),
        ('"-- /-" a', [("string", '"-- /-"'), ("word", "a")]),
        (r'"a\"b" c', [("string", r'"a\"b"'), ("word", "c")]),
        ('"a\\\n   b"', [("string", '"a\\\n   b"')]),
        ('r#"a"b\\"# c', [("string", 'r#"a"b\\"#'), ("word", "c")]),
        ('r"\\" c', [("string", 'r"\\"'), ("word", "c")]),
        ('hr"a"', [("word", "hr"), ("string", '"a"')]),
        ('s!"a{"b}"}c" d', [("string", 's!"a{"b}"}c"'), ("word", "d")]),
        ('s!"a{s!"x{ {1} }y"}c" d', [("string", 's!"a{s!"x{ {1} }y"}c"'), ("word", "d")]),
        ('s!"{/- } " -/ 1 -- "}\n}" d', [("string", 's!"{/- } " -/ 1 -- "}\n}"'), ("word", "d")]),
        (r's!"\{" d', [("string", r's!"\{"'), ("word", "d")]),
        ("h' 'a'", [("word", "h'"), ("char", "'a'")]),
        ("'\\n' '\"' '\\''", [("char", "'\\n'"), ("char", "'\"'"), ("char", "'\\''")]),
        ("f '' s", [("word", "f"), ("symbol", "''"), ("word", "s")]),
        ("f ⁻¹' s", [("word", "f"), ("symbol", "⁻¹'"), ("word", "s")]),
        ("∑' n, f", [("symbol", "∑'"), ("word", "n"), ("symbol", ","), ("word", "f")]),
        ("«a b».c.«d.e»", [("word", "«a b».c.«d.e»")]),
        ("h.end.1", [("word", "h.end"), ("symbol", "."), ("number", "1")]),
        ("λx", [("symbol", "λ"), ("word", "x")]),
        ("ℕ→ℝ", [("word", "ℕ"), ("symbol", "→"), ("word", "ℝ")]),
        ("a.{u", [("word", "a"), ("symbol", "."), ("symbol", "{"), ("word", "u")]),
        ("`end ``foo", [("name", "`end"), ("symbol", "``"), ("word", "foo")]),
        ("0xFF 1_0 2.5e-3", [("number", "0xFF"), ("number", "1_0"), ("number", "2.5e-3")]),
        ("1..3", [("number", "1"), ("symbol", ".."), ("number", "3")]),
        ("x:=3", [("word", "x"), ("symbol", ":="), ("number", "3")]),
        ("<--a", [("symbol", "<-"), ("symbol", "-"), ("word", "a")]),
    ],
)  # fmt: skip
def test_reads_as_lean_does(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected
    assert scan(text).fault is None


@pytest.mark.parametrize(
    ("text", "what", "start", "unclosed"),
    [
        ("a /- b /- c -/", "a comment that is not closed", 2, True),
        ("/-- b", "a doc comment that is not closed", 0, True),
        ("/-", "a comment that is not closed", 0, True),
        ('x "abc', "a string that is not closed", 2, True),
        ('x "abc\\', "a string that is not closed", 2, True),
        ('r##"a"#', "a string that is not closed", 0, True),
        ('s!"a{b', "a string that is not closed", 0, True),
        ('s!"a{"b', "a string that is not closed", 0, True),
        ("«abc", "a «quoted» identifier that is not closed", 0, True),
        (r'exact "\q"', "a string with a wrong escape", 6, False),
        (r'exact "\{"', "a string with a wrong escape", 6, False),
        (r's!"\q{a}"', "a string with a wrong escape", 0, False),
        (r's!"{"\q"}"', "a string with a wrong escape", 0, False),
        ("exact 'ab'", "a broken character literal", 6, False),
    ],
)
def test_says_what_lean_cannot_read(text: str, what: str, start: int, unclosed: bool) -> None:
    fault = scan(text).fault
    assert fault is not None
    assert (fault.what, fault.start, fault.unclosed) == (what, start, unclosed)


def test_comments_are_not_code_but_doc_comments_are() -> None:
    assert [t.text for t in scan("/-- a -/ /- b -/ c -- d").code] == ["/-- a -/", "c"]


@pytest.mark.parametrize("piece", ["/-", '"\\', "aaaaaaaa", 's!"{', "'", "«", "a.", "r#", "--"])
@pytest.mark.timeout(20)
def test_hostile_texts_cost_no_more_than_their_length(piece: str) -> None:
    hostile = piece * 200_000
    assert "".join(t.text for t in scan(hostile).tokens) == hostile
