"""`python -m tests.bench.leandojo`: how fast LeanDojo Benchmark 4 is read, and in what memory.

Each part in turn, then the corpus; the first reading of a part takes it out of the archive.
"""

from __future__ import annotations

import gzip
import resource
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from formalmath.benchmarks.download import fetch_member
from formalmath.benchmarks.leandojo import CORPUS, NAME, SDIST, Part, Split, corpus, theorems
from formalmath.paths import cache_dir


def main() -> None:
    """Print a table."""
    print("part | MB | items | within | first CPU s | again CPU s | MB per CPU s | peak MiB")
    for split, part in product(Split, Part):
        measure(f"{split}/{part}.json", lambda s=split, p=part: _tactics(s, p))
    measure(CORPUS, lambda: (len(file.premises) for file in corpus()))


def measure(member: str, sizes: Callable[[], Iterator[int]]) -> None:
    """Read a file of the benchmark twice. `sizes`: of each item how many are within it."""
    seconds = []
    for _ in range(2):
        began, items, within = time.process_time(), 0, 0
        for size in sizes():
            items, within = items + 1, within + size
        seconds.append(time.process_time() - began)
    kept = fetch_member(SDIST, f"{NAME}/{member}", cache_dir() / "benchmarks")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    size = _size(kept) / 1e6
    print(
        f"{member} | {size:.0f} | {items} | {within} | {seconds[0]:.1f} | {seconds[1]:.1f} | "
        f"{size / seconds[1]:.0f} | {peak:.0f}"
    )


def _tactics(split: Split, part: Part) -> Iterator[int]:
    return (len(theorem.tactics) for theorem in theorems(split, part))


def _size(kept: Path) -> int:
    """Bytes when unpacked."""
    with gzip.open(kept) as file:
        return sum(iter(lambda: len(file.read(2**20)), 0))


if __name__ == "__main__":
    main()
