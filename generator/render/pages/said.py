"""What somebody said at a moment, and names by what they are, as factsheets put them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.model import Actor, ActorName, Expertise
from generator.model.directory import Directory
from generator.model.values import PartialDate


def named_by_kind(directory: Directory) -> Callable[[Actor], list[tuple[str, list[ActorName]]]]:
    """What gives an actor's names beside its title: kind → names, kinds in the vocabulary's order."""

    def found(actor: Actor) -> list[tuple[str, list[ActorName]]]:
        return [
            (kind, names)
            for kind in directory.terms.get("name-kinds", {})
            if (names := [name for name in actor.names if name.kind == kind])
        ]

    return found


def by_day(those: Iterable[Expertise]) -> list[tuple[PartialDate | None, list[str]]]:
    """Day of the word → themes, the newest day first and those without one last."""
    found: dict[PartialDate | None, list[str]] = defaultdict(list)
    for each in those:
        found[each.as_of].append(each.theme)
    return sorted(found.items(), key=lambda pair: pair[0].last() if pair[0] else (0, 0, 0), reverse=True)
