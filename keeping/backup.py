"""Writing a backup: one ZIP file with every record as a line of JSON, every uploaded file, and a manifest.

The manifest says what is in it, from which migrations, and the SHA-256 of each part. It is made in one snapshot of the
database while editors work. A file that a record names was stored before the record, so it is there, unless somebody
has replaced or deleted it since: a file that goes is gone at once, and the backup is then begun anew.
"""

import base64
import hashlib
import json
import os
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction

from keeping.archive_file import FORMAT, MANIFEST, MEDIA, RECORDS, check
from keeping.contents import Contents, columns_of, file_columns, points_to_words
from keeping.models import Backup

ROWS_AT_ONCE = 500
BYTES_AT_ONCE = 1 << 20
#: How often a backup is begun anew: editors may replace a picture each time.
MOST_BEGUN_ANEW = 5

Tell = Callable[[str], Any]


def make_backup(path: Path, tell: Tell = print) -> dict:
    """Write ``path`` anew, whole or not at all, and return its manifest; ``tell`` hears what is being done.

    What stood there stays until the new one is written, on the disk, and has been read through.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        manifest = write_whole(unfinished, tell)
        for _ in range(MOST_BEGUN_ANEW):
            if not went_meanwhile(manifest["missing"]):
                break
            tell("A file was replaced or deleted while the backup was written: it is begun anew.")
            manifest = write_whole(unfinished, tell)
        check(unfinished)
        tell("The backup was read through: all is in it as the manifest says.")
        os.replace(unfinished, path)
    except BaseException:
        unfinished.unlink(missing_ok=True)  # the disk may be full of it
        raise
    keep_name(path)
    note_backup(datetime.fromisoformat(manifest["made_at"]), path)
    return manifest


def write_whole(path: Path, tell: Tell) -> dict:
    """To be read by its owner alone: it holds drafts, and the hashes of passwords."""
    with open(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        os.fchmod(file.fileno(), 0o600)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            manifest = write(archive, tell)
        file.flush()
        os.fsync(file.fileno())
    return manifest


def went_meanwhile(missing: list[str]) -> bool:
    """Whether one of these files is named by no record any more: such a record has been changed since it was read."""
    return bool(missing) and not named_now().issuperset(missing)


def named_now() -> set[str]:
    """The files that records name as they are at this moment."""
    named: set[str] = set()
    for model in Contents.of_database().models:
        fields = columns_of(model)
        for number in file_columns(fields):
            named.update(model._base_manager.values_list(fields[number].attname, flat=True))
    return named


def keep_name(path: Path) -> None:
    """Let a new name in a folder survive a power cut."""
    folder = os.open(path.absolute().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def note_backup(made_at: datetime, path: Path) -> None:
    """For the desk's first page; the backup before the very upgrade that brings the table is not noted."""
    if Backup._meta.db_table in connection.introspection.table_names():
        Backup.objects.create(made_at=made_at, size=path.stat().st_size, file_name=path.name[-255:])


def write(archive: zipfile.ZipFile, tell: Tell) -> dict:
    names: set[str] = set()
    with snapshot():
        contents = Contents.of_database()
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "version": project_version(),
            "made_at": datetime.now(UTC).isoformat(),
            "database": connection.vendor,
            "migrations": sorted(map(list, contents.seen)),
            "records": {},
        }
        words = words_for_numbers(contents)
        for model in contents.models:
            label = model._meta.label_lower
            manifest["records"][label] = written = write_records(archive, model, words, names)
            tell(f"{label}: {written['rows']:,}")
    manifest["media"], manifest["missing"] = write_media(archive, names)
    tell(f"Uploaded files: {len(manifest['media']):,}")
    archive.writestr(MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
    return manifest


def project_version() -> str:
    with (Path(settings.BASE_DIR) / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]["version"]


@contextmanager
def snapshot() -> Iterator[None]:
    """All that is read inside is of one moment, whatever is saved meanwhile; nobody waits for it."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # not atomic(): that is IMMEDIATE here, and editors would wait for the end
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def words_for_numbers(contents: Contents) -> dict[str, dict[int, list[str]]]:
    """What stands for a content type or a permission: its number in this database → words that hold in any."""
    if not {"contenttypes", "auth"} <= {app for app, _name in contents.seen}:
        return {}
    types = contents.apps.get_model("contenttypes", "ContentType")._base_manager
    permissions = contents.apps.get_model("auth", "Permission")._base_manager
    named = permissions.values_list(
        "pk", "content_type__app_label", "content_type__model", "codename", "name"
    )
    return {
        "contenttypes.contenttype": {
            pk: words for pk, *words in types.values_list("pk", "app_label", "model")
        },
        "auth.permission": {pk: words for pk, *words in named},
    }


def write_records(archive: zipfile.ZipFile, model, words, names: set[str]) -> dict:
    """Write all rows of ``model``, a line each; add to ``names`` the files that they name."""
    fields = columns_of(model)
    in_words = [(number, words[label]) for number, f in enumerate(fields) if (label := points_to_words(f))]
    files = file_columns(fields)
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    count, digest = 0, hashlib.sha256()
    with archive.open(f"{RECORDS}{model._meta.label_lower}.jsonl", "w", force_zip64=True) as member:
        for row in rows.iterator(ROWS_AT_ONCE):
            values = list(row)
            for number, meant in in_words:
                values[number] = values[number] and meant[values[number]]
            names.update(str(values[number]) for number in files if values[number])
            line = json.dumps(values, ensure_ascii=False, sort_keys=True, default=in_json).encode() + b"\n"
            member.write(line)
            digest.update(line)
            count += 1
    return {"fields": [field.name for field in fields], "rows": count, "sha256": digest.hexdigest()}


def in_json(value: Any) -> str:
    """A value that JSON has no form for, in the one that its field reads back."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Decimal | UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in a backup")


def write_media(archive: zipfile.ZipFile, names: set[str]) -> tuple[dict, list[str]]:
    """Write the files, and return what is said of each, and the names of those that are not there."""
    written, missing = {}, []
    for name in sorted(names):
        try:
            source = default_storage.open(name)
        except FileNotFoundError:
            missing.append(name)
            continue
        part = zipfile.ZipInfo(f"{MEDIA}{name}", date_time=(1980, 1, 1, 0, 0, 0))
        with (
            source,
            archive.open(part, "w", force_zip64=True) as member,
        ):  # stored as it is: images are packed
            written[name] = copied(source, member)
    return written, missing


def copied(source: IO[bytes] | Any, target: IO[bytes]) -> dict:
    """Copy bit by bit; return size and SHA-256."""
    size, digest = 0, hashlib.sha256()
    while piece := source.read(BYTES_AT_ONCE):
        target.write(piece)
        digest.update(piece)
        size += len(piece)
    return {"size": size, "sha256": digest.hexdigest()}
