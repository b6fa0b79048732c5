"""What a cell may hold, in words people choose from, and the id that each stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model.directory import Directory
from generator.model.schema.field import Field
from generator.model.schema.types import TYPES
from generator.sheets.words import say
from generator.text.fold import fold
from generator.words import fields as words
from generator.words.countries import country_choices

Choices = Mapping[str, str]
"""Shown text → what a file holds."""


class AllChoices:
    """Those of each field, made once."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[str, Choices] = {}

    def of(self, field: Field) -> Choices:
        """Those of the field; none if anything can be written there."""
        name = self.name(field)
        if name and name not in self._known:
            self._known[name] = dict(_distinct(self._pairs(field)))
        return self._known[name] if name else {}

    def name(self, field: Field) -> str:
        """What the list is called: fields that share it share its name."""
        match field.kind:
            case "term":
                held = self._directory.vocabularies.get(field.vocabulary)
                return str(held.name) if held else field.vocabulary
            case "theme":
                return say("themes")
            case "reference" if field.owner != "record":
                return words.type_plural(field.reference)
            case "country":
                return say("countries")
            case "boolean":
                return say("boolean")
        return ""

    def _pairs(self, field: Field) -> list[tuple[str, str]]:
        directory = self._directory
        match field.kind:
            case "term":
                terms = directory.terms.get(field.vocabulary, {}).values()
                return [(str(term.label), term.id) for term in terms]
            case "theme":
                return [(str(term.label), term.id) for each in directory.taxonomies for term in each.terms]
            case "country":
                return _countries(directory)
            case "boolean":
                return [(say("yes"), "true"), (say("no"), "false")]
        records = getattr(directory, TYPES[field.reference]).values()
        return sorted(((str(each.label), each.id) for each in records), key=lambda pair: (fold(pair[0]), pair[1]))


def _countries(directory: Directory) -> list[tuple[str, str]]:
    return [(name, code) for code, name, _ in country_choices(directory)]


def _distinct(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same, the id beside a label that several things bear."""
    pairs = list(pairs)
    times = Counter(label for label, _ in pairs)
    return [(f"{label} ({id_})" if times[label] > 1 else label, id_) for label, id_ in pairs]
