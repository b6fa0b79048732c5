"""The directory as files that people take away: CSV, JSON and GeoJSON.

One table, the same columns for every type of record, read by ``repertoire export`` and by the page of the search. What
an entry holds is in ``entry``, its columns in ``columns``, how a file is written in ``files``.
"""

from generator.export.rows import render_rows

__all__ = ["render_rows"]
