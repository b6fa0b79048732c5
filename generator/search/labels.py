"""What a record is filed under: its country, themes, kind, partners, places, each with all its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.maps.lying import Lying
from generator.model import ActorName, Record
from generator.model.directory import Directory
from generator.model.language import BY_LOCALE, SOURCE_LOCALE
from generator.model.schema.types import TYPES
from generator.model.values import Localized
from generator.search.facet import TERRITORY
from generator.words.countries import country_names
from generator.words.edition import Edition
from generator.words.territories import known_codes, territory_name

LIES_IN = "lies-in"
"""Kind of the labels that say where a record lies."""

FOUND_BY = ("intercommunalite", "departement", "region", "collectivite")
"""Levels of territories by whose names their actors are found. States and provinces abroad are named by places."""

Passage = tuple[str, str]
"""A text and the locale it is in."""

ORDER = ("country", "groupings", "theme", "actor", "network")
"""Kinds of labels that tell most of a record: they come first where not all are shown."""


def passages(text: Localized | str | None) -> tuple[Passage, ...]:
    """The text in every language it is written in."""
    if text is None:
        return ()
    if isinstance(text, str):
        return ((text, SOURCE_LOCALE),)
    return tuple((each, locale) for locale, each in text.root.items())


def passage(name: ActorName) -> Passage:
    """The name, in its language if somebody said which."""
    return name.text, name.lang or SOURCE_LOCALE


@dataclass(frozen=True, slots=True)
class Label:
    """A thing that records are filed under. ``kind`` says what it is to them; ``id`` is one of its kind."""

    kind: str
    id: str
    text: str
    """How this edition names it."""
    names: tuple[Passage, ...]
    """All its names, that one included."""

    @property
    def also(self) -> tuple[str, ...]:
        """Its other names, each once."""
        return tuple(name for name in dict.fromkeys(name for name, _ in self.names) if name != self.text)


def in_order(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Each label once, those that tell most first, else as they came."""
    rank = {kind: at for at, kind in enumerate(ORDER)}
    return tuple(sorted(dict.fromkeys(labels), key=lambda label: rank.get(label.kind, len(rank))))


@dataclass(frozen=True)
class Labels:
    """Makes the labels of one edition. What the directory does not hold has none."""

    directory: Directory
    edition: Edition
    _made: dict[tuple[str, str], Label] = field(default_factory=dict)

    @cached_property
    def lying(self) -> Lying:
        """Where its records lie."""
        return Lying(self.directory)

    @cached_property
    def _elsewhere(self) -> dict[str, Localized]:
        """Country code → names in every language, for countries without a record."""
        tables = {locale: country_names(locale) for locale in BY_LOCALE}
        codes = tables[SOURCE_LOCALE]
        return {code: Localized({locale: names[code] for locale, names in tables.items()}) for code in codes}

    def _label(self, kind: str, id_: str, name: Localized, *more: str | Passage) -> Label:
        """``more``: its other names, each with its language, or of none in particular."""
        made = self._made.get((kind, id_))
        if made is None:
            others = tuple((each, SOURCE_LOCALE) if isinstance(each, str) else each for each in more)
            made = self._made[kind, id_] = Label(kind, id_, self.edition.pick(name), passages(name) + others)
        return made

    def country(self, code: str | None) -> tuple[Label, ...]:
        """The country or territory of that code."""
        if not code:
            return ()
        record = self.directory.countries.get(code.lower())
        if record:
            return (self._label("country", code, record.name),)
        name = self._elsewhere.get(code)
        return (self._label("country", code, name),) if name else ()

    def term(self, vocabulary: str, id_: str | None) -> tuple[Label, ...]:
        """The term of a vocabulary; its kind is the vocabulary's name."""
        found = self.directory.terms.get(vocabulary, {}).get(id_ or "")
        return (self._label(vocabulary, found.id, found.label, *found.synonyms),) if found else ()

    def theme(self, id_: str) -> tuple[Label, ...]:
        """The theme of any taxonomy."""
        found = self.directory.themes.get(id_)
        return (self._label("theme", id_, found[1].label, *found[1].synonyms),) if found else ()

    def actor(self, id_: str | None, kind: str = "actor") -> tuple[Label, ...]:
        """The actor under all the names it has or had."""
        found = self.directory.actors.get(id_ or "")
        return (self._label(kind, found.id, found.name, *map(passage, found.names)),) if found else ()

    def references(self, type_: str, ids: Iterable[str], kind: str = "") -> Iterator[Label]:
        """The records of that type; places with the province, state or département they lie in."""
        for id_ in ids:
            match type_:
                case "actor":
                    yield from self.actor(id_, kind or type_)
                case "place":
                    yield from self.place(id_)
                    yield from self.subdivisions([id_])
                case _:
                    found = getattr(self.directory, TYPES[type_]).get(id_)
                    if found:
                        yield self._label(kind or type_, id_, found.label)

    def place(self, id_: str | None) -> tuple[Label, ...]:
        """The place, native name included."""
        found = self.directory.places.get(id_ or "")
        native = (found.native_name,) if found and found.native_name else ()
        return (self._label("place", found.id, found.name, *native),) if found else ()

    def territory(self, id_: str) -> tuple[Label, ...]:
        """The territory, under its name, its other names and its codes."""
        each = self.lying.known.by_id[id_]
        name = territory_name(id_, self.directory, self.edition)
        made = self._made.get((TERRITORY, id_))
        if made is None:
            names = dict.fromkeys((name, each.name, *each.also, *known_codes(each)))
            made = Label(TERRITORY, id_, name, tuple((text, SOURCE_LOCALE) for text in names))
            self._made[TERRITORY, id_] = made
        return (made,)

    def territories(self, actor: str) -> tuple[Label, ...]:
        """What the actor lies in, but for its commune, which is its place."""
        ids = self.lying.of_actor(actor)
        return tuple(self._plain(id_) for id_ in ids if self.lying.known.by_id[id_].level in FOUND_BY)

    def _plain(self, id_: str) -> Label:
        """The territory under its name and code alone: who looks for Alsace does not mean all of the Grand Est."""
        each = self.lying.known.by_id[id_]
        name = territory_name(id_, self.directory, self.edition)
        return Label(LIES_IN, id_, name, tuple((text, SOURCE_LOCALE) for text in (name, *known_codes(each))))

    def verified(self, record: Record) -> str:
        """The day the record was last verified, in words; empty if it never was."""
        return self.edition.date(record.verified.date) if record.verified else ""

    def words(self, kind: str, texts: Iterable[str | None]) -> Iterator[Label]:
        """Words of the source that no vocabulary holds, each as a label of its own."""
        for text in texts:
            if text:
                yield Label(kind, text, text, ((text, SOURCE_LOCALE),))

    def subdivisions(self, places: Iterable[str | None]) -> Iterator[Label]:
        """Provinces, states and départements of the places."""
        found = (self.directory.places.get(place or "") for place in places)
        yield from self.words("subdivision", (place.subdivision for place in found if place))

    def countries(self, codes: Iterable[str]) -> Iterator[Label]:
        for code in codes:
            yield from self.country(code)

    def areas(self, ids: Iterable[str]) -> Iterator[Label]:
        for id_ in ids:
            yield from self.term("groupings", id_)

    def themes(self, ids: Iterable[str]) -> Iterator[Label]:
        """The themes and the wider ones they belong to."""
        wanted = tuple(ids)
        for id_ in (*wanted, *sorted(self.directory.with_broader(wanted) - set(wanted))):
            yield from self.theme(id_)

    def actors(self, ids: Iterable[str | None], kind: str = "actor") -> Iterator[Label]:
        for id_ in ids:
            yield from self.actor(id_, kind)
