"""Sources that do not answer any more: one small file for all, for one address may be cited by many records."""

from __future__ import annotations

from generator.model.values import Date, Url, Value


class DeadSource(Value):
    """The address of a source that repeated checks found dead."""

    url: Url
    """The address as records cite it; what follows a ``#`` does not count."""
    since: Date
    """When it was first found not to answer."""


class DeadSources(Value):
    """What a maintainer says is dead, after ``repertoire links`` and a look."""

    sources: tuple[DeadSource, ...]
