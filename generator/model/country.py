"""Where: places (WGS 84) and countries (ISO 3166-1) with their context."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.links import ActorId, AreaId, Term
from generator.model.record import Priority, Record, Source
from generator.model.values import CountryCode, Date, Id, Localized, Name, Prose, Value


class Place(Record):
    """A point on the map: where it is and how exact that is."""

    folder: ClassVar[str] = "places"

    name: Localized
    """Usual French name."""
    native_name: Name | None = None
    """Name in the country's own language."""
    country: CountryCode
    """Own code for French overseas territories."""
    state: CountryCode
    """Sovereign State."""
    admin_level: Annotated[Id, Term("place-levels")]
    subdivision: Name | None = None
    lat: Annotated[float, Field(ge=-90, le=90)]
    """WGS 84, degrees north."""
    lon: Annotated[float, Field(ge=-180, le=180)]
    """WGS 84, degrees east."""
    precision: Annotated[Id, Term("place-precisions")]
    insee: Name | None = None
    geonames: Annotated[int, Field(ge=1)] | None = None


class Capital(Value):
    name: Name
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    geonames: Annotated[int, Field(ge=1)] | None = None


class Post(Value):
    """An operator's or embassy's office in the country."""

    operator: ActorId
    as_of: Date | None = None
    """When a source listed it."""
    sources: tuple[Source, ...] = ()


class CountryGroup(Value):
    """State of the network's group of authorities engaged in the country."""

    state: Annotated[Id, Term("country-group-states")]
    group: ActorId | None = None
    as_of: Date | None = None
    sources: tuple[Source, ...] = ()


class Context(Value):
    """A dated fact of the country that weighed on cooperation."""

    date: Date
    text: Prose
    sources: tuple[Source, ...] = ()


class Country(Record):
    """A country or territory of Latin America and the Caribbean. Its id is its ISO code in small letters."""

    folder: ClassVar[str] = "countries"

    name: Localized
    state: CountryCode
    """Sovereign State."""
    groupings: tuple[AreaId, ...] = ()
    """Groupings it belongs to; they overlap."""
    geonames: Annotated[int, Field(ge=1)] | None = None
    """GeoNames id of the country or territory."""
    capital: Capital | None = None
    posts: tuple[Post, ...] = ()
    country_group: CountryGroup | None = None
    priorities: tuple[Priority, ...] = ()
    context: tuple[Context, ...] = ()

    @property
    def code(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.id.upper()
