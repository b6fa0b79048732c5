"""The command line: ``repertoire check``, ``import``, ``export``, ``build``, ``site``.

A failure is a sentence, never a traceback.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from generator.commands.french import Formatter, sentence
from generator.words.cli import t

COMMANDS = {
    "check": "generator.commands.check:check_command",
    "import": "generator.commands.importer:import_command",
    "new": "generator.commands.new:new_command",
    "template": "generator.commands.template:template_command",
    "export": "generator.commands.export:export_command",
    "changes": "generator.commands.changes:changes_command",
    "links": "generator.commands.links:links_command",
    "rename": "generator.commands.rename:rename_command",
    "merge": "generator.commands.merge:merge_command",
    "verify": "generator.commands.verify:verify_command",
    "stale": "generator.commands.stale:stale_command",
    "build": "generator.commands.build:build_command",
    "site": "generator.commands.site:site_command",
}
"""Name → where the command is. Nothing is imported before it is asked for: checking must start fast."""

BROKEN = 2
"""Exit code: the command could not do its work."""


class Commands(click.Group):
    """The commands of ``COMMANDS``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=Commands, help=t("group.help"), invoke_without_command=True)
@click.option("--debug", is_flag=True, help=t("group.debug"))
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """``--debug`` is read by ``main``, which also sees what fails before a command runs."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Runs the command line; the console script ``repertoire``."""
    click.Context.formatter_class = Formatter
    try:
        code = cli.main(prog_name="repertoire", standalone_mode=False)
    except click.Abort:
        _stop(t("error.interrupted"))
    except click.ClickException as error:
        _stop(sentence(error), error.exit_code)
    except BrokenPipeError:
        # The reader has seen enough (``| head``); Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN)
    except Exception as error:
        if "--debug" in sys.argv[1:]:
            raise
        from generator.commands.refusal import refusal  # what most commands never need
        from generator.files.journal import BusyError

        if isinstance(error, (OSError, BusyError)):
            _stop(refusal(error))
        _stop(t("error.unexpected", kind=type(error).__name__, reason=error))
    sys.exit(code if isinstance(code, int) else 0)


def _stop(said: str, code: int = BROKEN) -> NoReturn:
    click.echo(said, err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
