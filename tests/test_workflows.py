"""The workflows: pinned, with no more rights than needed, and calling what contributors call themselves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SETUP = ROOT / ".ci" / "run"

PINNED = re.compile(r"[\w-]+(/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
MAKE = re.compile(r"make ([a-z]+)( [A-Z]+=[a-z]+)*")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def _targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", text, re.MULTILINE))


def _commands(path: Path) -> list[str]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def test_the_auditor_of_workflows_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--no-progress", "--persona=pedantic", ROOT / ".github" / "workflows"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@each_workflow
def test_every_action_is_pinned_by_its_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not PINNED.fullmatch(each)] == []


@each_workflow
def test_every_command_is_a_target_of_the_makefile(path: Path) -> None:
    for command in _commands(path):
        if command != ".ci/run":
            found = MAKE.fullmatch(command)
            assert found, command
            assert found[1] in _targets(), command


def test_one_action_has_one_version() -> None:
    used = {each for path in WORKFLOWS for each in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({each.partition("@")[0] for each in used})


def test_the_setup_script_runs_the_tests() -> None:
    assert os.access(SETUP, os.X_OK)
    assert SETUP.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    subprocess.run(["bash", "-n", SETUP], check=True)
