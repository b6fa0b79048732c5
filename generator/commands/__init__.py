"""What people type: one module per command. The only ones that know click."""
