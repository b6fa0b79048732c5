"""Words without a break, as long as addresses and compounds may be, never make a page wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.editions import publish
from tests import made_up
from tests.browser.axe import too_wide
from tests.browser.calm import calm
from tests.browser.conftest import served
from tests.small import small_project

LONG = 180
WIDTH = 360


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site of made-up records: every text of theirs is one long word."""
    project = small_project(tmp_path_factory.mktemp("wide"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(made_up, "word", lambda number, locale="fr": f"Zq{number:03}{locale}".ljust(LONG, "x"))
        patched.setenv("SOURCE_DATE_EPOCH", "1795348800")
        directory, _ = made_up.made_up()
    publish(project / "mkdocs.yml", project / "content", directory, project / "site")
    return project / "site"


@pytest.fixture(scope="module")
def long(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.weekly)], ids=["sheets", "all"])
def test_no_page_is_wider_than_a_phone(phone: Page, built: Path, long: str, every: bool) -> None:
    found = (path for path in built.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    pages = sorted(path.parent.relative_to(built).as_posix() for path in found)
    # The other edition's words are no longer than these; its factsheets have the same leaves.
    shown = [path for path in pages if not path.startswith("es/") and (every or path.endswith("/essai"))]
    assert len([path for path in shown if path.endswith("/essai")]) > 4
    wrong = []
    for path in shown:
        phone.goto(f"{long}/{path}/" if path != "." else f"{long}/")
        phone.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        wrong += too_wide(phone, path)
    assert wrong == []


@pytest.mark.parametrize(
    "path",
    [
        "/recherche/",
        "/recherche/?view=table",
        pytest.param("/recherche/?view=map&place=essai", marks=pytest.mark.weekly),
        pytest.param(f"/recherche/?q={'w' * LONG}", marks=pytest.mark.weekly),
        "/carte/?lieu=essai",
        pytest.param("/integrer/", marks=pytest.mark.weekly),
        "/contribuer/corriger/?id=essai&type=initiative",
        pytest.param("/contribuer/corriger/?id=essai&type=actor", marks=pytest.mark.weekly),
    ],
)
def test_no_tool_is_wider_than_a_phone(phone: Page, long: str, path: str) -> None:
    calm(phone, long + path)
    phone.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert too_wide(phone) == []
