"""Problems in natural language in a form that forgets how they are typeset; nothing else.

A form is words in lower case, numbers and mathematical symbols, one space between two. LaTeX
commands give way to what they show; `\\frac{1}{2}`, `1/2` and `½` are one, as are `1,000` and
`1000`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SUPERSCRIPTS = str.maketrans({c: f"^{d}" for c, d in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)})
_SYMBOLS = {
    "cdot": "*", "times": "*", "div": "/", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "pi": "π", "pm": "±", "sqrt": "√", "lt": "<", "gt": ">",
}  # fmt: skip
_SILENT = re.compile(
    r"\\(?:left|right|displaystyle|text|textbf|textit|mathrm|mathbf|mbox|quad|qquad|[,;:!> ])"
    r"(?![a-zA-Z])|\\[()\[\]]"
)
_FRACTION = re.compile(r"\\[dtc]?frac\s*(\{[^{}]*\}|\d)\s*(\{[^{}]*\}|\d)")
_COMMAND = re.compile(r"\\([a-zA-Z]+)")
_CALCULATOR = re.compile(r"<<[^<>]*>>")
_THOUSANDS = re.compile(r"(?<=\d)(?:,|\{,\})(?=\d\d\d(?!\d))")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|[+\-*/^=<>≤≥≠%√π±]")
_PLAIN = str.maketrans({"×": "*", "·": "*", "⋅": "*", "÷": "/", "⁄": "/", "−": "-", "–": "-"})
_FORMULA = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)


def form(text: str) -> str:
    """The form of a text; that of a form is itself."""
    text = _CALCULATOR.sub("", text.translate(_SUPERSCRIPTS))
    text = unicodedata.normalize("NFKC", text).lower()
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    text = _SILENT.sub(" ", text)
    while (plain := _FRACTION.sub(r" \1/\2 ", text)) != text:
        text = plain
    text = _COMMAND.sub(lambda m: f" {_SYMBOLS.get(m[1], m[1])} ", text)
    return " ".join(_TOKEN.findall(_THOUSANDS.sub("", text)))


def formulas(text: str) -> Iterator[str]:
    """The forms of the formulas between dollar signs or LaTeX brackets."""
    for found in _FORMULA.finditer(text):
        yield form(next(filter(None, found.groups())))
