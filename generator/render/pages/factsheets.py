"""One page a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.model import Actor, Initiative, Record
from generator.model.values import FRANCE
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection
from generator.render.pages.territories import linked, shared_ground
from generator.text.wider import says


def _sheet(see: Selection, record: Record, description: str, data: dict[str, Any]) -> Page:
    section = urls.SECTIONS[record.folder]
    return Page(
        url=urls.record(record.folder, record.id),
        template=record.folder.removesuffix("s") if record.folder != "countries" else "country",
        title=see.text(record.label),
        description=description,
        data={"record": record, **data},
        trail=((see.edition.t(f"nav.{record.folder}"), f"{section}/"),),
        source=see.source(record),
    )


def actors(see: Selection) -> Iterator[Page]:
    """``/acteurs/<id>/``."""
    for actor in see.directory.actors.values():
        ours, state = see.apart(see.directory.initiatives_of.get(actor.id, ()))
        about = [see.term("actor-kinds", actor.kind)]
        if actor.country:
            about.append(see.country(actor.territory or actor.country))
        if ours or state:
            about.append(see.edition.tn("count.initiatives", len(ours) + len(state)))
        place = see.directory.places.get(actor.place or "")
        data = {
            "about": about,
            "place": place,
            "groups": see.by_where(ours),
            "state": state,
            "partners": see.directory.partners(actor),
            "territories": linked(see, actor),
            **shared_ground(see, actor),
            "members": see.sorted(see.directory.members.get(actor.id, ())),
            "collaborators": see.sorted(see.directory.collaborators.get(actor.id, ())),
            "heard": see.sorted(see.directory.resources_of.get(actor.id, ())),
            "children": see.sorted(see.directory.children.get(actor.id, ())),
            "predecessors": see.sorted(see.directory.predecessors.get(actor.id, ())),
            "posts": see.sorted(see.directory.posts_of.get(actor.id, ())),
            "group_countries": see.sorted(see.directory.countries_of_group.get(actor.id, ())),
            "calls": see.sorted(see.directory.calls_of.get(actor.id, ())),
            "instruments": see.sorted(see.directory.instruments_of.get(actor.id, ())),
            "events": see.sorted(see.directory.events_of.get(actor.id, ())),
            "themes": see.theme_counts([*ours, *state], "sectors"),
            **_actor_map(see, actor),
        }
        partners = ", ".join(see.text(partner.name) for partner, _ in data["partners"][:3])
        description = " · ".join([*about, see.edition.t("actor.with", names=partners)] if partners else about)
        yield _sheet(see, actor, description, data)


def _actor_map(see: Selection, actor: Actor) -> dict[str, Any]:
    """The actor's place and those of its partners, joined."""
    home = see.directory.places.get(actor.place or "")
    if home is None:
        return {"points": [], "lines": []}
    points = [see.point(home)]
    for partner, _ in see.directory.partners(actor):
        place = see.directory.places.get(partner.place or "")
        if place and place.state != home.state and all(point["id"] != place.id for point in points):
            points.append(see.point(place))
    return {"points": points, "lines": [[0, at] for at in range(1, len(points))]}


def initiatives(see: Selection) -> Iterator[Page]:
    """``/initiatives/<id>/``."""
    for each in see.directory.initiatives.values():
        parent = see.directory.initiatives.get(each.part_of or "")
        siblings = see.directory.parts.get(each.part_of or "", ())
        data = {
            "roles": see.roles(each),
            "parent": parent,
            "parts": see.sorted(see.directory.parts.get(each.id, ())),
            "siblings": see.sorted(sibling for sibling in siblings if sibling is not each),
            "instruments": see.sorted(see.directory.instruments_for.get(each.id, ())),
            "taxonomies": [
                (taxonomy, [term for term in taxonomy.terms if term.id in each.themes])
                for taxonomy in see.directory.taxonomies
                if any(term.id in each.themes for term in taxonomy.terms)
            ],
            "named_places": [see.directory.places[id_] for id_ in each.places],
            **_initiative_map(see, each),
        }
        yield _sheet(see, each, see.text(each.summary), data)


def _initiative_map(see: Selection, initiative: Initiative) -> dict[str, Any]:
    """Its places, French ones joined to the others."""
    places = [see.directory.places[id_] for id_ in see.directory.places_of(initiative)]
    french = [at for at, place in enumerate(places) if place.state == FRANCE]
    others = [at for at, place in enumerate(places) if place.state != FRANCE]
    return {
        "points": [see.point(place) for place in places],
        "lines": [[a, b] for a in french for b in others],
    }


def events(see: Selection) -> Iterator[Page]:
    """``/agenda/<id>/``."""
    for each in see.directory.events.values():
        place = see.directory.places.get(each.place or "")
        description = see.text(each.description) if each.description else see.text(each.name)
        linked = {see.text(see.directory.actors[id_].name).partition(" (")[0] for id_ in each.actors}
        organisers = [name for name in each.organisers if name not in linked]
        codes = dict.fromkeys(code for code in (place.country if place else None, each.country) if code)
        # Of a place that is named like its country, the country's name stays: it leads to its page.
        venue = None if any(says(see.country(code), each.venue or "") for code in codes) else each.venue
        where = [code for code in codes if not says(venue or "", see.country(code))]
        data = {
            "venue": venue,
            "where": where,
            "organisers": organisers,
            "within": see.sorted(see.directory.events_within.get(each.id, ())),
            "points": [see.point(place)] if place else [],
            "lines": [],
        }
        yield _sheet(see, each, description, data)


def instruments(see: Selection) -> Iterator[Page]:
    """``/financements/<id>/``."""
    for each in see.directory.instruments.values():
        initiatives = see.sorted(see.directory.initiatives[id_] for id_ in each.initiatives)
        yield _sheet(see, each, see.text(each.description), {"initiatives": initiatives})


def calls(see: Selection) -> Iterator[Page]:
    """``/appels/<id>/``."""
    for each in see.directory.calls.values():
        emitter = see.directory.actors[each.emitter]
        yield _sheet(see, each, f"{see.text(emitter.name)} · {see.text(each.title)}", {"emitter": emitter})


def resources(see: Selection) -> Iterator[Page]:
    """``/ressources/<id>/``."""
    for each in see.directory.resources.values():
        citing = see.directory.citing.get(each.id, ())
        groups = [
            (folder, see.sorted(record for record in citing if record.folder == folder)) for folder in urls.SECTIONS
        ]
        data = {
            "citing": [(name, found) for name, found in groups if found],
            "events": see.sorted(see.directory.events_with.get(each.id, ())),
        }
        description = " · ".join(filter(None, [each.publisher, str(each.year or "")])) or see.text(each.title)
        yield _sheet(see, each, description, data)
