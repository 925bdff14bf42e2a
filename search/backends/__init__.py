"""The inverted index of each database: the same words in, the same records out.

A back end is a module with ``create``, ``drop``, ``store``, ``forget``, ``with_token``, ``tokens_of`` and ``newest``,
and ``IS_ONE_OF``, how one word is looked for among the words of a column that are parted by commas.
"""

from types import ModuleType

from django.db import connection


def backend(vendor: str | None = None) -> ModuleType:
    """The back end of the database in use, or of the one that a migration names."""
    if (vendor or connection.vendor) == "postgresql":
        from search.backends import postgresql

        return postgresql
    from search.backends import sqlite

    return sqlite
