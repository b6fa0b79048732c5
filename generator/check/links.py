"""Rules on links: every id names a record or a term that is there, every country code a country."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import Finding, found
from generator.check.targets import Targets
from generator.model import Link, Record, Ref, Term, Vocabulary, references
from generator.model.directory import Directory
from generator.model.problem import KeyPath

COUNTRY_KEYS = ("country", "territory", "state", "countries")
"""Keys of a record that hold ISO 3166-1 codes."""


def links(directory: Directory) -> Iterator[Finding]:
    """Ids of records and terms that name nothing, and vocabularies that are not there (each told once)."""
    targets = Targets(directory)
    for record in directory.records():
        for path, link, id_ in _links(record):
            if wrong := targets.missing(link, id_):
                code, args = wrong
                yield found(code, record, path, args)


def _links(record: Record) -> Iterator[tuple[KeyPath, Link, str]]:
    """What the model marks as links, and those whose target depends on the record."""
    yield from references(record)
    for at, id_ in enumerate(record.not_duplicate_of):
        yield ("not_duplicate_of", at), Ref(record.folder), id_
    if isinstance(record, Vocabulary):
        own = {term.id for term in record.terms}
        for at, term in enumerate(record.terms):
            if term.broader and term.broader not in own:
                yield ("terms", at, "broader"), Term(record.broader_in or record.id), term.broader


def countries(directory: Directory) -> Iterator[Finding]:
    """Country codes that ISO 3166-1 does not know."""
    targets = Targets(directory)
    for record in directory.records():
        for path, value in _country_codes(record):
            if wrong := targets.no_country(value):
                code, args = wrong
                yield found(code, record, path, args)
    for country in directory.countries.values():
        if targets.no_country(country.code):
            yield found("country-file-name", country, value=country.id)


def _country_codes(record: Record) -> Iterator[tuple[KeyPath, str]]:
    for key in COUNTRY_KEYS:
        value = getattr(record, key, None)
        if isinstance(value, str):
            yield (key,), value
        elif value:
            yield from (((key, at), code) for at, code in enumerate(value))
