"""What holds whatever the content: same bytes, no order, both ends, text stays text."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from generator import urls
from generator.artifact import Artifact
from generator.check.content import DEAD_SOURCES, PROSE
from generator.model import Actor, Initiative, Record
from generator.model.directory import Directory, link
from generator.render.pages.engine import TEMPLATES
from generator.site import build
from generator.words.catalog import LOCALES, Catalog
from generator.words.edition import Edition

HOSTILE = (
    "{{7*191}} {% raw %} ${7*191} <script>alert(1)</script> [x](javascript:alert(1)) **gras** `code` \\ &amp; #titre"
    " ---  ~~barré~~ ![i](x) <!-- --> | a | {: .c } :smile: ==m== *[HTML]: x"
)


@pytest.fixture(scope="module")
def small(real: Directory) -> Directory:
    """Vocabularies and countries as they are, with an actor and an initiative full of syntax."""
    kept: list[Record] = [*real.vocabularies.values(), *real.countries.values(), *real.places.values()]
    kept = [
        record for record in kept if not getattr(record, "posts", ()) and not getattr(record, "country_group", None)
    ]
    source = {"title": HOSTILE[:200], "supports": HOSTILE, "detail": HOSTILE}
    actor = Actor.model_validate(
        {
            "id": "hostile",
            "name": HOSTILE[:200],
            "kind": "commune",
            "country": "FR",
            "place": "fr-lyon" if "fr-lyon" in real.places else next(iter(real.places)),
            "names": [{"text": HOSTILE[:200], "kind": "variant"}],
            "description": HOSTILE,
            "sources": [source],
        }
    )
    initiative = Initiative.model_validate(
        {
            "id": "hostile",
            "title": HOSTILE,
            "modality": "project",
            "scope": "decentralised",
            "summary": HOSTILE + "\n\n# " + HOSTILE,
            "participations": [{"actor": "hostile", "role": "bearer"}],
            "countries": ["PE"],
            "keywords": [HOSTILE[:200]],
            "themes": ["health"],
            "funding": [{"description": HOSTILE}],
            "sources": [source],
        }
    )
    return link([*kept, actor, initiative])


@pytest.fixture(scope="module")
def hostile(small: Directory, french: Edition) -> dict[str, bytes]:
    """All that is written of that."""
    return {artifact.path: artifact.data for artifact in build(small, french)}


@pytest.fixture(scope="module")
def pages(artifacts: dict[str, Artifact]) -> dict[str, str]:
    """Markdown file → what it says, for the real content."""
    return {path: artifact.data.decode() for path, artifact in artifacts.items() if path.endswith(".md")}


@pytest.mark.weekly
def test_two_builds_give_the_same_bytes(real: Directory, french: Edition, artifacts: dict[str, Artifact]) -> None:
    assert [(a.path, a.data) for a in build(real, french)] == [(a.path, a.data) for a in artifacts.values()]


def test_the_order_of_files_does_not_matter(small: Directory, french: Edition, hostile: dict[str, bytes]) -> None:
    records = list(small.records())
    random.Random(7).shuffle(records)
    shuffled = {artifact.path: artifact.data for artifact in build(link(records), french)}
    assert shuffled == hostile


def test_both_ends_see_a_participation(real: Directory, pages: dict[str, str]) -> None:
    for initiative in real.initiatives.values():
        sheet = pages[urls.page(urls.record("initiatives", initiative.id))]
        for part in initiative.participations:
            assert f"acteurs/{part.actor}/" in sheet
            actor = pages[urls.page(urls.record("actors", part.actor))]
            assert f"initiatives/{initiative.id}/" in actor, (part.actor, initiative.id)


def test_an_initiative_stands_on_the_pages_of_its_countries_and_themes(real: Directory, pages: dict[str, str]) -> None:
    for initiative in real.initiatives.values():
        for code in initiative.countries:
            if code.lower() in real.countries:
                assert f"initiatives/{initiative.id}/" in pages[urls.page(urls.record("countries", code.lower()))]
        for theme in initiative.themes:
            assert f"initiatives/{initiative.id}/" in pages[urls.page(urls.record("themes", theme))]


def test_what_is_said_of_a_source_is_set_apart_from_what_stands_before_it(pages: dict[str, str]) -> None:
    said = [
        each for page in pages.values() for each in re.findall(r'<li class="rp-source">(.*?)</li>', page, re.DOTALL)
    ]
    assert any("</span> <span" in each for each in said)
    assert [each for each in said if re.search(r"</(?:a|span)><(?:a|span)\b[^>]*>(?! )", each)] == []


def test_no_catalog_key_is_unused() -> None:
    folder = LOCALES.parents[1]
    suffixes = (".py", ".jinja")
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.suffix in suffixes)
    overrides = folder.parent / "overrides"
    code += "".join(path.read_text("utf-8") for path in overrides.rglob("*") if path.suffix in (".html", ".js"))
    unused = []
    for key in Catalog("fr"):
        name = re.sub(r"\.(one|other|many)$", "", key)
        section, _, rest = name.partition(".")
        computed = section in ("nav", "anchor", "resource", "maps", "search", "export", "stale", "data") or rest in (
            "title",
            "description",
        )
        by_suffix = f"{name.rpartition('_')[0]}_" in code  # since_ + day, month or year
        # A script gets its section whole and asks for a text by the last part of its key.
        by_script = section in ("explorer", "near", "report") and re.search(rf"\b{name.rpartition('.')[2]}\b", code)
        if not computed and not by_suffix and not by_script and name not in code:
            unused.append(key)
    assert not unused


def test_hostile_text_is_shown_literally_on_every_page(hostile: dict[str, bytes]) -> None:
    import markdown

    for path, data in hostile.items():
        if not path.endswith(".md"):
            continue
        body = data.decode().split("---\n", 2)[2]
        assert "1337" not in body
        html = markdown.markdown(body, extensions=["toc", "tables", "fenced_code"])
        assert "<script>alert" not in html, path
        assert 'href="javascript:' not in html
        assert "<strong>gras</strong>" not in html
    sheet = hostile["initiatives/hostile/index.md"].decode()
    shown = re.sub(r"<[^>]+>", "", markdown.markdown(sheet.split("---\n", 2)[2]))
    import html as html_module

    text = " ".join(html_module.unescape(html_module.unescape(shown)).split())
    assert " ".join(HOSTILE.replace("&amp;", "&").split()) in text.replace("&amp;", "&")


def test_no_template_holds_words() -> None:
    """Between tags, a template has holes, punctuation and nothing else."""
    wordy = []
    for path in sorted(TEMPLATES.glob("*.jinja")):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text("utf-8"), flags=re.S)
        text = re.sub(r"<script.*?</script>", " ", text, flags=re.S)
        words = re.findall(r"[A-Za-zÀ-ÿ]{3,}", re.sub(r"<[^>]*>", " ", text))
        wordy += [f"{path.name}: {word}" for word in words if word not in ("SIREN", "INSEE", "Wikidata", "IATI")]
    assert not wordy


def test_content_has_no_error(opened: tuple[Directory, list]) -> None:  # type: ignore[type-arg]
    assert [problem for problem in opened[1] if problem.severity == "error"] == []


def test_every_file_of_the_content_is_a_record(real: Directory) -> None:
    content = Path(__file__).parents[2] / "content"
    files = [p for p in content.rglob("*.yml") if p.relative_to(content).parts[0] not in (*PROSE, DEAD_SOURCES)]
    assert len(files) == sum(1 for _ in real.records())
