import string

from django import forms
from django.db.models import QuerySet
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.matching import find_speakers
from people.models import Speaker
from public.last_changes import LISTS
from public.listing import list_as_file
from public.made_pages import made_once, shows
from public.meta import PageMeta, title_of_list
from public.pages import or_no_list, page_of, public_page
from public.query_string import LONGEST_NAME, QueryString, Typed
from public.speakers import people_in_lists, with_record
from search.counting import Counts

PER_PAGE = 60
MATCHES = 100


class DirectoryForm(QueryString):
    """A name, or a letter that surnames begin with."""

    q = Typed(LONGEST_NAME)
    letter = forms.RegexField("^[A-Za-z]$", required=False)

    unknown = QueryString.unknown | {"letter": _("There is no such letter in this list.")}
    kept = ("q", "letter")


@public_page
@made_once
def speakers(request):
    asked = or_no_list(DirectoryForm(request.GET, reverse("people:speakers")))
    public, counts = Speaker.objects.published(), Counts()
    query, letter = asked.cleaned_data["q"], asked.cleaned_data["letter"].upper()
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "speakers", wanted(query, letter))
    context = {
        "section": "speakers",
        "files": asked.to_take_along,
        "query": query,
        "letter": letter,
        "title": gettext("Speakers"),
    }
    number = 1
    filed = letters(counts)
    if query:
        context["matches"] = matches(query)
    else:
        listed = public.filed_at(letter) if letter else public
        total = filed.get(letter, 0) if letter else sum(filed.values())
        page = page_of(asked, with_record(listed.by_name()), PER_PAGE, count=total)
        context["page"], number = page, page.number
    context |= {
        "speaker_count": sum(filed.values()),
        "letters": [(letter, filed.get(letter, 0)) for letter in string.ascii_uppercase],
        "meta": PageMeta(
            title=title_of_list(
                gettext("Speakers"), filter(None, [f"“{query}”" if query else letter]), number
            ),
            path=asked.address(q="", letter=letter, page=number),
            description=gettext("Everybody who has spoken at an event of this archive, or written for it."),
        ),
    }
    return shows(render(request, "people/speakers.html", context), LISTS)


def wanted(query: str, letter: str) -> QuerySet:
    """The speakers of the whole list, as they are filed."""
    public = Speaker.objects.published().by_name()
    if query:
        return public.filter(pk__in=[match.speaker.pk for match in find_speakers(query, MATCHES)])
    return public.filed_at(letter) if letter else public


def matches(query: str) -> list:
    """The public speakers that a name finds, each with the record and the spelling that matched."""
    found = find_speakers(query, MATCHES)
    public = people_in_lists([match.speaker.pk for match in found])
    return [(public[match.speaker.pk], match.spelling) for match in found if match.speaker.pk in public]


def letters(counts: Counts) -> dict[str, int]:
    """How many speakers are filed at each letter, at blank those at none."""
    return {row.word.upper(): row.people for row in counts.rows("letter")}
