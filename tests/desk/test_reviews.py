"""A second pair of eyes: handed in, looked at, sent back with a comment on a field, mended, published."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from publishing.forgetting import forget_everywhere
from publishing.models import Remark, Review
from publishing.reviewing import hand_in, review_of, send_back
from tests.desk.pages import ADD_EVENT, change_page, form_on, messages_on
from tests.desk.users import make_user
from tests.factories import AuthorshipFactory, PageFactory, PublicOpinionFactory, event_with_statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return event_with_statements("Engines will compose.", title="On Engines", lead="A lead.", status="draft")


@pytest.fixture
def desk_of_a_publisher():
    client = Client()
    client.force_login(make_user("Publisher"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def review_page(item) -> str:
    return change_page(item).replace("/change/", "/review/")


def handed_in(client, item) -> None:
    client.post(
        change_page(item), form_on(client, change_page(item)) | {"_hand_in": "on", "what_for": "Look."}
    )


def titles(client, queue: str) -> list[str]:
    return [line["title"] for line in client.get("/admin/").context[queue]]


def test_draft_is_sent_back_with_a_comment_on_a_field_mended_and_published(
    client, editor, desk_of_a_publisher, draft
):
    statement = draft.statements.get()
    handed_in(client, draft)

    assert titles(desk_of_a_publisher, "to_review") == ["On Engines"]
    page = desk_of_a_publisher.get(review_page(draft)).text
    assert "“Look.”" in page and "Engines will compose." in page
    said = {"lead": "Whose lead is this?", f"statements.{statement.pk}": "A quote?", "whole": ""}
    desk_of_a_publisher.post(review_page(draft), said)

    (line,) = client.get("/admin/").context["sent_back"]
    assert line["count"] == 2 and "Lead: Whose lead is this?" in line["note"]
    assert titles(desk_of_a_publisher, "to_review") == []
    form = client.get(change_page(draft)).text
    assert form.count("Whose lead is this?") == 2  # above the form, and beside the field
    assert '<a class="link" href="#id_lead">Lead</a>' in form
    assert 'href="#statements-0"' in form and form.count("A quote?") == 2

    key = Remark.objects.get(called="Lead").pk
    assert "Settled." in messages_on(client.post(review_page(draft), {"settle": key}, follow=True))
    assert "Whose lead" not in client.get(change_page(draft)).text
    handed_in(client, draft)  # which settles the rest

    assert [remark.settled_by for remark in Remark.objects.all()] == [editor, editor]
    assert "Settled by editor" in desk_of_a_publisher.get(review_page(draft)).text
    sent = form_on(desk_of_a_publisher, change_page(draft)) | {"_publish": "on"}
    desk_of_a_publisher.post(change_page(draft), sent)
    draft.refresh_from_db()
    assert draft.is_public and review_of(draft) is None
    assert titles(client, "sent_back") == titles(desk_of_a_publisher, "to_review") == []


def test_proposed_change_is_read_beside_what_readers_see(client, editor, desk_of_a_publisher):
    opinion = PublicOpinionFactory(title="Open question", lead="As readers know it.")
    AuthorshipFactory(opinion=opinion)
    address = f"{change_page(opinion)}?change"
    client.post(address, form_on(client, address) | {"lead": "As proposed.", "_later": "on"})
    assert titles(client, "changes_kept") == ["Open question"]
    client.post(address, form_on(client, address) | {"_hand_in": "on"})
    assert titles(client, "changes_kept") == []

    shown = desk_of_a_publisher.get(review_page(opinion)).context["shown"]
    assert [one["section"].name for one in shown] == ["lead"]
    desk_of_a_publisher.post(review_page(opinion), {"whole": "Rather not."})

    assert "The whole: Rather not." in client.get("/admin/").context["sent_back"][0]["note"]
    assert "Rather not." in client.get(address).text
    assert "Rather not." not in Client().get(opinion.get_absolute_url()).text


def test_nothing_is_sent_back_without_a_word_twice_or_by_an_editor(
    client, editor, desk_of_a_publisher, draft
):
    hand_in(draft)

    assert client.post(review_page(draft), {"whole": "I looked."}).status_code == 403
    silent = desk_of_a_publisher.post(review_page(draft), {"whole": " "})
    assert "Say what is to be done" in silent.text
    long = desk_of_a_publisher.post(review_page(draft), {"lead": "a" * 2001})
    assert "at most 2000 characters" in long.text and "a" * 2001 in long.text
    send_back(draft, [Remark(text="No.")])
    with pytest.raises(ValidationError, match="not in review any more"):
        send_back(draft, [Remark(text="No.")])
    late = desk_of_a_publisher.post(review_page(draft), {"whole": "Me too."}, follow=True)
    assert messages_on(late) == ["It is not in review, or not any more."]
    assert Remark.objects.count() == 1


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 30])
def test_settling_nothing_costs_nothing(client, editor, draft, key):
    hand_in(draft)

    assert client.post(review_page(draft), {"settle": key}).status_code == 302
    assert client.get(f"/admin/events/event/{'9' * 30}/review/").status_code == 302


def test_new_draft_is_handed_in_at_once_and_a_page_too(client, editor, desk_of_a_publisher):
    client.post(ADD_EVENT, form_on(client, ADD_EVENT) | {"title": "New", "_hand_in": "on"})
    page = PageFactory(status="draft", publish_at=None, title="Imprint")
    handed_in(client, page)

    assert sorted(titles(desk_of_a_publisher, "to_review")) == ["Imprint", "New"]
    assert desk_of_a_publisher.get(review_page(page)).status_code == 200


def test_what_was_handed_in_is_listed_in_the_same_queries_for_many(
    client, publisher, django_assert_num_queries
):
    def more():
        for _ in range(4):
            draft = event_with_statements("Engines will compose.", status="draft")
            hand_in(draft)

    for _ in range(2):
        more()
        client.get("/admin/")  # whose house it is, is asked after each change
        with django_assert_num_queries(23):
            client.get("/admin/")


def test_front_page_bears_as_many_as_were_handed_in(client, editor, desk_of_a_publisher, draft):
    handed_in(client, draft)
    Review.objects.bulk_create(Review(kind="events.event", object_id=10_000 + n) for n in range(1500))

    assert titles(desk_of_a_publisher, "to_review") == ["On Engines"]


def test_remark_forgets_a_name(draft):
    hand_in(draft, "Dahl has seen it.")
    send_back(draft, [Remark(called="Hedvig Dahl", text="Did Dahl say so?")])

    forget_everywhere(["Hedvig Dahl", "Dahl"])

    remark = Remark.objects.get()
    assert (remark.called, remark.text, review_of(draft).note) == (
        "[…]",
        "Did […] say so?",
        "[…] has seen it.",
    )
