"""Which kinds of source a mixture may name, and what makes them; nothing else.

A kind is a module and a function in it, imported when a mixture names it. The function takes the
`Options` of the source and gives a `Source`; it reads every option before it returns.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from formalmath.errors import InputError
from training.data.options import Options
from training.data.source import Source

KINDS = {
    "traces": "training.sources.traces:build",
    "leandojo": "training.sources.leandojo:build",
    "lean docstrings": "training.sources.docstrings:build",
    "abilities": "training.sources.abilities:build",
    "abilities augmented": "training.sources.abilities:build_augmenting",
    "solutions": "training.sources.solutions:build",
    "labelled solutions": "training.sources.solutions:build_labelled",
    "examples": "training.sources.ready:build",
}
"""`module:function` by kind."""


def source(kind: str, options: Options) -> Source:
    """The source of a kind.

    Raises:
        InputError: the kind or one of its options is unknown, or a file is missing.
    """
    if kind not in KINDS:
        raise options.fault(f"names the unknown kind {kind!r}; known: {', '.join(sorted(KINDS))}")
    module, _, function = KINDS[kind].partition(":")
    try:
        build: Callable[[Options], Source] = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        raise InputError(
            f"Sources of kind {kind!r} need {error.name}. Install it: pip install "
            "'formalmath[train]'."
        ) from error
    made = build(options)
    options.finish()
    return made
