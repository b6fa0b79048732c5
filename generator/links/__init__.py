"""``repertoire links``: do the addresses that records cite as sources still answer? Slow, polite, never in the way."""
