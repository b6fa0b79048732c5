"""``/signaler/`` without its script: a letter to fill in, to whoever answers; or a plain word that nobody does yet."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from generator import urls
from generator.model.directory import link
from generator.model.publisher import Publisher
from generator.render.pages.engine import Writer
from generator.render.pages.letters import letter
from generator.render.pages.report import report_page
from generator.render.pages.selection import Selection
from generator.words.edition import Edition

NOBODY = link([])
BOX, DATA_BOX = "repertoire@essai.example", "donnees@essai.example"


def written(edition: Edition, **boxes: str) -> str:
    """The page, with the publisher's boxes."""
    edition = replace(edition, publisher=Publisher(**boxes))
    (page,) = report_page(Selection(NOBODY, edition))
    assert page.url == urls.REPORT
    return unescape(Writer(NOBODY, edition).write(page).data.decode())


def letters(text: str) -> dict[str, dict[str, str]]:
    """Mailbox → the letter to it that the page holds ready."""
    addresses = [urlsplit(part.partition('"')[0]) for part in text.split('href="')[1:] if part.startswith("mailto:")]
    return {each.path: {key: held[0] for key, held in parse_qs(each.query).items()} for each in addresses}


@pytest.fixture(params=["fr", "es"])
def edition(request: pytest.FixtureRequest, french: Edition) -> Edition:
    return Edition(request.param, french.as_of)


def test_the_letters_are_in_the_readers_language_and_go_to_who_answers(edition: Edition) -> None:
    page = written(edition, mailbox=BOX, data_mailbox=DATA_BOX)
    found = letters(page)
    assert set(found) == {BOX, DATA_BOX}
    assert found[BOX]["subject"] == edition.t("report.letter.subject").replace("\u00a0", " ")
    assert edition.t("report.letter.wrong").replace("\u00a0", " ") in found[BOX]["body"]
    assert edition.t("report.letter.withdrawal") in found[DATA_BOX]["body"]
    assert "\u00a0" not in found[BOX]["body"]
    assert f'data-mailbox="{BOX}"' in page
    assert f'data-data-mailbox="{DATA_BOX}"' in page
    assert edition.t("report.trial") not in page


def test_where_nobody_is_named_for_data_the_publisher_answers(edition: Edition) -> None:
    assert set(letters(written(edition, mailbox=BOX))) == {BOX}


def test_without_a_mailbox_the_page_says_so_and_opens_no_letter(edition: Edition) -> None:
    page = written(edition)
    assert edition.t("report.trial") in page
    assert "data-letter hidden" in page
    assert edition.t("report.plain") not in page


def test_every_page_leads_there() -> None:
    assert urls.REPORT in {way.url for _, ways in urls.FOOTER for way in ways}
    assert urls.REPORT not in {way.url for way in urls.NAVIGATION}


def test_a_letter_may_have_a_copy_and_nobody_to_go_to() -> None:
    assert letter("", "À\u00a0vous", "a\n&b", copy="c@d.example") == (
        "mailto:?cc=c@d.example&subject=%C3%80%20vous&body=a%0A%26b"
    )
