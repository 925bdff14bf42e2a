from datetime import date

from django.db.models import DateField, Q, QuerySet, Subquery, prefetch_related_objects
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _

from events.dates import date_in_words
from events.models import Event, Statement, Topic
from events.quotation import Known, with_marks
from events.withdrawing import public_title
from people.models import Speaker
from public.cards import card_of_statement
from public.chosen_words import Chosen
from public.citing.files import with_links
from public.citing.reference import refer_to_statement, refer_to_tombstone
from public.counted import counted
from public.counterparts import Counterpart, counterparts_of
from public.last_changes import name_of, names_of
from public.made_pages import made_once, shows
from public.meta import DESCRIPTION_LENGTH, PageMeta, absolute, permanent
from public.pages import GIVEN_DAYS, Gone, may_preview, public_page
from public.report import context_of
from public.structured import statement_data
from publishing.counterparts import counterparts_along
from publishing.models import bring_public_corrections
from publishing.questions import Given, StandingQuestion, given_key
from search.counting import Counts

MOST_NAMED = 6
#: Letters of a statement in its description, however long the title of its event is.
LEAST_OF_WORDS = 40
WITH_SELECTOR = ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}]


@public_page
@made_once
def statement(request, pk):
    item = find_statement(request, pk)
    around = context_of(item)
    before, after, position_count = neighbours_of(item)
    cited = refer_to_statement(item)
    elsewhere = counterparts_of_translated(item)
    context = {
        "section": "events",
        "statement": item,
        "chosen": Chosen.of(item, cited, request.GET.get("words", "")),
        "event": item.event,
        "context": around,
        "counterparts": elsewhere,
        "before": before,
        "after": after,
        "position_count": position_count,
        "others": others_at(item),
        "corrections": item.public_corrections,
        "citation": cited.sentence,
        "cited": cited,
        "oembed": absolute(reverse("public:oembed", query={"url": permanent(item)})),
        "meta": PageMeta(
            title=title_of(item),
            path=item.get_absolute_url(),
            description=description_of(item),
            kind="article",
            card=card_of_statement(item),
            data={"@context": WITH_SELECTOR, **statement_data(item, around, item.public_corrections)},
        ),
    }
    topics = names_of(Topic, [topic.pk for topic in item.topics.all()])
    response = with_links(render(request, "events/statement.html", context), cited)
    others = [other.pk for other in item.event.public_counterparts] if elsewhere else []
    told = (names_of(Speaker, [one.speaker_id for one in item.speakers]), topics, names_of(Event, others))
    return shows(response, name_of(item.event), *told)


def counterparts_of_translated(item: Statement) -> list[Counterpart]:
    """Where to look for what a translated statement renders: the records of its event in other languages."""
    if item.known != Known.TRANSLATED:
        return []
    prefetch_related_objects([item.event], counterparts_along(Event))
    return counterparts_of(item.event)


def title_of(item: Statement) -> str:
    """ "Ada Lovelace on Trade, 26 April 2019: statement 142": told apart from others of the same evening."""
    topic = next(iter(item.topics.all()), None)
    who = item.said_by
    if topic:
        who = _("%(names)s on %(topic)s") % {"names": who, "topic": topic}
    return _("%(who)s, %(day)s: statement %(number)s") % {
        "who": who,
        "day": date_in_words(item.event),
        "number": item.pk,
    }


SHOWN = StandingQuestion(lambda: Statement.objects.published().for_own_page().filter(pk=given_key("pk")))


def find_statement(request, pk) -> Statement:
    """The statement, public or previewed. Raises Gone for a withdrawn one, with its note alone."""
    item = next(iter(SHOWN.ask(pk=pk)), None)
    if item:
        bring_public_corrections(item, item.event)
        return item
    withdrawn = Statement.objects.withdrawn().for_neighbour().filter(pk=pk).first()
    if withdrawn:
        raise Gone(**tombstone(withdrawn))
    if may_preview(request, Statement):
        item = Statement.objects.standing().for_own_page().filter(pk=pk).first()
    if item is None:
        raise Http404
    bring_public_corrections(item, item.event)
    request.previewed = item.event
    return item


def tombstone(withdrawn: Statement) -> dict:
    event = withdrawn.event
    cited = refer_to_tombstone(withdrawn)
    return {
        "title": _("Statement %(number)s has been withdrawn") % {"number": withdrawn.pk},
        "note": withdrawn.withdrawal_note or event.withdrawal_note,
        "since": withdrawn.withdrawn_at,
        "citation": cited.sentence,
        "cited": cited,
        "event": event if event.is_public else None,
        "corrections": withdrawn.corrections.published(),
    }


def description_of(item: Statement) -> str:
    """How it is known, where it stands, and its words, cut to what is shown: inside their marks, if it is a quote."""
    if item.known == Known.SUMMARY:
        head = _("%(how)s (our words, which stand in no report)") % {"how": item.known.label}
    elif item.known == Known.TRANSLATED:
        head = _("%(how)s of what was said in another language") % {"how": item.known.label}
    else:
        head = _("%(how)s, in the report of %(event)s") % {
            "how": item.known.label,
            "event": public_title(item.event),
        }
    room = max(DESCRIPTION_LENGTH - len(head) - len(": “”"), LEAST_OF_WORDS)
    words = with_marks(Truncator(item.text).chars(room), item.known, item.event.language)
    return f"{head}: {words}"


def neighbours_of(item: Statement) -> tuple[Statement | None, Statement | None, int]:
    """The (first) speaker's positions just before and after this one, across events, and how many there are in all."""
    if item.appearance is None:
        return None, None, 0
    speaker = item.appearance.speaker_id
    counts = Counts().rows("speaker", "speaker-year", key=speaker)
    number = sum(row.positions for row in counts if not row.word)
    if item.event.date is None:
        return None, None, number
    # The years next to this one in which they said something are known: no other is looked through.
    year, years = item.event.date.year, {int(row.word) for row in counts if row.word and row.positions}
    first = max((one for one in years if one < year), default=year)
    last = min((one for one in years if one > year), default=year)
    here = dict(zip(PLACE, place_of(item), strict=True))
    both = NEIGHBOURS.ask(speaker=speaker, first=date(first, 1, 1), last=date(last, 12, 31), **here)
    found = {place_of(one) < place_of(item): one for one in both}
    return found.get(True), found.get(False), number


#: The order in which somebody's positions stand.
PLACE = ("event__date", "event_id", "order", "pk")


def _neighbours() -> QuerySet:
    mine = Statement.objects.published().by_one(given_key("speaker"), days=GIVEN_DAYS)
    before = mine.filter(beyond("lt")).order_by(*(f"-{name}" for name in PLACE)).values("pk")[:1]
    after = mine.filter(beyond("gt")).order_by(*PLACE).values("pk")[:1]
    # They are the speaker's: that need not be asked a third time.
    both = Statement.objects.published().filter(Q(pk=Subquery(before)) | Q(pk=Subquery(after)))
    return both.for_neighbour()


NEIGHBOURS = StandingQuestion(_neighbours)


def place_of(item: Statement) -> tuple:
    """Where it stands in that order, in which ``neighbours_of`` puts them."""
    return item.event.date, item.event_id, item.order, item.pk


def beyond(side: str) -> Q:
    """What stands before ("lt") or after ("gt") a given one in the order of events and of what was said there."""
    day, event, order, pk = Given("event__date", DateField()), *map(given_key, PLACE[1:])
    here = Q(event=event)
    # The days alone once more: by them events are found, where the rest would be looked through for all of a speaker.
    return Q(**{f"event__date__{side}e": day}) & (
        Q(**{f"event__date__{side}": day})
        | Q(event__date=day, **{f"event_id__{side}": event})
        | here & Q(**{f"order__{side}": order})
        | here & Q(order=order, **{f"pk__{side}": pk})
    )


def others_at(item: Statement) -> str:
    """Who else took part, as printed; under the Rule nobody is named."""
    if item.event.under_the_rule:
        return ""
    others = [a for a in item.event.appearances.listed() if a not in item.speakers]
    names = [f"{a.printed_name} ({a.roles_in_words.lower()})" if a.chairs else a.printed_name for a in others]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], counted(len(names) - MOST_NAMED, "other")]
    return get_text_list(names, _("and"))
