from django.http import Http404, HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from house.addresses import ABOUT
from house.models import Page
from public.meta import PageMeta
from public.pages import Gone, find_public, public_page


@public_page
def about(request):
    """What the institution says of the archive, and below it what is so of every one: pages link to its parts, so it
    stands even where the institution says nothing."""
    own = own_words(request)
    meta = PageMeta(
        title=own.title if own else _("About the archive"),
        path=reverse("public:about"),
        description=_("What the evidence marks mean, how the archive records, and how it corrects itself."),
    )
    return render(request, "public/about.html", {"section": ABOUT, "own": own, "meta": meta})


def own_words(request: HttpRequest) -> Page | None:
    try:
        return find_public(request, Page.objects.all, slug=ABOUT)
    except (Http404, Gone):
        return None
