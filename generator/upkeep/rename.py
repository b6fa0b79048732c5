"""Another id for a record: its file moves, what names it follows, its old address stays open."""

from __future__ import annotations

from pathlib import Path

from generator.files.patch import Patch
from generator.model import BY_FOLDER, Country, Vocabulary
from generator.upkeep.plan import Plan, Refused, known, open_right, well_formed
from generator.upkeep.references import elsewhere, naming, rewritten, with_ids

RENAMED = tuple(folder for folder in BY_FOLDER if folder not in (Country.folder, Vocabulary.folder))
"""Folders whose records may change their ids: a country's is its ISO code, and the model names the vocabularies."""


def rename(content: Path, folder: str, old: str, new: str) -> Plan:
    """The changes that give the record ``old`` the id ``new``.

    :raises Refused: there is no such record, or the new id is malformed or taken.
    """
    directory = open_right(content)
    known(directory, folder, old)
    well_formed(new)
    table = getattr(directory, folder)
    if directory.exists(folder, new):
        raise Refused("taken", id=new)
    for other in table.values():
        if new in other.formerly and other.id != old:
            raise Refused("taken-formerly", id=new, other=other.id)
    changes: list[Patch] = []
    record = table[old]
    for other, paths in naming(directory, folder, old):
        if other is not record:
            changes.append(rewritten(content, other, with_ids(other, dict.fromkeys(paths, new))))
        else:
            record = with_ids(record, dict.fromkeys(paths, new))
    formerly = (*(id_ for id_ in record.formerly if id_ != new), old)
    moved = record.model_copy(update={"id": new, "formerly": formerly})
    changes.append(rewritten(content, table[old], moved, f"{folder}/{old}.yml"))
    changes += elsewhere(content, folder, old, new)
    return Plan(tuple(sorted(changes, key=lambda change: change.path)))
