"""Following by letter: asked for, confirmed by a link, told once, ended by one click. No account and no cookie."""

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from config import post
from config.counts import add_one, counted, key_of
from events.models import Event, Statement
from events.quotation import with_marks
from events.withdrawing import public_title
from following.models import TO_CONFIRM, Follow
from following.subjects import Subject, known_as, since_when, subject_of
from house.now import the_house
from public.meta import absolute

logger = logging.getLogger(__name__)
SALT = "following"
CONFIRM, END = "confirm", "end"
#: Letters that ask one address for its confirmation, in so many seconds: nobody's letter box is filled by strangers.
LETTERS, SPAN = 3, 24 * 60 * 60
#: Of what was told, kept so that nothing is told twice.
REMEMBERED = 500
#: Minutes after which somebody else may take over a letter that nobody has finished.
ABANDONED = 60


def key(deed: str, follow: Follow) -> str:
    return signing.dumps([deed, follow.pk], salt=SALT)


def follow_of(deed: str, key: str) -> Follow | None:
    """Whose link it is; None where it is nobody's (any more). A link that ends it works for good."""
    try:
        known, pk = signing.loads(key, salt=SALT, max_age=TO_CONFIRM if deed == CONFIRM else None)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Follow.objects.filter(pk=pk).first() if known == deed else None


def ask(email: str, kind: str, what: str, every: str, language: str) -> None:
    """Write to ``email`` for its confirmation, unless it has been asked often today; the answer is the same anyway."""
    told = {"every": every, "language": language}
    follow, is_new = Follow.objects.get_or_create(email=email.casefold(), kind=kind, what=what, defaults=told)
    if not is_new:
        Follow.objects.filter(pk=follow.pk, confirmed_at__isnull=True).update(asked_at=timezone.now(), **told)
    times = counted(lambda counts: add_one(counts, key_of("following:letters", follow.email), SPAN))
    if follow.confirmed_at is None and times <= LETTERS:
        post.send_soon(lambda: [_question(follow)])


def _question(follow: Follow) -> EmailMessage:
    link = absolute(f"{reverse('following:confirm')}?key={key(CONFIRM, follow)}")
    return _letter(follow, "following/confirm.txt", {"link": link})


def confirm(follow: Follow) -> None:
    """From now on they are told what is new; what is there already is not. Done twice, it is done once."""
    with translation.override(follow.language):
        subject = subject_of(follow.kind, follow.what)
    there = [known_as(item) for item in subject.news()] if subject else []
    now = timezone.now()
    Follow.objects.filter(pk=follow.pk, confirmed_at__isnull=True).update(
        confirmed_at=now, told_at=now, told=there
    )


def end(follow: Follow) -> None:
    follow.delete()


# --- Telling ---


def tell_news() -> tuple[int, int]:
    """Write to whoever it is time to write to; returns how many letters went out, and how many could not.

    A letter that could not be sent is tried again the next time. Addresses that were never confirmed are forgotten.
    """
    Follow.objects.never_confirmed().delete()
    sent = failed = 0
    for follow in Follow.objects.due():
        if _claimed(follow):
            went = _tell(follow)
            sent, failed = sent + (went is True), failed + (went is False)
    return sent, failed


def _claimed(follow: Follow) -> bool:
    """Whether it is ours: of two commands at once, one writes."""
    now = timezone.now()
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - timedelta(minutes=ABANDONED))
    return bool(Follow.objects.due().filter(free, pk=follow.pk).update(claimed_at=now))


def _tell(follow: Follow) -> bool | None:
    """Whether the letter went out; None where there was nothing to tell."""
    with translation.override(follow.language):
        subject = subject_of(follow.kind, follow.what)
        items = subject.news() if subject else []
        new = [one for one in items if since_when(one) > follow.told_at and known_as(one) not in follow.told]
        letter = _news(follow, subject, new) if subject and new else None
    try:
        if letter:
            letter.send()
    except Exception as error:  # whatever another server says; the address stands in no log
        logger.error("A letter to a reader could not be sent: %s. See EMAIL_URL.", type(error).__name__)
        Follow.objects.filter(pk=follow.pk).update(claimed_at=None)
        return False
    told = list(dict.fromkeys([*map(known_as, items), *follow.told]))[:REMEMBERED]
    Follow.objects.filter(pk=follow.pk).update(told_at=timezone.now(), told=told, claimed_at=None)
    return True if letter else None


def _news(follow: Follow, subject: Subject, new: Iterable) -> EmailMessage:
    told = {
        "news": [(line_of(item), absolute(item.get_absolute_url())) for item in new],
        "name": subject.name,
    }
    return _letter(follow, "following/news.txt", {**told, "page": absolute(subject.page)})


def line_of(item) -> str:
    """Who said what, as what it is known; the words in marks only where they are the speaker's."""
    if isinstance(item, Statement):
        words = with_marks(item.text, item.known, item.event.language)
        return f"{item.said_by} ({item.known.label.lower()}), {public_title(item.event)}: {words}"
    return public_title(item) if isinstance(item, Event) else f"{item.byline}: {item.title}"


def _letter(follow: Follow, template: str, context: dict) -> EmailMessage:
    """The template's first line is the subject."""
    address = absolute(f"{reverse('following:end')}?key={key(END, follow)}")
    with translation.override(follow.language):
        known = {"house": the_house().name, "site": settings.SITE_URL, "end": address, "every": follow.every}
        subject, _, text = render_to_string(template, known | context).strip().partition("\n")
    headers = {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return EmailMessage(subject, text.strip() + "\n", to=[follow.email], headers=headers)
