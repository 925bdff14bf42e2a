"""Pictures on their way in: made fit for a page, told nothing but what they show, and gone when nothing shows them.

Whatever is handed in becomes another file: turned the way it was held, in the colours of the web, no larger than a
page shows it, without what cameras write into it (where, when, whose), under a name that says nothing. So nobody is
given away by a file, and no file is served that was not made here.
"""

import logging
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from io import BytesIO
from mimetypes import guess_type
from typing import NamedTuple, cast
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models, transaction
from django.db.models.fields.files import ImageFieldFile, ImageFileDescriptor
from django.db.models.signals import post_delete
from django.utils.html import format_html
from PIL import Image, ImageCms, ImageOps

logger = logging.getLogger(__name__)

#: Of the content, whatever a file's name says. A phone's MPO is a JPEG with more pictures behind the first.
FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 15 * 1024 * 1024
#: Looked at before anything is unpacked: a PNG of 20 KB may hold gigabytes.
MOST_PIXELS = 40_000_000
#: Twice the width of the column that a cover stands in.
LONGEST_EDGE = 1600
QUALITY = 85
#: So that a page reserves room for a picture and nobody opens the file: a storage may be far away.
SIZE_IN_NAME = re.compile(r"-(\d{1,5})x(\d{1,5})\.\w+$")
#: Kinds of pixels that can be made fewer as they are.
RESIZABLE = ("L", "LA", "RGB", "RGBA", "CMYK")

LIMITS = (
    f"JPEG, PNG or WebP, up to {MOST_BYTES >> 20} MB and {MOST_PIXELS // 1_000_000} megapixels. It is made fit for "
    "a page, and what the camera wrote into it (place, time, owner) is left out."
)
TOO_MANY_BYTES = f"This picture has more than {MOST_BYTES >> 20} MB: make it smaller first."
TOO_MANY_PIXELS = (
    f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels: make it smaller first."
)
NO_PICTURE = "This is no JPEG, PNG or WebP picture, whatever its name says: save it as one of these first."
DAMAGED = "This picture is damaged and cannot be read to its end: save or send it again."


class Fit(ContentFile):
    """A picture that went through ``fit_for_a_page``; ``ending`` is what the name of such a file ends in: its width,
    its height and its kind."""

    def __init__(self, content: bytes, size: tuple[int, int], kind: str):
        super().__init__(content, name=f"picture.{kind}")
        self.ending = f"{size[0]}x{size[1]}.{kind}"


def fit_for_a_page(file: File) -> Fit:
    """``file`` as a page shows it. Of a moving picture, the first image.

    Raises ValidationError, in words, for what is too large, damaged or no picture.
    """
    if isinstance(file, Fit):
        return file
    if file.size > MOST_BYTES:
        raise ValidationError(TOO_MANY_BYTES, code="too_many_bytes")
    file.seek(0)
    with opened(file) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels")
        try:
            return written(redrawn(picture))
        # Pillow's readers raise whatever a damaged file makes them stumble over.
        except Exception as error:
            raise ValidationError(DAMAGED, code="damaged") from error


def opened(file: File) -> Image.Image:
    """The picture in ``file``, of which only the head is read."""
    try:
        return Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels") from error
    except Exception as error:  # likewise
        raise ValidationError(NO_PICTURE, code="no_picture") from error


def redrawn(picture: Image.Image) -> Image.Image:
    """Its pixels alone, as they are seen: small enough, upright, in sRGB."""
    if picture.mode in RESIZABLE:  # first of all: what follows makes copies
        picture.thumbnail((LONGEST_EDGE, LONGEST_EDGE), reducing_gap=3)
    ImageOps.exif_transpose(picture, in_place=True)
    seen = in_web_colours(picture)
    seen.thumbnail((LONGEST_EDGE, LONGEST_EDGE), reducing_gap=3)
    drawn = Image.new(seen.mode, seen.size)
    drawn.paste(seen)
    return drawn


def in_web_colours(picture: Image.Image) -> Image.Image:
    """``picture`` in sRGB, with its transparency where it has any."""
    if picture.mode == "I;16":
        picture = picture.point(lambda level: level / 256).convert("L")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if picture.mode != "CMYK":
        picture = picture.convert(mode)
    if not profile:
        return picture.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        return cast(Image.Image, turned)  # None where it is turned in place
    except (
        ImageCms.PyCMSError,
        OSError,
    ):  # broken, or of other colours than the picture's: as if it had none
        return picture.convert(mode)


def written(picture: Image.Image) -> Fit:
    """JPEG, which everybody reads; WebP where something shows through."""
    into = BytesIO()
    if picture.mode == "RGBA" and any(picture.getchannel("A").histogram()[:255]):
        picture.save(into, "WEBP", quality=QUALITY)
        return Fit(into.getvalue(), picture.size, "webp")
    picture.convert("RGB").save(into, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Fit(into.getvalue(), picture.size, "jpg")


class Stored(NamedTuple):
    """A picture that was stored for a change that may still be undone."""

    field: "PictureField"
    name: str
    url: str
    content: bytes

    @property
    def as_data(self) -> str:
        """Its address on a page that outlives the file."""
        kind = guess_type(self.name)[0]
        return f"data:{kind};base64,{b64encode(self.content).decode()}"


_stored: ContextVar[list[Stored] | None] = ContextVar("pictures_stored", default=None)


@contextmanager
def gone_if_undone() -> Iterator[None]:
    """A picture that is stored within is removed again where this ends with an exception, which undoes what names it.

    Stands around the transaction: a picture that a record names after all stays.
    """
    stored: list[Stored] = []
    token = _stored.set(stored)
    try:
        yield
    except BaseException:
        for picture in stored:
            # A store that is away must not hide what went wrong, nor a preview that was made.
            try:
                picture.field.remove(picture.name)
            except Exception:
                logger.exception("A picture that nothing names could not be removed.")
        raise
    finally:
        _stored.reset(token)


def with_pictures_inside(page: str) -> str:
    """``page`` with what was stored for it in this change written into it: the files will be gone when it is seen."""
    for picture in _stored.get() or ():
        page = page.replace(picture.url, picture.as_data)
    return page


class PictureFormField(forms.ImageField):
    widget = forms.ClearableFileInput
    #: Django's asks the name of a file what is in it.
    default_validators = []

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return file and fit_for_a_page(file)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": "image/jpeg,image/png,image/webp"}


class PictureFile(ImageFieldFile):
    """The one way to the storage, whoever saves: a form, a command or a line of Python."""

    field: "PictureField"
    _committed: bool  # Django's: whether it is in the storage

    def save(self, name, content, save=True):
        """Store ``content`` as fit for a page. Raises ValidationError where it cannot be."""
        picture = fit_for_a_page(content)
        if self and self._committed:
            self.field.let_go_of(self.instance, str(self.name))
        super().save(f"{uuid4().hex}-{picture.ending}", picture, save)
        if (stored := _stored.get()) is not None:
            picture.seek(0)
            stored.append(Stored(self.field, str(self.name), self.url, picture.read()))

    @property
    def attributes(self) -> str:
        """What reserves its room on a page before it has come; nothing of a file whose name does not tell its size."""
        found = SIZE_IN_NAME.search(str(self.name))
        return format_html('width="{}" height="{}"', *found.groups()) if found else ""


class PictureDescriptor(ImageFileDescriptor):
    """Remembers the files that a record has let go of until it is saved without them."""

    field: "PictureField"

    def __set__(self, instance, value):
        before = instance.__dict__.get(self.field.attname)
        super().__set__(instance, value)
        if before and (isinstance(before, str) or getattr(before, "_committed", False)):
            self.field.let_go_of(instance, str(before))


class PictureField(models.ImageField):
    """A picture of a record, made fit for a page. Its file goes when no record names it any more: after the commit,
    so that a change which is undone leaves it. The record is saved in a transaction (``unit_of_work``)."""

    attr_class = PictureFile
    descriptor_class = PictureDescriptor

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("help_text", LIMITS)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("help_text", None)  # the limits are no matter of the database
        return name, path, args, kwargs

    def contribute_to_class(self, cls, name, *args, **kwargs):
        super().contribute_to_class(cls, name, *args, **kwargs)
        if not cls._meta.abstract:
            post_delete.connect(self.forget, sender=cls)

    def formfield(self, **kwargs):
        # A name that is not kept may have any length.
        return super().formfield(**{"form_class": PictureFormField, "max_length": None, **kwargs})

    def let_go_of(self, instance: models.Model, name: str) -> None:
        instance.__dict__.setdefault(self.former, set()).add(name)

    @property
    def former(self) -> str:
        return f"_former_{self.attname}"

    def pre_save(self, model_instance, add):
        file = super().pre_save(model_instance, add)
        former = model_instance.__dict__.pop(self.former, set()) - {file.name}
        self.remove_after_commit(model_instance, former)
        return file

    def forget(self, instance, **kwargs) -> None:
        """The record is deleted."""
        file = getattr(instance, self.attname)
        self.remove_after_commit(instance, {file.name} if file else set())

    def remove_after_commit(self, instance: models.Model, names: Iterable[str]) -> None:
        for name in names:
            transaction.on_commit(partial(self.remove, name), using=instance._state.db, robust=True)

    def remove(self, name: str) -> None:
        """Remove a file, unless a record names it: merged into another, it took the picture along."""
        if not self.model._base_manager.filter(**{self.attname: name}).exists():
            self.storage.delete(name)
