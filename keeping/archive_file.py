"""A backup as a file: what lies where in it, and whether it is whole."""

import hashlib
import json
import zipfile
import zlib
from pathlib import Path

FORMAT = 1
MANIFEST = "manifest.json"
RECORDS = "records/"
MEDIA = "media/"
BYTES_AT_ONCE = 1 << 20


class Unusable(Exception):
    """Says in a sentence why a file cannot be restored."""


def check(path: Path) -> dict:
    """Read the whole file against its manifest, and return that; raises Unusable."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest["format"] > FORMAT:
                raise Unusable(
                    f"{path} was written by a newer version ({manifest['version']}): install that one, or a newer."
                )
            for label, told in manifest["records"].items():
                look(archive, f"{RECORDS}{label}.jsonl", told)
            for name, told in manifest["media"].items():
                look(archive, f"{MEDIA}{name}", told)
    except FileNotFoundError:
        raise Unusable(f"{path} is not there.") from None
    except OSError as error:
        raise Unusable(f"{path} cannot be read ({(error.strerror or str(error)).lower()}).") from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        raise Unusable(
            f"{path} is damaged, or is no backup of an archive ({error}): take another one."
        ) from None
    return manifest


def look(archive: zipfile.ZipFile, name: str, told: dict) -> None:
    lines, digest = 0, hashlib.sha256()
    with archive.open(name) as member:
        while piece := member.read(BYTES_AT_ONCE):
            lines += piece.count(b"\n")
            digest.update(piece)
    if digest.hexdigest() != told["sha256"] or lines != told.get("rows", lines):
        raise ValueError(f"{name} is not as it was written")
