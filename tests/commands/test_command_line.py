"""The commands end with a code and a French sentence, never with a traceback."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.cases.report import CASES

Run = tuple[int, str, str]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the base, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(CASES / "base", tmp_path / "content"))


@pytest.fixture
def broken(content: Path) -> Path:
    """The same with an error in one file and a warning in another."""
    cases = CASES / "invalid" / "actors"
    shutil.copyfile(cases / "missing-key_kind.yml", content / "actors" / "faux.yml")
    shutil.copyfile(cases / "near-duplicate_metropole-de-brest.yml", content / "actors" / "double.yml")
    return content


def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *typed: str) -> Run:
    """Exit code, output and errors of the command."""
    monkeypatch.setattr(sys, "argv", ["repertoire", *typed])
    with pytest.raises(SystemExit) as stop:
        main()
    out, err = capfd.readouterr()
    code = stop.value.code
    return (code if isinstance(code, int) else 0), out, err


@pytest.mark.usefixtures("content")
def test_right_content_gives_zero(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(monkeypatch, capfd, "check")
    assert (code, err) == (0, "")
    assert out.startswith("Aucune erreur.\nFichiers relus")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["check"], 1),
        (["check", "--strict"], 1),
        (["check", "content/actors/faux.yml"], 1),
        (["check", "content/initiatives"], 0),
        (["check", "content/actors/double.yml"], 0),
        (["check", "content/actors/double.yml", "--strict"], 1),
        (["check", "content/actors/brest-metropole.yml", "--strict"], 1),
        (["check", "content/places", "--strict"], 0),
    ],
)
def test_the_code_follows_what_was_asked_for(
    typed: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, capfd, *typed)[0] == code


@pytest.mark.usefixtures("broken")
def test_each_format_tells_the_same(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(monkeypatch, capfd, "check", "--format", "json")
    assert (code, [each["code"] for each in json.loads(out)["problems"]]) == (
        1,
        ["near-duplicate", "missing-key"],
    )
    code, out, _ = run(monkeypatch, capfd, "check", "--format", "github")
    assert (code, [line.split(" ")[0] for line in out.splitlines()[:2]]) == (1, ["::warning", "::error"])


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["chek"], "La commande « chek » n’existe pas."),
        (["check", "--foo"], "L’option « --foo » n’existe pas."),
        (["check", "content/absent.yml"], "« content/absent.yml » n’existe pas."),
        (["check", "--content", "absent"], "« --content » : ce fichier ou ce dossier n’existe pas"),
        (["check", "--format", "xml"], "Valeurs possibles : text, json, github."),
        (["import"], "Il manque « TABLEAU »."),
    ],
)
def test_a_command_badly_typed_is_told_in_french(
    typed: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(monkeypatch, capfd, *typed)
    assert (code, out) == (2, "")
    assert said in err.replace("\u00a0", " ")
    assert "--help" in err


@pytest.mark.usefixtures("content")
def test_what_nobody_expected_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(monkeypatch, capfd, "check", "--content", "\0")
    assert code == 2
    assert err.startswith("Panne inattendue (ValueError")
    assert "Traceback" not in err


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("typed", [["--help"], [], ["check", "--help"], ["import", "--help"]])
def test_help_is_in_french(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(monkeypatch, capfd, *typed)
    assert code == 0
    assert out.startswith("Usage\u00a0: repertoire")
    for english in ("Show this", "COMMAND ", "[default", "[required]", "DIRECTORY"):
        assert english not in out
