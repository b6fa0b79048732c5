"""One definition of what a file may hold, read from the model: what a form asks, a page shows and a search finds follow.

``field`` is one key, ``reading`` how it is read from the classes, ``fields`` the keys of each type, ``layout`` the
sections of a form, ``paths`` what a path leads to. Their words are in ``words/fields``.
"""
