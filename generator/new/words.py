"""What is asked."""

from __future__ import annotations

from generator.words.catalog import Catalog

say = Catalog("new.fr")
