"""A page opened before a deployment: it goes on working, or heals itself, and nothing that was asked is lost.

A small site in two builds, served as a host serves it: pages are kept for ten minutes, what is stamped for ever.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import QuietHandler, served

READY = "html[data-search-ready=true]"


class HostHandler(QuietHandler):
    """Lets browsers keep files as a host does; of a host that is ``weary``, data do not come."""

    weary = False

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if HostHandler.weary and re.search(r"/assets/\w+/\w+/.*(json|base\.js|layers\.js)$", self.path):
            self.send_error(503)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        stamped = "/assets/" in self.path and not self.path.endswith("/stamps.json")
        self.send_header("Cache-Control", "max-age=31536000, immutable" if stamped else "max-age=600")
        super().end_headers()


@dataclass(frozen=True)
class Host:
    """A folder served at an address, and what may be deployed there."""

    address: str
    folder: Path
    first: Path
    second: Path

    def deploy(self, build: Path, *, keep: bool = True) -> None:
        """Takes away what was there and puts the build in its place; without ``keep``, no older folder is left."""
        shutil.rmtree(self.folder)
        shutil.copytree(build, self.folder)
        if not keep:
            kept = {path.name for path in (self.first / "assets").iterdir()}
            for path in list((self.folder / "assets").iterdir()):
                if path.is_dir() and path.name in kept and any((path / "search").glob("*.json")):
                    shutil.rmtree(path)


@pytest.fixture(scope="module")
def builds(small_site: Path, later_site: Path) -> tuple[Path, Path]:
    return small_site / "site", later_site / "site"


@pytest.fixture
def host(builds: tuple[Path, Path], tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "site"
    shutil.copytree(builds[0], folder)
    with served(folder, HostHandler) as address:
        yield Host(address, folder, *builds)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce")
    page = context.new_page()
    yield page
    context.close()


def loads(page: Page) -> list[str]:
    """Addresses of the pages that the visitor loads from now on."""
    found: list[str] = []
    page.on("framenavigated", lambda frame: found.append(frame.url))
    return found


def test_who_comes_back_after_a_deployment_finds_what_is_new(visitor: Page, host: Host) -> None:
    visitor.goto(f"{host.address}/recherche/?q=eau")
    visitor.wait_for_selector(READY)
    host.deploy(host.second)
    visitor.goto(f"{host.address}/recherche/?q=bresse")
    visitor.wait_for_selector("[data-results] [data-id='bresse-sur-essai']")
    visitor.goto(f"{host.address}/recherche/?q=eau")  # kept by the browser as it was
    visitor.wait_for_selector(READY)
    assert visitor.is_hidden("[data-failure]")


def test_a_page_that_is_open_goes_on_with_the_site_it_came_from(visitor: Page, host: Host) -> None:
    visitor.goto(f"{host.address}/recherche/?q=eau")
    visitor.wait_for_selector(READY)
    host.deploy(host.second)
    loaded = loads(visitor)
    visitor.fill("[data-form] [name=q]", "argentina")
    visitor.wait_for_function("() => location.search === '?q=argentina'")
    visitor.wait_for_selector(f"{READY} [data-results] [data-id=ar]")
    visitor.click("[data-to-view=map]")
    visitor.wait_for_selector("[data-view=map][data-ready=true]")
    assert [address for address in loaded if "recherche" not in address] == []
    assert visitor.is_hidden("[data-failure]")


def test_a_search_whose_data_are_gone_heals_and_keeps_words_filters_and_the_field(visitor: Page, host: Host) -> None:
    visitor.goto(f"{host.address}/recherche/?type=actor")
    visitor.wait_for_selector(READY)
    host.deploy(host.second, keep=False)
    visitor.focus("[data-form] [name=q]")
    visitor.keyboard.type("bresse")
    visitor.wait_for_selector(f"{READY} [data-results] [data-id='bresse-sur-essai']")
    assert visitor.evaluate("location.search") == "?q=bresse&type=actor"
    assert visitor.input_value("[data-form] [name=q]") == "bresse"
    assert visitor.evaluate("document.activeElement.name") == "q"
    assert visitor.is_hidden("[data-failure]")


@pytest.mark.parametrize(
    ("path", "failed", "there"),
    [
        ("/recherche/?country=AR", "[data-failure]:not([hidden])", f"{READY} [data-results] > *"),
        pytest.param(
            "/integrer/?country=AR",
            "[data-failure]:not([hidden])",
            f"{READY} [data-results] > *",
            marks=pytest.mark.weekly,
        ),
        ("/carte/", "[data-wait] button", "[data-map][data-ready]"),
        ("/contribuer/proposer/?type=actor", "[data-failure]:not([hidden])", "[data-records] form"),
    ],
)
def test_a_page_kept_by_the_browser_whose_data_are_gone_heals(
    visitor: Page, host: Host, monkeypatch: pytest.MonkeyPatch, path: str, failed: str, there: str
) -> None:
    monkeypatch.setattr(HostHandler, "weary", True)
    visitor.goto(host.address + path)  # the page comes, its data do not
    visitor.wait_for_selector(failed)
    host.deploy(host.second, keep=False)
    monkeypatch.setattr(HostHandler, "weary", False)
    visitor.goto("about:blank")
    visitor.goto(host.address + path)
    visitor.wait_for_selector(there)


def test_a_site_that_is_broken_is_told_and_not_loaded_for_ever(visitor: Page, host: Host) -> None:
    host.deploy(host.second, keep=False)
    shutil.rmtree(next(path for path in (host.folder / "assets").iterdir() if any(path.glob("search/core.json"))))
    loaded = loads(visitor)
    visitor.goto(f"{host.address}/recherche/?q=eau")
    visitor.wait_for_selector("[data-failure]:not([hidden])")
    visitor.wait_for_timeout(500)
    assert len(loaded) == 1
