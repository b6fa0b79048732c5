"""Pages written by hand: what is done to them once Markdown has read them."""

from __future__ import annotations

from pathlib import Path

import markdown

from generator.publish.prose import framed
from tests.small import repertoire, small_project

TABLES = """
Avant.

| Rôle | Nom |
| --- | ---: |
| Porteur | Brest |

Entre les deux.

| Un |
| --- |
| 1 |
"""


def test_each_table_slides_in_a_frame_that_the_keyboard_reaches() -> None:
    html = framed(markdown.markdown(TABLES, extensions=["tables"]), 'Tableau "large"')
    assert html.count('role="group" tabindex="0" aria-label="Tableau &quot;large&quot;">\n<table>') == 2
    assert html.count("</table>\n</div>") == 2
    assert "<p>Entre les deux.</p>\n<div" in html


def test_a_page_without_a_table_stays_as_it_is() -> None:
    assert framed("<p>Texte</p>", "Tableau") == "<p>Texte</p>"


def test_the_tables_of_a_site_are_framed_in_its_language(small_site: Path) -> None:
    for path, label in (("a-propos", "Tableau"), ("es/a-propos", "Tabla")):
        assert f'aria-label="{label}">' in (small_site / "site" / path / "index.html").read_text("utf-8")


def test_a_page_that_asks_something_of_mkdocs_is_refused_in_one_sentence(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    page = project / "content" / "pages" / "fr" / "a-propos" / "index.md"
    page.write_text("---\ntitle: Essai\ntemplate: ../../../etc/passwd\nkind: actor\n---\nTexte\n", "utf-8")
    done = repertoire(project, "site")
    assert done.returncode == 1
    assert f"{page} : « template » ne peut pas être écrit en tête d’une page." in done.stderr.replace("\u00a0", " ")
    assert "« kind »" in done.stderr.replace("\u00a0", " ")
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
