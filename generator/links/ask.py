"""Does an address answer? The only door to the network.

Only the head of an answer is read, never what the page holds, and only public addresses are asked: no record can
make the machine that asks knock at its own doors.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

Verdict = Literal["alive", "dead", "unclear"]
Connect = Callable[[str, int, float], socket.socket]
"""Host, port and seconds → an open connection. Raises OSError, or ``Failed``."""

TIMEOUT = 20.0
"""Seconds for one request, redirections not included."""
REDIRECTS = 8

_MOVED = {301, 302, 303, 307, 308}
_REFUSED = {401, 402, 403, 405, 406, 407, 408, 409, 425, 429, 451, 999}
"""What servers answer to a robot, and would not to a reader."""
_INCOMPLETE = {20, 21}
"""What OpenSSL says where the server keeps back a certificate between its own and a root: browsers fetch it."""
_LONGEST_HEAD = 64 * 1024
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_LOCATION = re.compile(rb"^location:[ \t]*([^\r\n]+)", re.IGNORECASE | re.MULTILINE)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.:-]*[a-z0-9])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the address answers. ``reason`` is one of the catalog's, or ``http-`` and the status."""

    verdict: Verdict
    reason: str


class Failed(Exception):
    """There is no answer to read."""

    def __init__(self, reason: str, verdict: Verdict = "dead") -> None:
        super().__init__(reason)
        self.answer = Answer(verdict, reason)


def connect_in_public(host: str, port: int, timeout: float) -> socket.socket:
    """A connection to that host.

    :raises Failed: it has no address, or one that is not on the public internet.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise Failed("host") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in addresses):
        raise Failed("private", "unclear")
    return _first(dict.fromkeys(addresses), port, time.monotonic() + timeout)


def _first(addresses: Iterable[str], port: int, deadline: float) -> socket.socket:
    """A connection to the first of the host's addresses that takes one, as browsers do; each gets its share of the time
    that is left."""
    waiting = list(addresses)
    while True:
        address = waiting.pop(0)
        try:
            return socket.create_connection((address, port), _left(deadline) / (len(waiting) + 1))
        except OSError:
            if not waiting:
                raise


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks addresses one at a time. ``agent`` says who is asking, and where to complain."""

    agent: str
    timeout: float = TIMEOUT
    connect: Connect = connect_in_public
    _tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, url: str) -> Answer:
        """Whether the address answers, asked for the head alone, then for the page: some servers know only that."""
        answer = self._follow("HEAD", url)
        return answer if answer.verdict == "alive" or answer.reason == "host" else self._follow("GET", url)

    def _follow(self, method: str, url: str) -> Answer:
        """The answer, redirections followed."""
        for _ in range(REDIRECTS + 1):
            try:
                status, location = self._request(method, url)
            except Failed as failed:
                return failed.answer
            except TimeoutError:
                return Answer("dead", "timeout")
            except ssl.SSLCertVerificationError as error:
                return Answer("unclear", "chain") if error.verify_code in _INCOMPLETE else Answer("dead", "tls")
            except ssl.SSLError:
                return Answer("dead", "tls")
            except OSError:
                return Answer("dead", "connection")
            if status not in _MOVED or not location:
                return Answer(_verdict(status), f"http-{status}")
            try:
                url = urljoin(url, location)
            except ValueError:
                return Answer("dead", "address")
        # Often a server that waits for a cookie, which a reader's browser would bring.
        return Answer("unclear", "redirects")

    def _request(self, method: str, url: str) -> tuple[int, str]:
        """The status, and where a redirection leads."""
        deadline = time.monotonic() + self.timeout
        scheme, host, port, target = _split(url)
        connection = self.connect(host, port, self.timeout)
        try:
            if scheme == "https":
                connection.settimeout(_left(deadline))
                connection = self._tls.wrap_socket(connection, server_hostname=host)
            name = f"[{host}]" if ":" in host else host
            name = name if port in (80, 443) else f"{name}:{port}"
            lines = [
                f"{method} {target} HTTP/1.1",
                f"Host: {name}",
                f"User-Agent: {self.agent}",
                "Accept: */*",
                "Accept-Language: fr",
                "Connection: close",
            ]
            connection.settimeout(_left(deadline))
            connection.sendall("".join(f"{line}\r\n" for line in [*lines, ""]).encode("ascii", "replace"))
            return _read(connection, deadline)
        finally:
            connection.close()


def _split(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port, and path with query, in ASCII."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Failed("address") from error
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise Failed("address")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return parts.scheme, host, port, f"{target}?{query}" if query else target


def _read(connection: socket.socket, deadline: float) -> tuple[int, str]:
    """Status and ``Location`` of the first answer that is not provisional."""
    received = b""
    while True:
        while not (end := _END.search(received)):
            if len(received) > _LONGEST_HEAD:
                raise Failed("answer")
            connection.settimeout(_left(deadline))
            more = connection.recv(4096)
            if not more:
                raise Failed("connection")
            received += more
        head, received = received[: end.start()], received[end.end() :]
        status = _STATUS.match(head)
        if not status:
            raise Failed("answer")
        if not status[1].startswith(b"1"):
            location = _LOCATION.search(head)
            # Servers write addresses in UTF-8 whatever the standard says.
            return int(status[1]), location[1].strip().decode("utf-8", "replace") if location else ""


def _left(deadline: float) -> float:
    """Seconds left.

    :raises TimeoutError: none.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _verdict(status: int) -> Verdict:
    if status < 400:
        return "alive"
    return "unclear" if status in _REFUSED else "dead"
