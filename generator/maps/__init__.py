"""Places and territories as data."""
