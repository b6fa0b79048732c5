"""What the commands say, from ``locales/cli.fr.yml``: their own help, and click's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import click

from generator.words.edition import LOCALES, read_catalog


@cache
def _catalog() -> dict[str, str]:
    return read_catalog(LOCALES / "cli.fr.yml")


def t(key: str, **args: object) -> str:
    """The sentence of that key, its holes filled."""
    return _catalog()[key].format_map(args)


def french(text: str) -> str:
    """The text with click's own words put into French: click ships no translation."""
    for key, english in _catalog().items():
        if key.startswith("click.") and key.endswith(".english"):
            text = text.replace(english, _catalog()[key.replace(".english", ".french")])
    return text


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
