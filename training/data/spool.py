"""Items on the disk, read back by their number, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from types import TracebackType

from training.example import Example


class Spool:
    """Items that are too many for memory: appended one by one, then read in any order.

    Use it as a context manager; the file stays for its folder's owner to remove.
    """

    def __init__(self, path: Path) -> None:
        """Write to a new file at `path`."""
        self._file = path.open("w+b")
        self._starts: list[int] = [0]

    def append(self, example: Example) -> int:
        """Keep an item; its number counts from 0."""
        line = json.dumps(example.to_json(), ensure_ascii=False).encode("utf-8", "surrogatepass")
        self._file.seek(self._starts[-1])
        self._file.write(line)
        self._starts.append(self._starts[-1] + len(line))
        return len(self._starts) - 2

    def __getitem__(self, number: int) -> Example:
        """The item of that number."""
        self._file.seek(self._starts[number])
        line = self._file.read(self._starts[number + 1] - self._starts[number])
        return Example.from_json(json.loads(line.decode("utf-8", "surrogatepass")))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()
