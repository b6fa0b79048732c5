"""What the form in the browser reads: what can be written, what exists already, and where the towns are.

In each edition, all in French: contributors write in French. Read by ``overrides/assets/form/``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.artifact import Artifact
from generator.check import mailboxes, people, tense
from generator.check.duplicates import FAR
from generator.check.links import COUNTRY_KEYS
from generator.check.targets import MANY
from generator.files.characters import COPIED, FORBIDDEN
from generator.files.decode import CLOSE, QUOTED
from generator.files.load import MAX_BYTES
from generator.files.save import LONG, WIDTH, plain
from generator.maps.territories import COUNTRIES
from generator.model import Actor, Event, Initiative, Place, Record, Resource
from generator.model.directory import Directory
from generator.model.language import BY_LOCALE, SOURCE_LOCALE
from generator.model.schema.types import TYPES, type_in
from generator.model.values import FRANCE, ID_LENGTH, KEBAB, LOCALE, YEARS
from generator.render.form import towns
from generator.render.form.definition import form
from generator.text import typed
from generator.text.near import MEASURES
from generator.text.tidy import TRACKER
from generator.words.countries import country_codes, country_names
from generator.words.edition import Edition

FOLDER = "assets/form"
"""Its files: ``fields.json``, ``known.json``, ``records/<block>.json``, ``gazetteer/<part>.json``."""

OFFERED = ("actor", "initiative", "event", "call", "place")
"""Types that the form writes; a place only with what needs it."""
NAMED = (*OFFERED, "instrument", "resource")
"""Types that it links to."""

BLOCK = 40
"""Records in a block: what correcting one of them loads."""

Json = dict[str, Any]


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """The files of the form."""
    yield _file("fields.json", definition(directory, edition.site))
    yield _file("known.json", known(directory))
    for number, records in enumerate(_blocks(directory)):
        held = {f"{type_in(record.folder)}/{record.id}": plain(record) for record in records}
        yield _file(f"records/{number}.json", held)
    for country, found in towns.parts(_countries(directory)).items():
        for start, rows in found.items():
            yield _file(f"gazetteer/{country}-{start}.json", rows)


def _file(name: str, content: object) -> Artifact:
    return Artifact(f"{FOLDER}/{name}", json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def definition(directory: Directory, site: str) -> Json:
    """The fields of the types offered, with all that the rules of ``check`` need to know besides; ``site`` as in
    ``Edition``."""
    found = form(directory, OFFERED)
    for type_, told in found["types"].items():
        told["schema"] = site + urls.schema(type_) if site else ""
    taxonomies = {each.id for each in directory.taxonomies}
    names = {locale: country_names(locale) for locale in BY_LOCALE}
    return found | {
        "elsewhere": {
            id_: {term.id: list(term.themes) for term in each.terms}
            for id_, each in directory.vocabularies.items()
            if id_ not in found["vocabularies"] and id_ not in taxonomies
        },
        "countryNames": {
            code: list(dict.fromkeys(each[code] for each in names.values() if code in each))
            for code in sorted(country_codes())
        },
        "states": {each.code: each.state for each in directory.countries.values()},
        "folders": TYPES,
        "patterns": {
            "forbidden": _escaped(FORBIDDEN.pattern),
            "copied": _escaped(COPIED.pattern),
            "tracker": TRACKER.pattern,
            "locale": LOCALE.pattern,
            "id": KEBAB.pattern,
            "email": people.EMAIL.pattern,
            "phone": people.PHONE.pattern,
        },
        "limits": {
            "bytes": MAX_BYTES,
            "id": ID_LENGTH,
            "firstYear": YEARS[0],
            "lastYear": YEARS[1],
            "close": CLOSE,
            "quoted": QUOTED,
            "listed": MANY,
            "far": FAR,
            "width": WIDTH,
            "long": LONG,
        },
        "mailboxes": {"service": mailboxes.SERVICE, "links": mailboxes.LINKS, "long": mailboxes.LONG},
        "tense": {
            "present": tense.PRESENT,
            "dated": tense.DATED,
            "before": tense.BEFORE,
            "after": tense.AFTER,
            "old": tense.OLD,
            "locale": SOURCE_LOCALE,
        },
        "near": MEASURES,
        "typed": typed.table(),
        "countryKeys": COUNTRY_KEYS,
        "locales": [*BY_LOCALE],
    }


def _escaped(pattern: str) -> str:
    """The regular expression with its characters beyond ASCII, and those that no one sees, as escapes."""
    return "".join(each if " " <= each <= "~" else f"\\u{{{ord(each):x}}}" for each in pattern)


def known(directory: Directory) -> Json:
    """What exists: names to choose from, what near-duplicates and links are told by, and where the rest is."""
    blocks = {id(record): number for number, each in enumerate(_blocks(directory)) for record in each}
    return {
        "types": {
            type_: [
                _entry(record, blocks.get(id(record)), len(_linked(directory, record)))
                for record in getattr(directory, TYPES[type_]).values()
            ]
            for type_ in NAMED
        },
        "towns": {
            "parts": {country: list(found) for country, found in towns.parts(_countries(directory)).items()},
            "states": {
                **dict.fromkeys(COUNTRIES.values(), FRANCE),
                **{each.code: each.state for each in directory.countries.values()},
            },
            "columns": towns.COLUMNS,
            "town": towns.TOWN,
            "territory": towns.TERRITORY,
            "sources": towns.sources(),
        },
    }


def _countries(directory: Directory) -> tuple[str, ...]:
    """Codes of France and of the directory's countries."""
    return (FRANCE, *(each.code for each in directory.countries.values()))


def _blocks(directory: Directory) -> Iterator[tuple[Record, ...]]:
    """The records that the form corrects, in blocks."""
    for type_ in OFFERED:
        records = tuple(getattr(directory, TYPES[type_]).values())
        yield from (records[at : at + BLOCK] for at in range(0, len(records), BLOCK))


_KEPT = {
    Actor: ("kind", "country", "territory", "place", "parent", "successor"),
    Initiative: ("countries", "part_of", "keywords"),
    Event: ("country", "place", "period", "part_of"),
    Place: ("country", "state", "admin_level", "subdivision", "lat", "lon", "precision"),
    Resource: ("year", "replaced_by"),
}
"""Keys that rules read of records other than the one that is written."""


def _linked(directory: Directory, record: Record) -> tuple[Initiative, ...]:
    """The initiatives that name the actor, or the place or an actor that stands there; none of other records."""
    match record:
        case Actor():
            return tuple(directory.initiatives_of.get(record.id, ()))
        case Place():
            return tuple(directory.initiatives_at.get(record.id, ()))
    return ()


def _entry(record: Record, block: int | None, links: int) -> Json:
    """What the rules and the lists of choices need of a record; what is empty is left out."""
    name = str(record.label)
    called = (each.text for each in record.called()) if isinstance(record, Actor) else record.label.all()
    names = [*called, *filter(None, [getattr(record, "native_name", None)]), *record.formerly]
    found: Json = {
        "id": record.id,
        "name": name,
        "other": [each for each in dict.fromkeys(names) if each != name],
        "linked": links,
        "formerly": record.formerly,
        "not_duplicate_of": record.not_duplicate_of,
    }
    held = plain(record)
    found |= {key: held[key] for key in _KEPT.get(type(record), ()) if key in held}
    if isinstance(record, Initiative):
        found["actors"] = list(dict.fromkeys(part.actor for part in record.participations))
    if isinstance(record, Place):
        found |= {"lat": record.lat, "lon": record.lon}
    return {key: value for key, value in found.items() if value or (value == 0 and key != "linked")} | (
        {} if block is None else {"block": block}
    )
