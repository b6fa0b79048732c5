"""Reporting a mistake in a real browser: from any page, in a letter that readers send themselves."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.axe import Look, looks

SITE = "https://cites-unies-france.github.io/repertoire/"
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(); }"
BOX, DATA_BOX = "essai@example.org", "donnees@example.org"


def with_a_mailbox(route: Route) -> None:
    """The page as it is once the publisher has written its addresses; these are made up."""
    answer = route.fetch()
    text = answer.text()
    for name, box in (("mailbox", BOX), ("data-mailbox", DATA_BOX)):
        assert f' data-{name}=""' in text
        text = text.replace(f' data-{name}=""', f' data-{name}="{box}"')
    text = text.replace("data-letter hidden", "data-letter").replace('<p class="rp-soft" hidden>', "<p>")
    route.fulfill(response=answer, body=text)


def letter(page: Page) -> tuple[str, str]:
    """Who the letter goes to, and what it says."""
    address = urlsplit(str(page.locator("[data-letter]").get_attribute("href")))
    return address.path, parse_qs(address.query)["body"][0].replace("\r\n", "\n")


def stay(page: Page) -> None:
    """Keeps the mail program shut."""
    page.evaluate(
        "addEventListener('click', (event) => event.target.closest('[href^=mailto]') && event.preventDefault())"
    )


def test_a_mistake_is_reported_from_its_page(context: BrowserContext, page: Page, site: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route("**/signaler/**", with_a_mailbox)
    page.goto(f"{site}/acteurs/montpellier/")
    page.click(".rp-edit [data-report]")
    page.wait_for_url(re.compile(r"/signaler/\?page=acteurs/montpellier/$"))
    assert page.inner_text("[data-page-link]") == f"{SITE}acteurs/montpellier/"
    stay(page)
    page.click("[data-letter]")
    assert page.locator("[data-missing]").is_visible()
    assert page.evaluate("document.activeElement.name") == "wrong"
    page.fill("[name=wrong]", "La date est fausse.")
    assert page.locator("[data-missing]").is_hidden()
    page.fill("[name=how]", "C’est mon territoire")
    to, text = letter(page)
    assert to == BOX
    assert f"Page : {SITE}acteurs/montpellier/\n\nCe qui est faux :\nLa date est fausse." in text
    page.click("[data-letter]")
    assert "Message préparé" in page.inner_text("[data-said]")
    page.check("[name=withdrawal]")
    assert letter(page)[0] == page.inner_text("[data-to]") == DATA_BOX
    assert page.locator("[data-withdrawal-note]").is_visible()
    page.click("[data-copy]")
    page.wait_for_function("() => document.querySelector('[data-said]').textContent.startsWith('Message copié')")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == letter(page)[1]
    page.fill("[name=wrong]", "é" * 500)
    assert page.locator("[data-long]").is_visible()
    page.click("[data-letter]")
    page.wait_for_function("() => document.querySelector('[data-said]').textContent.includes('e-mail qui s’ouvre')")
    assert "é" * 500 in page.evaluate("navigator.clipboard.readText()")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_page_of_a_search_goes_along_with_its_question_and_to_the_other_language(page: Page, site: str) -> None:
    page.goto(f"{site}/recherche/?q=eau")
    page.wait_for_function("() => document.documentElement.dataset.searchReady === 'true'")
    page.fill("main input[name=q]", "pont")
    page.wait_for_function("() => location.search.includes('pont')")
    page.click(".rp-footer [data-report]")
    page.wait_for_url(re.compile(r"/repertoire/signaler/\?page="))
    assert page.inner_text("[data-page-link]") == f"{SITE}recherche/?q=pont"
    page.click(".rp-footer [data-report]")  # from here it is still that page
    page.click(".rp-lang")
    page.wait_for_url(re.compile(r"/es/signaler/\?page="))
    assert page.inner_text("[data-page-link]") == f"{SITE}es/recherche/?q=pont"


def test_an_address_that_is_not_there_can_be_reported_too(page: Page, site: str) -> None:
    page.goto(f"{site}/acteurs/nulle-part/")
    page.click("[data-report]")
    page.wait_for_url(re.compile(r"/signaler/\?page=acteurs/nulle-part/$"))


def test_without_a_page_its_address_is_asked_and_without_a_mailbox_the_message_can_be_copied_by_hand(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/signaler/?page=https://evil.example/")
    assert page.locator("[data-letter]").is_hidden()
    assert "Version d’essai" in page.inner_text("main")
    assert page.locator("main a[href$='/issues/new/choose']").count() == 1
    page.fill("[name=page]", f"{SITE}pays/pe/")
    page.fill("[name=wrong]", "Le nom.")
    page.evaluate(REFUSED)
    page.click("[data-copy]")
    page.wait_for_function("() => document.activeElement.matches('[data-message]')")
    assert f"Page : {SITE}pays/pe/" in page.input_value("[data-message]")


def test_without_javascript_there_is_a_letter_to_fill_in(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/acteurs/montpellier/")
    page.locator(".rp-footer [data-report]").click()
    page.wait_for_url(re.compile("/signaler/$"))
    assert page.locator("[data-report-form]").is_hidden()
    assert page.locator("main a[href$='/issues/new/choose']").is_visible()
    context.close()


@looks()
def test_axe_finds_nothing_whatever_the_page_says(browser: Browser, site: str, look: Look) -> None:
    with look.opened(browser) as page:
        page.route("**/signaler/**", with_a_mailbox)
        page.goto(f"{site}/signaler/?page=acteurs/montpellier/")
        stay(page)
        page.click("[data-letter]")
        page.check("[name=withdrawal]")
        page.evaluate(REFUSED)
        assert look.violations(page) == []
        page.fill("[name=wrong]", "é" * 500)
        page.click("[data-copy]")
        page.wait_for_function("() => document.activeElement.matches('[data-message]')")
        assert look.violations(page) == []
