"""What is asked, from ``locales/interview.fr.yml``."""

from __future__ import annotations

from functools import cache

from generator.words.edition import LOCALES, read_catalog


@cache
def catalog() -> dict[str, str]:
    """Key → text."""
    return read_catalog(LOCALES / "interview.fr.yml")


def say(key: str, /, **args: object) -> str:
    """The text of that key, its holes filled."""
    return catalog()[key].format_map(args)
