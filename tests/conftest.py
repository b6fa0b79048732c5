"""What several tests need: the real content, opened and rendered once, and a small site, built once."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pytest

from generator.artifact import Artifact
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.render import search
from generator.search.facet import ASKED
from generator.site import build, open_directory
from generator.words.edition import Edition
from tests.explorer import SEARCH, keep
from tests.missing import missing
from tests.node import call
from tests.once import once
from tests.small import repertoire, small_project

ROOT = Path(__file__).parents[1]
ADDED = "bresse-sur-essai"
"""Made up: the actor that the later site has and the small one has not."""


def pytest_sessionstart(session: pytest.Session) -> None:
    """Stops at once if words are missing: nearly every test would fail, each in its own way, for that one cause."""
    is_worker = hasattr(session.config, "workerinput")
    if not is_worker and (absent := missing()):
        pytest.exit("\n".join(["words are asked for that no catalog has:", *absent]), returncode=1)


@pytest.fixture(scope="session")
def opened() -> tuple[Directory, list[Problem]]:
    """The real content and everything wrong with it."""
    return open_directory(ROOT / "content")


@pytest.fixture(scope="session")
def real(opened: tuple[Directory, list[Problem]]) -> Directory:
    """The real content."""
    return opened[0]


@pytest.fixture(scope="session")
def french() -> Edition:
    return Edition("fr", datetime.date(2026, 11, 22))


@pytest.fixture(scope="session")
def spanish() -> Edition:
    return Edition("es", datetime.date(2026, 11, 22))


@pytest.fixture(scope="session")
def artifacts(tmp_path_factory: pytest.TempPathFactory, real: Directory, french: Edition) -> dict[str, Artifact]:
    """All that is written of the real content in French, by path, in its order; built by one worker."""

    def make(folder: Path) -> None:
        folder.mkdir()
        (folder / "artifacts").write_bytes(pickle.dumps({each.path: each for each in build(real, french)}))

    return dict(pickle.loads((once(tmp_path_factory, "artifacts", make) / "artifacts").read_bytes()))


@pytest.fixture(scope="session")
def search_folder(tmp_path_factory: pytest.TempPathFactory, real: Directory, french: Edition) -> Path:
    """The search's files of the real content in French, as the scripts find them; written by one worker."""

    def make(folder: Path) -> None:
        keep(list(search.render(real, french)), folder)

    return once(tmp_path_factory, "search", make) / SEARCH


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with its site, and with the same pages as plain Markdown in ``out``; one for all workers."""

    def make(folder: Path) -> None:
        small_project(folder)
        for words in (("site",), ("build", "--out", "out")):
            done = repertoire(folder, *words)
            assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "small", make)


@pytest.fixture(scope="session")
def later_site(tmp_path_factory: pytest.TempPathFactory, small_site: Path) -> Path:
    """The small project with one more actor, its site keeping what that of before is made of; one for all workers."""

    def make(folder: Path) -> None:
        content = small_project(folder) / "content"
        (content / "actors" / f"{ADDED}.yml").write_text(
            "name: Bresse-sur-Essai\nkind: commune\ncountry: FR\nsources:\n  - title: Inventé pour le test\n", "utf-8"
        )
        done = repertoire(folder, "site", "--keep", str(small_site / "site"))
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "later", make)


@pytest.fixture(scope="session")
def facets_known() -> None:
    """The scripts know the facets, as a page tells them before they read its address."""
    call("search/state.js", "know", ASKED)
