"""What a record is found under, read from its fields: how follows from the kind of each, exceptions from the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from generator.model import ActorName, Record
from generator.model.actor import ACRONYM, FORMER
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field
from generator.model.schema.fields import fields_of
from generator.model.values import Localized
from generator.search.labels import Label, Labels, Passage, passage, passages
from generator.words.countries import languages_of

SUMMARY = "summary"
"""The column of an export whose field sums the record up."""

_NATIVE = "native_name"
"""The field of a place that holds what people there call it."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name beside the title; ``kind`` is ``acronym``, ``native``, ``other`` or ``former``."""

    kind: str
    text: Passage
    true: bool = True
    """Whether it is what the record is called: not a name it no longer bears, nor one in a language that is neither
    spoken where it stands nor that of the edition."""


@dataclass(slots=True)
class Sought:
    """What the fields of one record say, in their order."""

    at_home: frozenset[str]
    """The languages in which a name of it is not foreign."""
    named: bool = False
    """Whether the title is a name."""
    names: list[OtherName] = field(default_factory=list)
    """Names beside the title."""
    labels: list[Label] = field(default_factory=list)
    text: list[Passage] = field(default_factory=list)
    summary: Localized | None = None


def sought(record: Record, labels: Labels) -> Sought:
    """What is sought of the record, but for what ``documents`` knows besides."""
    country: str | None = getattr(record, "country", None)
    found = Sought(languages_of(country) | {SOURCE_LOCALE, labels.edition.locale})
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
            found.names += [name for value in values for name in _names(each, value, found.at_home)]
        case "labels" if each.kind in ("text", "localized"):
            found.labels += labels.words(each.shows.label or each.key, map(str, values))
        case "text" if each.kind not in ("date", "localized", "period", "group"):
            found.text += [(str(value), SOURCE_LOCALE) for value in values]
        case _:
            _by_kind(each, values, labels, found)


def _names(field: Field, value: Any, at_home: frozenset[str]) -> Iterator[OtherName]:
    if isinstance(value, ActorName):
        kind = value.kind if value.kind in (ACRONYM, FORMER) else "other"
        yield OtherName(kind, passage(value), kind != FORMER and (value.lang is None or value.lang in at_home))
    else:
        kind = "native" if field.key == _NATIVE else "other"
        yield from (OtherName(kind, name) for name in passages(value))


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
