"""A file's text, with what stands where in it: what one must know to change it in one place only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.files.characters import Position
from generator.files.disk import IrregularFileError, is_leftover, read_regular
from generator.files.guard import sure
from generator.files.load import Mapping, Node, Scalar, Sequence, parse

_MARK = "\ufeff"


@dataclass(frozen=True)
class Sheet:
    """A file that can be read as YAML. Lines and columns count from 1, offsets from 0."""

    text: str
    root: Mapping
    mark: str = ""
    """The byte-order mark that some editors put before the text."""

    @cached_property
    def lines(self) -> list[str]:
        """With their ends."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line))
        return starts

    @cached_property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if self.text.count("\r\n") * 2 > self.text.count("\n") else "\n"

    def offset(self, at: Position) -> int:
        """Where that line and column is in the text; line ``len(lines) + 1`` is its end."""
        line, column = at
        return min(self._starts[min(line, len(self._starts)) - 1] + column - 1, len(self.text))

    def below(self, line: int) -> int:
        """Offset of the line under that one."""
        return self.offset((line + 1, 1))

    def span(self, node: Node) -> tuple[int, int]:
        """From where to where the node is written; without the blank lines under a block text."""
        last = self.last_line(node)
        end = self.offset(node.end)
        if node.end[0] > last:
            end = self.offset((last, 1)) + len(self.line(last))
        return self.offset((node.line, node.column)), end

    def source(self, node: Node) -> str:
        """The node as it is written."""
        start, end = self.span(node)
        return self.text[start:end]

    def line(self, number: int) -> str:
        """That line, without its end."""
        return self.lines[number - 1].rstrip("\r\n")

    def last_line(self, node: Node) -> int:
        """The last line that holds some of the node."""
        line, column = node.end
        line = min(line if column > 1 else line - 1, len(self.lines))
        while line > node.line and not self.line(line).strip():
            line -= 1
        return max(line, node.line)

    def comments(self, first: int = 1, last: int | None = None) -> list[tuple[int, str]]:
        """(line, comment) of all comments on those lines, from top to bottom."""
        return [each for each in self._comments if first <= each[0] <= (last or len(self.lines))]

    @cached_property
    def _comments(self) -> list[tuple[int, str]]:
        texts = sorted(self.span(scalar) for scalar in scalars(self.root))
        found: list[tuple[int, str]] = []
        behind = 0
        for start, end in [*texts, (len(self.text), len(self.text))]:
            found += self._comments_between(behind, start)
            behind = end
            if self.text[start : start + 1] in (">", "|"):
                # The head of a block text may bear a comment; the rest is text.
                found += self._comments_between(start, self.text.find("\n", start, end))
        return found

    def _comments_between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Comments of a part of the text that holds no values."""
        line = self.text.count("\n", 0, start) + 1
        for part in self.text[start : max(start, end)].split("\n"):
            if "#" in part:
                yield line, part[part.index("#") :].rstrip()
            line += 1


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for key, value in node.entries:
                yield key
                yield from scalars(value)


def sheet_of(text: str) -> Sheet | None:
    """The sheet of a file that holds this text; None if it is no YAML that the directory reads."""
    root, _ = parse(text.encode(), "")
    if not isinstance(root, Mapping):
        return None
    mark = _MARK if text.startswith(_MARK) else ""
    return Sheet(text[len(mark) :], root, mark)


def read_text(path: Path) -> str | None:
    """What the file holds, to the last byte; None if that is no text, or no content, or no file."""
    if is_leftover(path.name):
        return None
    try:
        return read_regular(path).decode("utf-8")
    except (UnicodeDecodeError, IrregularFileError, IsADirectoryError):
        return None


def splice(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with each part from one offset to another replaced; what stands at one offset keeps its order."""
    parts, behind = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        sure(start >= behind, "two edits of one place")
        parts += [text[behind:start], new]
        behind = end
    return "".join([*parts, text[behind:]])
