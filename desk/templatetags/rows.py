"""The rows of a list of the desk as unfold writes them; what is the same in each of them is worked out once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import template
from django.contrib.admin.templatetags.admin_list import result_hidden_fields
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import quote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, Field, ForeignKey, Model, TimeField
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from unfold.templatetags.unfold_list import (
    LINK_CLASSES,
    TABLE_ACTION_CELL_CLASSES,
    TABLE_CELL_CLASSES,
    result_headers,
)
from unfold.utils import display_for_field, display_for_value

from publishing.desk_admin import ITS_KEY
from publishing.form_renderer import escaped

register = template.Library()

BOX = "action_checkbox"


@register.inclusion_tag("admin/change_list_results.html", takes_context=True)
def rows_of(context, cl: ChangeList) -> dict[str, Any]:
    """What the template of a list is given, its rows written."""
    headers = list(result_headers(cl))
    return {
        "cl": cl,
        "result_hidden_fields": list(result_hidden_fields(cl)),
        "result_headers": headers,
        "num_sorted_fields": sum(header["sortable"] and header["sorted"] for header in headers),
        "rows": rows(cl),
        "has_add_permission": cl.model_admin.has_add_permission(context["request"]),
    }


def rows(cl: ChangeList) -> list[SafeString]:
    """The cells of each row of a page of the list; no list of the desk is edited in its rows."""
    columns = columns_of(cl)
    return [mark_safe("".join([cell(column, record) for column in columns])) for record in cl.result_list]


@dataclass(frozen=True)
class Column:
    #: What is shown in it of a record, and the tags around that.
    shown: Callable[[Model], Any]
    begins: str
    ends: str
    #: The tag of a link to the record, with ITS_KEY in it, where it leads there.
    link: str = ""


def cell(column: Column, record: Model) -> str:
    said = escaped(column.shown(record))
    if column.link:
        said = f"{column.link.replace(ITS_KEY, quote(str(record.pk)))}{said}</a>"
    return f"{column.begins}{said}{column.ends}"


def columns_of(cl: ChangeList) -> list[Column]:
    leading = cl.list_display_links or []
    link = _link_to_a_row(cl) if leading else ""
    found = []
    for name in map(str, cl.list_display):
        field = _field(cl, name)
        tag = "th" if name in leading[:1] else "td"
        never_broken = ["nowrap"] if isinstance(field, DateField | TimeField | ForeignKey) else []
        classes = [f"field-{name}", *TABLE_CELL_CLASSES, *never_broken]
        begins = f'<{tag} class="{" ".join(TABLE_ACTION_CELL_CLASSES if name == BOX else classes)}">'
        found.append(Column(_shown(cl, name, field), begins, f"</{tag}>", link if name in leading else ""))
    return found


def _link_to_a_row(cl: ChangeList) -> str:
    """With the narrowing of the list in its address, so that a save leads back to that."""
    opts, admin = cl.lookup_opts, cl.model_admin
    try:
        address = reverse(
            f"{admin.admin_site.name}:{opts.app_label}_{opts.model_name}_change",
            args=[ITS_KEY],
            current_app=admin.admin_site.name,
        )
    except NoReverseMatch:
        return ""
    address = add_preserved_filters({"preserved_filters": cl.preserved_filters, "opts": cl.opts}, address)
    chosen = f' data-popup-opener="{ITS_KEY}"' if cl.is_popup else ""
    return f'<a href="{escape(address)}" class="{" ".join(LINK_CLASSES)}"{chosen}>'


def _field(cl: ChangeList, name: str) -> Field | None:
    """The column of the table that the list shows by ``name``; None for what is worked out."""
    try:
        field = cl.lookup_opts.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) and not field.auto_created else None


def _shown(cl: ChangeList, name: str, field: Field | None) -> Callable[[Model], Any]:
    empty = cl.model_admin.get_empty_value_display()
    if isinstance(field, ForeignKey):
        return lambda record: empty if (one := getattr(record, name)) is None else one
    if field:
        return lambda record: display_for_field(getattr(record, name), field, empty)
    if name != "__str__" and (of_list := getattr(cl.model_admin, name, None)):
        is_boolean = getattr(of_list, "boolean", False)
        return lambda record: display_for_value(of_list(record), empty, is_boolean)
    return lambda record: display_for_value(_of_the_record(record, name), empty)


def _of_the_record(record: Model, name: str) -> Any:
    value = getattr(record, name)
    return value() if callable(value) else value
