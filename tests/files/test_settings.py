"""What the program reads of the settings: the site's address, and who publishes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files.settings import publisher_of, site_address
from generator.model.publisher import KEYS, Publisher
from tests.small import ROOT

WHOLE = """extra:
  publisher:
    name: "Association d’Essai"
    legal_form: Association
    address: 1 rue de l’Exemple
    mailbox: essai@example.org
    responsible: La direction
    host: Hébergeur d’Essai
    host_address: 2 rue de l’Exemple
    data_mailbox: donnees@example.org
"""
"""Made up."""


def settings(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return path


def test_a_block_that_is_filled_in_lacks_nothing(tmp_path: Path) -> None:
    publisher, faults = publisher_of(settings(tmp_path, WHOLE))
    assert faults == []
    assert publisher.missing == ()
    assert (publisher.name, publisher.mailbox) == ("Association d’Essai", "essai@example.org")


@pytest.mark.parametrize(
    "text", ["site_name: Essai\n", "extra:\n", "extra:\n  publisher:\n", "extra: x\n", "- x\n", ""]
)
def test_what_nobody_has_written_is_missing(tmp_path: Path, text: str) -> None:
    publisher, faults = publisher_of(settings(tmp_path, text))
    assert (publisher, faults) == (Publisher(), [])
    assert set(KEYS) - set(publisher.missing) == {"mention", "hashtag"}


def test_what_can_not_be_used_is_told_with_its_place_and_counts_as_missing(tmp_path: Path) -> None:
    text = (
        WHOLE.replace("essai@example.org", "essai chez example")
        .replace("host:", "hots:")
        .replace("responsible: La direction", "responsible:\n      - La direction")
    )
    publisher, faults = publisher_of(settings(tmp_path, text))
    assert [(fault.kind, fault.key, fault.line) for fault in faults] == [
        ("bad-mailbox", "mailbox", 6),
        ("not-text", "responsible", 8),
        ("unknown", "hots", 9),
    ]
    assert publisher.missing == ("mailbox", "responsible", "host")


def test_the_address_ends_in_one_slash(tmp_path: Path) -> None:
    assert site_address(settings(tmp_path, "site_url: https://example.org/essai\n")) == "https://example.org/essai/"
    assert site_address(tmp_path / "nowhere.yml") == ""


def test_the_settings_of_the_repository_hold_no_key_that_is_unknown() -> None:
    assert publisher_of(ROOT / "mkdocs.yml")[1] == []
