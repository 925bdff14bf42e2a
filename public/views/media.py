from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404
from django.views.decorators.http import require_safe
from django.views.static import serve

from events.models import Event
from people.models import Speaker
from public.pages import may_preview


@require_safe
def media(request, path):
    """Serve an uploaded portrait or cover of a public record: one modest machine has no second server for a few
    images, and a second server would not know the gate.

    A path that leads outside, or that no file can have (a NUL byte, 300 letters), is a 404 like any other.
    """
    shown = "\0" not in path and (
        Speaker.objects.published().filter(portrait=path).exists()
        or Event.objects.published().filter(cover=path).exists()
    )
    if not shown and not may_preview(request, Event):
        raise Http404
    try:
        return serve(request, path, document_root=settings.MEDIA_ROOT)
    except (SuspiciousFileOperation, ValueError, OSError) as error:
        raise Http404 from error
