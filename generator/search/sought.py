"""What a record is found under, read from its fields: how follows from the kind of each, exceptions from the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from generator.model import Record
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field
from generator.model.schema.fields import fields_of
from generator.model.values import Localized
from generator.search.labels import Label, Labels, Passage, passages

SUMMARY = "summary"
"""The column of an export whose field sums the record up."""

_KINDS_OF_NAMES = {"former_names": "former", "native_name": "native"}
"""Field → what a name in it is to the record; the others are just other names."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name beside the title; ``kind`` is ``other``, ``former`` or ``native``."""

    kind: str
    text: Passage


@dataclass(slots=True)
class Sought:
    """What the fields of one record say, in their order."""

    named: bool = False
    """Whether the title is a name."""
    names: list[OtherName] = field(default_factory=list)
    """Names beside the title."""
    labels: list[Label] = field(default_factory=list)
    text: list[Passage] = field(default_factory=list)
    summary: Localized | None = None


def sought(record: Record, labels: Labels) -> Sought:
    """What is sought of the record, but for what ``documents`` knows besides."""
    found = Sought()
    for each in fields_of(type(record)):
        values = each.of(record)
        if values and values[0] is record.label:
            found.named = each.shows.sought == "names"
            continue
        if values and each.shows.column == SUMMARY:
            found.summary = values[0]
        _read(each, values, labels, found)
    return found


def _read(each: Field, values: tuple[Any, ...], labels: Labels, found: Sought) -> None:
    match each.shows.sought:
        case "" | "by hand":
            return
        case "names" | "title":
            kind = _KINDS_OF_NAMES.get(each.key, "other")
            found.names += [OtherName(kind, name) for value in values for name in passages(value)]
        case "labels" if each.kind in ("text", "localized"):
            found.labels += labels.words(each.shows.label or each.key, map(str, values))
        case "text" if each.kind not in ("date", "localized", "period", "group"):
            found.text += [(str(value), SOURCE_LOCALE) for value in values]
        case _:
            _by_kind(each, values, labels, found)


def _by_kind(each: Field, values: tuple[Any, ...], labels: Labels, found: Sought) -> None:
    match each.kind:
        case "text" | "localized":
            found.text += chain.from_iterable(map(passages, values))
        case "date":
            found.text += [(str(value.year), SOURCE_LOCALE) for value in values]
        case "theme":
            found.labels += labels.themes(values)
        case "term":
            found.labels += chain.from_iterable(labels.term(each.vocabulary, value) for value in values)
        case "country":
            found.labels += labels.countries(values)
        case "reference":
            found.labels += labels.references(each.reference, values, each.shows.label)
        case "group" | "period":
            for value in values:
                for inner in each.fields:
                    _read(inner, inner.of(value), labels, found)
        case "url" | "email" | "id" | "integer" | "number" | "boolean":
            pass  # nobody types these
