"""``repertoire import``: CSV or XLSX in, YAML out.

How a table becomes records is written in a mapping file; ``content/mappings/README.md`` says how. A table that
``repertoire template`` or ``repertoire export --full`` made needs none (``implied``).
"""
