"""What a mixture file says of one source, read once and checked, and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from training.data.formats import Formats

_VARIABLE = re.compile(r"\$(\w+)")


class NotGiven(InputError):
    """A path of the mixture names a variable that nobody gave: `variable`, without its `$`."""

    def __init__(self, where: str, variable: str) -> None:
        self.variable = variable
        super().__init__(
            f"{where} needs a path for ${variable}. "
            f"Give it with --path {variable}=PATH, or write a path into the mixture."
        )


class Options:
    """The table of one source. Every key must be read by whoever builds the source.

    Attributes:
        formats: in the mixture's wording.
        inputs: for the manifest, what the source reads: sha256 in hexadecimal by file name. A
            builder adds what no path of the mixture names, such as a pinned archive.
    """

    def __init__(
        self,
        where: str,
        table: Mapping[str, Any],
        *,
        folder: Path,
        paths: Mapping[str, Path] | None = None,
        formats: Formats | None = None,
    ) -> None:
        """Of a table that stands at `where` (for errors) in a file in `folder`.

        `paths`: what stands for `$NAME` in a path.
        """
        self.formats = formats or Formats()
        self.inputs: dict[str, str] = {}
        self._where, self._table = where, table
        self._folder, self._paths = folder, paths or {}
        self._read: set[str] = set()

    def files(self, key: str = "path", suffixes: tuple[str, ...] = ()) -> list[Path]:
        """The files that a path, or each of a list of paths, names; folders are gone through.

        Relative paths start at the mixture's folder. In folders only files with one of `suffixes`
        count, in the order of their names.

        Raises:
            NotGiven: a path begins with a variable that was not given.
            InputError: there is no path, no such file, or none in a folder.
        """
        given = self._value(key, (str, list), None)
        if not given:
            raise self.fault(f"needs `{key}`, a file or a folder")
        found: list[Path] = []
        for each in [given] if isinstance(given, str) else given:
            path = self._path(str(each))
            if path.is_dir():
                inside = sorted(p for p in path.rglob("*") if p.suffix in suffixes and p.is_file())
                if not inside:
                    raise self.fault(f"finds no {' or '.join(suffixes) or 'file'} in {path}")
                found += inside
            elif path.is_file():
                found.append(path)
            else:
                raise self.fault(f"needs {path}, which does not exist")
        for file in found:
            with file.open("rb") as opened:
                self.inputs[file.name] = hashlib.file_digest(opened, "sha256").hexdigest()
        return found

    def folder(self, key: str) -> Path | None:
        """A folder, as `files`; None where the key is not there.

        Raises:
            NotGiven: as `files`.
            InputError: it is no folder.
        """
        given = self._value(key, (str,), None)
        if given is None:
            return None
        path = self._path(given)
        if not path.is_dir():
            raise self.fault(f"needs the folder {path}, which does not exist")
        return path

    def text(self, key: str, default: str, choices: tuple[str, ...] = ()) -> str:
        """A text, one of `choices` if there are any."""
        value = self._value(key, (str,), default)
        if choices and value not in choices:
            raise self.fault(f"has {key} = {value!r}; it can be {', '.join(choices)}")
        return str(value)

    def texts(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key, (list,), list(default))
        if not all(isinstance(each, str) for each in value):
            raise self.fault(f"has something in `{key}` that is no text")
        return tuple(value)

    def number(self, key: str, default: float, least: float = 0.0) -> float:
        """A number of at least `least`."""
        value = self._value(key, (int, float), default)
        if value < least:
            raise self.fault(f"has {key} = {value}; the least is {least:g}")
        return float(value)

    def count(self, key: str, default: int, least: int = 0) -> int:
        """A whole number of at least `least`."""
        value = self._value(key, (int,), default)
        if value < least:
            raise self.fault(f"has {key} = {value}; the least is {least}")
        return int(value)

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        return bool(self._value(key, (bool,), default))

    def finish(self) -> None:
        """Raises InputError if a key of the table was not read: it would be without effect."""
        unknown = sorted(self._table.keys() - self._read)
        if unknown:
            known = ", ".join(sorted(self._read))
            raise self.fault(f"has the unknown key `{unknown[0]}`; known here: {known}")

    def fault(self, what: str) -> InputError:
        """An error that says where it stands."""
        return InputError(f"{self._where} {what}.")

    def _value(self, key: str, kinds: tuple[type, ...], default: Any) -> Any:
        self._read.add(key)
        value = self._table.get(key, default)
        if value is default:
            return value
        # `true` is an int to Python, and to no one who writes a mixture.
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            wanted = {str: "a text", list: "a list", bool: "true or false"}.get(
                kinds[0], "a number"
            )
            raise self.fault(f"has {key} = {value!r}, which is not {wanted}")
        return value

    def _path(self, text: str) -> Path:
        variable = _VARIABLE.match(text)
        if variable is None:
            return self._folder / Path(text).expanduser()
        if variable[1] not in self._paths:
            raise NotGiven(self._where, variable[1])
        return Path(str(self._paths[variable[1]]) + text[variable.end() :])
