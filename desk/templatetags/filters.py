"""What a list of the desk can be narrowed to: links, of which there are hundreds, written in Python."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from publishing.form_renderer import escaped

register = template.Library()


@register.simple_tag
def links_of(choices: Iterable[dict[str, Any]]) -> SafeString:
    """The ``choices`` of one filter, as Django's ChangeList has them."""
    return mark_safe("".join(map(_link, choices)))  # each part is escaped


def _link(choice: dict[str, Any]) -> str:
    said, address = escaped(choice["display"]), escaped(choice["query_string"])
    current = ' aria-current="true"' if choice["selected"] else ""
    return f'\n<li><a href="{address}" title="{said}"{current}>{said}</a></li>'
