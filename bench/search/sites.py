"""The sites that are searched, of the French edition: ours, Pagefind's index of its pages, Material's of the same."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from bench.builds import ENVIRONMENT, SEARCHING, TOGETHER, prepare, settings_file
from bench.measure import run
from generator.check.content import open_directory
from generator.render.pages import factsheets

HERE = Path(__file__).parent
LOCALE = "fr"
ARTICLE = "#rp-contenu"
"""What Pagefind reads of a page: neither header nor footer, nor …"""
CHROME = ".rp-edit, .rp-address"
"""… the invitation to correct, and the address for print."""
HIDDEN = "---\nsearch:\n  exclude: true\n"
"""Beginning of a page that Material's search leaves out."""


def build(folder: Path, count: int) -> Path:
    """Makes up ``count`` records and builds their sites; returns the folder that holds them, to be served.

    Only records' pages are searched, by each: the lists say the same again, and ours leaves them out.
    """
    prepare(folder, count)
    pages, sites = folder / "pages" / LOCALE, folder / "sites"
    records = set(factsheets(open_directory(folder / "content")[0]))
    for path in pages.rglob("*.md"):
        if path.relative_to(pages).as_posix() not in records:
            path.write_text(hidden(path.read_text(encoding="utf-8")), encoding="utf-8")
    settings = {"ours": folder / "mkdocs.yml", "material": settings_file(folder, SEARCHING, LOCALE)}
    commands = [
        [*_python("mkdocs"), "build", "--quiet", "--config-file", str(config), "--site-dir", str(sites / name)]
        for name, config in settings.items()
    ]
    run(commands, TOGETHER, folder, ENVIRONMENT)
    _index(sites / "ours", sites / "pagefind", records, folder)
    return sites


def hidden(page: str) -> str:
    """The Markdown page, left out of Material's search."""
    return HIDDEN + page.removeprefix("---\n") if page.startswith("---\n") else f"{HIDDEN}---\n{page}"


def _index(ours: Path, site: Path, records: set[str], folder: Path) -> None:
    """Puts the records' pages in ``site``, Pagefind's index of them, and the page that searches it."""
    for record in records:
        page = Path(record).with_suffix(".html")
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        os.link(ours / page, site / page)
    command = [*_python("pagefind"), "--quiet", "--site", str(site)]
    command += ["--root-selector", ARTICLE, "--exclude-selectors", CHROME]
    run([command], 1, folder, ENVIRONMENT)
    shutil.copy(HERE / "pagefind.html", site / "index.html")
    shutil.copy(HERE / "results.js", site)


def _python(module: str) -> list[str]:
    return [sys.executable, "-m", module]
