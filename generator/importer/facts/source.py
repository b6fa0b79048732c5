"""On whose word a fact stands: its source among those of the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.importer.facts.act import Tree
from generator.importer.facts.fact import Fact

_KEY = "sources"
_PASSING = re.compile(r"utm_\w+|fbclid|gclid|phpsessid|jsessionid|sid|session\w*", re.IGNORECASE)
"""Parts of an address that tell of a visit, not of a page."""
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)


def cited(fact: Fact, key: str, tree: Tree) -> Tree:
    """The record with the fact's source, which supports that key of it.

    A source that it has keeps its title and year. One that says nothing of what it supports supports all of it.
    """
    if not fact.title:
        return tree
    sources = list(tree.get(_KEY, []))
    at = next((at for at, each in enumerate(sources) if _same(fact, each)), None)
    if at is None:
        sources.append(_noted(fact, _source(fact, key)))
    else:
        held = sources[at]
        about = held.get("about")
        grown = {**held, "about": [*about, key]} if about and key not in about else held
        sources[at] = _noted(fact, grown)
    return {**tree, _KEY: sources}


def later(fact: Fact, key: str, tree: Tree) -> bool:
    """Whether a source of the record that supports that key is of a later year than the fact."""
    years = [int(each["year"]) for each in tree.get(_KEY, []) if key in each.get("about", ()) and each.get("year")]
    return bool(years) and (fact.day is None or fact.day.year < max(years))


def _source(fact: Fact, key: str) -> Tree:
    found = {"title": fact.title, "url": fact.url, "resource": fact.resource, "year": fact.year, "about": [key]}
    return {name: value for name, value in found.items() if value}


def _noted(fact: Fact, source: Tree) -> Tree:
    """With what the fact says is deduced."""
    said = source.get("supports", "")
    more = [each for each in fact.deductions if each not in said]
    return {**source, "supports": " ; ".join(filter(None, [said, *more]))} if more else source


def _same(fact: Fact, source: Mapping[str, str]) -> bool:
    if fact.resource:
        return source.get("resource") == fact.resource
    if fact.url:
        return plain_address(source.get("url", "")) == plain_address(fact.url)
    return not source.get("url") and not source.get("resource") and source.get("title") == fact.title


def plain_address(url: str) -> str:
    """The address without what changes from one visit to the next, and without what no page differs by: scheme,
    ``www``, a slash at the end, what follows ``#``."""
    parts = urlsplit(url)
    query = urlencode([pair for pair in parse_qsl(parts.query, True) if not _PASSING.fullmatch(pair[0])])
    host = (parts.hostname or "").removeprefix("www.")
    path = _SESSION.sub("", parts.path).rstrip("/")
    return f"{host}{path}?{query}" if query else f"{host}{path}"
