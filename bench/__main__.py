"""``python -m bench [SIZE …]``: our whole build beside plain MkDocs, in one run, as a Markdown table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.builds import BARE, OURS, SEARCHING, TOGETHER, Build, build, prepare
from bench.measure import CommandError
from bench.table import table

SIZES = (300, 1000, 3000, 10_000)
ORDER = (OURS, SEARCHING, BARE)
"""One after the other, round after round, so that a slow minute of the machine falls on all."""


def measure(count: int, rounds: int) -> list[Build]:
    """For each build of a directory of ``count`` records, the fastest of its rounds."""
    found: list[Build] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        prepare(Path(folder), count)
        for at in range(rounds):
            for name in ORDER:
                found.append(build(Path(folder), count, name))
                print(
                    f"{count} records, round {at + 1}: {name}, {found[-1].cost.seconds:.1f} s",
                    file=sys.stderr,
                )
    return [min((each for each in found if each.name == name), key=lambda each: each.cost.seconds) for name in ORDER]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "sizes", nargs="*", type=int, default=SIZES, metavar="SIZE", help="records (default: %(default)s)"
    )
    parser.add_argument("--rounds", type=int, default=1, help="builds of each kind; the fastest counts")
    asked = parser.parse_args()
    try:
        builds = [each for count in sorted(asked.sizes) for each in measure(count, asked.rounds)]
    except CommandError as error:
        sys.exit(str(error))
    print(table(builds, TOGETHER))


if __name__ == "__main__":
    main()
