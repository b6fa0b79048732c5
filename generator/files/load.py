"""Files → nodes that remember where they stand and end. The only door to PyYAML's reader.

Reads the event stream of libyaml and composes it with a stack of its own: every scalar stays the text that
was typed (``NO`` is Norway, ``01001`` a code), and what makes YAML surprising or dangerous is refused:
anchors, aliases, tags, merge keys, duplicate keys, several documents, depth, size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from errno import errorcode
from pathlib import Path

import yaml

from generator.files.disk import IrregularFileError, read_regular
from generator.model.problem import KeyPath, Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
MAX_NODES = 5000

# C0 and C1 controls but tab, line feed and carriage return; bidirectional overrides and isolates; byte-order
# marks inside; zero-width and invisible operators; the Unicode tag block; lone surrogates.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


Position = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; lines and columns count from 1."""

    text: str
    line: int
    column: int
    plain: bool
    end: Position = field(default=(0, 0), compare=False)
    """Just behind its last character; a block text (``>``, ``|``) takes the blank lines below with it."""


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
        return None, [Problem("bad-encoding", name, *_position(error.object[: error.start].decode()))]
    if hidden := list(_hidden(text, name)):
        return None, hidden
    try:
        return _compose(text, name)
    except _RefusedError as refused:
        return None, [Problem(refused.code, name, *refused.at, args=refused.args_)]
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, name)]
    except yaml.YAMLError:
        return None, [Problem("syntax", name)]


def _position(before: str) -> Position:
    """Line and column of what follows the text, its lines ended as libyaml takes them."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def _hidden(text: str, name: str) -> Iterable[Problem]:
    for found in FORBIDDEN.finditer(text):
        line, column = _position(text[: found.start()])
        code = f"U+{ord(found.group()):04X}"
        yield Problem("forbidden-character", name, line, column, args={"character": code})


# What libyaml says → our code for it. Anything else is plain "syntax".
_SYNTAX = (
    ("mapping values are not allowed", "syntax-colon"),
    ("could not find expected ':'", "syntax-missing-colon"),
    ("found character that cannot start", "syntax-start"),
    ("found unexpected end of stream", "syntax-unclosed-quote"),
    ("did not find expected ',' or", "syntax-unclosed-bracket"),
    ("did not find expected key", "syntax-indentation"),
    ("did not find expected '-' indicator", "syntax-indentation"),
    ("found a tab character", "syntax-tab"),
    ("found unknown escape character", "syntax-escape"),
)


# What is left open is shown where it opens: libyaml notices it at the end of the file.
_LEFT_OPEN = ("syntax-unclosed-quote", "syntax-unclosed-bracket")


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    code = next((code for words, code in _SYNTAX if words in (error.problem or "")), "syntax")
    mark = error.problem_mark or error.context_mark
    if code in _LEFT_OPEN:
        mark = error.context_mark or mark
    if mark is None:
        return Problem(code, name)
    if glued := _glued(text.splitlines(), mark.line):
        return Problem(glued[0], name, *glued[1])
    if code == "syntax-start" and text[mark.index : mark.index + 1] == "\t":
        code = "syntax-tab"
    # libyaml counts a line break after the last line, even where there is none.
    return Problem(code, name, *min((mark.line + 1, mark.column + 1), _position(text)))


# A key or a dash with no space behind it is a text to YAML, which then stumbles over the next line.
_GLUED = (
    ("syntax-colon-space", re.compile(r"\s*(?:- )?[a-z_]+:(?=[^\s/])")),
    ("syntax-dash-space", re.compile(r"\s*-(?=[a-z_]+:(\s|$))")),
)


def _glued(lines: list[str], at: int) -> tuple[str, Position] | None:
    """The code and place of a missing space on the line where libyaml stumbled or the one before."""
    for line in (at - 1, at):
        for code, pattern in _GLUED:
            if 0 <= line < len(lines) and (found := pattern.match(lines[line])):
                return code, (line + 1, found.end() + 1)
    return None


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
                place(Scalar(event.value, *at, not event.style, _at(event.end_mark)))
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


def _at(mark: yaml.Mark | yaml._yaml.Mark | None) -> Position:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_extras(event: yaml.ScalarEvent | yaml.CollectionStartEvent, at: Position) -> None:
    """Anchors and tags, the two things that YAML lets anyone add to a value."""
    if event.anchor is not None:
        raise _RefusedError("anchor", at)
    if event.tag is not None:
        raise _RefusedError("tag", at, tag=str(event.tag))
