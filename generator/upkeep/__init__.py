"""Keeping the directory: rename, merge, verify, repair.

Each act is planned first, as the files it would change, then tried on a copy, and written only if the copy is right.
Files are changed where they differ: comments and layout stay.
"""
