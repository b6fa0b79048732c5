"""What ids may name, and what a wrong one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from generator.model import THEMES, Actor, Link, Place, Record, Ref, Term
from generator.model.directory import Directory
from generator.text.near import Names
from generator.words.countries import country_codes, spellings

MANY = 12
"""A vocabulary with more terms than that is not listed in a message."""


Args = dict[str, str]


@dataclass
class Targets:
    """Everything of a directory that ids may name. Names are gathered only if one is wrong."""

    directory: Directory

    def __post_init__(self) -> None:
        self._names: dict[Link, Names] = {}
        self._told: set[str] = set()

    @cached_property
    def _some_vocabulary_is_broken(self) -> bool:
        there = self.directory.vocabularies
        return any(type_ == "vocabularies" and id_ not in there for type_, id_ in self.directory.files)

    def terms(self, vocabulary: str) -> tuple[str, ...]:
        """Ids of its terms; of ``THEMES``, those of all taxonomies."""
        if vocabulary == THEMES:
            return tuple(self.directory.themes)
        return tuple(self.directory.terms.get(vocabulary, ()))

    def missing(self, link: Link, id_: str) -> tuple[str, Args] | None:
        """Code and details of what is wrong with the id, if it names nothing."""
        if isinstance(link, Ref):
            if self.directory.exists(link.type, id_):
                return None
            return "dangling-reference", {"value": id_, "type": link.type, **self._meant(link, id_)}
        if link.vocabulary == THEMES:
            return self._missing_theme(link, id_)
        if link.vocabulary not in self.directory.vocabularies:
            # Told once: without its vocabulary every term is unknown.
            silent = self.directory.exists("vocabularies", link.vocabulary) or link.vocabulary in self._told
            self._told.add(link.vocabulary)
            return None if silent else ("missing-vocabulary", {"value": link.vocabulary})
        if id_ in self.directory.terms[link.vocabulary]:
            return None
        return "unknown-term", {"value": id_, "vocabulary": link.vocabulary, **self._meant(link, id_)}

    def _missing_theme(self, link: Term, id_: str) -> tuple[str, Args] | None:
        if id_ in self.directory.themes or self._some_vocabulary_is_broken:
            return None
        for name, terms in self.directory.terms.items():
            if id_ in terms:
                meant = {"suggestion": "\n".join(terms[id_].themes)} if terms[id_].themes else {}
                return "not-a-theme", {"value": id_, "vocabulary": name, **meant}
        return "unknown-theme", {"value": id_, **self._meant(link, id_)}

    def _meant(self, link: Link, id_: str) -> Args:
        """Suggestions, and either the values allowed or what a new record must hold."""
        if link not in self._names:
            self._names[link] = Names(self._named(link))
        meant = self._names[link].nearest(id_)
        args = {"suggestion": "\n".join(meant)} if meant else {}
        if isinstance(link, Term) and len(self.terms(link.vocabulary)) <= MANY:
            args["allowed"] = "\n".join(self.terms(link.vocabulary))
        return args

    def _named(self, link: Link) -> Iterator[tuple[str, str]]:
        """(name, id) of everything the link may lead to."""
        if isinstance(link, Ref):
            for folder, id_ in self.directory.files:
                if folder == link.type:
                    yield id_, id_
            for record in getattr(self.directory, link.type).values():
                yield record.id, record.id
                for name in _names_of(record):
                    yield name, record.id
            return
        known = self.directory.terms.get(link.vocabulary, {})
        terms = [term for _, term in self.directory.themes.values()] if link.vocabulary == THEMES else known.values()
        for term in terms:
            yield term.id, term.id
            for name in (*term.label.all(), *term.synonyms):
                yield name, term.id

    def no_country(self, code: str) -> tuple[str, Args] | None:
        """Code and details of what is wrong with the country code, if no country has it."""
        if code in country_codes():
            return None
        meant = _country_names().nearest(code)
        return "unknown-country", {"value": code} | ({"suggestion": "\n".join(meant)} if meant else {})


@cache
def _country_names() -> Names:
    return Names([*spellings(), *((code, code) for code in country_codes())])


def _names_of(record: Record) -> tuple[str, ...]:
    if isinstance(record, Actor):
        return (*(name.text for name in record.called()), *record.formerly)
    native = (record.native_name,) if isinstance(record, Place) and record.native_name else ()
    return (*record.label.all(), *native, *record.formerly)
