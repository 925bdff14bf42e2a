from typing import Any

from django import forms
from django.db.models import QuerySet
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Statement, Topic
from events.models.statement import StatementQuerySet
from opinions.models import Opinion
from people.models import NameVariant, Speaker
from public.cards import card_of_speaker
from public.charts import years_chart
from public.citing.files import with_links
from public.citing.reference import refer_to_speaker
from public.last_changes import name_of, name_of_year, names_of
from public.listing import list_as_file
from public.made_pages import made_once, shows
from public.meta import PageMeta, title_of_list
from public.pages import GIVEN_DAYS, InYears, find_speaker, in_years, or_no_list, page_of, public_page
from public.query_string import QueryString, RecordField
from public.speaker_page import (
    CHART_TOPICS,
    SHOWN_SILENT,
    YearCount,
    also_took_part,
    by_event,
    by_topic,
    companions,
    counts_of,
    no_longer_theirs,
    one_after_the_other,
    positions_of,
    topic_counts,
    years_of,
)
from public.speakers import with_record
from public.structured import person_data
from publishing.questions import StandingQuestion, given_key
from search.counting import Counts


class OrderForm(QueryString):
    """In which order positions stand, and on what."""

    by = forms.ChoiceField(required=False, choices=[("date", "Newest first"), ("topic", "By topic")])
    topic = RecordField(Topic.objects)

    unknown = QueryString.unknown | {
        "by": _("Positions cannot be put in this order."),
        "topic": _("There is no such topic."),
    }
    kept = ("by", "topic")


SIGNED = StandingQuestion(
    lambda: Opinion.objects.published().filter(authors=given_key("speaker")).newest_first().for_list()
)
SAID = in_years(lambda speaker: Statement.objects.published().by_one(speaker, days=GIVEN_DAYS))


def for_own_page() -> QuerySet:
    return with_record(Speaker.objects.for_page().annotate(no_longer_theirs=no_longer_theirs()))


@public_page
@made_once
def speaker(request, slug):
    counts = Counts()
    item = find_speaker(request, for_own_page, slug)
    here = item.get_absolute_url()
    asked = or_no_list(OrderForm(request.GET, here))
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "statements", said_by(item, asked))
    rows = counts_of(item, counts)
    topics = topic_counts(rows)
    years = years_of(rows, topics[:CHART_TOPICS])
    cited = refer_to_speaker(item, item.position_count)
    silent = also_took_part(item)
    context = {
        "section": "speakers",
        "speaker": item,
        "natives": [v for v in item.variants.all() if v.kind == NameVariant.Kind.OTHER_SCRIPT][:2],
        "topics": topics,
        "years": years,
        "chart": years_chart(years, topics[:CHART_TOPICS]),
        "by": asked.cleaned_data["by"] or "date",
        "topic": asked.cleaned_data["topic"],
        "also": silent[:SHOWN_SILENT],
        "also_more": len(silent) > SHOWN_SILENT,
        "opinions": SIGNED.ask(speaker=item.pk),
        "files": asked.to_take_along,
        "companions": companions(item, counts),
        "citation": cited.sentence,
        "cited": cited,
        "meta": PageMeta(
            title=title_of(item, asked),
            path=here,
            description=item.biography
            or gettext("%(name)s: positions, appearances and opinions in this archive.")
            % {"name": item.name},
            kind="profile",
            card=card_of_speaker(item, topics, [one.year for one in (*years[:1], *years[-1:])]),
            data=person_data(item),
        ),
    }
    response = render(request, "people/speaker.html", context | _positions(item, asked, topics, years))
    together = names_of(Speaker, [other.pk for other in context["companions"]])
    about = names_of(Topic, [topic.pk for topic in topics])
    # Its table tells them of a hundred that anybody took in the year.
    of_all = {name_of_year(one.year) for one in years if one.positions}
    return shows(with_links(response, cited), name_of(item), together, about, of_all)


def said_by(item: Speaker, asked: OrderForm) -> StatementQuerySet:
    """All positions, the newest first; or those on the topic that is asked for, as they came one after the other."""
    topic = asked.cleaned_data["topic"]
    said = positions_of(item)
    if topic:
        return said.filter(topics=topic).order_by("event__date", "event", "order", "pk")
    return said.newest_first()


def title_of(speaker: Speaker, asked: OrderForm) -> str:
    """The name, with what the list of positions is narrowed to or ordered by."""
    topic, by = asked.cleaned_data["topic"], asked.cleaned_data["by"]
    name = speaker.name
    if topic:
        name = gettext("%(names)s on %(topic)s") % {"names": name, "topic": topic}
    narrowed = [gettext("by topic")] if by == "topic" and not topic else []
    return title_of_list(name, narrowed, asked.page_number)


def _positions(item, asked: OrderForm, topics: list[Any], years: list[YearCount]) -> dict:
    topic = asked.cleaned_data["topic"]
    if asked.cleaned_data["by"] == "topic" and not topic:
        return {"groups": by_topic(item)}
    positions: Any
    if topic:
        positions = said_by(item, asked).for_hit()
        number = next((one.position_count for one in topics if one == topic), 0)
    else:
        positions = InYears(SAID, item.pk, [(one.year, one.positions) for one in years])
        number = item.position_count
    page = page_of(asked, positions, count=number)
    said = by_event(page, item)
    return {"page": page, "said": one_after_the_other(said) if topic else said}
