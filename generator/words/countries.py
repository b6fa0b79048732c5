"""What countries and territories are called (CLDR, and the directory's own records)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.languages import get_official_languages

from generator.model.directory import Directory
from generator.model.language import LANGUAGES, SOURCE_LOCALE
from generator.text.fold import fold
from generator.words.edition import Edition

# Two-letter codes that CLDR names and ISO 3166-1 does not assign to a country.
_NO_COUNTRIES = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


@cache
def country_names(locale: str = SOURCE_LOCALE) -> dict[str, str]:
    """ISO 3166-1 alpha-2 code → name in that language."""
    territories = Locale.parse(locale).territories
    return {code: name for code, name in territories.items() if code.isalpha() and code not in _NO_COUNTRIES}


@cache
def languages_of(code: str | None) -> frozenset[str]:
    """The official languages of the country, in law or in fact (CLDR); none of a code that it does not know."""
    return frozenset(get_official_languages(code, de_facto=True)) if code else frozenset()


@cache
def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code."""
    return frozenset(country_names())


def spellings() -> Iterator[tuple[str, str]]:
    """Each name of a country in each language, and its code."""
    for language in LANGUAGES:
        for code, name in country_names(language.locale).items():
            yield name, code


def country_name(code: str, directory: Directory, edition: Edition) -> str:
    """What the edition calls it: the directory's own spelling, else CLDR's, else the code."""
    record = directory.countries.get(code.lower())
    return edition.pick(record.name) if record else country_names(edition.locale).get(code, code)


def country_choices(directory: Directory) -> list[tuple[str, str, bool]]:
    """Code, French name, and whether the directory has its record, of every country: those first, then by name."""
    named = {code: country_names()[code] for code in country_codes()}
    named |= {each.code: str(each.name) for each in directory.countries.values()}
    recorded = {each.code for each in directory.countries.values()}
    choices = [(code, name, code in recorded) for code, name in named.items()]
    return sorted(choices, key=lambda choice: (not choice[2], fold(choice[1]), choice[0]))
