"""When the teams of local authorities change: ``data/elections.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from generator.files.decode import decode_value
from generator.files.load import read
from generator.model import Actor, Source, Term
from generator.model.values import FRANCE, CountryCode, Date, Id, Localized, PartialDate, Value

CALENDAR = Path(__file__).with_suffix(".yml")


class Election(Value):
    """A day, or a few, on which authorities of a country are elected."""

    name: Localized
    country: CountryCode
    kinds: tuple[Annotated[Id, Term("actor-kinds")], ...] = ()
    """Of France: the kinds of authorities."""
    levels: tuple[Annotated[Id, Term("levels")], ...] = ()
    """Of another country: the levels of authorities."""
    territories: tuple[CountryCode, ...] = ()
    """Only those of these overseas territories, if any is given."""
    first: Date
    """The first day of voting."""
    last: Date | None = None
    """The last one, if there are several."""
    sources: tuple[Source, ...]

    @property
    def over(self) -> PartialDate:
        """The day after which the team is known."""
        return self.last or self.first

    def elects(self, actor: Actor) -> bool:
        """Whether the actor's team is elected then."""
        if actor.country != self.country or (self.territories and actor.territory not in self.territories):
            return False
        return actor.kind in self.kinds if self.country == FRANCE else actor.level in self.levels


class Calendar(Value):
    elections: tuple[Election, ...]


@cache
def elections() -> tuple[Election, ...]:
    """Every election of the calendar, in the order of time."""
    root, problems = read(CALENDAR, CALENDAR.name)
    calendar, wrong = decode_value(Calendar, root, CALENDAR.name) if root is not None else (None, problems)
    if calendar is None:
        raise ValueError(f"{CALENDAR.name}: {wrong}")
    return tuple(sorted(calendar.elections, key=lambda each: (each.first.first(), str(each.name))))
