from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.models import BaseConstraint, UniqueConstraint

from publishing.folding import FoldField


class SharedForeignKey(BaseConstraint):
    """A foreign key that agrees with its target in further columns too.

    ``SharedForeignKey(through="appearance", shared=["event"], …)`` says: the appearance that a row points
    to has the row's own event. In SQL: FOREIGN KEY (appearance_id, event_id) REFERENCES appearance
    (id, event_id). The target needs a unique constraint over the same columns. A change of a shared column
    in the target is carried over to the rows, where their own checks then speak (ON UPDATE CASCADE).
    """

    template = (
        "CONSTRAINT %(name)s FOREIGN KEY (%(columns)s) REFERENCES %(table)s (%(targets)s) "
        "ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED"
    )

    def __init__(
        self, *, through: str, shared: list[str], name: str, violation_error_message: str | None = None
    ):
        super().__init__(name=name, violation_error_message=violation_error_message)
        self.through, self.shared = through, list(shared)

    def constraint_sql(self, model, schema_editor):
        quote = schema_editor.quote_name
        pointer = model._meta.get_field(self.through)
        target = pointer.remote_field.model
        columns = [pointer.column, *(model._meta.get_field(name).column for name in self.shared)]
        targets = [target._meta.pk.column, *(target._meta.get_field(name).column for name in self.shared)]
        return self.template % {
            "name": quote(self.name),
            "columns": ", ".join(map(quote, columns)),
            "table": quote(target._meta.db_table),
            "targets": ", ".join(map(quote, targets)),
        }

    def create_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} DROP CONSTRAINT {schema_editor.quote_name(self.name)}"

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        if exclude and {self.through, *self.shared} & set(exclude):
            return
        target = getattr(instance, self.through)
        if target is None:
            return
        for name in self.shared:
            attribute = model._meta.get_field(name).attname
            if getattr(instance, attribute) != getattr(target, attribute):
                raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def __eq__(self, other):
        return isinstance(other, SharedForeignKey) and self.deconstruct() == other.deconstruct()

    def __hash__(self):
        return hash((self.name, self.through, *self.shared))

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "through": self.through, "shared": self.shared}


class EnteredOnce(UniqueConstraint):
    """A unique constraint over a FoldField (and others), which a form checks though it has no such field.

    The message stands at the first field that is folded, and may name the row that is there as ``{twin}``.
    """

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        fields = [model._meta.get_field(name) for name in self.fields]
        sources = [name for field in fields if isinstance(field, FoldField) for name in field.sources]
        exclude = set(exclude or ())
        if exclude.issuperset(sources):
            return
        wanted = {
            field.attname: field.value_for(instance)
            if isinstance(field, FoldField)
            else getattr(instance, field.attname)
            for field in fields
        }
        if any(value is None for value in wanted.values()):
            return
        twin = model._default_manager.using(using).filter(**wanted).exclude(pk=instance.pk).first()
        if twin:
            message = str(self.get_violation_error_message()).format(twin=twin)
            raise ValidationError(message if sources[0] in exclude else {sources[0]: message})
        for field in fields:
            if isinstance(field, FoldField):  # of one that was numbered, the other is gone
                setattr(instance, field.attname, wanted[field.attname])
