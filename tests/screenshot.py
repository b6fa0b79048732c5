"""Renews pictures of ``site/``: the README's home page, the one that a shared link shows, the form in the guide."""

from __future__ import annotations

import functools
import http.server
import io
import threading
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright

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
GUIDE = ROOT / "content" / "pages" / "fr" / "contribuer"
ACTOR = 'form[data-proposal="actor"]'
FRAME = "#8a8a8a"
"""Around a picture whose background is the page's."""


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
        shoot_form(browser, f"http://127.0.0.1:{server.server_port}{PREFIX}/contribuer/proposer/?type=actor")
        browser.close()
    server.shutdown()
    # A palette keeps pictures that are committed small.
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(200).save(OUT, optimize=True)
    picture = Image.open(io.BytesIO(shared)).convert("RGB").resize((1200, 630), Image.Resampling.LANCZOS)
    picture.quantize(200).save(SHARE, optimize=True)
    print(OUT.relative_to(ROOT))


def shoot_form(browser: Browser, address: str) -> None:
    """The form as the guide shows it: empty, with a mistake, ready to be sent."""
    page = browser.new_page(
        viewport={"width": 860, "height": 4400}, color_scheme="light", locale="fr-FR", reduced_motion="reduce"
    )
    page.goto(address)
    page.wait_for_selector(ACTOR)
    _keep(page, "formulaire-vide", "h1", f'{ACTOR} [name="country"]')

    page.fill(f"{ACTOR} [name=name]", "Association Rivages (exemple fictif)")
    page.fill(f'{ACTOR} [name="sources[0].title"]', "Rivages — Rapport d’activité (fictif)")
    page.fill(f'{ACTOR} [name="sources[0].url"]', "https://rivages.example/rapport-2024")
    page.fill(f'{ACTOR} [name="sources[0].year"]', "20244")
    wrong = f'{ACTOR} [data-error-for="sources[0].year"]'
    page.locator(f'{ACTOR} [name="sources[0].year"]').blur()
    page.wait_for_selector(f"{wrong} >> text=20244")
    _keep(page, "formulaire-erreur", f'{ACTOR} [data-ask="sources[0].title"]', wrong)

    page.fill(f'{ACTOR} [name="sources[0].year"]', "2024")
    page.select_option(f"{ACTOR} [name=kind]", "association-ngo")
    page.select_option(f"{ACTOR} [name=country]", "FR")
    page.check("[name=consent]")
    page.wait_for_function("() => document.querySelector('[data-verdict]').textContent.startsWith('Tout est en ordre')")
    page.locator("[name=consent]").blur()
    _keep(page, "formulaire-envoi", "#rp-hand", "[data-door=copy] >> xpath=ancestor::li")
    page.close()


def _keep(page: Page, name: str, first: str, last: str) -> None:
    """Writes the part of the page from one element to another, whole width, into the guide's folder."""
    page.wait_for_timeout(500)
    top, end = page.locator(first).first.bounding_box(), page.locator(last).last.bounding_box()
    assert top, first
    assert end, last
    y = top["y"] - 8
    width = page.viewport_size["width"] if page.viewport_size else 0
    shot = page.screenshot(clip={"x": 0, "y": y, "width": width, "height": end["y"] + end["height"] + 16 - y})
    picture = ImageOps.expand(Image.open(io.BytesIO(shot)).convert("RGB"), 1, FRAME)
    out = GUIDE / f"{name}.webp"
    picture.save(out, quality=65, method=6)
    print(out.relative_to(ROOT), f"{out.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
