"""One question, one answer: a line typed in a terminal, or read from a file. Tab completes it where it can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from generator.new.words import say
from generator.text.fold import fold

_YES = ("o", "oui")
_NO = ("n", "non", "")
SHOWN = 30
"""Choices that are listed at once."""


def _like(typed: str, choices: dict[str, str]) -> list[str]:
    """What was typed itself, text or id; else all that contain it, those that begin with it first."""
    wanted = fold(typed)
    exact = [text for text, id_ in choices.items() if typed == id_ or fold(text) == wanted]
    if exact:
        return exact[:1]
    found = [text for text in choices if wanted in fold(text)]
    return sorted(found, key=lambda text: not fold(text).startswith(wanted))


class Terminal:
    """The one that the command was typed in."""

    def tell(self, key: str, /, **args: object) -> None:
        """Says the sentence of that key."""
        click.echo(say(key, **args))

    def line(self, question: str, offered: Sequence[str] = ()) -> str:
        """What was typed, its ends trimmed; empty if nothing was."""
        with _completion(offered):
            typed: str = click.prompt(question, default="", show_default=False)
        return typed.strip()

    def yes(self, key: str, /, **args: object) -> bool:
        """Whether the answer is yes; an empty one is no."""
        while True:
            typed = self.line(say(key, **args)).lower()
            if typed in _YES:
                return True
            if typed in _NO:
                return False

    def choice(self, choices: dict[str, str]) -> str | None:
        """The id chosen among shown text → id; None if nothing was typed."""
        shown = list(choices)
        few = len(shown) <= SHOWN
        if few:
            self._list(shown)
        while typed := self.line(say("number" if few else "letters"), shown):
            if few and typed.isdecimal() and 1 <= int(typed) <= len(shown):
                return self._chosen(shown[int(typed) - 1], choices)
            found = _like(typed, choices)
            if len(found) == 1:
                return self._chosen(found[0], choices)
            if not found:
                self.tell("none", text=typed)
                continue
            self._list(found[:SHOWN])
            if len(found) > SHOWN:
                self.tell("more", count=len(found) - SHOWN)
            number = self.line(say("several"))
            if number.isdecimal() and 1 <= int(number) <= min(len(found), SHOWN):
                return self._chosen(found[int(number) - 1], choices)
        return None

    def _chosen(self, text: str, choices: dict[str, str]) -> str:
        self.tell("chosen", label=text)
        return choices[text]

    def _list(self, texts: Sequence[str]) -> None:
        for number, text in enumerate(texts, 1):
            self.tell("choose", number=number, label=text)


@contextmanager
def _completion(offered: Sequence[str]) -> Iterator[None]:
    """Tab completes to what is offered, where the system has such a thing."""
    try:
        readline: Any = import_module("readline")
    except ImportError:
        yield
        return

    def completer(typed: str, at: int) -> str | None:
        found = [text for text in offered if fold(text).startswith(fold(typed))]
        return found[at] if at < len(found) else None

    readline.set_completer_delims("")
    readline.set_completer(completer)
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(None)
