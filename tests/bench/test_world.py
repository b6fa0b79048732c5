"""The made-up directories that the bench measures are directories."""

from __future__ import annotations

from pathlib import Path

from bench.synthetic import write
from generator.site import open_directory

CONTENT = Path(__file__).parents[2] / "content"
SIZE = 60
COPIED = ("countries", "resources", "vocabularies")


def test_a_made_up_directory_is_valid_and_says_that_it_is_made_up(tmp_path: Path) -> None:
    write(tmp_path / "content", SIZE, CONTENT)
    directory, problems = open_directory(tmp_path / "content")
    assert problems == []
    made_up = [record for record in directory.records() if record.folder not in COPIED]
    assert len(made_up) == SIZE
    assert all("ficti" in str(record.label) for record in made_up)


def test_the_same_size_gives_the_same_records(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(tmp_path / name, SIZE, CONTENT)
    one, other = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.yml")}
        for name in ("one", "other")
    )
    assert one == other
