"""Sources are asked politely, called dead late and never in anyone's way, and the pages say so."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from generator.check.content import DEAD_SOURCES, open_directory
from generator.commands.links import NoNetworkError, go_round
from generator.files.disk import IrregularFileError
from generator.links.ask import Answer, Asker, Failed, connect_in_public
from generator.links.cited import cited
from generator.links.findings import Findings, findings
from generator.links.memory import BadMemoryError, Failure, Memory, read_memory, remember, write_memory
from generator.links.report import as_json, as_markdown, as_text
from generator.links.round import ask_all
from generator.model import Actor, DeadSource
from generator.model.directory import Directory, link
from generator.site import build
from generator.words.edition import Edition
from tests.cases.report import CASES
from tests.small import repertoire, small_project
from tests.words.test_markdown import is_inert

DAY = datetime.date(2026, 11, 2)
AGENT = "repertoire-links (+https://site.example/)"
ISSUE = 65_536
"""Characters that GitHub lets an issue have."""


class Site(BaseHTTPRequestHandler):
    """Answers each path in its own way, and notes who asked."""

    asked: list[tuple[str, str, str]] = []  # noqa: RUF012 - one list for all: emptied by the fixture

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        match self.path.strip("/").split("/"):
            case ["head-hangs"] if self.command == "HEAD":
                time.sleep(2)
                return
            case ["only-get"] if self.command == "HEAD":
                self._say(405)
            case ["moved", *rest]:
                self._say(301, f"/{'/'.join(rest)}")
            case ["moved-badly"]:
                self._say(302, "http://[")
            case ["moved-by-mail"]:
                self._say(302, "mailto:a@site.example")
            case ["circle"]:
                self._say(302, "/circle")
            case ["hangs"]:
                time.sleep(2)
            case ["drips"]:
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                for _ in range(20):
                    time.sleep(0.1)
                    self.wfile.write(b"X: 1\r\n")
            case ["hints"]:
                self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                self._say(200)
            case ["mute"]:
                return
            case ["no-web"]:
                self.wfile.write(b"220 smtp.example\r\n\r\n")
            case [status]:
                self._say(int(status) if status.isdigit() else 200)

    def _say(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, template: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up is what some tests are about."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a server on this machine."""
    Site.asked.clear()
    server = Server(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def here(host: str, port: int, timeout: float) -> socket.socket:
    """A connection to this machine: the tests ask no other."""
    assert host == "127.0.0.1"
    return socket.create_connection((host, port), timeout)


@pytest.fixture
def asker() -> Asker:
    return Asker(AGENT, timeout=0.6, connect=here)


@pytest.mark.parametrize(
    ("path", "verdict", "reason"),
    [
        ("/", "alive", "http-200"),
        ("/204", "alive", "http-204"),
        ("/accents/é?q=à b#partie", "alive", "http-200"),
        ("/only-get", "alive", "http-200"),
        ("/head-hangs", "alive", "http-200"),
        ("/hints", "alive", "http-200"),
        ("/moved/200", "alive", "http-200"),
        ("/moved/moved/404", "dead", "http-404"),
        ("/404", "dead", "http-404"),
        ("/410", "dead", "http-410"),
        ("/500", "dead", "http-500"),
        ("/403", "unclear", "http-403"),
        ("/429", "unclear", "http-429"),
        ("/circle", "unclear", "redirects"),
        ("/moved-badly", "dead", "address"),
        ("/moved-by-mail", "dead", "address"),
        ("/hangs", "dead", "timeout"),
        ("/drips", "dead", "timeout"),
        ("/mute", "dead", "connection"),
        ("/no-web", "dead", "answer"),
    ],
)
def test_each_way_of_answering_is_understood(path: str, verdict: str, reason: str, site: str, asker: Asker) -> None:
    path = path if path != "/accents/é?q=à b#partie" else "/200?q=à%20é#partie"
    answer = asker.ask(site + path)
    assert (answer.verdict, answer.reason) == (verdict, reason)


def test_a_host_is_asked_at_each_of_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, float]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        asked.append((address[0], timeout))
        if address[0] != "93.184.215.14":
            raise ConnectionRefusedError
        return socket.socket()

    hosts = ["2606:2800:21f::1", "93.184.215.13", "93.184.215.14"]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (host, 443)) for host in hosts])
    monkeypatch.setattr(socket, "create_connection", connect)
    connect_in_public("deux.example", 443, 9).close()
    assert [address for address, _ in asked] == hosts
    assert asked[0][1] == pytest.approx(3, abs=0.1)
    hosts.pop()
    with pytest.raises(ConnectionRefusedError):
        connect_in_public("deux.example", 443, 9)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (20, Answer("unclear", "chain")),  # its issuer is not at hand
        (21, Answer("unclear", "chain")),  # it came alone
        (10, Answer("dead", "tls")),  # it has expired
        (18, Answer("dead", "tls")),  # it vouches for itself
        (62, Answer("dead", "tls")),  # it is another site's
    ],
)
def test_a_certificate_that_comes_without_those_above_it_is_no_dead_site(code: int, answer: Answer) -> None:
    class Refusing(ssl.SSLContext):
        def wrap_socket(self, *_: object, **__: object) -> ssl.SSLSocket:
            refusal = ssl.SSLCertVerificationError(1, "certificate verify failed")
            refusal.verify_code = code
            raise refusal

    asker = Asker(AGENT, 1, lambda *_: socket.socket(), Refusing(ssl.PROTOCOL_TLS_CLIENT))
    assert asker.ask("https://mairie.example/") == answer


def test_a_server_that_is_not_there_or_speaks_no_tls_is_dead(site: str, asker: Asker) -> None:
    assert asker.ask(site.replace("http://", "https://") + "/").reason in ("tls", "connection", "timeout")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert asker.ask(f"http://127.0.0.1:{taken.getsockname()[1]}/").reason == "connection"


def test_who_asks_says_so_and_asks_for_little(site: str, asker: Asker) -> None:
    asker.ask(f"{site}/200")
    assert Site.asked == [("HEAD", "/200", AGENT)]


def test_only_public_addresses_are_asked() -> None:
    for host in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1"):
        with pytest.raises(Failed) as failed:
            connect_in_public(host, 80, 1)
        assert failed.value.answer == Answer("unclear", "private")


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause() -> None:
    busy: set[str] = set()
    moments: dict[str, list[float]] = {}

    def ask(url: str) -> Answer:
        host = url.split("/")[2]
        assert host not in busy
        busy.add(host)
        moments.setdefault(host, []).append(time.monotonic())
        time.sleep(0.02)
        busy.remove(host)
        return Answer("alive", "http-200")

    urls = [f"https://{host}.example/{at}" for at in range(3) for host in "abcdefghijkl"]
    told: list[int] = []
    answers = ask_all(urls, ask, pause=0.1, told=lambda: told.append(1))
    assert list(answers) == urls
    assert len(told) == len(urls)
    for times in moments.values():
        assert min(second - first for first, second in pairwise(times)) >= 0.1


# What is remembered


def answers(verdict: str, reason: str = "http-404") -> Mapping[str, Answer]:
    return {"https://a.example/": Answer(verdict, reason)}  # type: ignore[arg-type]


def after(*days: tuple[int, str]) -> Memory:
    """What is remembered after rounds on those days of November, each with its verdict."""
    memory: Memory = {}
    for day, verdict in days:
        memory = remember(memory, answers(verdict), datetime.date(2026, 11, day))
    return memory


@pytest.mark.parametrize(
    ("rounds", "days", "since"),
    [
        ([(2, "dead")], 1, "2026-11-02"),
        ([(2, "dead"), (2, "dead"), (2, "dead")], 1, "2026-11-02"),
        ([(2, "dead"), (9, "dead")], 2, "2026-11-02"),
        ([(2, "dead"), (9, "dead"), (16, "dead")], 3, "2026-11-02"),
        ([(2, "dead"), (9, "unclear"), (16, "dead")], 2, "2026-11-02"),
        ([(2, "dead"), (9, "dead"), (16, "alive"), (23, "dead")], 1, "2026-11-23"),
        ([(9, "dead"), (2, "dead")], 1, "2026-11-09"),
    ],
)
def test_an_address_is_dead_after_three_failures_in_a_row_on_three_days(
    rounds: list[tuple[int, str]], days: int, since: str
) -> None:
    (failure,) = after(*rounds).values()
    assert (failure.days, failure.since, failure.is_dead) == (days, since, days >= 3)


def test_what_answers_or_is_no_longer_cited_is_forgotten() -> None:
    assert after((2, "dead"), (9, "alive")) == {}
    assert after((2, "unclear")) == {}
    assert remember(after((2, "dead")), {}, DAY) == {}


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.json"
    assert read_memory(path) == {}
    memory = after((2, "dead"), (9, "dead"))
    write_memory(memory, path)
    assert read_memory(path) == memory


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"failing": []}', '{"failing": {"a": {"since": "hier"}}}', '{"failing": {"a": 1}}']
)
def test_a_file_written_by_something_else_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BadMemoryError):
        read_memory(path)


# A whole round


def actor(id_: str, url: str, archive: str | None = None, name: str = "Ville") -> Actor:
    source = {"title": "Registre inventé", "url": url} | ({"archive": archive} if archive else {})
    return Actor.model_validate({"id": id_, "name": name, "kind": "commune", "sources": [source]})


def test_every_source_is_asked_once_wherever_it_is_cited(real: Directory) -> None:
    directory = link([actor("un", "https://a.example/x#un"), actor("deux", "https://a.example/x")])
    assert [each.label for each in cited(directory)["https://a.example/x"]] == ["Ville", "Ville"]
    known = cited(real)
    text = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "content").rglob("*.yml"))
    written = {url.partition("#")[0].strip("'\"") for url in re.findall(r"^ +(?:- )?url: (\S+)", text, re.MULTILINE)}
    ways_in = {each.contact.url for each in real.actors.values() if each.contact}
    offices = {post.url for each in real.countries.values() for post in each.posts}
    assert written <= set(known) | ways_in | offices


def test_a_round_asks_remembers_and_tells(site: str, asker: Asker, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    directory = link([actor("un", f"{site}/404"), actor("deux", f"{site}/200"), actor("trois", f"{site}/403")])
    for week in range(3):
        found = go_round(directory, asker, state, DAY + datetime.timedelta(weeks=week), pause=0)
        assert found.asked == 3
        assert [dead.url for dead in found.to_mark] == ([f"{site}/404"] if week == 2 else [])
        assert len(found.watched) == (week < 2)
        assert [url for url, _ in found.unclear] == [f"{site}/403"]
    marked = link(directory.records(), dead=[dead(f"{site}/404#x")])
    found = go_round(marked, asker, state, DAY + datetime.timedelta(weeks=3), pause=0)
    assert (found.to_do, found.marked) == (0, 1)


def dead(url: str) -> DeadSource:
    return DeadSource.model_validate({"url": url, "since": "2026-11-02"})


def test_a_source_said_dead_that_answers_or_is_cited_no_more_is_to_clear(site: str, asker: Asker) -> None:
    directory = link([actor("un", f"{site}/200")], dead=[dead(f"{site}/200"), dead("https://gone.example/")])
    found = go_round(directory, asker, None, DAY, pause=0)
    assert found.to_clear == (f"{site}/200", "https://gone.example/")
    assert (found.to_do, found.marked) == (2, 0)


def test_when_nothing_answers_nothing_is_remembered(site: str, asker: Asker, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    with pytest.raises(NoNetworkError):
        go_round(link([actor("un", f"{site}/404"), actor("deux", f"{site}/hangs")]), asker, state, DAY, pause=0)
    assert not state.exists()


# What is told


def found_dead(*records: Actor) -> Findings:
    """What three rounds in vain find for all the addresses of the records."""
    directory = link(records)
    known = cited(directory)
    memory: Memory = {}
    for day in (2, 9, 16):
        said = {url: Answer("dead", "http-404") for url in known}
        memory = remember(memory, said, datetime.date(2026, 11, day))
    return findings(directory, known, said, memory)


def test_the_issue_gives_the_lines_to_copy_and_the_archived_copy(tmp_path: Path) -> None:
    url, copy = "https://a.example/page?x=1&y='2'", "https://web.archive.org/web/2020/https://a.example/page"
    text = as_markdown(found_dead(actor("un", url, copy)), DAY)
    title, to_do, *_ = text.splitlines()
    assert (title[:2], to_do) == ("# ", "<!-- to-do: 1 -->")
    assert f"copie archivée\u00a0: `{copy}`" in text
    block = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert block
    content = Path(shutil.copytree(CASES / "base", tmp_path / "content"))
    (content / DEAD_SOURCES).write_text(block[1], "utf-8")
    directory, problems = open_directory(content)
    assert problems == []
    assert str(directory.dead_since(url)) == "2026-11-02"


def test_nothing_in_the_issue_is_more_than_text() -> None:
    wicked = actor("un", "https://a.example/@user#12", name="@user [x](https://b.example) <b>")
    for line in as_markdown(found_dead(wicked), DAY).split("```")[2].splitlines():
        assert is_inert(re.sub(r"^#+ |^ *- ", "", line)), line


def test_the_issue_of_the_worst_week_is_one_that_github_takes() -> None:
    actors = [
        actor(f"a{at}", f"https://a.example/{'x' * 950}{at % 100}", f"https://b.example/{'y' * 900}", "N*" * 100)
        for at in range(500)
    ]
    found = found_dead(*actors)
    assert len(found.to_mark) == 100
    found = replace(found, to_clear=tuple(f"https://c.example/{'z' * 980}" for _ in range(100)))
    assert len(as_markdown(found, DAY)) < ISSUE


def test_each_format_tells_what_to_do() -> None:
    found = found_dead(actor("un", "https://a.example/"))
    assert as_text(found, DAY).startswith("https://a.example/\n    la page n’existe plus (404)")
    assert json.loads(as_json(found, DAY))["to_mark"][0]["failure"]["days"] == 3
    nothing = Findings(3, (), (), 0, (), ())
    assert "<!-- to-do: 0 -->" in as_markdown(nothing, DAY)
    assert "Rien à faire" in as_markdown(nothing, DAY)
    assert as_text(nothing, DAY) == "Contrôle du 2026-11-02. Adresses demandées\u00a0: 3.\n"


def test_every_reason_has_its_words() -> None:
    for reason in (
        "host",
        "timeout",
        "tls",
        "chain",
        "connection",
        "answer",
        "address",
        "redirects",
        "private",
        "http-502",
    ):
        failing = {"https://a.example/": Failure("2026-11-02", "2026-11-02", 1, reason)}
        told = as_text(Findings(1, (), (), 0, tuple(failing.items()), ()), DAY)
        assert "en échec depuis le 2026-11-02 (1 sur 3)" in told
        assert reason not in told


def test_the_command_asks_nobody_in_private_and_says_that_it_knows_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    shutil.rmtree(project / "content")
    (project / "content" / "actors").mkdir(parents=True)
    source = "sources:\n  - title: x\n    url: http://127.0.0.1/\n"
    (project / "content" / "actors" / "un.yml").write_text(f"name: Un\nkind: commune\n{source}", "utf-8")
    done = repertoire(project, "links", "--state", "state.json", "--format", "markdown", "--out", "report.md")
    assert done.returncode == 1
    assert "Aucune adresse n’a répondu" in done.stderr
    assert not (project / "state.json").exists()
    (project / "state.json").write_text("[]", "utf-8")
    done = repertoire(project, "links", "--state", "state.json")
    assert done.returncode == 2
    assert "n’est pas un fichier que cette commande a écrit" in done.stderr.replace("\u00a0", " ")


# What the directory and its pages say


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("sources:\n  - url: x\n    since: 2026\n", "bad-url", 2),
        ("sources:\n  - url: https://a.example/\n    since: hier\n", "bad-date", 3),
        ("sources:\n  - url: https://a.example/\n", "missing-key", 2),
        ("source: x\n", "unknown-key", 1),
        ("sources:\n", "empty-value", 1),
        ("sources: [\n", "syntax-start", 2),
    ],
)
def test_mistakes_in_the_list_of_dead_sources_are_told_where_they_stand(
    text: str, code: str, line: int, tmp_path: Path
) -> None:
    content = Path(shutil.copytree(CASES / "base", tmp_path / "content"))
    (content / DEAD_SOURCES).write_text(text, "utf-8")
    (problem,) = open_directory(content)[1]
    assert (problem.file, problem.code, problem.line) == (f"content/{DEAD_SOURCES}", code, line)


def test_pages_say_that_a_source_is_dead_and_give_the_archived_copy(french: Edition, spanish: Edition) -> None:
    content = CASES / "base"
    records = [*open_directory(content)[0].records(), actor("un", "https://a.example/#2", "https://b.example/copy")]
    for edition, words in ((french, "lien mort depuis le 2 novembre 2026"), (spanish, "enlace roto desde el 2 de")):
        for gone in ([], [dead("https://a.example/#1")]):
            directory = link(records, dead=gone)
            pages = {each.path: each.data.decode() for each in build(directory, edition) if each.path.endswith(".md")}
            assert [path for path, text in pages.items() if words in text] == ["acteurs/un/index.md"] * len(gone)
            assert 'href="https&#58;//b.example/copy"' in pages["acteurs/un/index.md"]


def test_a_pipe_remembers_nothing_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "state.json")
    with pytest.raises(IrregularFileError):
        read_memory(tmp_path / "state.json")
