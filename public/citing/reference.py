"""What is cited, in the parts that reference managers know: one object, from which each file is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.dates import date_as_iso
from events.models import Appearance, Event, Statement, Topic
from events.quotation import Known, with_marks
from events.withdrawing import public_text, public_title
from house.now import the_house
from opinions.models import Opinion
from people.models import Speaker
from public.citing import sentences
from public.citing.names import Name, in_parts
from public.meta import absolute
from public.query_string import as_text
from public.rights import Rights, rights_of, rights_of_house
from publishing.interface import in_own_language
from publishing.noticed import last_change

#: What a reader who takes the words along must know of them.
WHOSE_WORDS = {
    Known.QUOTE: _("the speaker’s own words, as reported"),
    Known.MIXED: _("the report’s words; only those in quotation marks are the speaker’s"),
    Known.PARAPHRASE: _("the report’s words, not the speaker’s"),
    Known.TRANSLATED: _("the archive’s translation of what was said in another language"),
    Known.SUMMARY: _("the archive’s words, which stand in no report"),
}
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL JSON"}


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One thing to cite. ``title`` never is what was said: styles set titles in quotation marks."""

    name: str  # "statement-12": of files and of the entry in BibTeX
    title: str
    sentence: str
    path: str
    schema: str  # its type in the words of schema.org
    is_report: bool = False
    is_statement: bool = False  # it was said at what is its container
    authors: tuple[Name, ...] = ()
    issued: str = ""  # as ISO 8601, with as much as is known
    until: str = ""
    language: str = "en"
    container: str = ""  # what it stands in: an event, or where it first appeared
    genre: str = ""
    place: str = ""
    note: str = ""
    words: str = ""  # with quotation marks by their evidence
    elsewhere: str = ""
    version: datetime | None = None
    called_up: str = ""  # the path at which that version stays
    topics: tuple[str, ...] = ()
    rights: Rights = field(default_factory=rights_of_house)

    @property
    def address(self) -> str:
        return absolute(self.path)

    @property
    def files(self) -> list[tuple[str, str]]:
        """The name and the path of each file, as a page links them."""
        return [(label, f"{self.path}cite.{ending}") for ending, label in FORMATS.items()]

    @property
    def publication_date(self) -> str:
        """As Google Scholar takes it: a whole day, or the year alone."""
        year, *rest = self.issued.split("-")
        return "/".join([year, *rest]) if len(rest) == 2 else year

    @property
    def highwire(self) -> list[tuple[str, str]]:
        """The ``citation_*`` metadata that Zotero and Google Scholar read, as names and contents."""
        holder = "citation_publisher"
        if self.is_report:
            holder = "citation_technical_report_institution"
        where = "citation_conference_title" if self.is_statement else "citation_journal_title"
        tags = [
            ("citation_title", self.title),
            *(("citation_author", name.filed) for name in self.authors),
            ("citation_publication_date", self.publication_date),
            (where, self.container),
            (holder, the_house().name),
            ("citation_language", self.language),
            *(("citation_keywords", topic) for topic in self.topics),
            ("citation_public_url", self.address),
            ("citation_fulltext_html_url", self.address),
        ]
        return [(name, as_text(content)) for name, content in tags if content]


def house() -> Name:
    return Name(literal=the_house().institution)


def called_up(record: Event | Statement | Opinion, changed: datetime | None) -> str:
    """The path at which the version of that day can be read later; blank where readers have none."""
    whole = record.event if isinstance(record, Statement) else record
    is_secret = isinstance(whole, Event) and whole.under_the_rule
    if changed is None or not whole.is_public or is_secret:
        return ""
    return reverse("public:version", args=[record._meta.model_name, record.pk, localtime(changed).date()])


def version_of_statement(statement: Statement) -> datetime | None:
    return last_change(statement, statement.event.publish_at)


def refer_to_event(event: Event, listed: Iterable[Appearance]) -> Reference:
    """``listed`` are those whom the page names: nobody under the Chatham House Rule."""
    listed = list(listed)
    text = public_text(event)
    sentence = sentences.cite_event(event, listed)
    with in_own_language():
        return Reference(
            name=f"event-{event.pk}",
            title=text.title,
            sentence=sentence,
            path=event.get_absolute_url(),
            schema="Event",
            is_report=True,
            authors=(house(),),
            issued=date_as_iso(event),
            until=last_day(event),
            language=event.language,
            genre=event.get_kind_display(),
            place=event.place_in_words,
            note=noted(became(event), sentences.who_spoke(listed), sentences.corrected_in_words(event)),
            words=text.lead,
            version=last_change(event, event.publish_at),
            called_up=called_up(event, last_change(event, event.publish_at)),
            rights=rights_of(event),
            topics=names(event.topics.all()),
        )


def refer_to_statement(statement: Statement) -> Reference:
    """Says in title and note how the archive knows; the words stand in the abstract, marked by that."""
    event, known = statement.event, statement.known
    named = [(in_parts(one.printed_name, one.speaker.sort_name), one) for one in statement.speakers]
    authors = tuple(name for name, _one in named) or (Name(literal=statement.attribution),)
    posts = [f"{name.filed}: {one.printed_post}" for name, one in named if one.printed_post]
    sentence = sentences.cite_statement(statement)
    with in_own_language():
        return Reference(
            name=f"statement-{statement.pk}",
            title=gettext("Statement %(number)s (%(how)s)")
            % {"number": statement.pk, "how": known.label.lower()},
            sentence=sentence,
            path=statement.get_absolute_url(),
            schema="Quotation" if known == Known.QUOTE else "Claim",
            is_statement=True,
            authors=authors,
            issued=date_as_iso(event),
            until=last_day(event),
            language=event.language,
            container=public_title(event),
            genre=known.label,
            place=event.place_in_words,
            note=noted(
                f"{known.label}: {WHOSE_WORDS[known]}",
                gettext("joint statement") if statement.jointly_with else "",
                *posts,
                f"{gettext('Said under the Chatham House Rule')}: {statement.session}"
                if statement.session
                else "",
                became(event),
                sentences.corrected_in_words(statement),
            ),
            words=with_marks(statement.text, known, event.language),
            version=version_of_statement(statement),
            called_up=called_up(statement, version_of_statement(statement)),
            rights=rights_of(event),
            topics=names(statement.topics.all()),
        )


def refer_to_tombstone(withdrawn: Statement) -> Reference:
    """Of a withdrawn statement, its number, its address and since when."""
    since = withdrawn.withdrawn_at
    sentence = sentences.cite_tombstone(withdrawn)
    with in_own_language():
        return Reference(
            name=f"statement-{withdrawn.pk}",
            title=gettext("Statement %(number)s, withdrawn") % {"number": withdrawn.pk},
            sentence=sentence,
            path=withdrawn.get_absolute_url(),
            schema="WebPage",
            authors=(house(),),
            issued=localtime(since).date().isoformat() if since else "",
            note=gettext("Withdrawn: this notice stands where the statement stood"),
        )


def refer_to_opinion(opinion: Opinion) -> Reference:
    """One that is held elsewhere names where it appeared."""
    sentence = sentences.cite_opinion(opinion)
    with in_own_language():
        return Reference(
            name=f"opinion-{opinion.pk}",
            title=opinion.title,
            sentence=sentence,
            path=opinion.get_absolute_url(),
            schema="Article",
            authors=tuple(
                in_parts(one.printed_name, one.speaker.sort_name) for one in opinion.authorships.all()
            ),
            issued=opinion.date.isoformat(),
            language=opinion.language,
            container=(urlsplit(opinion.url).hostname or "") if opinion.url else the_house().name,
            genre=gettext("Opinion"),
            note=noted(
                gettext("First appeared at %(address)s") % {"address": opinion.url} if opinion.url else "",
                sentences.corrected_in_words(opinion),
            ),
            words=opinion.lead,
            elsewhere=opinion.url,
            version=last_change(opinion, opinion.publish_at),
            called_up=called_up(opinion, last_change(opinion, opinion.publish_at)),
            rights=rights_of(opinion),
            topics=names(opinion.topics.all()),
        )


def refer_to_speaker(speaker: Speaker, position_count: int | None = None) -> Reference:
    """The page of a person is the archive's work, and about that person; a list does not count their positions."""
    sentence = sentences.cite_speaker(speaker, position_count)
    with in_own_language():
        return Reference(
            name=f"speaker-{speaker.pk}",
            title=speaker.name,
            sentence=sentence,
            path=speaker.get_absolute_url(),
            schema="ProfilePage",
            authors=(house(),),
            container=the_house().name,
            genre=gettext("Record of a speaker"),
            note="" if position_count is None else sentences.positions_in_words(position_count),
        )


def refer_to_topic(topic: Topic) -> Reference:
    sentence = sentences.cite_topic(topic)
    with in_own_language():
        return Reference(
            name=f"topic-{topic.pk}",
            title=topic.name,
            sentence=sentence,
            path=topic.get_absolute_url(),
            schema="CollectionPage",
            authors=(house(),),
            container=the_house().name,
            genre=gettext("Topic"),
        )


def last_day(event: Event) -> str:
    """As exactly as the first one is known, and no more."""
    exact = event.date_precision == Event.DatePrecision.DAY
    return event.end_date.isoformat() if exact and event.end_date and event.end_date != event.date else ""


def became(event: Event) -> str:
    """ "Cancelled"; blank of an event that takes place."""
    return "" if event.takes_place else event.get_happens_display()


def noted(*parts: str) -> str:
    """What is to be known beside a reference, a sentence each."""
    return ". ".join(capfirst(part) if i else part for i, part in enumerate(filter(None, parts)))


def names(topics) -> tuple[str, ...]:
    return tuple(topic.name for topic in topics)
