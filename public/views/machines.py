"""What is read by machines: the site map, the word to robots, the icon at its old address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.models import Event, Statement, Topic
from opinions.models import Opinion
from people.models import Speaker
from public.meta import absolute

NEWEST = 8_000  # of each kind: a site map holds 50,000 addresses at most


class OwnAddress:
    """Site maps name the site's own address, not the one that a visitor's request claims."""

    limit = NEWEST

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class Lists(OwnAddress, Sitemap):
    def items(self):
        return [
            "public:home",
            "events:events",
            "people:speakers",
            "opinions:opinions",
            "events:topics",
            "public:about",
        ]

    def location(self, item):
        return reverse(item)


class Records(OwnAddress, GenericSitemap):
    """The public records of one kind, newest first."""


@require_safe
def sitemap(request):
    dated = {"date_field": "updated_at"}
    sections: dict[str, Sitemap | type[Sitemap]] = {
        "lists": Lists(),
        "events": Records({"queryset": Event.objects.published().newest_first(), **dated}),
        "opinions": Records({"queryset": Opinion.objects.published().newest_first(), **dated}),
        "speakers": Records({"queryset": Speaker.objects.published().order_by("-pk")}),
        "topics": Records({"queryset": Topic.objects.published().order_by("-pk")}),
        "statements": Records({"queryset": Statement.objects.published().order_by("-pk")}),
    }
    return sitemap_view(request, sections)


@require_safe
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        f"Sitemap: {absolute(reverse('public:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    return HttpResponseRedirect(static("icon.svg"))
