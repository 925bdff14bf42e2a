from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from events.dates import day_in_words
from house.now import the_house
from public.compare import LEAST, CompareForm, events_of, people_of, rows_of, said_by, topics_of
from public.listing import list_as_file
from public.meta import PageMeta, absolute, title_of_list
from public.pages import page_of, public_page
from publishing.interface import without_language


@public_page
def compare(request):
    """Two to four people side by side; with fewer, or nobody found, the form that asks for them."""
    asked = CompareForm(request.GET, reverse("public:compare"))
    if not asked.is_valid() or len(asked.cleaned_data["speaker"]) < LEAST:
        return ask(request, asked)
    if not asked.is_canonical:
        return HttpResponseRedirect(asked.address(format=asked.cleaned_data["format"]))
    speakers, topic = asked.cleaned_data["speaker"], asked.cleaned_data["topic"]
    said = said_by(asked)
    if asked.cleaned_data["format"]:
        return list_as_file(asked, "statements", said)
    events = events_of(said, speakers)
    page = page_of(asked, events)
    names = get_text_list([speaker.name for speaker in speakers], _("and"))
    title = _("%(names)s on %(topic)s") % {"names": names, "topic": topic} if topic else names
    context = {
        "asked": asked,
        "people": people_of(said, speakers),
        "rows": rows_of(page, said, speakers),
        "page": page,
        "topic": topic,
        "topics": topics_of(speakers),
        "names": names,
        "files": asked.to_take_along,
        "on": _("On %(topic)s") % {"topic": topic} if topic else _("On all topics"),
        "citation": cite_view(title, asked),
        "meta": PageMeta(
            title=title_of_list(title, page=page.number),
            path=asked.address(page=page.number),
            description=_("What %(title)s said, side by side, by event.") % {"title": title},
        ),
    }
    return render(request, "public/compare.html", context)


def cite_view(title: str, asked: CompareForm) -> str:
    """What stands side by side on this day, with the address that shows it in the archive's own language."""
    return _("%(title)s, side by side. %(house)s, %(address)s, read %(day)s.") % {
        "title": title,
        "house": the_house().name,
        "address": absolute(without_language(asked.address())),
        "day": day_in_words(localdate()),
    }


def ask(request, asked: CompareForm):
    """What cannot be is told in words above the form that has what was typed."""
    here = reverse("public:compare")
    meta = PageMeta(_("Compare speakers"), here, _("What two to four people said on a topic, side by side."))
    context = {"asked": asked, "problems": asked.problems, "meta": meta}
    return render(request, "public/compare.html", context, status=404 if asked.problems else 200)
