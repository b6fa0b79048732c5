"""Links of files that hold no valid record, told with their other mistakes, so that none waits its turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.check.finding import Finding
from generator.check.links import COUNTRY_KEYS
from generator.check.targets import Targets
from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model import BY_FOLDER, Link, Record, Ref, Term, links_of
from generator.model.problem import KeyPath
from generator.model.values import Value


def links_of_broken(target: Targets, folder: str, id_: str, root: Node) -> Iterator[Finding]:
    """Ids and country codes that name nothing in a file that holds no valid record."""
    type_ = BY_FOLDER[folder]
    for path, link, text in _written(type_, root):
        if wrong := target.missing(link, text):
            yield Finding(wrong[0], folder, id_, path, wrong[1])
    for path, text in _written_countries(type_, root):
        if wrong := target.no_country(text):
            yield Finding(wrong[0], folder, id_, path, wrong[1])


def _written(type_: type[Value], node: Node, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Link, str]]:
    """Every text written where the model wants an id, what it must name, and where it stands."""
    targets: dict[str, Any] = dict(links_of(type_))
    for key, value in node.entries if isinstance(node, Mapping) else ():
        target = targets.get(key.text)
        if target is None:
            continue
        items = enumerate(value.items) if isinstance(value, Sequence) else ((None, value),)
        for at, item in items:
            here = (*path, key.text) if at is None else (*path, key.text, at)
            if not isinstance(target, (Ref, Term)):
                yield from _written(target, item, here)
            elif isinstance(item, Scalar) and item.text:
                yield here, target, item.text


def _written_countries(type_: type[Record], root: Node) -> Iterator[tuple[KeyPath, str]]:
    for key, value in root.entries if isinstance(root, Mapping) else ():
        if key.text in COUNTRY_KEYS and key.text in type_.model_fields:
            if isinstance(value, Scalar) and value.text:
                yield (key.text,), value.text
            elif isinstance(value, Sequence):
                for at, item in enumerate(value.items):
                    if isinstance(item, Scalar) and item.text:
                        yield (key.text, at), item.text
