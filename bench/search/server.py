"""Serves the sites as a static host does, and tells what it sent."""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
"""Sent with gzip, as GitHub Pages does; what is compressed already (Pagefind's pieces, images) goes as it is."""
LEVEL = 6
"""gzip's own."""
PAGE = {".html", ".css", ".svg", ".png", ".ico"}
"""What any page needs; scripts, WebAssembly, indexes and texts are there for the search."""
HEADERS = {
    "Cache-Control": "max-age=600",
    # A page tells its memory only when no other origin shares it.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it went out."""

    path: str
    size: int
    """Bytes of the body, after gzip."""
    at: float
    """Seconds since 1970."""

    @property
    def is_page(self) -> bool:
        return PurePosixPath(self.path).suffix in PAGE


@dataclass(frozen=True, slots=True)
class Weight:
    """What several files weigh together, in bytes."""

    page: int
    search: int
    files: int


def weigh(sent: Sequence[Sent], until: float = float("inf")) -> Weight:
    """What was sent until then, in seconds since 1970."""
    early = [each for each in sent if each.at <= until]
    page = sum(each.size for each in early if each.is_page)
    return Weight(page, sum(each.size for each in early) - page, len(early))


class Server:
    """Serves a folder to this machine until the end of the ``with``."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.sent: list[Sent] = []
        self.missing: list[str] = []
        self._bodies: dict[Path, bytes] = {}
        server = self

        class Handler(_Handler):
            files = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._http.server_port}/"

    def __enter__(self) -> Server:
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def begin(self) -> None:
        """Forgets what was sent: a visit begins."""
        self.sent = []

    def body(self, path: Path) -> bytes:
        """The file as it goes out: compressed once, so that no visit waits for that after the first."""
        if path not in self._bodies:
            data = path.read_bytes()
            is_compressed = path.suffix in COMPRESSED
            self._bodies[path] = gzip.compress(data, LEVEL, mtime=0) if is_compressed else data
        return self._bodies[path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together
    files: Server

    def do_GET(self) -> None:
        asked = unquote(urlsplit(self.path).path)
        path = (self.files.root / asked.lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        if not path.is_relative_to(self.files.root) or not path.is_file():
            self.files.missing.append(asked)
            self.send_error(404)
            return
        body = self.files.body(path)
        self.send_response(200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        # Before it leaves: the page must not have it painted before it is noted.
        self.files.sent.append(Sent(f"/{path.relative_to(self.files.root).as_posix()}", len(body), time.time()))
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        pass
