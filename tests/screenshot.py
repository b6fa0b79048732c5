"""Renews two pictures of ``site/``: the README's home page, and the one that a shared link shows."""

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
SHARE = ROOT / "overrides" / "assets" / "share.png"
SHARED = """() => {
    const frame = document.querySelector("[data-map='home'] .rp-map__frame");
    frame.querySelector(".rp-map__call").remove();
    const brand = document.querySelector(".rp-brand").cloneNode(true);
    brand.style.cssText = "position:absolute;left:30px;top:24px;z-index:1000;zoom:1.7;text-decoration:none";
    frame.append(brand);
    const box = frame.getBoundingClientRect();
    const width = Math.min(box.width, box.height * 1200 / 630);
    const height = width * 630 / 1200;
    return { x: box.x, y: box.y + scrollY, width, height: Math.min(height, box.height) };
}"""
"""Puts the name of the site on its map; returns the part of the page to take, in the proportions of a card."""
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
        shared = page.screenshot(clip=page.evaluate(SHARED))
        browser.close()
    server.shutdown()
    # A palette keeps pictures that are committed small.
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(200).save(OUT, optimize=True)
    picture = Image.open(io.BytesIO(shared)).convert("RGB").resize((1200, 630), Image.Resampling.LANCZOS)
    picture.quantize(200).save(SHARE, optimize=True)
    print(OUT.relative_to(ROOT))


if __name__ == "__main__":
    main()
