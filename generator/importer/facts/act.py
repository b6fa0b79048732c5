"""What a fact does to a record: it says something else, adds, changes a role, takes away. Records are bare values here,
as their files hold them; what an act returns is new, and what it was given stays as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from generator.importer.facts.fact import Fact
from generator.importer.facts.items import AS_OF, equal, filled, joined, part_of, said
from generator.importer.facts.target import Target
from generator.importer.facts.value import Plain, apart, value_of
from generator.model.actor import USUAL, VARIANT
from generator.model.language import SOURCE_LOCALE
from generator.model.schema.field import Field
from generator.sheets.facts import ADD, NEW, REMOVE, ROLE, SET
from generator.text.fold import fold

Tree = dict[str, Plain]

_ACTOR, _ROLE = "actor", "role"
_NAMES = "names"
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Done:
    """What an act made of a record."""

    tree: Tree
    old: Plain = None
    """What it replaced or took away; None if nothing was there, or if what was there stays."""
    new: Plain = None
    """What stands in its place; None if nothing."""


def act(fact: Fact, target: Target, tree: Tree) -> Done:
    """The record after the fact.

    :raises RowError: the fact cannot be applied to it.
    """
    text, beside = apart(target, fact.value)
    done = _ACTS[fact.action](replace(fact, value=text), target, tree)
    for field, value in beside:
        other = Target((*target.way[:-1], field))
        done = replace(done, tree=_ACTS[fact.action](replace(fact, value=value), other, done.tree).tree)
    return done


def _set(fact: Fact, target: Target, tree: Tree) -> Done:
    if target.was and target.was.bare and target.field.many and not target.was.beside:
        return _add(fact, target, tree)  # one value was all the list there was: others in it stay
    if target.list:
        return _within_item(fact, target, tree)
    value = value_of(fact, target)
    old = _held(tree, target)
    if equal(old, value):
        return Done(tree)
    changed = _placed(tree, target, _beside_translations(old, value))
    return Done(_dated(fact, target, changed), old, value)


def _add(fact: Fact, target: Target, tree: Tree) -> Done:
    if target.list:
        return _within_item(fact, target, tree)
    value, old = value_of(fact, target), _held(tree, target)
    if target.path == _NAMES:
        value = [name for name in value if not _is_title(name, tree)]
        if not value:
            return Done(tree)
    if target.field.many:
        return Done(_placed(tree, target, joined(fact, target.field, old or [], value)))
    if old is None:
        return Done(_dated(fact, target, _placed(tree, target, value)))
    if target.field.kind == "localized":
        return Done(_placed(tree, target, _sentence(old, value)))
    if target.field.fields:
        return Done(_placed(tree, target, filled(fact, old, value)))
    if equal(old, value):
        return Done(tree)
    raise fact.refuse("fact-differs", held=said(old))


def _within_item(fact: Fact, target: Target, tree: Tree) -> Done:
    """A key of an item of a list: one that begins an item makes another, one that does not joins the last begun, or the
    only one that lacks it."""
    assert target.list is not None
    key = target.list.key
    items = list(tree.get(key, []))
    value = value_of(fact, target)
    if target.begins:
        item = {target.field.key: value}
        return Done({**tree, key: joined(fact, target.list, items, [item])})
    if any(equal(item.get(target.field.key), value) for item in items):
        return Done(tree)
    first = next((each.key for each in target.list.fields if each.required), "")
    lacking = [
        at
        for at, item in enumerate(items)
        if target.field.key not in item and (not fact.item or item.get(first) == fact.item)
    ]
    if len(lacking) != 1:
        raise fact.refuse("fact-which-item", list=key, count=str(len(lacking)))
    items[lacking[0]] = {**items[lacking[0]], target.field.key: value}
    return Done({**tree, key: items})


def _role(fact: Fact, target: Target, tree: Tree) -> Done:
    parts = value_of(fact, target)
    wanted = parts[0] if target.field.many and len(parts) == 1 else {}
    if target.path != "participations" or wanted.keys() != {_ACTOR, _ROLE}:
        raise fact.refuse("fact-role")
    items = list(tree.get(target.top.key, []))
    places = [at for at, item in enumerate(items) if item.get(_ACTOR) == wanted[_ACTOR]]
    if not places:
        raise fact.refuse("fact-no-participant", actor=wanted[_ACTOR])
    if any(items[at] == wanted for at in places):
        return Done(tree)
    if len(places) > 1:
        raise fact.refuse("fact-participant-twice", actor=wanted[_ACTOR])
    old = items[places[0]]
    items[places[0]] = {**old, **wanted}
    return Done({**tree, target.top.key: items}, old, wanted)


def _remove(fact: Fact, target: Target, tree: Tree) -> Done:
    value, old = value_of(fact, target), _held(tree, target)
    if not target.field.many or target.list:
        raise fact.refuse("fact-remove")
    gone = [item for item in old or [] if any(part_of(each, item) for each in value)]
    if not gone:
        return Done(tree)
    rest = [item for item in old or [] if item not in gone]
    return Done(_placed(tree, target, rest or None), gone)


_ACTS: dict[str, Callable[[Fact, Target, Tree], Done]] = {SET: _set, ADD: _add, ROLE: _role, REMOVE: _remove, NEW: _add}
"""A record being made takes its facts in as any other: its lists and texts grow, anything else is said once."""


# Values


def _held(tree: Tree, target: Target) -> Plain:
    """What the record says there; None if nothing."""
    found: Any = tree
    for each in target.way:
        found = found.get(each.key) if isinstance(found, dict) else None
    return found


def _placed(tree: Tree, target: Target, value: Plain) -> Tree:
    """The record with the value there; without the key if there is no value."""

    def put(holder: Tree, way: tuple[Field, ...]) -> Tree:
        key = way[0].key
        inner = put(holder.get(key) or {}, way[1:]) if len(way) > 1 else value
        if inner is None or inner == {}:
            return {name: each for name, each in holder.items() if name != key}
        return {**holder, key: inner}

    return put(tree, target.way)


def _dated(fact: Fact, target: Target, tree: Tree) -> Tree:
    """With the date of the word in the group whose subject the fact names."""
    dated = target.group is not None and any(each.key == AS_OF for each in target.group.fields)
    if not (fact.as_of and dated and target.begins):
        return tree
    assert target.group is not None
    key = next(each for each in target.group.fields if each.key == AS_OF)
    return _placed(tree, Target((*target.way[:-1], key)), fact.as_of)


def _beside_translations(old: Plain, new: Plain) -> Plain:
    """The new text; in one language, beside what the others say."""
    if isinstance(new, dict) and new.keys() != {SOURCE_LOCALE} and isinstance(old, str):
        return {SOURCE_LOCALE: old, **new} if all(len(key) == len(SOURCE_LOCALE) for key in new) else new
    return new


def _sentence(old: Plain, new: Plain) -> Plain:
    """The text with one sentence more, unless it holds it already."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _sentence(old[key], text) if key in old else text for key, text in new.items()}
    if isinstance(old, dict):
        return old | {SOURCE_LOCALE: _sentence(old.get(SOURCE_LOCALE, ""), new)}
    if isinstance(new, dict):
        return {SOURCE_LOCALE: old, **new}
    if fold(new) in fold(old):
        return old
    ended = old if not old or old.endswith((".", "!", "?", "…", ".»", "»")) else f"{old}."
    return f"{ended} {new}".strip()


def _is_title(name: Tree, tree: Tree) -> bool:
    """Whether the title says the name already, its acronym aside."""
    title = tree.get("name", "")
    titles = {fold(_BRACKETS.sub("", text)) for text in (title.values() if isinstance(title, dict) else [title])}
    return name["kind"] in (USUAL, VARIANT) and fold(name["text"]) in titles
