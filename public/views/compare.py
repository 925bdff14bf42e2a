from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import get_text_list

from public.compare import LEAST, CompareForm, events_of, people_of, rows_of, said_by, topics_of
from public.listing import list_as_file
from public.meta import PageMeta, absolute, title_of_list
from public.pages import page_of, public_page


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
    names = get_text_list([speaker.name for speaker in speakers], "and")
    title = f"{names} on {topic}" if topic else names
    context = {
        "asked": asked,
        "people": people_of(said, speakers),
        "rows": rows_of(page, said, speakers),
        "page": page,
        "topic": topic,
        "topics": topics_of(speakers),
        "names": names,
        "files": asked.to_take_along,
        "address": absolute(asked.address()),
        "meta": PageMeta(
            title=title_of_list(title, page=page.number),
            path=asked.address(page=page.number),
            description=f"What {names} said{f' on {topic}' if topic else ''}, side by side, by event.",
        ),
    }
    return render(request, "public/compare.html", context)


def ask(request, asked: CompareForm):
    """What cannot be is told in words above the form that has what was typed."""
    here = reverse("public:compare")
    meta = PageMeta("Compare speakers", here, "What two to four people said on a topic, side by side.")
    context = {"asked": asked, "problems": asked.problems, "meta": meta}
    return render(request, "public/compare.html", context, status=404 if asked.problems else 200)
