"""``/a-reconfirmer/``: what to reconfirm, with whom and why, each with the link to do it. Not for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import urls
from generator.model import Actor, Record, name_of
from generator.render.pages.letters import letter
from generator.render.pages.page import Page, numbered_url, slices
from generator.render.pages.proposals import PROPOSED
from generator.render.pages.selection import Selection
from generator.stale import Entry, groups, said, stale

IN_A_LETTER = 8
"""Records that one letter names: more would make its address too long."""


@dataclass(frozen=True, slots=True)
class Line:
    """A record to reconfirm."""

    record: Record
    reasons: tuple[str, ...]
    url: str
    """Where it is read; empty if it has no page."""
    confirm: str
    """Where it is confirmed or corrected."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An actor, or nobody, and the records that it can confirm."""

    actor: Actor | None
    letter: str
    """Address that opens an e-mail ready to be sent."""
    lines: tuple[Line, ...]


def stale_page(see: Selection) -> Iterator[Page]:
    """``/a-reconfirmer/``, as long as needed."""
    found = groups(stale(see.directory, see.edition.as_of))
    asked = [(actor, entry) for actor, entries in found for entry in entries]
    letters = {actor.id: _letter(see, actor, entries) for actor, entries in found if actor}
    title = see.edition.t("stale.title")
    for part in slices(asked, urls.STALE):
        shown = [
            Asked(actor, letters[actor.id] if actor else "", tuple(_line(see, entry) for _, entry in pairs))
            for actor, pairs in ((actor, list(pairs)) for actor, pairs in groupby(part.items, lambda pair: pair[0]))
        ]
        yield Page(
            url=numbered_url(part),
            template="stale",
            title=see.numbered(title, part),
            description=see.edition.t("stale.description"),
            data={"part": part, "asked": shown, "contacts": len(found)},
            meta={"robots": "noindex"},
        )


def confirmation(record: Record) -> str:
    """Where a reader confirms or corrects the record: the form, or the page of what the form does not know."""
    type_ = name_of(type(record))
    if type_ in PROPOSED:
        return f"{urls.CORRECT}?type={type_}&id={record.id}"
    return urls.record(record.folder, record.id) if record.folder in urls.SECTIONS else urls.TERMS


def _line(see: Selection, entry: Entry) -> Line:
    record = entry.record
    url = urls.record(record.folder, record.id) if record.folder in urls.SECTIONS else ""
    return Line(
        record, tuple(said(each, see.directory, see.edition) for each in entry.reasons), url, confirmation(record)
    )


def _letter(see: Selection, actor: Actor, entries: list[Entry]) -> str:
    """A letter to the actor's service, or to whom the reader will say: which records, why, where to answer."""
    root = see.edition.site + see.edition.path
    lines = [
        f"- {see.text(entry.record.label)}\n  {root}{confirmation(entry.record)}" for entry in entries[:IN_A_LETTER]
    ]
    if len(entries) > IN_A_LETTER:
        lines.append(see.edition.tn("stale.more", len(entries) - IN_A_LETTER))
    publisher = see.edition.publisher
    signature = see.edition.t("stale.letter.signature", name=publisher.name) if publisher.name else ""
    body = see.edition.t("stale.letter.body", actor=see.text(actor.name), records="\n".join(lines), signature=signature)
    subject = see.edition.t("stale.letter.subject", actor=see.text(actor.name))
    to = actor.contact.email if actor.contact and actor.contact.email else ""
    # Whoever sends it, the answer reaches the directory too.
    return letter(to, subject, body, copy=publisher.mailbox)
