"""What the search knows of one record: what a result shows, and the words it is found under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from generator import urls
from generator.model import Record
from generator.model.language import SOURCE_LOCALE
from generator.model.values import Localized
from generator.search.labels import Label, Labels, Passage, in_order, passages
from generator.search.sought import OtherName, sought

FIELDS = {"names": 8, "title": 5, "labels": 2, "text": 1}
"""Field of the index → its weight: names first, titles, then what a record is filed under, then the rest."""
TITLED = ("names", "title")
"""The fields that hold what a record is called."""


SCHEME = 0.6
"""Weight of a scheme: many are called by the theme that they fund, which is seldom what is looked for."""
GROUND = 0.7
"""Weight of a territory beside that of an actor with as many initiatives: the authority of that name comes first."""
POINT = 0.5
"""Weight of a place: a point on the map is not what one looks for when a record bears its name."""


def weight(initiatives: int) -> float:
    """Weight of a record linked to that many initiatives: 1 for none, 2 for fifteen."""
    return round(1 + log2(1 + initiatives) / 4, 2)


@dataclass(frozen=True, slots=True)
class Document:
    """One record as the search sees it."""

    type: str
    """Type of record, as in addresses (``actors``), ``themes`` or ``territories``."""
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
    """What its words weigh beside the same words elsewhere: more if much is linked to it."""
    body: tuple[Passage, ...]
    """All that is read in the record but its names and labels; the summary is part of it."""
    codes: tuple[str, ...] = ()
    """Official codes that it is called by: who types one means the record."""
    when: str = ""
    """Its period or date in the edition's words."""
    verified: str = ""
    """The date of its last verification in the edition's words."""

    @property
    def fields(self) -> dict[str, tuple[Passage, ...]]:
        """Field of the index → what is sought in it."""
        title = passages(self.title)
        true, old = ([name.text for name in self.names if name.true is wanted] for wanted in (True, False))
        return {
            "names": (*(title if self.named else ()), *true),
            "title": () if self.named else title,
            # A name that it bore, or bears abroad, is less than one by which people call it.
            "labels": (*old, *(name for label in self.labels for name in label.names)),
            "text": (*self.body, *((code, SOURCE_LOCALE) for code in self.codes)),
        }


def document_of(
    record: Record,
    labels: Labels,
    context: Iterable[str],
    *,
    also: Iterable[Label] = (),
    names: Iterable[OtherName] = (),
    codes: tuple[str, ...] = (),
    weight: float = 1,
    when: str = "",
) -> Document:
    """The document of a record that is a file: what its fields say, and the labels and names that it has besides.

    Parts of the context are kept once.
    """
    found = sought(record, labels)
    return Document(
        type=record.folder,
        id=record.id,
        url=urls.record(record.folder, record.id),
        title=record.label,
        named=found.named,
        context=tuple(dict.fromkeys(part for part in context if part)),
        summary=found.summary,
        names=(*found.names, *names),
        labels=in_order((*also, *found.labels)),
        weight=weight,
        body=tuple(found.text),
        codes=codes,
        when=when,
        verified=labels.verified(record),
    )


def first(labels: Iterable[Label]) -> str:
    """How the first label is called, as a part of the context."""
    return next((label.text for label in labels), "")


def some(labels: Iterable[Label]) -> str:
    """The first three labels, as a part of the context."""
    texts = [label.text for label in labels]
    return ", ".join(texts[:3]) + (" …" if len(texts) > 3 else "")
