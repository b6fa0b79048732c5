"""Words that the program asks for and no catalog has.

Read from the model, and from the source of code and templates without running any: what is missing is told before it
makes everything else fail.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from generator import urls
from generator.files.load import Plain, plain, read
from generator.model.schema.field import Field
from generator.model.schema.fields import fields, shared, walk
from generator.model.schema.layout import SECTIONS
from generator.model.schema.types import TYPES
from generator.words.catalog import LOCALES

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"
SOURCE = "fr"
"""The catalog that the others translate."""

Texts = Mapping[str, str]
Catalogs = Mapping[str, Texts]
"""Name of the file without its ending → dotted key → text."""

MAKERS = ("Problem", "Finding", "found", "PydanticCustomError", "_RefusedError", "TableRefused", "refuse", "Misread")
"""What is called with the code of a mistake."""

SAID = {"reference.md": ("fields.fr", "reference.")} | dict.fromkeys(
    ("formulaire", "proposer.md", "corriger.md"), ("form.fr", "")
)
"""Template → the catalog that it has as ``said``, and what the keys it asks for begin with there."""


def missing(folder: Path = LOCALES) -> list[str]:
    """``file: dotted.key`` of everything that is asked for and not there, sorted."""
    catalogs = {path.stem: dict(_flat(path)) for path in sorted(folder.glob("*.yml"))}
    absent = {
        (name, key) for name, key in {*asked(), *of_editions(catalogs)} if not _there(catalogs.get(name, {}), key)
    }
    told = {f"{name}.yml: {key.replace(ANY, '…')}" for name, key in absent}
    return sorted(told | set(_holes_that_differ(catalogs)))


@cache
def asked() -> frozenset[tuple[str, str]]:
    """Catalog and key of all that is asked for, whatever the catalogs hold."""
    return frozenset([*of_fields(), *of_mistakes(), *of_code(), *of_templates()])


ANY = "\0"
"""Stands in a key for what only a run knows."""


def _there(texts: Texts, key: str) -> bool:
    if ANY not in key:
        return key in texts
    pattern = re.compile(".+".join(map(re.escape, key.split(ANY))))
    return any(pattern.fullmatch(each) for each in texts)


def _flat(path: Path) -> Iterator[tuple[str, str]]:
    root, problems = read(path, path.name)
    assert root is not None, problems

    def flat(value: Plain, above: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for key, each in value.items():
                yield from flat(each, f"{above}.{key}" if above else key)
        elif isinstance(value, str):
            yield above, value

    yield from flat(plain(root), "")


Asked = Iterator[tuple[str, str]]
"""Name of a catalog, and a key."""


def of_fields() -> Asked:
    """Names, helps and examples of fields, and what types, kinds, sections and groups are called."""
    for type_, folder in TYPES.items():
        yield from (("fields.fr", f"type.{type_}.{part}") for part in ("label", "plural", "help"))
        yield "problems.fr", f"type.{folder}"
        for field in walk(fields(type_)):
            yield from (("fields.fr", key) for key in _of_field(field))
            if field.pattern and field.kind in ("text", "email"):
                yield "problems.fr", f"format.{field.key}"
    yield from (("fields.fr", f"section.{section}") for section in SECTIONS)
    yield from (("fields.fr", f"group.{group}") for group in shared())
    yield from (("fields.fr", f"kind.{kind}") for kind in ("many", "reference-own"))
    yield "fields.fr", "name.id"


def _of_field(field: Field) -> Iterator[str]:
    long = field.kind in ("text", "localized") and field.long
    yield f"kind.{field.kind}-long" if long else f"kind.{field.kind}"
    yield f"name.{field.key}"
    yield f"field.{field.owner}.{field.key}.help"
    if not field.fields:
        yield f"field.{field.owner}.{field.key}.example"


def of_mistakes() -> Asked:
    """What is wrong and how to repair it, of every code that the source makes a mistake of."""
    import_only = {key.split(".")[1] for key, _ in _flat(LOCALES / "import.fr.yml") if key.startswith("problem.")}
    for path, tree in _trees():
        for node in ast.walk(tree):
            for code in _codes(node):
                own = "importer" in path.parts and code in import_only
                for part in ("message", "repair"):
                    yield "import.fr" if own else "problems.fr", f"problem.{code}.{part}"


def _codes(node: ast.AST) -> list[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[code, *_]) if name in MAKERS:
            return _texts(code)
    return []


def of_code() -> Asked:
    """Keys that the code names where it asks a catalog, or an edition, for a text."""
    bound = _bound()
    for path, tree in _trees():
        here = bound[_module(path)]
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="tn"), args=[key, *_]) if "t" in here:
                    yield from ((here["t"], f"{each}.other") for each in _texts(key))
                case ast.Call(func=asked, args=[key, *_]) | ast.Subscript(value=asked, slice=key):
                    yield from _asked(asked, key, here, bound)


def _asked(asked: ast.expr, key: ast.expr, here: Mapping[str, str], bound: Mapping[str, Mapping[str, str]]) -> Asked:
    match asked:
        case ast.Name(id=name) if name in here:
            yield from ((here[name], each) for each in _texts(key))
        case ast.Attribute(value=ast.Name(id=module), attr=name) if name in bound.get(here.get(module, ""), {}):
            yield from ((bound[here[module]][name], each) for each in _texts(key))
        case ast.Attribute(attr="t"):
            yield from ((SOURCE, each) for each in _texts(key))
        case ast.Attribute(attr="tn"):
            yield from ((SOURCE, f"{each}.other") for each in _texts(key))


def _bound() -> Mapping[str, Mapping[str, str]]:
    """Module → name in it → the catalog, or the module, that it stands for."""
    found: dict[str, dict[str, str]] = {_module(path): {} for path, _ in _trees()}
    for path, tree in _trees():
        for node in tree.body:
            match node:
                case ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.Call(func=ast.Name(id="Catalog"), args=[ast.Constant(value=str(catalog))]),
                ):
                    found[_module(path)][name] = catalog
    for path, tree in _trees():
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module:
                for each in node.names:
                    what = found.get(node.module, {}).get(each.name)
                    inner = f"{node.module}.{each.name}"
                    if what or inner in found:
                        found[_module(path)][each.asname or each.name] = what or inner
    return found


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text("utf-8"))) for path in sorted(GENERATOR.rglob("*.py")))


def _texts(node: ast.expr) -> list[str]:
    """What the expression may be, with ``ANY``; nothing if only a run knows all of it."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return [*_texts(one), *_texts(other)]
        case ast.JoinedStr(values=parts):
            return ["".join(part.value if isinstance(part, ast.Constant) else ANY for part in parts)]
    return []


def of_templates() -> Asked:
    """Keys that templates name."""
    reader = Environment(autoescape=True)  # reads only
    folders = ((GENERATOR / "render" / "templates", "*.jinja"), (ROOT / "overrides", "*.html"))
    for path in (path for folder, ending in folders for path in sorted(folder.rglob(ending))):
        tree = reader.parse(path.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("t", "tn") and call.args:
                ending = ".other" if call.node.name == "tn" else ""
                yield from ((SOURCE, f"{key}{ending}") for key in _shown(call.args[0]))
        catalog, start = SAID.get(path.stem, ("", ""))
        for item in tree.find_all(nodes.Getitem) if catalog else ():
            if isinstance(item.node, nodes.Name) and item.node.name == "said":
                yield from ((catalog, f"{start}{key}") for key in _shown(item.arg))


def _shown(node: nodes.Node) -> list[str]:
    """As ``_texts``, of a template's expression."""
    match node:
        case nodes.Const(value=str(text)):
            return [text]
        case nodes.CondExpr(expr1=one, expr2=other):
            return [*_shown(one), *(_shown(other) if other else ())]
        case nodes.Concat(nodes=parts):
            return ["".join(part.value if isinstance(part, nodes.Const) else ANY for part in parts)]
    return []


def of_editions(catalogs: Catalogs) -> Asked:
    """What one edition says, said in each; and the label of each field that a page shows, in each but the source."""
    editions = [name for name in catalogs if "." not in name]
    every = {key for name in editions for key in catalogs[name]}
    yield from ((name, key) for name in editions for key in every)
    for name in editions:
        if name != SOURCE:
            yield from ((f"fields.{name}", f"field.{field.owner}.{field.key}.label") for field in _on_pages())


def _on_pages() -> Iterator[Field]:
    def seen(those: tuple[Field, ...]) -> Iterator[Field]:
        for field in those:
            if not field.shows.hidden:
                yield field
                yield from seen(field.fields)

    for type_, folder in TYPES.items():
        if folder in urls.SECTIONS:
            yield from seen(fields(type_))


def _holes_that_differ(catalogs: Catalogs) -> Iterator[str]:
    for name, texts in catalogs.items():
        if "." not in name and name != SOURCE:
            for key, text in texts.items():
                wanted = _holes(catalogs[SOURCE].get(key, text))
                if _holes(text) != wanted:
                    yield f"{name}.yml: {key}: {', '.join(sorted(wanted)) or '∅'} ≠ {', '.join(sorted(_holes(text)))}"


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
