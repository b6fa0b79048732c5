"""A model that has changed: actors whose keys had other names, and whose values were barer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pytest

from generator import model
from generator.model import BY_FOLDER, Term
from generator.model.links import ThemeId
from generator.model.schema.paths import at
from generator.model.shows import Shows
from generator.model.values import Date, Id, Prose, Url, Value
from generator.model.was import Was
from generator.sheets.columns import column_at, column_named


class Network(Value):
    """Its type was called kind."""

    type: Annotated[Annotated[Id, Term("network-types")], Was(key="kind")]


class Engagement(Value):
    """It was but its state."""

    state: Annotated[Id, Term("engagements")]
    as_of: Date | None = None


class Lessons(Value):
    """They were but a text."""

    text: Prose
    themes: tuple[ThemeId, ...] = ()


class Priority(Value):
    """Each was but its title, in French."""

    title: Prose
    note: Prose | None = None


class Contact(Value):
    """It was but a list."""

    themes: tuple[ThemeId, ...] = ()


class Actor(model.Actor):
    """As in ``generator.model``, but for what changed."""

    website: Annotated[Url | None, Was(key="homepage"), Was(key="site"), Shows(asked="presentation")] = None
    network: Annotated[Network | None, Shows(asked="core")] = None
    engagement: Annotated[Engagement | None, Was(key="involvement"), Was(bare="state"), Shows(asked="exchange")] = None
    description: Annotated[Lessons | None, Was(bare="text"), Shows(asked="presentation")] = None
    priorities: Annotated[tuple[Priority, ...], Was(bare="title"), Shows(asked="exchange")] = ()
    contact: Annotated[Contact | None, Was(bare="themes"), Shows(asked="presentation")] = None


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Actor]]:
    """The directory with these actors for its own."""
    caches = (at, column_at, column_named)
    monkeypatch.setitem(BY_FOLDER, "actors", Actor)
    for each in caches:
        each.cache_clear()
    yield Actor
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()
