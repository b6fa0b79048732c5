"""Pages about a country or a theme: everything the directory knows from that side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.maps.lying import OVERSEAS
from generator.model import (
    Actor,
    Country,
    Expertise,
    Initiative,
    Instrument,
    Post,
    Priority,
    Vocabulary,
    VocabularyTerm,
)
from generator.render.pages.page import Page, numbered_url, slices
from generator.render.pages.selection import Selection
from generator.words.twinnings import twinnings

NAMED = 10
"""Actors named beside a theme: a wall of names is read by nobody, and the search gives the others."""

OPERATORS = ("state-operator", "embassy-consulate", "multilateral-regional")


def countries(see: Selection) -> Iterator[Page]:
    """``/pays/<iso2>/``, and further pages of initiatives where they are many."""
    for country in see.directory.countries.values():
        ours, state = see.apart(see.initiatives_in(country))
        title, url = see.text(country.name), urls.record("countries", country.id)
        profile = _country(see, country, ours, state)
        for part in slices(ours, url):
            yield Page(
                url=numbered_url(part),
                template="country",
                title=see.numbered(title, part),
                description=see.edition.t(
                    "country.description",
                    country=title,
                    initiatives=see.edition.tn("count.initiatives", len(ours) + len(state)),
                    actors=see.edition.tn("count.french_actors", len(profile["french"])),
                ),
                data={"record": country, "part": part, **profile},
                trail=((see.edition.t("countries.title"), urls.COUNTRIES),),
                source=see.source(country),
            )


def _country(see: Selection, country: Country, ours: list[Initiative], state: list[Initiative]) -> dict[str, Any]:
    directory = see.directory
    across = {each.id: each for area in country.groupings for each in directory.initiatives_across.get(area, ())}
    here = see.sorted(directory.actors_in.get(country.code, ()))
    every = [*ours, *state, *across.values()]
    part = [actor for each in every for actor, _ in directory.participants(each)]
    about = [*directory.networks_in.get(country.code, ()), *part, *here]
    networks = {actor.id: actor for actor in about if actor.network}
    group = country.country_group.group if country.country_group else None
    if group:
        networks[group] = directory.actors[group]
    themes = see.theme_counts([*ours, *state], "sectors")
    return {
        "french": see.french_actors([*ours, *state]),
        "state": state,
        "across": see.sorted(each for id_, each in across.items() if id_ not in {one.id for one in [*ours, *state]}),
        "here": [actor for actor in here if not actor.network],
        "networks": see.sorted(networks.values()),
        "posts": _posts(see, country),
        "operators": _operators(see, country, every),
        "who_does_what": [(theme, found, *_most_active(see, found)) for theme, found in themes],
        "priorities": [(each, _answers(see, each, [*ours, *across.values()])) for each in country.priorities],
        "calls": see.sorted(directory.calls_in.get(country.code, ())),
        "twinnings": twinnings([*ours, *state], see.edition),
        **_instruments(see, country),
        "events": see.sorted(directory.events_in.get(country.code, ())),
        "is_french": country.code in directory.overseas,
        "territory": see.lying.known.by_id.get(OVERSEAS.get(country.code, "")),
        "points": _country_points(see, country),
    }


def _instruments(see: Selection, country: Country) -> dict[str, list[Instrument]]:
    """Those for the country or an area it is part of, apart those whose last day is over, and those that name none."""
    every = see.sorted(see.directory.instruments.values())
    areas = set(country.groupings)
    ours = [each for each in every if country.code in each.countries or areas & set(each.areas)]
    closed = [each for each in ours if each.is_over(see.edition.passed)]
    return {
        "instruments": [each for each in ours if each not in closed],
        "closed_instruments": closed,
        "anywhere": [each for each in every if not each.countries and not each.areas],
    }


def _most_active(see: Selection, initiatives: list[Initiative]) -> tuple[list[Actor], int]:
    """The French actors with most of those initiatives, by name, and how many more there are."""
    busy = Counter(part.actor for each in initiatives for part in each.participations)
    french = see.french_actors(initiatives)
    named = sorted(french, key=lambda actor: -busy[actor.id])[:NAMED]
    return see.sorted(named), len(french) - len(named)


def _posts(see: Selection, country: Country) -> list[tuple[Post, Country | None]]:
    """Its offices, then those elsewhere that are competent for it, each with the country where it is."""
    others = (each for each in see.sorted(see.directory.countries.values()) if each is not country)
    elsewhere = [(post, other) for other in others for post in other.posts if country.code in post.competent]
    return [*((post, None) for post in country.posts), *elsewhere]


def _operators(see: Selection, country: Country, initiatives: list[Initiative]) -> list[Actor]:
    """Public bodies seen in its initiatives, but for those with an office there."""
    offices = {post.operator for post in country.posts}
    seen = {
        actor.id: actor
        for each in initiatives
        for actor, _ in see.directory.participants(each)
        if actor.kind in OPERATORS and country.code in each.countries
    }
    return see.sorted(actor for id_, actor in seen.items() if id_ not in offices)


def _answers(see: Selection, priority: Priority, initiatives: list[Initiative]) -> list[Initiative]:
    """Initiatives on a theme of the priority."""
    wanted = set(priority.themes)
    return see.sorted(each for each in initiatives if wanted & see.directory.with_broader(each.themes))


def _country_points(see: Selection, country: Country) -> list[dict[str, Any]]:
    return [
        see.point(place)
        for place in see.sorted(see.directory.places.values())
        if place.country == country.code
        and (place.id in see.directory.initiatives_at or place.id in see.directory.actors_at)
    ]


def themes(see: Selection) -> Iterator[Page]:
    """``/themes/<id>/`` for every theme of every taxonomy, and further pages where initiatives are many."""
    for taxonomy, term in see.directory.themes.values():
        ours, state = see.apart(see.directory.initiatives_on.get(term.id, ()))
        title, url = see.text(term.label), urls.record("themes", term.id)
        profile = _theme(see, taxonomy, term, ours, state)
        for part in slices(ours, url):
            yield Page(
                url=numbered_url(part),
                template="theme",
                title=see.numbered(title, part),
                description=see.edition.t(
                    "theme.description",
                    theme=title,
                    initiatives=see.edition.tn("count.initiatives", len(ours) + len(state)),
                ),
                data={"theme": term, "taxonomy": taxonomy, "part": part, **profile},
                trail=((see.edition.t("nav.themes"), urls.THEMES),),
                source=see.source(taxonomy),
            )


def _theme(
    see: Selection,
    taxonomy: Vocabulary,
    term: VocabularyTerm,
    ours: list[Initiative],
    state: list[Initiative],
) -> dict[str, Any]:
    directory = see.directory
    codes: dict[str, int] = {}
    for each in (*ours, *state):
        for code in each.countries:
            codes[code] = codes.get(code, 0) + 1
    owners: list[Country | Actor] = [*directory.countries.values(), *directory.actors.values()]
    priorities = [
        (each, owner) for owner in owners for each in owner.priorities if term.id in directory.with_broader(each.themes)
    ]
    experts = [each for each in directory.actors.values() if _is_on(term, each.expertise_offered)]
    seekers = [each for each in directory.actors.values() if _is_on(term, each.expertise_sought)]
    keywords = directory.terms.get("keywords", {})
    return {
        "broader": directory.themes[term.broader][1] if term.broader and term.broader in directory.themes else None,
        "narrower": directory.narrower.get(term.id, ()),
        "countries_only": len(codes.keys() - directory.overseas),
        "countries": sorted(codes.items(), key=lambda pair: (-pair[1], see.edition.sort_key(see.country(pair[0])))),
        "french": see.french_actors([*ours, *state]),
        "on_theme": Counter(actor.id for each in (*ours, *state) for actor, _ in directory.participants(each)),
        "state": state,
        "experts": see.sorted(experts),
        "seekers": see.sorted(seekers),
        "priorities": priorities,
        "calls": see.sorted(
            each for each in directory.calls.values() if term.id in directory.with_broader(each.themes)
        ),
        "instruments": see.sorted(each for each in directory.instruments.values() if term.id in each.themes),
        "keywords": [word for word in keywords.values() if term.id in word.themes],
    }


def _is_on(theme: VocabularyTerm, those: tuple[Expertise, ...]) -> bool:
    return any(each.theme == theme.id for each in those)
