"""The page as a browser shows it, where there is one."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import zlib
from collections import Counter
from pathlib import Path

import pytest

from formalmath.informal.marks import whole
from formalmath.informal.page import page
from formalmath.informal.solution import Span
from tests.informal_world import check

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)

PROBLEM = "((3 + 4) * (2 - 5)) ="
TEXT = (
    "Let's calculate A = (3 + 4) = 7.\nLet's calculate B = (2 - 5) = 3.\n"
    "It takes 5/0 = 1 days.\n" + "x" * 300 + "\nSo the answer is 21."
)


@pytest.mark.parametrize(
    ("text", "part", "shown"),
    [
        ("A = (3 + 4) = 7", "A = (3 + 4", "A = (3 + 4)"),
        ("A = (3 + 4) = 7", "3 + 4) = 7", "(3 + 4) = 7"),
        ("A = [ (3 + 4) ] = 7", "(3 + 4) ] = 7", "[ (3 + 4) ] = 7"),
        ("(see 3 + 4 = 7)", "3 + 4 = 7", "3 + 4 = 7"),
        ("a) 3 + 4) = 7", "3 + 4) = 7", "3 + 4) = 7"),
        ("A = (3 + 4", "A = (3 + 4", "A = (3 + 4"),
    ],
)
def test_a_mark_takes_in_the_brackets_of_what_it_marks(text: str, part: str, shown: str) -> None:
    start = text.index(part)
    assert whole(text, Span(start, start + len(part))).of(text) == shown


def run(args: list[str], folder: Path) -> str:
    assert CHROMIUM is not None
    options = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
               f"--user-data-dir={folder / 'profile'}"]  # fmt: skip
    if os.geteuid() == 0:
        options.append("--no-sandbox")
    ran = subprocess.run(
        [CHROMIUM, *options, *args], capture_output=True, text=True, timeout=120, check=True
    )
    return ran.stdout


def colours(png: bytes) -> tuple[int, Counter[tuple[int, ...]]]:
    """The width of a picture, and how often each colour occurs in it."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at, data, width, kind = 8, b"", 0, 0
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        if name == b"IHDR":
            width, _, depth, kind = struct.unpack(">IIBB", png[at + 8 : at + 18])
            assert depth == 8
        if name == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    size = {2: 3, 6: 4}[kind]
    raw, found, row = zlib.decompress(data), Counter(), bytearray(width * size)
    for start in range(0, len(raw), width * size + 1):
        row = _unfiltered(raw[start], raw[start + 1 : start + 1 + width * size], row, size)
        found.update(tuple(row[i : i + 3]) for i in range(0, len(row), size))
    return width, found


def _unfiltered(how: int, line: bytes, above: bytearray, size: int) -> bytearray:
    out = bytearray(line)
    for i in range(len(out)):
        left = out[i - size] if i >= size else 0
        up, corner = above[i], above[i - size] if i >= size else 0
        guess = left + up - corner
        paeth = min((left, up, corner), key=lambda each: abs(guess - each))
        out[i] = (out[i] + (0, left, up, (left + up) // 2, paeth)[how]) & 255
    return out


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium: apt-get install chromium")
def test_a_browser_shows_the_page_with_its_colours_and_within_its_width(tmp_path: Path) -> None:
    file, picture = tmp_path / "a.html", tmp_path / "a.png"
    probe = (
        "<script>document.title = [document.documentElement.scrollWidth <= innerWidth,"
        "document.querySelectorAll('mark').length, document.querySelector('details[open] pre')"
        ".innerText.includes('¬')].join()</script>"
    )
    file.write_text(page([check(TEXT, PROBLEM), check("2 + 2 = 4. A: 4")]) + probe, "utf-8")
    seen = run(["--window-size=500,900", "--dump-dom", file.as_uri()], tmp_path)
    assert seen.partition("<title>")[2].partition("<")[0] == "true,3,true"
    run(["--window-size=500,900", f"--screenshot={picture}", file.as_uri()], tmp_path)
    width, found = colours(picture.read_bytes())
    assert width == 500
    for colour in ((0x1A, 0x7F, 0x37), (0xCF, 0x22, 0x2E), (0xFF, 0xFF, 0xFF)):
        assert found[colour] > 100, colour
