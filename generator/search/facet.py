"""The facets: what every record can be asked for beside words. Each is declared here, once.

Its values are read from the fields that the model marks with its name (``Shows.facet``), as their kind says; what no
field says is computed in ``facts``. Its words are in the catalogs: ``explorer.facet.NAME`` in each language, and
``export.filters.NAME`` of the command line. Pages, scripts, exports and options follow from this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.model.schema.field import Field
from generator.model.schema.fields import fields, walk
from generator.model.schema.types import TYPES as MODEL

TYPES = ("initiative", "actor", "country", "territory", "theme", "event", "instrument", "call", "resource", "place")
"""What a result may be, in the order lists show them."""
VERIFIED = ("year", "older", "never")
"""Verified within the year before the content's date, earlier, or never."""
YES = "yes"
"""The one value of a facet whose field is a group, or true or false: it says something, or it is true."""

Of = Literal["deed", "who", "whole"]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to ask for."""

    name: str
    """As addresses name it."""
    of: Of
    """What it is asked of: what is done (the record of a row), who does it (the actor of a row), or a result as a
    whole. The three of the last kind are known to scripts by their names: each travels in its own way."""
    values: tuple[str, ...] = ()
    """All its values, if no field says them: the catalog does, under ``explorer.WORDS``."""
    words: str = ""
    """Section of the catalog that names them; empty for the facet's own name."""
    like: str = ""
    """If no field says its values: the facet whose values they are, of which it has those that are met."""
    ordered: bool = False
    """Whether its values have an order of their own; else the page shows them by count."""
    rank: int | None = 0
    """Where it comes on the page, the smallest first, else in this order; none if the page does not list its values."""
    formerly: str = ""
    """What addresses named it once: those that do go on leading to it."""


FACETS = (
    Facet("type", "whole", TYPES, "several", ordered=True),
    Facet("country", "deed"),
    Facet("grouping", "deed"),
    Facet("theme", "deed"),
    Facet("modality", "deed"),
    Facet("kind", "who"),
    Facet("territory", "who", formerly="region"),
    Facet("status", "deed", ordered=True, rank=2),
    Facet("frame", "deed", rank=2),
    Facet("network", "who", rank=1),
    Facet("engagement", "who", ordered=True, rank=4),
    Facet("offers", "who", like="theme", rank=4),
    Facet("seeks", "who", like="theme", rank=4),
    Facet("support", "who", ordered=True, rank=4),
    Facet("availability", "deed", ordered=True, rank=4),
    Facet("lessons", "deed", ordered=True, rank=4),
    Facet("verified", "whole", VERIFIED, ordered=True, rank=4),
    Facet("place", "whole", rank=None),
)
"""In the order addresses name them, which is not quite that of the page."""

PERIOD = "period"
"""The years, which are no values to choose from."""
_PERIOD_RANK = 3

TERRITORY = "territory"
"""The facet whose values are territories (``maps``), on several levels: who lies in one lies in all above it."""

BY_NAME = {facet.name: facet for facet in FACETS}
NAMES = tuple(BY_NAME)


ASKED = tuple((facet.name, facet.formerly) if facet.formerly else (facet.name,) for facet in FACETS)
"""The names of facets, each with its former one, for scripts that read addresses."""
FORMERLY = {facet.formerly: facet.name for facet in FACETS if facet.formerly}
"""Former name of a facet → its name."""


def _of(what: Of) -> tuple[str, ...]:
    return tuple(facet.name for facet in FACETS if facet.of == what)


DEED, WHO, WHOLE = _of("deed"), _of("who"), _of("whole")
"""Names of the facets of what is done, of who does it, of a result as a whole."""


def on_page() -> tuple[str, ...]:
    """The facets, with the period among them, in the order the page shows them."""
    ranks = [(facet.name, facet.rank) for facet in FACETS if facet.rank is not None]
    return tuple(name for name, _ in sorted([*ranks, (PERIOD, _PERIOD_RANK)], key=lambda each: each[1]))


@cache
def field_of() -> Mapping[str, Field]:
    """Facet → the first field that says its values. Several say them in the same way."""
    found: dict[str, Field] = {}
    for type_ in MODEL:
        for field in walk(fields(type_)):
            if field.shows.facet:
                assert field.shows.facet in BY_NAME, f"{type_}.{field.path}: no facet {field.shows.facet}"
                found.setdefault(field.shows.facet, field)
    return found | {facet.name: found[facet.like] for facet in FACETS if facet.like}


def worded(facet: Facet) -> tuple[str, ...]:
    """The values that only the catalog can name; empty if records or vocabularies do."""
    field = field_of().get(facet.name)
    return (YES,) if field and field.kind in ("group", "boolean") else facet.values
