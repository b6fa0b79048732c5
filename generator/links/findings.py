"""A round and what the directory says of its sources → what a maintainer has to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.links.ask import Answer
from generator.links.cited import Citation
from generator.links.memory import Failure, Memory
from generator.model.directory import Directory


@dataclass(frozen=True, slots=True)
class Dead:
    """An address that failed often enough."""

    url: str
    failure: Failure
    cited_by: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a round found, beside ``content/dead-sources.yml``."""

    asked: int
    to_mark: tuple[Dead, ...]
    """Dead, and not yet said so."""
    to_clear: tuple[str, ...]
    """Said to be dead, and they answer; or no record cites them any more."""
    marked: int
    """Dead, and said so."""
    watched: tuple[tuple[str, Failure], ...]
    """They failed, not yet often enough."""
    unclear: tuple[tuple[str, Answer], ...]
    """They turn robots away: only a person can tell."""

    @property
    def to_do(self) -> int:
        """How many lines of the file have to change."""
        return len(self.to_mark) + len(self.to_clear)


def findings(
    directory: Directory, cited: Mapping[str, tuple[Citation, ...]], answers: Mapping[str, Answer], memory: Memory
) -> Findings:
    """What to do, addresses in alphabetical order; ``memory`` is that of after the round."""
    dead = [url for url in sorted(memory) if memory[url].is_dead]
    return Findings(
        asked=len(answers),
        to_mark=tuple(Dead(url, memory[url], cited[url]) for url in dead if url not in directory.dead),
        to_clear=tuple(url for url in sorted(directory.dead) if url not in answers or answers[url].verdict == "alive"),
        marked=sum(url in answers and answers[url].verdict != "alive" for url in directory.dead),
        watched=tuple((url, memory[url]) for url in sorted(memory) if not memory[url].is_dead),
        unclear=tuple((url, answer) for url, answer in answers.items() if answer.verdict == "unclear"),
    )
