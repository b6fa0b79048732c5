"""The command line: ``repertoire check``, ``import``, ``build``, ``site``. A failure is one sentence, never a traceback."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import click

from generator.edition import LOCALES, read_catalog

COMMANDS = {
    "check": ("generator.__main__", "check_command"),
    "import": ("generator.importer", "import_command"),
    "build": ("generator.publish", "build_command"),
    "site": ("generator.publish", "site_command"),
}
"""Name → module and object. A module is only imported when its command is asked for: checking must start fast."""

REFUSED, BROKEN = 1, 2
"""Exit codes: the content has mistakes; the command cannot do its work."""


@cache
def _catalog() -> dict[str, str]:
    return read_catalog(LOCALES / "cli.fr.yml")


def _t(key: str, **args: object) -> str:
    return _catalog()[key].format_map(args)


class _Group(click.Group):
    """The commands of ``COMMANDS``, found when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command


_HELP = {"help_option_names": ["-h", "--help"]}


@click.group(cls=_Group, help=_t("group.help"), context_settings=_HELP)
@click.option("--debug", is_flag=True, help=_t("group.debug"))
def cli(debug: bool) -> None:
    """What ``main`` runs."""


@click.command("check", help=_t("check.help"))
@click.argument("paths", metavar=_t("check.paths"), nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--content",
    default="content",
    show_default=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=_t("check.content"),
)
@click.option("--strict", is_flag=True, help=_t("check.strict"))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help=_t("check.format")
)
def check_command(paths: tuple[Path, ...], content: Path, strict: bool, form: str) -> None:
    """Everything is read, whatever is reported: a link may lead anywhere."""
    from generator.content import concerns, open_directory
    from generator.report import FORMATS

    for path in paths:
        if not path.exists():
            raise click.UsageError(_t("error.no-path", path=path))
    _, problems = open_directory(content)
    root = content.absolute().parent
    problems = [each for each in problems if not paths or concerns(each, root, paths)]
    click.echo(FORMATS[form](problems))
    if any(strict or each.severity == "error" for each in problems):
        raise SystemExit(REFUSED)


def main() -> None:
    """Runs the command line; the console script ``repertoire``."""
    debug = "--debug" in sys.argv[1:]
    try:
        code = cli.main(prog_name="repertoire", standalone_mode=False)
    except click.Abort:
        _stop(_t("error.interrupted"))
    except click.ClickException as refused:
        _stop(_sentence(refused), refused.exit_code)
    except Exception as error:
        if debug:
            raise
        if isinstance(error, OSError) and error.filename is not None:
            _stop(_t("error.file", path=error.filename, reason=error.strerror))
        _stop(_t("error.unexpected", kind=type(error).__name__, reason=str(error) or "–"))
    sys.exit(code if isinstance(code, int) else 0)
