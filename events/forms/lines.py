"""A statement of a big event as one line: hidden fields and its words, until it is needed (static/desk/light-rows.js).

There are hundreds of them: a template takes ten times as long for each. What was entered is escaped here.
"""

from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from publishing.interface import address


def line(form: Any, number: int) -> SafeString:
    """The line of ``form``, a ``StatementForm``, at its place in the list."""
    statement, prefix = form.instance, escape(form.prefix)
    state = (" data-withdrawn" if statement.withdrawn_at else "") + (
        ' data-state="lost"' if statement.is_lost else ""
    )
    sent = "".join(hidden(*one) for one in form.as_sent)
    session = (
        f'<span class="tag">Under the Rule: {escape(statement.session)}</span>' if statement.session else ""
    )
    return mark_safe(
        f'<li class="statement row-of-rows" data-row data-light id="{prefix}"{state}><div class="statement-head">{sent}'
        f'<button type="button" class="number" draggable="true" data-grip data-number>{number}</button>'
        f'<strong class="who">{escape(statement.said_by)}</strong>'
        f'<span class="tag">{escape(str(statement.known.label))}</span>{session}'
        '<button type="button" class="link" data-edit data-with-script hidden>Edit</button>'
        f'<noscript><a class="link" href="?row={number}#{prefix}">Open as fields</a></noscript></div>'
        f'<p class="words">{escape(statement.text)}</p>{told_beside(form)}</li>'
    )


def hidden(name: str, value: str, label: str) -> str:
    shown = f' data-label="{escape(label)}"' if label else ""
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}"{shown}>'


def told_beside(form: Any) -> str:
    """What a reviewer said of it, why readers see it no more, and the way to its own page."""
    statement = form.instance
    told = [
        f'<p class="remark">{escape(str(remark.by or "A publisher"))}: {escape(remark.text)}</p>'
        for remark in getattr(form, "remarks", ())
    ]
    if statement.withdrawn_at:
        told.append(f'<p class="note bad" data-links>Withdrawn: {escape(statement.withdrawal_note)}</p>')
    if statement.pk:
        page = escape(address("admin:events_statement_change", statement.pk))
        told.append(f'<a class="link" data-links href="{page}">Withdraw or correct…</a>')
    return "".join(told)
