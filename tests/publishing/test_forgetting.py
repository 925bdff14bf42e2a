"""A name that must not be kept stands nowhere: the whole database is searched for it, and the folder of uploads."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from events.models import Event
from events.placing import place_statements
from intake.models import Intake, digest_of
from opinions.models import Opinion
from publishing.changes import unit_of_work
from publishing.forgetting import PLACES, Names, forget_everywhere
from publishing.history import keep_aside
from publishing.models import OldAddress, Version
from publishing.wholes import document_of
from search.models import SearchedFor
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, OpinionFactory, SpeakerFactory, event_with_statements

pytestmark = pytest.mark.django_db

#: Where a person who took part stands as themselves: nothing there links them to words.
THEMSELVES = {
    "people.speaker",
    "people.namevariant",
    "people.nameuse",
    "people.namekey",
    "events.appearance",
    "search.knownword",  # words of the archive, one by one
}


@unit_of_work()
def tables_with(*words: str) -> set[str]:
    """The tables of which some row has one of ``words``, however it is stored; "media" for the folder of uploads."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values_list():
            said = repr(row).casefold()
            # JSON in a text writes letters beyond ASCII in numbers.
            said += said.encode().decode("unicode_escape", errors="ignore")
            if any(word.casefold() in said for word in words):
                found.add(model._meta.label_lower)
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    if any(word.encode() in path.read_bytes() or word in path.name for path in files for word in words):
        found.add("media")
    return found


def logged(user, item, said: str, message: str = "") -> None:
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(item),
        object_id=item.pk,
        object_repr=said,
        action_flag=CHANGE,
        change_message=message,
    )


@pytest.fixture
def dinner() -> Event:
    """An event on the record, at which Хедвиг Dahl spoke, and everything that remembers it."""
    event = event_with_statements(
        "Engines will compose.", "Dahl saw it first.", title="Dinner with Hedvig Dahl"
    )
    appearance = event.appearances.get()
    appearance.printed_name = "Хедвиг Даль"
    appearance.save()
    speaker = appearance.speaker
    speaker.name = "Hedvig Dahl"
    speaker.save()
    document = document_of(event)
    document["fields"]["lead"] = "Hedvig Dahl opened."
    keep_aside(event, document, event.version)
    event.title, event.slug = "Dinner", "hedvig-dahl-dines"
    event.save()
    user = make_user("Editor")
    added = json.dumps([{"changed": {"name": "speaker", "object": "Хедвиг Даль"}}])
    logged(user, event, "Dinner with Hedvig Dahl", added)
    logged(user, event.statements.last(), "Dahl saw it first.")
    logged(user, OpinionFactory(), "An opinion", "Published with the event “Dinner with Hedvig Dahl”.")
    Intake.objects.create(
        text="Hedvig Dahl said so.",
        digest=digest_of("1"),
        event=event,
        state=Intake.State.MADE,
        proposal={"people": ["Хедвиг Даль"]},
        decisions={"items": [], "said": "Hedvig Dahl"},
    )
    return event


def test_event_that_goes_under_the_rule_keeps_no_name_anywhere(dinner):
    words = ["Hedvig", "Dahl", "Хедвиг", "Даль"]
    assert tables_with(*words) >= {"publishing.version", "admin.logentry", "intake.intake"}
    dinner.statements.filter(text="Dahl saw it first.").update(
        text="It was seen first.", fold="it was seen first."
    )
    dinner.statements.update(appearance=None, attribution="A participant")
    dinner.record_rule, dinner.slug = Event.RecordRule.CHATHAM_HOUSE, "dinner"
    dinner.report = "<p>Engines will compose.</p><p>It was seen first.</p>"
    dinner.save()
    place_statements(dinner)

    # Of the speaker's own versions the name is theirs.
    Version.objects.filter(kind="people.speaker").delete()
    assert tables_with(*words) <= THEMSELVES
    (version,) = Version.objects.filter(kind="events.event")
    assert "appearances" not in version.document["parts"]
    assert OldAddress.of(dinner).count() == 0


def test_event_of_many_versions_keeps_no_name_either(dinner):
    statement = dinner.statements.get(text="Dahl saw it first.")
    last = Version.objects.standing().filter(kind="events.event").latest("number")
    for number in range(600):
        parts = last.document["parts"] | {"statements": [{"id": 10_000 + number}]}
        fields = last.document["fields"] | {"title": f"Dinner {number} with Hedvig Dahl"}
        last.pk, last.number, last.document = None, last.number + 1, {"fields": fields, "parts": parts}
        last.save(force_insert=True)
    user = make_user("Publisher")
    for number in (0, 599):
        statement.pk = 10_000 + number
        logged(user, statement, f"Dahl’s words, {number}")
        logged(user, OpinionFactory(), "An opinion", f"Published with “Dinner {number} with Hedvig Dahl”.")
    dinner.statements.update(appearance=None, attribution="A participant")
    dinner.statements.filter(text__startswith="Dahl").update(text="It was seen.", fold="it was seen.")
    dinner.record_rule, dinner.report = Event.RecordRule.CHATHAM_HOUSE, "<p>Engines will compose.</p>"
    dinner.save()

    assert "admin.logentry" not in tables_with("Hedvig", "Dahl")


def test_versions_under_the_rule_go_when_somebody_is_entered_whom_they_name():
    event = event_with_statements("Engines will compose.", status="draft", publish_at=None)
    event.statements.update(appearance=None, attribution="A participant")
    event.record_rule, event.lead = Event.RecordRule.CHATHAM_HOUSE, "Hedvig Dahl came."
    event.save()
    event.lead = "Somebody came."
    event.save()
    event.title = "Other"
    event.save()
    kept = Version.objects.filter(kind="events.event")
    assert kept.count() == 3

    AppearanceFactory(event=event, speaker=SpeakerFactory(name="Hedvig Dahl"))
    event.save()

    assert [version.document["fields"]["lead"] for version in kept] == ["Somebody came."] * 2


def test_a_person_is_forgotten_wherever_their_name_is_kept(dinner):
    SearchedFor.objects.create(query="hedvig dahl dinner", times=2)
    OldAddress.remember("/opinions/hedvig-dahl/", OpinionFactory())
    OldAddress.objects.filter(
        path__contains="dinner"
    ).delete()  # of somebody of that name, who is still there
    beside = {
        "search.knownword",
        "publishing.version",
        "admin.logentry",
        "intake.intake",
        "search.searchedfor",
        "publishing.oldaddress",
    }
    words = ["Hedvig Dahl", "Хедвиг Даль", "hedvig-dahl", "'hedvig'"]
    assert tables_with(*words) >= beside

    forget_everywhere(["Hedvig Dahl", "Хедвиг Даль"])

    assert not tables_with(*words) & beside
    newest = Version.objects.standing().filter(kind="events.event").first()
    assert newest.document["parts"]["appearances"][0]["printed_name"] == "[…]"
    assert Intake.objects.get().text == "[…] said so."
    assert Opinion.objects.count() == 2


def test_there_is_one_list_of_places():
    assert [place.called for place in PLACES] == [
        "the history of the desk",
        "versions",
        "reviews",
        "deeds",
        "old addresses",
        "readers' complaints",
        "speakers' own words",
        "corrections on the pages of former speakers",
        "addresses of the old site",
        "the log of searches",
        "words that searches know",
        "pages as they were made",
        "searches that readers follow",
        "handed-in texts",
        "imports of an old site",
    ]


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Ada Lovelace spoke.", "[…] spoke."),
        ("ADA\xa0LOVELACE", "[…]"),
        ("Lovelacean", "Lovelacean"),
        ({"by": ["Ada Lovelace", 3]}, {"by": ["[…]", 3]}),
    ],
)
def test_names_are_words_of_their_own(text, without):
    assert Names(["Ada Lovelace", "Lovelace", ""]).taken_out(text) == without
