"""Pages about a territory: everything on it, with or without an agreement; and the list of all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generator import urls
from generator.drawing.frames import ATLANTIC, CARIBBEAN
from generator.drawing.maps import FRENCH, LARGEST, PARTNER, Line, Point, draw, is_boxed
from generator.maps.portrait import GATHERINGS, GROUPS, Bearer, Portrait, authority, nearest, portrait
from generator.maps.table import sources
from generator.maps.territories import OVERSEAS_REGIONS, Territory
from generator.model import Actor
from generator.model.values import FRANCE
from generator.render.pages.page import PAGE_SIZE, Page
from generator.render.pages.selection import Selection

NOTED = frozenset(
    (
        *("region-01", "region-02", "region-03", "region-04", "region-06", "region-94"),
        *("departement-2a", "departement-2b", "departement-67", "departement-68", "departement-69", "departement-75"),
    )
)
"""Territories of which a sentence says whose deeds their page lists: several authorities share them, or one has the
powers of two."""

CARIBBEAN_COUNTRIES = ("GP", "MQ", "GF", "BL", "MF")
"""Codes of the French territories whose pictures show the waters that they share."""

NEIGHBOURS = 30
"""How many neighbours an actor's page names: those with most initiatives. The territory's page has them all."""

NEIGHBOURHOODS = ("departement", "collectivite", "subdivision")
"""Levels of territories whose actors may be called neighbours, beside the overseas regions."""


def territories(see: Selection) -> Iterator[Page]:
    """``/territoires/<id>/``."""
    for id_ in see.lying.pages:
        each = see.lying.known.by_id[id_]
        shown = portrait(see.lying, id_)
        actors = [actor for actor in shown.actors if actor.country == FRANCE]
        initiatives = len(shown.ours) + len(shown.state)
        yield Page(
            url=urls.record("territories", id_),
            template="territory",
            title=see.edition.t(f"territory.titles.{each.level}", name=each.name),
            description=see.edition.t(
                "territory.described" if initiatives else "territory.described_empty",
                territory=each.name,
                initiatives=see.edition.tn("count.initiatives", initiatives),
                actors=see.edition.tn("count.actors", len(shown.actors)),
            ),
            data={
                "territory": each,
                "abroad": each.level == "subdivision",
                "french": actors if each.level != "subdivision" else see.french_actors([*shown.ours, *shown.state]),
                "around": around(see, each),
                "inside": _inside(see, id_),
                "noted": id_ in NOTED,
                "of_country": see.directory.countries.get(each.country.lower()) if _is_overseas(each) else None,
                "sources": sources(),
                "picture": _picture(see, shown),
                "unplaced": len(see.lying.unplaced),
                "long": len(shown.ours) > PAGE_SIZE,
                "most": PAGE_SIZE,
                **drawn(see, shown),
            },
            trail=(
                (see.edition.t("territories.title"), urls.TERRITORIES),
                *((above.name, urls.record("territories", above.id)) for above in reversed(around(see, each))),
            ),
        )


def _picture(see: Selection, shown: Portrait) -> tuple[Markup, bool] | None:
    """The territory and the places that it works with, and whether one lies in a box of it; none if it works with
    none."""
    directory, each = see.directory, see.lying.known.by_id[shown.id]
    if not shown.ours:
        return None
    abroad = each.level == "subdivision"
    met = Counter(id_ for initiative in shown.ours for id_ in directory.places_of(initiative))
    spots = {
        id_: Point(place.lon, place.lat, FRENCH if place.state == FRANCE else PARTNER, _radius(count))
        for id_, count in met.items()
        # Of the territory's own side, only what lies in it.
        if (place := directory.places[id_]) and ((place.state == FRANCE) == abroad or _is_in(see, id_, shown.id))
    }
    lines = (
        Line(spots[home], spots[other])
        for initiative in shown.ours
        if initiative.modality not in GATHERINGS
        for home in directory.places_of(initiative)
        for other in directory.places_of(initiative)
        if home in spots and other in spots and directory.places[home].state == FRANCE != directory.places[other].state
    )
    label = see.edition.t("territory.picture", territory=each.name)
    # Numbers and our own words; the label is escaped.
    marked = dict.fromkeys(shown.countries, "marked")
    frame = CARIBBEAN if each.country in CARIBBEAN_COUNTRIES else ATLANTIC
    drawing = draw(frame, label, points=spots.values(), lines=lines, shade=marked)
    return Markup(drawing), is_boxed(frame, spots.values())  # noqa: S704


def _radius(count: int) -> float:
    """Units: the area of a point grows with what meets there, as far as a picture has room for it."""
    return min(round(3 + 1.3 * math.sqrt(count), 1), LARGEST)


def _is_in(see: Selection, place: str, territory: str) -> bool:
    return territory in see.lying.of_place(place)


def drawn(see: Selection, shown: Portrait) -> dict[str, Any]:
    """A portrait as templates take it: in the order people read."""
    directory = see.directory
    near = [] if shown.ours or shown.state else nearest(see.lying, shown.id)
    ties = sorted(shown.ties, key=lambda tie: (-len(tie.initiatives), see.key(directory.places[tie.there]), tie.here))
    return {
        "shown": shown,
        "groups": [(group, *_borne(see, shown.groups[group])) for group in GROUPS if group in shown.groups],
        "others": see.sorted(shown.others),
        "state": see.sorted(shown.state),
        "partners": _partners(see, shown),
        "countries": sorted(
            ((code, len(those)) for code, those in shown.countries.items()),
            key=lambda pair: (-pair[1], see.edition.sort_key(see.country(pair[0]))),
        ),
        "themes": see.theme_counts(shown.ours, "sectors"),
        "ties": ties,
        "parallels": sorted(
            ((each.country, [see.sorted(strand) for strand in each.strands]) for each in shown.parallels),
            key=lambda pair: see.edition.sort_key(see.country(pair[0])),
        ),
        "near": near,
    }


def _borne(see: Selection, bearers: tuple[Bearer, ...]) -> tuple[list[Bearer], list[Actor]]:
    """Those who bear something, then those who do not."""
    rank = {each.id: at for at, each in enumerate(see.sorted(each.actor for each in bearers))}
    in_order = sorted(bearers, key=lambda each: rank[each.actor.id])
    borne = [Bearer(each.actor, tuple(see.sorted(each.initiatives))) for each in in_order if each.initiatives]
    return borne, [each.actor for each in in_order if not each.initiatives]


def _partners(see: Selection, shown: Portrait) -> list[tuple[Actor, int]]:
    found = [(see.directory.actors[id_], count) for id_, count in shown.partners.items()]
    return sorted(found, key=lambda pair: (-pair[1], see.key(pair[0])))


def around(see: Selection, each: Territory) -> list[Territory]:
    """The territories with a page that it lies in, the nearest first."""
    return [see.lying.known.by_id[id_] for id_ in each.above if id_ in see.lying.pages]


def _is_overseas(each: Territory) -> bool:
    """Whether it is all of a territory that has a country's code."""
    return each.level in ("region", "collectivite") and each.country != FRANCE


def _inside(see: Selection, id_: str) -> list[tuple[Territory, int]]:
    """The territories with a page that lie in it, with how many initiatives there are in each; by name."""
    lying = see.lying
    found = (lying.known.by_id[other] for other in lying.pages if id_ in lying.known.by_id[other].above)
    counted = [(each, len(lying.initiatives_in.get(each.id, ()))) for each in found]
    return sorted(counted, key=lambda pair: see.edition.sort_key(pair[0].name))


def linked(see: Selection, actor: Actor) -> list[tuple[Territory, str | None]]:
    """The territories that the actor lies in, the nearest first, each with its address: that of its own page, or of the
    page of its authority; none of one that has neither, or of the page where this is said."""
    found = []
    for id_ in see.lying.of_actor(actor.id):
        keeper = authority(see.lying, id_)
        url = urls.record("territories", id_) if id_ in see.lying.pages else None
        if keeper and keeper is not actor:
            url = urls.record("actors", keeper.id)
        if keeper is not actor:
            found.append((see.lying.known.by_id[id_], url))
    return found


def of_france(see: Selection) -> dict[str, Any]:
    """The regions, each with its départements, and the overseas collectivities, by name."""
    found = sorted(
        map(see.lying.known.by_id.__getitem__, see.lying.pages), key=lambda each: see.edition.sort_key(each.name)
    )
    return {
        "regions": [(each, _inside(see, each.id)) for each in found if each.level == "region"],
        "collectivities": [each for each in found if each.level == "collectivite"],
    }


def shared_ground(see: Selection, actor: Actor) -> dict[str, Any]:
    """What else is on the territory that the actor governs, where this has no page of its own; and the other actors of
    its département, overseas region, state or province."""
    own = next((id_ for id_ in see.lying.governed(actor) if authority(see.lying, id_) is actor), None)
    there = portrait(see.lying, own) if own else None
    groups = drawn(see, there)["groups"] if there else []
    shown = {each.id for each in there.actors} if there else set()
    around = next((id_ for id_ in see.lying.of_actor(actor.id) if _is_neighbourhood(see, id_)), None)
    near = [each for each in see.lying.actors_in.get(around or "", ()) if each is not actor and each.id not in shown]
    busy = sorted(near, key=lambda each: -len(see.directory.initiatives_of.get(each.id, ())))[:NEIGHBOURS]
    return {
        "groups_here": groups if len(shown) > 1 else [],
        "own_territory": own,
        "neighbourhood": see.lying.known.by_id[around] if around else None,
        "neighbours": see.sorted(busy),
        "more_neighbours": len(near) - len(busy),
    }


def _is_neighbourhood(see: Selection, id_: str) -> bool:
    """Whether those who lie in it may be called neighbours: a département, or what stands for one."""
    each = see.lying.known.by_id[id_]
    return each.level in NEIGHBOURHOODS or each.code in OVERSEAS_REGIONS.values()


def hub(see: Selection) -> Iterator[Page]:
    """``/territoires/``."""
    lying = see.lying
    abroad: dict[str, list[Territory]] = defaultdict(list)
    for each in map(lying.known.by_id.__getitem__, lying.pages):
        if each.level == "subdivision":
            abroad[each.country].append(each)

    def named(each: Territory) -> tuple[str, str]:
        return see.edition.sort_key(each.name)

    yield Page(
        url=urls.TERRITORIES,
        template="territories",
        title=see.edition.t("territories.title"),
        description=see.edition.t("territories.description"),
        data={
            **of_france(see),
            "abroad": sorted(
                ((code, sorted(found, key=named)) for code, found in abroad.items()),
                key=lambda pair: see.edition.sort_key(see.country(pair[0])),
            ),
            "numbers": {id_: len(lying.initiatives_in.get(id_, ())) for id_ in lying.pages},
            "unplaced": see.sorted(lying.unplaced),
            "sources": sources(),
        },
    )
