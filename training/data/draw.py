"""Numbers drawn from a key, the same on every machine and in any order, and nothing else."""

from __future__ import annotations

from hashlib import blake2b


def share(*key: object) -> float:
    """A number in [0, 1), spread evenly over keys."""
    return whole(*key) / 2**64


def whole(*key: object) -> int:
    """A number in [0, 2^64), spread evenly over keys; fit for a seed."""
    text = "\0".join(map(str, key))
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def place(name: str) -> float:
    """Where an item stands in [0, 1) when a data set is split: all that is of one thing together.

    `name`: of the item, as `whose` reads it.
    """
    return share("split", whose(name))


def whose(name: str) -> str:
    """The name of an item without its part: that of `Nat.foo#3` is `Nat.foo`."""
    return name.partition("#")[0]
