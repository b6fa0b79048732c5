"""``/signaler/``: a mistake of any page, or a datum to take out, told to the publisher by the reader's own mail."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.render.pages.letters import letter
from generator.render.pages.page import Page
from generator.render.pages.selection import Selection


def report_page(see: Selection) -> Iterator[Page]:
    """The page, which a script brings to life; without it, a letter to fill in."""
    publisher, t = see.edition.publisher, see.edition.t
    words = see.edition.texts("report.letter")
    asked = [words["hello"], t("report.letter.page", page="…"), words["wrong"], words["how"]]
    about_me = [words["hello"], t("report.letter.page", page="…"), words["withdrawal"], words["out"]]
    data = {
        "mailbox": publisher.mailbox,
        "data_mailbox": publisher.data_mailbox or publisher.mailbox,
        "letter": letter(publisher.mailbox, words["subject"], "\n\n".join(asked)),
        "withdrawal": letter(
            publisher.data_mailbox or publisher.mailbox, words["subject_withdrawal"], "\n\n".join(about_me)
        ),
        "texts": {"words": words, "said": see.edition.texts("report.said")},
    }
    yield Page(urls.REPORT, "signaler", t("report.title"), t("report.description"), data)
