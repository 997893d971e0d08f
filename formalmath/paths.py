"""Where the toolkit keeps files that can be made again, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

CACHE_VARIABLE = "FORMALMATH_CACHE_DIR"


def cache_dir() -> Path:
    """The user's cache folder; the environment variable FORMALMATH_CACHE_DIR overrides it.

    The folder may not exist yet. Everything in it can be deleted at any time.
    """
    override = os.environ.get(CACHE_VARIABLE)
    if override:
        return Path(override).expanduser().absolute()
    return Path(platformdirs.user_cache_dir("formalmath"))
