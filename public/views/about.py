from django.shortcuts import render
from django.urls import reverse

from public.meta import PageMeta
from public.pages import public_page


@public_page
def about(request):
    meta = PageMeta(
        title="About the archive",
        path=reverse("public:about"),
        description="What the evidence marks mean, how the archive records, and how it corrects itself.",
    )
    return render(request, "public/about.html", {"meta": meta})
