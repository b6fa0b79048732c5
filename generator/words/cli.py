"""What the commands say: their own help, and click's, which ships no translation."""

from __future__ import annotations

from generator.words.catalog import Catalog

t = Catalog("cli.fr")


def french(text: str) -> str:
    """The text with click's own words put into French."""
    for key, english in t.section("click").items():
        if key.endswith(".english"):
            text = text.replace(english, t[f"click.{key.replace('.english', '.french')}"])
    return text
