"""The Lean modules of the embedded library and their order, and nothing else.

Two modules are generated at build and so are not among the sources. What they import follows
from the modules that are:

- `Init.Syntax` imports the modules of Init that do not need it (the prelude).
- `Init.Unexpand` imports all modules of Init that do not need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import formalmath
from formalmath.errors import BuildError

SYNTAX_MODULE = "Init.Syntax"
UNEXPAND_MODULE = "Init.Unexpand"
GENERATED = (SYNTAX_MODULE, UNEXPAND_MODULE)

_COMMENT = re.compile(r"/-.*?-/|--[^\n]*", re.DOTALL)
_HEADER = re.compile(r"\s*(?:module\s+)?(prelude\b)?((?:\s*(?:public\s+|meta\s+)*import\s+\S+)*)")


@dataclass(frozen=True)
class Sources:
    """The library's source files.

    Attributes:
        texts: content of each file in bytes, by module name.
        imports: modules that each module needs at once, the generated ones included.
    """

    texts: Mapping[str, bytes]
    imports: Mapping[str, tuple[str, ...]]

    @property
    def order(self) -> tuple[str, ...]:
        """All modules, each after those that it imports."""
        return tuple(TopologicalSorter(self.imports).static_order())


def embedded_sources() -> Path:
    """The folder of the library's sources: in an installed wheel, or in a checkout.

    Raises:
        BuildError: neither is there.
    """
    package = Path(formalmath.__file__).parent
    for folder in (package / "_embedded", package.parent / "lean_project" / "embedded"):
        if (folder / "Init.lean").is_file():
            return folder
    raise BuildError(
        f"The sources of the embedded Lean library are missing ({package / '_embedded'}); "
        "reinstall formalmath."
    )


def read_sources(folder: Path) -> Sources:
    """Read all `.lean` files below `folder`; `A/B.lean` is the module `A.B`.

    Raises:
        BuildError: a file cannot be read, a module is missing, or imports form a circle.
    """
    texts: dict[str, bytes] = {}
    imports: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.rglob("*.lean")):
        module = ".".join(path.relative_to(folder).with_suffix("").parts)
        try:
            texts[module] = path.read_bytes()
            imports[module] = parse_imports(texts[module].decode())
        except (OSError, UnicodeDecodeError) as error:
            raise BuildError(f"The source {path} cannot be read: {error}.") from error
    imports[UNEXPAND_MODULE] = (SYNTAX_MODULE,)  # until its own are known
    for module in GENERATED:
        imports[module] = _generated_imports(module, imports)
    for module, needed in imports.items():
        for other in needed:
            if other not in imports:
                raise BuildError(f"Module {module} imports {other}, which is not in {folder}.")
    sources = Sources(texts, imports)
    try:
        _ = sources.order
    except CycleError as error:
        raise BuildError(f"Modules import each other in a circle: {error.args[1]}.") from error
    return sources


def parse_imports(text: str) -> tuple[str, ...]:
    """The modules that a Lean file imports; without `prelude`, `Init` is among them."""
    header = _HEADER.match(_COMMENT.sub(" ", text))
    assert header is not None, "the pattern also fits an empty header"
    names = re.findall(r"import\s+(\S+)", header[2])
    return tuple(dict.fromkeys(names if header[1] else ["Init", *names]))


def _generated_imports(module: str, imports: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The modules of Init that do not need `module`, less those that others among them import."""
    needing = _dependents(module, imports)
    free = [
        name
        for name in imports
        if name.startswith("Init.") and name not in needing and name != module
    ]
    imported = {other for name in free for other in imports[name]}
    return tuple(sorted(name for name in free if name not in imported))


def _dependents(module: str, imports: Mapping[str, Iterable[str]]) -> set[str]:
    """The modules that import `module`, directly or through others."""
    found: set[str] = set()
    frontier = {module}
    while frontier:
        frontier = {name for name, needed in imports.items() if frontier & set(needed)} - found
        found |= frontier
    return found
