"""``repertoire new``: asks, shows the file, writes it if told so."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.commands import options
from generator.commands.opening import open_or_exit
from generator.commands.terminal import Terminal
from generator.files.patch import Patch, apply
from generator.files.save import write
from generator.files.settings import site_of
from generator.importer.row import slug
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.model.schema.types import TYPES
from generator.model.values import ID_LENGTH, KEBAB
from generator.new.ask import Interview, complain
from generator.new.draft import record_of
from generator.new.words import say
from generator.sheets.choices import AllChoices
from generator.upkeep.plan import trial
from generator.words import fields as words

ASKED = ("initiative", "actor", "event", "call")
REFUSED = 1
"""Exit code when nothing was written."""


@click.command("new", help=say("help"))
@click.argument("type_", metavar="|".join(ASKED), type=click.Choice(ASKED))
@click.option("--id", "id_", metavar=say("id-value"), help=say("id-option"))
@options.day("--added", say("added"))
@options.content
def new_command(type_: str, id_: str | None, added: datetime.datetime | None, content: Path) -> None:
    """The file is written once it has no mistake and was seen."""
    directory = open_or_exit(content)
    terminal = Terminal()
    terminal.tell("start", type=words.type_label(type_), help=words.type_help(type_))
    terminal.tell("hint")
    interview = Interview(type_, AllChoices(directory), terminal)
    interview.core()
    interview.more()
    name = _id(terminal, directory, type_, id_, str(interview.answers.get("title") or interview.answers.get("name")))
    day = added.date() if added else datetime.date.today()
    interview.answers["added"] = day.isoformat()
    while True:
        change, problems = _change(type_, name, interview, content)
        if change is None or any(each.severity == "error" for each in problems):
            complain(terminal, problems)
            before = dict(interview.answers)
            interview.more()
            if interview.answers == before:
                terminal.tell("not-written")
                raise SystemExit(REFUSED)
            continue
        terminal.tell("preview", path=content / change.path)
        click.echo(change.after)
        complain(terminal, problems)
        if not terminal.yes("consent"):
            terminal.tell("not-written")
            raise SystemExit(REFUSED)
        apply([change], content)
        terminal.tell("written", path=content / change.path)
        terminal.tell("next")
        return


def _id(terminal: Terminal, directory: Directory, type_: str, asked: str | None, called: str) -> str:
    """An id that nothing has; asked for until there is one."""
    typed = asked or ""
    made = slug(called)
    while True:
        if not typed:
            terminal.tell("start", type=say("id"), help=made)
            typed = terminal.line(say("id")) or made
        if not KEBAB.fullmatch(typed) or len(typed) > ID_LENGTH:
            complain(terminal, [Problem("bad-id", "", args={"value": typed})])
        elif (TYPES[type_], typed) in directory.files:
            terminal.tell("taken")
        else:
            return typed
        typed = ""


def _change(type_: str, id_: str, interview: Interview, content: Path) -> tuple[Patch | None, list[Problem]]:
    """The file to write, and everything that would be wrong with it."""
    record, problems = record_of(type_, id_, interview.answers)
    if record is None:
        return None, problems
    path = f"{TYPES[type_]}/{id_}.yml"
    change = Patch(path, None, write(record, site_of(content)))
    return change, [each for each in trial(content, [change]) if each.file.endswith(path)]
