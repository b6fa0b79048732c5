"""Répertoire: from one YAML file per record to a directory of pages. See README.md for the picture."""
