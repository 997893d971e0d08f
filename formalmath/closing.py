"""What is closed at the end of an `async with`, and nothing else."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self


class Closing(ABC):
    """Has processes or files of its own until it is closed."""

    @abstractmethod
    async def close(self) -> None:
        """End them. Safe to call twice."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
