"""``/contribuer/reference/``: every key of every file, every value, every rule, from the model and the catalogs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import urls
from generator.files.save import entry
from generator.model import THEMES
from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.fields import anchor, fields, sections, shared, walk
from generator.model.schema.types import TYPES
from generator.model.values import FRANCE
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.words import examples
from generator.words import fields as words
from generator.words.wording import codes, general

RECORD = "record"
"""The group of the keys that every file may hold."""
COUNTRIES = "iso-3166"
NEWLINE = Markup("&#10;")
"""Between lines that must stay lines: a page has none of its own inside HTML."""


@dataclass(frozen=True, slots=True)
class Line:
    """A field, ready to be shown."""

    anchor: str
    key: str
    label: str
    kind: str
    help: str
    required: str
    """Whether it must be there, in words; empty if it may be left out."""
    limits: Sequence[str]
    example: Sequence[str]
    """The lines of YAML that a file would hold; one value inside a group."""
    values: str
    """The list its values are from, if there is one on the page."""
    inside: Sequence[Line]
    group: str
    """The group of keys it holds, where that is explained once for several fields."""


@dataclass(frozen=True, slots=True)
class Values:
    """What may be written in some fields."""

    name: str
    title: str
    terms: Sequence[tuple[str, str, str]]
    """What is written, its label, its definition."""


def reference(see: Selection) -> Iterator[Page]:
    """``/contribuer/reference/``. In French in every edition, as everything for contributors."""
    up = "../" * see.edition.path.count("/")  # schemas stand once, above all editions
    types = []
    for type_, folder in TYPES.items():
        lines = {field.key: _line(see, type_, field) for field in fields(type_) if field.owner != RECORD}
        own = [
            (words.section(name), [lines[f.key] for f in found if f.key in lines]) for name, found in sections(type_)
        ]
        types.append(
            {
                "name": type_,
                "place": words.catalog("reference.folder", folder=folder),
                "needs_source": any(field.key == "sources" and field.required for field in fields(type_)),
                "label": words.type_plural(type_),
                "help": words.type_help(type_),
                "schema": up + urls.schema(type_),
                "sections": [pair for pair in own if pair[1]],
                "lines": list(lines.values()),
            }
        )
    values = list(_values(see.directory))
    data = {
        "types": types,
        "groups": [(name, words.group(name), list(_group(see, name))) for name in _groups()],
        "names": {name: words.group(name) for name in _groups()},
        "shared": list(_group(see, RECORD)),
        "newline": NEWLINE,
        "values": values,
        "rules": list(_rules()),
        "said": {key.removeprefix("reference."): text for key, text in words.catalog.items()},
    }
    title, description = see.edition.t("reference.title"), see.edition.t("reference.description")
    trail = ((see.edition.t("nav.contribute"), urls.CONTRIBUTE),)
    yield Page(urls.REFERENCE, "reference", title, description, data, trail)


def _groups() -> list[str]:
    """What several types share, what every file may hold first."""
    return sorted(shared(), key=lambda name: name != RECORD)


def _group(see: Selection, name: str) -> Iterator[Line]:
    seen = set()
    for type_ in TYPES:
        for field in walk(fields(type_)):
            if field.owner == name and field.key not in seen:
                seen.add(field.key)
                yield _line(see, type_, field)


def _line(see: Selection, type_: str, field: Field) -> Line:
    group = field.fields[0].owner if field.fields and field.fields[0].owner in shared() else ""
    return Line(
        anchor=anchor(type_, field),
        key=field.key,
        label=words.label(field),
        kind=words.kind(field),
        help=words.help_text(field),
        required=_required(field),
        limits=tuple(_limits(field)),
        example=tuple(_example(type_, field)),
        values=_list_of(see.directory, field),
        inside=() if group else tuple(_line(see, type_, each) for each in field.fields),
        group=group,
    )


def _required(field: Field) -> str:
    said = words.catalog
    if field.needed_for:
        return said["reference.needed-for"].format(kind=field.needed_for)
    if field.only_for:
        return said["reference.only-for"].format(kind=field.only_for)
    return said["reference.required"] if field.required else ""


def _limits(field: Field) -> Iterator[str]:
    said = words.catalog
    if field.longest and field.kind in ("text", "localized"):
        yield said["reference.longest"].format(longest=f"{field.longest:,}".replace(",", "\u202f"))
    if field.minimum is not None and field.maximum is not None:
        yield said["reference.between"].format(minimum=f"{field.minimum:g}", maximum=f"{field.maximum:g}")
    elif field.minimum is not None:
        yield said["reference.at-least"].format(minimum=f"{field.minimum:g}")
    if field.default is not None:
        yield said["reference.default"].format(value=str(field.default).lower())


def _example(type_: str, field: Field) -> list[str]:
    if "." in field.path:
        return [value] if (value := words.example(field)) else []
    return entry(examples.record(type_, brief=True), field.key).splitlines()


def _list_of(directory: Directory, field: Field) -> str:
    """The list on the page that the field's values are from, if there is one."""
    if field.kind == "term":
        return field.vocabulary if field.vocabulary in directory.vocabularies else ""
    return {"country": COUNTRIES, "theme": THEMES}.get(field.kind, "")


def _values(directory: Directory) -> Iterator[Values]:
    """The lists that fields take their values from."""
    used = {field.vocabulary for type_ in TYPES for field in walk(fields(type_)) if field.kind == "term"}
    for name in sorted(used & set(directory.vocabularies), key=lambda each: str(directory.vocabularies[each].name)):
        terms = directory.terms[name].values()
        found = [(term.id, str(term.label), str(term.definition or "")) for term in terms]
        yield Values(name, str(directory.vocabularies[name].name), found)
    themes = [(id_, str(term.label), str(each.name)) for id_, (each, term) in directory.themes.items()]
    yield Values(THEMES, words.catalog["reference.themes"], themes)
    countries = [(each.code, str(each.name), "") for each in directory.countries.values()]
    here = (FRANCE, words.catalog["reference.france"], "")
    yield Values(COUNTRIES, words.catalog["reference.countries"], [here, *sorted(countries, key=lambda each: each[1])])


def _rules() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Everything that can be wrong, under its heading: code, what is wrong, how to repair it."""
    heading, found = "", list[tuple[str, str, str]]()
    for code in codes():
        if following := words.catalog.get(f"rules.{code}"):
            if found:
                yield heading, found
            heading, found = following, []
        found.append((code, *general(code)))
    yield heading, found
