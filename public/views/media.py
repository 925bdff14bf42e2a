import mimetypes
from hashlib import blake2b

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from events.models import Event
from house.now import the_house
from people.models import Speaker
from public.pages import may_preview


@require_safe
def media(request, path):
    """Serve the logo, or an uploaded portrait or cover of a public record, wherever it is stored: a second server, or
    the store itself, would not know the gate.

    A path that leads outside, or that no file can have (a NUL byte, 300 letters), is a 404 like any other.
    """
    shown = "\0" not in path and (
        Speaker.objects.published().filter(portrait=path).exists()
        or Event.objects.published().filter(cover=path).exists()
        or path in (the_house().logo.name, the_house().logo_dark.name)
    )
    if not shown and not may_preview(request, Event):
        raise Http404
    # Under one name there is only ever one picture.
    etag = f'"{blake2b(path.encode(), digest_size=16).hexdigest()}"'
    if known := get_conditional_response(request, etag=etag):
        return known
    try:
        with default_storage.open(path) as file:
            picture = file.read()
    except (SuspiciousOperation, ValueError, OSError) as error:
        raise Http404 from error
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return HttpResponse(picture, content_type=kind, headers={"ETag": etag})
