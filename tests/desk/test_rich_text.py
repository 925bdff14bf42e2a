"""What is typed or pasted into a long text is cleaned when it is sent, with and without script, and that is told."""

import pytest

from events.models import Event
from opinions.models import Opinion
from tests.desk.pages import ADD_EVENT, form_on, messages_on

ADD_OPINION = "/admin/opinions/opinion/add/"
TOLD = "1 word that was struck out or hidden, or stood in notes and comments, was left out."


@pytest.mark.parametrize(
    "gone", ["<del>double</del>", '<span style="text-decoration:line-through">double</span>', "<s>double</s>"]
)
def test_report_is_stored_without_what_was_struck_out_and_its_editor_is_told(client, editor, gone):
    report = f"<p>The fund will {gone} <ins>halve</ins> its stake by 10<sup>6</sup>.</p>"
    data = form_on(client, ADD_EVENT) | {"title": "On Engines", "date": "2019-04-26", "report": report}

    response = client.post(ADD_EVENT, data, follow=True)

    assert Event.objects.get().report == "<p>The fund will halve its stake by 10⁶.</p>"
    assert TOLD in messages_on(response)


def test_opinion_is_stored_without_what_was_struck_out_and_its_editor_is_told(client, editor):
    data = form_on(client, ADD_OPINION) | {"title": "On Engines", "body": "<p>So <s>not</s> be it.</p>"}

    response = client.post(ADD_OPINION, data, follow=True)

    assert Opinion.objects.get().body == "<p>So be it.</p>"
    assert TOLD in messages_on(response)


def test_nothing_is_told_where_nothing_was_left_out(client, editor):
    data = form_on(client, ADD_EVENT) | {"title": "On Engines", "date": "2019-04-26", "report": "<p>So.</p>"}

    assert not any("left out" in words for words in messages_on(client.post(ADD_EVENT, data, follow=True)))


def test_what_is_pasted_is_cleaned_for_whoever_is_logged_in(client, editor):
    answer = client.post(
        "/admin/r/cleaned/", {"html": "<p>It will <s>double</s> halve.\0<script>1</script></p>"}
    )

    assert answer.json() == {
        "html": "<p>It will halve.</p>",
        "words": "1 word that was struck out or hidden, or stood in notes and comments, was left out.",
    }
    assert client.get("/admin/r/cleaned/").status_code == 405
    assert client.post("/admin/r/cleaned/", {"html": "<b>" * 200_000}).status_code == 400
    client.logout()
    assert client.post("/admin/r/cleaned/", {"html": "x"}).status_code == 302
