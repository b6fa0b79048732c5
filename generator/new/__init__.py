"""``repertoire new``: the questions of a record, from the one definition of the fields."""
