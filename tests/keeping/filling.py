"""Fill the archive that the environment names: `python -m tests.keeping.filling`. Every table gets a row."""

import os
from io import BytesIO

import django


def picture(unrest: int):
    """A picture of about a hundred kilobytes: nothing in it can be pressed together."""
    from django.core.files.base import ContentFile
    from PIL import Image

    written = BytesIO()
    Image.effect_noise((400, 400), unrest).save(written, "PNG")
    return ContentFile(written.getvalue())


def fill() -> None:
    from django.contrib.admin.models import CHANGE, LogEntry
    from django.contrib.auth.models import Group, Permission, User
    from django.contrib.contenttypes.models import ContentType
    from django.core.management import call_command
    from django_otp.plugins.otp_totp.models import TOTPDevice

    from demonstration.models import Notice
    from events.models import Complaint, Event, Misattributed, OwnWord, OwnWordLink
    from following.models import Follow
    from house.models import House, NotFound, Redirect
    from intake.models import Intake, digest_of
    from opinions.models import Teaser
    from people.models import Affiliation, Forgotten, NameVariant, Organisation, Speaker, TwoPeople
    from publishing.models import Correction, LogbookEntry, OldAddress, Review
    from search.models import Abbreviation, SearchedFor
    from tests import factories

    call_command("migrate", verbosity=0)
    event = factories.event_with_statements(
        "Grain moves by rail.",
        "Порты закрыты.",
        title="Freight 会",
        venue=factories.VenueFactory(),
        series=factories.SeriesFactory(),
    )
    factories.EventFactory(title="A draft, \\ and “quoted”\n")
    topic = factories.TopicFactory()
    for carrier in (event, *event.statements.all()):
        carrier.topics.add(topic)
    opinion = factories.AuthorshipFactory(speaker=event.appearances.get().speaker).opinion
    opinion.topics.add(topic)
    Teaser.objects.create(event=event, opinion=opinion)
    factories.SpeakerFactory.create_batch(3)
    speaker = Speaker.objects.order_by("pk").first()
    NameVariant.objects.create(speaker=speaker, name="Ада Лавлейс")
    TwoPeople.objects.create(one=speaker, other=Speaker.objects.order_by("pk").last())
    post = {"post": "Fellow", "start_date": "2005-03"}
    Affiliation.objects.create(
        speaker=speaker, organisation=Organisation.objects.create(name="Harbour"), **post
    )
    Forgotten.objects.create(salt="s", prints=["a", "b"])
    Abbreviation.objects.create(short="WHO", long="World Health Organization")
    House(name="Harbour Papers", footer="4 Quay Street\nГавань").save()
    Notice.objects.create(text="An archive for tests")
    editor = User.objects.create_user("hollis", password="a long word for the desk", first_name="Hollis")
    editor.groups.add(Group.objects.get(name="Editor"))
    editor.user_permissions.add(Permission.objects.get(codename="publish_event"))
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(Event),
        object_id=event.pk,
        object_repr="Событие 会",
        action_flag=CHANGE,
    )
    Correction.objects.create(item=event, text="The page said 2018.\nIt was “2019”.")
    Complaint.objects.create(
        statement=event.statements.first(),
        about="words",
        text="Minute 12.",
        email="r@example.org",
        ticket="t",
    )
    TOTPDevice.objects.create(user=editor, name="app", last_t=7)
    editor.recovery_codes.create(print="a print")
    editor.log_ins.create(session_key="a key", print="a print", browser="Firefox on Linux")
    LogbookEntry.objects.create(what="rights", by=editor, called="hollis", words="Made a link")
    review = Review.objects.create(
        kind="events.event", object_id=event.pk, handed_in_by=editor, note="Гавань"
    )
    review.remarks.create(place="lead", called="Lead", text="Whose is it?", by=editor)
    OwnWord.objects.create(statement=event.statements.first(), reply="Ten days.", reply_state="waits")
    OwnWordLink.objects.create(appearance=event.appearances.first())
    Misattributed.objects.create(
        statement=event.statements.first(),
        speaker=event.appearances.first().speaker,
        correction=Correction.objects.first(),
    )
    Follow.objects.create(email="r@example.org", kind="search", what="q=Гавань", language="ru", told=["a"])
    OldAddress.remember("/events/2001/somewhere/", event)
    SearchedFor.objects.create(query="quarzen", times=3)
    Redirect.objects.create(address="/саммит?id=1", target="/events/")
    NotFound.objects.create(address="/node.php?id=2", times=3)
    first = Intake.objects.create(
        old_address="/node.php?id=3",
        text="Words.\0"[:-1],
        digest=digest_of("1"),
        proposal={"b": [1, 2.5], "a": None},
    )
    Intake.objects.create(text="Более", digest=digest_of("2"), follows=first, read_by=editor, event=event)
    for number, speaker in enumerate(Speaker.objects.order_by("pk")[:3]):
        speaker.portrait_alt = "A portrait"
        speaker.portrait.save("portrait.png", picture(50 + number))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    fill()
