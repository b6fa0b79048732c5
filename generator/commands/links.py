"""``repertoire links``: asks, remembers, tells. It says what to do and changes nothing of the content."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from generator.check.content import open_directory
from generator.commands import options
from generator.files.journal import replace_file
from generator.files.settings import site_address
from generator.links.ask import Asker
from generator.links.cited import cited
from generator.links.findings import Findings, findings
from generator.links.memory import BadMemoryError, read_memory, remember, write_memory
from generator.links.report import FORMATS
from generator.links.round import PAUSE, ask_all
from generator.model.directory import Directory
from generator.words.cli import t

NO_NETWORK = 1
"""Exit code: nothing answered, so that nothing is known."""


class NoNetworkError(Exception):
    """Not one address answered."""


@click.command("links", help=t("links.help"))
@click.option("--state", type=options.FILE, help=t("links.state"))
@options.content
@options.config
@options.form(list(FORMATS), t("links.format"))
@options.out
@options.day("--date", t("links.date"))
def links_command(
    state: Path | None, content: Path, config: Path, form: str, out: Path | None, date: datetime.datetime | None
) -> None:
    """Mistakes in the content do not stop it: what can be read is asked."""
    site = site_address(config)
    if not site:
        raise click.UsageError(t("links.no-site", path=config))
    day = date.date() if date else datetime.date.today()
    directory, _ = open_directory(content)
    try:
        found = go_round(directory, Asker(f"repertoire-links (+{site})"), state, day)
    except BadMemoryError as error:
        raise click.UsageError(t("links.bad-state", path=state)) from error
    except NoNetworkError:
        click.echo(t("links.no-network"), err=True)
        sys.exit(NO_NETWORK)
    text = FORMATS[form](found, day)
    if out is None:
        click.echo(text, nl=False)
        return
    replace_file(out, text.encode())
    click.echo(t("changes.written", path=out))


def go_round(
    directory: Directory, asker: Asker, state: Path | None, day: datetime.date, *, pause: float = PAUSE
) -> Findings:
    """Asks every address that the directory cites and remembers the failures in ``state``.

    :raises BadMemoryError: ``state`` holds something else.
    :raises NoNetworkError: nothing answered; ``state`` is as it was.
    """
    memory = read_memory(state) if state else {}
    known = cited(directory)
    with click.progressbar(length=len(known), label=t("links.asking"), file=sys.stderr) as bar:
        answers = ask_all(known, asker.ask, pause=pause, told=lambda: bar.update(1))
    if answers and not any(answer.verdict == "alive" for answer in answers.values()):
        raise NoNetworkError
    memory = remember(memory, answers, day)
    if state:
        write_memory(memory, state)
    return findings(directory, known, answers, memory)
