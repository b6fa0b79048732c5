"""Rules on personal data: the directory publishes services' mailboxes and forms, never a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding, found
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

# What service mailboxes are named after, in the languages of the area: never both halves of a person's name.
SERVICE = re.compile(
    r"acces|accueil|action|admin|aide|alcald|amerique|ambassade|asso|ayuntamiento|cabinet|communication|contact|"
    r"contato|coop|correo|courrier|cultur|dai|decentr|delegation|departement|descentr|developpement|dgs|direction|"
    r"ecole|embajada|environnement|europe|eau|exterieur|externa|gabinete|general|gestion|greffe|group|info|"
    r"institut|inter|jeun|mairie|metropole|mission|municip|observatoire|office|pole|prefeitura|presse|"
    r"programme|projet|proyecto|relacion|relation|rei|reseau|ri|secretar|section|servic|siege|solidar|sport|support|"
    r"tourisme|univ|urban|ville|web"
)
NAME = re.compile(r"([a-z]+(?:-[a-z]+)*)[._]([a-z]+(?:-[a-z]+)*)", re.IGNORECASE)


def personal_data(directory: Directory) -> Iterator[Finding]:
    """E-mail addresses and telephone numbers in texts, and a person's mailbox given as contact."""
    for record in directory.records():
        contact = ("contact", "email")
        if isinstance(record, Actor) and record.contact and record.contact.email:
            address = record.contact.email
            if is_personal(address):
                yield found("personal-email", record, contact, severity="warning", value=address)
        for path, text in texts(record):
            if path != contact and "@" in text and (email := EMAIL.search(text)):
                yield found("email-in-text", record, path, severity="warning", value=email.group())
            if not text.startswith(("http://", "https://")) and (phone := PHONE.search(text)):
                yield found("phone-in-text", record, path, severity="warning", value=phone.group())


def is_personal(address: str) -> bool:
    """Whether the mailbox seems to be named after a person: ``prenom.nom@``, ``p.nom@``."""
    halves = NAME.fullmatch(address.partition("@")[0])
    return halves is not None and not any(SERVICE.match(half.lower()) for half in halves.groups())


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
