"""One row of a foreign table → the tree of the record, or of the item, that it describes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.check.mailboxes import is_personal
from generator.check.people import EMAIL, PHONE
from generator.files.characters import FORBIDDEN, spelled
from generator.importer.columns import NAMED, Condition, IdRule, Rule, Target
from generator.importer.table import Row, Table
from generator.importer.tree import KeyConflictError, Tree, from_plain, holders, put
from generator.model.language import BY_LOCALE
from generator.model.problem import Problem
from generator.model.schema.paths import Today
from generator.model.values import ID_LENGTH
from generator.text.fold import words

EMPTY, ANY = "-", "*"

_ADDRESS = re.compile(r"https?://\S+")
_ISO_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


class RowError(Exception):
    """The row cannot become a record; carries the reasons."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Reading:
    """A row seen through the names of its columns."""

    table: Table
    row: Row

    @cached_property
    def cells(self) -> dict[str, str]:
        """Column → its text, empty if there is none."""
        return dict(zip(self.table.columns, self.row.cells, strict=True))

    def position(self, column: str) -> int:
        """Where the column stands, from 1."""
        return self.table.columns.index(column) + 1

    def refuse(self, code: str, column: str | None = None, **args: str) -> RowError:
        """The exception that refuses the row, at that column."""
        at = self.position(column) if column else 1
        args = {"column": column or "", **args}
        return RowError(Problem(code, self.table.name, self.row.number, at, args=args))

    def answers(self, condition: Condition) -> bool:
        """Whether each column holds one of the texts asked for."""
        return all(
            any(wanted == text or wanted == (ANY if text else EMPTY) for wanted in texts)
            for text, texts in ((self.cells[column], texts) for column, texts in condition.items())
        )

    def inspect(self, columns: Iterable[str], mailboxes: Container[str] = (), naming: Iterable[str] = ()) -> None:
        """Passes if the row is readable and the columns hold nothing personal and nothing hidden.

        ``mailboxes`` are the columns where the address of a service is welcome; ``naming`` say what it may bear.

        :raises RowError: with everything found.
        """
        if self.row.fault:
            raise self.refuse(self.row.fault)
        names = [self.cells[column] for column in naming]
        problems = [
            problem for column in columns for problem in self._suspect(column, names if column in mailboxes else None)
        ]
        if problems:
            raise RowError(*problems)

    def _suspect(self, column: str, names: list[str] | None) -> Iterable[Problem]:
        """``names``: what a mailbox may bear; None where none is welcome."""
        text = self.cells[column]
        if found := FORBIDDEN.search(text):
            yield from self.refuse("forbidden-character", column, character=spelled(found.group())).problems
        if EMAIL.search(text) if names is None else text and is_personal(text, names):
            yield from self.refuse("cell-email", column).problems
        # The figures of an address are not a telephone number.
        if PHONE.search(_ADDRESS.sub("", text)):
            yield from self.refuse("cell-phone", column).problems

    def id(self, rule: IdRule) -> str:
        """The id of the record that the row names.

        :raises RowError: the row names none.
        """
        if rule.constant is not None:
            return rule.constant
        parts = [part for column in rule.columns if (part := self.cells[column])]
        made = _make("-".join(parts), rule.make)
        if not made:
            raise self.refuse("row-without-id", *rule.columns[:1])
        return rule.prefix + made

    def tree(self, target: Target) -> dict[str, Tree]:
        """What the row says, under the keys of the record; each text keeps its row and column.

        :raises RowError: a cell holds what the mapping does not foresee.
        """
        root: dict[str, Tree] = {}
        for path, text in target.constants.items():
            self._write([root], target.today(path), text, 1)
        for column, rules in target.columns.items():
            for rule in rules:
                try:
                    self._apply(root, column, rule, target)
                except KeyConflictError:
                    raise self.refuse("key-conflict", column, key=rule.to) from None
        return root

    def _apply(self, root: dict[str, Tree], column: str, rule: Rule, target: Target) -> None:
        text = self.cells[column]
        if not self.answers(rule.when) or text == self.cells.get(rule.unless_same_as or ""):
            return
        if rule.text and text:
            text = NAMED.sub(lambda found: self.cells[found[1]], rule.text)
        to = target.today(rule.to)
        above, _, _ = (to.group or to.path).rpartition(".")
        for part in text.split(rule.separator) if rule.separator else [text]:
            part = part.strip()
            value = self._value(column, rule, part) if part and part not in rule.absent else None
            if value is None:
                continue
            found, _ = holders(root, to.group or to.path)
            self._write(found, to.below(above), value, self.position(column))
            for path, beside in rule.also.items():
                also = target.today(f"{above}.{path}" if above else path).below(above)
                self._write(found, also, beside, self.position(column))

    def _write(self, roots: list[dict[str, Tree]], to: Today, value: object, column: int) -> None:
        """Writes the value where the path leads from each of these, and beside it what goes with it."""
        whole = bool(to.group) and isinstance(value, dict) and not value.keys() <= BY_LOCALE.keys()
        for root in roots:
            found, last = holders(root, to.group if whole else to.path)
            for holder in found:
                put(holder, last, from_plain(value, self.row.number, column))
                for key, text in () if whole else to.beside:
                    put(holder, key, from_plain(text, self.row.number, column))

    def _value(self, column: str, rule: Rule, text: str) -> object | None:
        """What the text becomes; None if it says nothing."""
        if rule.values and (text in rule.values or rule.otherwise != "keep"):
            if text not in rule.values and rule.otherwise == "refuse":
                raise self.refuse("unforeseen-text", column, value=text, known=", ".join(rule.values))
            return rule.values.get(text)
        if rule.date:
            return self._date(column, rule.date, text)
        if rule.patterns:
            found = next((found for each in rule.patterns if (found := re.fullmatch(each, text))), None)
            if found is None:
                raise self.refuse("unforeseen-shape", column, value=text)
            return {key: part for key, part in found.groupdict().items() if part}
        made = _make(text, rule.make)
        if not made:
            raise self.refuse("row-without-id", column)
        return made

    def _date(self, column: str, form: str, text: str) -> str:
        """The date in ISO 8601, as exact as its form; a sheet's own dates are already so."""
        if _ISO_DATE.fullmatch(text):
            return text
        try:
            day = datetime.datetime.strptime(text, form).date().isoformat()
        except ValueError:
            raise self.refuse("unread-date", column, value=text, form=form) from None
        return day if "%d" in form else day[:7] if "%m" in form else day[:4]


def _make(text: str, make: str | None) -> str:
    match make:
        case "lower":
            return text.lower()
        case "upper":
            return text.upper()
        case "slug":
            return slug(text)
    return text


def slug(text: str) -> str:
    """An id made of the text: ``Côtes-d’Armor`` → ``cotes-d-armor``. Cut between words; may be empty."""
    found = "-".join(part for word in words(text) for part in re.findall(r"[a-z0-9]+", word))
    return found if len(found) <= ID_LENGTH else found[: ID_LENGTH + 1].rpartition("-")[0]
