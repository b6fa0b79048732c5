"""What several tests need: the real content, opened once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.search.facet import NAMES
from generator.site import open_directory
from generator.words.edition import Edition
from tests.node import call

ROOT = Path(__file__).parents[1]


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
def facets_known() -> None:
    """The scripts know the facets, as a page tells them before they read its address."""
    call("search/state.js", "know", NAMES)
