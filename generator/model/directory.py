"""All records, linked once. Links are ids in the files; here they are followed, both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from urllib.parse import urldefrag

from generator.model import (
    TYPES,
    Actor,
    Call,
    Country,
    DeadSource,
    Event,
    Initiative,
    Instrument,
    Membership,
    Place,
    Record,
    Resource,
    Vocabulary,
    VocabularyTerm,
)
from generator.model.actor import COLLABORATOR
from generator.model.indexing import Index, index
from generator.model.values import FRANCE, PartialDate

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Directory:
    """Records by id, in the order of their ids, with every relation followed. Build one with ``link``."""

    actors: Mapping[str, Actor]
    initiatives: Mapping[str, Initiative]
    countries: Mapping[str, Country]
    places: Mapping[str, Place]
    events: Mapping[str, Event]
    instruments: Mapping[str, Instrument]
    calls: Mapping[str, Call]
    resources: Mapping[str, Resource]
    vocabularies: Mapping[str, Vocabulary]
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(type, id) → the file it was read from, relative to the repository; also of files that hold no valid record."""
    dead: Mapping[str, PartialDate] = field(default_factory=dict)
    """Address of a source, without what follows ``#`` → when it was first found not to answer."""

    def records(self) -> Iterable[Record]:
        """Every record, type by type."""
        for type_ in TYPES:
            yield from getattr(self, type_.folder).values()

    def exists(self, type_: str, id_: str) -> bool:
        """Whether a file of that type and id is there, valid or not."""
        return (type_, id_) in self.files or id_ in getattr(self, type_)

    def dead_since(self, url: str | None) -> PartialDate | None:
        """When the address was first found not to answer; None if it answers, as far as anyone knows."""
        return self.dead.get(urldefrag(url).url) if url else None

    # Vocabularies

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, VocabularyTerm]]:
        """Vocabulary → term id → term, in the vocabulary's own order."""
        return {name: {term.id: term for term in each.terms} for name, each in self.vocabularies.items()}

    @cached_property
    def taxonomies(self) -> tuple[Vocabulary, ...]:
        """The vocabularies of themes, by rank."""
        found = [each for each in self.vocabularies.values() if each.taxonomy]
        return tuple(sorted(found, key=lambda each: each.rank))

    @cached_property
    def themes(self) -> Mapping[str, tuple[Vocabulary, VocabularyTerm]]:
        """Theme id → its taxonomy and itself."""
        return {term.id: (each, term) for each in self.taxonomies for term in each.terms}

    @cached_property
    def narrower(self) -> Index[VocabularyTerm]:
        """Theme id → the themes directly under it."""
        return index((term.broader, term) for _, term in self.themes.values() if term.broader)

    def with_broader(self, themes: Iterable[str]) -> frozenset[str]:
        """The themes and all the wider ones they belong to."""
        found: set[str] = set()
        for theme in themes:
            current: str | None = theme
            while current and current not in found:
                found.add(current)
                current = self.themes[current][1].broader if current in self.themes else None
        return frozenset(found)

    # Initiatives, seen from what they name

    @cached_property
    def initiatives_of(self) -> Index[Initiative]:
        """Actor → initiatives it takes part in."""
        return index((part.actor, each) for each in self.initiatives.values() for part in each.participations)

    @cached_property
    def initiatives_in(self) -> Index[Initiative]:
        """Country code → initiatives that act there."""
        return index((code, each) for each in self.initiatives.values() for code in each.countries)

    @cached_property
    def initiatives_across(self) -> Index[Initiative]:
        """Grouping → initiatives that act in all of it."""
        return index((area, each) for each in self.initiatives.values() for area in each.areas)

    @cached_property
    def initiatives_on(self) -> Index[Initiative]:
        """Theme → initiatives on it or on a narrower theme."""
        return index(
            (theme, each) for each in self.initiatives.values() for theme in sorted(self.with_broader(each.themes))
        )

    @cached_property
    def initiatives_at(self) -> Index[Initiative]:
        """Place → initiatives that name it, or one of whose actors stands there."""
        return index((place, each) for each in self.initiatives.values() for place in self.places_of(each))

    @cached_property
    def parts(self) -> Index[Initiative]:
        """Initiative → those that are part of it."""
        return index((each.part_of, each) for each in self.initiatives.values() if each.part_of)

    def places_of(self, initiative: Initiative) -> tuple[str, ...]:
        """Places it names and places of its actors, each once, known ones only."""
        seats = [self.actors[p.actor].place for p in initiative.participations if p.actor in self.actors]
        found = dict.fromkeys([*initiative.places, *(place for place in seats if place)])
        return tuple(place for place in found if place in self.places)

    def participants(self, initiative: Initiative) -> tuple[tuple[Actor, str], ...]:
        """Its actors with their roles, in the file's order."""
        return tuple((self.actors[p.actor], p.role) for p in initiative.participations)

    # Actors, seen from what they name

    @cached_property
    def actors_in(self) -> Index[Actor]:
        """Country code → actors there; an overseas territory's actors under the territory and under FR."""
        return index(
            (code, each)
            for each in self.actors.values()
            for code in dict.fromkeys((each.territory, each.country))
            if code
        )

    @cached_property
    def actors_at(self) -> Index[Actor]:
        """Place → actors that stand there, or have another seat there."""
        every = self.actors.values()
        return index((id_, each) for each in every for id_ in dict.fromkeys((each.place, *each.other_places)) if id_)

    def partners(self, actor: Actor) -> tuple[tuple[Actor, tuple[Initiative, ...]], ...]:
        """Actors it shares initiatives with, and which; most shared first."""
        shared = index(
            (part.actor, each)
            for each in self.initiatives_of.get(actor.id, ())
            for part in each.participations
            if part.actor != actor.id
        )
        found = [(self.actors[id_], initiatives) for id_, initiatives in shared.items()]
        return tuple(sorted(found, key=lambda pair: (-len(pair[1]), pair[0].id)))

    @cached_property
    def members(self) -> Index[Actor]:
        """Network → its members, each once; who only works with it is none."""
        return self._tied(lambda each: each.role != COLLABORATOR)

    @cached_property
    def collaborators(self) -> Index[Actor]:
        """Network → who works with it without being a member."""
        return self._tied(lambda each: each.role == COLLABORATOR)

    def _tied(self, how: Callable[[Membership], bool]) -> Index[Actor]:
        return index(
            (network, actor)
            for actor in self.actors.values()
            for network in dict.fromkeys(each.network for each in actor.memberships if how(each))
        )

    @cached_property
    def children(self) -> Index[Actor]:
        """Actor → those that name it as parent."""
        return index((each.parent, each) for each in self.actors.values() if each.parent)

    @cached_property
    def predecessors(self) -> Index[Actor]:
        """Actor → those it took over from."""
        return index((each.successor, each) for each in self.actors.values() if each.successor)

    @cached_property
    def networks(self) -> tuple[Actor, ...]:
        """Actors that are networks."""
        return tuple(each for each in self.actors.values() if each.network)

    # The rest, seen from what it names

    @cached_property
    def posts_of(self) -> Index[Country]:
        """Operator → countries where it has an office, each once."""
        found = {(post.operator, each.id): each for each in self.countries.values() for post in each.posts}
        return index((operator, each) for (operator, _), each in found.items() if operator)

    @cached_property
    def countries_of_group(self) -> Index[Country]:
        """Country group → its countries."""
        return index(
            (each.country_group.group, each)
            for each in self.countries.values()
            if each.country_group and each.country_group.group
        )

    @cached_property
    def overseas(self) -> frozenset[str]:
        """Codes of the region's French territories. They have records as countries have, and are none."""
        return frozenset(each.code for each in self.countries.values() if each.state == FRANCE)

    @cached_property
    def countries_in(self) -> Index[Country]:
        """Grouping → its countries."""
        return index((area, each) for each in self.countries.values() for area in each.groupings)

    @cached_property
    def calls_of(self) -> Index[Call]:
        """Actor → needs and offers it made known."""
        return index((each.emitter, each) for each in self.calls.values())

    @cached_property
    def calls_in(self) -> Index[Call]:
        """Country code → needs and offers that concern it, or an area that it is part of."""
        within = {each.code: frozenset(each.groupings) for each in self.countries.values()}
        codes = {code for each in self.calls.values() for code in each.countries} | within.keys()
        return index(
            (code, each)
            for each in self.calls.values()
            for code in sorted(codes)
            if code in each.countries or within.get(code, frozenset()) & set(each.areas)
        )

    @cached_property
    def instruments_of(self) -> Index[Instrument]:
        """Actor → instruments it runs."""
        return index((id_, each) for each in self.instruments.values() for id_ in each.operators)

    @cached_property
    def instruments_for(self) -> Index[Instrument]:
        """Initiative → instruments that name it."""
        return index((id_, each) for each in self.instruments.values() for id_ in each.initiatives)

    @cached_property
    def instruments_in(self) -> Index[Instrument]:
        """Country code → instruments for it."""
        return index((code, each) for each in self.instruments.values() for code in each.countries)

    @cached_property
    def events_in(self) -> Index[Event]:
        """Country code (an overseas territory's own) → events there."""

        def where(event: Event) -> str | None:
            place = self.places.get(event.place or "")
            return place.country if place else event.country

        return index((code, each) for each in self.events.values() if (code := where(each)))

    @cached_property
    def events_of(self) -> Index[Event]:
        """Actor → events it called or took part in."""
        return index(
            (id_, each) for each in self.events.values() for id_ in dict.fromkeys((*each.actors, *each.participants))
        )

    @cached_property
    def events_within(self) -> Index[Event]:
        """Event → those that are part of it."""
        return index((each.part_of, each) for each in self.events.values() if each.part_of)

    @cached_property
    def events_with(self) -> Index[Event]:
        """Document → events whose report or paper it is."""
        return index((id_, each) for each in self.events.values() for id_ in each.resources)

    @cached_property
    def resources_of(self) -> Index[Resource]:
        """Actor → documents in which it was heard."""
        return index((id_, each) for each in self.resources.values() for id_ in each.actors)

    @cached_property
    def networks_in(self) -> Index[Actor]:
        """Country code → networks that act there."""
        return index((code, each) for each in self.networks if each.network for code in each.network.countries)

    @cached_property
    def citing(self) -> Index[Record]:
        """Founding document → records that cite it as a source."""
        return index((source.resource, each) for each in self.records() for source in each.sources if source.resource)


def link(
    records: Iterable[Record],
    files: Mapping[tuple[str, str], str] | None = None,
    dead: Iterable[DeadSource] = (),
) -> Directory:
    """The directory of these records; their order does not matter."""
    tables: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in sorted(records, key=lambda each: each.id):
        tables[record.folder][record.id] = record

    def table(type_: type[R]) -> dict[str, R]:
        return {id_: record for id_, record in tables[type_.folder].items() if isinstance(record, type_)}

    return Directory(
        actors=table(Actor),
        initiatives=table(Initiative),
        countries=table(Country),
        places=table(Place),
        events=table(Event),
        instruments=table(Instrument),
        calls=table(Call),
        resources=table(Resource),
        vocabularies=table(Vocabulary),
        files=dict(files or {}),
        dead={urldefrag(source.url).url: source.since for source in dead},
    )
