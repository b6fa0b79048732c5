"""Renews the README's picture: the home page of ``site/`` as a visitor first sees it."""

from __future__ import annotations

import functools
import http.server
import io
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, PREFIX, QuietHandler

ROOT = Path(__file__).parents[1]
OUT = ROOT / ".github" / "home.png"


def main() -> None:
    handler = functools.partial(QuietHandler, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1400})
        page.goto(f"http://127.0.0.1:{server.server_port}{PREFIX}/")
        page.wait_for_selector("[data-map='home'] [data-stage] svg")
        page.wait_for_timeout(500)  # tiles of the land settle
        shot = page.screenshot()
        browser.close()
    server.shutdown()
    # A palette keeps a picture that is committed small.
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(200).save(OUT, optimize=True)
    print(OUT.relative_to(ROOT))


if __name__ == "__main__":
    main()
