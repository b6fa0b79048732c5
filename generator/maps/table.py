"""The table of territories on disk → ``Territories``. Its form is told in ``data/README.md``."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.maps.territories import LEVELS, OVERSEAS_REGIONS, Level, Territories, Territory, prefix
from generator.text.fold import fold

TABLE = Path(__file__).parent / "data" / "territories.tsv"
_REMARK = "# "


@cache
def territories() -> Territories:
    """The table of the repository."""
    return read(line.split("\t") for line in _lines() if not line.startswith(_REMARK))


@cache
def sources() -> tuple[tuple[str, str], ...]:
    """Title and detail of each source of the table."""
    told = (line.removeprefix(_REMARK).split("\t") for line in _lines() if line.startswith(_REMARK))
    return tuple((title, detail) for title, detail in told)


def _lines() -> list[str]:
    return TABLE.read_text(encoding="utf-8").splitlines()


def read(lines: Iterable[list[str]]) -> Territories:
    """The territories of a table whose lines are cut."""
    reader = _Reader()
    # Hundreds of thousands of small objects, none of them garbage: looking for some takes half of the time.
    looks = gc.isenabled()
    gc.disable()
    try:
        for cells in lines:
            reader.line(cells)
        return reader.whole()
    finally:
        if looks:
            gc.enable()


class _Reader:
    """Takes line by line; what a line can say only when all are read is filled in at the end."""

    def __init__(self) -> None:
        self.found: dict[str, Territory] = {}
        self.seats: dict[str, str] = {}
        self.region_of: dict[str, str] = {}
        """Code of a département or collectivity → id of the region that it lies in, or that it is."""
        self.names: dict[tuple[str, str], str] = {}
        self.also: dict[str, list[str]] = defaultdict(list)
        self.home = ""
        """The intercommunality whose communes follow."""
        self.part_of: dict[str, str] = {}
        """Public establishment of Grand Paris → its métropole."""

    def line(self, cells: list[str]) -> None:
        match cells:
            case ["region", code, name, seat]:
                self._wide("collectivite" if len(code) == 3 else "region", code, name, seat)
            case ["former-region", name, today]:
                self.also[f"region-{today}"].append(name)
                self.names["region", fold(name)] = f"region-{today}"
            case ["departement", code, name, region, seat]:
                self._departement(code, name, region, seat)
            case ["intercommunality", *rest]:
                self._intercommunality(*rest)
            case ["subdivision", code, *names]:
                self._subdivision(code, names)
            case _:
                self._commune(*cells)

    def _wide(self, level: Level, code: str, name: str, seat: str, above: tuple[str, ...] = ()) -> None:
        id_ = f"{level}-{code.lower()}"
        self.seats[id_] = f"commune-{seat}"
        self.found[id_] = Territory(id_, level, code, name, above)
        self.names[level, fold(name)] = id_

    def _departement(self, code: str, name: str, region: str, seat: str) -> None:
        if code in OVERSEAS_REGIONS:
            self.region_of[code] = f"region-{region}"
        elif code == region and len(code) == 3:
            self.region_of[code] = f"collectivite-{region}"
        else:
            self.region_of[code] = f"region-{region}"
            self._wide("departement", code, name, seat, (f"region-{region}",))

    def _intercommunality(self, code: str = "", name: str = "", form: str = "", whole: str = "") -> None:
        self.home = f"intercommunalite-{code}" if code else ""
        if code:
            self.found[self.home] = Territory(self.home, "intercommunalite", code, name, form=form)
        if whole:
            self.part_of[self.home] = f"intercommunalite-{whole}"

    def _commune(
        self, code: str, name: str, lat: str = "", lon: str = "", people: str = "", postal: str = "", led: str = ""
    ) -> None:
        codes = (each.partition(" ") for each in led.split("|") if each)
        over = prefix(code)
        departement = f"departement-{over.lower()}"
        homes = (self.home, self.part_of.get(self.home, ""))
        above = (*homes, departement if departement in self.found else "", self.region_of[over])
        id_ = f"commune-{code}"
        self.found[id_] = Territory(
            id_,
            "commune",
            code,
            name,
            tuple(filter(None, above)),
            point=(float(lat), float(lon)) if lat else None,
            population=int(people or 0),
            postal=tuple(postal.split()),
            led_here=tuple((code, name) for code, _, name in codes),
        )

    def _subdivision(self, code: str, names: list[str]) -> None:
        """The name by which French calls it comes first, its own last; what a former line calls so stays called so."""
        id_ = code.lower()
        self.found[id_] = Territory(id_, "subdivision", code, names[0], also=tuple(names[1:]))
        for at, name in enumerate(names):
            key = code[:2], fold(name)
            if key not in self.names or at < len(names) - 1:
                self.names[key] = id_

    def whole(self) -> Territories:
        communes: dict[str, list[str]] = defaultdict(list)
        codes: dict[str, str] = {}
        for each in self._of("commune"):
            for above in each.above:
                communes[above].append(each.id)
            codes |= dict.fromkeys((code for code, _ in each.led_here), each.id)
        codes |= {each.code: each.id for each in self._of("commune")}
        for each in list(self._of("intercommunalite")):
            inside = [self.found[id_] for id_ in communes[each.id]]
            self.found[each.id] = replace(
                each,
                above=self._over(each.id, inside),
                point=max(inside, key=lambda one: (one.population, one.code)).point,
            )
        for id_, seat in self.seats.items():
            hall = self.found.get(seat)
            self.found[id_] = replace(
                self.found[id_], point=hall.point if hall else None, also=tuple(self.also.get(id_, ()))
            )
        in_order = {id_: tuple(sorted(found)) for id_, found in communes.items()}
        return Territories(self.found, in_order, codes, self.names)

    def _of(self, level: Level) -> Iterator[Territory]:
        return (each for each in self.found.values() if each.level == level)

    def _over(self, id_: str, inside: list[Territory]) -> tuple[str, ...]:
        """The métropole that it is part of, and the départements and regions of its communes."""
        wider = (above for each in inside for above in each.above if not above.startswith("intercommunalite-"))
        found = [self.part_of.get(id_, ""), *dict.fromkeys(wider)]
        return tuple(sorted(filter(None, found), key=lambda above: LEVELS.index(self.found[above].level)))
