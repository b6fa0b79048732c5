"""The questions: the core of a type first, then whatever else one wants to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from generator.model.problem import KeyPath, Problem
from generator.model.schema.field import Field
from generator.model.schema.fields import sections
from generator.new.draft import Answers, mistakes
from generator.new.words import say
from generator.sheets.choices import AllChoices
from generator.text.tidy import tidy
from generator.words import fields as words
from generator.words import wording

_LEFT_OUT = ("added", "verified", "formerly", "not_duplicate_of")
"""What nobody says of a new record."""


class Terminal(Protocol):
    """Whoever is asked. Sentences are named by their keys."""

    def tell(self, key: str, /, **args: object) -> None:
        """Says the sentence of that key."""

    def line(self, question: str, offered: Sequence[str] = ()) -> str:
        """What was typed, its ends trimmed; empty if nothing was."""

    def yes(self, key: str, /, **args: object) -> bool:
        """Whether the answer is yes; an empty one is no."""

    def choice(self, choices: dict[str, str]) -> str | None:
        """The id chosen among shown text → id; None if nothing was typed."""


class Interview:
    """Fills ``answers``."""

    def __init__(self, type_: str, choices: AllChoices, terminal: Terminal) -> None:
        self.type, self.choices, self._terminal = type_, choices, terminal
        self.answers: Answers = {}
        self._fields = [field for _, found in sections(type_) for field in found if field.key not in _LEFT_OUT]

    def core(self) -> None:
        """Asks what must be said, and what a record is of little use without."""
        for field in self._fields:
            if field.core and self._suits(field):
                self._take(field)

    def more(self) -> None:
        """Offers every field that suits, one after the other, until nothing is chosen."""
        while True:
            offered = [field for field in self._fields if self._suits(field)]
            self._terminal.tell("fields")
            for number, field in enumerate(offered, 1):
                mark = say("filled" if field.key in self.answers else "empty")
                self._terminal.tell("field", number=number, mark=mark, label=words.label(field))
            typed = self._terminal.line(say("other"), [words.label(field) for field in offered])
            if not typed:
                return
            labels = {words.label(field).lower(): field for field in offered}
            if typed.isdecimal() and 1 <= int(typed) <= len(offered):
                self._take(offered[int(typed) - 1])
            elif typed.lower() in labels:
                self._take(labels[typed.lower()])
            else:
                self._terminal.tell("none", text=typed)

    def _names(self) -> list[str]:
        """What the record is called, as answered so far."""
        said = [self.answers.get(key, "") for key in ("name", "place")]
        return [text for text in said if isinstance(text, str)] + [
            each["text"] for each in self.answers.get("names", ())
        ]

    def _suits(self, field: Field) -> bool:
        kind = field.only_for or field.needed_for
        return not kind or self.answers.get("kind") == kind

    def _take(self, field: Field) -> None:
        required = field.required or bool(field.needed_for)
        value = self._value(field, (field.key,), required)
        if value:
            self.answers[field.key] = value
        elif not required:
            self.answers.pop(field.key, None)

    def _value(self, field: Field, path: KeyPath, required: bool) -> Any:
        """What was answered; empty if nothing was."""
        if not field.many:
            return self._one(field, path, required, words.label(field))
        found: list[Any] = []
        while True:
            label = say("item", label=words.label(field), number=len(found) + 1)
            one = self._one(field, (*path, len(found)), required and not found, label)
            if not one:
                return found
            found.append(one)
            if field.fields and not self._terminal.yes("another", label=words.label(field)):
                return found

    def _one(self, field: Field, path: KeyPath, required: bool, label: str) -> Any:
        if field.fields:
            return self._group(field, path, required, label)
        tell_label = say("required", label=label) if required else label
        self._terminal.tell("start", type=tell_label, help=words.help_text(field))
        choices = dict(self.choices.of(field))
        if not choices and (example := words.example(field)):
            self._terminal.tell("example", example=example)
        while True:
            text = (self._terminal.choice(choices) or "") if choices else self._terminal.line(label)
            text, done = tidy(text, field)
            for act in done:
                self._terminal.tell(f"tidied-{act}", text=text)
            if not text and not required:
                return ""
            missing = [Problem("missing-key", "", path=path)]
            wrong = list(mistakes(self.type, field, path, text, self._names())) if text else missing
            if not wrong:
                return text
            complain(self._terminal, wrong)

    def _group(self, field: Field, path: KeyPath, required: bool, label: str) -> Answers:
        """What a group holds. One that may be absent is, if its first question stays empty."""
        self._terminal.tell("start", type=label, help=words.help_text(field))
        found: Answers = {}
        asked = [each for each in field.fields if each.core] or list(field.fields)
        for at, each in enumerate(asked):
            value = self._value(each, (*path, each.key), each.required and (required or at > 0))
            if value:
                found[each.key] = value
            elif at == 0 and each.required and not required:
                return {}
        return found


def complain(terminal: Terminal, problems: list[Problem]) -> None:
    """Tells what is wrong and how to repair it, as ``check`` does."""
    for problem in problems:
        terminal.tell("mistake", message=wording.message(problem))
        terminal.tell("repair", repair=wording.repair(problem))
