"""Files → nodes that remember where they stand and end. The only door to PyYAML's reader.

Reads the event stream of libyaml and composes it with a stack of its own: every scalar stays the text that
was typed (``NO`` is Norway, ``01001`` a code), and what makes YAML surprising or dangerous is refused:
anchors, aliases, tags, merge keys, duplicate keys, several documents, depth, size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from errno import errorcode
from pathlib import Path

import yaml

from generator.files.characters import Position, position, strange
from generator.files.disk import IrregularFileError, read_regular
from generator.files.syntax import Fault, Mark, diagnosis
from generator.model.problem import KeyPath, Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
MAX_NODES = 5000


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with its number sign; lines and columns count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; lines and columns count from 1."""

    text: str
    line: int
    column: int
    plain: bool
    end: Position = field(default=(0, 0), compare=False)
    """Just behind its last character; a block text (``>``, ``|``) takes the blank lines below with it."""
    remark: Remark | None = field(default=None, compare=False)
    """What YAML takes for a remark right behind it, or right below it and deeper than what it belongs to."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    column: int
    end: Position = field(default=(0, 0), compare=False)
    flow: bool = field(default=False, compare=False)
    """Whether it is written between brackets."""


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    end: Position = field(default=(0, 0), compare=False)
    flow: bool = field(default=False, compare=False)
    """Whether it is written between braces."""


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """The same as bare strings, lists and dicts."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}


def locate(node: Node, path: KeyPath, *, key: bool = False) -> Position:
    """Where the value at ``path`` stands, or its key if ``key``; the nearest parent if it is absent."""
    for step, name in enumerate(path):
        last = step == len(path) - 1
        match node:
            case Mapping():
                found = next(((k, v) for k, v in node.entries if k.text == name), None)
                if found is None:
                    break
                if last and key:
                    return found[0].line, found[0].column
                node = found[1]
            case Sequence() if isinstance(name, int) and name < len(node.items):
                node = node.items[name]
            case _:
                break
    return node.line, node.column


class _RefusedError(Exception):
    """A file that cannot be composed; carries the problem."""

    def __init__(self, code: str, at: Position, **args: str) -> None:
        super().__init__(code)
        self.code, self.at, self.args_ = code, at, args


def read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """The root node of the file at ``path``, ``name`` in messages; or None and what is wrong with it."""
    try:
        data = read_regular(path, MAX_BYTES + 1)
    except (IrregularFileError, IsADirectoryError):
        return None, [Problem("irregular-file", name)]
    except OSError as error:
        return None, [Problem("unreadable-file", name, args={"reason": errorcode.get(error.errno or 0, "EIO")})]
    return parse(data, name)


def parse(data: bytes, name: str) -> tuple[Node | None, list[Problem]]:
    """The root node of ``data``, called ``name`` in messages; or None and what is wrong with it."""
    if len(data) > MAX_BYTES:
        return None, [Problem("file-too-big", name, args={"limit": str(MAX_BYTES // 1024)})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Problem("bad-encoding", name, *position(error.object[: error.start].decode()))]
    if strangers := list(strange(text, name)):
        return None, strangers
    try:
        return _compose(text, name)
    except _RefusedError as refused:
        return None, [Problem(refused.code, name, *refused.at, args=refused.args_)]
    except yaml.MarkedYAMLError as error:
        code, at, args = diagnosis(_fault(error), text)
        return None, [Problem(code, name, *(at or (1, 1)), args=args)]
    except yaml.YAMLError:
        return None, [Problem("syntax", name)]


def _fault(error: yaml.MarkedYAMLError) -> Fault:
    at, since = error.problem_mark, error.context_mark
    return Fault(error.problem or "", _mark(at) if at else None, error.context or "", _mark(since) if since else None)


def _mark(mark: yaml.Mark | yaml._yaml.Mark) -> Mark:
    return Mark(mark.line, mark.column, mark.index)


class _Open:
    """A mapping or sequence being composed."""

    __slots__ = ("at", "entries", "flow", "items", "key", "keys")

    def __init__(self, at: Position, is_mapping: bool, flow: bool) -> None:
        self.at, self.flow = at, flow
        self.items: list[Node] = []
        self.entries: list[tuple[Scalar, Node]] | None = [] if is_mapping else None
        self.keys: dict[str, Scalar] = {}
        self.key: Scalar | None = None

    def close(self, bracket: Position) -> Node:
        """The node; it ends at its bracket or brace, or without one where its last value does."""
        if self.entries is None:
            end = bracket if self.flow or not self.items else self.items[-1].end
            return Sequence(tuple(self.items), *self.at, end, self.flow)
        end = bracket if self.flow or not self.entries else self.entries[-1][1].end
        return Mapping(tuple(self.entries), *self.at, end, self.flow)


def _compose(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    stack: list[_Open] = []
    root: Node | None = None
    problems: list[Problem] = []
    count = documents = 0
    lines = text.splitlines() if "#" in text else []

    def place(node: Node) -> None:
        nonlocal root
        if not stack:
            root = node
            return
        parent = stack[-1]
        if parent.entries is None:
            parent.items.append(node)
        elif parent.key is not None:
            parent.entries.append((parent.key, node))
            parent.key = None
        elif not isinstance(node, Scalar):
            raise _RefusedError("complex-key", (node.line, node.column))
        else:
            if node.text == "<<" and node.plain:
                raise _RefusedError("merge-key", (node.line, node.column))
            if node.text in parent.keys:
                first = str(parent.keys[node.text].line)
                path = (*(each.key.text if each.key else len(each.items) for each in stack[:-1]), node.text)
                args = {"key": node.text, "first": first}
                problems.append(Problem("duplicate-key", name, node.line, node.column, path, args))
            parent.keys.setdefault(node.text, node)
            parent.key = node

    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        at = _at(event.start_mark)
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise _RefusedError("several-documents", at)
            case yaml.AliasEvent():
                raise _RefusedError("alias", at)
            case yaml.ScalarEvent():
                _refuse_extras(event, at)
                count += 1
                # libyaml gives an empty style to what is written without quotes.
                end = _at(event.end_mark)
                remark = _remark(lines, event.style, at, end, stack[-1].at[1] if stack else 0) if lines else None
                place(Scalar(event.value, *at, not event.style, end, remark))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                _refuse_extras(event, at)
                count += 1
                is_key = bool(stack) and stack[-1].entries is not None and stack[-1].key is None
                if is_key:
                    raise _RefusedError("complex-key", at)
                if len(stack) >= MAX_DEPTH:
                    raise _RefusedError("too-deep", at, limit=str(MAX_DEPTH))
                stack.append(_Open(at, isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                place(stack.pop().close(_at(event.end_mark)))
        if count > MAX_NODES:
            raise _RefusedError("too-many-nodes", at, limit=str(MAX_NODES))
    if root is None:
        return None, [Problem("empty-file", name)]
    if not isinstance(root, Mapping):
        return None, [Problem("not-a-mapping", name, root.line, root.column)]
    return (None, problems) if problems else (root, [])


_BEHIND = re.compile(r"[ \t]+(#.*)")
_HEAD = re.compile(r"[>|][-+\d]*[ \t]+(#.*)")
_BELOW = re.compile(r" +(#.*)")


def _remark(lines: list[str], style: str | None, at: Position, end: Position, column: int) -> Remark | None:
    """The remark that cuts a text written without quotes, which belongs to what stands in that column.

    Behind a quotation nothing is cut: one sees where it ends.
    """
    if style in ('"', "'"):
        return None
    head = at if style else end
    line = lines[head[0] - 1] if head[0] <= len(lines) else ""
    if found := (_HEAD if style else _BEHIND).match(line, head[1] - 1):
        return Remark(found[1].rstrip(), head[0], found.start(1) + 1)
    # libyaml puts the end of a block text at the start of the line below.
    below = end[0] - 1 if style else end[0]
    if end > at and not line[end[1] - 1 if not style else len(line) :].strip() and below < len(lines):
        found = _BELOW.match(lines[below])
        if found and found.start(1) + 1 > column:
            return Remark(found[1].rstrip(), below + 1, found.start(1) + 1)
    return None


def _at(mark: yaml.Mark | yaml._yaml.Mark | None) -> Position:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, at: Position) -> None:
    """Anchors and tags, the two things that YAML lets anyone add to a value."""
    if event.anchor is not None:
        raise _RefusedError("anchor", at)
    if event.tag is not None:
        raise _RefusedError("tag", at, tag=str(event.tag))
