"""The workflows: pinned, with no more rights than needed, and calling what contributors call themselves."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SETUP = ROOT / ".ci" / "run"

PINNED = re.compile(r"[\w-]+(/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
MAKE = re.compile(r"make ([a-z-]+)((?: [A-Z]+=[\w./^\"$-]+)*)")
READY = [f"--assume-old=.venv/.ready-{name}" for name in ("check", "build", "dev")]
SCRIPTS = {f".ci/{path.name}" for path in SETUP.parent.iterdir()}

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def _targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))


def _commands(path: Path) -> list[str]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step["run"] for job in jobs for step in job["steps"] if "run" in step]


def _workflow(path: Path) -> dict[str, Any]:
    # YAML 1.1 takes the key "on" for a boolean.
    text = path.read_text(encoding="utf-8").replace("\non:\n", "\n'on':\n")
    return dict(yaml.safe_load(text))


def test_the_auditor_of_workflows_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--no-progress", "--persona=pedantic", ROOT / ".github"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@each_workflow
def test_every_action_is_pinned_by_its_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not PINNED.fullmatch(each)] == []


@each_workflow
def test_every_command_is_a_target_of_the_makefile_or_a_script(path: Path) -> None:
    for command in _commands(path):
        script, _, target = command.partition(" ")
        if script == ".ci/run":
            assert target in {"", *_targets()}, command
        elif script not in SCRIPTS:
            found = MAKE.fullmatch(command)
            assert found, command
            assert found[1] in _targets(), command


@pytest.mark.parametrize("path", sorted(SCRIPTS))
def test_every_script_can_be_run(path: str) -> None:
    assert os.access(ROOT / path, os.X_OK)
    subprocess.run(["bash", "-n", ROOT / path], check=True)


@each_workflow
def test_every_target_gives_the_command_what_the_workflow_asks(path: Path) -> None:
    options = {"BASE": "--base", "FORMAT": "--format", "OUT": "--out", "STATE": "--state", "KEEP": "--keep"}
    for command in _commands(path):
        found = MAKE.fullmatch(command)
        if found is None:
            continue
        # As the workflow's shell does, before make sees it.
        words = shlex.split(found[2].replace("$GITHUB_STEP_SUMMARY", "/runner/summary file"))
        asked = ["make", "--no-print-directory", "--dry-run", *READY, found[1], *words]
        done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
        given = [word for each in words for word in (options[each.partition("=")[0]], each.partition("=")[2])]
        command = {"publish": ["site", "--publish"]}.get(found[1], [found[1]])
        assert shlex.split(done.stdout.splitlines()[-1])[1:] == [*command, *given]


@each_workflow
def test_nothing_with_rights_runs_what_a_stranger_wrote(path: Path) -> None:
    workflow = _workflow(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    assert workflow["permissions"] == {}
    if "pull_request" in workflow["on"]:
        for job in workflow["jobs"].values():
            assert set(job["permissions"].values()) <= {"read"}
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_a_pull_request_gets_its_summary_even_if_its_content_has_mistakes() -> None:
    steps = _workflow(ROOT / ".github" / "workflows" / "check.yml")["jobs"]["content"]["steps"]
    told = next(step for step in steps if step.get("run", "").startswith("make changes"))
    assert told["if"] == "${{ !cancelled() }}"
    assert "$GITHUB_STEP_SUMMARY" in told["run"]
    assert any(step.get("with", {}).get("name") == "preview" for step in steps)


def test_the_link_check_is_never_in_the_way_of_a_pull_request() -> None:
    workflow = _workflow(ROOT / ".github" / "workflows" / "links.yml")
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert set(rights["ask"].values()) == {"read"}
    assert {name for name, right in rights["tell"].items() if right == "write"} == {"issues"}


def test_what_is_too_long_for_every_day_is_asked_every_week() -> None:
    path = ROOT / ".github" / "workflows" / "weekly.yml"
    workflow = _workflow(path)
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    assert _commands(path) == [".ci/run test-all"]
    ready = [f"--assume-old={name}" for name in ("node_modules/.ready", "node_modules/.ready-validator", TABLES)]
    asked = ["make", "--no-print-directory", "--dry-run", *READY, *ready]
    everything, daily = (
        subprocess.run([*asked, target], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
        for target in ("test-all", "test")
    )
    assert everything == [*daily[:-1], f"{daily[-1]} -m ''"]


TABLES = ".venv/.ready-tables"
"""Says that what tables are made from is there, which only the week's tests need."""

GH = """#!/usr/bin/env bash
# Stands for GitHub's own command: notes what is asked of it, answers what the test says.
printf '%s\\n' "$*" >>"$NOTES"
case "$1 $2" in
  "run list") printf '%s' "$LAST_RUN" ;;
  "run download") [ -d "$ARTIFACT" ] && cp "$ARTIFACT"/* "${@: -1}" ;;
  "issue list") printf '%s' "$ISSUE" ;;
  "issue edit" | "issue create") cat "$(dirname "$NOTES")/checkout/build/links/body.md" >>"$NOTES" ;;
esac
"""


class Script:
    """A script of the workflows, run in a checkout of its own beside a made-up ``gh``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.notes, self.artifact = folder / "checkout", folder / "notes", folder / "artifact"
        shutil.copytree(SETUP.parent, self.folder / ".ci")
        self.artifact.mkdir()
        (folder / "bin").mkdir()
        gh = folder / "bin" / "gh"
        gh.write_text(GH, encoding="utf-8")
        gh.chmod(0o755)
        self.path = f"{gh.parent}:/usr/bin:/bin"

    def run(self, name: str, *words: str, last_run: str = "", issue: str = "") -> list[str]:
        """What was asked of ``gh``."""
        told = {"NOTES": str(self.notes), "ARTIFACT": str(self.artifact), "LAST_RUN": last_run, "ISSUE": issue}
        environment = {"PATH": self.path, "GITHUB_RUN_ID": "7", **told}
        subprocess.run([self.folder / ".ci" / name, *words], env=environment, check=True, capture_output=True)
        return self.notes.read_text(encoding="utf-8").splitlines()

    def report(self, to_do: int) -> None:
        (self.artifact / "report.md").write_text(f'# Titre: "d\'essai" $x\n<!-- to-do: {to_do} -->\n\nCorps\n', "utf-8")


@pytest.fixture
def script(tmp_path: Path) -> Script:
    return Script(tmp_path)


def test_a_round_takes_up_what_the_last_one_remembered(script: Script) -> None:
    script.report(1)
    (script.artifact / "state.json").write_text("{}", "utf-8")
    asked = script.run("links-state", last_run="41")
    assert asked[1] == "run download 41 --name links --dir build/links"
    assert [path.name for path in (script.folder / "build" / "links").iterdir()] == ["state.json"]


def test_a_deployment_takes_up_the_scripts_and_data_of_the_one_before(script: Script) -> None:
    (command,) = (each for each in _commands(ROOT / ".github" / "workflows" / "publish.yml") if "last-run" in each)
    (script.artifact / "stamps.json").write_text("{}", "utf-8")
    asked = script.run(*command.removeprefix(".ci/").split(), last_run="41")
    assert asked[1] == "run download 41 --name stamped --dir build/before"
    assert [path.name for path in (script.folder / "build" / "before").iterdir()] == ["stamps.json"]


@pytest.mark.parametrize("last_run", ["", "41"])
def test_the_first_round_and_one_whose_memory_is_gone_begin_anew(last_run: str, script: Script) -> None:
    script.artifact.rmdir()
    script.run("links-state", last_run=last_run)
    assert list((script.folder / "build" / "links").iterdir()) == []


@pytest.mark.parametrize(
    ("to_do", "issue", "expected"),
    [
        (2, "", ["label create", "issue create"]),
        (2, "12 OPEN", ["issue edit"]),
        (2, "12 CLOSED", ["issue edit", "issue reopen"]),
        (0, "12 OPEN", ["issue edit", "issue close"]),
        (0, "12 CLOSED", ["issue edit"]),
        (0, "", []),
    ],
)
def test_there_is_one_issue_open_while_there_is_something_to_do(
    to_do: int, issue: str, expected: list[str], script: Script
) -> None:
    script.report(to_do)
    asked = script.run("links-issue", issue=issue)
    verbs = [" ".join(line.split()[:2]) for line in asked if line.startswith(("label", "issue"))]
    assert verbs == ["issue list", *expected]
    for line in asked:
        if line.startswith(("issue edit", "issue create")):
            assert '--title Titre: "d\'essai" $x ' in line
            assert asked[asked.index(line) + 2] == "Corps"


def test_one_action_has_one_version() -> None:
    used = {each for path in WORKFLOWS for each in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({each.partition("@")[0] for each in used})


def test_the_setup_script_runs_the_tests() -> None:
    assert os.access(SETUP, os.X_OK)
    assert SETUP.read_text(encoding="utf-8").splitlines()[-1] == 'exec make "${1:-test}"'
    subprocess.run(["bash", "-n", SETUP], check=True)
