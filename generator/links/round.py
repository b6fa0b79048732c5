"""Many addresses, asked politely: one at a time on each host, with a pause."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from urllib.parse import urlsplit

from generator.links.ask import Answer

PAUSE = 1.0
"""Seconds between two questions to one host."""
AT_ONCE = 8
"""Hosts asked at the same time."""


def ask_all(
    urls: Iterable[str],
    ask: Callable[[str], Answer],
    *,
    pause: float = PAUSE,
    told: Callable[[], object] = lambda: None,
) -> Mapping[str, Answer]:
    """Address → its answer, in the order of the addresses. ``told`` is called after each."""
    urls = list(urls)
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc.lower()].append(url)
    answers: dict[str, Answer] = {}
    one_at_a_time = Lock()

    def visit(host: str) -> None:
        for at, url in enumerate(hosts[host]):
            if at:
                time.sleep(pause)
            answers[url] = ask(url)
            with one_at_a_time:
                told()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for done in [pool.submit(visit, host) for host in hosts]:
            done.result()
    return {url: answers[url] for url in urls}
