"""An edition: one language version of the site, its words and its ways of writing."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from generator.model.language import BY_LOCALE, SOURCE_LOCALE
from generator.model.publisher import Publisher
from generator.model.values import Localized, PartialDate, Period
from generator.words.catalog import LOCALES, Catalog


def editions() -> list[str]:
    """Locales that have a catalog: the source language first, then in alphabetical order."""
    found = sorted(path.stem for path in LOCALES.glob("*.yml") if "." not in path.stem)
    return sorted(found, key=lambda locale: locale != SOURCE_LOCALE)


def month_names(locale: str) -> dict[int, set[str]]:
    """Number of a month → its names and abbreviations (CLDR)."""
    found: dict[int, set[str]] = {}
    for width in ("wide", "abbreviated"):
        for number, name in Locale.parse(locale).months["format"][width].items():
            found.setdefault(number, set()).add(name)
    return found


@dataclass(frozen=True)
class Edition:
    """What one build of one language needs to know. ``as_of`` is the date its figures are true."""

    locale: str
    as_of: datetime.date
    catalog_folder: Path = LOCALES
    site: str = ""
    """The site's public address, above all editions; ends in a slash, empty if nobody said it."""
    publisher: Publisher = field(default_factory=Publisher)
    scripts: str = "assets/"
    """Folder of scripts and style sheets, from the edition's root; ends in a slash."""

    @property
    def path(self) -> str:
        """Where the edition stands under the site's root: ``""`` or ``es/``."""
        return "" if self.locale == SOURCE_LOCALE else f"{self.locale}/"

    @cached_property
    def catalog(self) -> Catalog:
        return Catalog(self.locale, self.catalog_folder)

    @cached_property
    def _babel(self) -> Locale:
        return Locale.parse(self.locale)

    def t(self, key: str, **args: object) -> str:
        """The interface text of that key, its holes filled."""
        text = self.catalog[key]
        return text.format_map(args) if args else text

    def tn(self, key: str, count: int, **args: object) -> str:
        """The text of that key in the plural the count asks for (CLDR), with ``{count}`` written for the locale."""
        form = f"{key}.{self._babel.plural_form(count)}"
        text = self.catalog[form if form in self.catalog else f"{key}.other"]
        return text.format_map({"count": self.number(count), **args})

    def texts(self, section: str) -> dict[str, Any]:
        """The texts of a section of the catalog, nested as their keys are: the words of a script."""
        return self.catalog.nested(section)

    def number(self, value: float) -> str:
        """The number with the locale's separators."""
        return format_decimal(value, locale=self._babel)

    def date(self, value: PartialDate | datetime.date) -> str:
        """The date in words, as exact as it is known."""
        if isinstance(value, datetime.date):
            return self._day(value)
        if value.month is None:
            return str(value.year)
        if value.day is None:
            return str(format_skeleton("yMMMM", datetime.date(value.year, value.month, 1), locale=self._babel))
        return self._day(datetime.date(value.year, value.month, value.day))

    def _day(self, day: datetime.date) -> str:
        text = str(format_date(day, format="long", locale=self._babel))
        language = BY_LOCALE.get(self.locale)
        return re.sub(r"^1(?= )", language.first_day, text) if language else text

    def period(self, value: Period) -> str:
        """The period in words, open ends said as such."""
        if value.start and value.end:
            return self._between(value.start, value.end)
        if value.start:
            return self.t(f"period.since_{_precision(value.start)}", date=self.date(value.start))
        return self.t(f"period.until_{_precision(value.end)}", date=self.date(value.end)) if value.end else ""

    def moment(self, value: Period) -> str:
        """When a meeting is: one date unless its end is said too."""
        return self.date(value.start) if value.start and not value.end else self.period(value)

    def _between(self, start: PartialDate, end: PartialDate) -> str:
        if start == end:
            return self.date(start)
        if start.day and end.day:
            full = self.date(start)
            same_month = (start.year, start.month) == (end.year, end.month)
            return self.t("period.days", start=full.split()[0] if same_month else full, end=self.date(end))
        key = "period.years" if not start.month and not end.month else "period.both"
        return self.t(key, start=self.date(start), end=self.date(end))

    def pick(self, text: Localized) -> str:
        """The text in this edition's language, or the nearest there is."""
        return text.pick(self.locale)[0]

    def sort_key(self, text: str) -> tuple[str, str]:
        """Key that sorts as a dictionary does: letters first, then accents; case, hyphens and apostrophes aside."""
        decomposed = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
        letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
        return " ".join(letters.split()), decomposed


def _precision(date: PartialDate) -> str:
    return "day" if date.day else "month" if date.month else "year"
