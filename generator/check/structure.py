"""Rules on what a record must hold, and on how records stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.check.finding import Finding, found
from generator.model import Actor, Initiative, Priority, Record, Source, Vocabulary
from generator.model.directory import Directory
from generator.model.initiative import ENDED, PLANNED

_UNEXPECTED = {
    "level": "unexpected-level",
    "network": "unexpected-network",
    "priorities": "unexpected-priorities",
}
_MISSING = {"network": "missing-network"}


def sources(directory: Directory) -> Iterator[Finding]:
    """Records without a source, of the types that need one."""
    for record in directory.records():
        if record.needs_source and not record.sources:
            yield found("missing-source", record)


def statuses(directory: Directory) -> Iterator[Finding]:
    """Statuses of what has begun, of initiatives whose sources have no date: nobody knows when that was so. That it has
    ended is known where its end is."""
    for initiative in directory.initiatives.values():
        status, period = initiative.status, initiative.period
        if status and status.as_of:
            continue
        if status and status.state == ENDED and period and period.end:
            continue
        if status and status.state != PLANNED and not any(_dated(each, directory) for each in initiative.sources):
            yield found("undated-status", initiative, ("status", "state"), severity="warning")


def _dated(source: Source, directory: Directory) -> bool:
    """Whether the source, or the document of the directory that it is, has a year."""
    document = directory.resources.get(source.resource or "")
    return bool(source.year or (document and document.year))


def keys_of_kinds(directory: Directory) -> Iterator[Finding]:
    """A level without a foreign authority, network keys without a network, and a network without them."""
    known = directory.terms.get("actor-kinds", {})
    for actor in directory.actors.values():
        if actor.kind not in known:
            continue
        for key, wanted in Actor.keys_of_kinds.items():
            if getattr(actor, key) and actor.kind != wanted:
                yield found(_UNEXPECTED[key], actor, (key,), key=True, kind=actor.kind, wanted=wanted)
        for key, kind in Actor.needed_by_kinds.items():
            if actor.kind == kind and not getattr(actor, key):
                yield found(_MISSING[key], actor, ("kind",))


def main_themes(directory: Directory) -> Iterator[Finding]:
    """Main themes that are not among the themes."""
    for initiative in directory.initiatives.values():
        for at, theme in enumerate(initiative.main_themes):
            if theme not in initiative.themes:
                yield found("main-theme-not-a-theme", initiative, ("main_themes", at), value=theme)


def former_ids(directory: Directory) -> Iterator[Finding]:
    """Former ids that a record still bears, or that two records claim: an address leads to one page."""
    claimed: dict[tuple[str, str], Record] = {}
    for record in directory.records():
        for at, id_ in enumerate(record.formerly):
            path = ("formerly", at)
            first = claimed.setdefault((record.folder, id_), record)
            if directory.exists(record.folder, id_):
                yield found("former-id-in-use", record, path, value=id_, also=(id_,))
            elif first is not record:
                yield found("former-id-twice", record, path, value=id_, other=first.id, also=(first.id,))
            elif id_ in record.formerly[:at]:
                yield found("former-id-twice", record, path, value=id_, other=record.id)


def ids_inside(directory: Directory) -> Iterator[Finding]:
    """Ids used twice: terms of a vocabulary, themes of all taxonomies, priorities of a record."""
    themes: dict[str, Vocabulary] = {}
    for vocabulary in directory.vocabularies.values():
        seen: set[str] = set()
        for at, term in enumerate(vocabulary.terms):
            path = ("terms", at, "id")
            if term.id in seen:
                yield found("duplicate-id", vocabulary, path, value=term.id)
            elif vocabulary.taxonomy and term.id in themes:
                other = themes[term.id].id
                yield found("theme-in-two-taxonomies", vocabulary, path, value=term.id, other=other, also=(other,))
            seen.add(term.id)
            if vocabulary.taxonomy:
                themes.setdefault(term.id, vocabulary)
    for actor in directory.actors.values():
        yield from _priorities(actor, actor.priorities)
    for country in directory.countries.values():
        yield from _priorities(country, country.priorities)


def _priorities(record: Record, priorities: tuple[Priority, ...]) -> Iterator[Finding]:
    known: set[str] = set()
    for at, priority in enumerate(priorities):
        if priority.id in known:
            yield found("duplicate-id", record, ("priorities", at, "id"), value=priority.id)
        known.add(priority.id)


def participations(directory: Directory) -> Iterator[Finding]:
    """An actor twice in an initiative, or alone on both its sides; a network that is its own member."""
    for initiative in directory.initiatives.values():
        yield from _twice(initiative)
    for actor in directory.actors.values():
        for at, membership in enumerate(actor.memberships):
            if membership.network == actor.id:
                yield found("self-member", actor, ("memberships", at, "network"), value=actor.id)


def _twice(initiative: Initiative) -> Iterator[Finding]:
    roles: dict[str, list[str]] = defaultdict(list)
    for at, part in enumerate(initiative.participations):
        if part.role in roles[part.actor]:
            path = ("participations", at, "actor")
            yield found("duplicate-participation", initiative, path, value=part.actor, role=part.role)
        elif len(roles[part.actor]) == 1 and all(each.actor == part.actor for each in initiative.participations):
            yield found("self-partner", initiative, ("participations", at, "actor"), value=part.actor)
        roles[part.actor].append(part.role)


def circles(directory: Directory) -> Iterator[Finding]:
    """Records that are, from one to the next, above themselves."""
    actors, initiatives = directory.actors.values(), directory.initiatives.values()
    events, resources = directory.events.values(), directory.resources.values()
    for name, table, edges in (
        ("parent", directory.actors, {each.id: each.parent for each in actors if each.parent}),
        ("successor", directory.actors, {each.id: each.successor for each in actors if each.successor}),
        ("part_of", directory.initiatives, {each.id: each.part_of for each in initiatives if each.part_of}),
        ("part_of", directory.events, {each.id: each.part_of for each in events if each.part_of}),
        ("replaced_by", directory.resources, {each.id: each.replaced_by for each in resources if each.replaced_by}),
    ):
        for circle in _circles(edges):
            chain = " → ".join((*circle, circle[0]))
            yield found("circular-link", table[circle[0]], (name,), chain=chain, also=circle[1:])
    yield from _circles_of_terms(directory)


def _circles_of_terms(directory: Directory) -> Iterator[Finding]:
    """A wider term may stand in another vocabulary: their terms are followed together."""
    places = {
        f"{vocabulary.id}/{term.id}": (vocabulary, at)
        for vocabulary in directory.vocabularies.values()
        for at, term in enumerate(vocabulary.terms)
    }
    edges = {}
    for key, (vocabulary, at) in places.items():
        broader = vocabulary.terms[at].broader
        if broader:
            own = f"{vocabulary.id}/{broader}"
            edges[key] = own if own in places else f"{vocabulary.broader_in}/{broader}"
    for circle in _circles(edges):
        vocabulary, at = places[circle[0]]
        also = tuple(sorted({places[key][0].id for key in circle} - {vocabulary.id}))
        chain = " → ".join((*circle, circle[0]))
        yield found("circular-link", vocabulary, ("terms", at, "broader"), chain=chain, also=also)


def _circles(edges: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every circle once, from its first id on."""
    done: set[str] = set()
    for start in sorted(edges):
        trail: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in done and here not in trail:
            trail[here] = None
            here = edges.get(here)
        if here in trail:
            walk = list(trail)
            circle = walk[walk.index(here) :]
            first = circle.index(min(circle))
            yield (*circle[first:], *circle[:first])
        done.update(trail)
