"""Values say what they hold to whoever asks for a part of it, and never as Python writes them down."""

from __future__ import annotations

import pytest

from generator.model import Actor, Membership, Source
from generator.model.values import Localized, PartialDate, Period

VALUES = (
    Source(title="Registre inventé"),
    Period(start=PartialDate(2020)),
    Membership(network="reseau-invente"),
    Actor(id="x", name=Localized({"fr": "X"}), kind="commune"),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_is_never_turned_into_text(value: object) -> None:
    for told in (str, "{}".format, "{:>9}".format, lambda each: f"{each}", lambda each: "%s" % each):  # noqa: UP031
        with pytest.raises(TypeError, match=rf"a {type(value).__name__} is no text"):
            told(value)
    assert repr(value).startswith(type(value).__name__)


def test_texts_and_dates_are_texts() -> None:
    assert f"{Localized({'fr': 'Eau', 'es': 'Agua'})}, {PartialDate(2020, 5)}" == "Eau, 2020-05"
