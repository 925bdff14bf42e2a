"""What a backup holds, told by the migrations that a database has seen: of today's code, and of any before it."""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Self

from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

#: Follows from the records, and is made anew from them.
MADE_ANEW = {
    "search.entry",
    "search.knownword",
    "search.indexcontent",
    "search.count",
    "search.counted",
    "publishing.publicsince",
    "publishing.edition",
    "people.nameuse",
    "people.namekey",
    "public.madepage",
    "public.lastchange",
}
#: Belongs to one installation and its day: who is logged in, which backups there are, what it read of an old site.
LEFT_OUT_APPS = {"sessions", "keeping"}
LEFT_OUT = {"desk.login", "intake.siteimport"}
#: Apps of earlier versions: a database that has seen their migrations is no newer one.
FORMER_APPS = {"axes"}
#: Made by Django itself, under other numbers in each database: what points to them is written in words.
IN_WORDS = {"contenttypes.contenttype", "auth.permission"}
#: There from the first migration on: a database that holds no more than these is empty.
MADE_BY_MIGRATIONS = {"auth.group", "auth.group_permissions", "house.page"}

#: App and name.
Migration = tuple[str, str]


class Contents:
    """The tables of a database that has seen ``seen``; ``loader`` knows the migrations of this version."""

    def __init__(self, seen: Collection[Migration], loader: MigrationLoader):
        self.seen = {(app, name) for app, name in seen if app not in FORMER_APPS}
        self.loader = loader
        self.unknown = sorted(self.seen - loader.graph.nodes.keys() - (loader.disk_migrations or {}).keys())

    @classmethod
    def of_database(cls) -> Self:
        loader = MigrationLoader(connection, ignore_no_migrations=True)
        return cls([*(loader.applied_migrations or ())], loader)

    @property
    def known(self) -> list[Migration]:
        return sorted(self.seen & self.loader.graph.nodes.keys())

    @property
    def last_migrations(self) -> list[Migration]:
        """The newest of each app: to migrate to these is to migrate to all."""
        node_map = self.loader.graph.node_map
        return [
            node
            for node in self.known
            if not any(
                child.key in self.seen and child.key[0] == node[0] for child in node_map[node].children
            )
        ]

    @cached_property
    def apps(self):
        """The models as they were at these migrations."""
        return self.loader.project_state(self.known).apps

    @property
    def models(self) -> list[type[models.Model]]:
        """Those that a backup holds, tables between two models included."""
        everything = self.apps.get_models(include_auto_created=True)
        return sorted(filter(is_kept, everything), key=lambda model: model._meta.label_lower)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has entered anything, or has an account."""
        own = (model for model in self.models if model._meta.label_lower not in MADE_BY_MIGRATIONS)
        return not any(model._base_manager.exists() for model in own)


def is_kept(model: type[models.Model]) -> bool:
    options = model._meta
    left_out = options.app_label in LEFT_OUT_APPS or options.label_lower in MADE_ANEW | IN_WORDS | LEFT_OUT
    return options.managed and not options.proxy and not left_out


def columns_of(model: type[models.Model]) -> list[models.Field]:
    """The columns that are stored, in one order; what the database works out by itself is none."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def points_to_words(field: models.Field) -> str:
    """ "contenttypes.contenttype" or "auth.permission" where the field points to one of these; else blank."""
    label = field.related_model._meta.label_lower if isinstance(field.related_model, type) else ""
    return label if label in IN_WORDS else ""


def file_columns(fields: Iterable[models.Field]) -> list[int]:
    return [number for number, field in enumerate(fields) if isinstance(field, models.FileField)]
