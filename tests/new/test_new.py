"""``repertoire new``: piped answers become a file that the check accepts; what is wrong is told at once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from generator.check.content import open_directory
from generator.commands.new import ASKED, new_command
from generator.commands.terminal import Terminal
from generator.model.schema.fields import fields
from generator.new.ask import Interview
from generator.new.words import say
from generator.sheets.choices import AllChoices
from generator.text.tidy import Act
from tests.cases.report import CASES
from tests.small import snapshot


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_url: https://x.example/\n", "utf-8")
    return Path(shutil.copytree(CASES / "base", tmp_path / "content"))


def answer(type_: str, *lines: str) -> Result:
    typed = "".join(f"{each}\n" for each in lines)
    return CliRunner().invoke(new_command, [type_, "--added", "2026-11-22"], input=typed)


def said(result: Result) -> str:
    return result.output.replace("\u00a0", " ")


INITIATIVE = (
    "Coopération inventée",  # title
    "Projet",  # modality, by its label
    "1",  # scope
    "brest-metropole",  # first participant, by its id
    "1",  # its role
    "n",  # no other
    "Argentine",  # country
    "",  # no other
    "Texte inventé.",  # summary
    "Délibération inventée",  # source
    "https://ville.example/",
    "2024",
    "n",
)


def test_answers_become_a_file_that_the_check_accepts(content: Path) -> None:
    done = answer("initiative", *INITIATIVE, "", "", "o")
    assert done.exit_code == 0, done.output
    path = content / "initiatives" / "cooperation-inventee.yml"
    assert path.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=https://x.example/schema/initiative.json\n"
    )
    assert path.read_text("utf-8") in done.output
    directory, problems = open_directory(content)
    assert not [each for each in problems if "cooperation-inventee" in each.file]
    made = directory.initiatives["cooperation-inventee"]
    assert (made.modality, made.countries, made.sources[0].year) == ("project", ("AR",), 2024)
    assert (made.participations[0].actor, str(made.added)) == ("brest-metropole", "2026-11-22")


@pytest.mark.parametrize("end", [("", "", "n"), ("", "")])
def test_nothing_is_written_without_consent(content: Path, end: tuple[str, ...]) -> None:
    before = snapshot(content)
    done = answer("initiative", *INITIATIVE, *end)
    assert done.exit_code == 1
    assert snapshot(content) == before


def test_each_mistake_is_told_at_once_in_the_words_of_the_check(content: Path) -> None:
    done = answer(
        "initiative",
        "",  # the title is required
        *INITIATIVE[:8],
        "Écrire à prenom.nom@ville.example",  # not in a text
        *INITIATIVE[8:10],
        "ftp://ville.example/",
        *INITIATIVE[10:],
        "",
        "brest-chubut",  # an id that is taken
        "",
        "o",
    )
    assert done.exit_code == 0, done.output
    text = said(done)
    for told in ("manque", "adresse électronique", "ftp://ville.example/", "a déjà cet identifiant"):
        assert told in text.lower() or told in text, text
    assert "prenom.nom" not in (content / "initiatives" / "cooperation-inventee.yml").read_text("utf-8")


def test_other_fields_can_be_said_and_corrected_afterwards(content: Path) -> None:
    done = answer(
        "initiative",
        *INITIATIVE,
        "mots des sources",
        "eau",
        "assainissement",
        "",
        "Titre",
        "Titre corrigé",
        "",
        "",
        "o",
    )
    assert done.exit_code == 0, done.output
    made = open_directory(content)[0].initiatives["titre-corrige"]
    assert (str(made.title), made.keywords) == ("Titre corrigé", ("eau", "assainissement"))


def test_a_choice_is_found_by_some_of_its_letters(content: Path) -> None:
    lines = list(INITIATIVE)
    lines[6:7] = ["zzz", "argent"]
    done = answer("initiative", *lines, "", "", "o")
    assert done.exit_code == 0, done.output
    assert "Rien ne correspond à « zzz »" in said(done)
    assert open_directory(content)[0].initiatives["cooperation-inventee"].countries == ("AR",)


def test_what_only_some_kinds_have_is_asked_of_them_alone(content: Path) -> None:
    interview = Interview("actor", AllChoices(open_directory(content)[0]), Terminal())
    network = next(field for field in fields("actor") if field.key == "network")
    assert not interview._suits(network)
    interview.answers["kind"] = "network"
    assert interview._suits(network)


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("type_", ASKED)
def test_every_type_asks_its_first_question_and_stops_cleanly_at_the_end_of_what_is_typed(type_: str) -> None:
    done = answer(type_)
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert " *" in done.output


def test_each_sentence_is_said_somewhere() -> None:
    generator = Path(__file__).parents[2] / "generator"
    files = [
        *sorted((generator / "new").glob("*.py")),
        *(generator / "commands" / f"{name}.py" for name in ("new", "terminal")),
    ]
    source = "".join(path.read_text("utf-8") for path in files)
    told = {f"tidied-{act}" for act in get_args(Act)}
    assert [key for key in say if f'"{key}"' not in source and key not in told] == []
    assert told <= set(say)


def test_what_a_copy_left_in_an_answer_is_taken_out_and_told(content: Path) -> None:
    lines = ["Coo\u00adpe\u0301ration", *INITIATIVE[1:10], "https://ville.example/?utm_source=x", *INITIATIVE[11:]]
    done = answer("initiative", "Coop\u202e", *lines, "", "", "o")
    assert done.exit_code == 0, done.output
    text = (content / "initiatives" / "cooperation.yml").read_text("utf-8")
    assert "title: Coopération\n" in text
    assert "url: https://ville.example/\n" in text
    for told in ("(U+202E)", "accents réunis à leur lettre : « Coopération »", "Traceurs de l’adresse enlevés"):
        assert told in said(done)
