"""Documents that are an archive of XML: the bounds that hold before and while a part of one is read."""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import ClassVar
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from intake.unreadable import MOST_CHARACTERS, Unreadable, too_long

MEGABYTE = 1024 * 1024
#: Unpacked, the text of a document: a thousand pages with their formatting stay below it.
MOST_XML_BYTES = 60 * MEGABYTE
MOST_PARTS = 5_000
DEEPEST_XML = 200
CHUNK = 64 * 1024

#: What zipfile and expat raise on a broken, truncated or encrypted archive, or one in an encoding that is none.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
)


def html_of_archive(data: bytes, kinds: Mapping[str, Callable[[ZipFile], str]]) -> str:
    """The document in an archive as HTML; ``kinds`` has for the part that tells a kind whoever reads it."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if len(archive.filelist) > MOST_PARTS:
                raise Unreadable("This document has too many parts to be a report: paste its text instead.")
            names = set(archive.namelist())
            for part, html_of in kinds.items():
                if part in names:
                    return html_of(archive)
    except Unreadable:
        raise
    except BROKEN as error:
        raise Unreadable("This document is broken or locked: save it anew, or paste its text.") from error
    raise Unreadable(
        "This is an archive but no document: choose the .docx or .odt itself, or paste its text."
    )


class XmlReader:
    """Reads one part as a stream, element by element; who inherits says what `start`, `end` and `text` do."""

    kind: ClassVar[str]

    def __init__(self):
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.depth = self.characters = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, text: str) -> None:
        """Characters stand in the open element."""

    def read_part(self, archive: ZipFile, part: ZipInfo) -> None:
        if part.file_size > MOST_XML_BYTES:
            raise Unreadable(self._too_much())
        seen = 0
        with archive.open(part) as xml:
            while chunk := xml.read(CHUNK):
                seen += len(chunk)
                if seen > MOST_XML_BYTES:
                    raise Unreadable(self._too_much())
                self.parser.Parse(chunk, False)
        self.parser.Parse(b"", True)

    def count(self, text: str) -> None:
        """Bound what is kept, long before it is written."""
        self.characters += len(text)
        if self.characters > 2 * MOST_CHARACTERS:
            raise Unreadable(too_long())

    def _start(self, name, attributes):
        self.depth += 1
        if self.depth > DEEPEST_XML:
            raise Unreadable(f"This {self.kind} is nested too deeply to be a report: paste its text instead.")
        self.start(name, attributes)

    def _end(self, name):
        self.depth -= 1
        self.end(name)

    def _refuse(self, *_):
        raise Unreadable(f"This {self.kind} holds declarations that no document needs, and is not read.")

    def _too_much(self) -> str:
        return f"This {self.kind} unpacks to far more than a report: paste its text instead."
