"""CSV or XLSX in, YAML out: ``repertoire import``. How a table becomes records is said in ``content/mappings/``."""

from generator.importer.command import import_command

__all__ = ["import_command"]
