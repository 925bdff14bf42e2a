from typing import NamedTuple
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event, Topic
from opinions.models import Opinion
from people.models import Speaker
from public.cards import card_of_opinion
from public.citing.files import with_links
from public.citing.reference import refer_to_opinion
from public.counterparts import counterparts_of
from public.last_changes import LISTS, TEASERS, name_of, names_of
from public.listing import list_as_file
from public.made_pages import made_once, shows
from public.meta import PageMeta, title_of_list
from public.pages import find_public, or_no_list, page_of, public_page
from public.query_string import QueryString
from public.structured import opinion_data
from search.counting import Counts

OTHERS = 4


@public_page
@made_once
def opinions(request):
    asked = or_no_list(QueryString(request.GET, reverse("opinions:opinions")))
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "opinions", Opinion.objects.published().newest_first())
    page = page_of(asked, Opinion.objects.published().newest_first().for_list())
    meta = PageMeta(
        title=title_of_list(_("Opinions"), page=page.number),
        path=asked.address(page=page.number),
        description=_("What speakers of our events have written about what was discussed there."),
    )
    context = {"section": "opinions", "page": page, "files": asked.to_take_along, "meta": meta}
    return shows(render(request, "opinions/opinions.html", context), LISTS)


@public_page
@made_once
def opinion(request, slug):
    item = find_public(request, Opinion.objects.for_page, slug=slug)
    cited = refer_to_opinion(item)
    counterparts = counterparts_of(item)
    others = list(others_on_its_topics(item))
    context = {
        "section": "opinions",
        "opinion": item,
        "counterparts": counterparts,
        "fragment": f"#t-{item.pk}",
        "teased_at": Event.objects.published().filter(teasers__opinion=item).newest_first().for_line(),
        "others": others,
        "said_on_it": said_on_its_topics(item, others),
        "corrections": item.public_corrections,
        "citation": cited.sentence,
        "cited": cited,
        "meta": PageMeta(
            title=item.title,
            path=item.get_absolute_url(),
            description=item.lead or _("An opinion by %(who)s.") % {"who": item.byline},
            kind="article",
            card=card_of_opinion(item),
            data=opinion_data(item, item.public_corrections, counterparts),
            counterparts=counterparts,
        ),
    }
    response = with_links(render(request, "opinions/opinion.html", context), cited)
    authors = names_of(Speaker, [one.speaker_id for one in item.authorships.all()])
    topics = names_of(Topic, [topic.pk for topic in item.topics.all()])
    in_others = names_of(Opinion, [other.pk for other in item.public_counterparts])
    beside = names_of(Speaker, [one.beside.pk for one in context["said_on_it"] if one.beside])
    return shows(response, name_of(item), authors, topics, in_others, beside, {TEASERS})


def others_on_its_topics(item: Opinion):
    """The latest other public opinions with a topic of this one."""
    topics = [topic.pk for topic in item.topics.all()]
    others = Opinion.objects.published().filter(topics__in=topics).exclude(pk=item.pk)
    return others.distinct().newest_first().for_list()[:OTHERS]


class SaidOnIt(NamedTuple):
    """How many positions an author has taken on a topic of the opinion, and who else of its topics' authors has."""

    author: Speaker
    topic: Topic
    positions: int
    beside: Speaker | None

    @property
    def address(self) -> str:
        return f"{self.author.get_absolute_url()}?{urlencode({'topic': self.topic.slug})}"

    @property
    def compared(self) -> str:
        """Where both stand side by side."""
        asked = {"speaker": [one.slug for one in (self.author, self.beside) if one], "topic": self.topic.slug}
        return f"{reverse('public:compare')}?{urlencode(asked, doseq=True)}"


def said_on_its_topics(item: Opinion, others: list[Opinion]) -> list[SaidOnIt]:
    """What its authors have said at events on its topics, and beside whom of ``others``' authors it can be set."""
    authors = {one.speaker_id: one.speaker for one in item.authorships.all()}
    further = [
        one.speaker_id for other in others for one in other.authorships.all() if one.speaker_id not in authors
    ]
    rows = Counts().rows("speaker-topic", key__in=[*authors, *further])
    on_topics = {(row.key, int(row.word)): row.positions for row in rows if row.positions}
    found = [
        (author, topic, next((one for one in further if (one, topic.pk) in on_topics), None))
        for author in authors.values()
        for topic in item.topics.all()
        if (author.pk, topic.pk) in on_topics
    ]
    beside = Speaker.objects.in_bulk({one for *_, one in found if one})
    return [
        SaidOnIt(author, topic, on_topics[author.pk, topic.pk], beside.get(one))
        for author, topic, one in found
    ]
