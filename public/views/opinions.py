from django.shortcuts import render
from django.urls import reverse

from events.models import Event
from opinions.models import Opinion
from public.citing import cite_opinion
from public.meta import PageMeta
from public.pages import find_public, or_no_list, page_of, public_page
from public.query_string import QueryString
from public.structured import opinion_data


@public_page
def opinions(request):
    asked = or_no_list(QueryString(request.GET, reverse("opinions:opinions")))
    page = page_of(asked, Opinion.objects.published().newest_first().for_list())
    meta = PageMeta(
        title="Opinions",
        path=asked.address(page=page.number),
        description="What speakers of our events have written about what was discussed there.",
    )
    return render(request, "opinions/opinions.html", {"section": "opinions", "page": page, "meta": meta})


@public_page
def opinion(request, slug):
    item = find_public(request, Opinion.objects.for_page(), slug=slug)
    context = {
        "section": "opinions",
        "opinion": item,
        "fragment": f"#t-{item.pk}",
        "teased_at": Event.objects.published().filter(teasers__opinion=item).newest_first().for_line(),
        "corrections": item.public_corrections,
        "citation": cite_opinion(item),
        "meta": PageMeta(
            title=item.title,
            path=item.get_absolute_url(),
            description=item.lead or f"An opinion by {item.byline}.",
            kind="article",
            data=opinion_data(item, item.public_corrections),
        ),
    }
    return render(request, "opinions/opinion.html", context)
