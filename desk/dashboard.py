"""The first page of the desk: what waits, for whom, and what happened lately."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from desk.reviews import changes_kept, may_decide, sent_back, to_review
from events.completeness import gaps, incomplete, with_gaps
from events.models import Complaint, Event, OwnWord, Statement
from house.models import House, Page
from intake.models import Intake, SiteImport
from intake.review import progress
from keeping.models import Backup
from opinions.models import Opinion
from publishing.gate import PUBLIC_STATUSES, Status
from publishing.models import Review

SHOWN = 8
#: After this many days untouched, a draft's waiting time is set in amber.
LATE_AFTER = 7
#: After this many days, so is the age of the last backup.
BACKUP_IS_OLD_AFTER = 7
#: For so many days the last import of an old site is told.
IMPORT_IS_NEWS_FOR = 7


def desk(request, context: dict) -> dict:
    """What UNFOLD["DASHBOARD_CALLBACK"] asks for: the context of the first page."""
    may_see_events = request.user.has_perm("events.view_event")
    return context | {
        "title": "Desk",
        "first_steps": first_steps(request.user),
        "sent_back": waiting_for(sent_back(request.user)),
        "drafts": own_drafts(request.user) if may_see_events else [],
        "changes_kept": waiting_for(changes_kept(request.user)),
        "to_review": waiting_for(to_review(request.user)),
        "decides": any(may_decide(request.user, model) for model in (Event, Opinion, Page)),
        "ready": ready_drafts() if request.user.has_perm("events.publish_event") else [],
        "scheduled": scheduled(request.user),
        "lately": lately(request.user),
        "lost": lost_places() if may_see_events else 0,
        "complaints": open_complaints(request.user),
        "own_words": waiting_own_words(request.user),
        "intakes": reports_being_read(request.user),
        "site_import": site_import(request.user),
        "backup": last_backup(),
        "may_paste": request.user.has_perm("intake.add_intake"),
        "may_add_event": request.user.has_perm("events.add_event"),
    }


def first_steps(user) -> list[dict]:
    """What makes an empty archive somebody's own, and which of it is done; nothing once there is an event."""
    if not user.has_perm("events.add_event") or Event.objects.exists():
        return []
    steps = [{"done": True, "words": "Your account", "ways": []}]
    if user.has_perm("house.change_house"):
        settings = [("Say whose archive it is", reverse("admin:house_house_changelist"))]
        words = "Its name, logo, colour, institution and licence"
        steps.append({"done": House.objects.exists(), "words": words, "ways": settings})
    ways = [("Enter one by hand", reverse("admin:events_event_add"))]
    if user.has_perm("intake.add_intake"):
        ways.insert(0, ("Paste its report", reverse("admin:intake_intake_add")))
        ways.append(("From an old site", reverse("admin:intake_intake_queue")))
    steps.append({"done": False, "words": "The first event", "ways": ways})
    if user.has_perm("auth.add_user"):
        invite = [("Invite somebody", reverse("admin:auth_user_add"))]
        steps.append({"done": User.objects.count() > 1, "words": "Others, or stay alone", "ways": invite})
    return steps


def last_backup() -> dict | None:
    """When it was made and how long ago; None where there is none yet."""
    backup = Backup.objects.first()
    if backup is None:
        return None
    age = timezone.now() - backup.made_at
    return {"made_at": backup.made_at, "age": roughly(age), "old": age.days >= BACKUP_IS_OLD_AFTER}


def reports_being_read(user) -> list[dict]:
    """What waits for decisions, longest untouched first; anybody's, since anybody may go on with it."""
    if not user.has_perm("intake.change_intake"):
        return []
    waiting = Intake.objects.being_read().order_by("updated_at")[:SHOWN]
    return [{"intake": intake, **progress(intake.items)} for intake in waiting]


def site_import(user) -> SiteImport | None:
    """The last import of an old site, while it goes on and for some days."""
    if not user.has_perm("intake.change_intake"):
        return None
    since = timezone.now() - timedelta(days=IMPORT_IS_NEWS_FOR)
    return SiteImport.objects.filter(told_at__gt=since).defer("left").first()


def own_drafts(user) -> list[dict]:
    """The incomplete drafts that ``user`` has worked on, longest untouched first."""
    touched = entries_on(Event).filter(user=user).values("object_id")
    mine = [int(key) for key in touched.values_list("object_id", flat=True).distinct()]
    drafts = incomplete(Event.objects.filter(status=Status.DRAFT, pk__in=mine).exclude(pk__in=in_review()))
    return [line(event) for event in with_gaps(drafts).order_by("updated_at")[:SHOWN]]


def ready_drafts() -> list[dict]:
    """The drafts that lack nothing and that nobody handed in: a publisher decides."""
    drafts = Event.objects.filter(status=Status.DRAFT).exclude(pk__in=in_review())
    whole = drafts.exclude(pk__in=incomplete(drafts).values("pk"))
    return [line(event) for event in with_gaps(whole).order_by("updated_at")[:SHOWN]]


def in_review() -> models.QuerySet:
    """The numbers of events that stand among what is reviewed or was sent back."""
    going_on = Review.objects.filter(kind=Event._meta.label_lower).exclude(state=Review.State.DONE)
    return going_on.values("object_id")


def line(event: Event) -> dict:
    return {"event": event, "gaps": gaps(event), **waiting_since(event.updated_at)}


def waiting_since(moment: datetime) -> dict:
    span = timezone.now() - moment
    return {"waits": roughly(span), "late": span.days >= LATE_AFTER}


def waiting_for(lines: list[dict]) -> list[dict]:
    """Lines about reviews, the longest waiting first."""
    oldest = sorted(lines, key=lambda one: one["since"])[:SHOWN]
    return [one | waiting_since(one["since"]) for one in oldest]


def roughly(span: timedelta) -> str:
    """ "9 days", "5 hours", "4 min": one unit is enough for a waiting time."""
    minutes = max(int(span.total_seconds() // 60), 0)
    for size, unit in ((24 * 60, "day"), (60, "hour")):
        if minutes >= size:
            return f"{minutes // size} {unit}{'s' if minutes >= 2 * size else ''}"
    return f"{minutes} min"


def scheduled(user) -> list[dict]:
    """What will appear or be withdrawn by itself, soonest first."""
    now = timezone.now()
    waiting: list[Any] = []
    for model in (Event, Opinion, Page):
        if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
            waiting += soonest_of(model, now)
    soonest = sorted(waiting, key=lambda item: item.next_moment)[:SHOWN]
    return [
        {"item": item, "waits": roughly(item.next_moment - now), "address": desk_address(item)}
        for item in soonest
    ]


def soonest_of(model, now: datetime) -> models.QuerySet:
    """What appears or is withdrawn by itself, each with its ``next_moment``."""
    appears = models.Q(status=Status.SCHEDULED, publish_at__gt=now)
    ends = models.Q(status__in=PUBLIC_STATUSES, withdraw_at__gt=now)
    moment = models.Case(models.When(appears, then="publish_at"), default="withdraw_at")
    return model.objects.filter(appears | ends).annotate(next_moment=moment).order_by("next_moment")[:SHOWN]


def desk_address(item) -> str:
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])


def lately(user) -> list[dict]:
    """What was done at the desk of late, as far as ``user`` may see what it was done to."""
    entries = LogEntry.objects.select_related("user", "content_type")[: SHOWN * 4]
    visible = [
        entry
        for entry in entries
        if entry.content_type
        and user.has_perm(f"{entry.content_type.app_label}.view_{entry.content_type.model}")
    ]
    return [done(entry, user) for entry in visible[:SHOWN]]


def done(entry: LogEntry, user) -> dict:
    """Who did what, when, to what; the admin's own list of changed fields is not shown."""
    note = "" if entry.change_message.startswith("[") else entry.change_message
    return {
        "when": entry.action_time,
        "who": "You" if entry.user == user else entry.user.get_full_name() or str(entry.user),
        "deed": "deleted" if entry.is_deletion() else "entered" if entry.is_addition() else "changed",
        "name": Truncator(entry.object_repr).chars(60),
        "address": "" if entry.is_deletion() else entry.get_admin_url(),
        "note": f": {note}" if note else "",
    }


def lost_places() -> int:
    return Statement.objects.without_a_place().exclude(event__status=Status.WITHDRAWN).count()


def waiting_own_words(user) -> int:
    """Objections and replies of speakers that wait."""
    return OwnWord.objects.waiting().count() if user.has_perm("events.view_ownword") else 0


def open_complaints(user) -> int:
    return Complaint.objects.open().count() if user.has_perm("events.view_complaint") else 0


def entries_on(model):
    return LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model))
