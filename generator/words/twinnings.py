"""How many twinnings there are among some initiatives, and how much is known of them, in one line."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Initiative
from generator.words.edition import Edition


def twinnings(initiatives: Iterable[Initiative], edition: Edition) -> str:
    """How many, of how many the beginning is dated, and of how many a source says that they live; nothing of none."""
    found = [each for each in initiatives if each.modality == "twinning"]
    dated = sum(1 for each in found if each.period and each.period.start)
    active = sum(1 for each in found if each.status and each.status.state == "active")

    def told(what: str, count: int) -> str:
        return edition.tn(f"twinnings.{what}", count) if count else edition.t(f"twinnings.none_{what}")

    parts = {"dated": told("dated", dated), "active": told("active", active)}
    return edition.tn("twinnings.all", len(found), **parts) if found else ""
