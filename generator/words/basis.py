"""On whose word a record stands, in one sentence: how many sources, how recent, and what nobody has said."""

from __future__ import annotations

from generator.model import Initiative, Record
from generator.words.edition import Edition


def basis(record: Record, edition: Edition) -> str:
    """The year of its newest source, whether it is known where the initiative stands, and whether it was verified."""
    count, year = len(record.sources), record.newest_year
    told = edition.tn("basis.dated", count, year=year) if year else edition.tn("basis.undated", count)
    unknown = []
    if isinstance(record, Initiative) and not record.status:
        unknown.append(edition.t("basis.state"))
    if not record.verified:
        unknown.append(edition.t("basis.unverified"))
    return edition.t("basis.but", told=told, unknown=edition.t("basis.and").join(unknown)) if unknown else f"{told}."
