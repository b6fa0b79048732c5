"""One definition of what a file may hold, read from the model; form, page, search and exports follow from it.

``field`` is one key, ``reading`` how it is read from the classes, ``fields`` the keys of each type, ``layout`` the
sections of a form, ``paths`` what a path leads to. Their words are in ``words/fields``.
"""
