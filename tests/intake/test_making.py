"""From decisions to records: all of what was accepted, nothing else, and all or nothing."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from events.models import Event, Statement
from events.placing import place_statements
from house.models import Redirect
from house.old_site.judging import Line, take
from intake import decisions, making
from intake.files import text_of_paste
from intake.importing import take_in
from intake.items import PersonItem, StatementItem, of_kind
from intake.making import known_opinions, make_draft
from intake.models import Intake
from opinions.models import Opinion
from people.models import Speaker
from publishing.deeds import publish
from publishing.forgetting import forget_everywhere
from publishing.richtext import plain_text
from tests.factories import SpeakerFactory
from tests.intake.items import accepted, changed, person, with_facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def sure(intake):
    """Everything accepted that was proposed; whom the reader took for a speaker and was none, refused."""
    speakers = {"Gleb Ivashentsov", "Andrei Sushentsov", "Artyom Lukin", "Alexey Maslov"}
    return [
        replace(item, state="refused") if isinstance(item, PersonItem) and item.name not in speakers else item
        for item in accepted(intake.items)
    ]


def test_draft_has_the_facts_of_the_report(intake, sure):
    event = make_draft(intake, sure).event

    assert event.status == "draft"
    assert (event.title, str(event.date), event.kind) == (
        "Summit Diplomacy Amid ‘Double Freezing’",
        "2019-04-26",
        "expert-discussion",
    )
    assert (event.venue.name, event.venue.address, event.venue.city, event.venue.country.code) == (
        "Valdai Discussion Club Conference Hall",
        "Bolshaya Tatarskaya 42",
        "Moscow",
        "RU",
    )
    assert event.lead.startswith("On April 26, 2019, the day after")
    assert event.source_url == "https://example.org/summit"


def test_report_has_the_narrative_and_none_of_the_furniture(intake, sure):
    text = plain_text(make_draft(intake, sure).event.report)

    assert text.startswith("Meetings at the top")
    for left in ("Advertisement", "List of speakers", "Opinions", "Symbolic Meaning", "What counts about"):
        assert left not in text


def test_speakers_stand_as_printed_and_in_order(intake, sure):
    event = make_draft(intake, sure).event

    assert list(event.appearances.values_list("printed_name", "role")) == [
        ("Gleb Ivashentsov", "speaker"),
        ("Andrei Sushentsov", "moderator"),
        ("Artyom Lukin", "speaker"),
        ("Alexey Maslov", "speaker"),
    ]
    first = event.appearances.first()
    assert first.printed_post.endswith("of Russia to the Republic of Korea (2005–2009)")


def test_every_statement_stands_in_the_report(intake, sure):
    event = make_draft(intake, sure).event

    text = plain_text(event.report)
    assert event.statements.count() == len(of_kind(StatementItem, sure))
    assert not event.statements.without_a_place().exists()
    for statement in event.statements.all():
        assert text[statement.start : statement.end] == statement.text


def test_group_is_printed_as_a_group(intake, sure):
    event = make_draft(intake, sure).event

    assert event.statements.get(appearance=None).attribution == "The experts"


def test_opinions_are_drafts_teased_after_their_paragraph(intake, sure):
    event = make_draft(intake, sure).event

    teasers = [(t.opinion.title, t.opinion.status, t.after_paragraph) for t in event.teasers.all()]
    assert teasers == [
        ("Symbolic Meaning of Putin-Kim Summit", "draft", 2),
        ("Kim – Trump: I Know that You Know I Know", "draft", 5),
    ]
    assert (
        Opinion.objects.get(title__startswith="Symbolic").authorships.get().printed_name == "Georgy Toloraya"
    )


def test_opinion_that_the_archive_has_is_teased_and_not_made_again(intake, sure):
    known = Opinion.objects.create(title="Symbolic Meaning of Putin-Kim Summit")

    made = make_draft(intake, sure)

    assert made.known_opinions == [known]
    assert Opinion.objects.filter(title=known.title).count() == 1


def test_as_many_opinions_as_a_report_has_are_looked_for():
    known = Opinion.objects.create(title="Title 1400")

    assert known_opinions((f"Title {number}", "") for number in range(1500)) == {("Title 1400", ""): known}


def test_known_person_is_taken_and_nobody_is_made_twice(report):
    lukin = SpeakerFactory(name="Артём Лукин")
    intake, _ = take_in(report)

    made = make_draft(intake, accepted(intake.items))

    assert lukin in made.found_speakers
    assert made.event.appearances.get(speaker=lukin).printed_name == "Artyom Lukin"
    assert not Speaker.objects.filter(name="Artyom Lukin").exists()


def test_two_names_of_one_person_are_one_appearance(intake, sure):
    ada = SpeakerFactory(name="Ada Lovelace")
    items = sure
    for name in ("Artyom Lukin", "Alexey Maslov"):
        items = changed(items, person(items, name).id, choice=str(ada.pk))

    event = make_draft(intake, items).event

    assert event.appearances.filter(speaker=ada).count() == 1
    assert event.statements.filter(appearance__speaker=ada).count() > 5


def test_open_items_are_left_and_stay(intake):
    items = accepted(intake.items, but=("s0", "o0"))

    made = make_draft(intake, items)

    intake.refresh_from_db()
    assert made.left == ["1 statement not decided", "1 opinion not decided"]
    assert {item.id for item in intake.items if item.is_open} == {"s0", "o0"}
    assert "the meeting came at the right moment" not in " ".join(s.text for s in made.event.statements.all())


def test_statement_of_somebody_not_accepted_is_left(intake):
    lukin = person(intake.items, "Artyom Lukin").id

    made = make_draft(intake, accepted(intake.items, but=(lukin,)))

    assert "4 statements whose speaker is not accepted" in made.left
    assert not made.event.appearances.filter(printed_name="Artyom Lukin").exists()


def test_what_is_decided_later_is_added_to_the_draft(intake):
    event = make_draft(intake, accepted(intake.items, but=("s0",))).event
    before = event.statements.count()
    intake.refresh_from_db()

    made = make_draft(intake, accepted(intake.items))

    assert (made.event, made.is_new, made.statements) == (event, False, 1)
    assert event.statements.count() == before + 1
    assert Event.objects.count() == 1


def test_draft_that_was_deleted_can_be_made_anew(intake, sure):
    make_draft(intake, sure).event.delete()
    intake.refresh_from_db()

    made = make_draft(intake, intake.items)

    assert made.is_new and made.statements == len(of_kind(StatementItem, sure))


def test_nothing_is_made_when_one_record_is_refused(intake, sure, monkeypatch):
    monkeypatch.setattr(making, "place_statements", lambda event: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        make_draft(intake, sure)

    intake.refresh_from_db()
    assert not Event.objects.exists() and not Speaker.objects.exists() and not Opinion.objects.exists()
    assert intake.state == Intake.State.READING and not any(item.made for item in intake.items)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"title": ""}, "The event needs a title"),
        ({"date": "last night"}, "“last night” is not a date: write 2019-04-26, or 2019-04, or 2019."),
        (
            {"date": "0019-04-26"},
            r"Is it the year 19\? If it is, leave the date blank here and write it on the form of the event.",
        ),
        ({"end_date": "2018-01-01"}, "ends before it starts"),
        ({"title": "x" * 301}, "301"),
    ],
)
def test_impossible_facts_are_refused_in_words(intake, sure, facts, words):
    with pytest.raises(ValidationError, match=words):
        make_draft(intake, with_facts(sure, **facts))

    assert not Event.objects.exists()


def test_month_is_kept_as_a_month(intake, sure):
    event = make_draft(intake, with_facts(sure, date="2019-04")).event

    assert (str(event.date), event.date_precision) == ("2019-04-01", "month")


def test_facts_that_are_not_accepted_are_not_taken(intake):
    made = make_draft(intake, accepted(intake.items, but=("facts",)))

    read = date_format(intake.retrieved_at, "j F Y, H:i")
    assert made.event.title == f"Report read on {read}"
    assert (made.event.date, made.event.venue, made.event.lead) == (None, None, "")
    assert "the facts" in made.left[0]


def test_public_event_is_not_changed(intake, sure):
    event = make_draft(intake, sure).event
    publish(event)
    intake.refresh_from_db()

    with pytest.raises(ValidationError, match="is no draft any more"):
        make_draft(intake, intake.items)


def test_under_the_rule_nobody_is_linked_to_words(intake, sure):
    made = make_draft(intake, with_facts(sure, record_rule="chatham-house"))

    statements = made.event.statements.all()
    assert {(s.appearance_id, s.attribution) for s in statements} == {
        (None, "A participant"),
        (None, "The experts"),
    }
    assert any("The text names participants" in note for note in made.notes)


def test_report_of_an_event_that_goes_under_the_rule_later_is_forgotten_too(intake, sure):
    event = make_draft(intake, sure).event
    event.statements.update(appearance=None, attribution="A participant")

    event.record_rule = "chatham-house"
    event.save()

    intake.refresh_from_db()
    assert (intake.is_forgotten, intake.decisions) == (True, {})


def test_under_the_rule_the_intake_forgets_who_said_what(intake, sure):
    make_draft(intake, with_facts(sure, record_rule="chatham-house"))

    intake.refresh_from_db()
    kept = f"{intake.text}{intake.proposal}{intake.decisions}"
    assert not any(name in kept for name in ("Lukin", "Maslov", "Ivashentsov", "Sushentsov"))
    assert intake.digest and intake.source and intake.retrieved_at


def test_changed_text_brings_an_untouched_draft_up_to_date(intake, sure, report):
    event = make_draft(intake, sure).event
    changed, _ = take_in(report.replace("two hours", "three hours"), intake.source)

    made = make_draft(changed, accepted(changed.items))

    event.refresh_from_db()
    assert (made.event, made.statements) == (event, 1)
    assert "three hours" in event.report and "two hours" not in event.report
    assert [s.text for s in event.statements.without_a_place()] == [
        "Lukin pointed out that Vladimir Putin gave Kim two hours and will give China three days."
    ]


def test_changed_text_leaves_a_report_that_was_edited_by_hand(intake, sure, report):
    event = make_draft(intake, sure).event
    event.report = event.report.replace("chief instrument", "main instrument")
    event.save()
    changed, _ = take_in(report.replace("two hours", "three hours"), intake.source)

    made = make_draft(changed, accepted(changed.items))

    event.refresh_from_db()
    assert "main instrument" in event.report and "three hours" not in event.report
    assert any("bring the new text in by hand" in note for note in made.notes)


def test_words_that_run_over_a_teaser_are_one_statement(intake, sure):
    start = intake.text.index("He said that, going by")
    end = intake.text.index("Whatever Moscow does") + len("Whatever Moscow does")
    spoken = of_kind(StatementItem, sure)[1]

    event = make_draft(intake, changed(sure, spoken.id, start=start, end=end)).event

    statement = event.statements.get(text__startswith="He said that, going by")
    assert statement.text.endswith("though not in all of them. Whatever Moscow does")
    assert not event.statements.without_a_place().exists()
    assert place_statements(event) == []


def test_without_an_editor_only_the_sure_is_taken(intake):
    items = decisions.accept_the_sure(intake.items)

    unsure = [item for item in of_kind(StatementItem, items) if not item.sure]
    assert unsure and all(item.is_open for item in unsure)
    assert Statement.objects.count() == 0


def test_lists_and_tables_of_the_source_are_lists_and_lines_of_the_report(db):
    text = text_of_paste(
        "<h1>A talk on ports</h1><p>Ada Lovelace, a poet, said that three things are needed.</p>"
        "<ul><li>She said that the quay is too short.</li><li>Bread</li></ul><p>Then these were counted again.</p>"
        "<ol><li>The first of them is time.</li><li>The second of them is money.</li></ol>"
        "<table><tr><td>Country</td><td>Share</td></tr><tr><td>Norland</td><td>12%</td></tr></table>"
    ).text
    intake, _ = take_in(text)

    event = make_draft(intake, with_facts(accepted(intake.items), lead="")).event

    assert event.report.endswith(
        "<ul><li>She said that the quay is too short.</li><li>Bread</li></ul><p>Then these were counted again.</p>"
        "<ol><li>The first of them is time.</li><li>The second of them is money.</li></ol>"
        "<p>Country | Share</p><p>Norland | 12%</p>"
    )
    assert not event.statements.without_a_place().exists()


def test_number_that_counts_nothing_stays_in_its_paragraph(db):
    intake, _ = take_in(
        "A talk\n\nAda Lovelace, a poet, said that all is well.\n\n12. of March was the day of it all."
    )

    assert "<p>12. of March was" in make_draft(intake, accepted(intake.items)).event.report


# --- Of an old site ---


def test_old_address_leads_to_the_event_wherever_it_goes_once_that_is_public(db, report, client):
    intake, _ = take_in(report, "https://old.example/node.php?id=7", old_address="/node.php?id=7")

    event = make_draft(intake, accepted(intake.items)).event

    assert client.get("/node.php?id=7").status_code == 404
    event.title, event.slug, event.date = "Renamed", "renamed", event.date.replace(year=2018)
    event.save()
    publish(event)
    answer = client.get("/node.php?id=7")
    assert answer.status_code == 301 and answer["Location"] == "/events/2018/renamed/"


def test_old_address_that_leads_elsewhere_stays_so_and_it_is_said(db, report):
    take([Line(1, "/old", "/about/")])
    intake, _ = take_in(report, "https://old.example/old", old_address="/old")

    made = make_draft(intake, accepted(intake.items))

    assert "The old address /old does not lead here: It leads to /about/ already." in made.notes
    assert Redirect.objects.get().target == "/about/"


def test_old_address_that_names_somebody_is_forgotten_with_them(db, report):
    told, _ = take_in(report, old_address="/news/artyom_lukin.html")
    other, _ = take_in(f"{report}\n\nMore.", old_address="/node.php?id=8")

    forget_everywhere(["Artyom Lukin"])

    told.refresh_from_db(), other.refresh_from_db()
    assert (told.old_address, other.old_address) == ("", "/node.php?id=8")


TOGETHER = """Grain on the Move

On 3 May 2019 the Eastport Institute held a discussion.

Speakers: Ada Holm, Director of the Quay Institute; Boris Kern, Professor at Eastport University.

Ada Holm said that grain moves by rail. Boris Kern disagreed.

Boris Kern and Ada Holm said that the railways must publish their delays.
"""


@pytest.mark.parametrize("rule", ["on-record", "chatham-house"])
def test_words_of_two_become_one_joint_statement(db, rule):
    intake, _ = take_in(TOGETHER, "notes-of-the-evening")
    event = make_draft(intake, with_facts(accepted(intake.items), record_rule=rule)).event

    (said,) = event.statements.filter(text__contains="publish their delays")
    assert said.said_by == ("Ada Holm and Boris Kern" if rule == "on-record" else "A participant")
    assert event.statements.count() == 3


def test_words_of_two_of_whom_one_is_accepted_are_that_ones(db):
    intake, _ = take_in(TOGETHER, "notes-of-the-evening")
    items = [replace(item, state="refused") if "-" in item.id else item for item in accepted(intake.items)]

    (said,) = make_draft(intake, items).event.statements.filter(text__contains="publish their delays")

    assert (said.said_by, said.jointly_with) == ("Ada Holm", None)
