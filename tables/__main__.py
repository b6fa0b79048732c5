"""``make tables``: writes the table of territories again."""

from __future__ import annotations

from tables.territories import TABLE, table

if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
