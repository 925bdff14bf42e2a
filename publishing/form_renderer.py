"""How the plain widgets of forms are written: as Django's templates of them, which take ten times as long for each.

A form may have hundreds of fields. Whatever is not plain, a template writes as ever.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString


class Renderer(DjangoTemplates):
    def render(self, template_name, context, request=None):
        written = PLAIN.get(template_name)
        if written and is_plain(context["widget"]):
            return written(context["widget"])
        return super().render(template_name, context, request)


def is_plain(widget: dict[str, Any]) -> bool:
    """Whether its choices, where it has any, are plain ones too."""
    groups = widget.get("optgroups", ())
    return all(one["template_name"] == OPTION for _name, options, _number in groups for one in options)


def escaped(said: Any) -> str:
    """As ``conditional_escape``, which asks first whether it could wait: there are thousands."""
    text = str(said)
    return text if isinstance(text, SafeString) else escape(text)


def attributes(widget: dict[str, Any]) -> str:
    """As they stand in a tag, each after a blank: True is a name alone, and False nothing."""
    return "".join(
        f" {escape(name)}" if value is True else f' {escape(name)}="{escaped(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def in_a_box(widget: dict[str, Any]) -> str:
    value = widget["value"]
    said = "" if value is None else f' value="{escaped(value)}"'
    return (
        f'<input type="{escape(widget["type"])}" name="{escape(widget["name"])}"{said}{attributes(widget)}>'
    )


def in_an_area(widget: dict[str, Any]) -> str:
    said = escaped(widget["value"] or "")
    return f'<textarea name="{escape(widget["name"])}"{attributes(widget)}>\n{said}</textarea>'


def in_a_list(widget: dict[str, Any]) -> str:
    groups = "".join(group(*one) for one in widget["optgroups"])
    return f'<select name="{escape(widget["name"])}"{attributes(widget)}>{groups}\n</select>'


def group(name: Any, options: list[dict[str, Any]], _number: int) -> str:
    inside = "\n".join(map(option, options))
    return f'\n<optgroup label="{escaped(name)}">\n{inside}\n</optgroup>' if name else f"\n{inside}"


def option(widget: dict[str, Any]) -> str:
    value = escaped(widget["value"])
    return f'<option value="{value}"{attributes(widget)}>{escaped(widget["label"])}</option>'


WIDGETS = "django/forms/widgets"
OPTION = f"{WIDGETS}/select_option.html"
PLAIN: dict[str, Callable[[dict[str, Any]], str]] = {
    **{f"{WIDGETS}/{one}.html": in_a_box for one in ("text", "number", "hidden", "checkbox", "email", "url")},
    f"{WIDGETS}/textarea.html": in_an_area,
    f"{WIDGETS}/select.html": in_a_list,
}
