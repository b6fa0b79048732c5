"""What the search knows of one record: what a result shows, and the words it is found under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from math import log2

from generator import urls
from generator.model import Actor, Country, Place, Record
from generator.model.language import SOURCE_LOCALE
from generator.model.values import Localized, PartialDate, Period
from generator.search.labels import Label, Passage, passages

FIELDS = {"names": 8, "title": 5, "labels": 2, "text": 1}
"""Field of the index → its weight: names first, titles, then what a record is filed under, then the rest."""
TITLED = ("names", "title")
"""The fields that hold what a record is called."""


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
    """What its words weigh beside the same words elsewhere: more if much is linked to it."""
    body: tuple[Passage, ...]
    """All that is read in the record but its names and labels; the summary is part of it."""
    when: str = ""
    """Its period or date in the edition's words."""
    verified: str = ""
    """The date of its last verification in the edition's words."""

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


Text = Localized | str | None


def body_of(*texts: Text | Iterable[Text]) -> tuple[Passage, ...]:
    """The texts in every language they are written in; what is absent leaves nothing."""
    found: list[Passage] = []
    for text in texts:
        if text is None or isinstance(text, Localized | str):
            found += passages(text)
        else:
            found += chain.from_iterable(passages(each) for each in text)
    return tuple(found)


def document_of(
    record: Record,
    labels: Iterable[Label],
    context: Iterable[str],
    *,
    summary: Localized | None = None,
    names: Iterable[OtherName] = (),
    body: tuple[Passage, ...] = (),
    weight: float = 1,
    when: str = "",
    verified: str = "",
) -> Document:
    """The document of a record that is a file. Parts of the context and labels are kept once."""
    return Document(
        type=record.folder,
        id=record.id,
        url=urls.record(record.folder, record.id),
        title=record.label,
        named=isinstance(record, Actor | Country | Place),
        context=tuple(dict.fromkeys(part for part in context if part)),
        summary=summary,
        names=tuple(names),
        labels=tuple(dict.fromkeys(labels)),
        weight=weight,
        body=passages(summary) + body + body_of(record.note),
        when=when,
        verified=verified,
    )


def other_names(kind: str, names: Iterable[str]) -> list[OtherName]:
    """The names, in the source language for want of knowing."""
    return [OtherName(kind, (name, SOURCE_LOCALE)) for name in names]


def first(labels: Iterable[Label]) -> str:
    """How the first label is called, as a part of the context."""
    return next((label.text for label in labels), "")


def some(labels: Iterable[Label]) -> str:
    """The first three labels, as a part of the context."""
    texts = [label.text for label in labels]
    return ", ".join(texts[:3]) + (" …" if len(texts) > 3 else "")


def years(*when: Period | PartialDate | None) -> list[str]:
    """Years as words to be found by."""
    dates = chain.from_iterable(
        (each.start, each.end) if isinstance(each, Period) else (each,) for each in when if each
    )
    return [str(date.year) for date in dates if date]
