"""Whatever stands in a record is text on a page: walked at every public address, past all forms and past every save."""

from contextlib import suppress
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.db import IntegrityError, models, transaction

from events.models import Appearance, Event, Series, Statement, Topic, Venue
from house.models import House, Page
from opinions.models import Authorship, Opinion
from people.models import Affiliation, NameVariant, Organisation, Speaker
from publishing.models import Correction
from tests.factories import (
    AppearanceFactory,
    PageFactory,
    PublicEventFactory,
    SeriesFactory,
    StatementFactory,
    VenueFactory,
    event_with_statements,
)
from tests.public.archives import archive_of
from tests.public_addresses import addresses, in_russian

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]

RECORDS = [Event, Statement, Appearance, Venue, Topic, Series, Opinion, Authorship, Page, House]
RECORDS += [Speaker, NameVariant, Affiliation, Organisation, Correction]
#: Ends a script, a title and an attribute, and begins an element.
HOSTILE = "</script></title></textarea>'\"><x-y onx=1>"
#: What is worked out, or names a place, and is not shown.
NOT_SHOWN = ("fold", "slug", "filed_under", "timezone", "time_zone", "identity_host", "accent")


class Elements(HTMLParser):
    """What a browser would take for elements and attributes of ours."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found += [f"{tag} {attrs}"] if tag == "x-y" or any(name == "onx" for name, _ in attrs) else []


@pytest.fixture
def archive():
    made = archive_of(2)
    event_with_statements("Ports matter.", title="Another", lead="Why now.", venue=VenueFactory())
    first = StatementFactory(appearance=AppearanceFactory(event=PublicEventFactory(series=SeriesFactory())))
    StatementFactory(appearance=first.appearance, jointly_with=AppearanceFactory(event=first.event))
    closed = {"attribution": "A participant", "not_for_attribution": True, "session": "Rates"}
    Statement.objects.create(event=first.event, text="Rates rise.", own_words=True, **closed)
    PageFactory(title="Imprint", lead="Who we are.", body="<p>Eastport</p>")
    House.objects.create()
    for model in RECORDS:
        for field in texts_of(model):
            for pk in model._base_manager.values_list("pk", flat=True):
                # What a constraint keeps blank stays so.
                with suppress(IntegrityError), transaction.atomic():
                    model._base_manager.filter(pk=pk).update(**{field.name: f"{pk}{HOSTILE}"})
    return {"speaker": made.speaker, "topic": made.topic}


def texts_of(model) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if type(field).__name__ in ("CharField", "TextField", "ProseField", "ReportField", "HTMLField")
        and not field.choices
        and not any(word in field.name for word in NOT_SHOWN)
        and (field.max_length is None or field.max_length >= 50)
    ]


def test_what_stands_in_a_record_is_text_at_every_address(client, archive):
    assert sum(map(len, map(texts_of, RECORDS))) > 40
    walked = addresses(archive)
    met, seen, busy = [], 0, []
    for name, paths in [*walked.items(), *in_russian(walked).items()]:
        for path in paths:
            response = client.get(path, follow=True)
            busy += [path] if response.status_code == 503 else []
            kind = response.headers.get("Content-Type", "")
            if kind.startswith("text/html"):
                seen += "x-y onx=1" in response.text
                met += [(name, path, one) for one in Elements(response.text).found]
            elif "xml" in kind:
                root = ElementTree.fromstring(b"".join(response))
                met += [(name, path, "element") for one in root.iter() if one.tag.endswith("x-y")]

    assert busy == []
    assert met == []
    assert seen > 40  # it is there, as text
