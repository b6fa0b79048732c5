"""The page of the form without a browser: what is typed becomes a file, and no text is written for nothing."""

from __future__ import annotations

import re
from typing import Any

from generator.model.directory import Directory
from generator.render.pages.engine import Writer
from generator.render.pages.proposals import PROPOSED, catalog, correct_page, propose_page
from generator.render.pages.selection import Selection
from generator.words.edition import Edition
from generator.words.wording import codes
from tests import node

COMPACT = """async (load, value, ids) => {
  const { compact } = await load("form/page/draft.js");
  const made = compact(value, (number) => ids[number] ?? "");
  return [made.value, Object.fromEntries(made.places)];
}"""


def _compact(value: dict[str, Any], ids: dict[str, str] | None = None) -> Any:
    return node.run(COMPACT, value, ids or {})


def test_a_file_holds_nothing_empty_and_mistakes_find_their_way_back() -> None:
    typed = {
        "title": " Un titre ",
        "summary": "",
        "participations": [{}, {"actor": "montpellier", "role": ""}, {"actor": "new:1", "role": "partner"}],
        "period": {"start": "", "end": " "},
        "countries": ["", "AR"],
    }
    value, places = _compact(typed, {"1": "ar-villa"})
    assert value == {
        "title": "Un titre",
        "participations": [{"actor": "montpellier"}, {"actor": "ar-villa", "role": "partner"}],
        "countries": ["AR"],
    }
    assert places["participations[1].actor"] == "participations[2].actor"
    assert places["countries[0]"] == "countries[1]"


def test_what_points_to_a_record_without_a_name_is_left_out() -> None:
    assert _compact({"emitter": "new:1"})[0] == {}


def test_taking_an_item_out_leaves_the_others_in_order() -> None:
    source = """async (load) => {
      const { put } = await load("form/page/draft.js");
      const value = {};
      put(value, ["sources", 0, "title"], "un");
      put(value, ["sources", 1, "title"], "deux");
      put(value, ["sources", 0], undefined);
      return value;
    }"""
    assert node.run(source) == {"sources": [{"title": "deux"}]}


def test_every_text_of_the_form_is_used() -> None:
    folder = node.ASSETS / "form" / "page"
    code = "".join(path.read_text("utf-8") for path in (*sorted(folder.glob("*.js")), folder.parent / "message.js"))
    templates = node.ROOT / "generator" / "render" / "templates"
    code += "".join(
        (templates / f"{name}.jinja").read_text("utf-8") for name in ("formulaire", "proposer.md", "corriger.md")
    )
    # Chosen by a type, a language, a door or a count.
    computed = re.compile(
        r"^(title|record|ask\.locale|door\.(github|mail|download|copy))\.\w+$|\.(one|other)$|^door\.mail\.subject\.|^tidied\."
    )
    unused = [
        key for key in catalog if not computed.search(key) and not re.search(rf"\b{key.rpartition('.')[2]}\b", code)
    ]
    assert unused == []


def test_both_pages_stand_in_every_edition_in_french(real: Directory, french: Edition) -> None:
    for edition in (french, Edition("es", french.as_of)):
        writer, see = Writer(real, edition), Selection(real, edition)
        views = (propose_page, correct_page)
        proposal, correction = (writer.write(page).data.decode() for view in views for page in view(see))
        assert all(f"?type={type_}" in proposal for type_ in PROPOSED)
        assert 'lang="fr" data-form="corriger"' in correction


def test_the_form_speaks_of_fields_where_the_check_speaks_of_files() -> None:
    texts = catalog
    problem = {"code": "missing-key", "path": "title", "message": "la clé manque", "repair": "Ajoutez une ligne."}
    said = {"message": texts["mistake.missing-key.message"], "repair": texts["mistake.missing-key.repair"]}
    assert node.call("form/page/mistakes.js", "told", {"mistake": {"missing-key": said}}, problem) == problem | said
    assert node.call("form/page/mistakes.js", "told", {"mistake": {}}, problem) == problem
    own = {key.split(".")[1] for key in texts if key.startswith("mistake.")}
    assert own <= set(codes())
