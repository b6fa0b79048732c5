"""What a page holds in memory. Needs Linux: what the browser does not tell is read in ``/proc``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

FLAG = "--enable-blink-features=ForceEagerMeasureMemory"
"""The browser frees what is no longer used and answers at once, instead of within 20 seconds."""
SCRIPTS = "async () => (await performance.measureUserAgentSpecificMemory()).bytes"


@dataclass(frozen=True, slots=True)
class Memory:
    scripts: int
    """Bytes of scripts and their data, workers among them, as the browser tells: without WebAssembly's memory."""
    process: int
    """Bytes that only the page's process uses: all of it, and what the browser needs for any page."""


def memory(browser: Browser, page: Page) -> Memory:
    """What the page holds; it must be the only one open."""
    scripts = int(page.evaluate(SCRIPTS))
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    # The browser keeps empty processes ready: the page's is the greatest.
    return Memory(scripts, max(_own(each["id"]) for each in processes if each["type"] == "renderer"))


def _own(pid: int) -> int:
    """Bytes that the process shares with no other; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))
