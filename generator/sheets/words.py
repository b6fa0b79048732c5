"""What tables and their templates say, from ``locales/sheets.fr.yml``."""

from __future__ import annotations

from functools import cache

from generator.words.edition import LOCALES, read_catalog


@cache
def catalog() -> dict[str, str]:
    """Dotted key → text."""
    return read_catalog(LOCALES / "sheets.fr.yml")


def say(key: str, /, **args: object) -> str:
    """The text of that key, its holes filled."""
    return catalog()[key].format_map(args)
