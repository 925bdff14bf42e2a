"""A renamed speaker is filed anew and still found."""

import pytest

from people.matching import find_speakers
from people.models import NameVariant, Speaker
from tests.desk.pages import change_page, form_on
from tests.desk.users import make_user
from tests.factories import AppearanceFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def spellings(speaker) -> list[str]:
    return [variant.name for variant in speaker.variants.all()]


def renamed(speaker: Speaker, name: str) -> Speaker:
    speaker.name = name
    speaker.save()
    return Speaker.objects.get(pk=speaker.pk)


def test_renamed_speaker_is_filed_under_the_new_name():
    speaker = renamed(SpeakerFactory(name="Ada Byron"), "Ada Lovelace")

    assert (speaker.sort_name, speaker.filed_under) == ("Lovelace, Ada", "lovelace, ada")


def test_sort_name_that_an_editor_wrote_stays():
    speaker = SpeakerFactory(name="Kim Jong-un", sort_name="Kim, Jong-un")

    assert renamed(speaker, "Kim Jong Un").sort_name == "Kim, Jong-un"


def test_sort_name_written_with_the_new_name_stands():
    speaker = SpeakerFactory(name="Ada Byron")
    speaker.sort_name = "King, Ada"

    assert renamed(speaker, "Ada King Lovelace").sort_name == "King, Ada"


def test_former_name_finds_its_speaker():
    speaker = AppearanceFactory(speaker=SpeakerFactory(name="Grete Zauner")).speaker

    renamed(speaker, "Grete Hollenbach")

    assert spellings(speaker) == ["Grete Zauner"]
    assert [match.speaker for match in find_speakers("Zauner")] == [speaker]


@pytest.mark.parametrize("name", ["ADA DVORAK", "Ada  Dvořák", "Ada Dvor\u030ca\u0301k", "Ada Dvorak"])
def test_change_of_case_or_accents_is_no_other_name(name):
    speaker = renamed(SpeakerFactory(name="Ada Dvorak"), name)

    assert spellings(speaker) == []


def test_name_in_another_script_is_another_spelling():
    speaker = renamed(SpeakerFactory(name="Артём Лукин"), "Artyom Lukin")

    assert spellings(speaker) == ["Артём Лукин"]


def test_former_name_that_the_form_is_told_to_take_out_is_remembered(client):
    client.force_login(make_user("Publisher"))
    speaker = SpeakerFactory(name="Grete Zauner")
    speaker.variants.create(name="grete zauner")
    data = form_on(client, change_page(speaker)) | {"name": "Grete Hollenbach", "variants-0-DELETE": "on"}

    assert client.post(change_page(speaker), data).status_code == 302

    assert spellings(speaker) == ["Grete Zauner"]


def test_former_name_stands_once():
    speaker = SpeakerFactory(name="Ada Byron")
    speaker.variants.create(name="ada byron", kind=NameVariant.Kind.FORMER)

    renamed(speaker, "Ada Lovelace")

    assert spellings(speaker) == ["ada byron"]
