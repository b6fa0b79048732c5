"""The values records are made of: text, dates, periods, addresses, each refused when it cannot be true."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    RootModel,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.model.language import SOURCE_LOCALE
from generator.model.shows import Shows


class Value(BaseModel):
    """Base of everything a record holds: frozen, and no key that the model does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def __str__(self) -> str:
        """None: what a value says is for whoever shows it to choose, a part of it and a language.

        :raises TypeError: always; a page would else show how Python writes the value down.
        """
        raise TypeError(f"a {type(self).__name__} is no text: say which of its parts is meant ({self!r})")

    def __format__(self, how: str) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class Shape:
    """Marks what a text is besides a text, for whoever describes the model. Nothing is checked by it."""

    kind: str
    """``date``, ``url``, ``email``, ``country``, ``id``; ``prose`` if it runs over several sentences."""
    pattern: str = ""
    """What every such text matches, written so that Python and JavaScript read it alike."""
    longest: int | None = None


Text = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]

LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


class Localized(RootModel[dict[str, Text]]):
    """Locale → text. A bare string is French."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _bare_text_is_french(cls, value: Any) -> Any:
        return {SOURCE_LOCALE: value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _locales_exist(self) -> Localized:
        for locale in self.root:
            if not LOCALE.fullmatch(locale):
                raise PydanticCustomError("bad-locale", "{value}", {"value": locale})
        if not self.root:
            raise PydanticCustomError("empty-value", "empty")
        return self

    def pick(self, locale: str) -> tuple[str, str]:
        """The text for ``locale`` and the locale it is really in: asked, else French, else the first there is."""
        for candidate in (locale, SOURCE_LOCALE, *self.root):
            if candidate in self.root:
                return self.root[candidate], candidate
        raise AssertionError("a Localized is never empty")

    def all(self) -> Iterable[str]:
        """Every text, in every language."""
        return self.root.values()

    def __hash__(self) -> int:
        return hash(tuple(self.root.items()))

    def __str__(self) -> str:
        return self.pick(SOURCE_LOCALE)[0]


Prose = Annotated[Localized, Shape("prose")]
"""Sentences, in one language or more."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day (ISO 8601 calendar date, EDTF level 0)."""

    year: int
    month: int | None = None
    day: int | None = None

    def first(self) -> tuple[int, int, int]:
        """The earliest day it can mean."""
        return self.year, self.month or 1, self.day or 1

    def last(self) -> tuple[int, int, int]:
        """The latest day it can mean."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]

    def days(self) -> tuple[str, str]:
        """The earliest and the latest day it can mean, as ISO 8601 writes days."""
        first, last = (PartialDate(*day) for day in (self.first(), self.last()))
        return str(first), str(last)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
YEARS = (1000, 2200)
"""First and last year that a date may have."""


def parse_date(value: Any) -> PartialDate:
    """The date written as 2024, 2024-05 or 2024-05-17; refuses what no calendar holds."""
    if isinstance(value, PartialDate):
        return value
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("bad-date", "{value}", {"value": str(value)})
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    possible = YEARS[0] <= year <= YEARS[1] and (month is None or 1 <= month <= 12)
    if possible and day is not None and month is not None:
        possible = 1 <= day <= calendar.monthrange(year, month)[1]
    if not possible:
        raise PydanticCustomError("impossible-date", "{value}", {"value": str(value)})
    return PartialDate(year, month, day)


Date = Annotated[
    PartialDate,
    PlainValidator(parse_date, json_schema_input_type=str),
    PlainSerializer(str),
    Shape("date", f"^{_DATE.pattern}$"),
]
Year = Annotated[int, Field(ge=YEARS[0], le=YEARS[1])]


class Period(Value):
    """From a date to a date, either end open."""

    start: Annotated[Date | None, Shows(core=True)] = None
    """When it began."""
    end: Annotated[Date | None, Shows(core=True)] = None
    """When it ended; absent when it goes on or when nobody knows."""
    approximate: bool = False
    """Whether the source gives its dates as near ones: « vers 2018 », « depuis quelques années »."""


# A host with a dot and nobody's name before it; nowhere a space or a mark that would end the address.
_URL = re.compile(r"""[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"`\\{}|^/?#@]*\.[^\s<>"`\\{}|^/?#@]*(?:[/?#][^\s<>"`\\{}|^]*)?""")


def parse_url(value: str) -> str:
    """An absolute http or https address with a host."""
    try:
        host = urlsplit(value).hostname if _URL.fullmatch(value) else None
    except ValueError:
        host = None
    if not host or "." not in host:
        raise PydanticCustomError("bad-url", "{value}", {"value": value})
    return value


Url = Annotated[str, StringConstraints(max_length=1000), AfterValidator(parse_url), Shape("url", f"^{_URL.pattern}$")]

Email = Annotated[str, StringConstraints(pattern=r'^[^\s@<>"]+@[^\s@<>"]+\.[a-z]{2,}$'), Shape("email")]


_ISO2 = re.compile(r"[A-Z]{2}")


def _iso2(value: str) -> str:
    if not _ISO2.fullmatch(value):
        raise PydanticCustomError("bad-country", "{value}", {"value": value})
    return value


CountryCode = Annotated[str, AfterValidator(_iso2), Shape("country", f"^{_ISO2.pattern}$")]
"""ISO 3166-1 alpha-2; French overseas territories have their own (GF, GP, MQ, MF, BL)."""

Language = Annotated[str, Field(pattern=f"^{LOCALE.pattern}$")]
"""BCP 47, as far as ``Localized`` knows it."""

FRANCE = "FR"

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_LENGTH = 80


def _kebab(value: str) -> str:
    if not KEBAB.fullmatch(value) or len(value) > ID_LENGTH:
        raise PydanticCustomError("bad-id", "{value}", {"value": value})
    return value


Id = Annotated[str, AfterValidator(_kebab), Shape("id", f"^{KEBAB.pattern}$", ID_LENGTH)]
"""ASCII kebab-case, at most 80 characters: the file's name without its ending."""
