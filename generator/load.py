"""Files → nodes that remember where they stand. The only door to PyYAML's reader.

Reads the event stream of libyaml and composes it with a stack of its own: every scalar stays the text that was
typed (``NO`` is Norway, ``01001`` a code), and what makes YAML surprising or dangerous is refused: anchors,
aliases, tags, merge keys, duplicate keys, several documents, depth, size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.problem import KeyPath, Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
MAX_NODES = 5000

# C0 and C1 controls but tab, line feed and carriage return; bidirectional overrides and isolates; byte-order marks inside;
# zero-width and invisible operators; the Unicode tag block; lone surrogates.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; lines and columns count from 1."""

    text: str
    line: int
    column: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


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


def locate(node: Node, path: KeyPath, *, key: bool = False) -> tuple[int, int]:
    """Line and column of what stands at ``path``: its key if ``key``, else its value; the nearest parent if absent."""
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


class _Refused(Exception):
    """A file that cannot be composed; carries the problem."""

    def __init__(self, code: str, mark: yaml.Mark | None = None, **args: str) -> None:
        super().__init__(code)
        self.code, self.args_ = code, args
        self.line, self.column = (mark.line + 1, mark.column + 1) if mark else (1, 1)


def read(path: Path, name: str) -> tuple[Node | None, list[Problem]]:
    """The root node of the file at ``path``, called ``name`` in messages; or None and what is wrong with it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [Problem("unreadable-file", name, args={"reason": error.strerror or str(error)})]
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
    except _Refused as refused:
        return None, [Problem(refused.code, name, refused.line, refused.column, args=refused.args_)]
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, name)]
    except yaml.YAMLError:
        return None, [Problem("syntax", name)]


def _position(before: str) -> tuple[int, int]:
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
    if code == "syntax-start" and text[mark.index : mark.index + 1] == "\t":
        code = "syntax-tab"
    # libyaml counts a line break after the last line, even where there is none.
    return Problem(code, name, *min((mark.line + 1, mark.column + 1), _position(text)))


class _Open:
    """A mapping or sequence being composed."""

    __slots__ = ("entries", "items", "key", "keys", "mark")

    def __init__(self, mark: yaml.Mark, is_mapping: bool) -> None:
        self.mark = mark
        self.items: list[Node] = []
        self.entries: list[tuple[Scalar, Node]] | None = [] if is_mapping else None
        self.keys: dict[str, Scalar] = {}
        self.key: Scalar | None = None

    def close(self) -> Node:
        line, column = self.mark.line + 1, self.mark.column + 1
        if self.entries is None:
            return Sequence(tuple(self.items), line, column)
        return Mapping(tuple(self.entries), line, column)


def _compose(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    stack: list[_Open] = []
    root: Node | None = None
    problems: list[Problem] = []
    count = documents = 0

    def place(node: Node, mark: yaml.Mark) -> None:
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
            raise _Refused("complex-key", mark)
        else:
            if node.text == "<<" and node.plain:
                raise _Refused("merge-key", mark)
            if node.text in parent.keys:
                first = str(parent.keys[node.text].line)
                args = {"key": node.text, "first": first}
                problems.append(Problem("duplicate-key", name, node.line, node.column, args=args))
            parent.keys.setdefault(node.text, node)
            parent.key = node

    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        mark = event.start_mark
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise _Refused("several-documents", mark)
            case yaml.AliasEvent():
                raise _Refused("alias", mark)
            case yaml.ScalarEvent():
                _plain_event(event)
                count += 1
                node = Scalar(event.value, mark.line + 1, mark.column + 1, not event.style)
                place(node, mark)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                _plain_event(event)
                count += 1
                is_key = bool(stack) and stack[-1].entries is not None and stack[-1].key is None
                if is_key:
                    raise _Refused("complex-key", mark)
                if len(stack) >= MAX_DEPTH:
                    raise _Refused("too-deep", mark, limit=str(MAX_DEPTH))
                stack.append(_Open(mark, isinstance(event, yaml.MappingStartEvent)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = stack.pop()
                place(closed.close(), closed.mark)
        if count > MAX_NODES:
            raise _Refused("too-many-nodes", mark, limit=str(MAX_NODES))
    if root is None:
        return None, [Problem("empty-file", name)]
    if not isinstance(root, Mapping):
        return None, [Problem("not-a-mapping", name, root.line, root.column)]
    return (None, problems) if problems else (root, [])


def _plain_event(event: yaml.NodeEvent) -> None:
    if event.anchor is not None:
        raise _Refused("anchor", event.start_mark)
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise _Refused("tag", event.start_mark, tag=str(tag))
