"""Two records of one thing made one. Nothing is lost unseen: a value is in the record, or among what is told.

Works on bare values (a record's ``model_dump``), which say the same as the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.model import Actor, Record
from generator.model.actor import VARIANT
from generator.model.language import SOURCE_LOCALE
from generator.model.problem import KeyPath
from generator.text.fold import fold

Side = Literal["keep", "drop"]

_NOT_COMPARED = ("id", "formerly", "not_duplicate_of", "verified", "added")
"""Keys with a rule of their own."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key to which the two records give values that exclude each other."""

    path: KeyPath
    keep: Any
    drop: Any


@dataclass
class Union:
    """What the two records become."""

    tree: dict[str, Any]
    """The record that stays, as bare values."""
    taken: list[tuple[KeyPath, Any]] = field(default_factory=list)
    """What it takes over from the other."""
    conflicts: list[Conflict] = field(default_factory=list)
    left: list[tuple[KeyPath, Any]] = field(default_factory=list)
    """What is not taken over: it says nothing of the record that stays."""


def unite(keep: Record, drop: Record, prefer: Side | None = None) -> Union:
    """The union of the two; where they exclude each other ``prefer`` says which holds (``keep`` without it)."""
    ours, theirs = (each.model_dump(mode="json", exclude_defaults=True) for each in (keep, drop))
    union = Union(dict(ours))
    if isinstance(keep, Actor) and isinstance(drop, Actor):
        _names(union, theirs, prefer)
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        if name in _NOT_COMPARED or name not in theirs:
            continue
        union.tree[name] = _joined(union, (name,), ours.get(name), theirs[name], prefer)
    _formerly(union, keep, drop)
    if "verified" in theirs:
        # The person checked the other record, not what this one becomes.
        union.left.append((("verified",), theirs["verified"]))
    dates = [each for each in (ours.get("added"), theirs.get("added")) if each]
    if dates:
        union.tree["added"] = min(dates)
        union.left += [(("added",), date) for date in sorted(set(dates)) if date != min(dates)]
    return union


def _names(union: Union, theirs: dict[str, Any], prefer: Side | None) -> None:
    """Every name of the other actor becomes one of this one's: its title in each language as another form of the name.

    A name that it bears already, however it is spelled, is no new one; what else is said of it joins it.
    """
    titles: dict[str, str] = union.tree["name"]
    names: list[Any] = list(union.tree.get("names", ()))

    def take(name: dict[str, Any]) -> None:
        names.append(name)
        union.taken.append((("names",), name))

    for locale, text in theirs.pop("name").items():
        known = {each for each in (*titles.values(), *(each["text"] for each in names)) if _alike(each, text)}
        if not known:
            take({"text": text, "kind": VARIANT} | ({} if locale == SOURCE_LOCALE else {"lang": locale}))
        elif text not in known:
            union.left.append((("name",), text))
    for name in theirs.pop("names", ()):
        at = next((at for at, each in enumerate(names) if _alike(each["text"], name["text"])), None)
        if any(_alike(each, name["text"]) for each in titles.values()):
            union.left.append((("names",), name))
        elif at is None:
            take(name)
        elif compatible(names[at], spelled := {**name, "text": names[at]["text"]}):
            names[at] = _group(union, ("names", at), names[at], spelled)
            union.left += [(("names",), name["text"])] if spelled != name else []
        else:
            union.conflicts.append(Conflict(("names", at), names[at], name))
            names[at] = name if prefer == "drop" else names[at]
    if names:
        union.tree["names"] = names


def _alike(one: str, other: str) -> bool:
    """Whether both are one name, spelled with other capitals, accents or signs."""
    return (fold(one) or one) == (fold(other) or other)


def _formerly(union: Union, keep: Record, drop: Record) -> None:
    ids = dict.fromkeys((*keep.formerly, drop.id, *drop.formerly))
    union.tree["formerly"] = [id_ for id_ in ids if id_ != keep.id]
    # To be something else than itself says nothing.
    apart = dict.fromkeys((*keep.not_duplicate_of, *drop.not_duplicate_of))
    union.tree["not_duplicate_of"] = [id_ for id_ in apart if id_ not in (keep.id, drop.id)]


def _joined(union: Union, path: KeyPath, ours: Any, theirs: Any, prefer: Side | None) -> Any:
    if ours is None:
        union.taken.append((path, theirs))
        return theirs
    if ours == theirs:
        return ours
    if isinstance(ours, list):
        return _list(union, path, ours, theirs, prefer)
    if isinstance(ours, dict) and compatible(ours, theirs):
        return _group(union, path, ours, theirs)
    union.conflicts.append(Conflict(path, ours, theirs))
    return theirs if prefer == "drop" else ours


def _group(union: Union, path: KeyPath, ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    union.taken += [((*path, key), value) for key, value in theirs.items() if key not in ours]
    return _merged(ours, theirs)


def _list(union: Union, path: KeyPath, ours: list[Any], theirs: list[Any], prefer: Side | None) -> list[Any]:
    """Both lists: an item that one of ours says already, or says in part, is no new one."""
    joined = list(ours)
    for item in theirs:
        at = _same(joined, item)
        if at is None:
            joined.append(item)
            union.taken.append((path, item))
        elif isinstance(item, dict) and compatible(joined[at], item):
            joined[at] = _group(union, (*path, at), joined[at], item)
        elif joined[at] != item:
            union.conflicts.append(Conflict((*path, at), joined[at], item))
            joined[at] = item if prefer == "drop" else joined[at]
    return joined


def _same(items: Sequence[Any], item: Any) -> int | None:
    """Which of the items is that one: equal, else of the same id or one of the two saying a part of the other."""
    if item in items:
        return items.index(item)
    return next((at for at, each in enumerate(items) if isinstance(each, dict) and _one(each, item)), None)


def _one(each: dict[str, Any], item: dict[str, Any]) -> bool:
    if "id" in each or "id" in item:
        return each.get("id") == item.get("id")
    return compatible(each, item) and (each.keys() <= item.keys() or item.keys() <= each.keys())


def compatible(ours: Any, theirs: Any) -> bool:
    """Whether nothing in one excludes what the other says."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(compatible(ours[key], theirs[key]) for key in ours.keys() & theirs.keys())
    return bool(ours == theirs)


def _merged(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    joined = dict(ours)
    for key, value in theirs.items():
        joined[key] = _merged(ours[key], value) if isinstance(value, dict) and key in ours else value
    return joined


def folded(items: Sequence[Any], changed: Iterable[int]) -> list[Any]:
    """The list without those of the changed items that say no more than another; the others stay as they are."""
    rest: list[Any] = list(items)
    for at in sorted(set(changed), reverse=True):
        others = [*rest[:at], *rest[at + 1 :]]
        same = _same(others, rest[at])
        if same is not None and compatible(others[same], rest[at]):
            if isinstance(rest[at], dict):
                others[same] = _merged(others[same], rest[at])
            rest = others
    return rest
