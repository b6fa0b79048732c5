"""click in French: its help pages, and what it finds wrong with a command as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from generator.words.cli import french, t


class Formatter(click.HelpFormatter):
    """Help pages in French."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, french(args), prefix if prefix is not None else french("Usage: "))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(french(name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(french(term), french(text)) for term, text in rows], col_max, col_spacing)


def sentence(error: click.ClickException) -> str:
    """What is wrong with the command as it was typed."""
    match error:
        case click.NoSuchOption():
            said = t("error.no-such-option", name=error.option_name)
        case click.NoSuchCommand():
            said = t("error.no-such-command", name=error.command_name)
        case click.MissingParameter():
            said = t("error.missing", name=_name(error))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            said = t("error.bad-choice", name=_name(error), choices=", ".join(map(str, choices)))
        case click.BadParameter(param=click.Parameter(type=click.Path())):
            said = t("error.bad-path", name=_name(error))
        case click.BadParameter():
            said = t("error.bad-value", name=_name(error), reason=error.message)
        case click.UsageError():
            said = error.message
        case _:
            return error.format_message()
    asked = error.ctx.command_path if error.ctx else "repertoire"
    return f"{said}\n{t('error.help', command=asked)}"


def _name(error: click.BadParameter) -> str:
    match error.param:
        case click.Option(opts=opts):
            return " / ".join(opts)
        case click.Argument() as argument:
            return argument.metavar or argument.human_readable_name
    return ""
