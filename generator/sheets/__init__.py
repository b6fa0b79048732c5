"""A type's records as a table that loses nothing: its columns, read from the one definition of the fields.

``columns`` names them, ``cells`` fills them from records, ``choices`` says what they may hold, ``book`` writes a
workbook and ``template`` an empty one to fill in. ``importer.implied`` reads them back.
"""
