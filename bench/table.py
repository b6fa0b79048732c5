"""Builds → the table people read."""

from __future__ import annotations

from collections.abc import Sequence

from bench.builds import BARE, OURS, SEARCHING, Build
from bench.measure import Measure

HEAD = (
    "records",
    "build",
    "time",
    "beside {plain}",
    "processor",
    "beside {plain}",
    "time a record",
    "beside {reference}",
    "memory",
    "site",
    "files",
)

NOTES = f"""\
Made-up records, every edition built, {{together}} at once. *{OURS}*: `repertoire site`, from reading and
checking YAML to swapping the site in. *{SEARCHING}*: `mkdocs build` with Material and MkDocs' defaults,
its search plugin among them, on the very same pages written by `repertoire build`: it starts from finished
Markdown and, like ours, ends with a site that can be searched. *{BARE}*: the same without that plugin.
Time is what a clock shows, processor what all processes used together; memory is their peak together, what
they share counted once; MB are millions of bytes."""


def table(builds: Sequence[Build], together: int) -> str:
    """The table in Markdown, one row a build, and what its words mean."""
    reference = _reference(builds)
    head = [each.format(plain=SEARCHING, reference=f"{reference:,}") for each in HEAD]
    rows = [head, ["---"] + ["---"] + ["---:"] * (len(head) - 2)]
    rows += [_row(each, builds, reference) for each in builds]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines, "", NOTES.format(together=together)])


def _reference(builds: Sequence[Build]) -> int:
    """The size growth is told from: 1,000 if measured, else the smallest."""
    sizes = {each.records for each in builds}
    return 1000 if 1000 in sizes else min(sizes)


def _row(build: Build, builds: Sequence[Build], reference: int) -> list[str]:
    seconds, processor = build.cost.seconds, build.cost.processor
    plain = _cost(builds, build.records, SEARCHING)
    first = _cost(builds, reference, build.name)
    return [
        f"{build.records:,}",
        build.name,
        f"{seconds:.1f} s",
        f"× {seconds / plain.seconds:.2f}",
        f"{processor:.1f} s",
        f"× {processor / plain.processor:.2f}",
        f"{1000 * seconds / build.records:.1f} ms",
        f"× {seconds / first.seconds:.1f}",
        f"{build.cost.memory / 1e6:.0f} MB",
        f"{build.size / 1e6:.1f} MB",
        f"{build.files:,}",
    ]


def _cost(builds: Sequence[Build], records: int, name: str) -> Measure:
    return next(each.cost for each in builds if (each.records, each.name) == (records, name))
