"""``repertoire site --publish``: a site goes online once its publisher has said who they are."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.model.publisher import KEYS, OPTIONAL
from tests.files.test_settings import WHOLE
from tests.small import repertoire, small_project, typed

BLOCK = re.compile(r"^extra:\n(?:  .*\n|    .*\n)+", re.M)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of a made-up publisher."""
    project = small_project(tmp_path_factory.mktemp("published"))
    settings = project / "mkdocs.yml"
    settings.write_text(BLOCK.sub(WHOLE, settings.read_text("utf-8")), "utf-8")
    done = repertoire(project, "site", "--publish")
    assert done.returncode == 0, done.stderr
    return project / "site"


def read(site: Path, url: str) -> str:
    """The page, without its character references."""
    return unescape((site / url / "index.html").read_text("utf-8"))


def test_publishing_is_refused_and_says_all_that_is_missing(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    done = typed(project, "site", "--publish")
    assert done.returncode == 1
    assert {key for key in KEYS if re.search(rf"^  {key} ", done.stderr, re.M)} == set(KEYS) - set(OPTIONAL)
    assert "→" in done.stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("words", [("site",), ("site", "--publish"), ("build", "--out", "out")])
def test_a_mailbox_that_is_none_is_told_with_its_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    project = small_project(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(BLOCK.sub(WHOLE.replace("essai@", "essai "), settings.read_text("utf-8")), "utf-8")
    done = typed(project, *words)
    assert done.returncode == 1
    line = settings.read_text("utf-8").splitlines().index("    mailbox: essai example.org") + 1
    assert f"mkdocs.yml:{line}:14" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_legal_notice_says_it_in_every_edition(published: Path) -> None:
    for edition in ("", "es"):
        page = read(published / edition, "mentions-legales")
        for said in re.findall(r'(?<=: )"?([^"\n]+)"?$', WHOLE, re.M):
            assert said in page, said
        assert "rp-note" not in page
        assert "<em>" not in page


def test_letters_and_the_form_go_to_the_publisher(published: Path) -> None:
    form = read(published, "contribuer/proposer")
    assert 'data-mail="essai@example.org"' in form
    assert "mailto:essai@example.org" in form.partition("</footer>")[0].rpartition("<footer")[2]
    letters = re.findall(r'href="(mailto:[^"]*)"', read(published, "a-reconfirmer"))
    asked = [unquote(each) for each in letters if "subject=" in each]
    assert asked
    assert all("cc=essai@example.org&" in each and each.endswith("\n\nAssociation d’Essai") for each in asked)


def test_a_trial_says_that_it_is_one(small_site: Path, published: Path) -> None:
    for edition, said in (("", "Version d’essai"), ("es", "Versión de prueba")):
        assert said in (small_site / "site" / edition / "acteurs" / "index.html").read_text("utf-8")
        assert said not in (published / edition / "acteurs" / "index.html").read_text("utf-8")
