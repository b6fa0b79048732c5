"""Places whose name an authority bears that stands there: for who looks for the name, both are one result."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.directory import Directory
from generator.search.columns import Key
from generator.search.documents import TERRITORIAL
from generator.text.reading import name


def bearers(directory: Directory, keys: Sequence[Key]) -> list[tuple[int, int]]:
    """Numbers of such places, each with that of its authority: the first where there are several."""
    number = {key: at for at, key in enumerate(keys)}
    found: dict[int, int] = {}
    for actor in directory.actors.values():
        place = directory.places.get(actor.place or "")
        if place and actor.kind in TERRITORIAL and {*map(name, actor.name.all())} & {*map(name, place.name.all())}:
            found.setdefault(number["place", place.id], number["actor", actor.id])
    return sorted(found.items())
