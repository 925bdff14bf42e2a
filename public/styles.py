"""The style sheets of a page: many small files to read and change, two to load."""

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.templatetags.static import static
from whitenoise.storage import CompressedManifestStaticFilesStorage

#: The sheets of every page; the first fixes the order of the layers.
SITE = [
    "tokens",
    "base",
    "components/masthead",
    "components/suggest",
    "components/band",
    "components/people",
    "components/evidence",
    "components/statement",
    "components/passage",
    "components/teaser",
    "components/entries",
    "components/facets",
    "components/chart",
    "components/cite",
]
#: Of each kind of page, its own.
KINDS = {
    "about": ["pages/about"],
    "corrections": ["pages/speaker", "pages/corrections"],
    "compare": ["pages/speaker", "pages/compare"],
    "data": ["pages/data"],
    "directory": ["pages/speaker", "pages/search"],
    "embed": ["pages/embed"],
    "event": ["pages/event", "pages/event-lit"],
    "form": ["pages/form"],
    "house": ["pages/statement"],
    "home": ["pages/home", "pages/search"],
    "list": ["pages/speaker"],
    "search": ["pages/search", "pages/speaker"],
    "speaker": ["pages/speaker"],
    "statement": ["pages/statement"],
    "topic": ["pages/topic"],
    "verify": ["components/form", "pages/verify"],
}
JOINED = {"site": SITE, **KINDS}


def joined_path(name: str) -> str:
    return f"css/joined/{name}.css"


def sheets_of(kind: str = "") -> list[str]:
    """The addresses of the sheets of a page: joined where they have been gathered, one by one while writing."""
    parts = ["site", kind] if kind else ["site"]
    if isinstance(staticfiles_storage, JoiningStorage):
        return [static(joined_path(part)) for part in parts]
    return [static(f"css/{sheet}.css") for part in parts for sheet in JOINED[part]]


class JoiningStorage(CompressedManifestStaticFilesStorage):
    """Joins the sheets when static files are gathered, before each file is given a name by its contents."""

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            for name, sheets in JOINED.items():
                path = joined_path(name)
                self.delete(path)
                self.save(path, ContentFile(b"".join(self._contents(sheet) for sheet in sheets)))
                paths[path] = (self, path)
        yield from super().post_process(paths, dry_run, **options)

    def _contents(self, sheet: str) -> bytes:
        with self.open(f"css/{sheet}.css") as file:
            return file.read()
