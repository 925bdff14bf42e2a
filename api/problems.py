"""What goes wrong, told to programs as RFC 9457 has it."""

import json
from http.client import responses
from typing import Any

from django.http import HttpResponse

CONTENT_TYPE = "application/problem+json"


class Wrong(Exception):
    """What cannot be answered; ``more`` stands beside it in the problem."""

    def __init__(self, status: int, detail: str, **more: Any):
        super().__init__(detail)
        self.status, self.detail, self.more = status, detail, more


def problem(status: int, detail: str = "", **more: Any) -> HttpResponse:
    body = {
        "type": "about:blank",
        "title": responses.get(status, "Problem"),
        "status": status,
        "detail": detail,
        **more,
    }
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=CONTENT_TYPE)
