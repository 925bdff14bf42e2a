import string

from django import forms
from django.db.models import Count
from django.db.models.functions import Substr
from django.shortcuts import render
from django.urls import reverse

from people.matching import find_speakers
from people.models import Speaker
from public.meta import PageMeta, title_of_list
from public.pages import or_no_list, page_of, public_page
from public.query_string import LONGEST_NAME, QueryString, Typed
from public.speakers import with_record

PER_PAGE = 60
MATCHES = 100


class DirectoryForm(QueryString):
    """A name, or a letter that surnames begin with."""

    q = Typed(LONGEST_NAME)
    letter = forms.RegexField("^[A-Za-z]$", required=False)

    unknown = QueryString.unknown | {"letter": "There is no such letter in this list."}
    kept = ("q", "letter")


@public_page
def speakers(request):
    asked = or_no_list(DirectoryForm(request.GET, reverse("people:speakers")))
    public = Speaker.objects.published()
    query, letter = asked.cleaned_data["q"], asked.cleaned_data["letter"].upper()
    context = {"section": "speakers", "query": query, "letter": letter, "title": "Speakers"}
    number = 1
    if query:
        context["matches"] = matches(query)
    else:
        listed = public.filed_at(letter) if letter else public
        page = page_of(asked, with_record(listed.by_name()), PER_PAGE)
        context["page"], number = page, page.number
    context |= {
        "speaker_count": public.count(),
        "letters": letters(public),
        "meta": PageMeta(
            title=title_of_list("Speakers", filter(None, [f"“{query}”" if query else letter]), number),
            path=asked.address(q="", letter=letter, page=number),
            description="Everybody who has spoken at an event of this archive, or written for it.",
        ),
    }
    return render(request, "people/speakers.html", context)


def matches(query: str) -> list:
    """The public speakers that a name finds, each with the record and the spelling that matched."""
    found = find_speakers(query, MATCHES)
    public = with_record(Speaker.objects.published()).in_bulk([match.speaker.pk for match in found])
    return [(public[match.speaker.pk], match.spelling) for match in found if match.speaker.pk in public]


def letters(speakers) -> list[tuple[str, int]]:
    """A to Z, each with the number of speakers filed there."""
    counted = speakers.order_by().values_list(Substr("filed_under", 1, 1)).annotate(number=Count("pk"))
    numbers = dict(counted)
    return [(letter, numbers.get(letter.lower(), 0)) for letter in string.ascii_uppercase]
