"""A statement in the pages of others: a card that may be framed, and what oEmbed hands out."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.csp import CSP
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from events.dates import LONG, date_in_words
from events.models import Statement
from events.passages import statement_html
from events.withdrawing import public_title
from house.now import the_house
from public.meta import absolute, permanent
from public.pages import Gone
from public.views.statement import find_statement, title_of
from publishing.interface import without_language

#: As everywhere, but that any page may frame it and that it sends no form.
FRAMED: dict[str, list[str]] = {
    **settings.SECURE_CSP,
    "form-action": [CSP.NONE],
    "frame-ancestors": ["*"],
}
#: Pixels, where the asker names none.
WIDTH = 600


@require_safe
@xframe_options_exempt
@csp_override(FRAMED)
def statement(request, pk):
    """The card of one statement; of a withdrawn one, that it was. Nobody previews here: it is for strangers."""
    try:
        item = public_statement(request, pk)
    except Gone as gone:
        return render(request, "public/embed.html", {"gone": gone.page, "pk": pk}, status=410)
    return render(request, "public/embed.html", {"statement": item, "event": item.event})


@require_safe
def oembed(request):
    """oEmbed 1.0 (oembed.com) of the page of one statement: its words stand as text in the page that asked."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only JSON is offered.\n", status=501, content_type="text/plain; charset=utf-8")
    try:
        item = public_statement(request, statement_at(request.GET.get("url", "")))
    except Gone:
        raise Http404 from None
    width = min(number(request.GET.get("maxwidth")) or WIDTH, WIDTH)
    answer = JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": title_of(item),
            "author_name": item.said_by,
            "provider_name": the_house().name,
            "provider_url": absolute("/"),
            "html": as_text_in_a_page(item),
            "width": width,
            "height": None,
        },
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def public_statement(request, pk: int) -> Statement:
    """Raises Gone where it was withdrawn, and Http404 where the public knows of none, to an editor too."""
    item = find_statement(request, pk)
    if getattr(request, "previewed", None):
        raise Http404
    return item


def statement_at(address: str) -> int:
    """The number of the statement whose page or card ``address`` is. Raises Http404 where it is another's."""
    try:
        parts = urlsplit(address)
        match = resolve(without_language(parts.path))
    except (ValueError, Resolver404):
        raise Http404 from None
    ours = parts.netloc == urlsplit(settings.SITE_URL).netloc
    if not ours or match.view_name not in ("events:statement", "public:embed"):
        raise Http404
    return match.kwargs["pk"]


def number(text: str | None) -> int:
    """What ``text`` says in digits; 0 where it says none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0


def as_text_in_a_page(item: Statement) -> str:
    """A blockquote that says whose words these are: marks stand in it only where they are the speaker's."""
    event = item.event
    return format_html(
        '<blockquote cite="{}" lang="{}"><p>{}</p><footer>{} ({}), <a href="{}">{}</a>, {}. {}</footer></blockquote>',
        permanent(item),
        event.language,
        statement_html(item.text, item.known, event.language),
        item.said_by_in_full,
        item.known.label.lower(),
        permanent(item),
        public_title(event),
        date_in_words(event, LONG),
        the_house().name,
    )
