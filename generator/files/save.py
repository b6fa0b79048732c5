"""Record → YAML text as a careful person would write it. The only door to PyYAML's writer.

Keys in the model's order, nothing empty, a French-only text bare, long texts folded, one blank line around
every block. Texts that a YAML 1.1 or 1.2 tool would take for something else (``NO``, ``01001``) are quoted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml
from pydantic import BaseModel

from generator import urls
from generator.files.characters import FORBIDDEN
from generator.files.load import Plain
from generator.model import Record, field_order, name_of
from generator.model.language import BY_LOCALE, SOURCE_LOCALE
from generator.model.values import Localized, PartialDate

WIDTH = 100
LONG = 80
"""Texts longer than this many characters are folded."""

_TEXT = "tag:yaml.org,2002:str"
_LIST = "tag:yaml.org,2002:seq"
_MAP = "tag:yaml.org,2002:map"

# What some YAML tools misread and PyYAML's own resolver does not: exponents without a point, octal
# numbers and one-letter booleans.
_MISREAD = re.compile(r"[-+]?[\d_]*\.?[\d_]+[eE][-+]?\d+|0o[0-7]+|[yYnN]|[-+]?0\d+")

# What a block text becomes on one line.
_FLAT: dict[str, str | None] = {">": None, "|": '"'}

# Lines that a block text keeps as they are: words one space apart, or nothing.
_WORD = r"[^ \x00-\x1f\x85]+"
_PLAIN_LINE = re.compile(rf"(?:{_WORD}(?: {_WORD})*)?")


MODELINE = re.compile(r"\A# yaml-language-server: \$schema=\S+\r?\n")
"""The first line of a file, if it is for text editors."""

_resolver: Any = yaml.resolver.Resolver()


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items of a list stand two columns to the right of its key."""
        super().increase_indent(flow, False)

    # Only folded texts are broken into lines: addresses and quoted texts stay on one.
    def write_plain(self, text: str, split: bool = True) -> None:
        super().write_plain(text, False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:
        super().write_single_quoted(text, False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        super().write_double_quoted(text, False)


def modeline(type_: type[Record], site: str) -> str:
    """The first line of a file of that type: it tells text editors which schema completes and checks the file.

    ``site`` is the site's public address.
    """
    return f"# yaml-language-server: $schema={site}{urls.schema(name_of(type_))}\n"


def write(record: Record, site: str = "") -> str:
    """The text of the record's file, its first line for text editors if the ``site``'s public address is known.

    The same record gives the same text, whatever file it came from.

    :raises ValueError: a text holds a character that ``load`` refuses.
    """
    head = modeline(type(record), site) if site else ""
    text, block = "", True
    for name, value in _filled(record):
        if name == "id":
            continue
        lines = _entry(name, value)
        is_block = lines.count("\n") > 1
        if text and (block or is_block):
            text += "\n"
        text += lines
        block = is_block
    return head + text


def entry(record: Record, key: str) -> str:
    """The lines of one key of the record's file."""
    return _entry(key, getattr(record, key))


def _entry(key: str, value: Any) -> str:
    return _serialize(yaml.MappingNode(_MAP, [(_text(key), _node(value))]))


def plain(record: Record) -> dict[str, Plain]:
    """What the record's file holds, every scalar a text: what ``load.plain`` makes of it."""
    return {name: _plain(_node(value)) for name, value in _filled(record) if name != "id"}


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)


def inline(text: str) -> str:
    """The text as one writes it behind its key, on one line: bare where every tool reads it so, else quoted."""
    style = _style(text)
    node = yaml.ScalarNode(_TEXT, text, style=_FLAT.get(style, style) if style else None)
    lines = _serialize(yaml.MappingNode(_MAP, [(_text("x"), node)]))
    return lines.removeprefix("x: ").rstrip("\n")


def _serialize(node: yaml.Node) -> str:
    return str(yaml.serialize(node, Dumper=_Dumper, width=WIDTH, allow_unicode=True))


def _filled(value: BaseModel) -> Iterator[tuple[str, Any]]:
    """Field → what it holds, in writing order, those that say nothing left out."""
    fields = type(value).model_fields
    for name in field_order(type(value)):
        content = getattr(value, name)
        if fields[name].is_required() or (content is not None and content != fields[name].default):
            yield name, content


def _node(value: Any) -> yaml.Node:
    match value:
        case Localized():
            return _localized(value)
        case BaseModel():
            pairs = [(_text(name), _node(content)) for name, content in _filled(value)]
            return yaml.MappingNode(_MAP, pairs, flow_style=False)
        case tuple():
            return yaml.SequenceNode(_LIST, [_node(item) for item in value], flow_style=False)
        case bool():
            return _bare("true" if value else "false")
        case int():
            return _bare(str(value))
        case float():
            return _bare(format(Decimal(repr(value)), "f"))
        case PartialDate():
            return _bare(str(value))
        case str():
            return _text(value)
    raise TypeError(f"no YAML for {type(value).__name__}")


def _localized(value: Localized) -> yaml.Node:
    if list(value.root) == [SOURCE_LOCALE]:
        return _text(value.root[SOURCE_LOCALE])
    known = [locale for locale in BY_LOCALE if locale in value.root]
    order = known + sorted(locale for locale in value.root if locale not in known)
    pairs = [(_text(locale), _text(value.root[locale])) for locale in order]
    return yaml.MappingNode(_MAP, pairs, flow_style=False)


def _bare(text: str) -> yaml.Node:
    """A number, date or boolean, never quoted."""
    return yaml.ScalarNode(_resolver.resolve(yaml.ScalarNode, text, (True, False)), text)


def _text(text: str) -> yaml.Node:
    if FORBIDDEN.search(text) or not unicodedata.is_normalized("NFC", text):
        raise ValueError(f"forbidden character in {text[:60]!r}")
    return yaml.ScalarNode(_TEXT, text, style=_style(text))


def _style(text: str) -> str | None:
    """None leaves it to PyYAML: bare where that is safe, else quoted."""
    lines = text.split("\n")
    if not (lines[0] and lines[-1] and all(_PLAIN_LINE.fullmatch(line) for line in lines)):
        return '"'
    if max(map(len, lines)) > LONG and " " in text:
        return ">"
    if len(lines) > 1:
        return "|"
    return "'" if _MISREAD.fullmatch(text) else None
