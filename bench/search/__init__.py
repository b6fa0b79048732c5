"""Three searches over the same records' pages, asked the same in one browser: ours, Pagefind and Material's."""
