"""Dates and intervals in a language's own words and order (CLDR)."""

from __future__ import annotations

import datetime
import re

from babel import Locale
from babel.dates import format_date, format_skeleton, match_skeleton, parse_pattern

from generator.model.language import BY_LOCALE
from generator.model.values import PartialDate

_BETWEEN = " \u00a0\u2009\u202f–-"
"""What CLDR writes between the two ends of an interval."""
_SHORT_MONTH = re.compile(r"(?<!M)MMM(?!M)")


def in_words(date: PartialDate, locale: Locale) -> str:
    """The date, as exact as it is known."""
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return str(format_skeleton("yMMMM", _first(date), locale=locale))
    return _ordinal(str(format_date(_first(date), format="long", locale=locale)), locale)


def ends(start: PartialDate, end: PartialDate, locale: Locale) -> tuple[str, str]:
    """Both ends of an interval, what they share said once: ``26 mai``, ``11 juin 2022``. Years are always whole."""
    if not start.month or not end.month or bool(start.day) != bool(end.day):
        return in_words(start, locale), in_words(end, locale)
    wanted = "yMMMMd" if start.day else "yMMMM"
    # Few languages have intervals of long names: the nearest are widened, as CLDR tells (UTS 35, 2.6.2.2).
    known = locale.interval_formats
    patterns = known[wanted if wanted in known else match_skeleton(wanted, known)]
    apart = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    one, other = (
        _ordinal(parse_pattern(_SHORT_MONTH.sub("MMMM", pattern)).apply(_first(date), locale).strip(_BETWEEN), locale)
        for pattern, date in zip(patterns[apart], (start, end), strict=True)
    )
    return one, other


def _first(date: PartialDate) -> datetime.date:
    return datetime.date(*date.first())


def _ordinal(text: str, locale: Locale) -> str:
    """The first of the month as the language writes it; CLDR's patterns know the number only."""
    language = BY_LOCALE.get(str(locale))
    return re.sub(r"^1(?= |$)", language.first_day, text) if language else text
