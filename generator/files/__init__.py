"""YAML on disk ↔ records. The only ones that know git."""
