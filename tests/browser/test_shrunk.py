"""The style sheets that are served say to a browser what those that are written say."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page
from xstatic.pkg import leaflet

from generator.words.edition import editions
from tests.node import ASSETS

WRITTEN = {path.relative_to(ASSETS).as_posix(): path for path in ASSETS.rglob("*.css")} | {
    "map/leaflet/leaflet.css": Path(leaflet.BASE_DIR) / "leaflet.css"
}

DIFFERENCES = """([one, other]) => {
  const rules = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // A browser keeps a value that holds a variable as it is written: blank space that means nothing is left out here.
    const bare = (text) => text.replace(/\\s+/g, " ").replace(/([(,:]) | (?=[),])/g, "$1");
    return [...sheet.cssRules].map(({ cssText }) => bare(cssText));
  };
  const [written, served] = [rules(one), rules(other)];
  const longest = Math.max(written.length, served.length);
  return [...Array(longest).keys()].filter((at) => written[at] !== served[at]).map((at) => [written[at], served[at]]);
}"""


def test_a_style_sheet_says_the_same_when_shrunk(built: Path, page: Page) -> None:
    for name, path in WRITTEN.items():
        text = path.read_text("utf-8")
        assert page.evaluate(DIFFERENCES, [text, text + "\nb { order: 7 }"]), "the comparison sees nothing"
        for locale in editions():
            (served,) = (built / ("" if locale == "fr" else locale) / "assets").glob(f"*/{name}")
            assert page.evaluate(DIFFERENCES, [text, served.read_text("utf-8")]) == [], name
