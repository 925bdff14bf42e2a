"""How much may be sent, decided by what is announced and by who asks, before a byte of it is read; and that a HEAD is
answered by the head alone."""

from django.conf import settings

from config import views

#: Bytes that anybody may send: a log-in takes one kilobyte. The server gathers as much before it wakes a thread.
FROM_ANYBODY = 64 * 1024


def none_for_head(get_response):
    """Answer a HEAD as the GET that it stands for, which told the length, and leave the body out.

    Outside of whatever reads or keeps what is in an answer.
    """

    def middleware(request):
        response = get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = ()
            else:
                response.content = b""
        return response

    return middleware


def bounded(get_response):
    """Refuse a body that is too large, or that does not say how large it is.

    Stands after the log-in is known and before anything reads the form (the CSRF check does).
    """

    def middleware(request):
        if request.headers.get("transfer-encoding"):
            return views.refusal(
                "This could not be taken", "It came without its length, which no browser does.", status=411
            )
        length = _announced(request)
        if length > FROM_ANYBODY:
            if not request.user.is_authenticated:
                return views.refusal(
                    "This is too large",
                    "Only editors who are logged in may send that much. If you are one, your log-in has ended: "
                    "log in again in another tab, then come back to this page and send it once more. If you are a "
                    "reader, go back and send a shorter text.",
                    status=413,
                )
            if length > settings.LARGEST_BODY:
                megabytes = settings.LARGEST_BODY // 1024 // 1024
                return views.refusal(
                    "This is too large",
                    f"At most {megabytes} megabytes can be sent at once. Go back, and choose a smaller file or "
                    "hand in less text at once.",
                    status=413,
                )
        return get_response(request)

    return middleware


def _announced(request) -> int:
    try:
        return max(0, int(request.headers.get("content-length") or 0))
    except ValueError:
        return 0
