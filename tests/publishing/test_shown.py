"""What shows nothing counts for nothing, wherever somebody asks whether there is a text."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from events.models import Appearance, Event, Topic, Venue
from opinions.models import Authorship, Opinion
from people.models import Speaker
from tests import ready
from tests.desk.conftest import logged_in
from tests.desk.pages import errors_on, form_on
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    EventFactory,
    OpinionFactory,
    SpeakerFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)
from tests.test_folding import as_it_was, migrate_to

pytestmark = pytest.mark.django_db

#: A filler of Korean, a pattern of Braille without dots, a space of no width, a mark of direction, blanks.
SIGNS = ["\u3164", "\u2800", "\u200b", "\u200f", " \u00a0"]


@pytest.mark.parametrize("sign", SIGNS)
def test_lead_that_shows_nothing_is_none_in_every_list(client, sign):
    logged_in(client, "Editor")
    event = event_with_statements("Engines will compose.", title="Engines", lead=sign)
    event_with_statements("It rains.", title="Rain", lead="Of rain.")

    listed = client.get("/admin/events/event/", {"complete": "no"}).context["cl"].result_list

    assert [(one.title, one.has_no_lead) for one in listed] == [("Engines", True)]
    assert 'class="lead' not in client.get(event.get_absolute_url()).text


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("make", "field"),
    [
        (EventFactory, "lead"),
        (EventFactory, "cover_credit"),
        (AppearanceFactory, "printed_post"),
        (OpinionFactory, "lead"),
        (AuthorshipFactory, "printed_post"),
        (SpeakerFactory, "biography"),
        (TopicFactory, "description"),
        (VenueFactory, "address"),
    ],
)
def test_text_that_shows_nothing_is_stored_as_none(make, field, sign):
    row = make(**{field: sign})
    row.refresh_from_db()
    assert getattr(row, field) == ""


def test_what_is_needed_has_to_show(client):
    logged_in(client, "Editor")
    address = "/admin/events/topic/add/"

    answer = client.post(address, form_on(client, address) | {"name": "\u3164"})

    assert "name" in errors_on(answer)
    event = EventFactory()
    event.cover, event.cover_alt = "covers/engine.jpg", "\u3164"
    with pytest.raises(ValidationError, match="see"):
        event.full_clean()


@pytest.mark.django_db(transaction=True)
def test_archive_from_before_agrees(tmp_path):
    address = ready.on_the_server("shown") if ready.server() else f"sqlite:///{tmp_path / 'shown.sqlite3'}"
    ready.copy(address, ready.migrated())
    with ready.connected_to(address):
        migrate_to([("desk", "0011_fold_dotless_and_stressed_letters_anew")])
        event, told = EventFactory(title="One"), EventFactory(title="Two", lead="Of rain.")
        as_it_was(event, lead="\u3164", fold="one\n\u1160", cover="covers/a.jpg", cover_alt="\u3164")
        as_it_was(AppearanceFactory(event=told), printed_post="\u2800")
        as_it_was(OpinionFactory(), lead="\u200b")
        as_it_was(AuthorshipFactory(), printed_post="\u200b\u200b")
        as_it_was(SpeakerFactory(name="Last"), biography="\u3164")
        as_it_was(TopicFactory(), description="\u3164")
        VenueFactory(city="Lviv", name="Hall")
        venue = VenueFactory()
        as_it_was(venue, name="Hall", city="Lviv", address="\u3164", fold="lviv\nhall\n\u1160")

        migrate_to(MigrationExecutor(connection).loader.graph.leaf_nodes())

        event.refresh_from_db()
        assert (event.lead, event.fold, event.cover_alt) == ("", "one\n", "\u3164")
        assert Venue.objects.get(pk=venue.pk).fold == "lviv\nhall\n\n2"
        assert Event.objects.exclude(lead="").get().lead == "Of rain."
        for model, field in [
            (Appearance, "printed_post"),
            (Opinion, "lead"),
            (Authorship, "printed_post"),
            (Speaker, "biography"),
            (Topic, "description"),
            (Venue, "address"),
        ]:
            assert not [row for row in model.objects.all() if getattr(row, field) not in ("", None)]
