"""How time, memory and size grow with the directory: made-up directories built by us and by plain MkDocs."""
