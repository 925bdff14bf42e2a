"""A first search: the records in which every word occurs. Only what is public is asked."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from events.models import Event, Statement
from opinions.models import Opinion


def having_all(rows, words: list[str], fields: list[str]):
    for word in words:
        condition = Q()
        for field in fields:
            condition |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(condition)
    return rows


def statements(words: list[str]) -> QuerySet:
    fields = ["text", "attribution", "appearance__printed_name"]
    return having_all(Statement.objects.published(), words, fields).newest_first().for_list()


def events(words: list[str]) -> QuerySet:
    """By title, lead and report; not by a report of which a passage was withdrawn: a hit tells its words."""
    withdrawn = Statement.objects.withdrawn().filter(event=OuterRef("pk"))
    public = Event.objects.published().newest_first().for_list()
    by_lead = having_all(public, words, ["title", "lead"])
    by_report = having_all(public.filter(~Exists(withdrawn)), words, ["title", "lead", "report"])
    return public.filter(Q(pk__in=by_lead.values("pk")) | Q(pk__in=by_report.values("pk")))


def opinions(words: list[str]) -> QuerySet:
    fields = ["title", "lead", "body"]
    return having_all(Opinion.objects.published(), words, fields).newest_first().for_list()
