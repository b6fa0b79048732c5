"""A record full of syntax, through MkDocs, the theme, the search and the map: its text is shown, nothing runs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.calm import calm
from tests.browser.conftest import served
from tests.small import repertoire, small_project

HOSTILE = (
    "{{7*191}} {% raw %} ${7*191} </script><script>window.ran=1</script><img src=x onerror=window.ran=2> "
    '[x](javascript:alert(1)) **gras** `code` \\" &amp; #titre ~~b~~ | a |'
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a small site with a made-up actor and initiative, all their texts hostile."""
    project = small_project(tmp_path_factory.mktemp("hostile"))
    text = json.dumps(HOSTILE)
    source = f"sources:\n  - title: {text}\n    supports: {text}\n    detail: {text}\n"
    (project / "content" / "actors" / "hostile.yml").write_text(
        f"name: {text}\nkind: commune\ncountry: FR\nplace: fr-brest\nother_names:\n  - {text}\n"
        f"description: {text}\n{source}",
        "utf-8",
    )
    place = (project / "content" / "places" / "fr-brest.yml").read_text("utf-8")
    place = "\n".join(f"name: {text}" if line.startswith("name:") else line for line in place.splitlines())
    (project / "content" / "places" / "fr-brest.yml").write_text(place + "\n", "utf-8")
    (project / "content" / "initiatives" / "hostile.yml").write_text(
        f"title: {text}\nmodality: project\nscope: decentralised\nsummary: {text}\n"
        f"participations:\n  - actor: hostile\n    role: bearer\n  - actor: ar-chubut\n    role: partner\n"
        f"countries:\n  - AR\nkeywords:\n  - {text}\nfunding:\n  - description: {text}\n{source}",
        "utf-8",
    )
    done = repertoire(project, "site")
    assert done.returncode == 0, done.stderr
    with served(project / "site") as address:
        yield address


@pytest.fixture
def quiet(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    yield page
    assert not dialogs
    page.close()


@pytest.mark.parametrize(
    "path",
    [
        "/initiatives/hostile/",
        "/acteurs/hostile/",
        "/acteurs/",
        "/initiatives/",
        "/pays/ar/",
        "/carte/?lieu=fr-brest",
        "/",
        "/es/initiatives/hostile/",
        "/recherche/?q=gras",
    ],
)
def test_hostile_text_is_text(quiet: Page, hostile: str, path: str) -> None:
    calm(quiet, hostile + path)
    if "recherche" in path:
        quiet.wait_for_selector("[data-results] [data-id='hostile']")
    for _ in range(4):
        quiet.mouse.wheel(0, 900)
        quiet.wait_for_timeout(100)
    assert quiet.evaluate("window.ran") is None
    assert quiet.locator("img[src='x']").count() == 0
    shown = " ".join(quiet.locator("body").text_content().split())
    assert "1337" not in shown
    assert " ".join(HOSTILE.split()) in shown


def test_hostile_text_is_text_in_the_head(quiet: Page, hostile: str) -> None:
    quiet.goto(f"{hostile}/initiatives/hostile/")
    assert HOSTILE in quiet.title()
    for name in ("og:title", "og:description"):
        assert quiet.locator(f"meta[property='{name}']").get_attribute("content") == HOSTILE
    assert quiet.locator("h1").text_content() == HOSTILE
