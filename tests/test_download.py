"""Pinned archives from a package index that misbehaves in every way, on this machine."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from formalmath.benchmarks.download import Sdist, Timeouts, fetch_folder
from formalmath.benchmarks.pip_index import PUBLIC_INDEX, IndexSettings, index_settings
from formalmath.errors import DownloadError

QUICK = Timeouts(connect_s=2.0, silence_s=0.3, total_s=5.0)
JSON = "application/vnd.pypi.simple.v1+json"

Answer = Callable[[BaseHTTPRequestHandler], None]


def archive(*files: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        for name, content in files:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
        link = tarfile.TarInfo("a_b-1.0/data/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    return buffer.getvalue()


GOOD = archive(
    ("a_b-1.0/data/one.txt", b"1"),
    ("a_b-1.0/data/sub/two.txt", "π".encode()),
    ("a_b-1.0/other.txt", b"not asked for"),
)


def pin(body: bytes) -> Sdist:
    return Sdist("a_b", "1.0", hashlib.sha256(body).hexdigest(), len(body))


def reply(
    body: bytes, kind: str = "application/gzip", status: int = 200, length: int | None = None
) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        if length is None or length >= 0:
            handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def page(url: str = "/files/a_b-1.0.tar.gz") -> Answer:
    listing = {"files": [{"filename": "a_b-0.9.tar.gz", "url": "x"}]}
    listing["files"].append({"filename": "a_b-1.0.tar.gz", "url": url})
    return reply(json.dumps(listing).encode(), JSON)


class Index:
    """A package index on this machine whose answers a test sets by path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {
            "/simple/a-b/": page(),
            "/files/a_b-1.0.tar.gz": reply(GOOD),
        }
        self.asked: list[tuple[str, str | None]] = []
        self.done = threading.Event()
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index.asked.append((self.path, self.headers.get("Authorization")))
                index.answers.get(self.path, reply(b"", status=404))(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.host = f"127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def settings(self) -> IndexSettings:
        return IndexSettings((f"http://{self.host}/simple",))

    def silent(self, handler: BaseHTTPRequestHandler) -> None:
        self.done.wait(10)

    def silent_in_the_middle(self, handler: BaseHTTPRequestHandler) -> None:
        reply(GOOD[:40], length=len(GOOD))(handler)
        handler.wfile.flush()
        self.done.wait(10)

    def trickling(self, handler: BaseHTTPRequestHandler) -> None:
        reply(b"", length=len(GOOD))(handler)
        for byte in GOOD:
            handler.wfile.write(bytes([byte]))
            if self.done.wait(0.05):
                return

    def close(self) -> None:
        self.done.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    index = Index()
    yield index
    index.close()


def fetch(index: Index, cache: Path, sdist: Sdist | None = None, **options: object) -> Path:
    return fetch_folder(
        sdist or pin(GOOD),
        "data",
        cache,
        **{"settings": index.settings, "timeouts": QUICK, **options},  # type: ignore[arg-type]
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()
    }


def test_unpacks_only_what_is_asked_for(index: Index, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    folder = fetch(index, tmp_path / "new", progress=lambda done, total: seen.append((done, total)))
    assert contents(folder) == {"one.txt": b"1", "sub/two.txt": "π".encode()}
    assert seen[-1] == (len(GOOD), len(GOOD))
    assert not [f for f in (tmp_path / "new").rglob(".*")]


def test_fetches_once(index: Index, tmp_path: Path) -> None:
    first = fetch(index, tmp_path)
    index.asked.clear()
    assert fetch(index, tmp_path) == first
    assert index.asked == []


def test_a_changed_archive_in_the_cache_is_fetched_again(index: Index, tmp_path: Path) -> None:
    (tmp_path / "a_b-1.0.tar.gz").write_bytes(b"torn")
    assert contents(fetch(index, tmp_path))["one.txt"] == b"1"
    assert (tmp_path / "a_b-1.0.tar.gz").read_bytes() == GOOD


def test_reads_html_pages_with_relative_links(index: Index, tmp_path: Path) -> None:
    html = b'<a href="../../files/a_b-1.0.tar.gz#sha256=0">a_b-1.0.tar.gz</a>'
    index.answers["/simple/a-b/"] = reply(html, "text/html")
    assert contents(fetch(index, tmp_path))["one.txt"] == b"1"


def test_follows_redirects(index: Index, tmp_path: Path) -> None:
    def elsewhere(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", "/files/a_b-1.0.tar.gz")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    index.answers["/old"] = elsewhere
    index.answers["/simple/a-b/"] = page("/old")
    assert contents(fetch(index, tmp_path))["one.txt"] == b"1"


def test_a_second_index_serves_where_the_first_does_not(index: Index, tmp_path: Path) -> None:
    urls = (f"http://{index.host}/nothing", f"http://{index.host}/simple")
    folder = fetch(index, tmp_path, settings=IndexSettings(urls))
    assert contents(folder)["one.txt"] == b"1"


def test_a_password_in_the_index_is_used_and_not_told(index: Index, tmp_path: Path) -> None:
    settings = IndexSettings((f"http://user:secret@{index.host}/simple",))
    fetch(index, tmp_path, settings=settings)
    assert [auth for _, auth in index.asked] == ["Basic dXNlcjpzZWNyZXQ="] * 2
    del index.answers["/simple/a-b/"]
    with pytest.raises(DownloadError) as caught:
        fetch(index, tmp_path / "again", settings=settings)
    assert "secret" not in str(caught.value)
    assert index.host in str(caught.value)


FAULTS: dict[str, tuple[str, Callable[[Index], Answer], str]] = {
    "no project": ("page", lambda _: reply(b"", status=404), "answered 404"),
    "no file": ("file", lambda _: reply(b"gone", status=404), "answered 404"),
    "server error": ("file", lambda _: reply(b"oops", status=503), "answered 503"),
    "not listed": ("page", lambda _: reply(b'{"files": []}', JSON), "does not list a_b-1.0.tar.gz"),
    "not PEP 691": ("page", lambda _: reply(b'{"files": 1}', JSON), "not what PEP 691 says"),
    "not JSON": ("page", lambda _: reply(b"<html>", JSON), "not what PEP 691 says"),
    "not HTML": ("page", lambda _: reply(b"\xff<<", "text/html"), "does not list"),
    "file address": ("page", lambda _: page("file:///etc/passwd"), "a file address"),
    "wrong hash": ("file", lambda _: reply(GOOD[:-1] + b"x"), "sha256 is .*, not the pinned"),
    "cut off": ("file", lambda _: reply(GOOD[:50], length=len(GOOD)), "complete message body"),
    "short": ("file", lambda _: reply(GOOD[:50], length=-1), f"ended after 50 of {len(GOOD)}"),
    "long": ("file", lambda _: reply(GOOD + b"x"), "more than the"),
    "silent page": ("page", lambda index: index.silent, "silent for 0.3 s"),
    "silent file": ("file", lambda index: index.silent_in_the_middle, "silent for 0.3 s"),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.timeout(20)
def test_says_what_is_wrong_and_leaves_nothing(name: str, index: Index, tmp_path: Path) -> None:
    where, fault, why = FAULTS[name]
    path = "/simple/a-b/" if where == "page" else "/files/a_b-1.0.tar.gz"
    index.answers[path] = fault(index)
    with pytest.raises(DownloadError, match=why) as caught:
        fetch(index, tmp_path)
    assert "--path" in str(caught.value)
    assert contents(tmp_path) == {}


@pytest.mark.timeout(20)
def test_a_trickle_comes_to_an_end(index: Index, tmp_path: Path) -> None:
    index.answers["/files/a_b-1.0.tar.gz"] = index.trickling
    started = time.monotonic()
    with pytest.raises(DownloadError, match="too slow"):
        fetch(index, tmp_path, timeouts=Timeouts(2.0, 1.0, 0.5))
    assert time.monotonic() - started < 5


def test_says_that_there_is_no_network(index: Index, tmp_path: Path) -> None:
    index.close()
    with pytest.raises(DownloadError, match=r"could not be fetched .*--path"):
        fetch(index, tmp_path)
    with pytest.raises(DownloadError, match="no http index"):
        fetch(index, tmp_path, settings=IndexSettings(()))


def test_says_that_there_is_no_room(index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DownloadError, match="FORMALMATH_CACHE_DIR"):
        fetch(index, tmp_path / "file")


def test_says_that_certificates_are_missing(index: Index, tmp_path: Path) -> None:
    settings = IndexSettings(index.settings.urls, certificates=str(tmp_path / "none.pem"))
    with pytest.raises(DownloadError, match="pip's option `cert`"):
        fetch(index, tmp_path, settings=settings)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (archive(("a_b-1.0/data/../../../evil", b"x")), "not safe"),
        (archive(("a_b-1.0/data//evil", b"x")), "not safe"),
        (archive(("a_b-1.0/other", b"x")), "has no folder"),
        (b"no archive at all", "cannot be unpacked"),
        (GOOD[:-20], "cannot be unpacked"),
    ],
)
def test_refuses_broken_archives(body: bytes, why: str, index: Index, tmp_path: Path) -> None:
    index.answers["/files/a_b-1.0.tar.gz"] = reply(body)
    with pytest.raises(DownloadError, match=why):
        fetch(index, tmp_path / "cache", pin(body))
    assert set(contents(tmp_path)) == {"cache/a_b-1.0.tar.gz"}


# What pip is set up with


@pytest.fixture
def pip_setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pip.conf that comes before every other one."""
    for name in ("INDEX_URL", "EXTRA_INDEX_URL", "CERT", "PROXY", "FIND_LINKS"):
        monkeypatch.delenv(f"PIP_{name}", raising=False)
    file = tmp_path / "pip.conf"
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    return file


def test_pips_files_say_where_to_fetch(pip_setup: Path) -> None:
    pip_setup.write_text(
        "[global]\nindex-url = https://mirror.example/simple/\n"
        "extra-index-url =\n  file:///srv/simple\n  http://extra.example/simple\n"
        "cert = /some/ca.pem\nproxy = http://proxy.example:3128\n"
    )
    assert index_settings() == IndexSettings(
        ("https://mirror.example/simple", "http://extra.example/simple"),
        "/some/ca.pem",
        "http://proxy.example:3128",
    )


def test_pips_environment_decides(pip_setup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip_setup.write_text(
        "[global]\nindex-url = https://mirror.example/simple\nextra-index-url = file:///srv\n"
    )
    monkeypatch.setenv("PIP_INDEX_URL", "https://user:p'w@other.example/simple")
    assert index_settings().urls == ("https://user:p'w@other.example/simple",)
    # and so it does where there is no pip to ask
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    assert index_settings().urls == ("https://user:p'w@other.example/simple",)


def test_the_public_index_is_the_default(pip_setup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)  # which makes pip read no file at all
    assert index_settings() == IndexSettings((PUBLIC_INDEX,), "", "")
