"""One question, as the address of ``/recherche/`` writes it. The browser's twin is ``search/state.js``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from generator.search.facet import FORMERLY, NAMES

ZONE = "zone"

_DEGREES = re.compile(r" *([+-]?[0-9]{1,3}(?:\.[0-9]{1,6})?)(?:(?<=\.[0-9]{6})[0-9]+)? *")
"""A degree as both sides read it: what stands behind the sixth decimal, ten centimetres, is left out."""

Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


@dataclass(frozen=True)
class State:
    """What is asked: words, one or several values of each facet, years, an area of the map."""

    q: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    from_: int | None = None
    to: int | None = None
    zone: Box | None = None

    @classmethod
    def read(cls, search: str) -> State:
        """The state that an address, or its part after ``?``, asks for; what makes no sense is left out."""
        asked: dict[str, list[str]] = {}
        for name, value in parse_qsl(search.rpartition("?")[2].partition("#")[0], keep_blank_values=True):
            asked.setdefault(FORMERLY.get(name, name), []).append(value)
        facets = {}
        for name in NAMES:
            values = [each for value in asked.get(name, ()) for each in value.split(",") if each]
            if values:
                facets[name] = tuple(dict.fromkeys(values))
        first = {name: values[-1].strip() for name, values in asked.items()}
        return cls(
            q=" ".join(first.get("q", "").split()),
            facets=facets,
            from_=_year(first.get("from", "")),
            to=_year(first.get("to", "")),
            zone=_zone(first.get("zone", "")),
        )

    def write(self) -> str:
        """The address's part after ``?``, in its one order; empty if nothing is asked."""
        pairs = [("q", self.q)] if self.q else []
        pairs += [(name, value) for name in NAMES for value in self.facets.get(name, ())]
        pairs += [(name, str(year)) for name, year in (("from", self.from_), ("to", self.to)) if year is not None]
        if self.zone:
            pairs.append(("zone", ",".join(f"{degree:.6f}".rstrip("0").rstrip(".") for degree in self.zone)))
        return urlencode(pairs, safe=",")


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


def _zone(text: str) -> Box | None:
    found = [_DEGREES.fullmatch(part) for part in text.split(",")]
    degrees = [float(each[1]) + 0.0 for each in found if each]  # no minus before a zero
    if len(found) != 4 or len(degrees) != 4:
        return None
    west, south, east, north = degrees
    inside = -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    return (west, south, east, north) if inside else None
