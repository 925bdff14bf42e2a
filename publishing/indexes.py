"""Indexes in the order of lists."""

from django.db import models


class NewestFirst(models.Index):
    """An index by which the newest of a list are found, where what has no date stands last.

    PostgreSQL must be told that it does, or it puts all in order for the first twenty; SQLite, which cannot be told,
    has it so.
    """

    def create_sql(self, model, schema_editor, using="", **kwargs):
        if schema_editor.connection.vendor == "postgresql":
            newest = [models.F(name).desc(nulls_last=True) for name, _order in self.fields_orders]
            return models.Index(*newest, name=self.name).create_sql(model, schema_editor, using, **kwargs)
        return super().create_sql(model, schema_editor, using, **kwargs)
