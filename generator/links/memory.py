"""What is remembered of failures from one round to the next: a file of JSON, read and written here only."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.files.disk import read_regular
from generator.files.journal import replace_file
from generator.links.ask import Answer

ENOUGH = 3
"""Rounds, on as many days, that an address must fail in a row to be called dead: servers have bad days."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that did not answer, the last time and before."""

    since: str
    """Day of the first failure in a row (ISO 8601)."""
    last: str
    """Day of the last one."""
    days: int
    """On how many days it was asked in vain."""
    reason: str
    """The last one."""

    @property
    def is_dead(self) -> bool:
        """Whether it failed often enough."""
        return self.days >= ENOUGH


Memory = Mapping[str, Failure]
"""Address → its failures; nothing of those that answer."""


class BadMemoryError(Exception):
    """The file holds something else."""


def remember(memory: Memory, answers: Mapping[str, Answer], day: datetime.date) -> Memory:
    """What is known after a round. Addresses not asked are forgotten; an unclear answer changes nothing."""
    today = day.isoformat()
    found = {}
    for url, answer in answers.items():
        before = memory.get(url)
        if answer.verdict == "dead":
            first, days = (before.since, before.days) if before else (today, 0)
            fresh = before is None or before.last < today
            found[url] = Failure(first, max(today, before.last if before else ""), days + fresh, answer.reason)
        elif answer.verdict == "unclear" and before:
            found[url] = before
    return found


def read_memory(path: Path) -> Memory:
    """What the file remembers; nothing if there is none.

    :raises BadMemoryError: it was not written here.
    """
    if not path.exists():
        return {}
    try:
        failing = json.loads(read_regular(path))["failing"]
        memory = {str(url): Failure(**failure) for url, failure in failing.items()}
        for failure in memory.values():
            datetime.date.fromisoformat(failure.since)
            datetime.date.fromisoformat(failure.last)
            if not (isinstance(failure.days, int) and isinstance(failure.reason, str)):
                raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadMemoryError from error
    return memory


def write_memory(memory: Memory, path: Path) -> None:
    """Writes the file, the same memory in the same bytes."""
    told = {"failing": {url: asdict(memory[url]) for url in sorted(memory)}}
    replace_file(path, (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode())
