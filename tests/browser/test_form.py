"""The form in a real browser: a whole first contribution to each door, corrections, drafts, mistakes, access."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from generator.files.dating import content_date
from generator.files.settings import site_of
from generator.render import pages
from generator.site import open_directory
from generator.words.edition import Edition
from tests.browser.axe import Look, looks
from tests.browser.conftest import ROOT

CONTENT = ROOT / "content"
TITLE = "Montpellier – Villa Ficticia : échanges sur l’eau"
PARTNER = "Municipalité de Villa Ficticia"
SUMMARY = "Montpellier et Villa Ficticia échangent depuis 2024 sur la gestion de l’eau."


def _pick(page: Page, control: str, text: str, choice: str) -> None:
    """Types in a combobox and takes the choice by keyboard."""
    field = page.locator(control)
    field.fill("")
    field.press_sequentially(text)
    option = field.locator("xpath=..").locator("[role=option]", has_text=choice).first
    option.wait_for()
    while option.get_attribute("aria-selected") != "true":
        field.press("ArrowDown")
    field.press("Enter")


def _fill(page: Page, site: str) -> None:
    """A new initiative with a new partner, as a town-hall officer writes it."""
    page.goto(f"{site}/contribuer/proposer/?type=initiative")
    main = 'form[data-proposal="initiative"]'
    page.fill(f"{main} [name=title]", TITLE)
    page.select_option(f"{main} [name=modality]", "project")
    page.select_option(f"{main} [name=scope]", "decentralised")
    _pick(page, f'{main} [name="participations[0].actor"]', "montpel", "Montpellier")
    page.select_option(f'{main} [name="participations[0].role"]', "bearer")
    _pick(page, f'{main} [name="participations[1].actor"]', PARTNER, "Créer un nouvel acteur")
    page.select_option(f'{main} [name="participations[1].role"]', "partner")
    page.select_option(f'{main} [name="countries[0]"]', "AR")
    page.fill(f"{main} [name=summary]", SUMMARY)
    page.fill(f'{main} [name="sources[0].title"]', "Ville de Montpellier — Coopérations (fictif)")
    page.fill(f'{main} [name="sources[0].url"]', "https://www.montpellier.example/cooperations")
    page.fill(f'{main} [name="sources[0].year"]', "2024")
    new = 'form[data-proposal="actor"]'
    page.select_option(f"{new} [name=kind]", "foreign-local-authority")
    page.select_option(f"{new} [name=level]", "municipality")
    page.select_option(f"{new} [name=country]", "AR")
    page.click("text=Reprendre les sources de la fiche principale")
    page.check("[name=consent]")
    page.wait_for_function("() => document.querySelector('[data-verdict]').textContent.startsWith('Tout est en ordre')")


def _files(page: Page) -> dict[str, str]:
    """Path of each file → its text, those that others cite first."""
    shown = {each.get_attribute("data-file"): each.text_content() for each in page.locator("[data-yaml]").all()}
    return {str(path): str(text) for path, text in reversed(list(shown.items()))}


def _appears(tmp_path: Path, files: dict[str, str]) -> None:
    """The files pass the check beside the real content, and the site shows them."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    for path, text in files.items():
        assert not (tmp_path / path).exists()
        (tmp_path / path).write_text(text, "utf-8")
    directory, problems = open_directory(content)
    assert [each for each in problems if each.severity == "error"] == []
    edition = Edition("fr", content_date(content, directory))
    made = {artifact.path: artifact.data.decode() for artifact in pages.render(directory, edition)}
    initiative = next(Path(path).stem for path in files if "initiatives" in path)
    actor = next(Path(path).stem for path in files if "actors" in path)
    assert "Villa Ficticia" in made[f"initiatives/{initiative}/index.md"]
    assert f"acteurs/{actor}/" in made[f"initiatives/{initiative}/index.md"]
    assert f"initiatives/{initiative}/" in made[f"acteurs/{actor}/index.md"]


def test_a_first_contribution_goes_through_each_of_the_four_doors(
    context: BrowserContext, page: Page, site: str, tmp_path: Path
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route("**/contribuer/proposer/*", _with_a_mailbox)
    _fill(page, site)
    files = _files(page)
    assert list(files) == [
        "content/actors/ar-municipalite-de-villa-ficticia.yml",
        "content/initiatives/montpellier-villa-ficticia-echanges-sur-l-eau.yml",
    ]
    schema = f"{site_of(CONTENT)}schema"
    assert [text.splitlines()[0].rpartition("=")[2] for text in files.values()] == [
        f"{schema}/actor.json",
        f"{schema}/initiative.json",
    ]

    opened = [urlsplit(str(each.get_attribute("href"))) for each in page.locator("a[data-door=github]").all()]
    assert {each.netloc for each in opened} == {"github.com"}
    questions = [parse_qs(each.query) for each in opened]
    assert {each["filename"][0]: each["value"][0] for each in questions} == files

    page.fill("[name=who]", "Ville de Montpellier")
    body = _letter(page)
    for path, text in files.items():
        assert path in body
        assert text in body
    head, _, rest = body.partition("Fichier : ")
    assert rest
    assert head.index("De la part de : Ville de Montpellier") < head.index(f"Nouvelle fiche : « {TITLE} » (initiative)")
    assert f"Nouvelle fiche : « {PARTNER} » (acteur)" in head
    page.click("button[data-door=message]")
    page.wait_for_function("() => document.querySelector('[data-handed]').textContent.startsWith('Message copié')")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == body
    assert "essai@example.org" in page.inner_text("[data-way=copy] [data-more]")

    for button, (path, text) in zip(page.locator("button[data-door=download]").all(), files.items(), strict=True):
        with page.expect_download() as waiting:
            button.click()
        assert waiting.value.suggested_filename == Path(path).name
        assert Path(waiting.value.path()).read_text("utf-8") == text

    for button, text in zip(page.locator("button[data-door=copy]").all(), files.values(), strict=True):
        button.click()
        page.wait_for_function("() => document.querySelector('[data-handed]').textContent.startsWith('Copié')")
        assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text

    _appears(tmp_path, files)


def _letter(page: Page) -> str:
    """What the e-mail to the publisher says."""
    letter = urlsplit(str(page.locator("a[data-door=mail]").get_attribute("href")))
    assert (letter.scheme, letter.path) == ("mailto", "essai@example.org")
    return parse_qs(letter.query)["body"][0].replace("\r\n", "\n")


def _with_a_mailbox(route: Route) -> None:
    """The page as it is once the publisher has written an address; this one is made up."""
    answer = route.fetch()
    page = answer.text()
    assert 'data-mail=""' in page
    route.fulfill(response=answer, body=page.replace('data-mail=""', 'data-mail="essai@example.org"'))


def test_the_door_by_mail_is_shut_while_nobody_would_receive_it(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/proposer/?type=actor")
    page.wait_for_selector('form[data-proposal="actor"]')
    assert page.locator("a[data-door=mail]").count() == 0
    assert "ne peut pas encore servir" in page.inner_text("[data-way=mail] [data-more]")


def test_what_is_missing_is_told_beside_its_field_and_in_a_list_of_links(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/proposer/?type=actor")
    page.wait_for_selector('form[data-proposal="actor"]')
    assert page.locator("[data-error-for]").count() == 0
    page.click("button[data-door=copy]")
    wrong = page.locator('[data-error-for="name"]')
    assert wrong.get_attribute("data-code") == "missing-key"
    assert page.locator('[data-error-for="consent"]').count() == 1
    assert page.evaluate("document.activeElement.hasAttribute('data-summary')")
    page.locator("[data-summary] a").first.press("Enter")
    assert page.evaluate("document.activeElement.name") == "name"
    page.keyboard.type("Ville de Testville")
    wrong.wait_for(state="detached")
    website = page.locator("[name=website]")
    page.click("summary:has-text('Présentation')")
    website.fill("testville")
    website.blur()
    page.wait_for_selector('[data-error-for="website"][data-code="bad-url"]')
    assert website.get_attribute("aria-invalid") == "true"


def test_what_exists_already_is_shown_while_typing(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/proposer/?type=actor")
    page.fill("[name=name]", "Cités Unies France")
    page.wait_for_selector(".rp-alike:has-text('Cités Unies France')")
    page.click("[data-different]")
    page.wait_for_selector(".rp-alike:has-text('Noté : « Cités Unies France')")
    page.wait_for_function("() => document.querySelector('[data-yaml]').textContent.includes('not_duplicate_of')")
    assert page.evaluate("document.activeElement.name") == "name"
    page.click(".rp-alike button:has-text('Annuler')")
    page.wait_for_function("() => !document.querySelector('[data-yaml]').textContent.includes('not_duplicate_of')")


def test_a_factsheet_opens_filled_in_and_its_text_is_that_of_its_file(page: Page, site: str) -> None:
    page.goto(f"{site}/initiatives/bouguenais-el-tuma-la-dalia/")
    page.click("text=Corriger cette fiche")
    page.wait_for_url("**/contribuer/corriger/?id=bouguenais-el-tuma-la-dalia**")
    page.wait_for_selector('form[data-proposal="initiative"]')
    before = (CONTENT / "initiatives" / "bouguenais-el-tuma-la-dalia.yml").read_text("utf-8")
    assert page.locator("[data-yaml]").text_content() == before
    assert page.input_value("[name=modality]") == "twinning"
    assert page.input_value('[name="participations[0].actor"]') == "Bouguenais"
    assert page.locator("[data-error-for]").count() == 0
    page.check("[name=consent]")
    page.click("button[data-door=copy]")
    assert "rien changé" in str(page.locator("[data-verdict]").text_content())
    page.fill("[name=summary]", "Bouguenais est jumelée avec El Tuma – La Dalia.")
    page.wait_for_function("() => !document.querySelector('[data-verdict]').textContent.includes('rien')")
    after = str(page.locator("[data-yaml]").text_content())
    assert after != before
    address = str(page.locator("a[data-door=github]").get_attribute("href"))
    assert address.endswith("/edit/main/content/initiatives/bouguenais-el-tuma-la-dalia.yml")


HOUSE = {
    "formerly": ["bouguenais-el-tuma"],
    "not_duplicate_of": ["brest-chubut"],
    "verified": {"date": "2026-10", "by": "Ville de Bouguenais"},
}
"""What the published record says besides, which the form does not ask."""


def _published(page: Page, **more: object) -> None:
    """From now on the published record says that besides."""

    def answer(route: Route) -> None:
        records = json.loads(route.fetch().text())
        records.get("initiative/bouguenais-el-tuma-la-dalia", {}).update(more)
        route.fulfill(body=json.dumps(records), content_type="application/json")

    page.route("**/form/records/*.json", answer)


def test_house_keeping_is_not_asked_and_stays_as_it_was(page: Page, site: str) -> None:
    page.route("**/contribuer/corriger/*", _with_a_mailbox)
    _published(page, **HOUSE)
    page.goto(f"{site}/contribuer/corriger/?id=bouguenais-el-tuma-la-dalia")
    page.wait_for_selector('form[data-proposal="initiative"]')
    for key in (*HOUSE, "added", "classification"):
        assert page.locator(f'[data-ask^="{key}"]').count() == 0, key
    assert page.locator('[data-ask="note"]').count() == 1
    before = str(page.locator("[data-yaml]").text_content())
    page.fill("[name=summary]", "Un résumé fictif.")
    page.wait_for_function("() => document.querySelector('[data-yaml]').textContent.includes('Un résumé fictif')")
    after = str(page.locator("[data-yaml]").text_content())
    lines = ("bouguenais-el-tuma\n", "brest-chubut", "Ville de Bouguenais", "added: 2026-11-22", "classification: edit")
    for line in lines:
        assert line in before
        assert line in after
    head = _letter(page).partition("Fichier : ")[0]
    assert "Correction de la fiche" in head
    assert head.count("\n- ") == 1
    assert " » → « Un résumé fictif. »" in head


def test_other_themes_are_not_those_that_the_directory_chose(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/corriger/?id=bouguenais-el-tuma-la-dalia")
    page.wait_for_selector('form[data-proposal="initiative"]')
    assert "classification: editorial" in str(page.locator("[data-yaml]").text_content())
    page.locator('[data-ask="themes"] .rp-ask__remove').first.evaluate("button => button.click()")
    page.locator('[data-add="themes"]').evaluate("button => button.click()")
    page.wait_for_function("() => document.activeElement.name.startsWith('themes[')")
    page.keyboard.type("sport")
    page.locator("[role=option]:has-text('Sport')").first.click()
    page.wait_for_function("() => !document.querySelector('[data-yaml]').textContent.includes('classification')")


def test_a_status_that_no_dated_source_says_is_not_in_order(page: Page, site: str) -> None:
    _published(page, sources=[{"title": "Bulletin fictif"}])
    page.goto(f"{site}/contribuer/corriger/?id=bouguenais-el-tuma-la-dalia")
    page.wait_for_selector('form[data-proposal="initiative"]')
    page.check("[name=consent]")
    page.select_option('[name="status.state"]', "ended")
    told = page.locator('[data-error-for="status.state"][data-code="undated-status"]')
    told.wait_for(state="attached")
    page.wait_for_function("() => document.querySelector('[data-verdict]').textContent.includes('remarque')")
    assert "en ordre" not in page.inner_text("[data-verdict]")
    page.click("[data-remarks] a")
    assert page.evaluate("document.activeElement.name") == "status.state"
    page.select_option('[name="status.state"]', "planned")
    page.wait_for_function("() => document.querySelector('[data-verdict]').textContent.startsWith('Tout est en ordre')")
    assert page.locator("[data-remarks] li").count() == 0


def test_a_correction_without_a_known_id_asks_which(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/corriger/?id=nulle-part")
    page.wait_for_selector("[data-unknown]:has-text('nulle-part')")
    _pick(page, "[data-which-field]", "montpellier", "Montpellier")
    page.wait_for_selector("form[data-proposal]")


def test_a_draft_stays_in_the_browser_until_it_is_erased(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/proposer/?type=event")
    page.fill("[name=name]", "Rencontre fictive de Villa Ficticia")
    page.wait_for_function(
        "() => Object.keys(localStorage).some((key) => localStorage[key].includes('Villa Ficticia'))"
    )
    page.reload()
    page.wait_for_selector("form[data-proposal=event]")
    assert page.input_value("[name=name]") == "Rencontre fictive de Villa Ficticia"
    assert "brouillon" in str(page.locator("[data-draft-said]").text_content())
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.click("[data-erase]")
    page.wait_for_selector("form[data-proposal=event]")
    assert page.input_value("[name=name]") == ""


def _written(page: Page, text: str) -> None:
    """Waits until a draft that holds the text is kept."""
    page.wait_for_function("text => Object.values(localStorage).some((each) => each.includes(text))", arg=text)


def test_two_tabs_keep_two_drafts_and_each_is_offered(context: BrowserContext, site: str) -> None:
    one, other = context.new_page(), context.new_page()
    for page, name in ((one, "Rencontre fictive A"), (other, "Rencontre fictive B")):
        page.goto(f"{site}/contribuer/proposer/?type=event")
        page.fill("[name=name]", name)
        _written(page, name)
    one.reload()
    one.wait_for_selector("form[data-proposal=event]")
    assert one.input_value("[name=name]") == "Rencontre fictive A"
    third = context.new_page()
    third.goto(f"{site}/contribuer/proposer/?type=event")
    third.wait_for_selector("[data-shelved]")
    assert third.input_value("[name=name]") == ""
    assert third.locator("[data-shelved]").count() == 2
    third.on("dialog", lambda dialog: dialog.accept())
    third.get_by_role("button", name="Jeter « Rencontre fictive A »").click()
    assert third.locator("[data-shelved]").count() == 1
    with third.expect_navigation():
        third.get_by_role("button", name="Reprendre « Rencontre fictive B »").click()
    third.wait_for_selector("form[data-proposal=event]")
    assert third.input_value("[name=name]") == "Rencontre fictive B"
    other.fill("[name=name]", "Rencontre fictive B bis")  # both now go on with the same draft
    _written(other, "B bis")
    third.fill("[name=name]", "Rencontre fictive B ter")
    _written(third, "B ter")
    assert other.evaluate("Object.values(localStorage).filter((each) => each.includes('B bis')).length") == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"drafts":[{}]}',
        pytest.param("[null]", marks=pytest.mark.weekly),
        '{"date":"2025-01-01","drafts":[{"type":"event","id":"","old":false,"number":0,"value":{"gone":"x"}}]}',
        pytest.param(
            '{"date":"2025-01-01","drafts":[{"type":"event","id":"","old":false,"number":0,"value":{"name":[null]}}]}',
            marks=pytest.mark.weekly,
        ),
        pytest.param('{"date":"2025', marks=pytest.mark.weekly),
    ],
)
def test_a_draft_that_cannot_be_read_is_set_aside_and_offered_as_a_file(page: Page, site: str, text: str) -> None:
    page.goto(f"{site}/a-propos/")
    page.evaluate("text => localStorage.setItem('repertoire-proposition:event', text)", text)
    page.evaluate("sessionStorage.setItem('repertoire-proposition:event', 'repertoire-proposition:event')")
    page.goto(f"{site}/contribuer/proposer/?type=event")
    page.wait_for_selector("form[data-proposal=event]")
    page.fill("[name=name]", "Rencontre fictive")  # what is written now does not take its place
    _written(page, "Rencontre fictive")
    assert page.locator("[data-shelved=unreadable]").count() == 1
    with page.expect_download() as kept:
        page.get_by_role("button", name="Enregistrer ce brouillon comme fichier").click()
    assert Path(kept.value.path()).read_text("utf-8") == text


def test_a_draft_of_the_first_version_is_taken_up(page: Page, site: str) -> None:
    page.goto(f"{site}/a-propos/")
    value = {"name": "Rencontre fictive", "added": "2026-10-01"}
    draft = {"type": "event", "id": "", "old": False, "number": 0, "value": value}
    text = json.dumps({"date": "2026-10-01T08:00:00Z", "drafts": [draft]})
    page.evaluate("text => localStorage.setItem('repertoire-proposition:event', text)", text)
    page.goto(f"{site}/contribuer/proposer/?type=event")
    with page.expect_navigation():
        page.get_by_role("button", name="Reprendre « Rencontre fictive »").click()
    page.wait_for_selector("form[data-proposal=event]")
    assert page.input_value("[name=name]") == "Rencontre fictive"


def test_a_correction_taken_up_again_undoes_nothing_that_was_published_meanwhile(page: Page, site: str) -> None:
    address = f"{site}/contribuer/corriger/?id=bouguenais-el-tuma-la-dalia"
    page.goto(address)
    page.fill("[name=summary]", "Mon texte fictif.")
    _written(page, "Mon texte fictif.")

    def published(route: Route) -> None:
        records = json.loads(route.fetch().text())
        record = records.get("initiative/bouguenais-el-tuma-la-dalia")
        if record:
            record["summary"] = "Le texte fictif d’un autre."
            record["keywords"] = ["mot fictif"]
        route.fulfill(body=json.dumps(records), content_type="application/json")

    page.route("**/form/records/*.json", published)
    page.reload()
    page.wait_for_selector("[data-meanwhile]:not([hidden])")
    assert "mot fictif" in str(page.locator("[data-yaml]").first.text_content())
    assert "Mots" in page.inner_text("[data-taken]")
    assert page.input_value("[name=summary]") == "Le texte fictif d’un autre."
    page.get_by_label("Votre texte").check()
    assert page.input_value("[name=summary]") == "Mon texte fictif."
    assert "mot fictif" in str(page.locator("[data-yaml]").first.text_content())


def test_the_last_letters_before_leaving_are_kept_and_drafts_follow_a_new_id(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/corriger/?id=cites-unies-france")
    page.fill("[name=website]", "https://fictif.example/")
    page.goto(f"{site}/a-propos/")  # at once
    page.evaluate(
        """() => {
            const [key] = Object.keys(localStorage).filter((each) => each.includes('actor/cites-unies-france#'));
            const former = key.replace('cites-unies-france', 'cites-unies-france-net');
            localStorage.setItem(former, localStorage.getItem(key));
            localStorage.removeItem(key);
            sessionStorage.clear();
        }"""
    )
    page.goto(f"{site}/contribuer/corriger/?id=cites-unies-france")
    with page.expect_navigation():
        page.get_by_role("button", name="Reprendre").click()
    page.wait_for_selector("form[data-proposal=actor]")
    assert page.input_value("[name=website]") == "https://fictif.example/"


def test_a_new_place_comes_with_its_coordinates(page: Page, site: str) -> None:
    page.goto(f"{site}/contribuer/proposer/?type=actor")
    page.fill("[name=name]", "Association fictive de Carcassonne")
    page.select_option("[name=country]", "FR")
    page.click("summary:has-text('Où')")
    _pick(page, "[name=place]", "carcasso", "Carcassonne")
    page.wait_for_selector('form[data-proposal="place"]')
    place = page.locator('[data-file="content/places/fr-carcassonne.yml"]').text_content()
    assert "lat: 43.2" in str(place)
    assert "place: fr-carcassonne" in str(page.locator("[data-yaml]").first.text_content())


@looks()
@pytest.mark.parametrize(
    "address", ["proposer/?type=initiative", pytest.param("corriger/?id=cites-unies-france", marks=pytest.mark.weekly)]
)
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, site: str, look: Look, address: str) -> None:
    with look.opened(browser) as page:
        page.goto(f"{site}/contribuer/{address}")
        page.wait_for_selector("form[data-proposal]")
        page.click("button[data-door=copy]")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert look.violations(page) == []


def test_without_javascript_the_other_ways_are_told(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/contribuer/proposer/")
    assert page.locator("noscript a[href$='/issues/new/choose']").count() == 1
    context.close()


def test_what_a_copy_left_in_a_field_is_taken_out_when_it_is_left(site: str, page: Page) -> None:
    page.goto(f"{site}/contribuer/proposer/?type=actor")
    for name, typed, kept, told in (
        ("name", "Co\u00adope\u0301ration", "Coopération", "Des caractères invisibles"),
        ("website", "https://ville.example/?utm_source=x", "https://ville.example/", "Les traceurs de l’adresse"),
        ("identifiers.insee", "4019", "04019", "Les zéros perdus"),
    ):
        field = page.locator(f'[name="{name}"]')
        field.evaluate("(field) => field.closest('details')?.setAttribute('open', '')")
        field.fill(typed)
        field.blur()
        said = field.locator("xpath=..").locator(".rp-ask__tidied")
        assert told in str(said.text_content())
        assert field.input_value() == kept
        page.locator("[data-yaml]", has_text=kept).first.wait_for(state="attached")
        field.fill(f"{kept}1")
        field.blur()
        assert said.count() == 0
