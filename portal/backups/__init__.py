"""Keeping a copy of an installation and bringing it back (docs/backup.md).

`making` and `restoring` say what happens in which order; the others know one thing each: the archive, the database, the
locked file of the keys, and where an installation's own keys and files lie.
"""
