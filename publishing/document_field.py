"""A column that holds a document: JSON, pressed together, for most of it is the text of a report."""

import json
import zlib
from typing import Any

from django.db import models


class DocumentField(models.BinaryField):
    """Reads and takes what JSON can hold. In a backup it is the document itself, which people can read."""

    def from_db_value(self, value, expression, connection):
        return None if value is None else json.loads(zlib.decompress(value))

    def get_db_prep_value(self, value, connection, prepared=False):
        packed = zlib.compress(json.dumps(value, ensure_ascii=False).encode())
        return super().get_db_prep_value(packed, connection, prepared)

    def to_python(self, value: Any) -> Any:
        return value
