"""The pages that an archive begins with: true of this software, with gaps where only the house can say what is so."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.db.models import Model

from publishing.richtext import clean_html

TEXTS = Path(__file__).parent / "starters"


class Starter(NamedTuple):
    slug: str
    title: str
    lead: str = ""
    is_public: bool = False

    @property
    def body(self) -> str:
        text = TEXTS / f"{self.slug}.html"
        return clean_html(text.read_text(encoding="utf-8")) if text.exists() else ""


STARTERS = [
    # It needs no text: what is so of every archive stands below (templates/public/about.html).
    Starter(
        "about",
        "About the archive",
        "Who said what at our events, in which capacity, and how we know.",
        is_public=True,
    ),
    Starter("imprint", "Imprint"),
    Starter(
        "privacy",
        "Privacy",
        "Reading here leaves no trace of you: no cookies, no counting scripts, no requests to anybody else.",
    ),
    Starter(
        "accessibility",
        "Accessibility",
        "This archive is made to be read by everybody: by keyboard, enlarged, in light and in dark, in a contrast "
        "theme, on paper, and without JavaScript.",
    ),
]


def make_pages(page: type[Model], now: datetime) -> None:
    """Make those that are not there; ``page`` may be the model of a migration."""
    for order, starter in enumerate(STARTERS, start=1):
        public = {"status": "published", "publish_at": now, "first_public_at": now}
        told = {"title": starter.title, "lead": starter.lead, "body": starter.body, "order": order}
        page._default_manager.get_or_create(
            slug=starter.slug, defaults=told | (public if starter.is_public else {})
        )
