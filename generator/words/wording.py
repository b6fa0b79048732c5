"""A problem → French sentences from ``locales/problems.fr.yml``: what is wrong, how to repair it."""

from __future__ import annotations

import json
from collections import defaultdict

from generator.files.characters import FORBIDDEN
from generator.model import BY_FOLDER
from generator.model.problem import Problem
from generator.model.schema.field import Field
from generator.model.schema.paths import field_at, fields_at
from generator.model.schema.types import type_in
from generator.model.values import KEBAB
from generator.text.fold import fold, words
from generator.words.catalog import Catalog
from generator.words.countries import country_names
from generator.words.fields import general_name, key_name, meanings

catalog = Catalog("problems.fr")

_COUNTRIES = ("country", "other_country")
"""Details that hold a country code, to be read as a name."""


def message(problem: Problem) -> str:
    """What is wrong, in one sentence; with what was probably meant, if anyone knows."""
    said = _say(f"problem.{problem.code}.message", problem)
    choices = [catalog("report.quoted", value=visible(each)) for each in meant(problem)]
    if not choices:
        return said
    return catalog("report.meant", message=said, choices=catalog["report.or"].join(choices))


def repair(problem: Problem) -> str:
    """How to repair it, in one sentence; with the values allowed if they are few, or else the keys."""
    said = _say(f"problem.{problem.code}.repair", problem)
    if problem.code == "unknown-key" and not meant(problem):
        return catalog("report.known", repair=said, known=problem.args["known"])
    allowed = listed(problem, "allowed")
    return catalog("report.allowed", repair=said, allowed=", ".join(allowed)) if allowed else said


def codes() -> list[str]:
    """Everything that can be wrong, from the reading of a file to what records say."""
    return [key.split(".")[1] for key in catalog if key.startswith("problem.") and key.endswith(".message")]


def general(code: str) -> tuple[str, str]:
    """What is wrong and how to repair it, said of every problem of that code."""
    named = {key.removeprefix("any."): text for key, text in catalog.items() if key.startswith("any.")}
    holes = defaultdict(lambda: named["hole"], named, folders=", ".join(BY_FOLDER))
    message, repair = (catalog[f"problem.{code}.{part}"].format_map(holes) for part in ("message", "repair"))
    return message, repair


def stub(problem: Problem) -> tuple[str, str] | None:
    """Path and text of the record that a dangling link waits for, ready to be completed; None if a link to an
    existing one is likelier."""
    if problem.code != "dangling-reference" or meant(problem) or "not_duplicate_of" in problem.path:
        return None
    folder, value = problem.args["type"], problem.args["value"]
    lines = []
    for name, field in BY_FOLDER[folder].model_fields.items():
        if name in ("name", "title") and not KEBAB.fullmatch(value):
            lines.append(f"{name}: {json.dumps(value, ensure_ascii=False)}")
        elif field.is_required() and name != "id":
            lines.append(f"{name}: …")
    content = problem.file.partition("/")[0]
    path = f"{content}/{folder}/{'-'.join(words(value))}.yml"
    return path, "\n".join([*lines, "sources:", "  - title: …", "    url: https://…"])


def meant(problem: Problem) -> list[str]:
    """What was probably meant: what the rule found, or the key that a French word stands for."""
    french: list[str] = []
    if problem.code == "unknown-key" and problem.about in BY_FOLDER:
        typed = fold(problem.args["key"])
        beside = fields_at(type_in(problem.about), problem.path[:-1])
        french = [field.key for field in beside if typed in map(fold, meanings(field))]
    return french or listed(problem, "suggestion")


def listed(problem: Problem, name: str) -> list[str]:
    """The values of a detail that holds several."""
    found = problem.args.get(name)
    return found.split("\n") if found else []


def visible(text: str) -> str:
    """The text on one line, without characters that no one sees: a file's name may hold any."""
    return FORBIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", " ".join(text.split("\n")))


def _say(key: str, problem: Problem) -> str:
    """The catalog's sentence, its holes filled with what the problem knows."""
    args = {name: visible(value) for name, value in problem.args.items()}
    field = field_at(type_in(problem.about), problem.path) if problem.about in BY_FOLDER else None
    last = next((step for step in reversed(problem.path) if isinstance(step, str)), "")
    # A localized text ends with its language, which is no key.
    typed = args.get("key") or (field.key if field else last)
    filled = {**args, "typed": typed, "key": _key(typed, _name(problem, field, typed))}
    filled |= {name: _country(args[name]) for name in _COUNTRIES if name in args}
    if problem.code == "unreadable-file":
        filled["reason"] = system(args["reason"])
    if "type" in args:
        filled["none"] = catalog[f"type.{args['type']}"]
    if "expected" in args:
        filled["expected"] = catalog[f"expected.{args['expected']}.what"]
        filled["repair"] = catalog[f"expected.{args['expected']}.repair"]
        filled["instead"] = catalog("report.instead", value=args["value"]) if args.get("value") else ""
    beside = ", ".join(catalog("report.quoted", value=each) for each in listed(problem, "beside"))
    filled["beside"] = catalog("report.beside", said=beside) if beside else ""
    if problem.code == "bad-format":
        filled["format"] = (form(field, args.get("shape", "")) if field else None) or catalog["any.format"]
    return catalog[key].format_map(filled)


def system(code: str) -> str:
    """What the system answered, by the name of its error: ``ENOSPC``."""
    return catalog.get(f"system.{code}") or catalog("system.other", code=code)


def form(field: Field, shape: str = "") -> str | None:
    """What is to be written in the field, if it is more than its kind says; for one, what a pattern wants. A code may
    have a form of its own for each kind of thing."""
    if shape and (found := catalog.get(f"format.{field.code}-{shape}")):
        return found
    return catalog.get(f"format.{field.owner}.{field.key}") or catalog.get(f"format.{field.key}")


def _name(problem: Problem, field: Field | None, typed: str) -> str:
    """The key's sense in French where it stands; the key itself if a record of that type has none there."""
    if field:
        return key_name(field)
    return typed if problem.about in BY_FOLDER else general_name(typed) or typed


def _key(typed: str, french: str) -> str:
    """The key as it was typed, with its sense in French where that is another word."""
    return catalog["report.quoted" if french == typed else "report.key"].format(value=typed, name=french)


def _country(code: str) -> str:
    name = country_names().get(code)
    return catalog("report.country", name=name, code=code) if name else code
