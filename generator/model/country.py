"""Where: places (WGS 84) and countries (ISO 3166-1) with their context."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.codes import InseeOfPlace
from generator.model.links import ActorId, AreaId, Term
from generator.model.record import Priority, Record, Sources
from generator.model.shows import BY_HAND, CORE, Shows
from generator.model.values import CountryCode, Date, Id, Localized, Name, Prose, Url, Value


class Place(Record):
    """A point on the map: where it is and how exact that is."""

    folder: ClassVar[str] = "places"

    name: Annotated[Localized, Shows(asked=CORE, sought="names", column="title")]
    """Usual French name."""
    native_name: Annotated[Name | None, Shows(asked="names", sought="names", column="other_names")] = None
    """Name in the country's own language."""
    country: Annotated[CountryCode, Shows(asked=CORE, facet="country", column="countries")]
    """Own code for French overseas territories."""
    state: Annotated[CountryCode, Shows(asked=CORE, sought="")]
    """Sovereign State."""
    admin_level: Annotated[Id, Term("place-levels"), Shows(asked=CORE, column="kind")]
    subdivision: Annotated[Name | None, Shows(asked="where", sought="labels", label="subdivision")] = None
    lat: Annotated[Annotated[float, Field(ge=-90, le=90)], Shows(asked=CORE, column="places")]
    """WGS 84, degrees north."""
    lon: Annotated[Annotated[float, Field(ge=-180, le=180)], Shows(asked=CORE, column="places")]
    """WGS 84, degrees east."""
    precision: Annotated[Id, Term("place-precisions"), Shows(asked=CORE, sought="", column="places")]
    insee: Annotated[InseeOfPlace | None, Shows(asked="where")] = None
    geonames: Annotated[Annotated[int, Field(ge=1)] | None, Shows(asked="where")] = None


class Capital(Value):
    name: Annotated[Name, Shows(sought="labels", label="capital")]
    lat: Annotated[float, Field(ge=-90, le=90), Shows(hidden="a point of the map")]
    lon: Annotated[float, Field(ge=-180, le=180), Shows(hidden="a point of the map")]
    geonames: Annotated[Annotated[int, Field(ge=1)] | None, Shows(hidden="a number for programs")] = None


class Post(Value):
    """An office of France or of an operator in the country: embassy, institute, agency."""

    operator: Annotated[ActorId | None, Shows(core=True)] = None
    """Whose office it is, where that has a record."""
    kind: Annotated[Annotated[Id, Term("post-kinds")] | None, Shows(core=True)] = None
    name: Annotated[Localized | None, Shows(core=True, sought="text")] = None
    """What it is called, where it is more than its operator's name."""
    city: Annotated[tuple[Name, ...], Shows(core=True)] = ()
    """Where it is; several of a network of offices."""
    address: Name | None = None
    """Street and number, as the office publishes them."""
    url: Url | None = None
    competent: tuple[CountryCode, ...] = ()
    """Countries it is competent for besides."""
    as_of: Annotated[Date | None, Shows(sought="")] = None
    """When a source listed it."""
    sources: Sources = ()


class CountryGroup(Value):
    """State of the network's group of authorities engaged in the country."""

    state: Annotated[Id, Term("country-group-states"), Shows(sought="")]
    group: Annotated[ActorId | None, Shows(label="network")] = None
    as_of: Annotated[Date | None, Shows(sought="")] = None
    sources: Sources = ()


class Context(Value):
    """A dated fact of the country that weighed on cooperation."""

    date: Date
    text: Prose
    sources: Sources = ()


class Country(Record):
    """A country or territory of Latin America and the Caribbean. Its id is its ISO code in small letters."""

    folder: ClassVar[str] = "countries"

    name: Annotated[Localized, Shows(asked=CORE, sheet=BY_HAND, sought="names", column="title")]
    state: Annotated[
        CountryCode,
        Shows(
            asked=CORE,
            sought="",
            hidden="its page says whether it is French; of the others the state is the country itself",
        ),
    ]
    """Sovereign State."""
    groupings: Annotated[
        tuple[AreaId, ...], Shows(asked="where", sheet=BY_HAND, facet="grouping", column="groupings")
    ] = ()
    """Groupings it belongs to; they overlap."""
    geonames: Annotated[
        Annotated[int, Field(ge=1)] | None, Shows(asked="where", rank=1, hidden="a number for programs")
    ] = None
    """GeoNames id of the country or territory."""
    capital: Annotated[Capital | None, Shows(asked="where", sheet=BY_HAND)] = None
    posts: Annotated[tuple[Post, ...], Shows(asked="ties", sheet=BY_HAND)] = ()
    country_group: Annotated[CountryGroup | None, Shows(asked="ties", sheet=BY_HAND)] = None
    priorities: Annotated[tuple[Priority, ...], Shows(asked="exchange", sheet=BY_HAND)] = ()
    context: Annotated[tuple[Context, ...], Shows(asked="exchange", sheet=BY_HAND)] = ()

    @property
    def code(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.id.upper()
