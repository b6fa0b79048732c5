"""Who publishes the site: what a legal notice must say, and where readers write."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Publisher:
    """The block ``extra: publisher:`` of the settings; a text that nobody has written yet is empty."""

    name: str = ""
    legal_form: str = ""
    address: str = ""
    mailbox: str = ""
    """Of the service: proposals, letters and questions go there."""
    responsible: str = ""
    """Who answers for the publication, by function: the site names nobody."""
    host: str = ""
    host_address: str = ""
    data_mailbox: str = ""
    """Where people ask about the personal data that concern them."""
    mention: str = ""
    """What social networks call the publisher: ``@…``."""
    hashtag: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Keys that a site cannot be published without, and that are empty."""
        return tuple(key for key in KEYS if key not in OPTIONAL and not getattr(self, key))


KEYS = tuple(field.name for field in fields(Publisher))
MAILBOXES = ("mailbox", "data_mailbox")
OPTIONAL = ("mention", "hashtag")
"""Keys that no law asks for."""
