"""Rename, merge, verify: each promise of the commands that keep the directory."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from generator.check.content import open_directory
from generator.commands.merge import merge_command
from generator.commands.rename import rename_command
from generator.commands.verify import verify_command
from generator.files.journal import NotDoneError
from generator.files.patch import Patch, apply
from generator.model import Actor
from generator.model.directory import Directory
from generator.upkeep.union import Union, unite
from generator.words.catalog import Catalog
from tests.cases.report import CASES
from tests.small import snapshot

ROOT = Path(__file__).parents[2]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the base, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(CASES / "base", tmp_path / "content"))


def run(command: click.Command, *words: str) -> Result:
    """What the command answers; spaces made plain."""
    return CliRunner().invoke(command, [*words])


def said(result: Result) -> str:
    return result.output.replace("\u00a0", " ")


def write(content: Path, path: str, text: str) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, "utf-8")


def opened(content: Path) -> Directory:
    directory, problems = open_directory(content)
    assert not [problem for problem in problems if problem.severity == "error"]
    return directory


Refusal = tuple[click.Command, tuple[str, ...], str]


# Rename


def test_a_rename_moves_the_file_and_leads_every_reference_to_it(content: Path) -> None:
    before = (content / "actors" / "brest-metropole.yml").read_text("utf-8")
    assert run(rename_command, "actor", "brest-metropole", "brest").exit_code == 0
    assert not (content / "actors" / "brest-metropole.yml").exists()
    after = (content / "actors" / "brest.yml").read_text("utf-8")
    assert after == before.replace("\nsources:", "\nformerly:\n  - brest-metropole\n\nsources:")
    directory = opened(content)
    assert [part.actor for part in directory.initiatives["brest-chubut"].participations] == ["brest", "ar-chubut"]


def test_a_rename_reaches_look_alikes_mappings_pages_and_keeps_comments(content: Path) -> None:
    write(
        content,
        "actors/brest-ville.yml",
        "# ne pas confondre\nname: Brest Metropole\nkind: commune\ncountry: FR\n"
        "not_duplicate_of: [brest-metropole]  # comparées\nsources: [{title: Essai}]\n",
    )
    write(
        content,
        "mappings/essai.yml",
        "targets:\n  - folder: initiatives\n    id: Titre\n    constants:\n      modality: project\n"
        "      participations[0].actor: brest-metropole # porteur\n    columns:\n      Titre: title\n      Ville:\n"
        "        to: participations[].actor\n        values:\n          Brest: brest-metropole\n"
        "          brest-metropole: ar-chubut\n      Autre:\n        to: keywords[]\n        values:\n"
        "          b: brest-metropole\n",
    )
    write(
        content,
        "pages/fr/essai/index.md",
        "[Brest](../acteurs/brest-metropole/index.md), [lieu](../lieux/brest-metropole/), "
        "[réseau](../recherche/?type=actor&network=brest-metropole)\n",
    )
    assert run(rename_command, "actor", "brest-metropole", "brest").exit_code == 0
    record = (content / "actors" / "brest-ville.yml").read_text("utf-8")
    assert "not_duplicate_of: [brest]  # comparées\n" in record
    assert record.startswith("# ne pas confondre\n")
    mapping = (content / "mappings" / "essai.yml").read_text("utf-8")
    assert "participations[0].actor: brest # porteur" in mapping
    assert "Brest: brest\n" in mapping
    assert "brest-metropole: ar-chubut" in mapping  # a text of the table
    assert "b: brest-metropole" in mapping  # a keyword
    page = (content / "pages" / "fr" / "essai" / "index.md").read_text("utf-8")
    assert page == (
        "[Brest](../acteurs/brest/index.md), [lieu](../lieux/brest-metropole/), "
        "[réseau](../recherche/?type=actor&network=brest)\n"
    )


@pytest.mark.parametrize(
    ("type_", "old", "new"),
    [
        ("place", "ar-chubut", "ar-provincia-chubut"),
        ("initiative", "brest-chubut", "brest-chubut-economie"),
        ("instrument", "ficol", "ficol-afd"),
        ("event", "forum-franco-argentin-2008", "forum-2008"),
        ("resource", "feuille-de-route-dalc-2022", "dalc-2022"),
    ],
)
def test_any_type_can_be_renamed(content: Path, type_: str, old: str, new: str) -> None:
    assert run(rename_command, type_, old, new).exit_code == 0
    directory = opened(content)
    assert getattr(directory, f"{type_}s")[new].formerly == (old,)


@pytest.mark.weekly
def test_a_much_linked_actor_renamed_there_and_back_only_remembers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the real content, with its mappings and pages."""
    monkeypatch.chdir(tmp_path)
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    before = snapshot(content)
    there = run(rename_command, "actor", "cites-unies-france", "cuf-essai")
    assert there.exit_code == 0, there.output
    moved = snapshot(content)
    assert sum(moved.get(path) != data for path, data in before.items()) > 20
    assert not [path for path, data in moved.items() if re.search(rb": cites-unies-france\n", data)]
    assert run(rename_command, "actor", "cuf-essai", "cites-unies-france").exit_code == 0
    after = snapshot(content)
    own = "actors/cites-unies-france.yml"
    assert {path for path in before | after if before.get(path) != after.get(path)} == {own}
    added = [line for line in after[own].splitlines() if line not in before[own].splitlines()]
    assert added == [b"  - cuf-essai"]


# Refusals: nothing is touched


@pytest.mark.parametrize(
    ("command", "words", "told"),
    [
        (rename_command, ("actor", "brest-metropol", "brest"), "Vouliez-vous dire brest-metropole ?"),
        (rename_command, ("actor", "cites-unies-france-net", "cuf"), "s’appelle maintenant « cites-unies-france »"),
        (rename_command, ("actor", "afd", "AFD"), "ne peut pas être un identifiant"),
        (rename_command, ("actor", "afd", "a" * 81), "ne peut pas être un identifiant"),
        (rename_command, ("actor", "afd", "ar-chubut"), "Une fiche a déjà pour identifiant « ar-chubut »"),
        (rename_command, ("actor", "afd", "cites-unies-france-net"), "ancien identifiant de la fiche"),
        (rename_command, ("country", "ar", "br"), "Invalid value"),
        (merge_command, ("actor", "afd", "afd"), "ne peut pas être réunie à elle-même"),
        (merge_command, ("actor", "afd", "rien-de-tel"), "Aucune fiche n’a pour identifiant « rien-de-tel »"),
        (merge_command, ("actor", "afd", "ar-chubut"), "Contradiction sur « kind »"),
        (merge_command, ("actor", "brest-metropole", "ar-chubut", "--prefer", "keep"), "[self-partner]"),
        (verify_command, ("afd",), "Missing option"),
        (verify_command, ("rien-de-tel", "--by", "AFD"), "Aucune fiche n’a pour identifiant « rien-de-tel »"),
        (verify_command, ("afd", "ar-chubut", "--by", "AFD"), "Précisez : actors/ar-chubut, places/ar-chubut."),
        (verify_command, ("acteurs/afd", "--by", "AFD"), "n’est pas un type de fiche"),
        (verify_command, ("afd", "--by", " "), "n’est pas le nom d’un organisme"),
        (verify_command, ("afd", "--by", "a.b@ville.fr"), "n’est pas le nom d’un organisme"),
        (verify_command, ("afd", "--by", "AFD", "--date", "2199"), "n’est pas encore venu"),
        (verify_command, ("afd", "--by", "AFD", "--date", "hier"), "n’est pas une date"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    content: Path, command: click.Command, words: tuple[str, ...], told: str
) -> None:
    before = snapshot(content)
    result = run(command, *words)
    assert result.exit_code in (1, 2)
    assert told in said(result)
    assert snapshot(content) == before


def test_a_content_with_errors_is_left_alone(content: Path) -> None:
    write(content, "actors/faux.yml", "name: Faux\n")
    before = snapshot(content)
    result = run(rename_command, "actor", "afd", "agence")
    assert result.exit_code == 1
    assert "Le contenu a déjà des erreurs" in said(result)
    assert "[missing-key]" in result.output
    assert snapshot(content) == before


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (rename_command, ("actor", "brest-metropole", "brest")),
        (merge_command, ("actor", "cites-unies-france", "afd", "--prefer", "keep")),
        (verify_command, ("afd", "--by", "AFD")),
    ],
)
def test_a_dry_run_shows_the_same_difference_and_writes_nothing(
    content: Path, command: click.Command, words: tuple[str, ...]
) -> None:
    before = snapshot(content)
    tried = run(command, *words, "--dry-run")
    assert tried.exit_code == 0
    assert "Rien n’a été écrit." in tried.output
    assert snapshot(content) == before
    done = run(command, *words)
    assert done.output.rpartition("Fichiers")[0] == tried.output.rpartition("Fichiers")[0]
    assert snapshot(content) != before


# Merge

KEEP = """\
name: Comité de jumelage d’Essai   # nom officiel
kind: association-ngo
country: FR
names:
  - text: CJE # sigle
    kind: acronym
identifiers:
  siren: '123456782'

memberships:
  - network: cites-unies-france

sources:
  - title: Une source
    year: 2019

added: 2026-11-22
"""
DROP = """\
# proposée deux fois
name:
  fr: Jumelage Essai
  es: Hermanamiento Essai
kind: association-ngo
country: FR
place: fr-brest
names:
  - text: Les Amis d’Essai
    kind: former
    until: 1998
  - text: Cje
    kind: acronym
    lang: fr
  - text: Comité de Jumelage d’Essai
    kind: official
identifiers:
  insee: '29019'
memberships:
  - network: cites-unies-france
    role: member
formerly: [jumelage-essai-ancien]
sources:
  - title: Une source
    year: 2019
    supports: le nom
  - title: Autre source
added: 2025-01-01
verified:
  date: 2025-06-01
  by: Ville d’Essai
"""


@pytest.fixture
def twins(content: Path) -> Path:
    write(content, "actors/comite-essai.yml", KEEP)
    write(content, "actors/jumelage-essai.yml", DROP)
    initiative = content / "initiatives" / "brest-chubut.yml"
    text = initiative.read_text("utf-8").replace(
        "  - actor: ar-chubut\n    role: partner\n",
        "  - actor: ar-chubut\n    role: partner\n  - actor: comite-essai\n    role: partner\n"
        "  - actor: jumelage-essai\n    role: partner\n",
    )
    initiative.write_text(text, "utf-8")
    opened(content)
    return content


def test_a_merge_loses_nothing(twins: Path) -> None:
    result = run(merge_command, "actor", "comite-essai", "jumelage-essai")
    assert result.exit_code == 0, result.output
    assert not (twins / "actors" / "jumelage-essai.yml").exists()
    directory = opened(twins)
    kept = directory.actors["comite-essai"]
    assert kept.name.root == {"fr": "Comité de jumelage d’Essai"}
    assert [(each.text, each.kind, each.lang, str(each.until or "")) for each in kept.names] == [
        ("CJE", "acronym", "fr", ""),
        ("Jumelage Essai", "variant", None, ""),
        ("Hermanamiento Essai", "variant", "es", ""),
        ("Les Amis d’Essai", "former", None, "1998"),
    ]
    assert kept.place == "fr-brest"
    assert kept.identifiers is not None
    assert (kept.identifiers.siren, kept.identifiers.insee) == ("123456782", "29019")
    assert [(each.network, each.role) for each in kept.memberships] == [("cites-unies-france", "member")]
    assert [(each.title, each.supports) for each in kept.sources] == [("Une source", "le nom"), ("Autre source", None)]
    assert kept.formerly == ("jumelage-essai", "jumelage-essai-ancien")
    assert str(kept.added) == "2025-01-01"
    assert kept.verified is None  # a person checked the other record, not this one
    text = (twins / "actors" / "comite-essai.yml").read_text("utf-8")
    assert "name: Comité de jumelage d’Essai   # nom officiel\n" in text
    told = said(result)
    assert "Laissé de côté, « verified » : date: 2025-06-01, by: Ville d’Essai" in told
    assert "Laissé de côté, « added » : 2026-11-22" in told
    assert "# proposée deux fois" in told


def test_a_merge_leads_references_to_the_one_that_stays_and_repeats_none(twins: Path) -> None:
    assert run(merge_command, "actor", "comite-essai", "jumelage-essai").exit_code == 0
    parts = opened(twins).initiatives["brest-chubut"].participations
    assert [part.actor for part in parts] == ["brest-metropole", "ar-chubut", "comite-essai"]


@pytest.mark.parametrize("prefer", ["keep", "drop"])
def test_conflicts_are_told_field_by_field_and_wait_for_a_choice(twins: Path, prefer: str) -> None:
    drop = twins / "actors" / "jumelage-essai.yml"
    text = drop.read_text("utf-8").replace("place: fr-brest", "website: https://deux.org\ndescription: Deux")
    drop.write_text(text, "utf-8")
    keep = twins / "actors" / "comite-essai.yml"
    keep.write_text(KEEP.replace("country: FR\n", "country: FR\nwebsite: https://un.org\ndescription: Un\n"), "utf-8")
    before = snapshot(twins)
    refused = run(merge_command, "actor", "comite-essai", "jumelage-essai")
    assert refused.exit_code == 1
    for told in ("« website »", "« https://un.org »", "« https://deux.org »", "« description »", "--prefer"):
        assert told in said(refused)
    assert snapshot(twins) == before
    done = run(merge_command, "actor", "comite-essai", "jumelage-essai", "--prefer", prefer)
    assert done.exit_code == 0
    kept = opened(twins).actors["comite-essai"]
    assert kept.website == ("https://un.org" if prefer == "keep" else "https://deux.org")
    assert ("https://deux.org" if prefer == "keep" else "https://un.org") in done.output
    assert str(kept.description) == ("Un" if prefer == "keep" else "Deux")


def test_records_that_a_person_has_told_apart_are_not_merged(twins: Path) -> None:
    keep = twins / "actors" / "comite-essai.yml"
    keep.write_text(KEEP.replace("\nsources:", "\nnot_duplicate_of: [jumelage-essai]\nsources:"), "utf-8")
    before = snapshot(twins)
    result = run(merge_command, "actor", "comite-essai", "jumelage-essai", "--prefer", "keep")
    assert result.exit_code == 1
    assert "ce sont deux choses différentes" in said(result)
    assert snapshot(twins) == before


def test_a_successor_of_itself_is_left_out_and_told(twins: Path) -> None:
    drop = twins / "actors" / "jumelage-essai.yml"
    drop.write_text(DROP.replace("country: FR", "country: FR\nsuccessor: comite-essai"), "utf-8")
    result = run(merge_command, "actor", "comite-essai", "jumelage-essai")
    assert result.exit_code == 0, result.output
    assert "Laissé de côté, « successor » : comite-essai" in said(result)
    assert opened(twins).actors["comite-essai"].successor is None


def test_every_value_is_in_the_union_or_told(real: Directory) -> None:
    """For real actors that have nothing to do with each other, the hardest case."""
    actors = list(real.actors.values())
    for keep, drop in zip(actors[::9], reversed(actors[::7]), strict=False):
        if keep.id != drop.id:
            union = unite(keep, drop)
            missing = _texts(drop.model_dump(mode="json", exclude_defaults=True)) - _told(union)
            assert missing <= {drop.folder}, (keep.id, drop.id, missing)
            Actor.model_validate(union.tree)


def _texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_texts(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(_texts(item) for item in value))
    return {str(value)}


def _told(union: Union) -> set[str]:
    conflicts = [_texts([each.keep, each.drop]) for each in union.conflicts]
    return _texts(union.tree).union(*conflicts, *(_texts(value) for _, value in union.left))


# Verify


def test_verify_writes_the_day_and_the_organisation(content: Path) -> None:
    before = (content / "actors" / "afd.yml").read_text("utf-8")
    assert run(verify_command, "afd", "--by", "AFD").exit_code == 0
    today = datetime.date.today().isoformat()
    assert (content / "actors" / "afd.yml").read_text("utf-8") == before + f"\nverified:\n  date: {today}\n  by: AFD\n"
    assert "Rien à changer." in run(verify_command, "afd", "--by", "AFD").output


def test_verify_takes_several_records_named_in_any_way_and_another_day(content: Path) -> None:
    words = ("afd", "places/ar-chubut", "actor/ar-chubut", "content/initiatives/brest-chubut.yml")
    result = run(verify_command, *words, "--by", "Ville  d’Essai", "--date", "2025-05-17")
    assert result.exit_code == 0, result.output
    directory = opened(content)
    checked = [record for record in directory.records() if record.verified]
    assert {(record.folder, record.id) for record in checked} == {
        ("actors", "afd"),
        ("actors", "ar-chubut"),
        ("initiatives", "brest-chubut"),
        ("places", "ar-chubut"),
    }
    assert {str(record.verified and record.verified.by) for record in checked} == {"Ville d’Essai"}
    older = run(verify_command, "afd", "--by", "AFD", "--date", "2024")
    assert "vérifiée depuis, le 2025-05-17, par Ville d’Essai" in said(older)


def test_verify_takes_what_a_copy_left_out_of_the_name(content: Path) -> None:
    assert run(verify_command, "afd", "--by", "Me\u0301tro\u00adpole").exit_code == 0
    assert str(opened(content).actors["afd"].verified.by) == "Métropole"  # type: ignore[union-attr]
    assert run(verify_command, "afd", "--by", "Ville\u202e").exit_code == 1


def test_verify_is_all_or_nothing(content: Path) -> None:
    before = snapshot(content)
    assert run(verify_command, "afd", "rien-de-tel", "--by", "AFD").exit_code == 1
    assert snapshot(content) == before


# Writing


def test_changes_are_made_together_or_not_at_all(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(content)
    patches = [
        Patch("actors/afd.yml", "x", "a: 1\n"),
        Patch("actors/nouveau.yml", None, "b: 2\n"),
        Patch("actors/agence.yml", "x", "c: 3\n", "actors/ar-chubut.yml"),
        Patch("actors/absent.yml", "x", None),
    ]
    with pytest.raises(NotDoneError, match="No such file"):
        apply(patches, content)
    assert snapshot(content) == before
    replace, done = os.replace, []

    def failing(source: Path, target: Path) -> None:
        done.append(target)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        apply(patches[:3], content)
    assert snapshot(content) == before


def test_the_rights_of_a_file_stay(content: Path) -> None:
    path = content / "actors" / "afd.yml"
    path.chmod(0o640)
    assert run(verify_command, "afd", "--by", "AFD").exit_code == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_difference_can_be_read_by_patch() -> None:
    assert Patch("a.yml", "x\ny", "x\nz\n").diff == (
        "--- a.yml\n+++ a.yml\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n"
    )
    assert Patch("a.yml", "x\n", None).diff.splitlines()[:2] == ["--- a.yml", "+++ /dev/null"]
    assert Patch("b.yml", "x\n", "y\n", "a.yml").diff.splitlines()[:2] == ["--- a.yml", "+++ b.yml"]


def test_every_sentence_of_these_commands_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    for key in Catalog("cli.fr"):
        if key.startswith("upkeep."):
            last = key.rpartition(".")[2]
            assert key in code or f'"{last}"' in code or last.startswith("conflict-") or last == "unknown-near", key


def test_commands_have_help(monkeypatch: pytest.MonkeyPatch) -> None:
    every: list[Callable[..., Any]] = [rename_command, merge_command, verify_command]
    for command in every:
        assert isinstance(command, click.Command)
        assert command.help
