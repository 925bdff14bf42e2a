"""Events, speakers, statements and opinions as CSV and XLSX: out, changed in a spreadsheet, and in again."""

import csv
import unicodedata
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from events.models import Event, Statement
from opinions.models import Opinion
from people.models import Speaker
from people.tables import SpeakerTable
from publishing.changes import unit_of_work
from publishing.judging import Outcome
from publishing.models import Version
from publishing.spreadsheets import rows_in
from publishing.tables import May
from tests.desk.conftest import editor, logged_in, publisher  # noqa: F401 -- fixtures, used by name
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db

KINDS = ["events_event", "people_speaker", "events_statement", "opinions_opinion"]


@pytest.fixture
def desk(client, publisher):  # noqa: F811
    client.force_login(publisher)
    return client


@pytest.fixture
def editors_desk(client, editor):  # noqa: F811
    client.force_login(editor)
    return client


def out(client, kind: str) -> list[dict[str, str]]:
    answer = client.get(reverse(f"admin:{kind}_csv"))
    return list(csv.DictReader(StringIO(answer.getvalue().decode())))


def as_file(rows: list[dict], by=",", start="\ufeff") -> ContentFile:
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=by)
    writer.writeheader()
    writer.writerows(rows)
    return ContentFile((start + text.getvalue()).encode(), "changed.csv")


def shown(client, kind: str, file):
    return client.post(reverse(f"admin:{kind}_table"), {"file": file}).context


def take(client, page, kind: str, **more):
    sent = {"sent": page["form"].cleaned_data["sent"], "name": "changed.csv", "seen": page["judged"].print}
    return client.post(reverse(f"admin:{kind}_table"), sent | more, follow=True)


def outcomes(page) -> list[str]:
    return [row.outcome.value for row in page["judged"]]


@unit_of_work()
def a_bit_of_all() -> None:
    event = PublicEventFactory(venue=VenueFactory(), report="<p>It rains, she said.</p>")
    event.topics.add(TopicFactory())
    StatementFactory(appearance=AppearanceFactory(event=event), text="It rains")
    AuthorshipFactory()
    SpeakerFactory(country="FR").variants.create(name="Аня Берг")


@pytest.mark.parametrize("kind", KINDS)
def test_what_goes_out_and_comes_back_changes_nothing(desk, kind):
    a_bit_of_all()
    csv_file = ContentFile(desk.get(reverse(f"admin:{kind}_csv")).getvalue(), "a.csv")
    xlsx_file = ContentFile(desk.get(reverse(f"admin:{kind}_xlsx")).content, "a.xlsx")

    for file in (csv_file, xlsx_file):
        page = shown(desk, kind, file)
        assert page["judged"] and set(outcomes(page)) == {"same"}, [row.why for row in page["judged"]]
        assert not page["judged"].left_alone


def test_row_that_was_changed_changes_its_record_and_makes_one_version(desk):
    topic, event = TopicFactory(name="Grain"), EventFactory(title="River", date=date(2019, 4, 26))
    other = EventFactory(title="Dam")
    rows = out(desk, "events_event")
    rows[0] |= {"title": "Rivers", "date": "27.04.2019", "topics": "grain", "kind": "lecture", "lead": "=1+1"}
    before = Version.objects.filter(object_id=event.pk, kind="events.event").count()

    page = shown(desk, "events_event", as_file(rows, ";"))

    assert outcomes(page) == ["changed", "same"] and Event.objects.get(pk=event.pk).title == "River"
    told = {change.column: (change.was, change.now) for change in page["judged"][0].changes}
    assert told["title"] == ("River", "Rivers") and told["date"] == ("2019-04-26", "2019-04-27")
    answer = take(desk, page, "events_event")
    event.refresh_from_db()
    assert "0 new, 1 changed, 1 as they were" in answer.text
    assert (event.title, event.date, event.kind) == ("Rivers", date(2019, 4, 27), "lecture")
    assert list(event.topics.all()) == [topic] and event.lead == "=1+1"
    assert Version.objects.filter(object_id=event.pk, kind="events.event").count() == before + 1
    assert Version.objects.filter(object_id=event.pk).latest("pk").what == Version.What.IMPORT
    assert LogEntry.objects.filter(object_repr="Events from a file").count() == 1
    other.refresh_from_db()
    assert other.version == 1
    assert out(desk, "events_event")[0]["lead"] == "'=1+1"
    # The same file once more, of which every new value is there by now.
    assert outcomes(shown(desk, "events_event", as_file(rows))) == ["same", "same"]


def test_all_or_nothing_unless_the_wrong_ones_are_left(desk):
    SpeakerFactory(name="Jonas Berg"), SpeakerFactory(name="Jonas Berg")
    rows = [
        {"name": "Jonas Berg", "country": "SE", "orcid": ""},
        {"name": "Hana Novak", "country": "Czechia", "orcid": "0000-0002-18"},
        {"name": "Emeka Okonjo", "country": "Nigeria", "orcid": ""},
    ]

    page = shown(desk, "people_speaker", as_file(rows))

    assert outcomes(page) == ["wrong", "wrong", "new"]
    assert "2 records fit" in page["judged"][0].why and page["judged"][1].why.startswith("orcid: ")
    assert "Some rows are wrong" in take(desk, page, "people_speaker").text
    assert not Speaker.objects.filter(name="Emeka Okonjo").exists()
    take(desk, page, "people_speaker", leave_wrong="on")
    assert Speaker.objects.get(name="Emeka Okonjo").country == "NG"
    again = shown(desk, "people_speaker", as_file(rows))
    assert outcomes(again)[2] == "same"


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("José Núñez", "José Núñez"),  # composed, and not
        ("Пётр Иванов", "Петр Иванов"),
        ("Jose Nunez", "José Núñez"),
        ("O’Brien", "O'BRIEN"),
    ],
)
def test_row_without_a_number_is_about_the_record_that_is_called_so_however_it_is_typed(desk, stored, typed):
    typed = unicodedata.normalize("NFD", typed)
    SpeakerFactory(name=stored), EventFactory(title=stored, date=date(2019, 4, 26))
    people, events = (
        [{"name": typed, "country": "FR"}],
        [{"title": typed, "date": "26.04.2019", "lead": "New."}],
    )

    for kind, rows in (("people_speaker", people), ("events_event", events)):
        page = shown(desk, kind, as_file(rows))
        assert outcomes(page) == ["changed"]
        take(desk, page, kind)

    assert str(Speaker.objects.get().country) == "FR" and Event.objects.get().lead == "New."


def test_row_that_may_be_about_either_of_two_who_are_called_alike_is_refused(desk):
    SpeakerFactory(name="José Núñez"), SpeakerFactory(name="Jose Nunez")

    page = shown(desk, "people_speaker", as_file([{"name": "Jose Nunez", "country": "FR"}]))

    assert outcomes(page) == ["wrong"] and "2 records fit" in page["judged"][0].why


def test_rows_of_one_outcome_are_shown_and_one_is_gone_to_by_its_number(desk, monkeypatch):
    there = SpeakerFactory(name="Jonas Berg", country="")
    monkeypatch.setattr("publishing.table_admin.MOST_SHOWN", 2)
    rows = [{"name": name, "country": "SE", "orcid": ""} for name in ("Hana", "Jonas Berg", "Emeka", "Sofia")]
    rows.append({"name": "Omar", "country": "SE", "orcid": "17"})
    first = shown(desk, "people_speaker", as_file(rows))

    def numbers(**asked) -> list[int]:
        sent = {"sent": first["form"].cleaned_data["sent"], "name": "a.csv"}
        answer = desk.post(reverse("admin:people_speaker_table"), sent | asked)
        return [row.number for row in answer.context["rows"]]

    assert [row.number for row in first["rows"]] == [6, 3]  # what is to be mended, then what changes
    assert (numbers(which="new"), numbers(which="wrong"), numbers(which="changed")) == ([2, 4], [6], [3])
    assert (numbers(row="5", which=""), numbers(row="٣"), numbers(which="__class__")) == (
        [5, 6],
        [6, 3],
        [6, 3],
    )
    page = desk.post(reverse("admin:people_speaker_table"), {"file": as_file(rows)}).text
    assert f'href="{reverse("admin:people_speaker_change", args=[there.pk])}"' in page


def test_file_that_is_older_than_a_record_does_not_undo_what_was_saved_since(desk):
    event = EventFactory(title="River")
    rows = out(desk, "events_event")
    rows[0]["kind"] = "lecture"
    event.lead = "Since then."
    event.save()

    page = shown(desk, "events_event", as_file(rows))

    assert outcomes(page) == ["wrong"] and "Somebody has saved it since" in page["judged"][0].why


def test_what_would_come_otherwise_than_it_was_shown_is_shown_again(desk):
    event = EventFactory(title="River")
    page = shown(desk, "events_event", as_file([{"number": event.pk, "title": "Rivers"}]))
    Event.objects.filter(pk=event.pk).update(title="Dam")

    assert "Something changed meanwhile" in take(desk, page, "events_event").text
    assert Event.objects.get().title == "Dam"


def test_public_record_is_a_publishers(editors_desk):
    public, draft = PublicEventFactory(), EventFactory()
    named = StatementFactory(appearance__event=public).appearance.speaker
    rows = [{"number": one.pk, "title": "Changed"} for one in (public, draft)]

    assert outcomes(shown(editors_desk, "events_event", as_file(rows))) == ["wrong", "changed"]
    page = shown(editors_desk, "people_speaker", as_file([{"number": named.pk, "name": "Changed"}]))
    assert outcomes(page) == ["wrong"] and "not yours to change" in page["judged"][0].why


def test_public_event_keeps_what_it_needs(desk):
    event = PublicEventFactory()

    page = shown(desk, "events_event", as_file([{"number": event.pk, "date": ""}]))

    assert outcomes(page) == ["wrong"]


def test_statements_stand_in_their_report(desk):
    event = EventFactory(report="<p>It rains, she said. It will stop, they agreed.</p>")
    ada = AppearanceFactory(event=event, printed_name="Ada Berg")
    said = StatementFactory(appearance=ada, text="It rains", own_words=False)
    rows = [
        {
            "number": said.pk,
            "event": event.pk,
            "said_by": "Ada Berg",
            "text": "It snows",
            "evidence": "quote",
        },
        {"number": "", "event": event.pk, "said_by": "ada berg", "text": "It will stop", "evidence": "Quote"},
        {"number": "", "event": event.pk, "said_by": "The experts", "text": "they agreed", "evidence": ""},
        {"number": "", "event": "99999", "said_by": "Ada Berg", "text": "It rains", "evidence": ""},
    ]

    page = shown(desk, "events_statement", as_file(rows))
    take(desk, page, "events_statement", leave_wrong="on")

    assert outcomes(page) == ["wrong", "new", "new", "wrong"]
    assert page["judged"][0].why == "text: It does not stand in the report of its event, word for word."
    new = Statement.objects.get(text="It will stop")
    assert (new.appearance, new.evidence, new.place is None) == (ada, "quote", False)
    assert Statement.objects.get(text="they agreed").attribution == "The experts"
    moved = shown(desk, "events_statement", as_file([{"number": said.pk, "said_by": "Somebody"}]))
    assert moved["judged"][0].why == "said_by: A statement is moved on the form of its event."


def test_opinion_gets_its_authors(desk):
    SpeakerFactory(name="Ada Berg"), SpeakerFactory(name="Omar Eze")
    rows = [{"title": "Salt", "authors": "Omar Eze | Ada Berg", "date": datetime(2020, 5, 1).isoformat(" ")}]

    take(desk, shown(desk, "opinions_opinion", as_file(rows)), "opinions_opinion")

    opinion = Opinion.objects.get()
    assert opinion.byline == "Omar Eze and Ada Berg" and opinion.date == date(2020, 5, 1)
    rows[0]["authors"] = "Nobody Known"
    assert outcomes(shown(desk, "opinions_opinion", as_file(rows))) == ["wrong"]


def test_public_opinion_keeps_its_last_author(desk):
    opinion = AuthorshipFactory(opinion__lead="It rains.").opinion
    rows = out(desk, "opinions_opinion")
    rows[0]["authors"] = ""

    page = shown(desk, "opinions_opinion", as_file(rows))

    assert outcomes(page) == ["wrong"] and page["judged"][0].why == "An opinion needs an author."
    take(desk, page, "opinions_opinion")
    assert opinion.authorships.count() == 1


def test_former_name_of_a_speaker_is_kept_though_the_cell_of_other_names_is_written_anew(desk):
    speaker = SpeakerFactory(name="Anna Petrova")
    speaker.variants.create(name="A. P.")
    rows = out(desk, "people_speaker")
    rows[0] |= {"name": "Anna Ivanova", "other_names": "Annie"}

    take(desk, shown(desk, "people_speaker", as_file(rows)), "people_speaker")

    speaker.refresh_from_db()
    assert speaker.name == "Anna Ivanova"
    assert sorted(variant.name for variant in speaker.variants.all()) == ["Anna Petrova", "Annie"]


def test_cells_are_read_as_a_spreadsheet_types_them():
    book = Workbook()
    book.active.append(["Number", "date", "own_words", "x"])
    book.active.append([12.0, datetime(2019, 4, 26), True, None])
    file = BytesIO()
    book.save(file)

    assert rows_in(file.getvalue())[1] == ["12", "2019-04-26", "yes", ""]


def test_xlsx_has_no_formula_in_it(desk):
    SpeakerFactory(name='=HYPERLINK("https://evil.example")')

    sheet = load_workbook(BytesIO(desk.get(reverse("admin:people_speaker_xlsx")).content)).active

    assert "f" not in {cell.data_type for row in sheet for cell in row}
    assert any(str(cell.value).startswith("'=HYPERLINK") for row in sheet for cell in row)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Choose a file"),
        (b"PK\x03\x04 and no archive", "no XLSX that can be read"),
        ("имя\nАня\n".encode("cp1251"), "no text in UTF-8"),
        (b"a,b\n1,2\n", "names no column"),
        (b"name,name\n1,2\n", "Two columns are “name”"),
        (b"name\n" + b"x\n" * 5001, "at most 5,000"),
        (b"name\n" + b'"' + b"x" * 200_000, "field larger"),
    ],
)
def test_what_is_no_table_is_refused_in_words(desk, data, words):
    answer = desk.post(reverse("admin:people_speaker_table"), {"file": ContentFile(data, "a.csv")})

    assert answer.status_code == 422 and words in answer.text


@pytest.mark.parametrize("sent", ["١٢", "a", "имя"])
def test_file_that_does_not_come_back_whole_is_refused_in_words(desk, sent):
    answer = desk.post(reverse("admin:people_speaker_table"), {"sent": sent, "seen": "x"})

    assert answer.status_code == 422 and "choose it once more" in answer.text


def chosen(page) -> list[str]:
    return [column.is_our for column in page["columns"]]


def test_columns_with_heads_that_nobody_knows_are_chosen_by_hand_and_stay_so_until_they_are_taken(desk):
    rows = [{"Имя": "Hana Novak", "Страна": "Czechia", "Sort name": "Novak, Hana", "notes": "=1"}]
    first = desk.post(reverse("admin:people_speaker_table"), {"file": as_file(rows)})
    assert first.status_code == 200 and chosen(first.context) == ["", "", "sort_name", ""]
    assert first.context["judged"].left_alone == ["Имя", "Страна", "notes"]

    sent = {"sent": first.context["form"].cleaned_data["sent"], "column-0": "name", "column-1": "country"}
    page = desk.post(reverse("admin:people_speaker_table"), sent | {"column-2": ""}).context
    assert outcomes(page) == ["new"] and page["judged"].left_alone == ["Sort name", "notes"]
    assert chosen(page) == ["name", "country", "", ""]
    hidden = {f"column-{column.number}": column.is_our for column in page["columns"]}
    take(desk, page, "people_speaker", **hidden)

    hana = Speaker.objects.get()
    assert (hana.name, hana.country) == ("Hana Novak", "CZ")


def test_file_whose_columns_are_chosen_wrongly_is_not_lost(desk):
    unknown = desk.post(reverse("admin:people_speaker_table"), {"file": as_file([{"a": "Hana", "b": "CZ"}])})
    assert unknown.status_code == 422 and unknown.text.count("say below which is which") == 1

    sent = {"sent": unknown.context["form"].cleaned_data["sent"], "name": "a.csv"}
    twice = desk.post(reverse("admin:people_speaker_table"), sent | {"column-0": "name", "column-1": "name"})
    assert twice.status_code == 422 and "Two columns are “name”" in twice.text
    assert f'name="sent" value="{sent["sent"]}"' in twice.text and chosen(twice.context) == ["name", "name"]
    hostile = desk.post(reverse("admin:people_speaker_table"), sent | {"column-0": "__class__"})
    assert chosen(hostile.context) == ["", ""]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("03/04/2019", "may be two days"),
        ("31.02.2019", "is no day"),
        ("0019-01-01", "Is it the year"),
    ],
)
def test_day_that_is_none_is_told(desk, cell, why):
    page = shown(desk, "events_event", as_file([{"title": "River", "date": cell}]))

    assert why in page["judged"][0].why


@pytest.mark.parametrize(
    ("one", "other"),
    [("José Ibáñez", unicodedata.normalize("NFD", "JOSÉ IBÁÑEZ")), ("Иван Иванов", "ИВАН ИВАНОВ")],
)
@pytest.mark.parametrize(
    ("kind", "column", "beside"),
    [
        ("people_speaker", "name", {}),
        ("events_event", "title", {"date": "26.04.2019"}),
        ("opinions_opinion", "title", {"date": "26.04.2019"}),
    ],
)
def test_two_new_rows_of_one_record_are_told(desk, kind, column, beside, one, other):
    rows = [{column: name} | beside for name in (one, "Somebody else", other)]

    page = shown(desk, kind, as_file(rows))
    answer = take(desk, page, kind, leave_wrong="on")

    assert outcomes(page) == ["new", "new", "wrong"]
    assert page["judged"][2].why == "Row 2 enters the same record."
    assert "2 new" in answer.text


def test_two_new_statements_of_one_sentence_are_two_where_two_said_it(desk):
    event = PublicEventFactory(report="<p>It rains.</p>")
    said = [("Ada Lovelace", "It rains."), ("Hedvig Dahl", "It rains."), ("ADA LOVELACE", "IT RAINS.")]
    rows = [{"event": event.pk, "said_by": who, "text": text} for who, text in said]

    page = shown(desk, "events_statement", as_file(rows))

    assert [row.why for row in page["judged"]] == ["", "", "Row 2 enters the same record."]


def test_row_costs_a_few_questions(db):
    """A thousand rows take two seconds of one core: a few questions each, and none that grows with the rows."""
    rows = [["name", "country"], *([f"Person {number} Nobody{number}", "FR"] for number in range(40))]
    everybody = May(lambda record: True, lambda record: True)

    with CaptureQueriesContext(connection) as asked:
        judged = SpeakerTable().judge(rows, everybody)

    assert judged.counts[Outcome.NEW] == 40 and not Speaker.objects.exists()
    assert len(asked) < 40 * 17  # six of them savepoints


@pytest.mark.parametrize("kind", KINDS)
def test_table_is_told_with_the_same_questions_for_many(desk, kind, django_assert_max_num_queries):
    for _ in range(4):
        a_bit_of_all()

    with django_assert_max_num_queries(9):
        out(desk, kind)


def test_tables_are_for_the_desk(client):
    asked = [reverse(f"admin:{kind}_{page}") for kind in KINDS for page in ("csv", "xlsx", "table")]

    assert {client.get(address).status_code for address in asked} == {302}
