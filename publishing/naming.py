"""Records that others name: a speaker, a topic, a venue. What something public names is a publisher's to change."""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import ClassVar

from django.db import models
from django.db.models import Exists, Q


class Named(models.Model):
    """A record that others name. Apps further down the line add their ways in ``AppConfig.ready()``."""

    #: Functions that return what names the record and is public, or will be by itself; correlated by ``OuterRef``.
    naming_ways: ClassVar[list[Callable[[], models.QuerySet]]] = []

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.naming_ways = []

    @classmethod
    def all_named_in_public(cls) -> models.QuerySet:
        ways = [Q(Exists(way())) for way in cls.naming_ways]
        return cls._base_manager.filter(reduce(or_, ways, Q(pk__in=[])))

    @property
    def named_in_public(self) -> bool:
        """Whether readers see it named, or will at a moment that is set: it is no longer an editor's alone."""
        return self.all_named_in_public().filter(pk=self.pk).exists()
