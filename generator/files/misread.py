"""Texts that YAML takes for something else than was meant: a list, a group of keys, a remark; those on several lines
where one is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.files.characters import Position
from generator.files.kinds import Typed, typed
from generator.files.load import Mapping, Node, Scalar, Sequence
from generator.model.language import SOURCE_LOCALE
from generator.model.problem import KeyPath, Problem
from generator.model.schema.field import Field
from generator.model.values import LOCALE


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a value is not the text it was meant to be."""

    code: str
    path: KeyPath
    at: Position
    args: dict[str, str] = field(default_factory=dict)


def misread(known: tuple[Field, ...], root: Node) -> Iterator[Misread]:
    """Values that cannot be published as they were read; ``known`` are the keys of the file's type."""
    if not _doubtful(root):
        return
    yield from _bracketed(known, root)
    for each in typed(known, root):
        scalar = each.scalar
        if not scalar.text and scalar.remark and each.field.words:
            args = {"remark": scalar.remark.text}
            yield Misread("only-a-remark", each.path, (scalar.remark.line, scalar.remark.column), args)
        elif is_broken(each):
            french = (SOURCE_LOCALE,) if each.field.kind == "localized" and each.bare else ()
            yield Misread("line-break", (*each.path, *french), (scalar.line, scalar.column))


def is_broken(each: Typed) -> bool:
    """Whether the value stands on several lines where one is wanted."""
    return each.field.words and not each.field.long and "\n" in each.scalar.text.strip()


def _doubtful(node: Node) -> bool:
    """Whether the file holds anything that may be misread: most hold nothing, and need no closer look."""
    if isinstance(node, Scalar):
        return node.remark is not None or "\n" in node.text
    if node.flow:
        return True
    if isinstance(node, Mapping):
        return any(_doubtful(value) for _, value in node.entries)
    return any(map(_doubtful, node.items))


def _bracketed(known: tuple[Field, ...], node: Node, path: KeyPath = ()) -> Iterator[Misread]:
    by_key = {field.key: field for field in known}
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if field := by_key.get(key.text):
            here = (*path, key.text)
            items: list[tuple[KeyPath, Node]] = [(here, value)]
            if field.many and isinstance(value, Sequence):
                items = [((*here, at), item) for at, item in enumerate(value.items)]
            for place, item in items:
                if field.fields:
                    yield from _bracketed(field.fields, item, place)
                elif field.words and not isinstance(item, Scalar) and item.flow and not _by_language(field, item):
                    character = "[" if isinstance(item, Sequence) else "{"
                    yield Misread("bracketed-text", place, (item.line, item.column), {"character": character})


def _by_language(field: Field, value: Mapping | Sequence) -> bool:
    """Whether it is a text by language between braces: ``{fr: Eau, es: Agua}``."""
    texts = value.entries if isinstance(value, Mapping) and field.kind == "localized" else ()
    return bool(texts) and all(LOCALE.fullmatch(key.text) and _is_text(each) for key, each in texts)


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and bool(node.text)


def cut(known: tuple[Field, ...], root: Node, file: str) -> Iterator[Problem]:
    """Texts that a number sign may have cut: what stands behind it is read by nobody."""
    for each in typed(known, root) if _doubtful(root) else ():
        remark = each.scalar.remark
        if remark and each.scalar.text and each.field.words:
            args = {"value": _short(each.scalar.text), "remark": _short(remark.text)}
            yield Problem("text-cut", file, remark.line, remark.column, each.path, args, "warning")


_SHOWN = 60


def _short(text: str) -> str:
    """The text on one line; of a long one, its end, which is where it is cut."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"…{line[1 - _SHOWN :]}"
