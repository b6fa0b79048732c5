"""What a proposal changes is told whole, in words anyone understands, and nothing in a record can speak for itself."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.changes.compare import FEW, Changes, FieldChange, compare
from generator.changes.excerpt import excerpts
from generator.changes.moment import NoSuchMomentError, base_snapshot, snapshot
from generator.changes.site import SiteChange, compare_sites
from generator.changes.telling import as_json, as_markdown
from tests.cases.report import CASES
from tests.small import repertoire
from tests.words.test_markdown import HOSTILE, is_inert

DAY = datetime.date(2026, 11, 22)
SOURCE = "sources:\n  - title: Registre inventé\n"
INITIATIVE = "initiatives/brest-chubut.yml"
MEGABYTE = 1024 * 1024


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The base, with a town: the list of towns is a page too, which must not come and go with those of the tests."""
    content = Path(shutil.copytree(CASES / "base", tmp_path / "before" / "content"))
    write(content, "actors/village.yml", actor("Un village"))
    return content


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(before, tmp_path / "after" / "content"))


def changes(before: Path, after: Path) -> Changes:
    return compare(snapshot(before), snapshot(after))


def site(before: Path, after: Path) -> SiteChange:
    return compare_sites(snapshot(before).directory, snapshot(after).directory, DAY)


def told(before: Path, after: Path) -> str:
    """The Markdown as a person gets it, unbreakable spaces made plain."""
    found = changes(before, after)
    sound = snapshot(before).sound and snapshot(after).sound
    return as_markdown(found, site(before, after) if sound else None).replace("\u00a0", " ")


def write(content: Path, name: str, text: str) -> None:
    (content / name).write_text(text, encoding="utf-8")


def replace(content: Path, name: str, old: str, new: str) -> None:
    text = (content / name).read_text("utf-8")
    assert old in text
    write(content, name, text.replace(old, new))


def actor(name: str, more: str = "") -> str:
    return f"name: {json.dumps(name, ensure_ascii=False)}\nkind: commune\ncountry: FR\n{more}{SOURCE}"


def names(*texts: str) -> str:
    """The other names of an actor, as its file holds them."""
    return f"names: {json.dumps([{'text': text, 'kind': 'usual'} for text in texts], ensure_ascii=False)}\n"


def urls(pages: tuple[object, ...]) -> list[str]:
    return [page.url for page in pages]  # type: ignore[attr-defined]


def test_the_same_content_changes_nothing(before: Path, after: Path) -> None:
    found = changes(before, after)
    assert (found.records, found.texts, found.problems, found.size) == ((), (), (), "none")
    assert site(before, after) == SiteChange((), (), ())
    assert "Aucune fiche ne change." in told(before, after)


def test_comments_and_layout_are_no_change(before: Path, after: Path) -> None:
    path = after / INITIATIVE
    path.write_text("# Une remarque.\n\n" + path.read_text("utf-8"), "utf-8")
    assert changes(before, after).size == "none"


def test_a_changed_field_is_told_by_its_names_before_and_after(before: Path, after: Path) -> None:
    replace(after, INITIATIVE, "modality: project", "modality: twinning")
    found = changes(before, after)
    (record,) = found.records
    assert (found.size, record.fate, record.folder, record.id) == ("small", "changed", "initiatives", "brest-chubut")
    (field,) = record.fields
    assert field == FieldChange(("modality",), ("Projet",), ("Jumelage",))
    text = told(before, after)
    assert "**Petite mise à jour**" in text
    assert "  - modalité : « Projet » → « Jumelage »\n" in text
    assert "`/initiatives/brest-chubut/`" in text


def test_a_list_says_what_it_gains_and_loses(before: Path, after: Path) -> None:
    replace(after, INITIATIVE, "actor: ar-chubut", "actor: afd")
    (field,) = changes(before, after).records[0].fields
    assert field.path == ("participations",)
    assert field.before[0].startswith("Province du Chubut, ")
    assert field.after[0].startswith("Agence française de développement")
    replace(after, INITIATIVE, "    role: partner\n", "    role: partner\n  - actor: ar-chubut\n    role: partner\n")
    (field,) = changes(before, after).records[0].fields
    assert (field.before, len(field.after)) == ((), 1)
    assert "participations : « Agence française de développement" in told(before, after)
    assert "» (ajouté)" in told(before, after)


def test_a_list_in_another_order_says_so(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Un", names("Eins", "Uno")))
    write(after, "actors/un.yml", actor("Un", names("Uno", "Eins")))
    assert changes(before, after).records[0].fields == (FieldChange(("names",), (), ()),)
    assert "autres noms : l’ordre change" in told(before, after)


def test_a_text_in_another_language_says_which(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Un"))
    write(after, "actors/un.yml", actor("Un").replace('name: "Un"', "name:\n  fr: Un\n  es: Uno"))
    assert "nom (es) : « Uno » (ajouté)" in told(before, after)


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    words = [f"mot{at}" for at in range(200)]
    other = [*words]
    other[120] = "autre"
    was, says = excerpts(" ".join(words), " ".join(other), 300)
    assert was == "… mot115 mot116 mot117 mot118 mot119 mot120 mot121 mot122 mot123 mot124 mot125 …"
    assert says == was.replace("mot120", "autre")
    assert excerpts("court", "bref", 300) == ("court", "bref")
    assert max(map(len, excerpts("a" * 5000, "b" * 5000, 300))) <= 300


def test_a_new_record_is_a_new_page_and_changes_those_that_show_it(before: Path, after: Path) -> None:
    text = (after / INITIATIVE).read_text("utf-8")
    write(after, "initiatives/brest-chubut-2.yml", re.sub("(?m)^title:.*", "title: Une tout autre affaire", text))
    found = changes(before, after)
    assert (found.size, [each.fate for each in found.records]) == ("new", ["added"])
    pages = site(before, after)
    assert urls(pages.new) == ["initiatives/brest-chubut-2/"]
    assert {"", "acteurs/brest-metropole/", "acteurs/ar-chubut/", "pays/ar/"} <= set(urls(pages.changed))
    assert not pages.lost
    assert "**Nouvelle fiche**" in told(before, after)
    assert "**1 page nouvelle** :\n\n- Une tout autre affaire, `/initiatives/brest-chubut-2/`" in told(before, after)


def test_a_removed_record_is_told_first_and_its_address_with_it(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Ville d’Un"))
    found = changes(before, after)
    assert (found.size, [each.fate for each in found.records]) == ("removal", ["removed"])
    assert urls(site(before, after).lost) == ["acteurs/un/"]
    text = told(before, after)
    assert "**Suppression**" in text
    assert "**1 adresse ne répondrait plus** :\n\n- Ville d’Un, `/acteurs/un/`" in text


def test_a_former_address_that_no_record_claims_any_more_is_lost(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Un", "formerly: [ein]\n"))
    write(after, "actors/un.yml", actor("Un"))
    assert urls(site(before, after).lost) == ["acteurs/ein/"]


def test_a_renamed_record_keeps_its_address(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Ville d’Un"))
    write(after, "actors/ein.yml", actor("Ville d’Un", "formerly: [un]\n"))
    (record,) = changes(before, after).records
    assert (record.fate, record.id, record.other, record.fields) == ("renamed", "ein", "un", ())
    assert not site(before, after).lost
    assert "`content/actors/ein.yml` ; s’appelait `un`" in told(before, after)


def test_a_record_that_seems_renamed_is_asked_for_its_former_name(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Ville d’Un"))
    write(after, "actors/ein.yml", actor("ville d'un"))
    removed = changes(before, after).of("removed")[0]
    assert removed.other == "ein"
    assert "écrivez-y `formerly: [un]`" in told(before, after)


def test_a_merged_record_is_not_lost(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Ville d’Un"))
    replace(after, "actors/afd.yml", "country:", "formerly: [un]\ncountry:")
    found = changes(before, after)
    assert [(each.fate, each.id, each.other) for each in found.records] == [
        ("changed", "afd", None),
        ("merged", "un", "afd"),
    ]
    assert found.size == "large"
    assert not site(before, after).lost


def test_a_file_that_cannot_be_read_is_told_as_such(before: Path, after: Path) -> None:
    write(after, "actors/faux.yml", "name: [\n")
    write(after, "actors/afd.yml", "name: AFD\n")
    found = changes(before, after)
    assert [(each.fate, each.id, each.readable) for each in found.records] == [
        ("changed", "afd", False),
        ("added", "faux", False),
    ]
    text = told(before, after)
    assert "`content/actors/faux.yml` (acteur) : ne peut pas encore être lu" in text
    assert "Ce qui change sur le site sera dit une fois les erreurs corrigées." in text


def test_a_missing_record_comes_with_a_file_to_complete(before: Path, after: Path) -> None:
    replace(after, INITIATIVE, "actor: ar-chubut", "actor: Mairie de Trifouillis-les-Oies")
    text = told(before, after)
    assert "### Fiches à créer" in text
    path, stub = re.search(r"`(\S+)`, à compléter :\n\n```yaml\n(.*?)```", text, re.DOTALL).groups()  # type: ignore[union-attr]
    assert path == "content/actors/mairie-de-trifouillis-les-oies.yml"
    write(
        after,
        path.removeprefix("content/"),
        stub.replace("kind: …", "kind: commune").replace("https://…", "https://x.fr"),
    )
    replace(after, INITIATIVE, "actor: Mairie de Trifouillis-les-Oies", "actor: mairie-de-trifouillis-les-oies")
    assert snapshot(after).sound


def test_look_alikes_and_personal_data_are_told_if_they_are_new(before: Path, after: Path) -> None:
    write(after, "actors/double.yml", actor("Brest Metropole", "description: Écrire à marie@ville.example\n"))
    replace(after, "actors/double.yml", "kind: commune", "kind: metropolis")
    text = told(before, after)
    assert "### Doublons possibles" in text
    assert "ressemble fort à « Brest Métropole »" in text
    assert "### Données personnelles" in text
    assert "contient l’adresse électronique « marie@ville.example »" in text
    again = Path(shutil.copytree(after, after.parents[1] / "later" / "content"))
    assert changes(after, again).problems == ()
    assert "###" not in told(after, again)


def test_a_mistake_that_only_moved_down_is_not_new(before: Path, after: Path) -> None:
    for content, remark in ((before, ""), (after, "# Plus bas.\n")):
        write(content, "actors/un.yml", remark + actor("Un", "website: un.example\n"))
    assert changes(before, after).problems == ()


def test_many_changes_or_a_vocabulary_are_no_small_update(before: Path, after: Path) -> None:
    for at in range(FEW + 1):
        write(before, f"actors/a{at}.yml", actor(f"Ville {chr(97 + at) * 9}"))
        write(after, f"actors/a{at}.yml", actor(f"Ville {chr(97 + at) * 9}", "website: https://a.example/\n"))
        assert changes(before, after).size == ("small" if at < FEW else "large")
    assert "**Mise à jour étendue**" in told(before, after)
    shutil.copytree(before, after, dirs_exist_ok=True)
    replace(after, "vocabularies/statuses.yml", "terms:", "rank: 7\nterms:")
    assert changes(before, after).size == "large"


def test_pages_written_by_hand_are_told(before: Path, after: Path) -> None:
    page = after / "pages" / "fr" / "a-propos" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("Bonjour.", "utf-8")
    assert changes(before, after).texts == ("pages/fr/a-propos/index.md",)
    assert "- `pages/fr/a-propos/index.md`" in told(before, after)


def test_no_text_of_a_record_is_more_than_text(before: Path, after: Path) -> None:
    for at, text in enumerate(HOSTILE):
        line = " ".join(text.split()).replace("\u202e", "").replace("\u200b", "")
        write(before, f"actors/b{at}.yml", actor(line))
        write(after, f"actors/a{at}.yml", actor(line, f"description: {json.dumps(line)}\n"))
        write(before, f"actors/c{at}.yml", actor(f"Ville {chr(97 + at) * 9}"))
        write(after, f"actors/c{at}.yml", actor(f"{line} {chr(97 + at) * 9}", names(line)))
    (after / "actors" / "@all <b>.yml").write_text("x", "utf-8")
    replace(after, INITIATIVE, "actor: ar-chubut", 'actor: "```\\n@all <b>"')
    text = told(before, after)
    inside = False
    for line in text.splitlines():
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            # Our own marks aside: headings, items, bold.
            rest = re.sub(r"^#{2,3} |^ *- ", "", line).replace("**", "")
            assert is_inert(rest.replace("…", "")) or rest.startswith("→"), line
    assert not inside


@pytest.mark.weekly
def test_the_summary_of_the_biggest_proposal_is_one_that_github_takes(before: Path, after: Path) -> None:
    for at in range(200):
        long = "*@" * 90 + str(at)
        fields = f"{names(*(f'{long} {n}' for n in range(20)))}description: {json.dumps('<`' * 2400)}\n"
        write(after, f"actors/a{at}.yml", actor(long, fields).replace("kind: commune", f"kind: {'x' * 80}"))
        write(before, f"actors/b{at}.yml", actor(long))
        write(before, f"actors/c{at}.yml", actor(long))
        write(after, f"actors/c{at}.yml", actor(f"{long}x", fields))
    found = changes(before, after)
    pages = site(before, before)
    many = SiteChange(pages.new * 500, pages.changed, pages.lost)
    assert len(as_markdown(found, many).encode()) < MEGABYTE / 2


def test_json_holds_everything(before: Path, after: Path) -> None:
    write(before, "actors/un.yml", actor("Ville d’Un"))
    replace(after, INITIATIVE, "modality: project", "modality: twinning")
    held = json.loads(as_json(changes(before, after), site(before, after)))
    assert held["size"] == "removal"
    assert [each["fate"] for each in held["records"]] == ["removed", "changed"]
    assert held["records"][1]["fields"][0]["after"] == ["Jumelage"]
    assert held["site"]["lost"] == [{"url": "acteurs/un/", "title": "Ville d’Un"}]
    assert json.loads(as_json(changes(before, after), None))["site"] is None


# Where a proposal starts from


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Essai", "-c", "user.email=essai@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


@pytest.fixture
def repository(after: Path) -> Path:
    """A repository whose content is committed on main; its folder."""
    folder = after.parent
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Contenu")
    return folder


def test_the_base_may_be_a_content_or_a_checkout_that_has_one(before: Path, after: Path) -> None:
    for base in (before, before.parent):
        assert base_snapshot(str(base), after).directory == snapshot(before).directory


def test_the_base_may_be_a_commit(repository: Path) -> None:
    content = repository / "content"
    replace(content, INITIATIVE, "modality: project", "modality: twinning")
    found = compare(base_snapshot("HEAD", content), snapshot(content))
    assert [(each.fate, each.id) for each in found.records] == [("changed", "brest-chubut")]
    git(repository, "commit", "-qam", "Jumelage")
    assert compare(base_snapshot("HEAD", content), snapshot(content)).size == "none"
    assert compare(base_snapshot("HEAD^1", content), snapshot(content)).size == "small"


def test_what_others_did_meanwhile_is_not_told(repository: Path) -> None:
    content = repository / "content"
    git(repository, "checkout", "-q", "-b", "proposal")
    git(repository, "checkout", "-q", "main")
    write(content, "actors/ailleurs.yml", actor("Ailleurs"))
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Ailleurs")
    git(repository, "checkout", "-q", "proposal")
    assert compare(base_snapshot("main", content), snapshot(content)).size == "none"


def test_a_link_in_the_base_is_not_followed(repository: Path) -> None:
    content = repository / "content"
    (content / "actors" / "lien.yml").symlink_to("/etc/hostname")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Lien")
    assert not base_snapshot("HEAD", content).problems


@pytest.mark.parametrize(
    ("base", "code"), [("nulle-part", "no-base"), ("--output=x", "no-base"), ("", "no-base"), ("empty", "no-content")]
)
def test_a_base_that_is_none_is_refused(base: str, code: str, repository: Path) -> None:
    content = repository / "content"
    git(repository, "checkout", "-q", "-b", "empty")
    git(repository, "rm", "-q", "-r", "--cached", "content")
    git(repository, "commit", "-q", "-m", "Rien")
    with pytest.raises(NoSuchMomentError) as refused:
        base_snapshot(base, content)
    assert refused.value.code == code


def test_the_command_writes_the_summary_and_judges_nothing(repository: Path) -> None:
    write(repository / "content", "actors/faux.yml", "name: [\n")
    done = repertoire(repository, "changes", "--base", "HEAD", "--out", "summary.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 fiche ajoutée, 1 erreur à corriger." in (repository / "summary.md").read_text("utf-8")
    done = repertoire(repository, "changes", "--base", "HEAD", "--format", "json")
    assert json.loads(done.stdout)["records"][0]["id"] == "faux"
    assert not list(repository.glob("content/**/.*"))


def test_the_command_says_in_french_that_there_is_no_base(repository: Path) -> None:
    done = repertoire(repository, "changes", "--base", "nulle-part")
    assert done.returncode == 2
    assert "« nulle-part » n’est ni un dossier" in done.stderr.replace("\u00a0", " ")
    assert "Traceback" not in done.stderr
