"""The whole public archive as files: JSON Lines and CSV, of one moment, with licence, counts and checksums.

Written beside what stood there, and moved into its place when it is whole.
"""

import fcntl
import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop
from pydantic import TypeAdapter

from events.models import Event, Statement
from house.now import the_house
from keeping.backup import keep_name, snapshot
from public.meta import absolute
from public.records import DATA_IN_FULL, ROWS_IN_FULL, withdrawn, withdrawn_rows
from public.tables import csv_lines
from publishing import editions

MANIFEST, SUMS, README, WHOLE = "manifest.json", "SHA256SUMS", "README.txt", "archive.zip"
CHUNK = 500
#: What each pair of files holds, in the order of the page.
CONTENTS = {
    "events": gettext_noop("Events, with their reports"),
    "speakers": gettext_noop("Speakers, with spellings and posts"),
    "statements": gettext_noop("Statements, with evidence and place in the report"),
    "opinions": gettext_noop("Opinions"),
    "topics": gettext_noop("Topics"),
    "series": gettext_noop("Series of events"),
    "corrections": gettext_noop("Corrections"),
    "withdrawn": gettext_noop("Tombstones of what was withdrawn"),
}


class NotOurs(Exception):
    """A folder holds something else than an export."""


class Busy(Exception):
    """Another export is being written into the folder."""


@dataclass(frozen=True)
class Manifest:
    """What an export holds; ``hidden`` is a print of all that the public was not shown any more when it was made."""

    site: str
    made_at: str
    licence: str
    licence_name: str
    counts: dict[str, int]
    sizes: dict[str, int]
    hidden: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def export(folder: Path) -> Manifest:
    """Write the public archive into ``folder``, whole or not at all, and return what it holds.

    Raises NotOurs where something else lies there, Busy where another export is being written, and OSError where it
    cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(folder.parent):
        return replace(folder)


@contextmanager
def alone_in(parent: Path) -> Iterator[None]:
    """Let nobody else write an export into ``parent``. The lock is on the folder itself: it ends with the process,
    whatever becomes of that, and leaves no file."""
    held = os.open(parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"Another export is being written into {parent}: wait until it is whole.") from None
        yield
    finally:
        os.close(held)


def replace(folder: Path) -> Manifest:
    if folder.exists() and not (folder / MANIFEST).exists() and any(folder.iterdir()):
        raise NotOurs(f"{folder} holds other files: choose a folder that is empty, or does not exist.")
    unfinished, before = (folder.with_name(f".{folder.name}.{end}") for end in ("unfinished", "before"))
    for left in (unfinished, before):
        shutil.rmtree(left, ignore_errors=True)
    unfinished.mkdir()
    try:
        manifest = write(unfinished)
        if folder.exists():
            folder.rename(before)
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    keep_name(folder)
    shutil.rmtree(before, ignore_errors=True)
    return manifest


def write(folder: Path) -> Manifest:
    with snapshot():
        made_at = datetime.now(UTC)
        hidden = print_of_hidden()
        counts = {kind: write_kind(folder, kind) for kind in CONTENTS}
    manifest = Manifest(
        site=absolute("/"),
        made_at=made_at.isoformat(timespec="seconds"),
        licence=the_house().licence_url,
        licence_name=the_house().licence_name,
        counts=counts,
        sizes={file.name: file.stat().st_size for file in sorted(folder.iterdir())},
        hidden=hidden,
    )
    (folder / README).write_text(readme(manifest), encoding="utf-8")
    (folder / SUMS).write_text(sums(folder), encoding="utf-8")
    with zipfile.ZipFile(folder / WHOLE, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            if file.name != WHOLE:
                archive.write(file, file.name)
    sizes = {file.name: file.stat().st_size for file in sorted(folder.iterdir())}
    manifest = Manifest(**asdict(manifest) | {"sizes": sizes})
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
    for file in folder.iterdir():
        with file.open("rb") as written:
            os.fsync(written.fileno())
    return manifest


def write_kind(folder: Path, kind: str) -> int:
    """Both files of one kind, row by row; returns how many records they hold."""
    number = 0

    def lines() -> Iterator[dict[str, Any]]:
        nonlocal number
        for record in records_of(kind):
            number += 1
            as_lines.write(json.dumps(record, ensure_ascii=False) + "\n")
            yield record

    with (
        (folder / f"{kind}.jsonl").open("w", encoding="utf-8") as as_lines,
        (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as as_table,
    ):
        as_table.writelines(csv_lines(kind, lines()))
    return number


def records_of(kind: str) -> Iterable[dict[str, Any]]:
    if kind == "withdrawn":
        return withdrawn()
    return map(DATA_IN_FULL[kind], ROWS_IN_FULL[kind]().iterator(chunk_size=CHUNK))


def sums(folder: Path) -> str:
    """As ``sha256sum --check`` reads them."""
    return "".join(f"{digest_of(file)}  {file.name}\n" for file in sorted(folder.iterdir()))


def digest_of(file: Path) -> str:
    with file.open("rb") as written:
        return file_digest(written, "sha256").hexdigest()


def readme(manifest: Manifest) -> str:
    licence = f"{manifest.licence_name}, {manifest.licence}" if manifest.licence else "None is given."
    held = "\n".join(
        f"{kind}.jsonl, {kind}.csv: {what}: {manifest.counts[kind]}" for kind, what in CONTENTS.items()
    )
    return f"""{the_house().name}: the whole public archive

From: {manifest.site}
State of: {manifest.made_at}
Licence of texts: {licence} Pictures are not in it.

{held}

Each statement carries its evidence: quote, mixed, paraphrase, translated or summary. In "words" it has the quotation
marks that go with it: set none where it has none. Left out are drafts, withdrawn texts (their tombstones are here), and
names at events under the Chatham House Rule. JSON Lines hold all, tables what fits into cells. In tables an apostrophe
stands before what a spreadsheet would take for a formula. What the keys mean: {manifest.site}api/v1/docs/
"""


# --- What lies there, and whether it may still be handed out -----------------------------------------------


def print_of_hidden() -> str:
    """A print of what no export may tell: what is public no longer, and events whose participants are not."""
    told = sha256()
    for kind, rows in withdrawn_rows().items():
        keys = rows.order_by("pk").values_list("pk", flat=True)
        told.update(f"{kind} {[*keys]}".encode())
    under_the_rule = Event.objects.filter(record_rule=Event.RecordRule.CHATHAM_HOUSE)
    told.update(f"rule {[*under_the_rule.order_by('pk').values_list('pk', flat=True)]}".encode())
    nobodys = Statement.objects.filter(not_for_attribution=True).order_by("pk").values_list("pk", flat=True)
    told.update(f"not for attribution {[*nobodys]}".encode())
    return told.hexdigest()


@lru_cache(maxsize=1)
def _hidden_at(edition: editions.Now) -> str:
    return print_of_hidden()


def lying_there() -> Manifest | None:
    """What the served export holds; None where there is none. Raises NotOurs where that cannot be known."""
    try:
        written = (Path(settings.EXPORT_ROOT) / MANIFEST).read_bytes()
    except OSError:
        return None
    try:
        return whole_manifest(written)
    except ValueError as error:
        raise NotOurs(f"{MANIFEST} is no manifest of an export: {error}") from None


def whole_manifest(written: bytes) -> Manifest:
    """Raises ValueError where what is written is none, or leaves something out."""
    manifest = TypeAdapter(Manifest).validate_json(written)
    if manifest.moment.tzinfo is None:
        raise ValueError("its moment has no time zone")
    files = {WHOLE, *(f"{kind}.{ending}" for kind in CONTENTS for ending in ("csv", "jsonl"))}
    if left_out := (CONTENTS.keys() - manifest.counts.keys()) | (files - manifest.sizes.keys()):
        raise ValueError(f"nothing is said of {', '.join(sorted(left_out))}")
    return manifest


def may_be_served(manifest: Manifest) -> bool:
    """Whether nothing was withdrawn, returned to draft or put under the Rule since it was made."""
    return manifest.hidden == _hidden_at(editions.now())
