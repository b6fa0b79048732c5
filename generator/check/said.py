"""Rules on what was said of a record by somebody: names, offices, wishes, and what a source supports."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.check.finding import Finding, found
from generator.files.decode import CLOSE
from generator.model import field_order
from generator.model.actor import FORMER
from generator.model.directory import Directory


def supported_keys(directory: Directory) -> Iterator[Finding]:
    """Sources that support keys which records of the type do not have."""
    for record in directory.records():
        known = field_order(type(record))
        for at, source in enumerate(record.sources):
            for place, key in enumerate(source.about):
                if key not in known:
                    close = get_close_matches(key, known, 1, CLOSE)
                    args = {"value": key, "known": ", ".join(known)} | ({"suggestion": close[0]} if close else {})
                    yield found("about-unknown-key", record, ("sources", at, "about", place), args)


def names(directory: Directory) -> Iterator[Finding]:
    """Names that ended, and are not said to be former ones."""
    for actor in directory.actors.values():
        for at, name in enumerate(actor.names):
            if (name.until or name.how) and name.kind != FORMER:
                yield found("name-still-borne", actor, ("names", at, "kind"), severity="warning", value=name.text)


def offices(directory: Directory) -> Iterator[Finding]:
    """Offices of which nobody knows whose they are."""
    for country in directory.countries.values():
        for at, post in enumerate(country.posts):
            if not post.operator and not post.name:
                yield found("post-unnamed", country, ("posts", at))


def wishes(directory: Directory) -> Iterator[Finding]:
    """Wishes to be supported that say neither how nor in which words."""
    for actor in directory.actors.values():
        for at, wish in enumerate(actor.support_wanted):
            if not wish.kinds and not wish.words:
                yield found("support-unsaid", actor, ("support_wanted", at))
