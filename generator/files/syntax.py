"""What libyaml cannot read, told by what was probably meant: where, and under which code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.files.characters import Position, position


@dataclass(frozen=True, slots=True)
class Mark:
    """Where libyaml stands; all from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What libyaml says: what is wrong and where, while it was doing what and since where."""

    problem: str
    at: Mark | None
    context: str
    since: Mark | None


# What libyaml says → our code for it. Anything else is plain "syntax".
_SYNTAX = (
    ("mapping values are not allowed", "syntax-colon"),
    ("could not find expected ':'", "syntax-missing-colon"),
    ("found character that cannot start", "syntax-start"),
    ("did not find expected node content", "syntax-start"),
    ("mapping keys are not allowed", "syntax-start"),
    ("block sequence entries are not allowed", "syntax-dash"),
    ("found unexpected end of stream", "syntax-unclosed-quote"),
    ("did not find expected ',' or", "syntax-unclosed-bracket"),
    ("did not find expected key", "syntax-indentation"),
    ("did not find expected '-' indicator", "syntax-indentation"),
    ("found a tab character", "syntax-tab"),
    ("found unknown escape character", "syntax-escape"),
)

# The same of what it was doing when nothing else tells: what a text begins with was taken for something else.
_DOING = (
    ("while scanning an alias", "alias"),
    ("while scanning an anchor", "anchor"),
    ("while scanning a tag", "tag"),
    ("while scanning a block scalar", "syntax-block"),
)

# What is left open is shown where it opens: libyaml notices it at the end of the file.
_LEFT_OPEN = ("syntax-unclosed-quote", "syntax-unclosed-bracket")


def diagnosis(fault: Fault, text: str) -> tuple[str, Position | None, dict[str, str]]:
    """The code, the place and the details of what is wrong; no place if libyaml knows none."""
    code = next((code for words, code in _SYNTAX if words in fault.problem), "")
    if not code and (doing := next((code for words, code in _DOING if fault.context.startswith(words)), "")):
        return doing, _place(fault.since or fault.at, text), {}
    code = code or "syntax"
    mark = fault.at or fault.since
    if code in _LEFT_OPEN:
        mark = fault.since or mark
    if mark is None:
        return code, None, {}
    lines = text.splitlines()
    if glued := _on_lines(_GLUED, lines, mark.line):
        return glued
    if code not in _LEFT_OPEN and (begun := _on_lines(_BEGUN, lines, mark.line)):
        return begun
    if code in ("syntax-indentation", "syntax-missing-colon") and (cut := _on_lines(_CUT, lines, mark.line)):
        return cut
    if code == "syntax-start" and text[mark.index : mark.index + 1] == "\t":
        code = "syntax-tab"
    return code, _place(mark, text), {}


def _place(mark: Mark | None, text: str) -> Position | None:
    # libyaml counts a line break after the last line, even where there is none.
    return min((mark.line + 1, mark.column + 1), position(text)) if mark else None


_Shapes = tuple[tuple[str, re.Pattern[str]], ...]

# A key or a dash with no space behind it is a text to YAML, which then stumbles over the next line.
_GLUED: _Shapes = (
    ("syntax-colon-space", re.compile(r"\s*(?:- )?[a-z_]+:()(?=[^\s/])")),
    ("syntax-dash-space", re.compile(r"\s*-()(?=[a-z_]+:(\s|$))")),
)

_VALUE = r"\s*(?:- +)*(?:[\w-]+ *: +)?(?:- +)*"
# A value that begins like a list, a group or a quotation, and goes on behind its end.
_BEGUN: _Shapes = (
    ("syntax-bracket", re.compile(_VALUE + r"(\[)[^\[\]]*\][ \t]*[^\s,\]}#:]")),
    ("syntax-bracket", re.compile(_VALUE + r"(\{)[^{}]*\}[ \t]*[^\s,\]}#:]")),
    ("syntax-after-quote", re.compile(_VALUE + r'(")(?:[^"\\]|\\.)*"[ \t]*[^\s,\]}#:]')),
    ("syntax-after-quote", re.compile(_VALUE + r"(')(?:[^']|'')*'[ \t]*[^\s,\]}#:']")),
)

# A text that goes on under a line where a number sign cut it: YAML stumbles over what follows.
_CUT: _Shapes = (("syntax-remark", re.compile(_VALUE + r"[^\s\"'#|>][^\"']*?[ \t](#)")),)


def _on_lines(shapes: _Shapes, lines: list[str], at: int) -> tuple[str, Position, dict[str, str]] | None:
    """The code and place of the first of these on the line where libyaml stumbled or the one before."""
    for line in (at - 1, at):
        for code, pattern in shapes:
            if 0 <= line < len(lines) and (found := pattern.match(lines[line])):
                args = {"character": found[1]} if found[1] else {}
                return code, (line + 1, found.start(1) + 1), args
    return None
