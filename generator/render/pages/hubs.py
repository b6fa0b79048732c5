"""The pages that lead to all others: home, lists, agenda."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from generator import urls
from generator.model import STATE, Event, Record
from generator.model.values import FRANCE, PartialDate
from generator.render.pages.page import Page, numbered_url, slices
from generator.render.pages.selection import Selection, count
from generator.render.pages.territories import of_france

LATEST = 6
"""Entries under "latest additions" on the home page."""


def home(see: Selection) -> Iterator[Page]:
    """``/``."""
    directory = see.directory
    _, state = see.apart(directory.initiatives.values())
    acts = (code for each in directory.initiatives.values() for code in each.countries)
    by_country = count(code for code in acts if code not in directory.overseas)
    yield Page(
        url=urls.HOME,
        template="home",
        title=see.edition.t("site.name"),
        description=see.edition.t("site.description"),
        data={
            "state": state,
            "french": [each for each in directory.actors.values() if each.country == FRANCE],
            "partners": [each for each in directory.actors.values() if each.country not in (None, FRANCE)],
            "by_country": by_country,
            "by_theme": see.theme_counts(see.sorted(directory.initiatives.values()), "sectors"),
            "by_kind": see.by_term(directory.actors.values(), "actor-kinds", lambda each: each.kind),
            "latest": sorted(directory.initiatives.values(), key=_newest, reverse=True)[:LATEST],
            "near": {**see.edition.texts("near.script"), "level": see.edition.texts("territory.level")},
            **of_france(see),
        },
    )


def _newest(record: Any) -> tuple[Any, ...]:
    """Latest added first; among those added together, what began last."""
    added = record.added.last() if record.added else (0, 0, 0)
    start = record.period.start.first() if record.period and record.period.start else (0, 0, 0)
    return added, start, record.id


def _list(see: Selection, name: str, url: str, records: Iterable[Record], **data: Any) -> Iterator[Page]:
    title = see.edition.t(f"{name}.title")
    for part in slices(see.sorted(records), url, see.initial):
        yield Page(
            url=numbered_url(part),
            template=name,
            title=see.numbered(title, part),
            description=see.edition.t(f"{name}.description"),
            data={"part": part, "initial": see.initial, **data},
        )


def actors(see: Selection) -> Iterator[Page]:
    """``/acteurs/`` and ``/acteurs/type/<kind>/``."""
    kinds = see.by_term(see.directory.actors.values(), "actor-kinds", lambda each: each.kind)
    yield from _list(see, "actors", urls.ACTORS, see.directory.actors.values(), kinds=kinds)
    for kind, found in kinds:
        url, title = urls.kind(kind), see.term("actor-kinds", kind)
        for part in slices(found, url, see.initial):
            yield Page(
                url=numbered_url(part),
                template="kind",
                title=see.numbered(title, part),
                description=see.edition.t("kind.description", kind=title, count=len(found)),
                data={"part": part, "kind": kind, "initial": see.initial},
                trail=((see.edition.t("nav.actors"), urls.ACTORS),),
            )


def initiatives(see: Selection) -> Iterator[Page]:
    """``/initiatives/``."""
    modalities = see.by_term(see.directory.initiatives.values(), "modalities", lambda each: each.modality)
    every = see.directory.initiatives.values()
    state = sum(each.scope == STATE for each in every)
    yield from _list(see, "initiatives", urls.INITIATIVES, every, modalities=modalities, state=state)


def countries(see: Selection) -> Iterator[Page]:
    """``/pays/``."""
    found = see.sorted(see.directory.countries.values())
    numbers = {each.id: len(see.initiatives_in(each)) for each in found}
    parts = [
        ("region", [each for each in found if each.code not in see.directory.overseas]),
        ("overseas", [each for each in found if each.code in see.directory.overseas]),
    ]
    areas = [
        (term, see.sorted(see.directory.countries_in.get(term.id, ())))
        for term in see.directory.terms["groupings"].values()
    ]
    yield Page(
        url=urls.COUNTRIES,
        template="countries",
        title=see.edition.t("countries.title"),
        description=see.edition.t("countries.description"),
        data={"parts_of_world": parts, "numbers": numbers, "areas": [pair for pair in areas if pair[1]]},
    )


def themes(see: Selection) -> Iterator[Page]:
    """``/themes/``."""
    numbers = {id_: len(see.directory.initiatives_on.get(id_, ())) for id_ in see.directory.themes}
    yield Page(
        url=urls.THEMES,
        template="themes",
        title=see.edition.t("themes.title"),
        description=see.edition.t("themes.description"),
        data={"taxonomies": see.directory.taxonomies, "numbers": numbers},
    )


def networks(see: Selection) -> Iterator[Page]:
    """``/reseaux/``."""
    groups = see.by_term(
        see.directory.networks, "network-types", lambda each: each.network.type if each.network else None
    )
    yield Page(
        url=urls.NETWORKS,
        template="networks",
        title=see.edition.t("networks.title"),
        description=see.edition.t("networks.description"),
        data={"groups": groups},
    )


def agenda(see: Selection) -> Iterator[Page]:
    """``/agenda/``: what is to come, then what was, year by year. What has come since is moved where it is read
    (``page/until.js``)."""

    def first(event: Event) -> PartialDate | None:
        return (event.period.start or event.period.end) if event.period else None

    def last(event: Event) -> PartialDate | None:
        return (event.period.end or event.period.start) if event.period else None

    def start(event: Event) -> tuple[Any, ...]:
        known = first(event)
        return (known.first() if known else ()), event.id

    dated = sorted((each for each in see.directory.events.values() if first(each)), key=start)
    upcoming = [each for each in dated if (end := last(each)) and not see.edition.passed(end)]
    years: dict[int, list[Event]] = defaultdict(list)
    for event in reversed(dated):
        if event not in upcoming and (known := first(event)):
            years[known.year].append(event)
    yield Page(
        url=urls.EVENTS,
        template="agenda",
        title=see.edition.t("agenda.title"),
        description=see.edition.t("agenda.description"),
        data={
            "upcoming": upcoming,
            "years": sorted(years.items(), reverse=True),
            "undated": see.sorted(each for each in see.directory.events.values() if not first(each)),
        },
    )


def instruments(see: Selection) -> Iterator[Page]:
    """``/financements/``."""
    groups = see.by_term(see.directory.instruments.values(), "instrument-kinds", lambda each: each.kind)
    yield _plain(see, "instruments", urls.INSTRUMENTS, groups=groups)


def calls(see: Selection) -> Iterator[Page]:
    """``/appels/``."""
    groups = see.by_term(see.directory.calls.values(), "sides", lambda each: each.side)
    yield _plain(see, "calls", urls.CALLS, groups=groups)


def resources(see: Selection) -> Iterator[Page]:
    """``/ressources/``."""
    yield _plain(see, "resources", urls.RESOURCES, resources=see.sorted(see.directory.resources.values()))


def vocabularies(see: Selection) -> Iterator[Page]:
    """``/vocabulaires/``: what each word means."""
    found = [each for each in see.directory.vocabularies.values() if not each.taxonomy and each.id != "keywords"]
    yield _plain(see, "vocabularies", urls.TERMS, vocabularies=see.sorted(found))


def _plain(see: Selection, name: str, url: str, **data: Any) -> Page:
    return Page(url, name, see.edition.t(f"{name}.title"), see.edition.t(f"{name}.description"), data)
