"""Two records of one person, or of one institution, become one."""

import pytest
from django.core.exceptions import ValidationError

from people.matching import find_speakers
from people.merging import merge_organisations, merge_speakers
from people.models import Organisation, Speaker
from publishing.models import OldAddress
from tests.at_once import at_once
from tests.factories import AppearanceFactory, AuthorshipFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

PORTRAIT = {"portrait": "portraits/a.jpg", "portrait_alt": "Ann Bell", "portrait_credit": "Ida Roe"}


def portrait_of(speaker: Speaker) -> dict:
    speaker.refresh_from_db()
    return {name: str(getattr(speaker, name)) for name in PORTRAIT}


def posts_of(speaker: Speaker) -> list[tuple]:
    return [(p.post, p.start_date, p.end_date) for p in speaker.affiliations.order_by("start_date", "pk")]


def speaker_with_posts(name: str, organisation: Organisation, *posts: tuple[str, str, str]) -> Speaker:
    speaker = SpeakerFactory(name=name)
    for post, start_date, end_date in posts:
        speaker.affiliations.create(
            organisation=organisation, post=post, start_date=start_date, end_date=end_date
        )
    return speaker


@pytest.fixture
def college(db):
    return Organisation.objects.create(name="College")


# --- The portrait ---


def test_kept_portrait_is_not_credited_to_another_photographer():
    kept = SpeakerFactory(portrait="portraits/kept.jpg", portrait_alt="At a lectern")

    merge_speakers(kept, SpeakerFactory(**PORTRAIT))

    assert portrait_of(kept) == {
        "portrait": "portraits/kept.jpg",
        "portrait_alt": "At a lectern",
        "portrait_credit": "",
    }


def test_portrait_is_taken_over_with_its_own_words():
    kept = SpeakerFactory(portrait_alt="Of one that is gone", portrait_credit="Somebody else")

    merge_speakers(kept, SpeakerFactory(**PORTRAIT))

    assert portrait_of(kept) == PORTRAIT


def test_credit_without_a_portrait_is_not_taken_over():
    kept = SpeakerFactory()

    merge_speakers(kept, SpeakerFactory(portrait_credit="Ida Roe"))

    assert portrait_of(kept) == dict.fromkeys(PORTRAIT, "")


# --- Numbers ---


@pytest.mark.parametrize(
    ("field", "ours", "theirs"),
    [("wikidata", "Q1", "Q2"), ("orcid", "0000-0002-1825-0097", "0000-0001-5109-3700")],
)
def test_two_numbers_are_two_people(field, ours, theirs):
    kept = SpeakerFactory(name="Ann Bell", **{field: ours})
    absorbed = SpeakerFactory(name="Anne Bell", **{field: theirs})

    with pytest.raises(ValidationError) as refused:
        merge_speakers(kept, absorbed)

    assert ours in refused.value.messages[0] and theirs in refused.value.messages[0]
    assert Speaker.objects.count() == 2


def test_number_that_one_of_them_has_stays():
    kept, absorbed = SpeakerFactory(wikidata="Q1"), SpeakerFactory(orcid="0000-0002-1825-0097")

    merge_speakers(kept, absorbed)

    assert list(Speaker.objects.values_list("wikidata", "orcid")) == [("Q1", "0000-0002-1825-0097")]


# --- Posts ---


@pytest.mark.parametrize(
    ("ours", "theirs", "left"),
    [
        (("Director", "2010", ""), ("Director", "2010", ""), [("Director", "2010", "")]),
        (("Director", "2010", ""), ("DIRECTOR", "2010", ""), [("Director", "2010", "")]),
        (("Director", "", ""), ("Director", "2010", "2014"), [("Director", "2010", "2014")]),
        (("Director", "2010", "2014"), ("Director", "", ""), [("Director", "2010", "2014")]),
        (("Director", "2010", ""), ("Director", "2010-03", ""), [("Director", "2010-03", "")]),
        (
            ("Director", "", "2014"),
            ("Director", "2010", ""),
            [("Director", "", "2014"), ("Director", "2010", "")],
        ),
        (
            ("Director", "2010", "2012"),
            ("Director", "2015", ""),
            [("Director", "2010", "2012"), ("Director", "2015", "")],
        ),
        (
            ("Director", "2010", ""),
            ("Fellow", "2010", ""),
            [("Director", "2010", ""), ("Fellow", "2010", "")],
        ),
    ],
)
def test_same_post_is_left_once(college, ours, theirs, left):
    kept = speaker_with_posts("Ann Bell", college, ours)

    merge_speakers(kept, speaker_with_posts("Anne Bell", college, theirs))

    assert posts_of(kept) == left


def test_same_post_elsewhere_is_another_post(college):
    kept = speaker_with_posts("Ann Bell", college, ("Director", "2010", ""))
    institute = Organisation.objects.create(name="Institute")

    merge_speakers(kept, speaker_with_posts("Anne Bell", institute, ("Director", "2010", "")))

    assert len(posts_of(kept)) == 2


# --- Names ---


def test_every_name_of_the_absorbed_finds_the_kept():
    kept = AppearanceFactory(speaker=SpeakerFactory(name="Ann Bell")).speaker
    absorbed = SpeakerFactory(name="Änn Bell", sort_name="Zauner, Ann")
    absorbed.variants.create(name="Anneliese Hollenbach", kind="former")

    merge_speakers(kept, absorbed)

    assert [(v.name, v.kind) for v in kept.variants.all()] == [
        ("Anneliese Hollenbach", "former"),
        ("Zauner, Ann", "other"),
    ]
    assert [[m.speaker for m in find_speakers(q)] for q in ("Hollenbach", "Zauner")] == [[kept], [kept]]


# --- Under a lock ---


def test_what_was_read_before_is_read_anew():
    """A biography written while the page of the merge was open is not overwritten by what it had read."""
    kept, absorbed = SpeakerFactory(), SpeakerFactory(biography="A poet.")
    Speaker.objects.filter(pk=kept.pk).update(biography="A mathematician.")

    merge_speakers(kept, absorbed)

    assert Speaker.objects.get().biography == "A mathematician."


def test_second_merge_is_told():
    kept, absorbed = SpeakerFactory(name="Ann Bell"), SpeakerFactory(name="Anne Bell")
    as_another_read_it = Speaker.objects.get(pk=absorbed.pk)
    merge_speakers(kept, absorbed)

    with pytest.raises(ValidationError, match="“Anne Bell” has been deleted in the meantime"):
        merge_speakers(kept, as_another_read_it)


@pytest.mark.django_db(transaction=True)
def test_merges_of_one_pair_at_once_leave_one_and_tell_the_other():
    """Each keeps what the other absorbs: without a lock both would be gone."""
    first, second = SpeakerFactory(name="Ann Bell"), SpeakerFactory(name="Anne Bell")
    AppearanceFactory(speaker=first)
    AuthorshipFactory(speaker=second)

    def merge(pks: tuple[int, int]):
        kept, absorbed = (Speaker.objects.get(pk=pk) for pk in pks)
        return lambda: outcome(kept, absorbed)

    def outcome(kept: Speaker, absorbed: Speaker) -> str:
        try:
            merge_speakers(kept, absorbed)
        except ValidationError as refused:
            return refused.messages[0]
        return "merged"

    merged, told = sorted(at_once(merge((first.pk, second.pk)), merge((second.pk, first.pk))))

    assert merged == "merged" and "has been deleted in the meantime" in told
    left = Speaker.objects.get()
    assert (left.appearances.count(), left.authorships.count()) == (1, 1)
    assert OldAddress.objects.count() == 1


# --- Organisations ---


def test_merged_organisation_holds_each_post_once():
    kept, absorbed = (Organisation.objects.create(name=name) for name in ("College", "The College"))
    speaker = speaker_with_posts("Ann Bell", kept, ("Director", "2010", ""))
    speaker.affiliations.create(organisation=absorbed, post="Director", start_date="2010", end_date="2014")
    other = speaker_with_posts("Ida Roe", absorbed, ("Director", "", ""))

    merge_organisations(kept, absorbed)

    assert list(Organisation.objects.all()) == [kept]
    assert (posts_of(speaker), posts_of(other)) == (
        [("Director", "2010", "2014")],
        [("Director", "", "")],
    )
