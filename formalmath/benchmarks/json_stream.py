"""The items of a JSON array too big for memory, one after the other; and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


def items(stream: TextIO, chunk: int = 2**18, most: int = 2**26) -> Iterator[Any]:
    """Each item of the one array that `stream` holds, as `json.loads` would read it.

    Memory holds one item and one chunk at a time. An item that ends beyond what was read is read
    again from its start, each time with twice as much, so that the work grows in proportion to the
    text.

    Args:
        stream: where it stands, the array begins.
        chunk: how many characters to read at a time.
        most: the longest item to expect, in characters.

    Raises:
        ValueError: the text is no JSON array, ends too early or goes on after its end, or an item
            is longer than `most`.
    """
    window = _Window(stream, chunk, most)
    if window.next() != "[":
        raise ValueError("it does not begin with [")
    window.at += 1
    more = window.next() != "]"
    while more:
        yield window.item()
        more = window.next() == ","
        window.at += more
    window.at += 1
    if window.next():
        raise ValueError("there is more after its end")


class _Window:
    """The part of the text that is in memory."""

    def __init__(self, stream: TextIO, chunk: int, most: int) -> None:
        self._stream, self._chunk, self._most = stream, chunk, most
        self._text = ""
        self.at = 0

    def next(self) -> str:
        """The next character that is not white space, which it goes to; "" at the end."""
        while True:
            self.at = self._space(self.at)
            if self.at < len(self._text):
                return self._text[self.at]
            if not self._read(self._chunk):
                return ""

    def item(self) -> Any:
        """The next item, which it goes behind: a comma or the end of the array comes next."""
        self.next()
        size = self._chunk
        while True:
            failure = ValueError("it ends early, or no comma stands between two items")
            try:
                found, end = _DECODER.raw_decode(self._text, self.at)
                # What has no comma after it may be the beginning of a number: 1 of 1.5.
                if self._text[(after := self._space(end)) : after + 1] in {",", "]"}:
                    self.at = end
                    return found
            except json.JSONDecodeError as error:
                failure = error
            if len(self._text) - self.at > self._most:
                raise ValueError(f"an item is longer than {self._most} characters, or broken")
            if not self._read(size):
                raise failure
            size = len(self._text) - self.at

    def _space(self, at: int) -> int:
        """Where the white space that begins at `at` ends."""
        match = _SPACE.match(self._text, at)
        return match.end() if match else at

    def _read(self, size: int) -> bool:
        """Forget what is done with, and read on; False if there is no more."""
        more = self._stream.read(size)
        self._text = self._text[self.at :] + more
        self.at = 0
        return bool(more)
