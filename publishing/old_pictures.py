"""Pictures that were stored before names told their size: they are named anew, so that a page reserves their room."""

import re
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction

from publishing import changes
from publishing.models import Version
from publishing.noticed import Noticed
from publishing.pictures import SIZE_IN_NAME, Fit, PictureField, PictureFile, fit_for_a_page, opened

#: Of one that ``fit_for_a_page`` has made.
_MADE_HERE = re.compile(r"(?:^|/)[0-9a-f]{32}\.(jpg|webp)$")


def name_by_size() -> int:
    """Name all such pictures by their size; how many were. One that is missing or damaged keeps its name."""
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, PictureField)
    ]
    return sum(_named_anew(field, pk) for field in fields for pk in _of_old(field))


def _of_old(field: PictureField) -> list[Any]:
    rows = field.model._base_manager.exclude(**{field.attname: ""}).values_list("pk", field.attname)
    return [pk for pk, name in rows if not SIZE_IN_NAME.search(name)]


def _named_anew(field: PictureField, pk: Any) -> bool:
    rows = field.model._base_manager.filter(pk=pk)
    record = rows.first()
    if record is None:
        return False
    moment = getattr(record, "changed_at", None)
    file: PictureFile = getattr(record, field.attname)
    try:
        with file.storage.open(str(file.name)) as stored:
            picture = _with_its_size(stored)
    except (OSError, ValidationError):
        return False
    with transaction.atomic():
        with changes.unit_of_work():
            changes.call_it(Version.What.SAVE, "The name of a picture tells its size.")
            file.save("", picture, save=False)
            record.save()
        if isinstance(record, Noticed):  # no reader notices the name of a file
            rows.update(changed_at=moment)
    return True


def _with_its_size(stored: Any) -> Fit:
    """The same picture where it was made here, else one that is."""
    made_here = _MADE_HERE.search(stored.name.replace("\\", "/"))
    if not made_here:
        return fit_for_a_page(stored)
    content = stored.read()
    stored.seek(0)
    with opened(stored) as picture:
        return Fit(content, picture.size, made_here[1])
