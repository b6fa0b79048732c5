"""Made-up records, drawn in the proportions of the real directory: who takes part in what, how many themes.

Every name says that it is made up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from bench.prose import MATTERS, coined, matter, summary
from generator.files.decode import decode
from generator.files.load import read
from generator.maps.table import territories
from generator.model import Country, Record, Ref, Vocabulary, references
from generator.model.values import FRANCE

R = TypeVar("R", bound=Record)
Fields = dict[str, Any]

MOST = 1.6
"""The greater, the more a few actors do most: the busiest of 6,000 takes part in some 40 initiatives."""

_FRENCH_KINDS = {
    "commune": "Commune fictive",
    "departement": "Département fictif",
    "region": "Région fictive",
    "metropolis": "Métropole fictive",
    "intercommunality": "Intercommunalité fictive",
    "association-ngo": "Association fictive",
    "university-research": "Université fictive",
    "hospital": "Hôpital fictif",
    "network": "Réseau fictif",
    "state-operator": "Opérateur fictif",
}
_FRENCH_WEIGHTS = (34, 8, 5, 5, 8, 16, 12, 4, 4, 4)
_FOREIGN_KINDS = {
    "foreign-local-authority": "Municipalité fictive",
    "university-research": "Université fictive d’outre-Atlantique",
    "association-ngo": "Association fictive d’outre-Atlantique",
}
_FOREIGN_WEIGHTS = (70, 15, 15)


def _records_of(type_: type[R], source: Path) -> Iterator[R]:
    for path in sorted((source / type_.folder).glob("*.yml")):
        root, problems = read(path, path.name)
        record = decode(type_, path.stem, root, path.name)[0] if root is not None else None
        if record is None:
            raise ValueError(f"{path.name}: {problems}")
        yield record


class World:
    """What records may name, and how each kind is drawn: position → (id, fields)."""

    def __init__(self, random: Random, source: Path, numbers: dict[str, int]) -> None:
        self.random, self.numbers = random, numbers
        vocabularies = list(_records_of(Vocabulary, source))
        taxonomies = sorted((each for each in vocabularies if each.taxonomy), key=lambda each: each.rank)
        self.themes = [[term.id for term in each.terms] for each in taxonomies]
        self.terms = {each.id: [term.id for term in each.terms] for each in vocabularies}
        self.countries = [each for each in _records_of(Country, source) if isinstance(each, Country) and each.capital]
        every = territories().by_id.values()
        self.communes = [each for each in every if each.level == "commune" and each.point and each.country == FRANCE]
        self.provinces: dict[str, list[str]] = {}
        for each in every:
            if each.level == "subdivision":
                self.provinces.setdefault(each.country, []).append(each.name)
        # Countries name operators and groups: these actors must be there, under the same ids.
        links = [(link, id_) for each in self.countries for _, link, id_ in references(each)]
        self.named = sorted({id_ for link, id_ in links if link == Ref("actors")})
        self.makers = {
            "places": self.place,
            "actors": self.actor,
            "initiatives": self.initiative,
            "events": self.event,
            "instruments": self.instrument,
            "calls": self.call,
        }

    def _is_french(self, at: int) -> bool:
        return at % 2 == 0

    def _actor_id(self, at: int) -> str:
        return self.named[at] if at < len(self.named) else f"acteur-fictif-{at + 1}"

    def _country_of_place(self, at: int) -> Country:
        # Most capitals have few places, some have many.
        return self.countries[int(len(self.countries) * ((at * 0.618) % 1) ** 2)]

    def _busy(self, count: int, size: int) -> list[int]:
        """``count`` positions below ``size``, each once, the first ones far more often."""
        found: dict[int, None] = {}
        while len(found) < min(count, size):
            found[int(size * self.random.random() ** MOST)] = None
        return list(found)

    def _some(self, choices: Sequence[str], least: int, most: int) -> list[str]:
        return self.random.sample(choices, self.random.randint(least, min(most, len(choices))))

    def place(self, at: int) -> tuple[str, Fields]:
        if self._is_french(at):
            # A real commune, for what follows from its code; that the place is made up, its name says.
            commune = self.communes[at * 7919 % len(self.communes)]
            assert commune.point
            lat, lon = commune.point
            where = {"country": "FR", "state": "FR", "insee": commune.code}
        else:
            country = self._country_of_place(at)
            assert country.capital
            # Near enough to the capital to be in its country.
            lat = country.capital.lat + self.random.uniform(-0.05, 0.05)
            lon = country.capital.lon + self.random.uniform(-0.05, 0.05)
            provinces = self.provinces.get(country.code) or [f"Province fictive {at % 200 + 1}"]
            where = {"country": country.code, "state": country.state, "subdivision": provinces[at % len(provinces)]}
        return f"lieu-fictif-{at + 1}", {
            "name": f"Lieu fictif {coined(self.random)} {at + 1}",
            **where,
            "admin_level": "city",
            "lat": round(lat, 4),
            "lon": round(lon, 4),
            "precision": "city",
        }

    def _place_for(self, at: int) -> tuple[str, str]:
        """Id and country of a place on the same side as the ``at``-th actor."""
        size = self.numbers["places"]
        place = min(2 * int(size / 2 * self.random.random()) + at % 2, size - 1 - (size - 1 - at) % 2)
        return f"lieu-fictif-{place + 1}", "FR" if self._is_french(place) else self._country_of_place(place).code

    def actor(self, at: int) -> tuple[str, Fields]:
        kinds, weights = (_FRENCH_KINDS, _FRENCH_WEIGHTS) if self._is_french(at) else (_FOREIGN_KINDS, _FOREIGN_WEIGHTS)
        kind = self.random.choices(list(kinds), weights)[0]
        place, country = self._place_for(at)
        fields: Fields = {"name": f"{kinds[kind]} {coined(self.random)} {at + 1}", "kind": kind}
        if kind == "foreign-local-authority":
            fields["level"] = self.random.choice(self.terms["levels"])
        if kind == "network":
            fields["network"] = {"type": self.random.choice(self.terms["network-types"])}
        if self.random.random() < 0.2:
            fields["names"] = [{"text": f"Nom fictif {coined(self.random)} {at + 1}", "kind": "usual"}]
        fields["country"] = country
        if self.random.random() < 0.75:
            fields["place"] = place
        if self.random.random() < 0.1:
            fields["description"] = summary(self.random)
        return self._actor_id(at), fields

    def _themes(self) -> list[str]:
        main, *others = self.themes
        return [*self._some(main, 1, 3), *(theme for each in others for theme in self._some(each, 0, 2))]

    def initiative(self, at: int) -> tuple[str, Fields]:
        actors = self.numbers["actors"]
        # French actors have even positions, the others odd ones.
        french = [2 * each for each in self._busy(self.random.choice((1, 1, 1, 2)), actors // 2)]
        others = [2 * each + 1 for each in self._busy(self.random.choice((1, 1, 2, 3)), actors // 2)]
        country = self.random.choice(self.countries)
        fields: Fields = {
            "title": f"Initiative fictive {at + 1} – {coined(self.random)} : {matter(self.random)}",
            "modality": self.random.choice(self.terms["modalities"]),
            "scope": self.random.choices(("decentralised", "territory", "state"), (82, 16, 2))[0],
            "summary": summary(self.random),
            "participations": [
                *({"actor": self._actor_id(each), "role": "bearer"} for each in french),
                *({"actor": self._actor_id(each), "role": "partner"} for each in others),
            ],
            "countries": [country.code],
            "places": [f"lieu-fictif-{self.random.randrange(self.numbers['places']) + 1}"],
        }
        start = self.random.randint(1975, 2025)
        if self.random.random() < 0.5:
            fields["period"] = {"start": str(start)}
        if self.random.random() < 0.5:
            fields["frames"] = [{"kind": self.random.choice(self.terms["frames"]), "signed": str(start)}]
        if self.random.random() < 0.15:
            fields["status"] = {"state": self.random.choice(self.terms["statuses"])}
        themes = self._themes()
        fields |= {
            "keywords": self._some(MATTERS, 1, 4),
            "themes": themes,
            "classification": "editorial",
        }
        if at and self.random.random() < 0.2:
            # The wider cooperation: one in ten initiatives has parts.
            fields["part_of"] = f"initiative-fictive-{self.random.randrange(math.ceil(at / 10)) + 1}"
        return f"initiative-fictive-{at + 1}", fields

    def event(self, at: int) -> tuple[str, Fields]:
        place, country = self._place_for(at)
        return f"rencontre-fictive-{at + 1}", {
            "name": f"Rencontre fictive {at + 1} de {coined(self.random)}",
            "period": {"start": f"{2015 + at % 13}-{at % 12 + 1:02}-{at % 28 + 1:02}"},
            "place": place,
            "country": country,
            "actors": [self._actor_id(2 * each) for each in self._busy(1, self.numbers["actors"] // 2)],
            "description": summary(self.random),
        }

    def instrument(self, at: int) -> tuple[str, Fields]:
        return f"dispositif-fictif-{at + 1}", {
            "name": f"Dispositif fictif {at + 1}",
            "kind": self.random.choice(self.terms["instrument-kinds"]),
            "operators": [self._actor_id(0)],
            "themes": self._themes(),
            "description": summary(self.random),
        }

    def call(self, at: int) -> tuple[str, Fields]:
        return f"appel-fictif-{at + 1}", {
            "title": f"Appel fictif {at + 1} : {matter(self.random)}",
            "kind": self.random.choice(self.terms["call-kinds"]),
            "side": "fr",
            "emitter": self._actor_id(2 * self._busy(1, self.numbers["actors"] // 2)[0]),
            "themes": self._some(self.themes[0], 1, 3),
            "date": "2020",
        }
