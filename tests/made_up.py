"""A made-up record of each type in which every leaf holds a word of its own, and the directory around it.

Nothing here is true: names, terms and addresses are numbered, so that each can be told from all others wherever it
shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any

from generator.check.content import open_directory
from generator.model import BY_FOLDER, TYPES, Record, Vocabulary
from generator.model.codes import is_checked, is_ror
from generator.model.directory import Directory, link
from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.types import TYPES as FOLDERS
from tests.cases.report import CASES

ID = "essai"


@dataclass
class Leaf:
    """A field at the end of a path, and what shows it: a word for each language."""

    type: str
    field: Field
    shown: dict[str, str]
    """Locale → the words by which a reader of that edition sees it."""
    hidden: str = ""
    """Why its page does not show it: the field's own reason, or that of a group around it."""
    sought: str = "by kind"
    """As the field says, or the first group around it that says something."""


@dataclass
class World:
    """Records and leaves by type."""

    leaves: list[Leaf] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)
    """Of the records that leaves name, what is given to the model, its folder under ``folder``."""
    terms: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Vocabulary → terms to add."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    countries: Iterator[str] = field(default_factory=lambda: iter(COUNTRIES))


COUNTRIES = {
    # Far from the region, so that no other part of a page names them.
    "JP": {"fr": "Japon", "es": "Japón"},
    "MN": {"fr": "Mongolie", "es": "Mongolia"},
    "FJ": {"fr": "Fidji", "es": "Fiyi"},
    "TD": {"fr": "Tchad", "es": "Chad"},
    "IS": {"fr": "Islande", "es": "Islandia"},
    "NP": {"fr": "Népal", "es": "Nepal"},
    "KW": {"fr": "Koweït", "es": "Kuwait"},
    "LK": {"fr": "Sri Lanka", "es": "Sri Lanka"},
    "OM": {"fr": "Oman", "es": "Omán"},
    "TO": {"fr": "Tonga", "es": "Tonga"},
    "WS": {"fr": "Samoa", "es": "Samoa"},
    "UG": {"fr": "Ouganda", "es": "Uganda"},
    "ZM": {"fr": "Zambie", "es": "Zambia"},
    "BT": {"fr": "Bhoutan", "es": "Bután"},
    "LA": {"fr": "Laos", "es": "Laos"},
    "GH": {"fr": "Ghana", "es": "Ghana"},
}
"""Code → name in each edition."""


SHAPED = {
    "currency": ("XTS", {"fr": "XTS", "es": "XTS"}),
    "lang": ("de", {"fr": "allemand", "es": "alemán"}),
    "about": ("note", {"fr": "remarque", "es": "observación"}),
}
"""Key of a text with a form of its own that is no code → what it holds, and how each edition shows it."""


def word(number: int, locale: str = "fr") -> str:
    """A word that nothing else begins with."""
    return f"Zq{number:03}{locale}x"


def value(world: World, type_: str, one: Field) -> tuple[Any, dict[str, str]]:
    """What the leaf holds, once, and how each edition shows it."""
    number = next(world.numbers)
    same = {"fr": word(number), "es": word(number)}
    both = {"fr": word(number), "es": word(number, "es")}
    match one.kind:
        case "localized":
            return both, both
        case "text" if one.pattern:
            siren = next(found for last in range(10) if is_checked(found := f"9{number:07}{last}"))
            ror = next(found for last in range(100) if is_ror(found := f"0{number:06}{last:02}"))
            made = {"siren": siren, "insee": f"93{number:03}", "wikidata": f"Q9{number:05}", "ror": ror}
            text, shown = (made[one.code], {}) if one.code else SHAPED[one.key]
            return text, shown or {"fr": text, "es": text}
        case "text":
            return word(number), same
        case "date":
            text = str(1100 + number)
            return text, {"fr": text, "es": text}
        case "integer":
            text = str(int(one.minimum or 0) + 100 + number)
            return text, {"fr": text, "es": text}
        case "number":
            text = f"{number % 80}.25"
            return text, {"fr": text, "es": text}
        case "boolean":
            return "true", {"fr": "dates approchées", "es": "fechas aproximadas"}
        case "url":
            text = f"https://zq{number:03}x.example/"
            return text, {"fr": text, "es": text}
        case "email":
            text = f"service{number:03}@zq.example"
            return text, {"fr": text, "es": text}
        case "id":
            text = f"zq{number:03}x"
            return text, {"fr": text, "es": text}
        case "country":
            code = next(world.countries)
            return code, COUNTRIES[code]
        case "term" | "theme":
            vocabulary = "sectors" if one.kind == "theme" else one.vocabulary
            world.terms.setdefault(vocabulary, []).append({"id": f"zq{number:03}x", "label": both})
            return f"zq{number:03}x", both
        case "reference":
            world.records.append({"folder": FOLDERS[one.reference], "id": f"zq{number:03}x", "label": both})
            return f"zq{number:03}x", both
    raise AssertionError(one.kind)


def filled(
    world: World, type_: str, held: tuple[Field, ...], hidden: str = "", sought: str = "by kind"
) -> dict[str, Any]:
    """Every field, filled; of a list one item."""
    found: dict[str, Any] = {}
    for one in held:
        why = one.shows.hidden or hidden
        where = sought if one.shows.sought == "by kind" else one.shows.sought
        if one.fields:
            item: Any = filled(world, type_, one.fields, why, where)
        else:
            item, shown = value(world, type_, one)
            world.leaves.append(Leaf(type_, one, shown, why, where))
        found[one.key] = [item] if one.many else item
    return found


A_CALL = {"kind": "need", "side": "fr", "emitter": ID}


@cache
def base() -> Directory:
    return open_directory(CASES / "base")[0]


def least(folder: str, id_: str, label: dict[str, str]) -> dict[str, Any]:
    """A record of the base cases, where only calls are missing, under another id and name."""
    known = [*getattr(base(), folder).values()]
    given: dict[str, Any] = known[0].model_dump(exclude_none=True, exclude_defaults=True) if known else dict(A_CALL)
    name = "title" if "title" in BY_FOLDER[folder].model_fields else "name"
    return {**given, "id": id_, name: label}


def made_up() -> tuple[Directory, list[Leaf]]:
    """The directory of made-up records, each type's own with the id ``ID``, and all their leaves."""
    world = World()
    records: list[Record] = []
    for class_ in TYPES:
        type_ = next(name for name, folder in FOLDERS.items() if folder == class_.folder)
        if class_ is Vocabulary:
            continue
        world.countries = iter(COUNTRIES)
        id_ = "kz" if type_ == "country" else ID  # a country's id is its code
        records.append(class_.model_validate({"id": id_, **filled(world, type_, fields(type_))}))
    for given in world.records:
        folder = given["folder"]
        records.append(BY_FOLDER[folder].model_validate(least(folder, given["id"], given["label"])))
    vocabularies = dict(base().vocabularies)
    for name, terms in world.terms.items():
        held = vocabularies[name].model_dump(exclude_none=True) if name in vocabularies else {"id": name, "name": name}
        vocabularies[name] = Vocabulary.model_validate({**held, "terms": [*held.get("terms", ()), *terms]})
    kept = [*vocabularies.values(), *(each for each in base().records() if each.folder != "vocabularies")]
    return link([*kept, *records], {}), world.leaves
