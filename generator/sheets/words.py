"""What tables and their templates say."""

from __future__ import annotations

from generator.words.catalog import Catalog

say = Catalog("sheets.fr")
