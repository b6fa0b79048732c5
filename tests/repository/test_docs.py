"""What the documents show is true: examples are accepted, commands exist, messages are those one gets."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from generator.__main__ import cli
from generator.check.content import open_directory
from generator.model.directory import Directory
from generator.model.problem import Problem
from generator.words.report import as_text

ROOT = Path(__file__).parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAINTAINING = (ROOT / "MAINTAINING.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def test_the_examples_for_contributors_are_accepted_in_the_real_content(
    opened: tuple[Directory, list[Problem]], tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    examples = re.findall(r"```yaml\n# (content/\S+\.yml)\n(.*?)```", CONTRIBUTING, re.S)
    assert len(examples) >= 3
    for path, text in examples:
        (tmp_path / path).write_text(text, "utf-8")
    _, problems = open_directory(tmp_path / "content")
    assert [each for each in problems if each not in opened[1]] == []


def test_the_message_shown_to_contributors_is_the_one_they_get(
    opened: tuple[Directory, list[Problem]], tmp_path: Path
) -> None:
    shown = re.search(r"```text\n(content/\S+?\.yml:.*?)```", CONTRIBUTING, re.S)
    assert shown
    shutil.copytree(ROOT / "content", tmp_path / "content")
    record = tmp_path / "content" / "initiatives" / "bouguenais-el-tuma-la-dalia.yml"
    text = record.read_text("utf-8")
    record.write_text(text.replace("- actor: bouguenais", "- actor: bougenais"), "utf-8")
    _, problems = open_directory(tmp_path / "content")
    problems = [each for each in problems if each not in opened[1]]
    # Spaces aside: those of the messages are unbreakable, which nobody types.
    assert " ".join(as_text(problems).split()).startswith(" ".join(shown[1].split()))


def test_every_make_target_that_the_documents_name_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"`?make ([a-z]+(?:-[a-z]+)*)", README + CONTRIBUTING + MAINTAINING))
    assert {"site", "test", "quick", "test-all", "check", "serve", "bench"} <= named <= targets


def test_every_command_that_the_documents_name_exists() -> None:
    named = set(re.findall(r"repertoire (build|check|import|site|rename|merge|verify|stale)\b", README + CONTRIBUTING))
    assert named
    for name in sorted(named):
        done = CliRunner().invoke(cli, [name, "--help"])
        assert done.exit_code == 0, done.output


def test_every_file_that_the_readme_names_exists() -> None:
    for path in re.findall(r"`((?:generator|tests|content|bench)/[\w./-]+)`", README):
        assert (ROOT / path).exists(), path
