"""The records of an XML file of any size, one after the other, without ever holding the whole."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from intake.files import MEGABYTE, MOST_BYTES
from intake.unreadable import Unreadable

CHUNK = 64 * 1024
DEEPEST = 50
#: Stand in exports by mistake, and would end the reading there.
NO_XML = bytes(code for code in range(32) if code not in b"\t\n\r")

Record = dict[str, str]


class _Reader:
    """Gathers the texts of what stands right inside of each element of ``kinds``."""

    def __init__(self, kinds: set[str]):
        self.kinds = kinds
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self.parser.EntityDeclHandler = self._refuse
        self.depth = self.record_depth = self.characters = 0
        self.record: Record | None = None
        self.part = ""
        self.done: deque[tuple[str, Record]] = deque()

    def _start(self, name, attributes):
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable("It is nested too deeply.")
        if self.record is None and name in self.kinds:
            self.record, self.record_depth, self.characters = {}, self.depth, 0
        elif self.record is not None and self.depth == self.record_depth + 1:
            self.part = name

    def _end(self, name):
        if self.record is not None and self.depth == self.record_depth:
            self.done.append((name, self.record))
            self.record = None
        elif self.depth == self.record_depth + 1:
            self.part = ""
        self.depth -= 1

    def _text(self, text):
        if self.record is None or not self.part:
            return
        self.characters += len(text)
        if self.characters > MOST_BYTES:
            self.record[self.part] = ""
            self.record["fault"] = f"It is larger than {MOST_BYTES // MEGABYTE} MB."
        else:
            self.record[self.part] = self.record.get(self.part, "") + text

    def _refuse(self, *_):
        raise Unreadable("It holds declarations that no such file needs.")


def records_in(path: Path, kinds: set[str]) -> Iterator[tuple[str, Record, float]]:
    """Each element of ``kinds`` with the texts of its parts, and how much of the file is read; a part that is too long
    leaves a "fault" in their place. Raises Unreadable where the file is broken, once all before is told."""
    reader = _Reader(kinds)
    size = max(path.stat().st_size, 1)
    with path.open("rb") as file:
        wide = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
        file.seek(0)
        while True:
            chunk = file.read(CHUNK)
            try:
                reader.parser.Parse(chunk if wide else chunk.translate(None, NO_XML), not chunk)
            except (expat.ExpatError, ValueError, LookupError) as error:
                yield from ((*one, 1.0) for one in reader.done)
                raise Unreadable(_in_words(error)) from error
            while reader.done:
                yield *reader.done.popleft(), file.tell() / size
            if not chunk:
                return


def _in_words(error: Exception) -> str:
    if isinstance(error, expat.ExpatError):
        return f"It is broken in line {error.lineno:,}; what stands before was read."
    return str(error) if isinstance(error, Unreadable) else "It is in an encoding that cannot be read."
