"""The pages that the institution writes itself."""

from django.shortcuts import render

from house.models import Page
from house.now import now
from public.meta import PageMeta, permanent
from public.pages import find_public, public_page
from public.structured import publisher
from publishing.noticed import last_change


@public_page
def page(request, slug):
    item = find_public(request, Page.objects.all, slug=slug)
    address = item.get_absolute_url()
    context = {
        "section": item.slug,
        "page": item,
        "changed": last_change(item, item.publish_at),
        "others": now().footer,
        "meta": PageMeta(
            title=item.title,
            path=address,
            description=item.lead or f"{item.title}: {now().settings.name}.",
            data={
                "@type": "WebPage",
                "name": item.title,
                "url": permanent(item),
                "inLanguage": item.language,
                "publisher": publisher(),
            },
        ),
    }
    return render(request, "house/page.html", context)
