"""Every file of the built site, read: links lead somewhere, no other host is named where a browser would ask it."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import material
import pytest

from generator.model.directory import Directory
from generator.render.pages import factsheets
from generator.words.edition import editions

BASE = "http://site.invalid/"
ASKS = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("use", "href")}
"""Attributes whose address a browser asks for by itself; a link's only for the kinds below."""
ASKED_RELS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.asked: list[str] = []
        self.ids: Counter[str] = Counter()
        self.h1 = 0
        self.title = ""
        self.inline: list[str] = []
        """Style and scripts that are no files: what a strict policy would block."""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        self.h1 += tag == "h1"
        self._in_title = self._in_title or tag == "title"
        self.inline += [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") != "application/json"):
            self.inline.append(f"<{tag}>")
        self.inline += [f"{tag} {name}" for name, value in values.items() if value.strip().startswith("javascript:")]
        if tag in ("a", "form"):
            self.links.append(values.get("href", values.get("action", "")))
        for name, value in values.items():
            if (tag, name) in ASKS and (tag != "link" or ASKED_RELS & set(values.get("rel", "").split())):
                self.asked.append(value)
        if values.get("http-equiv", "").lower() == "refresh":
            self.links.append(values["content"].partition("url=")[2])

    def handle_data(self, data: str) -> None:
        if self._in_title and not self.title:
            self.title, self._in_title = data, False


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, _Reader]:
    """Address from the root (``pays/pe/``) → what its HTML says."""
    found = {}
    for path in built.rglob("*.html"):
        reader = _Reader()
        reader.feed(path.read_text("utf-8"))
        name = path.relative_to(built).as_posix()
        found[name.removesuffix("index.html")] = reader
    return found


def test_no_internal_link_is_dead(built: Path, pages: dict[str, _Reader]) -> None:
    dead = []
    known = {
        path.relative_to(built).as_posix().removesuffix("index.html") for path in built.rglob("*") if path.is_file()
    }
    for address, reader in pages.items():
        if address.endswith("404.html"):
            continue  # served under any address: its links start at the site's root
        for link in {*reader.links, *reader.asked}:
            target = urlsplit(urljoin(BASE + address, link))
            if target.netloc != urlsplit(BASE).netloc:
                continue
            path = unquote(target.path.lstrip("/"))
            if path not in known:
                dead.append(f"{address}: {link}")
            elif target.fragment and path in pages and unquote(target.fragment) not in pages[path].ids:
                dead.append(f"{address}: {link} (no such anchor)")
    assert not dead, f"{len(dead)} dead links: {dead[:10]}"


def test_no_page_makes_a_browser_ask_another_host(pages: dict[str, _Reader]) -> None:
    asked = {
        link
        for address, reader in pages.items()
        for link in reader.asked
        if not address.endswith("404.html") and urlsplit(link).netloc
    }
    assert not asked


def test_no_style_sheet_makes_a_browser_ask_another_host(built: Path) -> None:
    asked = [
        f"{path.name}: {found}"
        for path in built.rglob("*.css")
        for found in re.findall(r"(?:url\(|@import)\s*['\"]?(https?:)?//[^)'\"]+", path.read_text("utf-8"))
    ]
    assert not asked


def test_no_page_holds_style_or_script_of_its_own(pages: dict[str, _Reader]) -> None:
    assert {address: reader.inline[:3] for address, reader in pages.items() if reader.inline} == {}


def test_the_site_holds_no_file_of_the_theme(built: Path) -> None:
    """Material frames no page and dresses none: overrides/base.html, assets/repertoire.css."""
    theme = Path(material.__file__).parent / "templates" / "assets"
    names = {path.name for path in theme.rglob("*") if path.is_file()}
    assert len(names) > 10
    assert [str(path) for path in (built / "assets").rglob("*") if path.name in names] == []


def test_every_page_asks_for_the_style_and_few_for_that_of_tools(built: Path, pages: dict[str, _Reader]) -> None:
    sheets = {path.relative_to(built).as_posix() for path in built.rglob("*.css")}
    names = {"repertoire.css", "tools.css", "map/leaflet/leaflet.css"}
    assert {re.sub(r"(?<=assets/)\w{10}/", "", sheet) for sheet in sheets} == {
        f"{root}assets/{name}" for root in ("", "es/") for name in names
    }
    assert len(sheets) == 2 * len(names)
    asked = {
        address: sorted(link.rpartition("/")[2] for link in reader.asked if link.endswith(".css"))
        for address, reader in pages.items()
        if reader.h1
    }
    assert {tuple(found) for found in asked.values()} == {("repertoire.css",), ("repertoire.css", "tools.css")}
    assert asked["acteurs/"] == ["repertoire.css"]


def test_style_stays_light(built: Path) -> None:
    sheets = list((built / "assets").glob("*/*.css"))
    assert len(sheets) == 2
    assert all(len(gzip.compress(sheet.read_bytes())) < 14_000 for sheet in sheets)


def test_every_page_has_one_heading_a_title_and_ids_of_its_own(pages: dict[str, _Reader]) -> None:
    wrong = []
    for address, reader in pages.items():
        twice = [id_ for id_, count in reader.ids.items() if count > 1]
        redirect = reader.h1 == 0 and len(reader.links) == 2 and not reader.asked
        if twice or not reader.title.strip() or (reader.h1 != 1 and not redirect):
            wrong.append(f"{address}: {reader.h1} h1, ids twice {twice[:3]}, title {reader.title!r}")
    assert not wrong, wrong[:10]


def test_records_in_are_factsheets_out(real: Directory, pages: dict[str, _Reader]) -> None:
    expected = {page.removesuffix("index.md") for page in factsheets(real)}
    assert len(expected) > 900
    for locale in editions():
        root = "" if locale == "fr" else f"{locale}/"
        assert not [url for url in expected if root + url not in pages]


def test_every_record_is_reached_from_the_home_page_without_a_script(
    real: Directory, pages: dict[str, _Reader]
) -> None:
    seen, waiting = {""}, [""]
    while waiting:
        address = waiting.pop()
        for link in pages[address].links:
            target = urlsplit(urljoin(BASE + address, link))
            path = unquote(target.path.lstrip("/"))
            if target.netloc == urlsplit(BASE).netloc and path in pages and path not in seen:
                seen.add(path)
                waiting.append(path)
    expected = {page.removesuffix("index.md") for page in factsheets(real)}
    assert not sorted(expected - seen)[:10]


def test_old_ids_still_open(real: Directory, pages: dict[str, _Reader]) -> None:
    old = [(record, id_) for record in real.actors.values() for id_ in record.formerly]
    assert old
    for record, id_ in old:
        assert (
            pages[f"acteurs/{id_}/"].links == [f"../{record.id}/", f"../{record.id}/"]
            or pages[f"acteurs/{id_}/"].links == [f"../../acteurs/{record.id}/"] * 2
        )
