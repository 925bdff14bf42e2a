from typing import Any

from django.db.models import QuerySet
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from people.models import Speaker
from public.charts import topic_chart
from public.citing.sentences import cite_topic
from public.last_changes import LISTS, name_of, name_of_year, names_of
from public.listing import list_as_file
from public.made_pages import made_once, shows
from public.meta import PageMeta, permanent, title_of_list
from public.pages import GIVEN_DAYS, InYears, find_public, in_years, or_no_list, page_of, public_page
from public.query_string import QueryString, year_field
from public.topics import comparisons_on, evenings, often_with, who_speaks_most, with_counts, years_of
from publishing.questions import StandingQuestion, given_key
from search.counting import Counts

LATEST = 5


class TopicFilters(QueryString):
    """Of which year the positions are shown."""

    year = year_field()

    unknown = QueryString.unknown | {"year": gettext_lazy("This is not a year.")}
    kept = ("year",)


@public_page
@made_once
def topics(request):
    here = reverse("events:topics")
    asked = or_no_list(QueryString(request.GET, here))
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "topics", Topic.objects.published())
    meta = PageMeta(
        title=_("Topics"), path=here, description=_("What the events, positions and opinions are about.")
    )
    listed = with_counts(Topic.objects.published())
    context = {"section": "topics", "topics": listed, "files": asked.to_take_along, "meta": meta}
    return shows(render(request, "events/topics.html", context), LISTS)


EVENTS = StandingQuestion(
    lambda: Event.objects.published().filter(topics=given_key("topic")).newest_first().for_line()[:LATEST]
)
OPINIONS = StandingQuestion(
    lambda: Opinion.objects.published().filter(topics=given_key("topic")).newest_first().for_list()[:LATEST]
)
SAID = in_years(
    lambda topic: (
        Statement.objects.published()
        .filter(topics=topic, event__date__range=GIVEN_DAYS)
        .select_related("event__venue")
    )
)


def counted() -> QuerySet:
    return with_counts(Topic.objects.all())


@public_page
@made_once
def topic(request, slug):
    counts = Counts()
    item = find_public(request, counted, slug=slug)
    asked = or_no_list(TopicFilters(request.GET, item.get_absolute_url()))
    year = asked.cleaned_data["year"]
    said = Statement.objects.published().filter(topics=item).newest_first()
    if year:
        said = said.filter(event__date__year=year)
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "statements", said)
    years = years_of(item, counts)
    number = item.position_count
    if year:
        number = next((one.positions for one in years if one.year == year), 0)
    positions: Any = said.for_hit().select_related("event__venue")
    if not year:
        positions = InYears(SAID, item.pk, [(one.year, one.positions) for one in years])
    page = page_of(asked, positions, count=number)
    most, beside = who_speaks_most(item, counts), often_with(item, counts)
    context = {
        "section": "topics",
        "topic": item,
        "page": page,
        "year": year,
        "years": years,
        "chart": topic_chart(item, years),
        "files": asked.to_take_along,
        "evenings": evenings(page),
        "events": EVENTS.ask(topic=item.pk),
        "opinions": OPINIONS.ask(topic=item.pk),
        "most": most,
        "often_with": beside,
        "comparisons": comparisons_on(item, most),
        "citation": cite_topic(item),
        "cited": {"address": permanent(item)},
        "meta": PageMeta(
            title=title_of_list(item.name, [str(year)] if year else [], page.number),
            path=asked.address(page=page.number),
            description=item.description or _("Who said what about %(topic)s.") % {"topic": item.name},
        ),
    }
    spoke = [one for evening in context["evenings"] for voice in evening.voices for one in voice.listed]
    speakers = [speaker.pk for speaker, _number in most]
    speakers += [appearance.speaker_id for appearance in spoke if appearance]
    made = render(request, "events/topic.html", context)
    # Its table tells all positions of each year.
    of_all = {name_of_year(one.year) for one in years}
    others = names_of(Topic, [other.pk for other, _number in beside])
    return shows(made, name_of(item), others, names_of(Speaker, speakers), of_all)
