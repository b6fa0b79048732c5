"""What a mapping file says: which column of a foreign table fills which key of which record."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.files.decode import decode
from generator.files.load import read
from generator.model import BY_FOLDER, Record
from generator.model.problem import Problem
from generator.model.schema import field
from generator.model.schema.fields import fields, walk
from generator.model.schema.paths import Today, today
from generator.model.schema.types import type_in
from generator.model.values import Text, Value

_KEY = r"[a-z_][A-Za-z_-]*(?:\[(?:\d{1,3}|\*)?\])?"
TAB = "tab"
"""What a mapping writes for a character that nobody sees."""
NAMED = re.compile(r"\{([^{}]+)\}")
"""A column named in a text."""
_KEY_PATH = re.compile(rf"{_KEY}(?:\.{_KEY})*")


def _key_path(value: str) -> str:
    if not _KEY_PATH.fullmatch(value):
        raise PydanticCustomError("bad-key-path", "{value}", {"value": value})
    return value


def _pattern(value: str) -> str:
    try:
        if re.compile(value).groupindex:
            return value
    except re.error as error:
        raise PydanticCustomError("bad-pattern", "{value}", {"reason": str(error)}) from error
    raise PydanticCustomError("pattern-without-group", "{value}", {"value": value})


def _one_of(*known: str) -> AfterValidator:
    def check(value: str) -> str:
        if value not in known:
            raise PydanticCustomError("unknown-choice", "{value}", {"known": ", ".join(known)})
        return value

    return AfterValidator(check)


def _several(value: Any) -> Any:
    """One thing stands for a list of one."""
    return value if isinstance(value, list | tuple) else (value,)


def _bare_key_path(value: Any) -> Any:
    return {"to": value} if isinstance(value, str) else value


def _bare_column(value: Any) -> Any:
    return {"columns": value} if isinstance(value, str) else value


KeyPathText = Annotated[str, AfterValidator(_key_path)]
"""``status.state``; ``sources[0].title``, of the first item; ``themes[]``, one more item;
``sources[*].year``, of every item."""

Texts = Annotated[tuple[str, ...], BeforeValidator(_several)]
Patterns = Annotated[tuple[Annotated[str, AfterValidator(_pattern)], ...], BeforeValidator(_several)]
Make = Annotated[str, _one_of("slug", "lower", "upper")]

Condition = Annotated[dict[str, Texts], Field(default_factory=dict)]
"""Column → texts it may hold; ``-`` stands for an empty cell, ``*`` for any text."""

Constants = Annotated[dict[KeyPathText, str], Field(default_factory=dict)]
Ignored = Annotated[dict[str, Text], Field(default_factory=dict)]


class Rule(Value):
    """What one column gives to a record."""

    to: KeyPathText
    """The key it fills."""
    when: Condition
    """Only for the rows where these columns hold these texts."""
    unless_same_as: str | None = None
    """Nothing when that column holds the same text."""
    text: str | None = None
    """What is written instead of the cell that is filled: a text with the names of columns in braces."""
    separator: str | None = None
    """What stands between several texts in one cell; each is treated by itself."""
    absent: Texts = ()
    """Texts that mean that nothing is known."""
    values: Annotated[dict[str, Any], Field(default_factory=dict)]
    """Text of the table → text of the record, or a whole block."""
    otherwise: Annotated[str, _one_of("refuse", "keep", "absent")] = "refuse"
    """What to do with a text that ``values`` does not hold."""
    date: str | None = None
    """How dates are written in the table: ``%d/%m/%Y``."""
    make: Make | None = None
    """``slug`` makes an id of the text; ``lower`` and ``upper`` change its case."""
    patterns: Patterns = ()
    """Shapes of the whole text, tried in turn: each named group fills the key of that name."""
    also: Constants
    """Key → text written beside what the column fills."""


class IdRule(Value):
    """How a row names its record."""

    columns: Texts = ()
    """Columns whose texts, joined by hyphens, make the id."""
    constant: str | None = None
    """The same record for every row."""
    make: Make | None = None
    prefix: str = ""


Rules = Annotated[tuple[Annotated[Rule, BeforeValidator(_bare_key_path)], ...], BeforeValidator(_several)]


class Target(Value):
    """Where the rows that answer the condition go."""

    when: Condition
    folder: Annotated[str, _one_of(*BY_FOLDER)]
    id: Annotated[IdRule, BeforeValidator(_bare_column)]
    into: str | None = None
    """The row becomes an item of this list of the record, which must be there or in ``create``."""
    adds: Texts = ()
    """Lists of the record that the row adds its items to, where it would else give the whole list."""
    create: Annotated[dict[str, dict[str, Any]], Field(default_factory=dict)]
    """Id → what the record holds besides its list, for those that may be created."""
    constants: Constants
    columns: dict[str, Rules]
    """Column → what it gives, in the order in which it is done."""
    ignore: Ignored
    """Column left out on purpose → why."""

    @property
    def known(self) -> tuple[field.Field, ...]:
        """The keys of the record, or of the item that a row becomes."""
        inside = fields(type_in(self.folder))
        return next((each.fields for each in inside if each.key == self.into), ()) if self.into else inside

    def today(self, path: str) -> Today:
        """Where the key path leads today, of the record or of the item that a row becomes."""
        return today(self.known, path)

    @property
    def mailboxes(self) -> set[str]:
        """The columns that fill a key made for a service's e-mail address, and nothing else."""
        keys = {each.path for each in walk(fields(type_in(self.folder))) if each.kind == "email"}
        return {column for column, rules in self.columns.items() if all(rule.to in keys for rule in rules)}

    @property
    def naming(self) -> set[str]:
        """The columns that say what a record and its place are called."""

        def names(rule: Rule) -> bool:
            key, _, rest = self.today(rule.to).path.partition(".")
            return key in ("name", "place") or (key.startswith("names[") and rest == "text")

        return {column for column, rules in self.columns.items() if any(map(names, rules))}


class ColumnMapping(Record):
    """A mapping file: the first target whose condition a row answers takes it."""

    folder: ClassVar[str] = "mappings"

    delimiter: Annotated[str, AfterValidator(lambda typed: "\t" if typed == TAB else typed)] = ","
    """What stands between the columns of a CSV file; ``tab`` for a tabulation."""
    sheet: str | None = None
    """Sheet of an XLSX file; the first one if absent."""
    ignore: Ignored
    """Column left out by every target → why."""
    targets: tuple[Target, ...]

    def columns_of(self, target: Target) -> set[str]:
        """The columns that the target fills keys with, reads its id or its condition from, or leaves out."""
        return {*self.ignore, *target.ignore, *target.columns, *target.when, *target.id.columns}

    @property
    def columns(self) -> set[str]:
        """Every column the mapping names."""
        rules = [rule for target in self.targets for each in target.columns.values() for rule in each]
        looked_at = {
            column
            for rule in rules
            for column in (*rule.when, rule.unless_same_as, *NAMED.findall(rule.text or ""))
            if column
        }
        return looked_at.union(*(self.columns_of(target) for target in self.targets))


def read_mapping(path: Path) -> tuple[ColumnMapping | None, list[Problem]]:
    """The mapping in that file; or None and what is wrong with it."""
    root, problems = read(path, path.name)
    if root is None:
        return None, problems
    mapping, problems = decode(ColumnMapping, path.stem, root, path.name)
    return mapping, [_within(problem) for problem in problems]


def _within(problem: Problem) -> Problem:
    """The problem in words that suit what stands under a column's name, where no list of keys is known."""
    inside = problem.code == "unknown-key" and not problem.args["known"]
    return replace(problem, code="unknown-mapping-key") if inside else problem
