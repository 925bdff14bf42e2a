"""Two saves of one record that began from one version: both are kept, and what both changed is asked for."""

import pytest

from events.models import Event
from publishing.models import Version
from tests.desk.pages import change_page, errors_on, form_on, messages_on, with_row
from tests.factories import (
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    SpeakerFactory,
    TopicFactory,
    event_with_statements,
)
from tests.publishing.test_versions import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def me():
    return logged_in("Publisher", "me")


@pytest.fixture
def tomas():
    return logged_in("Publisher", "tomas")


@pytest.fixture
def event():
    return event_with_statements(
        "Engines will compose.", "Looms will weave.", title="On Engines", lead="Lead", cover_credit="Club"
    )


def rows_by_text(data: dict, prefix: str, text: str) -> str:
    """The beginning of the names of the row that says ``text``."""
    return next(name.removesuffix("text") for name in data if name.startswith(prefix) and data[name] == text)


def both(me, tomas, item, mine: dict, his: dict, mine_too=lambda data: data, his_too=lambda data: data):
    """What I am answered, after Tomas has saved what we both have open; and what I sent."""
    page = change_page(item)
    opened, his_form = form_on(me, page), form_on(tomas, page)
    saved = tomas.post(page, his_too(his_form | his))
    assert saved.status_code == 302, errors_on(saved)
    sent = mine_too(opened | mine)
    return me.post(page, sent), sent


def chosen(me, answer, sent: dict, **choices: str):
    """The answer to the page of questions, once they are answered."""
    asked = dict(answer.context["sent"]) | {"met": answer.context["meet"].theirs.lock}
    assert {name for name, value in sent.items() if value != []} <= asked.keys()
    for name in asked:
        if isinstance(sent.get(name), list):
            asked[name] = sent[name]
    return me.post(change_page(answer.context["original"]), asked | choices)


def test_what_only_one_changed_is_taken_of_both(me, tomas, event):
    answer, _sent = both(me, tomas, event, {"lead": "Mine"}, {"cover_credit": "His", "title": "His title"})

    assert answer.status_code == 302
    event.refresh_from_db()
    assert (event.lead, event.cover_credit, event.title) == ("Mine", "His", "His title")
    told = messages_on(me.get(answer["Location"]))
    assert any(
        "tomas saved this record" in words and "1 change of yours, 2 changes" in words for words in told
    )


def test_form_without_its_speakers_is_told_so_and_nothing_is_lost(me, tomas, event):
    mine = form_on(me, change_page(event))
    tomas.post(change_page(event), form_on(tomas, change_page(event)) | {"lead": "Theirs."})
    del mine["appearances-TOTAL_FORMS"]

    assert me.post(change_page(event), mine).status_code == 200

    event.refresh_from_db()
    assert (event.lead, event.appearances.count() > 0) == ("Theirs.", True)


def test_topics_are_a_set_to_which_both_add(me, tomas, event):
    old, mine, his = TopicFactory(), TopicFactory(), TopicFactory()
    event.topics.add(old)

    both(me, tomas, event, {"topics": [old.pk, mine.pk]}, {"topics": [his.pk]})

    assert set(event.topics.all()) == {mine, his}


def test_paragraphs_of_the_report_are_merged(me, tomas, event):
    report = "<p>Engines will compose.</p><p>Looms will weave.</p>"

    both(
        me,
        tomas,
        event,
        {"report": report.replace("<p>Looms", "<p>So:</p><p>Looms")},
        {"report": f"<p>First of all.</p>{report}"},
    )

    event.refresh_from_db()
    assert event.report == (
        "<p>First of all.</p><p>Engines will compose.</p><p>So:</p><p>Looms will weave.</p>"
    )


def test_rows_that_either_added_took_out_or_changed(me, tomas, event):
    first, second = event.statements.all()
    speaker, other = SpeakerFactory(), SpeakerFactory()
    topic = TopicFactory()
    Event.objects.filter(pk=event.pk).update(status="draft", first_public_at=None, publish_at=None)

    def i_add(data):
        data = with_row(data, "appearances", speaker=speaker.pk)
        number = int(data["appearances-TOTAL_FORMS"]) - 1
        row = rows_by_text(data, "statements", "Looms will weave.")
        data |= {f"{row}evidence": "mixed"}
        return with_row(data, "statements", said_by=str(number), text="Mine, and new.", own_words="on")

    def he_adds(data):
        data = with_row(data, "appearances", speaker=other.pk)
        row = rows_by_text(data, "statements", "Engines will compose.")
        data |= {
            f"{row}DELETE": "on",
            rows_by_text(data, "statements", "Looms will weave.") + "topics": [topic.pk],
        }
        return with_row(data, "statements", attribution="The experts", text="His, and new.", own_words="on")

    answer, _sent = both(me, tomas, event, {}, {}, i_add, he_adds)

    assert answer.status_code == 302, errors_on(answer)
    said = {one.text: one for one in event.statements.all()}
    assert said.keys() == {"Looms will weave.", "Mine, and new.", "His, and new."}
    assert said["Looms will weave."].pk == second.pk
    assert (said["Looms will weave."].evidence, said["Looms will weave."].topics.get()) == ("mixed", topic)
    assert said["Mine, and new."].appearance.speaker == speaker
    assert said["His, and new."].attribution == "The experts"
    assert {one.speaker for one in event.appearances.all()} >= {speaker, other}


def test_second_speaker_that_one_chose_beside_words_that_the_other_changed(me, tomas, event):
    """Whom I chose stands in another row by then: he has put somebody before them."""
    ours, his = SpeakerFactory(name="Ours"), SpeakerFactory(name="His")

    def i_choose(data):
        return with_row(data, "appearances", speaker=ours.pk) | {"statements-0-and_by": "1"}

    def he_adds(data):
        return with_row(data, "appearances", speaker=his.pk) | {"statements-0-evidence": "mixed"}

    answer, _sent = both(me, tomas, event, {}, {}, i_choose, he_adds)

    assert answer.status_code == 302, errors_on(answer)
    first = event.statements.first()
    assert (first.jointly_with.printed_name, first.evidence) == ("Ours", "mixed")


def test_both_added_the_same_speaker(me, tomas, event):
    speaker = SpeakerFactory()

    answer, sent = both(
        me,
        tomas,
        event,
        {},
        {},
        lambda data: with_row(data, "appearances", speaker=speaker.pk, printed_post="Director"),
        lambda data: with_row(data, "appearances", speaker=speaker.pk, printed_post="Deputy"),
    )
    (question,) = answer.context["questions"]
    answer = chosen(me, answer, sent, **{f"choice-{question.key}": "mine"})

    assert answer.status_code == 302
    assert event.appearances.get(speaker=speaker).printed_post == "Director"


@pytest.mark.parametrize(
    ("choice", "lead"),
    [
        ({"choice-lead": "mine"}, "Mine"),
        ({"choice-lead": "theirs"}, "His"),
        ({"choice-lead": "both"}, "His Mine"),
        ({"choice-lead": "anew", "anew-lead": "Quite another"}, "Quite another"),
    ],
)
def test_what_both_changed_is_chosen(me, tomas, event, choice, lead):
    answer, sent = both(me, tomas, event, {"lead": "Mine", "title": "My title"}, {"lead": "His"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert [question.key for question in answer.context["questions"]] == ["lead"]
    assert "tomas saved this record" in page
    assert "<ins>Mine</ins>" in page
    assert "<ins>His</ins>" in page
    event.refresh_from_db()
    assert (event.lead, event.title) == ("His", "On Engines")

    answer = chosen(me, answer, sent, **choice)

    assert answer.status_code == 302
    event.refresh_from_db()
    assert (event.lead, event.title) == (lead, "My title")


def test_same_paragraph_is_chosen_and_the_others_are_merged(me, tomas, event):
    report = event.report

    answer, sent = both(
        me,
        tomas,
        event,
        {"report": f"{report}<p>My end.</p>"},
        {"report": f"<p>His beginning.</p>{report}<p>His end.</p>"},
    )
    (question,) = answer.context["questions"]
    chosen(me, answer, sent, **{f"choice-{question.key}": "both"})

    event.refresh_from_db()
    assert event.report == f"<p>His beginning.</p>{report}<p>His end.</p><p>My end.</p>"


def test_row_that_one_took_out_and_the_other_changed_is_asked_for(me, tomas, event):
    Event.objects.filter(pk=event.pk).update(status="draft", first_public_at=None, publish_at=None)

    def i_change(data):
        row = rows_by_text(data, "statements", "Engines will compose.")
        return data | {f"{row}own_words": "on", f"{row}text": "Engines compose."}

    def he_removes(data):
        return data | {rows_by_text(data, "statements", "Engines will compose.") + "DELETE": "on"}

    answer, sent = both(me, tomas, event, {}, {}, i_change, he_removes)
    (question,) = answer.context["questions"]
    answer = chosen(me, answer, sent, **{f"choice-{question.key}": "mine"})

    assert answer.status_code == 302, errors_on(answer)
    assert "Engines compose." in {one.text for one in event.statements.all()}


def test_third_save_while_the_second_is_unanswered_is_asked_again(me, tomas, event):
    answer, sent = both(me, tomas, event, {"lead": "Mine"}, {"lead": "His"})
    page = change_page(event)
    tomas.post(page, form_on(tomas, page) | {"lead": "His again"})

    again = chosen(me, answer, sent, **{"choice-lead": "mine"})

    assert again.status_code == 200
    assert "His again" in again.content.decode()
    assert chosen(me, again, sent, **{"choice-lead": "mine"}).status_code == 302
    event.refresh_from_db()
    assert event.lead == "Mine"


def test_two_tabs_of_one_editor(me, event):
    answer, _sent = both(me, me, event, {"lead": "Here"}, {"title": "There"})

    event.refresh_from_db()
    assert (event.lead, event.title) == ("Here", "There")
    assert any("You, in another tab," in words for words in messages_on(me.get(answer["Location"])))


def test_deed_on_an_older_version_says_upon_which_it_would_act(me, tomas):
    event = EventFactory(title="On Engines")

    answer, sent = both(me, tomas, event, {"_publish": "Publish"}, {"lead": "His"})

    assert answer.status_code == 200
    assert "is not done yet" in answer.content.decode()
    event.refresh_from_db()
    assert event.status == "draft"
    chosen(me, answer, sent)
    event.refresh_from_db()
    assert (event.is_public, event.lead) == (True, "His")


def test_mine_is_kept_aside_and_can_be_brought_back(me, tomas, event):
    speaker = SpeakerFactory()

    def i_add(data):
        data = with_row(data, "appearances", speaker=speaker.pk)
        number = int(data["appearances-TOTAL_FORMS"]) - 1
        return with_row(data, "statements", said_by=str(number), text="Mine, and new.", own_words="on")

    answer, sent = both(me, tomas, event, {"lead": "Mine"}, {"lead": "His"}, i_add)
    answer = chosen(me, answer, sent, _aside="on")

    aside = Version.objects.get(what=Version.What.ASIDE)
    assert answer["Location"].endswith(f"new={aside.number}")
    assert not event.statements.filter(text="Mine, and new.").exists()
    newest = Version.objects.standing().filter(kind="events.event").first()
    history = answer["Location"].partition("?")[0]
    assert me.get(answer["Location"]).context["new"] == aside
    me.post(history, {"bring_back": f"{aside.number}", "newest": newest.number})
    event.refresh_from_db()
    assert event.lead == "Mine"
    assert event.statements.get(text="Mine, and new.").appearance.speaker == speaker


def test_words_of_an_editor_are_kept_when_a_publisher_published_meanwhile(tomas):
    event, editor = EventFactory(lead="Lead"), logged_in("Editor", "editor")

    answer, _sent = both(editor, tomas, event, {"lead": "Mine"}, {"_publish": "Publish"})

    assert answer.status_code == 302
    assert Version.objects.get(what=Version.What.ASIDE).document["fields"]["lead"] == "Mine"


def test_what_is_wrong_in_a_merged_form_comes_back_with_all_words(me, tomas, event):
    answer, _sent = both(me, tomas, event, {"title": "", "lead": "Mine"}, {"cover_credit": "His"})

    assert "title" in errors_on(answer)
    shown = answer.context["adminform"].form
    assert (shown["lead"].value(), shown["cover_credit"].value()) == ("Mine", "His")


def test_opinions_and_speakers_are_merged_too(me, tomas):
    opinion, speaker = AuthorshipFactory(opinion=OpinionFactory()).opinion, SpeakerFactory()

    both(me, tomas, opinion, {"lead": "Mine"}, {"url": "https://example.org/"})
    both(
        me,
        tomas,
        speaker,
        {"biography": "Mine"},
        {},
        his_too=lambda data: with_row(data, "variants", name="Ада", kind="other"),
    )

    opinion.refresh_from_db()
    speaker.refresh_from_db()
    assert (opinion.lead, opinion.url) == ("Mine", "https://example.org/")
    assert (speaker.biography, speaker.variants.get().name) == ("Mine", "Ада")
