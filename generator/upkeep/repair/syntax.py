"""What keeps a file from being read, if there is only one way to write it right: quotes or a space that are missing,
characters that a copy left in it."""

from __future__ import annotations

import re

from generator.files.characters import composed
from generator.files.kinds import every_key
from generator.files.load import parse
from generator.files.save import inline
from generator.model.problem import Problem

_ROUNDS = 200
_MARK = "\ufeff"
"""The byte-order mark that some editors put before the text."""
_LINE = re.compile(r"(?P<key>\s*(?:- +)*(?P<name>[a-z_]+) *: +)(?P<value>\S.*?)(?P<comment>\s+#.*)?\s*")
_ITEM = re.compile(r"(?P<key>\s*(?:- +)+)(?P<value>\S.*?)(?P<comment>\s+#.*)?\s*")
_OPENERS = tuple("\"'[{>|&*!#")
"""What begins a value that is not a bare text."""


def readable(text: str, type_: str) -> str:
    """The text with quotes and spaces put where YAML wants them, if it can be read then; else as it was."""
    mark = _MARK if text.startswith(_MARK) else ""
    mended = mark + composed(text.removeprefix(mark))
    for _ in range(_ROUNDS):
        root, problems = parse(mended.encode(), "")
        if root is not None:
            return mended
        again = _mended(mended, problems[0], type_) if problems else None
        if again is None or again == mended:
            return text
        mended = again
    return text


def _mended(text: str, problem: Problem, type_: str) -> str | None:
    lines = text.removeprefix(_MARK).splitlines(keepends=True)
    if not 0 < problem.line <= len(lines):
        return None
    whole = lines[problem.line - 1]
    line = whole.rstrip("\r\n")
    match problem.code:
        case "syntax-colon-space" | "syntax-dash-space":
            found = re.search(r"([a-z_]+):$", line[: problem.column - 1])
            if problem.code == "syntax-colon-space" and not (found and found[1] in every_key(type_)):
                return None
            new = f"{line[: problem.column - 1]} {line[problem.column - 1 :]}"
        case "syntax-colon" | "syntax-start":
            quoted = _quoted(line, problem, type_)
            if quoted is None:
                return None
            new = quoted
        case _:
            return None
    lines[problem.line - 1] = new + whole[len(line) :]
    mark = _MARK if text.startswith(_MARK) else ""
    return mark + "".join(lines)


def _quoted(line: str, problem: Problem, type_: str) -> str | None:
    """The line with its value between quotes."""
    found = _LINE.fullmatch(line)
    if found and found["name"] not in every_key(type_) and not re.fullmatch(r"[a-z]{2}", found["name"]):
        return None
    found = found or _ITEM.fullmatch(line)
    if not found or found["value"].startswith(_OPENERS) or problem.column <= found.start("value"):
        return None
    return found["key"] + _between_quotes(found["value"]) + (found["comment"] or "")


def _between_quotes(text: str) -> str:
    spelled = inline(text)
    return spelled if spelled != text else f"'{text}'"
