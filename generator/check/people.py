"""Rules on personal data: the directory publishes services' mailboxes and forms, never a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding, found
from generator.check.mailboxes import is_personal
from generator.model import Actor
from generator.model.directory import Directory
from generator.model.problem import KeyPath
from generator.model.values import Localized, Value

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

PHONE = re.compile(
    r"(?<![\w./-])(?:"
    r"(?:\+33|0033|0)[ .-]?(?:\(0\))?[ .-]?[1-9](?:[ .-]?\d\d){4}"  # as France writes it
    r"|\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){1,4}\d{3,4}"  # as the world does (ITU-T E.123)
    r"|\(\d{2,3}\)[ ]?\d{3,5}[ .-]\d{3,4}"  # as Latin America does at home
    r"|(?:t[ée]l|tel[ée]fono|t[ée]l[ée]phone|fax|whatsapp|cel|celular)\.?[ \u00a0]*:?[ \u00a0]*"
    r"\d[\d .()-]{5,}\d"
    r")(?![\w-])",
    re.IGNORECASE,
)


def personal_data(directory: Directory) -> Iterator[Finding]:
    """E-mail addresses and telephone numbers in texts, and a person's mailbox given as contact."""
    for record in directory.records():
        contact = ("contact", "email")
        if isinstance(record, Actor) and record.contact and record.contact.email:
            address = record.contact.email
            if is_personal(address, names_of(record, directory)):
                yield found("personal-email", record, contact, severity="warning", value=address)
        for path, text in texts(record):
            if path != contact and "@" in text and (email := EMAIL.search(text)):
                yield found("email-in-text", record, path, severity="warning", value=email.group())
            if not text.startswith(("http://", "https://")) and (phone := PHONE.search(text)):
                yield found("phone-in-text", record, path, severity="warning", value=phone.group())


def names_of(actor: Actor, directory: Directory) -> Iterator[str]:
    """What the actor and its place are called, by their ids too: a mailbox may bear any of it."""
    place = directory.places.get(actor.place or "")
    yield actor.id
    yield from (name.text for name in actor.called())
    if place:
        yield from (place.id, *place.name.all(), place.native_name or "")


def texts(value: Value | Localized, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text the value holds, and where; of a localized text, each language."""
    for name, content in value.__dict__.items():
        here = path if name == "root" else (*path, name)
        if isinstance(content, str):
            yield here, content
        elif isinstance(content, (Value, Localized)):
            yield from texts(content, here)
        elif isinstance(content, dict):
            for locale, text in content.items():
                yield (*here, locale), text
        elif isinstance(content, tuple):
            for at, item in enumerate(content):
                if isinstance(item, str):
                    yield (*here, at), item
                elif isinstance(item, Value):
                    yield from texts(item, (*here, at))
