"""What a command asks for: a search's address, options, or both; only with values that the directory knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.model.directory import Directory
from generator.search import Facts, State
from generator.search.facet import FORMERLY
from generator.search.facet import NAMES as FACETS
from generator.search.shown import Shown
from generator.search.state import ZONE
from generator.text.near import Names
from generator.words.edition import Edition

SHOWN_ONLY = ("taxonomy", "view", "sort", "shown")
"""What an address says of a screen, not of the selection."""
WORDS = "q"
YEARS = ("from", "to")
NAMES = (*FACETS, *YEARS, ZONE)
"""Every filter, in the order of addresses."""


class Refused(Exception):
    """A question that has no answer here. ``code`` is one of the catalog's ``export.refused``."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(code)
        self.code, self.args_ = code, args


def question(address: str, options: Mapping[str, Sequence[str]]) -> State:
    """The state that the address and the options ask for together; an option takes the place of the address's filter.

    :raises Refused: it has words, which only the browser looks for, or something that no filter understands.
    """
    asked = [(FORMERLY.get(name, name), value) for name, value in parse_qsl(query_of(address) if address else "")]
    for name, _ in asked:
        if name == WORDS:
            raise Refused("words")
        if name not in (*NAMES, *SHOWN_ONLY):
            raise _unknown("filter", name, Names((each, each) for each in NAMES))
    kept = [(name, value) for name, value in asked if name in NAMES and not options.get(name)]
    pairs = kept + [(name, value) for name, values in options.items() for value in values]
    state = State.read(urlencode(pairs))
    understood = {name for name, _ in parse_qsl(state.write())}
    for name, value in pairs:
        if name not in understood:
            raise Refused("value", name=name, value=value)
    return state


def query_of(address: str) -> str:
    """The part of an address after the question mark, which may be all that was typed."""
    if "?" in address:
        return urlsplit(address).query
    return "" if "/" in address or "=" not in address else address


def check(state: State, directory: Directory, edition: Edition, facts: Facts) -> None:
    """:raises Refused: a facet has no such value."""
    names = dict(_names(state, directory, edition, facts))
    for facet, values in state.facets.items():
        for value in values:
            if value not in {id_ for _, id_ in names[facet]}:
                raise _unknown("no-value", value, Names(names[facet]), facet=facet)


def _names(
    state: State, directory: Directory, edition: Edition, facts: Facts
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Facet in use → every name of every value, ids included, with the value it names."""
    shown = Shown(directory, edition)
    values = shown.values(facts)
    labels = shown.facets(values)
    for facet in state.facets:
        if facet in labels:
            called = ((names, id_) for _, id_, *names in (shown.labels[at] for at in labels[facet]))
            yield facet, [(name, id_) for names, id_ in called for name in (id_, *names)]
        elif facet == "place":
            places = directory.places.values()
            yield facet, [(name, each.id) for each in places for name in (each.id, *each.name.all())]
        else:
            yield facet, [(id_, id_) for id_ in values[facet]]


def _unknown(code: str, value: str, known: Names, **args: str) -> Refused:
    """With the likeliest that was meant, if there is one."""
    nearest = known.nearest(value)
    if nearest:
        return Refused(f"{code}-near", value=value, nearest=nearest[0], **args)
    return Refused(code, value=value, **args)
