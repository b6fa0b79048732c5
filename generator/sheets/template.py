"""An empty table of a type, with all that helps to fill it in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.schema.field import Field
from generator.model.schema.fields import fields
from generator.model.schema.layout import UPKEEP
from generator.model.schema.types import TYPES
from generator.sheets.book import Help, Sheet, workbook
from generator.sheets.choices import AllChoices
from generator.sheets.columns import Column, column_at, id_header
from generator.sheets.words import say
from generator.words import fields as words

_LEFT_OUT = frozenset(field.key for field in fields("actor") if field.section == UPKEEP) - {"note"}
"""What nobody fills in of a new record."""

_TIMES = {"participations": 4, "names": 3, "expertise_offered": 3, "expertise_sought": 3, "sources": 2}
"""How many of a group there is room for; of the others, one."""
_CHOICES = 3
"""How many columns a list of choices has: a cell offers one at a time."""

_README = ("title", "row", "bold", "lists", "more", "dates", "languages", "example", "personal", "send", "import")


def template(type_: str, choices: AllChoices, file: str) -> bytes:
    """The workbook to fill in; ``file`` is its name, for what it tells to do next."""
    columns = [column_at(type_, path) for path in _paths(fields(type_), choices)]
    headers = [id_header(type_), *(column.header for column in columns)]
    help_ = {headers[0]: Help(say("help.id"))} | {column.header: _help(column, type_, choices) for column in columns}
    example = [say("example"), *(_example(column, type_, choices) for column in columns)]
    lists = {choices.name(column.field): list(choices.of(column.field)) for column in columns}
    lists = {name: texts for name, texts in lists.items() if name}
    told = {"type": words.type_plural(type_), "help": words.type_help(type_), "file": file}
    sheet = Sheet(words.type_plural(type_), headers, [example], help_)
    return workbook(
        sheet, (say("name.lists"), lists), (say("name.readme"), [say(f"readme.{key}", **told) for key in _README])
    )


def type_named(stem: str) -> str | None:
    """The type that a file of that name would hold: ``initiatives``, ``Acteurs``; None if nobody can tell."""
    name = stem.lower()
    named = {
        each: type_ for type_, folder in TYPES.items() for each in (type_, folder, words.type_plural(type_).lower())
    }
    return named.get(name)


def _paths(inside: tuple[Field, ...], choices: AllChoices, above: str = "") -> Iterator[str]:
    for field in inside:
        path = f"{above}{field.key}"
        if not above and field.key in _LEFT_OUT:
            continue
        if field.fields and not field.many:
            yield from _paths(field.fields, choices, f"{path}.")
        elif field.fields and "[" not in above and "." not in above:
            for at in range(_TIMES.get(field.key, 1)):
                yield from _paths(field.fields, choices, f"{path}[{at}].")
        elif field.fields:
            continue
        elif field.many and choices.of(field):
            yield from (f"{path}[{at}]" for at in range(_CHOICES))
        else:
            yield path


def _help(column: Column, type_: str, choices: AllChoices) -> Help:
    field = column.field
    name, first = choices.name(field), column.path.replace("[0]", "")
    parts = [words.help_text(field)]
    outer = next(each for each in fields(type_) if each.key == first.partition(".")[0].partition("[")[0])
    required = (field.required and "." not in first and "[" not in first) or column.path == "sources[0].title"
    if required:
        parts.append(say("help.required"))
    if kind := outer.only_for or outer.needed_for:
        parts.append(say("help.only-for", kind=_kind(type_, kind, choices)))
    if column.whole:
        parts.append(say("help.many"))
    if name:
        parts.append(say("help.choices", name=say("name.lists"), choices=name))
    elif example := words.example(field):
        parts.append(say("help.example", example=example))
    return Help("\n".join(parts), required, name, field.kind == "term")


def _example(column: Column, type_: str, choices: AllChoices) -> str:
    """What the example row holds: what is asked at once of any record of the type."""
    first = next(field for field in fields(type_) if field.key == column.path.partition(".")[0].partition("[")[0])
    suits = first.core and not first.only_for and (column.field.core or "." not in column.path)
    if not suits or any(f"[{number}]" in column.path for number in range(1, 10)):
        return ""
    value = words.example(column.field) or ""
    shown = {id_: text for text, id_ in choices.of(column.field).items()}
    return shown.get(value, value)


def _kind(type_: str, id_: str, choices: AllChoices) -> str:
    """What people call that kind of record."""
    kinds = choices.of(column_at(type_, "kind").field)
    return next((text for text, each in kinds.items() if each == id_), id_)
