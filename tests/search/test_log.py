import pytest
from django.db import DatabaseError

from search import log
from search.models import SearchedFor
from tests.factories import AppearanceFactory, SpeakerFactory
from tests.search.archive import freight_archive

pytestmark = pytest.mark.django_db

LIST = "/admin/search/searchedfor/"


def logged() -> dict[str, tuple[int, int]]:
    return {row.query: (row.times, row.hits) for row in SearchedFor.objects.all()}


def test_search_is_counted_with_what_it_found_and_nothing_about_the_visitor(client):
    freight_archive()

    for typed in ("Freight", "  freight ", "elephants"):
        client.get("/search/", {"q": typed})

    assert logged() == {"freight": (2, 5), "elephants": (1, 0)}
    assert {field.name for field in SearchedFor._meta.fields} == {
        "id", "query", "times", "hits", "last_on", "fold",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=%20",
        "q=freight&kind=event",
        "q=freight&page=1&from=2019",
        "q=freight&page=9",
        "kind=event",
        "q=freight&who=",
    ],
)
def test_narrowed_blank_and_impossible_searches_are_not_counted(client, query):
    freight_archive()

    client.get(f"/search/?{query}")

    assert logged() == {}


def test_typing_and_feeds_are_not_counted(client):
    freight_archive()

    client.get("/search/suggest/?q=freight")
    client.get("/search/feed/?q=freight")

    assert logged() == {}


def test_long_query_is_kept_to_its_beginning(client):
    client.get("/search/", {"q": "x" * 300})

    assert logged() == {"x" * 100: (1, 0)}


def test_rarest_and_oldest_go_when_there_are_too_many(client, monkeypatch):
    monkeypatch.setattr(log, "MOST_ROWS", 2)
    monkeypatch.setattr(log, "SWEPT_EACH", 1)

    for typed in ("often", "often", "first", "second"):
        client.get("/search/", {"q": typed})

    assert set(logged()) == {"often", "second"}


def test_page_is_shown_where_nothing_can_be_written(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError("attempt to write a readonly database")

    freight_archive()
    monkeypatch.setattr(log, "_count", refuse)

    response = client.get("/search/?q=freight")

    assert response.status_code == 200
    assert "5 results" in response.content.decode()


def test_desk_adds_a_failed_spelling_to_the_likeliest_speaker_with_one_click(client, django_user_model):
    log_in(client, "Publisher", django_user_model)
    speaker = AppearanceFactory(speaker=SpeakerFactory(name="Georgy Toloraya")).speaker
    SearchedFor.objects.create(query="tolaraja", times=3, hits=0)

    page = client.get(LIST).content.decode()
    address = f"{LIST}{SearchedFor.objects.get().pk}/spelling/"
    # The button stands in the form of the list, whose fields come along.
    client.post(address, {"speaker": speaker.pk, "action": "", "index": "0"})

    assert f'formaction="{address}"' in page
    assert "Add to Georgy Toloraya" in page
    assert [variant.name for variant in speaker.variants.all()] == ["tolaraja"]
    assert "Georgy Toloraya" in client.get("/search/?q=tolaraja").content.decode()
    assert SearchedFor.objects.get().hits > 0


def test_desk_offers_all_speakers_where_none_is_likely(client, django_user_model):
    log_in(client, "Publisher", django_user_model)
    searched = SearchedFor.objects.create(query="the old fox", times=1, hits=0)
    speaker = AppearanceFactory(speaker=SpeakerFactory(name="Georgy Toloraya")).speaker
    address = f"{LIST}{searched.pk}/spelling/"

    form = client.get(address)
    client.post(address, {"speaker": speaker.pk, "name": "the old fox", "kind": "other"})
    again = client.post(address, {"speaker": speaker.pk, "name": "The Old Fox", "kind": "other"})

    assert "Whose spelling is it?" in form.content.decode()
    assert [variant.name for variant in speaker.variants.all()] == ["the old fox"]
    assert "This spelling is there already." in again.content.decode()


def test_spelling_is_added_by_post_alone_and_by_those_who_may(client, django_user_model):
    speaker = AppearanceFactory().speaker
    searched = SearchedFor.objects.create(query="tolaraja", times=1, hits=0)
    address = f"{LIST}{searched.pk}/spelling/"

    outside = client.post(address, {"speaker": speaker.pk})
    client.force_login(
        django_user_model.objects.create_user("guest", is_staff=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    refused = client.post(address, {"speaker": speaker.pk})
    log_in(client, "Editor", django_user_model, "second")
    client.get(address, {"speaker": speaker.pk})

    assert (outside.status_code, refused.status_code) == (302, 403)
    assert not speaker.variants.exists()


def test_desk_shows_failed_searches_by_themselves(client, django_user_model):
    log_in(client, "Editor", django_user_model)
    SearchedFor.objects.create(query="freight", times=9, hits=4)
    SearchedFor.objects.create(query="elephants", times=2, hits=0)

    every = client.get(LIST).content.decode()
    failed = client.get(f"{LIST}?found=nothing").content.decode()

    assert every.index("freight") < every.index("elephants")
    assert "elephants" in failed
    assert "freight" not in failed


def log_in(client, role, users, name="ada"):
    from django.contrib.auth.models import Group

    user = users.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user
