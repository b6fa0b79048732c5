"""What people read about the fields: names, labels, help, examples; in other languages than French, labels, and the
help of those few that describe a column of an export as they stand."""

from __future__ import annotations

from functools import cache

from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field
from generator.model.schema.paths import field_at
from generator.words.catalog import Catalog

catalog = Catalog(f"fields.{SOURCE_LOCALE}")


@cache
def _catalog(locale: str) -> Catalog:
    return catalog if locale == SOURCE_LOCALE else Catalog(f"fields.{locale}")


def key_name(field: Field) -> str:
    """A key's sense in French, as a message gives it in brackets: its own, where elsewhere the key means another."""
    return catalog.get(f"field.{field.owner}.{field.key}.name") or catalog[f"name.{field.key}"]


def path_name(type_: str, path: tuple[str, ...]) -> tuple[str, str]:
    """The field's sense in French, after those of the fields that hold it; and the language of a text in another, empty
    if the path ends at none."""
    found = [field_at(type_, path[:length]) for length in range(1, len(path) + 1)]
    said = ", ".join(key_name(field) for field in dict.fromkeys(filter(None, found)))
    last = found[-1]
    return said, "" if last and last.key == path[-1] else path[-1]


def meanings(field: Field) -> tuple[str, str]:
    """Its sense in French, and what the key means elsewhere: people may type either for the key."""
    return key_name(field), general_name(field.key) or ""


def general_name(key: str) -> str | None:
    """What a key of that name means wherever it has no sense of its own; None if no record has such a key."""
    return catalog.get(f"name.{key}")


def label(field: Field, locale: str = SOURCE_LOCALE) -> str:
    """What is written above the field, in a form, a table and on its page; in French if nobody has translated it."""
    key = f"field.{field.owner}.{field.key}.label"
    said = _catalog(locale).get(key) or catalog.get(key) or key_name(field)
    return said[0].upper() + said[1:]


def former_labels(field: Field) -> dict[str, str]:
    """What a form wrote above the field before, and a table at the head of its column → the key that it had then."""
    said = {key: catalog.get(f"field.{field.owner}.{key}.formerly") for key in (field.key, *field.former_keys)}
    return {label.strip(): key for key, labels in said.items() if labels for label in labels.split("|")}


def help_text(field: Field, locale: str = SOURCE_LOCALE) -> str:
    """What to write in the field, and where to find it; in French if nobody has translated it."""
    key = f"field.{field.owner}.{field.key}.help"
    return _catalog(locale).get(key) or catalog[key]


def example(field: Field) -> str | None:
    """One value of the field, true or said to be made up; None of a group, whose fields have their own."""
    return catalog.get(f"field.{field.owner}.{field.key}.example")


def kind(field: Field) -> str:
    """What is to be written in the field: a text, a date, a list of themes."""
    long = field.kind in ("text", "localized") and field.long
    form = f"{field.kind}-long" if long else field.kind
    if field.kind == "reference" and field.owner == "record":
        form = "reference-own"  # said once for all types
    of = catalog[f"type.{field.reference}.plural"] if field.reference else field.vocabulary
    said = catalog(f"kind.{form}", of=of)
    return catalog("kind.many", kind=said) if field.many else said


def type_label(type_: str) -> str:
    """What a record of that type is called."""
    return catalog[f"type.{type_}.label"]


def type_plural(type_: str) -> str:
    return catalog[f"type.{type_}.plural"]


def type_help(type_: str) -> str:
    """What a record of that type describes."""
    return catalog[f"type.{type_}.help"]


def section(name_: str) -> str:
    """The title of a section of fields."""
    return catalog[f"section.{name_}"]


def group(name: str) -> str:
    """The title of a group of fields that stands in several places."""
    return catalog[f"group.{name}"]
