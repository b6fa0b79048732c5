"""The contributor's guide is true: what it names is there, in its words, and its short versions say the same."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from PIL import Image

from generator import urls
from generator.render.pages.proposals import PROPOSED
from generator.words import fields as words
from generator.words.catalog import Catalog
from generator.words.edition import Edition
from generator.words.typography import typeset

ROOT = Path(__file__).parents[2]
_DAY = datetime.date(2026, 11, 22)
PROSE = ROOT / "content" / "pages"
FULL = PROSE / "fr" / urls.page(urls.CONTRIBUTE)
SHORT = {
    "es": PROSE / "es" / urls.page(urls.CONTRIBUTE),
    "pt": FULL.parent / "pt" / "index.md",
    "en": FULL.parent / "en" / "index.md",
}
REPOSITORY = "https://github.com/cites-unies-france/repertoire"
SITE = "https://cites-unies-france.github.io/repertoire/"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def guide() -> str:
    return FULL.read_text("utf-8")


@pytest.mark.parametrize("page", [FULL, *SHORT.values()], ids=["fr", *SHORT])
def test_what_the_guide_opens_on_github_exists(page: Path) -> None:
    links = re.findall(rf"{REPOSITORY}/([^)\"\s]+)", page.read_text("utf-8"))
    forms = [link.removeprefix("issues/new?template=") for link in links if "template=" in link]
    assert len(forms) >= 2
    for form in forms:
        assert (ROOT / ".github" / "ISSUE_TEMPLATE" / form).is_file(), form
    files = [link.removeprefix("blob/main/") for link in links if link.startswith("blob/")]
    assert files
    for file in files:
        assert (ROOT / file).is_file(), file


def test_the_guide_names_buttons_types_and_doors_as_the_site_does(guide: str) -> None:
    assert typeset(f"« {Edition('fr', _DAY).t('site.edit')} »") in guide
    said = Catalog("form.fr")
    for door in ("github", "mail", "download", "copy"):
        assert f"- **{said[f'door.{door}.title']}**" in guide, door
    offered = guide.split("**Choisissez ce que vous proposez**")[1].split("\n")[0]
    for type_ in PROPOSED:
        assert words.type_label(type_).lower() in offered.replace("une offre", "offre"), type_


def test_the_form_button_is_named_in_short_versions_as_on_the_page_it_is_on() -> None:
    assert f"«{Edition('es', _DAY).t('site.edit')}»" in SHORT["es"].read_text("utf-8")
    for locale in ("pt", "en"):
        named = f'<span lang="fr">{Edition("fr", _DAY).t("site.edit")}</span>'
        assert named in SHORT[locale].read_text("utf-8")


def test_every_picture_is_described_small_and_used(guide: str) -> None:
    pictures = PICTURE.findall(guide)
    assert {name for _, name in pictures} == {path.name for path in FULL.parent.glob("*.webp")} != set()
    for described, name in pictures:
        path = FULL.parent / name
        assert len(described) > 40, name
        assert path.stat().st_size < 60_000, name
        with Image.open(path) as picture:
            assert 600 <= picture.width <= 1200, name


def test_short_versions_have_the_same_parts_and_say_what_the_publisher_must_still_decide() -> None:
    parts = {locale: re.findall(r"^## ", page.read_text("utf-8"), re.M) for locale, page in SHORT.items()}
    assert len({len(found) for found in parts.values()}) == 1, parts
    pending = {"es": "por confirmar por el editor", "pt": "a confirmar pelo editor", "en": "to be confirmed by the"}
    for locale, said in pending.items():
        assert SHORT[locale].read_text("utf-8").count(said) == 2, locale
    assert FULL.read_text("utf-8").count("à confirmer par l’éditeur") == 2


def test_a_page_in_another_language_than_its_edition_says_which() -> None:
    for locale in ("pt", "en"):
        assert f"\nlang: {locale}\n" in SHORT[locale].read_text("utf-8").split("---")[1]


def test_french_punctuation_has_its_unbreakable_spaces(guide: str) -> None:
    body = guide.split("---", 2)[2]
    assert body == typeset(body)


def test_contributing_leads_to_pages_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    linked = set(re.findall(rf"\]\({SITE}([^)#]*)", text))
    assert urls.CONTRIBUTE in linked
    assert linked <= {urls.CONTRIBUTE, urls.REFERENCE, urls.PROPOSE, urls.CORRECT, urls.REPORT}
