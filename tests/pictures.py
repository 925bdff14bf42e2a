"""Pictures as cameras, programs and mischief make them."""

import struct
import zlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

GPS, MAKER, ARTIST, ORIENTATION = 0x8825, 0x010F, 0x013B, 0x0112


def picture(form="JPEG", size=(40, 30), colour="red", mode="RGB", name="a.jpg", **options) -> ContentFile:
    into = BytesIO()
    Image.new(mode, size, colour).save(into, form, **options)
    return ContentFile(into.getvalue(), name=name)


def from_a_camera(size=(60, 40), turned=6) -> ContentFile:
    """With what a camera writes: whose it is and where it was held, and that it was held on its side."""
    exif = Image.Exif()
    exif[MAKER], exif[ARTIST], exif[ORIENTATION] = "Obscura Works", "Ida Roe", turned
    exif.get_ifd(GPS)[2] = (55.0, 45.0, 7.0)
    return picture(size=size, exif=exif, comment=b"kept by Ida Roe", name="IMG_ida_roe_home.jpg")


def png_that_claims(width: int, height: int) -> ContentFile:
    """A PNG of a hundred bytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return ContentFile(b"\x89PNG\r\n\x1a\n" + body, name="huge.png")
