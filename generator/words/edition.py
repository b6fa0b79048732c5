"""An edition: one language version of the site, its words and its ways of writing. The only door to Babel."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from generator.files.load import Plain, plain, read
from generator.model.values import SOURCE_LOCALE, Localized, PartialDate, Period

LOCALES = Path(__file__).parent / "locales"

# Two-letter codes that CLDR names and ISO 3166-1 does not assign to a country.
_NO_COUNTRIES = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


def read_catalog(path: Path) -> dict[str, str]:
    """Dotted key → text."""
    root, problems = read(path, path.name)
    if root is None:
        raise ValueError(f"{path.name}: {problems}")
    return dict(_flatten(plain(root), ""))


def _flatten(value: Plain, prefix: str) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in _flatten(item, f"{prefix}.{key}" if prefix else key)]
    assert isinstance(value, str), prefix
    return [(prefix, value)]


def editions() -> list[str]:
    """Locales that have a catalog: the source language first, then in alphabetical order."""
    found = sorted(path.stem for path in LOCALES.glob("*.yml") if "." not in path.stem)
    return sorted(found, key=lambda locale: locale != SOURCE_LOCALE)


def country_names(locale: str) -> dict[str, str]:
    """ISO 3166-1 code → name of the country or territory (CLDR)."""
    territories = Locale.parse(locale).territories
    return {code: name for code, name in territories.items() if code.isalpha() and code not in _NO_COUNTRIES}


@cache
def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code."""
    return frozenset(country_names(SOURCE_LOCALE))


def month_names(locale: str) -> dict[int, set[str]]:
    """Number of a month → its names and abbreviations (CLDR)."""
    found: dict[int, set[str]] = {}
    for width in ("wide", "abbreviated"):
        for number, name in Locale.parse(locale).months["format"][width].items():
            found.setdefault(number, set()).add(name)
    return found


_BREAKABLE = re.compile("(?<=\\S) (?=[:;?!»](?:\\s|$))|(?<=«) ")


def typeset(text: str) -> str:
    """The text with the spaces of French punctuation made unbreakable; other languages have none to change."""
    return _BREAKABLE.sub("\u00a0", text)


@dataclass(frozen=True)
class Edition:
    """What one build of one language needs to know. ``as_of`` is the date its figures are true."""

    locale: str
    as_of: datetime.date
    catalog_folder: Path = LOCALES
    site: str = ""
    """The site's public address, above all editions; ends in a slash, empty if nobody said it."""

    @property
    def path(self) -> str:
        """Where the edition stands under the site's root: ``""`` or ``es/``."""
        return "" if self.locale == SOURCE_LOCALE else f"{self.locale}/"

    @cached_property
    def catalog(self) -> dict[str, str]:
        return read_catalog(self.catalog_folder / f"{self.locale}.yml")

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
        found: dict[str, Any] = {}
        for key, text in self.catalog.items():
            first, *path, last = key.split(".")
            if first == section:
                inner = found
                for step in path:
                    inner = inner.setdefault(step, {})
                inner[last] = text
        return found

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
        # French writes the first of the month as an ordinal; CLDR's pattern does not know.
        return re.sub(r"^1 ", "1er ", text) if self.locale == "fr" else text

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

    def territory(self, code: str) -> str:
        """Name of a country or territory (CLDR)."""
        return str(self._babel.territories.get(code, code))

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
