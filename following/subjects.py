"""What can be followed: its name for a reader, its page, and what is new of it, as its feed has it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict

from events.models import Event, Topic
from following.models import Follow
from people.models import Speaker
from public.feeds import ArchiveFeed, SearchFeed, SpeakerFeed, TopicFeed
from public.identity import identity
from public.search.form import SearchForm
from publishing.models import OldAddress

FEEDS: dict[str, type[ArchiveFeed]] = {
    Follow.Kind.SPEAKER: SpeakerFeed,
    Follow.Kind.TOPIC: TopicFeed,
    Follow.Kind.SEARCH: SearchFeed,
}
RECORDS: dict[str, Any] = {Follow.Kind.SPEAKER: Speaker, Follow.Kind.TOPIC: Topic}


@dataclass(frozen=True)
class Subject:
    """Something public that is followed."""

    feed: ArchiveFeed
    item: Any

    @property
    def name(self) -> str:
        return self.feed.name_of(self.item)

    @property
    def page(self) -> str:
        return self.feed.page_of(self.item)

    def news(self) -> list[Any]:
        """The newest positions, opinions and events of it, through the gate."""
        return self.feed.items(self.item)  # type: ignore[attr-defined]  # each feed has its own


def subject_of(kind: str, what: str) -> Subject | None:
    """What readers know by ``what``; None where there is no such thing (any more)."""
    if kind not in FEEDS:
        return None
    item = _search(what) if kind == Follow.Kind.SEARCH else _record(RECORDS[kind], what)
    return Subject(FEEDS[kind](), item) if item else None


def _record(model: Any, slug: str) -> Any:
    """The public record with this address, or with it as an old one."""
    found = model.objects.published().filter(slug=slug).first()
    if found or not slug:
        return found
    old = OldAddress.objects.filter(path=model(slug=slug).get_absolute_url()).first()
    return model.objects.published().filter(pk=old.object_id).first() if old else None


def _search(query: str) -> SearchForm | None:
    form = SearchForm(QueryDict(query))
    asked = form.is_valid() and (form.cleaned_data["q"] or form.narrowed_by())
    return form if asked else None


def known_as(item: Any) -> str:
    return identity(item)


def since_when(item: Any) -> datetime:
    """Since when it is public as it is: what is added to an old event is as new as it is."""
    whole = item if isinstance(item, Event) or not hasattr(item, "event") else item.event
    moments = [whole.publish_at, getattr(item, "changed_at", None)]
    return max(moment for moment in moments if moment)
