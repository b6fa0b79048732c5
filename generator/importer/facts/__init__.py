"""``repertoire import --facts``: sourced facts about records, one a row of a table, applied to the files.

``fact`` is a row, ``target`` the field it is about, ``value`` what it says there, ``act`` what it does to a record,
``choice`` which of several rows counts, ``source`` on whose word, ``plan`` all of it in order.
"""
