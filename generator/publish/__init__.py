"""From artifacts to a folder: through MkDocs, or as plain Markdown. The only ones that know MkDocs."""
