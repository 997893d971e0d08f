"""The embedded Lean, built when first needed and kept in the user's cache, and nothing else.

    <cache>/embedded/<key>/
        manifest.json   names and sizes of the files below; written last
        lean_main.py    acts as `lean`
        lib/            compiled modules (LEAN_PATH)
        src/            their sources, the generated ones included
        bin/<id>/lean   starts it all, one for each Python and library in use

A folder appears under its key by one rename, when it is complete. The key covers everything
that the result depends on.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import filelock

from formalmath.errors import BuildError
from formalmath.lean import lean_main
from formalmath.lean.embedded_build import BuildProgress, Progress, Workplace, compile_all
from formalmath.lean.embedded_sources import Sources, embedded_sources, read_sources
from formalmath.lean.embedded_wheel import LEAN_VERSION, LeanWheel, find_wheel
from formalmath.paths import CACHE_VARIABLE, cache_dir

__all__ = ["BuildProgress", "EmbeddedLean", "Progress", "ensure_built"]

_LOCK_TIMEOUT_S = 900.0
_UNUSED_DAYS = 14
_BUILDING = ".building-"
# The files of this package that decide what is built.
_GENERATOR = (
    "embedded",
    "embedded_bindings",
    "embedded_build",
    "embedded_categories",
    "embedded_descriptors",
    "embedded_names",
    "embedded_sources",
    "embedded_symbols",
    "lean_main",
)


@dataclass(frozen=True)
class EmbeddedLean:
    """A Lean that is ready to start.

    Attributes:
        lean: an executable that takes lean's arguments; it sets LEAN_PATH itself, and serves
            as the language server with `--server`.
        library: libleanshared.so.
        lean_path: folder of the .olean files.
        version: Lean's version, e.g. "4.35.0".
        environment_hash: sha256 over Lean's library, the sources and their generator; equal
            hashes mean equal environments.
    """

    lean: Path
    library: Path
    lean_path: Path
    version: str
    environment_hash: str


def ensure_built(progress: Progress | None = None) -> EmbeddedLean:
    """The embedded Lean, built first if needed (under a minute on two cores).

    When it is built already this takes milliseconds. Processes that need it at the same time
    wait for the one that builds. `progress` is called in the calling thread.

    Raises:
        ToolchainError: Lean's compiled library is not installed, or not for this machine.
        BuildError: a module does not compile, the cache is not writable, or the disk is full.
    """
    wheel = find_wheel()
    sources = read_sources(embedded_sources())
    key = _key(wheel, sources)
    store = cache_dir() / "embedded"
    folder = store / key[:20]
    with _disk_errors(store):
        if not _is_complete(folder):
            store.mkdir(parents=True, exist_ok=True)
            with _lock(store / f"{folder.name}.lock", progress):
                if not _is_complete(folder):
                    _build(folder, wheel, sources, progress)
                    _remove_unused(store)
        with suppress(OSError):  # a shared cache may be read-only
            os.utime(folder / "manifest.json")  # for _remove_unused
        lean = _launcher(folder, wheel.library)
    return EmbeddedLean(lean, wheel.library, folder / "lib", LEAN_VERSION, key)


def _key(wheel: LeanWheel, sources: Sources) -> str:
    digest = hashlib.sha256(f"{wheel.version} {wheel.digest}\n".encode())
    here = Path(__file__).parent
    generator = [(name, (here / f"{name}.py").read_bytes()) for name in _GENERATOR]
    for name, content in [*generator, *sorted(sources.texts.items())]:
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _is_complete(folder: Path) -> bool:
    """Whether the folder holds all that its manifest lists, each file in its size."""
    try:
        files: dict[str, int] = json.loads((folder / "manifest.json").read_text())
        return all((folder / name).stat().st_size == size for name, size in files.items())
    except (OSError, ValueError, AttributeError, TypeError):
        return False


def _build(folder: Path, wheel: LeanWheel, sources: Sources, progress: Progress | None) -> None:
    for abandoned in folder.parent.glob(f"{_BUILDING}{folder.name}-*"):
        shutil.rmtree(abandoned, ignore_errors=True)  # its builder was killed: we have the lock
    work = Path(tempfile.mkdtemp(prefix=f"{_BUILDING}{folder.name}-", dir=folder.parent))
    try:
        place = Workplace(work / "src", work / "lib", wheel.library, work / "lean_main.py")
        place.sources.mkdir()
        place.compiled.mkdir()
        shutil.copyfile(lean_main.__file__, place.lean_main)
        compile_all(place, sources, progress or _silent)
        files = {
            path.relative_to(work).as_posix(): path.stat().st_size
            for path in sorted(work.rglob("*"))
            if path.is_file()
        }
        (work / "manifest.json").write_text(json.dumps(files, indent=0))
        shutil.rmtree(folder, ignore_errors=True)  # incomplete, or it would not be built
        os.replace(work, folder)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise


def _launcher(folder: Path, library: Path) -> Path:
    """An executable `lean` for this Python and this library."""
    identity = hashlib.sha256(f"{sys.executable}\n{library}\n{folder}".encode()).hexdigest()[:12]
    launcher = folder / "bin" / identity / "lean"
    if launcher.exists():
        return launcher
    here, python, so = (shlex.quote(str(p)) for p in (folder, sys.executable, library))
    script = f"""#!/bin/sh
LEAN_PATH={here}/lib${{LEAN_PATH:+:$LEAN_PATH}}
LEAN_WORKER_PATH={here}/bin/{identity}/lean
FORMALMATH_LEAN_LIBRARY={so}
export LEAN_PATH LEAN_WORKER_PATH FORMALMATH_LEAN_LIBRARY
exec {python} -I -S {here}/lean_main.py "$@"
"""
    launcher.parent.mkdir(parents=True, exist_ok=True)
    written = launcher.with_name(f"lean.{os.getpid()}")
    written.write_text(script)
    written.chmod(0o755)
    os.replace(written, launcher)
    return launcher


@contextmanager
def _lock(path: Path, progress: Progress | None) -> Iterator[None]:
    lock = filelock.FileLock(str(path))
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        (progress or _silent)(BuildProgress(0, 0, "waiting for another process that builds it"))
        try:
            lock.acquire(timeout=_LOCK_TIMEOUT_S)
        except filelock.Timeout:
            raise BuildError(
                f"Another process has been building the embedded Lean for "
                f"{_LOCK_TIMEOUT_S:.0f} s; end it (it holds {path}) and try again."
            ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _disk_errors(store: Path) -> Iterator[None]:
    """Turn errors of the file system into one line that says how to mend them."""
    mend = f"or set {CACHE_VARIABLE} to another folder"
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise BuildError(
                f"The disk is full: the embedded Lean needs 100 MB in {store}; free some, {mend}."
            ) from error
        raise BuildError(
            f"The embedded Lean cannot be kept in {store} ({error}); make it writable, {mend}."
        ) from error


def _remove_unused(store: Path) -> None:
    """Delete builds that nobody has used for some weeks, and what killed builders left."""
    for used in (*store.glob("*/manifest.json"), *store.glob(f"{_BUILDING}*/lean_main.py")):
        with suppress(OSError):  # another user's, or gone already
            if time.time() - used.stat().st_mtime > _UNUSED_DAYS * 86_400:
                shutil.rmtree(used.parent)


def _silent(_: BuildProgress) -> None:
    return
