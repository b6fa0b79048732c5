"""What the search knows of one record: what a result shows, and the words it is found under."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

from generator.labels import Label, Passage, passages
from generator.values import Localized

FIELDS = {"names": 8, "title": 5, "labels": 2, "text": 1}
"""Field of the index → its weight: names first, then titles, then what a record is filed under, then the rest."""


POINT = 0.5
"""Weight of a place: a point on the map is not what one looks for when a record bears its name."""


def weight(initiatives: int) -> float:
    """Weight of a record linked to that many initiatives: 1 for none, 2 for fifteen."""
    return round(1 + log2(1 + initiatives) / 4, 2)


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name beside the title; ``kind`` is ``other``, ``former`` or ``native``."""

    kind: str
    text: Passage


@dataclass(frozen=True, slots=True)
class Document:
    """One record as the search sees it."""

    type: str
    """Type of record, as in addresses (``actors``), or ``themes``."""
    id: str
    url: str
    title: Localized
    named: bool
    """True if the title is a name, as an actor's; false if it is a sentence, as an initiative's."""
    context: tuple[str, ...]
    """Kind, where and when, in the edition's words."""
    summary: Localized | None
    names: tuple[OtherName, ...]
    """Names beside the title; the title in other languages is not repeated here."""
    labels: tuple[Label, ...]
    weight: float
    """What its words weigh beside the same words elsewhere: more if it is linked to much, less if it has no page."""
    body: tuple[Passage, ...]
    """All that is read in the record but its names and labels; the summary is part of it."""

    @property
    def fields(self) -> dict[str, tuple[Passage, ...]]:
        """Field of the index → what is sought in it."""
        title = passages(self.title)
        return {
            "names": (title if self.named else ()) + tuple(name.text for name in self.names),
            "title": () if self.named else title,
            "labels": tuple(name for label in self.labels for name in label.names),
            "text": self.body,
        }
