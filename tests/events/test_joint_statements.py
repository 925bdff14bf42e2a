"""One statement that two people made jointly: it has both names everywhere, is found by either, and is one."""

import pytest

from api.shapes import Statement as Shape
from events.models import Appearance, Statement
from events.moving import move_statement
from events.names_out import take_all_names_out
from events.not_for_attribution import ANYBODY, take_name_off, told_by_surroundings
from people.forgetting import forget_person
from publishing.bringing_back import bring_back
from publishing.changes import unit_of_work
from publishing.models import Version
from search.counting import Counts, recount_all
from tests.desk.pages import change_page, errors_on, form_on, with_row
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, EventFactory, SpeakerFactory, StatementFactory, TopicFactory
from tests.public.test_evidence_everywhere import addresses

pytestmark = pytest.mark.django_db

ADA, BORIS = "Anna Berg", "Boris Kern"
WORDS = "Ports and rail belong together."


@pytest.fixture
@unit_of_work()
def joint() -> Statement:
    """Of Anna Berg and Boris Kern, at a public event where Chen Wu was too."""
    ada = AppearanceFactory(speaker__name=ADA, printed_post="Minister of Rail", event__title="Spring")
    boris = AppearanceFactory(event=ada.event, speaker__name=BORIS, printed_post="Master of the Port")
    AppearanceFactory(event=ada.event, speaker__name="Chen Wu")
    statement = StatementFactory(appearance=ada, jointly_with=boris, text=WORDS)
    statement.topics.add(TopicFactory(name="Rail"))
    return statement


def body_of(response) -> str:
    return "" if response.streaming else response.content.decode()


def test_every_surface_that_has_the_words_has_both_names(client, joint):
    StatementFactory(appearance=joint.appearance)  # of what two said neither is asked for their own word
    bodies = {name: body_of(client.get(address)) for name, address in addresses(joint).items()}
    having = {name for name, body in bodies.items() if WORDS in body}

    assert [name for name in having if "Berg" not in bodies[name] or "Kern" not in bodies[name]] == []
    assert having >= {
        "events:statement",
        "events:topic",
        "public:embed",
        "public:oembed",
        "api:statement",
    }
    assert "Boris Kern</a><span" in bodies["events:statement"] and ", jointly" in bodies["events:statement"]
    for whose in (ADA, BORIS):
        page = client.get(
            Appearance.objects.get(printed_name=whose).speaker.get_absolute_url()
        ).content.decode()
        assert WORDS in page and "Joint statement:" in page and "No position is recorded" not in page
        assert (
            "rail belong together"
            in client.get(f"/search/?q={whose.replace(' ', '+')}+ports").content.decode()
        )


def test_the_page_of_its_event_has_it_once_and_sends_the_other_there(client, joint):
    page = client.get(joint.event.get_absolute_url()).content.decode()

    assert page.count(f'id="s-{joint.pk}"') == 1
    assert f"Jointly with {ADA}:" in page and f'<a href="#s-{joint.pk}">' in page
    assert page.count("1 position<") == 2


def test_it_counts_for_each_and_once_in_all(joint):
    def numbers() -> list[int]:
        counts = Counts()
        people = [counts.one("speaker", one.speaker_id).positions for one in joint.speakers]
        return [
            *people,
            counts.one("archive", 0).positions,
            counts.one("topic", joint.topics.get().pk).positions,
        ]

    assert numbers() == [1, 1, 1, 1]
    recount_all()
    assert numbers() == [1, 1, 1, 1]


def test_whoever_compares_two_finds_it_at_both(client, joint):
    slugs = "&".join(f"speaker={one.speaker.slug}" for one in joint.speakers)
    page = client.get(f"/compare/?{slugs}").content.decode()

    assert page.count(WORDS) == 2 and ">Rail<" in page


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_both_are_its_authors_in_files_of_citations(client, joint, ending):
    cited = client.get(f"{joint.get_absolute_url()}cite.{ending}").content.decode()

    assert {
        "bib": "author = {Berg, Anna and Kern, Boris}",
        "ris": "AU  - Berg, Anna\r\nAU  - Kern, Boris",
        "json": '"family": "Kern"',
    }[ending] in cited


def test_api_and_tables_name_the_second_apart(client, joint):
    told = client.get(f"/api/v1/statements/{joint.pk}/").json()
    rows = client.get(f"/api/v1/statements/?speaker={joint.jointly_with.speaker.slug}").json()["results"]

    Shape.model_validate(told)
    assert (told["said_by"], told["speaker"]["name"]) == (f"{ADA} and {BORIS}", ADA)
    assert (told["jointly_with"]["printed_name"], told["jointly_with"]["printed_post"]) == (
        BORIS,
        "Master of the Port",
    )
    assert [row["number"] for row in rows] == [joint.pk]


def test_who_asks_whether_either_said_it_is_told_so(client, joint):
    for name in (ADA, BORIS):
        answer = client.post("/verify/", {"text": f"{name} said that ports and rail belong together."})
        assert f"/statements/{joint.pk}/" in answer.content.decode()
        assert "recorded as" not in answer.content.decode()


# --- At the desk ---


def test_the_second_is_chosen_in_the_row_and_may_be_as_new(client):
    event = EventFactory()
    client.force_login(make_user("Editor"))
    page = change_page(event)
    data = form_on(client, page)
    for speaker in (SpeakerFactory(name=ADA), SpeakerFactory(name=BORIS)):
        data = with_row(data, "appearances", speaker=speaker.pk)
    data = with_row(data, "statements", said_by="0", text=WORDS, own_words="on")

    alone = client.post(page, data | {"statements-0-said_by": "", "statements-0-and_by": "1"})
    same = client.post(page, data | {"statements-0-and_by": "0"})
    client.post(page, data | {"statements-0-and_by": "1"})

    assert "Choose first who said it" in errors_on(alone)["statements-0-and_by"]
    assert "two different speakers" in errors_on(same)["statements-0-and_by"]
    assert event.statements.get().said_by == f"{ADA} and {BORIS}"
    assert form_on(client, page)["statements-0-and_by"] == "1"


def test_versions_tell_it_and_bring_it_back(client, joint):
    event = joint.event
    client.force_login(make_user("Publisher"))
    page = change_page(event)
    client.post(page, form_on(client, page) | {"statements-0-and_by": "", "override_reason": "Right."})
    assert Statement.objects.get().jointly_with is None

    newest, before = Version.objects.filter(kind="events.event", object_id=event.pk).order_by("-number")[:2]
    history = client.get(f"/admin/events/event/{event.pk}/history/?old={before.number}&new={newest.number}")
    assert "Jointly with" in history.content.decode()
    bring_back(event, before)
    assert Statement.objects.get().said_by == f"{ADA} and {BORIS}"


def test_a_second_speaker_who_is_taken_off_the_list_is_told_at_the_row(client, joint):
    client.force_login(make_user("Publisher"))
    page = change_page(joint.event)
    data = form_on(client, page) | {"appearances-1-DELETE": "on"}

    refused = client.post(page, data)
    client.post(page, data | {"statements-0-and_by": ""})

    assert "choose who said it" in errors_on(refused)["statements-0-and_by"]
    assert Statement.objects.get().said_by == ADA


def test_moving_it_gives_it_to_one_alone(joint):
    boris = joint.jointly_with
    move_statement(joint, boris, correction="Until today this was Anna Berg’s too. It is by [[name]].")

    moved = Statement.objects.get()
    assert moved.said_by == BORIS and moved.corrections.get().text.endswith("It is by Boris Kern.")


def test_who_is_forgotten_leaves_it_to_the_other(joint):
    forget_person(joint.appearance.speaker)

    left = Statement.objects.get()
    assert (left.said_by, left.withdrawn_at) == (BORIS, None)


def test_under_the_rule_and_not_for_attribution_neither_is_left(joint):
    assert told_by_surroundings(joint) == []
    Statement.objects.update(text="Boris Kern thinks so.")
    assert told_by_surroundings(Statement.objects.get()) != []
    Statement.objects.update(text=WORDS)

    take_name_off(Statement.objects.get())
    assert Statement.objects.get().said_by == ANYBODY
    documents = str(list(Version.objects.values_list("document", flat=True)))
    assert f"'jointly_with': {joint.jointly_with_id}" not in documents


def test_all_names_out_takes_both(joint):
    take_all_names_out(joint.event, {ADA: "a participant", BORIS: "a participant"})

    assert Statement.objects.get().speakers == []
