"""Whether a hub of models and data sets can be reached, and nothing else.

Its client tries again for over a minute where there is no network; a person is told in seconds.
"""

from __future__ import annotations

_SECONDS = 10.0


def reachable() -> bool:
    """Whether the hub (`HF_ENDPOINT`) answers at all, unless `HF_HUB_OFFLINE` forbids to ask."""
    import httpx
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        return False
    try:
        httpx.head(constants.ENDPOINT, timeout=_SECONDS)
    except httpx.HTTPError:
        return False
    return True


def has_model(name: str) -> bool:
    """Whether a model may be had by that name: a download of it is there, or the hub answers."""
    from huggingface_hub import try_to_load_from_cache

    try:
        if isinstance(try_to_load_from_cache(name, "config.json"), str):
            return True
    except ValueError:  # that is no name on a hub
        return False
    return reachable()
