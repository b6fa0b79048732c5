"""How fields are grouped for who fills them in: the only thing about them that the model does not say.

The first section of a type is its core, which a form asks at once; the others can wait, folded. Titles are in the
catalog, under ``section``.
"""

from __future__ import annotations

from collections.abc import Mapping

CORE = "core"
"""What must be said of a record for it to be of use."""

_UPKEEP = ("note", "added", "verified", "formerly", "not_duplicate_of")

SECTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "actor": {
        CORE: ("name", "kind", "level", "network", "country", "sources"),
        "names": ("other_names", "former_names"),
        "where": ("place", "territory"),
        "presentation": ("description", "website", "contact", "identifiers"),
        "ties": ("parent", "memberships", "successor"),
        "exchange": ("engagement", "expertise_offered", "expertise_sought", "priorities"),
        "upkeep": _UPKEEP,
    },
    "initiative": {
        CORE: ("title", "modality", "scope", "participations", "countries", "summary", "sources"),
        "where": ("areas", "places"),
        "when": ("period", "frames", "status"),
        "about": ("themes", "main_themes", "keywords", "classification"),
        "outcome": ("funding", "results", "lessons", "reciprocity"),
        "ties": ("part_of", "resources"),
        "upkeep": _UPKEEP,
    },
    "country": {
        CORE: ("name", "state", "sources"),
        "where": ("groupings", "capital", "geonames"),
        "ties": ("posts", "country_group"),
        "exchange": ("priorities", "context"),
        "upkeep": _UPKEEP,
    },
    "place": {
        CORE: ("name", "country", "state", "admin_level", "lat", "lon", "precision", "sources"),
        "names": ("native_name",),
        "where": ("subdivision", "insee", "geonames"),
        "upkeep": _UPKEEP,
    },
    "event": {
        CORE: ("name", "period", "country", "venue", "description", "url", "sources"),
        "where": ("place", "time"),
        "ties": ("organisers", "actors"),
        "about": ("status", "themes"),
        "upkeep": _UPKEEP,
    },
    "instrument": {
        CORE: ("name", "kind", "operators", "description", "url", "sources"),
        "where": ("countries", "areas"),
        "when": ("deadline",),
        "about": ("themes", "initiatives"),
        "upkeep": _UPKEEP,
    },
    "call": {
        CORE: ("title", "kind", "side", "emitter", "themes", "sources"),
        "where": ("countries",),
        "when": ("date", "expires"),
        "upkeep": _UPKEEP,
    },
    "resource": {
        CORE: ("title", "kind", "publisher", "year", "url"),
        "upkeep": ("sources", *_UPKEEP),
    },
    "vocabulary": {
        CORE: ("name", "terms"),
        "presentation": ("owner", "taxonomy", "rank", "broader_in"),
        "upkeep": ("sources", *_UPKEEP),
    },
}
"""Type → section → its fields, in the order in which they are asked."""

CORE_INSIDE: Mapping[str, tuple[str, ...]] = {
    "source": ("url", "year"),
    "period": ("start", "end"),
    "frame": ("period",),
    "status": ("since", "reason"),
    "contact": ("service", "email", "url"),
    "membership": ("role",),
    "vocabulary-term": ("definition",),
}
"""Group → the fields that are asked at once besides those it cannot do without."""


def section_of(type_: str, key: str) -> str:
    """The section of a type's field."""
    return next(name for name, keys in SECTIONS[type_].items() if key in keys)
