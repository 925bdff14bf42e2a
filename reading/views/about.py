from django.shortcuts import render
from django.urls import reverse

from reading.meta import PageMeta
from reading.pages import public_page


@public_page
def about(request):
    meta = PageMeta(
        title="About the archive",
        path=reverse("reading:about"),
        description="What the evidence marks mean, how the archive records, and how it corrects itself.",
    )
    return render(request, "reading/about.html", {"meta": meta})
