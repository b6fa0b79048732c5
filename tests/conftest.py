"""What several tests need: the real content, opened once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.site import open_directory
from generator.words.edition import Edition
from tests.missing import missing

ROOT = Path(__file__).parents[1]


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
