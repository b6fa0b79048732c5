"""What « Ma collectivité est-elle engagée ? » reads: the communes by what people type, and what each territory does.

Read by ``overrides/assets/territory/``. Each edition holds one copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifact import Artifact
from generator.maps.table import territories
from generator.model.directory import Directory
from generator.render.territories.communes import departements, names, places, postal, shorts, written
from generator.render.territories.deeds import Deeds
from generator.words.edition import Edition

FOLDER = "assets/territories"
"""Its files: ``index.json``, ``names/<n>.json``, ``shorts/<n>.json``, ``postal/<n>.json``, ``places/<n>.json``,
``deeds/<département>.json``."""


def render(directory: Directory, edition: Edition) -> Iterator[Artifact]:
    """The files: an index, the pages of each dictionary, a file for each département or overseas collectivity."""
    yield _file("index", index())
    for number, page in enumerate(names().pages):
        # The script knows by its name what a row is found by.
        yield _file(f"names/{number}", [row for rows in page.values() for row in rows])
    for name, cut in (("shorts", shorts()), ("postal", postal())):
        for number, page in enumerate(cut.pages):
            yield _file(f"{name}/{number}", page)
    for number, page in enumerate(places().pages):
        yield _file(f"places/{number}", {code: held for code, (held,) in page.items()})
    deeds = Deeds(directory, edition)
    for departement in departements():
        yield _file(f"deeds/{departement.lower()}", deeds.of(departement))


def index() -> dict[str, object]:
    """What each page of each dictionary begins with, and the names of départements, or of the regions and
    collectivities that are one, by code."""
    known = territories().by_id
    cuts = {"names": names(), "shorts": shorts(), "postal": postal(), "places": places()}
    called = {code: _departement(inside[0].above) for code, inside in departements().items()}
    return {name: " ".join(cut.starts) for name, cut in cuts.items()} | {
        "departements": {code: known[id_].name for code, id_ in called.items()}
    }


def _departement(above: tuple[str, ...]) -> str:
    """The département among what a commune lies in, or the region or collectivity where there is none."""
    return next(id_ for id_ in above if not id_.startswith("intercommunalite-"))


def _file(name: str, content: object) -> Artifact:
    return Artifact(f"{FOLDER}/{name}.json", written(content))
