"""What the page shows of results and facets, in one edition's words, as JSON will hold it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from generator import urls
from generator.maps.table import territories
from generator.maps.territories import Level
from generator.model.directory import Directory
from generator.model.schema.types import TYPES as TYPED
from generator.model.values import Localized
from generator.search.document import Document
from generator.search.facet import BY_NAME, FACETS, TERRITORY, Facet, field_of, worded
from generator.search.facts import FOLDERS, Facts
from generator.search.labels import Label, Labels
from generator.words.edition import Edition
from generator.words.typography import typeset

FROM_THE_WIDEST: tuple[Level, ...] = (
    "region",
    "collectivite",
    "departement",
    "intercommunalite",
    "commune",
    "subdivision",
)
"""The levels of territories as a facet lists them."""

SUMMARY = 400
"""Longest summary a result carries, in characters."""

STEP = 6
"""Records whose texts share a file."""

OWN = frozenset(
    ("actor", "initiative", "place", "event", "instrument", "call", "resource", "subdivision", "capital", "keyword")
)
"""Kinds of labels that come with the record; the others are known to the whole page, as facets show most of them."""

TYPE_OF = {folder: type_ for type_, folder in FOLDERS.items()}


class Shown:
    """Collects the labels of one edition while it writes what is shown."""

    def __init__(self, directory: Directory, edition: Edition) -> None:
        self.directory = directory
        self.edition = edition
        self.make = Labels(directory, edition)
        self.labels: list[list[str]] = []
        self._number: dict[tuple[str, str], int] = {}

    def number(self, label: Label) -> int:
        """The label's place in the table."""
        key = label.kind, label.id
        if key not in self._number:
            self._number[key] = len(self.labels)
            self.labels.append([label.kind, label.id, label.text, *label.also])
        return self._number[key]

    # Facets

    def values(self, facts: Facts) -> dict[str, list[str]]:
        """Facet → its values in the order of their numbers: all there are, also those that no record has yet. Places
        are not among them: the map knows those.
        """
        every = [*(fact.deed for fact in facts.facts.values()), *facts.who.values()]
        found: dict[str, list[str]] = {}
        for facet in FACETS:
            if facet.rank is None:
                continue
            met = {value for values in every for value in values.get(facet.name, ())}
            known = self._known(facet, met)
            # A term whose label a facet shows must exist: the checks see to it before a build starts.
            found[facet.name] = known + sorted(met - set(known))
        return found

    def _known(self, facet: Facet, met: Collection[str]) -> list[str]:
        """The facet's values in their order, as the kind of its field says; those met are known to be some."""
        directory = self.directory
        if values := worded(facet):
            return list(values)
        if facet.name == TERRITORY:
            return sorted(met, key=self._territory_order)
        field = field_of()[facet.name]
        match field.kind:
            case "theme":
                every = (term.id for taxonomy in directory.taxonomies for term in taxonomy.terms)
                return [id_ for id_ in every if not facet.like or id_ in met]
            case "term":
                return list(directory.terms.get(field.vocabulary, ()))
            case "country":
                return self._sorted(facet, {each.code for each in directory.countries.values()} | set(met))
            case "reference":
                return self._sorted(facet, set(met) & getattr(directory, TYPED[field.reference]).keys())
            case kind:
                raise AssertionError(f"{facet.name}: a facet of a {kind}")

    def _territory_order(self, id_: str) -> tuple[Any, ...]:
        """The widest level first, those of France before those abroad; by name."""
        each = territories().by_id[id_]
        return FROM_THE_WIDEST.index(each.level), self.edition.sort_key(each.name), each.code

    def tiers(self, values: Sequence[str]) -> list[list[Any]]:
        """Id, name and number of territories of each level met, in the order of the territory facet's values."""
        met = [territories().by_id[id_].level for id_ in values]
        order = sorted(set(met), key=FROM_THE_WIDEST.index)
        return [[level, self.edition.t(f"territory.levels.{level}"), met.count(level)] for level in order]

    def facets(self, values: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
        """Facet → its values as labels, in the same order; but for those that only the catalog names."""
        return {
            name: [self.number(self._label(BY_NAME[name], value)) for value in found]
            for name, found in values.items()
            if not worded(BY_NAME[name])
        }

    def taxonomies(self) -> list[list[Any]]:
        """Id, name and number of themes of each taxonomy, in the order of the theme facet's values."""
        return [[each.id, self.edition.pick(each.name), len(each.terms)] for each in self.directory.taxonomies]

    def broader(self, themes: Sequence[str]) -> list[list[int]]:
        """Pairs of themes, by their place in the facet: the narrower and the wider."""
        place = {id_: at for at, id_ in enumerate(themes)}
        pairs = ((term.id, term.broader) for taxonomy in self.directory.taxonomies for term in taxonomy.terms)
        return [[place[id_], place[broader]] for id_, broader in pairs if broader in place]

    def apart(self, countries: Sequence[str]) -> list[int]:
        """Countries outside the region, by their place in the facet: France first of all, where half of it stands."""
        return [at for at, code in enumerate(countries) if code.lower() not in self.directory.countries]

    def overseas(self, countries: Sequence[str]) -> list[int]:
        """French territories of the region, by their place in the facet: a group of their own, as they are no
        countries.
        """
        return [at for at, code in enumerate(countries) if code in self.directory.overseas]

    def _label(self, facet: Facet, value: str) -> Label:
        found = tuple(self._labels(facet, value))
        return found[0] if found else Label(facet.name, value, value, ())

    def _labels(self, facet: Facet, value: str) -> Iterable[Label]:
        if facet.name == TERRITORY:
            return self.make.territory(value)
        field = field_of()[facet.name]
        match field.kind:
            case "theme":
                return self.make.theme(value)
            case "term":
                return self.make.term(field.vocabulary, value)
            case "country":
                return self.make.country(value)
            case _:
                return self.make.references(field.reference, [value], field.shows.label)

    def _sorted(self, facet: Facet, values: Iterable[str]) -> list[str]:
        return sorted(values, key=lambda value: (self.edition.sort_key(self._label(facet, value).text), value))

    # Results

    def text(self, document: Document) -> dict[str, Any]:
        """What one result shows; what is empty is left out."""
        edition = self.edition
        title = typeset(edition.pick(document.title))
        known = {title, *(name.text[0] for name in document.names)}
        others = [["other", text] for text in document.title.all() if text not in known and typeset(text) != title]
        own = [label for label in document.labels if label.kind in OWN]
        fields: dict[str, Any] = {
            "type": TYPE_OF[document.type],
            "id": document.id,
            "title": title,
            "lang": self._foreign(document.title),
            "context": document.context,
            "when": document.when,
            "verified": document.verified,
            "summary": _short(typeset(edition.pick(document.summary))) if document.summary else None,
            "summaryLang": self._foreign(document.summary),
            "names": others + [[name.kind, name.text[0]] for name in document.names if typeset(name.text[0]) != title],
            "labels": [self.number(label) for label in document.labels if label.kind not in OWN],
            "own": [[label.kind, label.text, *label.also] for label in own],
        }
        return {name: value for name, value in fields.items() if value}

    def _foreign(self, text: Localized | None) -> str | None:
        """The language of a text that the edition has to show in another language than its own."""
        locale = text.pick(self.edition.locale)[1] if text else self.edition.locale
        return locale if locale != self.edition.locale else None


def addresses() -> dict[str, str]:
    """Type → how the address of such a record begins: its id follows, after a slash unless the address has a ``?``."""
    return {type_: urls.record(folder, "").removesuffix("//") for type_, folder in FOLDERS.items()}


def _short(text: str) -> str:
    if len(text) <= SUMMARY:
        return text
    return text[:SUMMARY].rpartition(" ")[0] + " …"
