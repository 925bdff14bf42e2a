"""The desk's pages: pasting, deciding, keeping, making; with scripts and without, and by whom."""

import json
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from events.models import Event
from intake import admin as intake_admin
from intake.importing import take_in
from intake.items import ItemEncoder, PersonItem, StatementItem, of_kind
from intake.making import make_draft
from intake.models import Intake
from publishing.changes import unit_of_work
from publishing.deeds import publish
from tests.desk.pages import messages_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, SpeakerFactory
from tests.intake.items import accepted, person

pytestmark = pytest.mark.rendering

ADD = "/admin/intake/intake/add/"


def page_of(intake) -> str:
    return f"/admin/intake/intake/{intake.pk}/change/"


def keep(client, intake, items, version=None, **more):
    return client.post(
        f"/admin/intake/intake/{intake.pk}/decisions/",
        json.dumps({"version": version or intake.version, "items": items, **more}, cls=ItemEncoder),
        content_type="application/json",
    )


def plain_fields(client, intake) -> dict:
    """What the page would send without scripts if nothing were touched."""
    context = client.get(page_of(intake)).context
    data = {"version": intake.version}
    for item in context["items"]:
        key = item["id"]
        data[f"{key}-state"] = item["state"]
        names = {
            "facts": (),
            "person": ("name", "post", "role", "choice"),
            "statement": ("speaker", "evidence", "words"),
            "opinion": ("title", "author", "choice"),
        }[item["kind"]]
        data |= {f"{key}-{name}": item[name] for name in names}
        data |= {f"facts-{field['name']}": field["value"] for field in item.get("fields", ())}
    return data


# --- Pasting ---


def test_pasted_report_opens_its_review(client, editor, report):
    response = client.post(ADD, {"text": report, "source": "example.org/summit"})

    intake = Intake.objects.get()
    assert response.url == page_of(intake)
    assert (intake.source, intake.read_by) == ("https://example.org/summit", editor)


def test_uploaded_file_opens_its_review(client, editor, report):
    client.post(ADD, {"file": SimpleUploadedFile("summit.txt", report.encode())})

    assert Intake.objects.get().file_name == "summit.txt"


def test_same_text_pasted_twice_leads_to_the_same_review_and_says_so(client, editor, intake, report):
    response = client.post(ADD, {"text": report}, follow=True)

    assert response.redirect_chain[-1][0] == page_of(intake)
    assert messages_on(response)[0].startswith("Nothing changed: this text was read on ")


def test_pasted_page_is_cleaned_for_the_field(client, editor):
    html = "<meta charset='utf-8'><p>It fell by 10<sup>6</sup>, <s>or so</s>.</p><ul><li>one</li></ul>"

    told = client.post("/admin/intake/intake/cleaned/", {"html": html}).json()

    assert told == {
        "text": "It fell by 10⁶,.\n\n• one",
        "left_out": 2,
        "words": "2 words that were struck out or hidden, or stood in notes and comments, were left out.",
    }


@pytest.mark.parametrize("html", ["", "<p></p>", "<div>" * 1000 + "Ada", "\0"])
def test_pasted_page_without_text_is_refused_in_words(client, editor, html):
    response = client.post("/admin/intake/intake/cleaned/", {"html": html})

    assert response.status_code == 400 and response.json()["error"]


@pytest.mark.parametrize("left_out", ["7", "", "-1", "seven", "9" * 40])
def test_words_left_out_while_pasting_are_told_at_the_review(client, editor, report, left_out):
    page = client.post(ADD, {"text": report, "left_out": left_out}, follow=True).content.decode()

    assert (
        "7 words that were struck out or hidden, or stood in notes and comments, were left out." in page
    ) == (left_out == "7")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (
            "<p>Ada Lovelace said that the fund will <del>double</del> halve.</p>",
            "1 word that was struck out",
        ),
        ("<p>Ada Lovelace said so.</p><p hidden>And not so.</p>", "3 words that were struck out or hidden"),
    ],
)
def test_review_tells_how_much_was_left_out(client, editor, html, words):
    page = client.post(ADD, {"text": html}, follow=True).content.decode()

    assert words in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": "  "}, "Paste the text of a report, or choose a file."),
        ({"text": "Ada said so. " * 90_000}, "more than 1 million characters"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}, "This PDF is broken or locked"),
        ({"text": "Ada said so.", "source": "not an address"}, "Write the whole address"),
        ({"text": "Ada said.", "file": SimpleUploadedFile("a.txt", b"Bo said.")}, "not both"),
    ],
)
def test_what_cannot_be_read_is_told_at_the_form(client, editor, data, words):
    response = client.post(ADD, data)

    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Intake.objects.exists()


def test_pasted_script_is_shown_as_text(client, editor):
    client.post(ADD, {"text": "Talk\n\nAda Lovelace said: “</script><script>alert(1)</script> is bad.”"})

    page = client.get(page_of(Intake.objects.get())).content.decode()

    assert "<script>alert" not in page


def test_paste_of_fifty_megabytes_is_refused_with_a_clear_word(client, editor):
    response = client.post(ADD, {"text": "A" * 50 * 1024 * 1024})

    assert response.status_code == 413
    assert "hand in less text at once" in response.content.decode()


def test_paste_is_protected_against_forgery(db, report):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("Editor"), backend="django.contrib.auth.backends.ModelBackend")

    assert client.post(ADD, {"text": report}).status_code == 403
    assert not Intake.objects.exists()


# --- By whom ---


@pytest.mark.parametrize("address", [ADD, "/admin/intake/intake/", "/admin/intake/intake/alike/?name=Ada"])
def test_visitors_are_sent_to_the_log_in(client, db, address):
    assert client.get(address).status_code == 302


def test_staff_without_a_role_read_no_reports(client, intake):
    client.force_login(
        User.objects.create_user("guest", is_staff=True), backend="django.contrib.auth.backends.ModelBackend"
    )

    assert client.get(ADD).status_code == 403
    assert client.get(page_of(intake)).status_code == 403
    assert keep(client, intake, intake.items).status_code == 403


def test_source_text_is_on_no_public_page(client, editor, report):
    intake, _ = take_in(report.replace("Advertisement", "Subscribe to the zebrafish newsletter"))
    event = make_draft(intake, accepted(intake.items)).event
    publish(event)
    client.logout()

    for address in ("/", event.get_absolute_url(), "/search/?q=newsletter", page_of(intake)):
        assert "zebrafish newsletter" not in client.get(address, follow=True).content.decode()


# --- Deciding with scripts ---


def test_decisions_are_kept_between_visits(client, editor, intake):
    response = keep(client, intake, accepted(intake.items), at="s3", gaps=True)

    page = client.get(page_of(intake)).context["page"]
    assert response.json() == {"version": 2}
    assert {item["state"] for item in page["items"]} == {"accepted"}
    assert (page["at"], page["gaps"]) == ("s3", True)


def test_second_tab_is_told_and_overwrites_nothing(client, editor, intake):
    keep(client, intake, accepted(intake.items), version=1)

    response = keep(client, intake, intake.items, version=1)

    intake.refresh_from_db()
    assert response.status_code == 409 and "another tab" in response.json()["error"]
    assert {item.state for item in intake.items} == {"accepted"}


def test_places_come_from_the_browser_in_its_own_count(client, editor, db):
    text = "Talk 😀\n\nAda Lovelace, a poet, said that the harbour is full. 😀 She added that ships wait."
    intake, _ = take_in(text)
    page = client.get(page_of(intake)).context["page"]

    keep(client, intake, page["items"])

    before = [(item.start, item.end) for item in of_kind(StatementItem, intake.items)]
    intake.refresh_from_db()
    assert [(item.start, item.end) for item in of_kind(StatementItem, intake.items)] == before


@pytest.mark.parametrize(
    "change",
    [
        {"start": -1},
        {"end": 10_000_000},
        {"start": 20, "end": 10},
        {"start": "0"},
        {"evidence": "hearsay"},
        {"speaker": "p99"},
        {"speaker": "g: "},
        {"state": "accepted", "speaker": ""},
        {"state": "maybe"},
        {"kind": "person"},
        {"id": "facts"},
        {"id": "<script>"},
        {"why": ["x"]},
    ],
)
def test_decisions_that_cannot_be_are_refused(client, editor, intake, change):
    first = of_kind(StatementItem, intake.items)[0]
    items = [item.stored() | change if item == first else item for item in intake.items]

    assert keep(client, intake, items).status_code == 400
    assert Intake.objects.get().items == intake.items


def test_half_a_character_from_a_browser_spoils_no_page(client, editor, intake):
    items = [
        replace(item, name="Ada \ud83d") if isinstance(item, PersonItem) else item for item in intake.items
    ]

    keep(client, intake, items, at="\ud83d")

    for address in (page_of(intake), "/admin/intake/intake/", "/admin/"):
        assert client.get(address).status_code == 200
    intake.refresh_from_db()
    assert {item.name for item in of_kind(PersonItem, intake.items)} == {"Ada"}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"items": 1, "version": 1}',
        '{"items": [], "version": 1}',
        "[" * 100_000,
        "\x00",
    ],
)
def test_rubbish_for_decisions_is_a_400(client, editor, intake, body):
    address = f"/admin/intake/intake/{intake.pk}/decisions/"

    assert client.post(address, body, content_type="application/json").status_code == 400


def test_version_that_is_no_number_of_one_is_a_400(client, editor, intake):
    body = json.dumps({"items": intake.items, "version": "V"}, cls=ItemEncoder).replace('"V"', "1e999")

    address = f"/admin/intake/intake/{intake.pk}/decisions/"
    response = client.post(address, body, content_type="application/json")

    assert response.status_code == 400


def test_made_draft_opens_its_form(client, editor, intake):
    keep(client, intake, accepted(intake.items))
    intake.refresh_from_db()

    response = client.post(
        page_of(intake), {"version": intake.version, "deed": "make", "script": "1"}, follow=True
    )

    event = Event.objects.get()
    assert response.redirect_chain[-1][0] == f"/admin/events/event/{event.pk}/change/"
    assert messages_on(response)[0].startswith("The draft is made: 12 statements")
    assert "Made from a report" in client.get("/admin/").content.decode()


def test_draft_says_in_a_message_what_it_left(client, editor, intake):
    keep(client, intake, accepted(intake.items, but=("o0",)))
    intake.refresh_from_db()

    response = client.post(
        page_of(intake), {"version": intake.version, "deed": "make", "script": "1"}, follow=True
    )

    assert f'<a href="{page_of(intake)}">the review</a>: 1 opinion not decided.' in messages_on(response)[0]


def test_draft_is_not_made_of_decisions_that_were_overtaken(client, editor, intake):
    keep(client, intake, accepted(intake.items))

    response = client.post(page_of(intake), {"version": 1, "deed": "make", "script": "1"})

    assert response.status_code == 409
    assert not Event.objects.exists()


def test_thrown_away_report_is_taken_up_again_as_it_was(client, editor, intake):
    keep(client, intake, accepted(intake.items))

    client.post(page_of(intake), {"deed": "throw"})
    thrown = client.get(page_of(intake)).content.decode()
    client.post(page_of(intake), {"deed": "take-up"})

    intake.refresh_from_db()
    assert "Take it up again" in thrown and "Make a draft" not in thrown
    assert intake.state == Intake.State.READING
    assert {item.state for item in intake.items} == {"accepted"}


def test_changed_text_shows_what_changed(client, editor, intake, report):
    changed, _ = take_in(report.replace("two hours", "three hours"), intake.source)

    page = client.get(page_of(changed)).content.decode()

    assert "This text changed since" in page
    assert "<ins>Lukin pointed out that Vladimir Putin gave Kim three hours" in page


def test_person_whom_the_reader_missed_is_asked_of_the_archive(client, editor):
    ada = SpeakerFactory(name="Ada Lovelace")

    told = client.get(reverse("admin:intake_intake_alike"), {"name": "Ada Lovelace"}).json()

    assert (told["verdict"], told["choice"]) == ("matched", str(ada.pk))


# --- Without scripts ---


def test_plain_fields_untouched_change_nothing(client, editor, intake):
    client.post(page_of(intake), plain_fields(client, intake) | {"deed": "save"})

    after = Intake.objects.get()
    assert after.items == intake.items and after.version == intake.version + 1


def test_plain_fields_decide_mend_and_add(client, editor, intake):
    data = plain_fields(client, intake)
    lukin, maslov = (person(intake.items, name).id for name in ("Artyom Lukin", "Alexey Maslov"))
    data |= {
        "facts-state": "accepted",
        "facts-title": "A better title",
        f"{lukin}-state": "accepted",
        f"{lukin}-post": "Researcher",
        f"{maslov}-state": "accepted",
        "s0-state": "refused",
        "s1-speaker": lukin,
        "s1-words": "He said that, going by the results",
        "s1-state": "accepted",
        "new-statement-words": "Moscow knows its limits, and aims low.",
        "new-statement-group": "The hosts",
        "new-person-name": "Mira Osei",
        "deed": "make",
    }

    response = client.post(page_of(intake), data, follow=True)

    event = Event.objects.get(title="A better title")
    assert response.redirect_chain[-1][0] == f"/admin/events/event/{event.pk}/change/"
    assert event.appearances.get(printed_name="Artyom Lukin").printed_post == "Researcher"
    assert event.appearances.filter(printed_name="Mira Osei").exists()
    assert [(s.said_by, s.text) for s in event.statements.all()] == [
        ("Artyom Lukin", "He said that, going by the results"),
        ("The hosts", "Moscow knows its limits, and aims low."),
    ]


def test_plain_fields_that_cannot_be_taken_stay_open_and_say_why(client, editor, intake):
    data = plain_fields(client, intake) | {
        "s0-state": "accepted",
        "s0-words": "Words that nobody wrote",
        "s1-state": "accepted",
        "s1-speaker": "",
        "deed": "make",
    }

    response = client.post(page_of(intake), data)

    page = response.content.decode()
    assert "These words do not stand in the report: copy them from it." in page
    assert "Say who said it, before you accept it." in page
    assert not Event.objects.exists()


def test_same_words_are_given_to_a_second_group_by_plain_fields(client, editor, intake):
    words = "Moscow knows its limits, and aims low."

    for group in ("The hosts", "The guests"):
        intake.refresh_from_db()
        added = {"new-statement-words": words, "new-statement-group": group, "deed": "save"}
        assert client.post(page_of(intake), plain_fields(client, intake) | added).status_code == 302

    intake.refresh_from_db()
    speakers = {item.speaker for item in of_kind(StatementItem, intake.items)}
    assert {"g:The hosts", "g:The guests"} <= speakers


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("facts-kind", "dance"),
        ("p0-role", "dancer"),
        ("p0-choice", "-1"),
        ("p0-name", "\0"),
        ("s0-evidence", "hearsay"),
        ("s0-speaker", "g:"),
    ],
)
def test_plain_field_that_no_page_sends_is_refused_in_words(client, editor, intake, field, value):
    response = client.post(page_of(intake), plain_fields(client, intake) | {field: value, "deed": "save"})

    assert response.status_code == 400
    assert messages_on(response)
    assert Intake.objects.get().items == intake.items


# --- The desk ---


def test_desk_shows_what_is_being_read_and_offers_to_paste(client, editor, intake):
    page = client.get("/admin/").content.decode()

    assert "Paste a report" in page
    assert f"0 of {len(intake.items)}" in page and page_of(intake) in page


# --- What it costs ---

GIVEN = (
    "Anna Maria Peter Paul John Mary Carl Emma Hans Lena Otto Ruth Max Ida Leo Eva Hugo Nina Karl Olga Adam Lucy Mark "
    "Jane Tom Kate Sam Rose Fred Ella"
).split()


def report_that_names(people: int) -> Intake:
    """A report in which each of so many people of the archive says something."""
    names = [
        f"{given} {chr(65 + i % 26)}orbinson{chr(97 + i % 26)}" for i, given in enumerate(GIVEN[:people])
    ]
    with unit_of_work():
        for name in names:
            AppearanceFactory(speaker=SpeakerFactory(name=name), printed_post="Director of the port")
    told = [f"{name}, director of the port, said that the quay was short." for name in names]
    text = "\n\n".join([f"A long day of {people} talks", "On 3 May 2021 experts met in Oslo.", *told])
    intake, _ = take_in(text)
    assert len(of_kind(PersonItem, intake.items)) == people
    return intake


@pytest.mark.each_database
@pytest.mark.parametrize("people", [5, 14])
def test_review_costs_the_same_for_few_people_and_for_many(client, editor, people, django_assert_num_queries):
    intake = report_that_names(people)

    with django_assert_num_queries(14):
        client.get(page_of(intake))


@pytest.mark.each_database
@pytest.mark.parametrize("people", [5, 14])
def test_deciding_costs_the_same_for_few_people_and_for_many(
    client, editor, people, django_assert_num_queries
):
    intake = report_that_names(people)
    fields = plain_fields(client, intake)

    # One more on PostgreSQL: the lock that others share.
    with django_assert_num_queries(11 + (connection.vendor == "postgresql")):
        client.post(page_of(intake), fields | {"deed": "save"})
    with django_assert_num_queries(7):
        keep(client, intake, intake.items, version=2)


@pytest.mark.each_database
@pytest.mark.parametrize("people", [5, 14])
def test_reading_costs_the_same_for_few_people_and_for_many(db, people, django_assert_num_queries):
    text = report_that_names(people).text

    with django_assert_num_queries(23):
        take_in(f"{text}\n\nThat was all.")


def test_refused_paste_is_received_and_forgotten():
    class Request:
        headers = {"content-length": str(intake_admin.MOST_SENT + 1)}
        left = 300

        def read(self, size):
            self.left -= 1
            return b"x" * size if self.left else b""

    request = Request()

    response = intake_admin.weighed(lambda request: None)(request)

    assert response.status_code == 413 and request.left == 0
