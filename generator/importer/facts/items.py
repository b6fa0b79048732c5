"""Items of a list that say the same, and how one completes another."""

from __future__ import annotations

from generator.importer.facts.fact import Fact
from generator.importer.facts.value import Plain
from generator.model.schema.field import Field
from generator.text.fold import fold

AS_OF = "as_of"

_SAME = {
    "names": ("text",),
    "memberships": ("network",),
    "expertise_offered": ("theme",),
    "expertise_sought": ("theme",),
    "support_wanted": ("words",),
    "participations": ("actor",),
    "posts": ("operator", "name"),
    "sessions": ("closes",),
    "frames": ("kind",),
    "funding": ("description",),
    "context": ("date", "text"),
    "priorities": ("id",),
}
"""List of groups → the keys that tell of what an item is; the first of ``posts`` that both have. Of another list, an
item is the same only if all of it is."""

_APART = {"memberships": ("role",), "frames": ("signed",)}
"""List of groups → keys by which two items of one thing are two, if both have them and they differ."""


def joined(fact: Fact, field: Field, held: list[Plain], more: list[Plain]) -> list[Plain]:
    """The list with the items that it does not hold; one that it holds in part is completed."""
    items = list(held)
    for new in more:
        at = next((at for at, item in enumerate(items) if _one(field.key, item, new)), None)
        if at is None:
            items.append(new)
        elif isinstance(new, dict):
            items[at] = filled(fact, items[at], new)
    if field.key == "sessions":
        items.sort(key=lambda session: session.get("closes") or session.get("opens") or "")
    return items


def _one(key: str, item: Plain, new: Plain) -> bool:
    """Whether both are of the same thing."""
    if not isinstance(item, dict) or not isinstance(new, dict):
        return _alike(item, new)
    if any(each in item and each in new and item[each] != new[each] for each in _APART.get(key, ())):
        return False
    keys = _SAME.get(key)
    if keys is None:
        return equal(item, new)
    if key == "posts":
        keys = tuple(each for each in keys if each in item and each in new)[:1] or ("operator", "name")
    return all(_alike(item.get(each), new.get(each)) for each in keys)


def filled(fact: Fact, old: Plain, new: Plain) -> Plain:
    """The group with what it lacked; of two dates of one word, the later."""
    found = dict(old)
    for key, value in new.items():
        if key not in found:
            found[key] = value
        elif key == AS_OF:
            found[key] = max(found[key], value)
        elif isinstance(value, list) and isinstance(found[key], list):
            found[key] = [*found[key], *(each for each in value if each not in found[key])]
        elif not _alike(found[key], value):
            raise fact.refuse("fact-differs", held=said(old))
    return found


def equal(old: Plain, new: Plain) -> bool:
    """Whether both say the same, to the letter."""
    return bool(old == new)


def _alike(old: Plain, new: Plain) -> bool:
    """Whether both name the same: texts that differ by accents, capitals or signs do."""
    if isinstance(old, str) and isinstance(new, str):
        return old == new or (bool(fold(new)) and fold(old) == fold(new))
    return bool(old == new)


def part_of(part: Plain, item: Plain) -> bool:
    """Whether the item says all that the part says."""
    if isinstance(part, dict) and isinstance(item, dict):
        return all(item.get(key) == value for key, value in part.items())
    return bool(part == item)


def said(value: Plain) -> str:
    """The value on one line, as a table of facts writes it."""
    if isinstance(value, list):
        return " ; ".join(map(said, value))
    if isinstance(value, dict):
        return " | ".join(f"{key}={said(each)}" for key, each in value.items())
    return str(value)
