"""A change is done or not, wherever it stops; the next command leaves one of the two states, and nothing else."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from generator.files import journal
from generator.files.journal import BusyError, NotDoneError, settle
from generator.files.patch import Patch, apply
from generator.files.running import Process, started, this_process
from tests.files.interrupted import full, interrupted, run_killed

PATCHES = [
    Patch("actors/un.yml", "un\n", "one\n"),
    Patch("actors/neuf.yml", None, "new\n"),
    Patch("actors/bouge.yml", "deux\n", "two\n", "actors/deux.yml"),
    Patch("actors/trois.yml", "trois\n", None),
    Patch("events/loin/quatre.yml", None, "four\n"),
]


def small(root: Path) -> Path:
    content = root / "content"
    (content / "actors").mkdir(parents=True)
    for name in ("un", "deux", "trois", "cinq"):
        (content / "actors" / f"{name}.yml").write_text(f"{name}\n", "utf-8")
    return content


def old_site(root: Path) -> Path:
    site = root / "site"
    (site / "es").mkdir(parents=True)
    (site / "index.html").write_text("old", "utf-8")
    (site / "es" / "index.html").write_text("viejo", "utf-8")
    return site


def everything(root: Path) -> dict[str, bytes | None]:
    """Path → bytes, None of a folder."""
    return {p.relative_to(root).as_posix(): p.read_bytes() if p.is_file() else None for p in sorted(root.rglob("*"))}


def swap(site: Path) -> None:
    step = journal.folder(site)
    assert step.fresh is not None
    with journal.change(site, [step]):
        step.fresh.mkdir()
        journal.write(step.fresh / "index.html", b"new")


Case = tuple[Path, Callable[[], None]]


def files(root: Path) -> Case:
    content = small(root)
    return content, lambda: apply(PATCHES, content)


def fresh_content(root: Path) -> Case:
    """What an import into a folder that is not there does."""
    content = root / "loin" / "content"
    return content, lambda: apply([Patch("actors/neuf.yml", None, "new\n")], content)


def site(root: Path) -> Case:
    folder = old_site(root)
    return folder, lambda: swap(folder)


def first_site(root: Path) -> Case:
    return root / "site", lambda: swap(root / "site")


def one_file(root: Path) -> Case:
    path = root / "liste.csv"
    path.write_bytes(b"old")
    return path, lambda: journal.replace_file(path, b"new")


CASES = [files, fresh_content, site, first_site, one_file]


def anew(case: Callable[[Path], Case], tmp_path: Path) -> Case:
    shutil.rmtree(tmp_path / "project", ignore_errors=True)
    (tmp_path / "project").mkdir()
    return case(tmp_path / "project")


def done_and_not(case: Callable[[Path], Case], tmp_path: Path) -> tuple[object, object]:
    _, act = anew(case, tmp_path)
    before = everything(tmp_path / "project")
    act()
    after = everything(tmp_path / "project")
    assert before != after
    assert not [name for name in after if ".repertoire-" in name]
    return before, after


@pytest.mark.parametrize("case", CASES)
def test_killed_at_any_step_it_is_done_or_not_once_the_next_command_has_come(
    case: Callable[[Path], Case], tmp_path: Path
) -> None:
    root = tmp_path / "project"
    before, after = done_and_not(case, tmp_path)
    found = set()
    for at in count(1):
        target, act = anew(case, tmp_path)
        if not run_killed(act, root, at):
            break
        told = [each.outcome for each in settle(target)]
        now = everything(root)
        if case is fresh_content and now == {"loin": None}:
            now = {}  # folders that nothing was begun in
        assert now in (before, after), at
        assert told in ([], ["undone"] if now == before else ["finished"]), at
        found |= {now == after, *told}
    assert found == {True, False, "undone", "finished"}


@pytest.mark.parametrize("case", [files, site])
def test_killed_while_it_settles_another_settles_it(case: Callable[[Path], Case], tmp_path: Path) -> None:
    root = tmp_path / "project"
    before, after = done_and_not(case, tmp_path)
    for at in count(2, 7):  # now and then, for the sake of time
        target, act = anew(case, tmp_path)
        if not run_killed(act, root, at):
            break
        shutil.rmtree(tmp_path / "kept", ignore_errors=True)
        shutil.copytree(root, tmp_path / "kept")
        for again in count(1):
            shutil.rmtree(root)
            shutil.copytree(tmp_path / "kept", root)
            target = root / target.name
            if not run_killed(lambda: settle(target), root, again):  # noqa: B023
                break
            settle(target)
            assert everything(root) in (before, after), (at, again)


@pytest.mark.parametrize(("case", "late"), [(files, 2), (files, 4), (files, 6), (site, 2), (site, 3)])
def test_killed_while_it_undoes_the_next_command_undoes_it(
    case: Callable[[Path], Case], late: int, tmp_path: Path
) -> None:
    """The disk refuses the act that stands so many after the decision."""
    root = tmp_path / "project"
    before, after = done_and_not(case, tmp_path)
    _, act = anew(case, tmp_path)
    with interrupted(root, 0, full) as acts:
        act()
    refused = next(at for at, each in enumerate(acts, late + 1) if each.startswith("rename "))
    told = set()

    def refused_act(act: Callable[[], None]) -> None:
        with interrupted(root, refused, full), pytest.raises(NotDoneError):
            act()

    for at in count(refused):
        target, act = anew(case, tmp_path)
        if not run_killed(lambda: refused_act(act), root, at):  # noqa: B023
            break
        left = {path.suffix for path in root.glob(".repertoire-*")}
        told |= left
        # Killed before it was written down that it is undone: then the disk is tried once more.
        wanted = after if ".decided" in left else before
        for _ in range(2):  # the second time, nothing is left to do
            settle(target)
            assert everything(root) == wanted, at
    assert ".undone" in told


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_refused_at_any_step_it_is_not_done_and_nothing_is_left(
    case: Callable[[Path], Case], code: int, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    before, after = done_and_not(case, tmp_path)

    def refused() -> None:
        raise OSError(code, os.strerror(code))

    refusals = 0
    for at in count(1):
        target, act = anew(case, tmp_path)
        failure: NotDoneError | None = None
        with interrupted(root, at, refused) as acts:
            try:
                act()
            except NotDoneError as error:
                failure = error
        if at > len(acts):
            break
        if failure:
            refusals += 1
            assert failure.errno == code
            assert not failure.is_pending
            assert everything(root) == before, acts[at - 1]
        else:
            # A disk without second names, or dust that could not be swept: the next command does.
            dead(target)
            settle(target)
            assert everything(root) == after, acts[at - 1]
    assert refusals > 2


def dead(target: Path) -> None:
    """Makes the journal say that another process wrote it, which is gone."""
    for path in target.parent.glob(".repertoire-*"):
        if path.suffix[1:] in journal.STATES:
            told = json.loads(path.read_bytes())
            told["process"]["started"] = "another day"
            path.write_bytes(json.dumps(told).encode())


@pytest.mark.parametrize("case", [files, site])
def test_a_disk_that_stays_full_is_told_and_nothing_has_changed(case: Callable[[Path], Case], tmp_path: Path) -> None:
    before, _ = done_and_not(case, tmp_path)
    _, act = anew(case, tmp_path)
    write = Path.write_bytes
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "write_bytes", lambda path, data: (write(path, b""), full()))
        with pytest.raises(NotDoneError) as told:
            act()
    assert told.value.errno == errno.ENOSPC
    assert everything(tmp_path / "project") == before


@pytest.mark.parametrize("case", [files, site])
def test_interrupted_by_the_keyboard_it_is_not_done(case: Callable[[Path], Case], tmp_path: Path) -> None:
    root = tmp_path / "project"
    before, after = done_and_not(case, tmp_path)

    def interrupt() -> None:
        raise KeyboardInterrupt

    for at in count(1):
        target, act = anew(case, tmp_path)
        with interrupted(root, at, interrupt) as acts:
            try:
                act()
            except KeyboardInterrupt:
                dead(target)
        if at > len(acts):
            break
        settle(target)
        assert everything(root) in (before, after), acts[at - 1]


def test_what_others_changed_since_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    content = small(tmp_path / "project")
    acts = 0
    while not (tmp_path / "project" / ".repertoire-content.decided").exists():
        shutil.rmtree(tmp_path / "project")
        content = small(tmp_path / "project")
        acts += 1
        assert run_killed(lambda: apply(PATCHES, content), tmp_path / "project", acts)  # noqa: B023
    (content / "actors" / "un.yml").write_text("somebody's\n", "utf-8")
    held = everything(content)
    assert [each.outcome for each in settle(content)] == ["abandoned"]
    kept = {name: data for name, data in held.items() if ".repertoire-" not in name}
    kept = {name: data for name, data in kept.items() if data is not None or name == "actors"}
    assert everything(content) == kept


def test_a_living_process_is_left_alone_and_no_other_begins(tmp_path: Path) -> None:
    content = small(tmp_path)
    with journal.change(content, []):
        assert settle(content) == []
        with pytest.raises(BusyError) as busy:
            apply(PATCHES, content)
        assert busy.value.pid == os.getpid()
    apply(PATCHES, content)


@pytest.mark.parametrize("case", CASES)
def test_what_stands_beside_without_a_journal_is_in_nobodys_way(case: Callable[[Path], Case], tmp_path: Path) -> None:
    """Somebody deleted the journal of a command that was killed."""
    root = tmp_path / "project"
    _, after = done_and_not(case, tmp_path)
    for at in count(1):
        _, act = anew(case, tmp_path)
        if not run_killed(act, root, at) or list(root.rglob("*.decided")):
            break
        for path in root.glob("**/.repertoire-*.begun"):
            path.unlink()
        act()
        for path in root.glob("**/.repertoire-*.*[0-9]"):
            path.unlink()
        assert everything(root) == after, at


def test_a_process_is_told_from_a_later_one_of_the_same_number() -> None:
    here = this_process()
    assert here.is_running
    assert not Process(here.pid, "another day", here.host).is_running
    assert Process(here.pid, here.started, "elsewhere").is_running
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    assert started(done.pid) is None


@pytest.mark.parametrize("path", ["../dehors.yml", "dehors.yml", "content/../dehors.yml", "content/lien/dehors.yml"])
def test_a_journal_that_came_with_a_proposal_reaches_nothing_outside(path: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    content = small(root)
    (content / "lien").symlink_to(root)
    for victim in (root, tmp_path):
        (victim / "dehors.yml").write_text("kept", "utf-8")
        (victim / ".repertoire-new-dehors.yml").write_text("hostile", "utf-8")
    process = {"pid": 1, "started": "another day", "host": this_process().host}
    told = {"process": process, "steps": [[path, None, "", False]], "folders": []}
    (root / ".repertoire-content.decided").write_text(json.dumps(told), "utf-8")
    assert settle(content) == []
    for victim in (root, tmp_path):
        assert (victim / "dehors.yml").read_text("utf-8") == "kept"


def test_a_file_reached_by_a_link_is_replaced_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "loin").mkdir()
    (tmp_path / "loin" / "a.csv").write_bytes(b"old")
    (tmp_path / "a.csv").symlink_to("loin/a.csv")
    journal.replace_file(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "loin" / "a.csv").read_bytes() == b"new"
    journal.replace_file(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()
