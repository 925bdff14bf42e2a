from publishing.models.addressed import SLUG_LENGTH, Addressed, OldAddress, moved, readable_slug
from publishing.models.correction import (
    Correction,
    bring_public_corrections,
    corrections_of_each,
)
from publishing.models.edition import Edition
from publishing.models.logbook_entry import LogbookEntry
from publishing.models.publishable import Publishable
from publishing.models.review import Remark, Review
from publishing.models.version import Version

__all__ = [
    "SLUG_LENGTH",
    "Addressed",
    "Correction",
    "Edition",
    "LogbookEntry",
    "OldAddress",
    "Publishable",
    "Remark",
    "Review",
    "Version",
    "bring_public_corrections",
    "corrections_of_each",
    "moved",
    "readable_slug",
]
