"""Records → what each of their fields says, in words a reader compares: names rather than ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.check.links import COUNTRY_KEYS
from generator.model import THEMES, Record, Ref, Term, field_order, links_of
from generator.model.directory import Directory
from generator.model.language import SOURCE_LOCALE
from generator.model.values import Localized, Value
from generator.words.countries import country_names

Path = tuple[str, ...]
"""Keys that lead to a field; of a text in another language than French, its code comes last."""
Directories = Sequence[Directory]


def sayings(record: Record, *directories: Directory) -> Mapping[Path, tuple[str, ...]]:
    """Field → what it says, in the order of the file: one text, or one per item of a list.

    An id is told by its name in the first of the directories that knows it.
    """
    return dict(_said(record, directories, ()))


def _said(value: Value, directories: Directories, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    links = dict(links_of(type(value)))
    for name in field_order(type(value)):
        content = getattr(value, name)
        here = (*path, name)
        if name == "id" or content == type(value).model_fields[name].default:
            continue
        if isinstance(content, Localized):
            for locale, text in content.root.items():
                yield here if locale == SOURCE_LOCALE else (*here, locale), (text,)
        elif isinstance(content, Value):
            yield from _said(content, directories, here)
        elif isinstance(content, tuple):
            yield here, tuple(_item(item, name, links.get(name), directories) for item in content)
        else:
            yield here, (_leaf(content, name, links.get(name), directories),)


def _item(item: Any, name: str, target: Any, directories: Directories) -> str:
    """What one item of a list says, on one line."""
    if isinstance(item, Value):
        return ", ".join(text for _, texts in _said(item, directories, ()) for text in texts)
    return _leaf(item, name, target, directories)


def _leaf(content: Any, name: str, target: Any, directories: Directories) -> str:
    text = str(content).lower() if isinstance(content, bool) else str(content)
    if isinstance(target, (Ref, Term)):
        return next((label for directory in directories if (label := _label(directory, target, text))), text)
    return country_names().get(text, text) if name in COUNTRY_KEYS else text


def _label(directory: Directory, target: Ref | Term, id_: str) -> str:
    """What people call the record or the term; nothing if the directory has none of that id."""
    match target:
        case Ref(type=folder):
            record = getattr(directory, folder).get(id_)
            return str(record.label) if record else ""
        case Term(vocabulary=vocabulary):
            term = directory.terms.get(vocabulary, {}).get(id_)
            if vocabulary == THEMES and id_ in directory.themes:
                term = directory.themes[id_][1]
            return str(term.label) if term else ""
