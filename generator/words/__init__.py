"""Everything that is said, in every language."""
