"""``repertoire verify``: records that somebody checked with those they describe."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.commands import options
from generator.commands.acts import act
from generator.model.values import PartialDate, parse_date
from generator.upkeep.verify import verify
from generator.words.cli import t


@click.command("verify", help=t("upkeep.verify.help"))
@click.argument("records", metavar=t("upkeep.verify.records"), nargs=-1, required=True)
@click.option("--by", required=True, metavar=t("upkeep.verify.organisation"), help=t("upkeep.verify.by"))
@click.option("--date", "day", metavar=t("options.day"), help=t("upkeep.verify.date"))
@options.content
@options.dry_run
def verify_command(records: tuple[str, ...], by: str, day: str | None, content: Path, dry_run: bool) -> None:
    # The one act that needs a clock: it says what a person did today.
    today = datetime.date.today()
    date = given_date(day) if day else PartialDate(today.year, today.month, today.day)
    act(lambda: verify(content, records, by, date, today), content, dry_run)


def given_date(text: str) -> PartialDate:
    """The date that an option holds.

    :raises click.UsageError: it is none.
    """
    try:
        return parse_date(text)
    except ValueError:
        raise click.UsageError(t("upkeep.refused.bad-date", date=text)) from None
