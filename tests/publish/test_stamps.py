"""A stamp follows what its folder holds, and only that; a deployment keeps the folders of those before it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.publish import stamps
from tests.small import repertoire, small_project, snapshot

FILES = [("a.js", b"1"), ("b/c.css", b"2")]


def test_a_stamp_is_that_of_paths_and_contents_whatever_their_order() -> None:
    known = stamps.stamp(FILES)
    assert known == stamps.stamp(FILES[::-1])
    others = [[("a.js", b"1")], [("a.js", b"2"), ("b/c.css", b"1")], [("a.js", b"1"), ("b/d.css", b"2")]]
    assert len({known, *map(stamps.stamp, others)}) == 4


def stamped(site: Path) -> dict[str, str]:
    return {key: each for key, each in json.loads((site / stamps.NAME).read_text("utf-8")).items() if key != "before"}


def test_content_moves_the_data_and_leaves_the_scripts(small_site: Path, later_site: Path) -> None:
    for edition in ("", "es"):
        before, after = stamped(small_site / "site" / edition), stamped(later_site / "site" / edition)
        assert before["scripts"] == after["scripts"]
        assert before["data"] != after["data"]


@pytest.mark.weekly
def test_a_script_moves_the_scripts_and_leaves_the_data(small_site: Path, tmp_path: Path) -> None:
    project = small_project(tmp_path)
    script = project / "overrides" / "assets" / "page" / "copy.js"
    script.write_text(script.read_text("utf-8") + "\nexport const added = 1;\n", "utf-8")
    assert repertoire(project, "site").returncode == 0
    before, after = stamped(small_site / "site"), stamped(project / "site")
    assert before["scripts"] != after["scripts"]
    assert before["data"] == after["data"]
    page = (project / "site" / "recherche" / "index.html").read_text("utf-8")
    assert f"assets/{after['scripts']}/explorer/page.js" in page
    assert f'<meta name="rp-data" content="../assets/{after["data"]}/">' in page


def test_what_was_deployed_before_is_kept_beside_what_is_new(small_site: Path, later_site: Path) -> None:
    for edition in ("", "es"):
        before, after = small_site / "site" / edition, later_site / "site" / edition
        data = stamped(before)["data"]
        assert snapshot(before / "assets" / data) == snapshot(after / "assets" / data)
        assert json.loads((after / stamps.NAME).read_text("utf-8"))["before"] == [[*stamped(before).values()]]


def test_the_oldest_deployments_go(tmp_path: Path) -> None:
    sites = []
    for number in range(5):
        site = tmp_path / str(number)
        for name in ("scripts", f"data{number}"):
            (site / "assets" / name).mkdir(parents=True)
            (site / "assets" / name / "file").write_text(name, "utf-8")
        (site / stamps.NAME).write_text(stamps.written("scripts", f"data{number}"), "utf-8")
        if sites:
            stamps.keep(sites[-1], site)
        sites.append(site)
    assert sorted(path.name for path in (sites[-1] / "assets").iterdir()) == [
        "data2",
        "data3",
        "data4",
        "scripts",
        "stamps.json",
    ]


def test_the_same_site_again_keeps_nothing_twice(small_site: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "site"
    shutil.copytree(small_site / "site", fresh)
    stamps.keep(small_site / "site", fresh)
    assert snapshot(fresh) == snapshot(small_site / "site")


def test_where_there_was_no_site_nothing_is_kept(small_site: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "site"
    shutil.copytree(small_site / "site", fresh)
    stamps.keep(tmp_path / "nowhere", fresh)
    assert snapshot(fresh) == snapshot(small_site / "site")


def test_nothing_but_what_lasts_stands_outside_the_stamped_folders(small_site: Path) -> None:
    for edition in ("", "es"):
        site = small_site / "site" / edition
        loose = {path.relative_to(site).as_posix() for path in (site / "assets").iterdir() if path.is_file()}
        assert loose == {*stamps.LASTING, stamps.NAME}
