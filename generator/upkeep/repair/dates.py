"""Dates written as people write them → as the directory does, if they can mean only one day."""

from __future__ import annotations

import re
from functools import cache

from generator.model.language import BY_LOCALE
from generator.model.values import parse_date
from generator.text.fold import fold
from generator.words.edition import month_names

_SEPARATOR = r"[ \u00a0]*[./-][ \u00a0]*"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{1,2}}))?")
_YEAR_LAST = re.compile(rf"(?:(\d{{1,2}}){_SEPARATOR})?(\d{{1,2}}){_SEPARATOR}(\d{{4}})")
_SHORT_YEAR = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d\d)")
_IN_WORDS = re.compile(
    r"(?:(?:le |el |o )?(\d{1,2})(?:er|o|º|st|nd|rd|th)? (?:de )?)?([a-z]+)\.?,? (?:de |del )?(\d{4})"
)
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def respelled(text: str) -> str | None:
    """The date in ISO 8601, if there is only one that the text can mean; None if there is none, or several.

    ``31/12/2020`` is one day in every country; ``03/04/2020`` is another in America.
    """
    found = _readings(text)
    return found[0] if len(found) == 1 else None


def likely(text: str) -> str | None:
    """The date that a text which is none was probably meant to be, for a person to judge."""
    found = _readings(text)
    if found:
        return found[0]
    if numbers := _YEAR_FIRST.fullmatch(text.strip()):
        year, month, day = numbers.groups()
        if day and (swapped := _possible(year, day, month)):
            return swapped
        return _possible(year, month) or _possible(year)
    if numbers := _YEAR_LAST.fullmatch(text.strip()):
        day, month, year = numbers.groups()
        return _possible(year, month) or _possible(year)
    if numbers := _SHORT_YEAR.fullmatch(text.strip()):
        day, month, year = numbers.groups()
        return _possible(f"20{year}", month, day)
    years = re.findall(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text)
    return years[0] if len(years) == 1 else None


def _readings(text: str) -> list[str]:
    """Every date that the text may mean, what a French reader would take it for first."""
    text = text.strip()
    if numbers := _YEAR_FIRST.fullmatch(text):
        readings = [_possible(*numbers.groups())]
    elif numbers := _YEAR_LAST.fullmatch(text):
        first, second, year = numbers.groups()
        readings = [_possible(year, second, first), *([_possible(year, first, second)] if first else [])]
    else:
        readings = [_in_words(text)]
    return list(dict.fromkeys(each for each in readings if each))


def _in_words(text: str) -> str | None:
    bare = " ".join(re.sub(r"[^a-z0-9.,º ]", "", _plain(text)).split())
    if found := _IN_WORDS.fullmatch(bare):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(bare):
        month, day, year = found.groups()
    else:
        return None
    number = _months().get(month)
    return _possible(year, str(number), day) if number else None


def _plain(text: str) -> str:
    """Without accents, in small letters; its signs as they are."""
    return "".join(fold(each) or each for each in text)


@cache
def _months() -> dict[str, int]:
    """Name of a month in any language → its number; names that mean two months are left out."""
    named: dict[str, set[int]] = {}
    for locale in BY_LOCALE:
        for number, names in month_names(locale).items():
            for name in names:
                named.setdefault(fold(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in named.items() if len(numbers) == 1 and len(name) > 2}


def _possible(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """The date in ISO 8601, if a calendar holds it."""
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    try:
        return str(parse_date("-".join(parts)))
    except ValueError:
        return None
