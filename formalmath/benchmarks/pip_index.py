"""The package indexes that this machine's pip is set up to use, and nothing else."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

PUBLIC_INDEX = "https://pypi.org/simple"
_SECTIONS = (":env:", "download", "install", "global")  # the first that names a key decides
_PIP_TIMEOUT_S = 20.0


@dataclass(frozen=True)
class IndexSettings:
    """Where packages come from.

    Attributes:
        urls: of simple indexes (PEP 503), the first to be asked first; http and https only.
        certificates: a file of certificate authorities to trust besides the usual ones, or "".
        proxy: an http proxy, or "". Environment variables such as HTTPS_PROXY count anyway.
    """

    urls: tuple[str, ...] = (PUBLIC_INDEX,)
    certificates: str = ""
    proxy: str = ""


def index_settings() -> IndexSettings:
    """What pip is set up with, by its files and environment variables; else the public index.

    Asks `python -m pip config list`. Where there is no pip, its environment variables count alone.
    """
    lines = _pip_config()
    if lines is None:
        names = ("INDEX_URL", "EXTRA_INDEX_URL", "CERT", "PROXY")
        found = {name: os.environ.get(f"PIP_{name}", "") for name in names}
        values = {f":env:.{k.lower().replace('_', '-')}": v for k, v in found.items() if v}
    else:
        values = _values(lines)
    return _settings(values)


def _pip_config() -> list[str] | None:
    """The lines of `pip config list`, or None where pip does not answer."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PIP_TIMEOUT_S, check=True
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return done.stdout.splitlines()


def _values(lines: list[str]) -> dict[str, str]:
    """`global.index-url='https://..'` and the like, as a dictionary."""
    values = {}
    for line in lines:
        key, equals, quoted = line.partition("=")
        try:
            value = ast.literal_eval(quoted) if equals else None
        except (ValueError, SyntaxError):
            continue
        if isinstance(value, str):
            values[key.strip()] = value
    return values


def _settings(values: Mapping[str, str]) -> IndexSettings:
    def option(name: str) -> str:
        return next((values[k] for s in _SECTIONS if (k := f"{s}.{name}") in values), "")

    candidates = [option("index-url") or PUBLIC_INDEX, *option("extra-index-url").split()]
    urls = [url.rstrip("/") for url in candidates if url.startswith(("http://", "https://"))]
    return IndexSettings(tuple(dict.fromkeys(urls)), option("cert"), option("proxy"))
