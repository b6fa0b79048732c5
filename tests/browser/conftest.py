"""The real site, built once by the command people use, served here; and Debian's Chromium.

A missing browser is a failure, never a skip: what the page promises is tested on the page.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from generator.publish import stamps
from tests.browser.trial import make
from tests.once import once

ROOT = Path(__file__).parents[2]
BROWSERS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
CHROMIUM = os.environ.get("CHROMIUM") or next((path for path in BROWSERS if Path(path).exists()), BROWSERS[-1])
"""Debian's, unless the machine has another: Playwright's own download is never used. The shell is the same browser
without its own windows, which cost four times the page that is tested."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site, as ``make site`` builds it; one for all workers."""

    def build(out: Path) -> None:
        command = [sys.executable, "-m", "generator", "site", "--out", str(out)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stderr, done.stderr

    return once(tmp_path_factory, "site", build)


PREFIX = "/repertoire"
"""Served under the path of ``site_url``, as on the host: a link that starts at the server's root would be dead."""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under ``PREFIX``, without a word."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{PREFIX}/"):
            return str(Path(self.directory) / "nothing-here")
        return super().translate_path(path.removeprefix(PREFIX))

    def log_message(self, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """As a static host does: the site's own page for what is not there."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Address of the folder, served, without a slash at its end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """Address of the served site, without a slash at its end."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the served small site of ``trial``."""
    with served(once(tmp_path_factory, "trial", make) / "site") as address:
        yield address


@pytest.fixture(scope="session")
def scripts(built: Path, site: str) -> str:
    """Address of the French edition's folder of scripts, without a slash at its end."""
    return f"{site}/assets/{json.loads((built / stamps.NAME).read_text('utf-8'))['scripts']}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert Path(CHROMIUM).exists(), "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


TELL = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    console.error("policy:", violatedDirective, blockedURI, sourceFile, lineNumber));"""


def watched(context: BrowserContext) -> list[str]:
    """What the pages of the context try from now on that their policy forbids."""
    found: list[str] = []
    context.add_init_script(TELL)
    context.on("console", lambda said: found.append(said.text) if said.text.startswith("policy:") else None)
    return found


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A fresh visitor, whose browser refuses every other host; a request to one fails the test, and so does anything
    that the policy of a page forbids."""
    strangers: list[str] = []
    found = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR", reduced_motion="reduce")

    def watch(request: Request) -> None:
        if urlsplit(request.url).netloc not in ("", urlsplit(site).netloc):
            strangers.append(request.url)

    found.on("request", watch)
    forbidden = watched(found)
    yield found
    found.close()
    assert not strangers, f"other hosts were asked: {strangers[:5]}"
    assert not forbidden, f"the policy forbids: {forbidden[:5]}"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose script errors fail the test."""
    found = context.new_page()
    wrong: list[str] = []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    yield found
    assert not wrong, wrong
