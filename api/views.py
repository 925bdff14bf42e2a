"""The pages of the data: what there is to take along, the files themselves, and the reference of the API."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from api.endpoints import api
from api.exporting import CONTENTS, WHOLE, Manifest, NotOurs, lying_there, may_be_served
from house.now import the_house
from public.listing import MOST_ROWS
from public.meta import PageMeta, absolute
from public.pages import public_page
from publishing.interface import without_language

logger = logging.getLogger(__name__)

#: Types of the files of the export.
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Held:
    """One line of the table of downloads."""

    what: str
    records: int
    files: list[tuple[str, str]]
    size: int


@public_page
def data(request):
    """Asked again each time: the files are made anew without a change of the archive."""
    manifest, is_readable = readable_manifest()
    is_served = manifest is not None and may_be_served(manifest)
    context = {
        "manifest": manifest if is_served else None,
        "is_older": manifest is not None and not is_served,
        "is_unreadable": not is_readable,
        "held": list(held(manifest)) if manifest and is_served else [],
        "licence": {"name": the_house().licence_name, "url": the_house().licence_url},
        "example": absolute(f"{reverse('api:statements')}?evidence=quote"),
        "most": MOST_ROWS,
        "meta": PageMeta(
            title=_("Data and API"),
            path=reverse("data"),
            description=_(
                "The whole public archive to take away, with a licence, a date and counts that can be checked."
            ),
        ),
    }
    response = render(request, "api/data.html", context)
    response["Cache-Control"] = "no-cache"
    return response


def readable_manifest() -> tuple[Manifest | None, bool]:
    """The manifest of the files that lie there, and whether it can be read; if not, the log says why."""
    try:
        return lying_there(), True
    except NotOurs as error:
        logger.error("The export cannot be handed out and is to be made anew. %s", error)
        return None, False


def held(manifest: Manifest) -> Iterator[Held]:
    for kind, what in CONTENTS.items():
        names = [("CSV", f"{kind}.csv"), ("JSON Lines", f"{kind}.jsonl")]
        size = sum(manifest.sizes[name] for _label, name in names)
        yield Held(_(what), manifest.counts[kind], [(label, _file(name)) for label, name in names], size)
    yield Held(_("Everything"), manifest.total, [("ZIP", _file(WHOLE))], manifest.sizes[WHOLE])


def _file(name: str) -> str:
    return f"{without_language(reverse('data'))}{name}"


@public_page
def data_file(request, name, ending=""):
    """A file of the export; none while it tells what was withdrawn since."""
    file = f"{name}.{ending}" if ending else name
    manifest, _is_readable = readable_manifest()
    if manifest is None or file not in manifest.sizes:
        raise Http404
    if not may_be_served(manifest):
        return render(request, "api/older.html", status=503)
    etag = f'"{manifest.moment.timestamp():.0f}-{manifest.sizes[file]}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    try:
        opened = (Path(settings.EXPORT_ROOT) / file).open("rb")
    except OSError:  # taken away since its manifest was read
        raise Http404 from None
    response = FileResponse(opened, content_type=TYPES.get(ending, TYPES["txt"]))
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"  # data, not a page: as the files of a list
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


@dataclass(frozen=True)
class Part:
    """One parameter, or one key of what is told."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True)
class Operation:
    path: str
    summary: str
    description: str
    parameters: list[Part]
    answers: list[tuple[str, str]]


@dataclass(frozen=True)
class Shape:
    name: str
    description: str
    parts: list[Part]


@public_page
def description(request):
    schema = api.get_openapi_schema()
    meta = PageMeta(
        title="Reference of the API",
        path=reverse("api_docs"),
        description="Every public record of the archive as JSON: what can be asked for, and what is told.",
    )
    context = {
        "meta": meta,
        "schema": schema,
        "operations": list(operations(schema)),
        "shapes": list(shapes(schema)),
    }
    return render(request, "api/description.html", context)


def operations(schema: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in schema["paths"].items():
        told = methods["get"]
        yield Operation(
            path,
            told["summary"],
            told.get("description", ""),
            [
                Part(one["name"], in_words(one["schema"]), one.get("description", ""))
                for one in told["parameters"]
            ],
            [(str(status), answer["description"]) for status, answer in told["responses"].items()],
        )


def shapes(schema: dict[str, Any]) -> Iterator[Shape]:
    for name, shape in schema["components"]["schemas"].items():
        if "properties" in shape:
            parts = [
                Part(key, in_words(one), one.get("description", ""))
                for key, one in shape["properties"].items()
            ]
            yield Shape(name, shape.get("description", ""), parts)


def in_words(schema: dict[str, Any]) -> str:
    """What a value may be: "string", "list of Named", "“day”, “month” or “year”"."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(in_words(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {in_words(schema['items'])}"
    return str(schema.get("const") or schema.get("format") or schema.get("type", ""))
