"""Tables of the repository that are made from published packages: ``make tables`` writes them again."""
