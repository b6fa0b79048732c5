"""An edition: one language version of the site, its words and its ways of writing."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_currency, format_decimal

from generator.model.language import BY_LOCALE, SOURCE_LOCALE
from generator.model.publisher import Publisher
from generator.model.values import Localized, PartialDate, Period
from generator.words.catalog import LOCALES, Catalog
from generator.words.dates import ends, in_words

_BEHIND = "\uffdc"
"""A letter that comes behind all others, and is none of any language here: behind « n » it makes « ñ »."""


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
    changed: Mapping[str, datetime.date] = field(default_factory=dict, compare=False)
    """File of a record → the day of its last change, where a history tells."""

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

    def money(self, amount: int, currency: str | None) -> str:
        """The amount in whole units, its currency where the locale puts it and never on another line."""
        if currency is None:
            return self.number(amount)
        whole = re.sub(r"\.0+", "", self._babel.currency_formats["standard"].pattern)
        return format_currency(amount, currency, whole, locale=self._babel, currency_digits=False)

    def date(self, value: PartialDate | datetime.date) -> str:
        """The date in words, as exact as it is known."""
        if isinstance(value, datetime.date):
            value = PartialDate(value.year, value.month, value.day)
        return in_words(value, self._babel)

    def dated(self, key: str, date: PartialDate) -> str:
        """The text of that key for a year, a month or a day, as exact as the date is known."""
        return self.t(f"{key}.{_precision(date)}", date=self.date(date))

    def since(self, date: PartialDate) -> str:
        """Since when something holds that still does."""
        return self.dated("period.since", date)

    def period(self, value: Period) -> str:
        """The period in words; an end that is not said is not guessed: it may go on, or nobody knows."""
        return self.near(value, self._period(value))

    def near(self, value: Period, told: str) -> str:
        """What is told of the period, with the remark that its dates are near ones if they are."""
        return self.t("period.near", period=told) if told and value.approximate else told

    def _period(self, value: Period) -> str:
        if value.start and value.end:
            return self._between(value.start, value.end)
        if value.start:
            return self.dated("period.from", value.start)
        return self.dated("period.until", value.end) if value.end else ""

    def moment(self, value: Period) -> str:
        """When a meeting is: one date unless its end is said too."""
        return self.near(value, self.date(value.start)) if value.start and not value.end else self.period(value)

    def _between(self, start: PartialDate, end: PartialDate) -> str:
        if start == end:
            return self.date(start)
        one, other = ends(start, end, self._babel)
        exact = _precision(start) if _precision(start) == _precision(end) else "mixed"
        return self.t(f"period.between.{exact}", start=one, end=other)

    def passed(self, date: PartialDate) -> bool:
        """Whether the latest day it can mean is over."""
        return date.last() < (self.as_of.year, self.as_of.month, self.as_of.day)

    def language(self, locale: str) -> str:
        """Name of the language, in this edition's own (CLDR)."""
        return Locale.parse(locale).get_language_name(self.locale) or locale

    def pick(self, text: Localized) -> str:
        """The text in this edition's language, or the nearest there is."""
        return text.pick(self.locale)[0]

    def sort_key(self, text: str) -> tuple[str, str]:
        """Key that sorts as a dictionary of the language does: letters first, then accents; case, hyphens and
        apostrophes aside. The browser never compares texts: it sorts by the places that this gives."""
        small = unicodedata.normalize("NFC", text.casefold()).replace("œ", "oe").replace("æ", "ae")
        for letter, bare in self._own_letters.items():
            small = small.replace(letter, bare + _BEHIND)
        decomposed = unicodedata.normalize("NFD", small)
        letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
        return " ".join(letters.split()), decomposed

    def initial(self, text: str) -> str:
        """The letter that the text stands under in a list."""
        letters, _ = self.sort_key(text)
        own = next((own for own, bare in self._own_letters.items() if letters.startswith(bare + _BEHIND)), "")
        return (own or letters[:1]).upper()

    @cached_property
    def _own_letters(self) -> dict[str, str]:
        """Letter of the language's own → the bare one before it."""
        language = BY_LOCALE.get(self.locale)
        return {own: unicodedata.normalize("NFD", own)[0] for own in (language.own_letters if language else "")}


def _precision(date: PartialDate) -> str:
    return "day" if date.day else "month" if date.month else "year"
