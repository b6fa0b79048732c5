"""What lies within what: the territories of France, former ones led to those of today, and states and provinces abroad.

One table (``data/territories.tsv``), made by ``tables/`` from published packages, read once (``maps/table``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from generator.text.fold import fold

Level = Literal["commune", "intercommunalite", "departement", "region", "collectivite", "subdivision"]
"""``collectivite`` is an overseas collectivity, which is neither département nor region; ``subdivision`` is a state or
a province abroad (ISO 3166-2). An intercommunality is no « collectivité territoriale », but a level all the same."""

LEVELS: tuple[Level, ...] = ("commune", "intercommunalite", "departement", "region", "collectivite", "subdivision")
"""From the nearest to the widest."""

Point = tuple[float, float]
"""Degrees, latitude then longitude (WGS 84)."""

OVERSEAS_REGIONS: Mapping[str, str] = MappingProxyType(
    {"971": "01", "972": "02", "973": "03", "974": "04", "976": "06"}
)
"""Code of a département → of the region that is the same territory. It is one territory, under the region's code."""

COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "971": "GP",
        "972": "MQ",
        "973": "GF",
        "974": "RE",
        "975": "PM",
        "976": "YT",
        "977": "BL",
        "978": "MF",
        "984": "TF",
        "986": "WF",
        "987": "PF",
        "988": "NC",
        "989": "CP",
    }
)
"""Code of a département or collectivity → ISO 3166-1 code under which its places stand, where that is not France's."""

AUTHORITIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "69M": ("intercommunalite-200046977",),
        "6AE": ("departement-67", "departement-68"),
        "75C": ("departement-75",),
        "20R": ("region-94",),
    }
)
"""Code of an authority with a département's powers that is none → the territories that it governs (INSEE's code
officiel géographique, « collectivités territoriales ayant les compétences départementales »)."""


_DEPARTEMENTS = {f"region-{region}": code for code, region in OVERSEAS_REGIONS.items()}


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory of today."""

    id: str
    """Its level and its code: ``departement-69``, ``region-84``; of a subdivision its ISO code: ``br-sp``."""
    level: Level
    code: str
    """Official geographic code (INSEE), SIREN of an intercommunality, ISO 3166-2 of a subdivision."""
    name: str
    above: tuple[str, ...] = ()
    """What it lies in, the nearest first. An intercommunality may lie in several départements."""
    point: Point | None = None
    """The town hall; of a wider territory, that of its chief town or of its most populous commune."""
    form: str = ""
    """Legal form of an intercommunality: ``CC``, ``CA``, ``CU``, ``METRO``, ``MET69`` (Lyon), ``EPT`` (Grand Paris)."""
    population: int = 0
    """Of a commune; 0 where nobody is counted."""
    postal: tuple[str, ...] = ()
    """Postal codes of a commune."""
    led_here: tuple[tuple[str, str], ...] = ()
    """Code and name (maybe empty) of what is part of a commune today: communes that it took in, former codes and
    names, municipal arrondissements."""
    also: tuple[str, ...] = ()
    """Other names: of a subdivision its own, of a region those of the regions that it took in."""

    @property
    def country(self) -> str:
        """ISO 3166-1 code under which its places stand."""
        if self.level == "subdivision":
            return self.code[:2]
        return COUNTRIES.get(_DEPARTEMENTS.get(self.id, prefix(self.code)), "FR")


@dataclass(frozen=True)
class Territories:
    """The table, read. Territories by id, in the order of the table."""

    by_id: Mapping[str, Territory]
    communes: Mapping[str, tuple[str, ...]]
    """Territory → the communes in it, by code; a commune is not in itself."""
    _codes: Mapping[str, str] = field(repr=False)
    """Every code of a commune, former ones too → id of today's."""
    _names: Mapping[tuple[str, str], str] = field(repr=False)
    """Country or level, and folded name → id, of all but communes and intercommunalities."""

    def commune(self, code: str) -> str | None:
        """Id of the commune of today that the code stands for, or stood for."""
        return self._codes.get(code)

    def unit(self, level: Level, code: str) -> tuple[str, ...]:
        """Ids of what an official code of that level stands for: one, or none; two of the authority of Alsace."""
        if code in AUTHORITIES:
            return AUTHORITIES[code]
        if level == "commune":
            return tuple(filter(None, (self.commune(code),)))
        code = code.rstrip("CDMR") if level in ("departement", "region", "collectivite") else code
        # An overseas authority has the code of a département, of a region or of a collectivity.
        levels = (level, "region") if level == "collectivite" else (level,)
        ids = [f"{each}-{code.lower()}" for each in levels]
        ids += [f"region-{OVERSEAS_REGIONS.get(code)}", f"collectivite-{code[:3]}"]
        return next(((id_,) for id_ in ids if id_ in self.by_id), ())

    def named(self, where: str, name: str) -> str | None:
        """Id of what is called so: a state or province of a country (ISO 3166-1), a ``departement``, a ``region``. The
        name of a former region leads to today's."""
        return self._names.get((where, fold(name)))

    def nearness(self, ids: Iterable[str]) -> list[str]:
        """The territories, the nearest level first, else in the order given."""
        return sorted(dict.fromkeys(ids), key=lambda id_: LEVELS.index(self.by_id[id_].level))


def prefix(commune: str) -> str:
    """The code of the département or collectivity of a commune of today. Of a former code it may not be."""
    return commune[:3] if commune[:2] in ("97", "98") else commune[:2]
