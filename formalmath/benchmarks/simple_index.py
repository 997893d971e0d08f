"""What a project's page in a simple package index lists (PEP 503, PEP 691), and nothing else."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import PurePosixPath

SIMPLE = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
"""The `Accept` header that asks for such a page."""


def links(page: str, content_type: str) -> list[tuple[str, str]]:
    """The name and the address, perhaps relative, of each file that `page` lists.

    Raises:
        ValueError: the page calls itself JSON and is not what PEP 691 says.
    """
    if "json" not in content_type:
        anchors = _Anchors()
        anchors.feed(page)
        return [(_name(link), link) for link in anchors.links]
    try:
        return [(str(file["filename"]), str(file["url"])) for file in json.loads(page)["files"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("its page is not what PEP 691 says") from error


def _name(link: str) -> str:
    return PurePosixPath(link.partition("#")[0].partition("?")[0]).name


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of an anchor."""
        if tag == "a":
            self.links.extend(value for name, value in attrs if name == "href" and value)
