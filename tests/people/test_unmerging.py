"""Two people who were merged are taken apart: each is what they were, as far as nobody has changed it since."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Event
from people.matching import find_speakers
from people.merging import look_at_merge, merge_speakers
from people.models import Organisation, Speaker
from people.unmerging import merges, undo_merge
from publishing.bringing_back import bring_back
from publishing.models import OldAddress, Version
from publishing.wholes import document_of
from tests.at_once import at_once
from tests.desk.pages import change_page, form_on, messages_on
from tests.desk.users import make_user
from tests.factories import AuthorshipFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(db) -> tuple[Speaker, Speaker]:
    """Artyom, of whom little is known, and Artem, with a number, a spelling, a post, words and an opinion."""
    college = Organisation.objects.create(name="College")
    kept = SpeakerFactory(name="Artyom Lukin")
    kept.affiliations.create(organisation=college, post="Fellow", start_date="2014")
    absorbed = SpeakerFactory(name="Artem Lukin", wikidata="Q97", biography="A fellow.")
    absorbed.variants.create(name="Артём Лукин")
    absorbed.affiliations.create(organisation=college, post="Fellow", start_date="2014-03")
    absorbed.slug = "a-lukin"
    absorbed.save()
    StatementFactory(appearance__speaker=absorbed, text="Winters are long.")
    AuthorshipFactory(speaker=absorbed)
    return kept, absorbed


def state_of(speaker: Speaker) -> dict:
    return document_of(Speaker.objects.get(pk=speaker.pk))


def paths() -> set[str]:
    return set(OldAddress.objects.values_list("path", flat=True))


def test_after_the_undo_both_are_what_they_were(client, pair):
    before, addresses = [state_of(one) for one in pair], paths()
    number = pair[1].pk
    merge_speakers(*pair)
    assert client.get("/speakers/a-lukin/").status_code == 301

    absorbed, stays = undo_merge(merges().get())

    assert (absorbed.pk, stays) == (number, [])
    assert [state_of(pair[0]), state_of(absorbed)] == before
    assert paths() == addresses == {"/speakers/artem-lukin/"}
    page = client.get("/speakers/a-lukin/")
    assert page.status_code == 200 and "Winters are long." in page.content.decode()
    assert client.get("/speakers/artem-lukin/")["Location"] == "/speakers/a-lukin/"
    assert client.get(pair[0].get_absolute_url()).status_code == 404  # nothing public names him any more
    assert [match.speaker.pk for match in find_speakers("Артём Лукин")][:1] == [number]
    assert not merges()


def test_of_the_other_name_that_was_chosen_nothing_is_left(pair):
    before = [state_of(one) for one in pair]

    merge_speakers(*pair, theirs={"name", "biography"})
    assert Speaker.objects.get().name == "Artem Lukin"
    absorbed, _ = undo_merge(merges().get())

    assert [state_of(pair[0]), state_of(absorbed)] == before


def test_what_was_changed_since_stays_and_is_told(pair):
    kept, absorbed = pair
    merge_speakers(kept, absorbed)
    kept.biography = "Another life."
    kept.save()
    kept.affiliations.update(end_date="2020")
    StatementFactory(appearance__speaker=kept)
    kept.appearances.filter(statements__text="Winters are long.").get().statements.get()
    kept.appearances.filter(statements__text="Winters are long.").update(speaker=SpeakerFactory())

    absorbed, stays = undo_merge(merges().get())

    kept.refresh_from_db()
    assert (kept.biography, kept.wikidata, absorbed.wikidata) == ("Another life.", "", "Q97")
    assert sorted(post.end_date for post in kept.affiliations.all()) == ["", "2020"]
    assert (kept.appearances.count(), absorbed.appearances.count()) == (1, 0)
    assert stays == [
        "Biography was changed since, and stays as it is.",
        "A post was changed since, and stays with the other.",
        "1 appearance went or were given to somebody else since.",
    ]


def test_it_is_undone_once_and_not_when_the_other_is_gone(pair):
    merge_speakers(*pair)
    version = merges().get()
    third = SpeakerFactory(name="A. Lukin")
    merge_speakers(third, Speaker.objects.get(pk=pair[0].pk))

    with pytest.raises(ValidationError, match="Undo that first"):
        undo_merge(version)
    undo_merge(merges().exclude(pk=version.pk).get())
    undo_merge(version)
    with pytest.raises(ValidationError, match="undone already"):
        undo_merge(version)

    assert Speaker.objects.count() == 3


def test_of_one_who_was_merged_again_the_last_merge_may_be_undone(pair):
    kept, absorbed = pair
    merge_speakers(kept, absorbed)
    first = merges().get()
    absorbed, _ = undo_merge(first)
    third = SpeakerFactory(name="A. Lukin")
    merge_speakers(third, absorbed)

    with pytest.raises(ValidationError, match="undone already"):
        undo_merge(first)
    last = merges().get()
    undo_merge(last)

    assert (last.became, merges().count()) == (third.pk, 0)


def test_a_spelling_that_was_taken_off_and_written_again_stays_once(pair):
    kept, _absorbed = pair
    kept.variants.create(name="A. Lukin")
    merge_speakers(*pair)
    kept.variants.filter(name="A. Lukin").delete()
    kept.variants.create(name="A. Lukin")

    undo_merge(merges().get())

    assert [variant.name for variant in kept.variants.all()] == ["A. Lukin"]


def test_a_post_that_stays_with_a_third_is_told_and_is_nobody_elses(pair):
    kept, _absorbed = pair
    merge_speakers(*pair)
    of_two = merges().get()
    third = SpeakerFactory(name="A. Lukin")
    merge_speakers(third, Speaker.objects.get(pk=kept.pk))
    third.affiliations.update(end_date="2020")
    undo_merge(merges().get(object_id=kept.pk))

    back, stays = undo_merge(of_two)

    assert stays == ["A post was changed since, and stays with somebody else."]
    assert not back.affiliations.exists() and third.affiliations.get().end_date == "2020"


def test_bringing_back_what_the_other_has_again_is_refused_in_words(pair):
    kept, absorbed = pair
    merge_speakers(kept, absorbed)
    merged = Version.objects.get(object_id=kept.pk, kind="people.speaker", what=Version.What.MERGE)
    undo_merge(merges().get())

    with pytest.raises(ValidationError, match="another record, or another row of this one, has"):
        bring_back(Speaker.objects.get(pk=kept.pk), merged, "affiliations")


def test_looking_first_tells_what_would_come_and_merges_nothing(pair):
    looked = look_at_merge(*pair, theirs={"name"})

    assert (looked.speaker.name, looked.speaker.wikidata) == ("Artem Lukin", "Q97")
    assert looked.spellings == ["Artyom Lukin", "Артём Лукин"]
    assert looked.posts == ["Fellow, College, 2014–"]
    assert Speaker.objects.count() == 2


def test_on_the_desk_one_chooses_field_by_field_looks_and_undoes(client, pair):
    kept, absorbed = pair
    client.force_login(make_user("Publisher"))
    address = f"/admin/people/speaker/merge/?a={kept.pk}&b={absorbed.pk}"
    data = {"kept": kept.pk, "of-name": absorbed.pk}
    assert "Field by field" in client.get(address).content.decode()

    looked = client.post(address, data | {"look": "1"}).content.decode()
    assert "After the merge" in looked and "A fellow." in looked and Speaker.objects.count() == 2
    client.post(address, data)
    assert Speaker.objects.get().name == "Artem Lukin"

    listed = client.get("/admin/people/speaker/merges/").content.decode()
    undo = f"/admin/people/speaker/merges/{merges().get().pk}/undo/"
    assert undo in listed and "two people?" in client.get(undo).content.decode()
    told = messages_on(client.post(undo, follow=True))
    again = messages_on(client.get(undo, follow=True))

    assert told == ["“Artem Lukin” and “Artyom Lukin” are two people again."]
    assert again == ["There is no such merge, or it was undone already."]


def test_an_editor_sees_no_merges(client, pair):
    client.force_login(make_user("Editor"))

    assert client.get("/admin/people/speaker/merges/").status_code == 403
    assert client.post("/admin/people/speaker/merges/1/undo/").status_code == 403


def test_form_that_was_open_meanwhile_gives_nobodys_words_back(client, pair):
    client.force_login(make_user("Publisher"))
    merge_speakers(*pair)
    event = Event.objects.get()
    sent = form_on(client, change_page(event)) | {"lead": "Of winters."}
    undo_merge(merges().get())

    answer = client.post(change_page(event), sent)

    event.refresh_from_db()
    assert (answer.status_code, event.lead) == (302, "Of winters.")
    assert event.appearances.get().speaker.name == "Artem Lukin"


@pytest.mark.django_db(transaction=True)
def test_asked_twice_in_the_same_instant_it_is_undone_once(pair):
    merge_speakers(*pair)
    version = merges().get()

    answers = at_once(*[lambda: undo_merge(version)] * 2)

    assert len([one for one in answers if isinstance(one, Exception)]) == 1
    assert Speaker.objects.count() == 2
