"""What the search knows, before any index: how words are compared, and what each record is found under."""
