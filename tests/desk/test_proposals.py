"""What an editor proposes to change of something public: readers see none of it until a publisher publishes it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from publishing.pending import keep_for_later, pending_of, set_moment
from publishing.reviewing import review_of
from tests.desk.pages import change_page, errors_on, form_on, messages_on, with_row
from tests.desk.users import make_user
from tests.factories import AuthorshipFactory, PageFactory, PublicOpinionFactory, event_with_statements

pytestmark = pytest.mark.django_db

SECRET = "Quillonrade"


@pytest.fixture
def event():
    return event_with_statements("Engines will compose.", title="On Engines", lead="As readers know it.")


@pytest.fixture
def desk_of_a_publisher():
    client = Client()
    client.force_login(make_user("Publisher"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def proposed(client, item, **values) -> str:
    """Propose a change, and hand it in; its address."""
    address = f"{change_page(item)}?change"
    page = client.get(address)
    for inline in page.context["inline_admin_formsets"]:  # a part that is not drawn could not be sent
        assert f'name="{inline.formset.prefix}-TOTAL_FORMS"' in page.text
    answer = client.post(address, form_on(client, address) | {"_hand_in": "on"} | values)
    assert answer.status_code == 302, errors_on(answer)
    assert answer["Location"] == address
    return address


def reads(item) -> str:
    return Client().get(item.get_absolute_url()).text


def test_editor_proposes_a_change_that_a_publisher_makes_public(client, editor, desk_of_a_publisher, event):
    assert "Propose a change" in client.get(change_page(event)).text

    address = f"{change_page(event)}?change"
    words = {"text": f"{SECRET} will weave.", "said_by": "0", "own_words": "on"}
    row = with_row(form_on(client, address), "statements", **words)
    change = proposed(client, event, **row | {"lead": SECRET, "what_for": "As in the programme."})

    event.refresh_from_db()
    assert (event.lead, event.statements.count()) == ("As readers know it.", 1)
    assert SECRET not in reads(event)
    promised = pending_of(event).document["parts"]["statements"][-1]["id"]
    assert Client().get(f"/statements/{promised}/").status_code == 404
    review = review_of(event)
    assert (review.state, review.handed_in_by, review.note) == ("open", editor, "As in the programme.")

    page = desk_of_a_publisher.get(change).text
    assert "handed in" in page and "As in the programme." in page and "_publish_change" in page
    desk_of_a_publisher.post(change, {"_publish_change": "on"})

    assert SECRET in reads(event)
    assert review_of(event) is None


def test_a_page_of_the_house_is_changed_by_a_proposal_too(client, editor, desk_of_a_publisher):
    page = PageFactory(title="Imprint", body="<p>As readers know it.</p>")
    change = proposed(client, page, body=f"<p>{SECRET}</p>")

    assert SECRET not in reads(page)
    assert SECRET in client.get(f"/admin/house/page/{page.pk}/change-preview/").text
    desk_of_a_publisher.post(change, {"_publish_change": "on"})
    assert SECRET in reads(page) and pending_of(page) is None

    address = f"{change_page(page)}?change"
    with_a_gap = form_on(client, address) | {"_hand_in": "on", "body": "<p>[[whose it is]]</p>"}
    assert "only you can say it" in errors_on(client.post(address, with_a_gap))["__all__"]


@pytest.mark.parametrize("deed", ["_publish_change", "_set_moment", "_publish", "_return_to_draft"])
def test_editor_does_no_deed_to_a_change(client, editor, event, deed):
    change = proposed(client, event, lead=SECRET)

    assert f'name="{deed}"' not in client.get(change).text
    assert client.post(change, {deed: "on", "due_at": "2990-01-01T10:00"}).status_code == 403
    assert pending_of(event).due_at is None
    assert SECRET not in reads(event)


def test_editor_still_changes_nothing_that_is_public(client, editor, event):
    sent = form_on(client, f"{change_page(event)}?change") | {"lead": SECRET, "_save": "on"}

    assert client.post(change_page(event), sent).status_code == 403
    event.refresh_from_db()
    assert event.lead == "As readers know it."


def test_what_is_wrong_in_a_proposal_comes_back_with_its_words(client, editor, event):
    address = f"{change_page(event)}?change"

    answer = client.post(address, form_on(client, address) | {"title": "", "lead": SECRET, "_hand_in": "on"})

    assert "title" in errors_on(answer)
    assert answer.context["adminform"].form["lead"].value() == SECRET
    assert pending_of(event) is None and review_of(event) is None


def test_second_proposal_is_told_of_the_first_and_keeps_its_words(client, editor, desk_of_a_publisher, event):
    address = f"{change_page(event)}?change"
    opened = form_on(client, address)
    publishers = form_on(desk_of_a_publisher, change_page(event)) | {"lead": "First", "_later": "on"}
    desk_of_a_publisher.post(change_page(event), publishers)

    answer = client.post(change_page(event), opened | {"lead": SECRET, "_later": "on"})

    assert "waits already" in errors_on(answer)["__all__"]
    assert answer.context["adminform"].form["lead"].value() == SECRET
    assert pending_of(event).document["fields"]["lead"] == "First"


def test_editor_throws_away_only_what_they_proposed(client, editor, desk_of_a_publisher, event):
    change = proposed(client, event, lead="First")
    desk_of_a_publisher.post(
        change, form_on(desk_of_a_publisher, change) | {"lead": "Second", "_later": "on"}
    )

    assert client.post(change, {"_throw_away": "on"}).status_code == 403
    client.post(change, form_on(client, change) | {"lead": "Third", "_later": "on"})
    client.post(change, {"_throw_away": "on"})

    assert pending_of(event) is None and review_of(event) is None


def test_change_that_appears_by_itself_is_not_the_editors_any_more(client, editor, event):
    change = proposed(client, event, lead="Looked at.")
    opened, version = form_on(client, change), pending_of(event)
    set_moment(event, version, timezone.now() + timedelta(days=1))

    assert client.post(change, opened | {"lead": SECRET, "_later": "on"}).status_code == 403
    assert 'name="lead"' not in client.get(change).text
    # And if the moment is set while the form is being looked at:
    with pytest.raises(ValidationError, match="it appears by itself"):
        keep_for_later(event, version.document, pending_of(event), proposed=True)


def test_opinion_and_speaker_are_proposed_for_too(client, editor, desk_of_a_publisher):
    opinion = AuthorshipFactory(opinion__lead="As readers know it.").opinion
    speaker = event_with_statements("Engines will compose.").appearances.get().speaker

    for item, field in ((opinion, "lead"), (speaker, "biography")):
        change = proposed(client, item, **{field: SECRET})
        assert SECRET not in reads(item)
        told = messages_on(desk_of_a_publisher.post(change, {"_publish_change": "on"}, follow=True))
        assert told == ["The change is public."]
        assert SECRET in reads(item)


def test_proposal_that_could_not_be_public_comes_back_with_its_words(client, editor):
    opinion = PublicOpinionFactory(
        lead="As readers know it."
    )  # of nobody: so it could not be published today
    address = f"{change_page(opinion)}?change"

    answer = client.post(address, form_on(client, address) | {"lead": SECRET, "_hand_in": "on"})

    assert "author" in errors_on(answer)["__all__"]
    assert answer.context["adminform"].form["lead"].value() == SECRET
    assert pending_of(opinion) is None


# --- What a change takes out ---


def test_statement_that_a_change_takes_out_is_public_until_then_and_withdrawn_with_its_note(
    client, editor, desk_of_a_publisher
):
    event = event_with_statements("Engines will compose.", "Looms will weave.")
    gone, address = event.statements.first(), f"{change_page(event)}?change"
    sent = form_on(client, address) | {"statements-0-DELETE": "on", "_hand_in": "on"}

    assert "withdrawal_words" in errors_on(client.post(address, sent))
    client.post(address, sent | {"withdrawal_words": "Said by nobody."})

    gone.refresh_from_db()
    assert gone.withdrawn_at is None
    assert "Engines will compose." in reads(event)
    assert Client().get(gone.get_absolute_url()).status_code == 200
    assert "Withdrawn by this change; readers still see it: Said by nobody." in client.get(address).text
    assert (
        "[A passage was withdrawn" in client.get(address.replace("/change/?change", "/change-preview/")).text
    )

    desk_of_a_publisher.post(address, {"_publish_change": "on"})

    tombstone = Client().get(gone.get_absolute_url())
    assert tombstone.status_code == 410 and "Said by nobody." in tombstone.text
    assert "Engines will compose." not in reads(event) and "Looms will weave." in reads(event)


def test_statement_is_left_public_after_all_and_one_of_the_change_alone_is_gone(client, editor, event):
    address = f"{change_page(event)}?change"
    row = with_row(
        form_on(client, address), "statements", text="Looms will weave.", said_by="0", own_words="on"
    )
    proposed(client, event, **row | {"statements-0-DELETE": "on", "withdrawal_words": "A mistake."})
    said = [row["text"] for row in pending_of(event).document["parts"]["statements"] if row["withdrawn_at"]]
    assert said == ["Engines will compose."]
    proposed(client, event, **{"statements-0-DELETE": "on"})  # once more: it is so already
    assert pending_of(event).document["parts"]["statements"][0]["withdrawal_note"] == "A mistake."

    proposed(client, event, **{"statements-0-stays_public": "on", "statements-1-DELETE": "on"})

    (row,) = pending_of(event).document["parts"]["statements"]
    assert (row["text"], row["withdrawn_at"], row["withdrawal_note"]) == ("Engines will compose.", None, "")


def test_whose_words_are_withdrawn_stays_known(client, editor, event):
    address = f"{change_page(event)}?change"
    removed = {"statements-0-DELETE": "on", "appearances-0-DELETE": "on", "withdrawal_words": "A mistake."}

    answer = client.post(address, form_on(client, address) | removed)

    assert "leave who said it in the list" in errors_on(answer)["statements-0-text"]
