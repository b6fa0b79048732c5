"""``repertoire changes``: what a proposal changes, in records and on the site, told to who reviews it."""
