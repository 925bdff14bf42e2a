from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator, get_text_list

from events.dates import date_in_words
from events.models import Statement
from events.quotation import Known, with_marks
from events.withdrawing import public_title
from public.chosen_words import Chosen
from public.citing.files import with_links
from public.citing.reference import refer_to_statement, refer_to_tombstone
from public.meta import DESCRIPTION_LENGTH, PageMeta, absolute
from public.pages import Gone, may_preview, public_page
from public.report import context_of
from public.structured import statement_data
from search.counting import Counts

MOST_NAMED = 6
#: Letters of a statement in its description, however long the title of its event is.
LEAST_OF_WORDS = 40
WITH_SELECTOR = ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#"}]


@public_page
def statement(request, pk):
    item = find_statement(request, pk)
    around = context_of(item)
    before, after, position_count = neighbours_of(item)
    cited = refer_to_statement(item)
    context = {
        "section": "events",
        "statement": item,
        "chosen": Chosen.of(item, cited, request.GET.get("words", "")),
        "event": item.event,
        "context": around,
        "before": before,
        "after": after,
        "position_count": position_count,
        "others": others_at(item),
        "corrections": item.public_corrections,
        "citation": cited.sentence,
        "cited": cited,
        "oembed": absolute(reverse("public:oembed", query={"url": absolute(item.get_absolute_url())})),
        "meta": PageMeta(
            title=title_of(item),
            path=item.get_absolute_url(),
            description=description_of(item),
            kind="article",
            data={"@context": WITH_SELECTOR, **statement_data(item, around, item.public_corrections)},
        ),
    }
    return with_links(render(request, "events/statement.html", context), cited)


def title_of(item: Statement) -> str:
    """ "Ada Lovelace on Trade, 26 April 2019: statement 142": told apart from others of the same evening."""
    topic = next(iter(item.topics.all()), None)
    who = f"{item.said_by} on {topic}" if topic else item.said_by
    return f"{who}, {date_in_words(item.event)}: statement {item.pk}"


def find_statement(request, pk) -> Statement:
    """The statement, public or previewed. Raises Gone for a withdrawn one, with its note alone."""
    item = Statement.objects.published().for_own_page().filter(pk=pk).first()
    if item:
        return item
    withdrawn = Statement.objects.withdrawn().for_neighbour().filter(pk=pk).first()
    if withdrawn:
        raise Gone(**tombstone(withdrawn))
    if may_preview(request, Statement):
        item = Statement.objects.standing().for_own_page().filter(pk=pk).first()
    if item is None:
        raise Http404
    request.previewed = item.event
    return item


def tombstone(withdrawn: Statement) -> dict:
    event = withdrawn.event
    cited = refer_to_tombstone(withdrawn)
    return {
        "title": f"Statement {withdrawn.pk} has been withdrawn",
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
        head = f"{item.known.label} (our words, which stand in no report)"
    else:
        head = f"{item.known.label}, in the report of {public_title(item.event)}"
    room = max(DESCRIPTION_LENGTH - len(head) - len(": “”"), LEAST_OF_WORDS)
    words = with_marks(Truncator(item.text).chars(room), item.known, item.event.language)
    return f"{head}: {words}"


def neighbours_of(item: Statement) -> tuple[Statement | None, Statement | None, int]:
    """The same speaker's positions just before and after this one, across events, and how many there are in all."""
    if item.appearance is None:
        return None, None, 0
    mine = Statement.objects.published().filter(appearance__speaker=item.appearance.speaker_id)
    mine = mine.for_neighbour()
    order = ("event__date", "event_id", "order", "pk")
    number = Counts().one("speaker", item.appearance.speaker_id).positions
    before = mine.filter(beyond(item, "lt")).order_by(*(f"-{name}" for name in order)).first()
    return before, mine.filter(beyond(item, "gt")).order_by(*order).first(), number


def beyond(item: Statement, side: str) -> Q:
    """What stands before ("lt") or after ("gt") ``item`` in the order of events and of what was said there."""
    here = Q(event=item.event_id)
    return (
        Q(**{f"event__date__{side}": item.event.date})
        | Q(event__date=item.event.date, **{f"event_id__{side}": item.event_id})
        | here & Q(**{f"order__{side}": item.order})
        | here & Q(order=item.order, **{f"pk__{side}": item.pk})
    )


def others_at(item: Statement) -> str:
    """Who else took part, as printed; under the Rule nobody is named."""
    if item.event.under_the_rule:
        return ""
    others = [a for a in item.event.appearances.listed() if a.pk != item.appearance_id]
    names = [f"{a.printed_name} ({a.roles_in_words.lower()})" if a.chairs else a.printed_name for a in others]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} others"]
    return get_text_list(names, "and")
