import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image, ImageCms

from events.models import Event
from people.merging import merge_speakers
from people.models import Speaker
from publishing.old_pictures import name_by_size
from publishing.pictures import LIMITS, LONGEST_EDGE, MOST_BYTES, fit_for_a_page
from tests.desk.conftest import logged_in
from tests.desk.pages import change_page, errors_on, form_on
from tests.factories import EventFactory, PublicEventFactory, SpeakerFactory
from tests.pictures import from_a_camera, picture, png_that_claims

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def stored(file: ContentFile, name: str = "a.jpg") -> Image.Image:
    """The picture that a reader gets of ``file``, opened."""
    speaker = SpeakerFactory(portrait_alt="At a lectern")
    speaker.portrait.save(name, file)
    with speaker.portrait.open() as kept:
        return Image.open(BytesIO(kept.read()))


def with_portrait(file: ContentFile | None = None, **fields) -> Speaker:
    speaker = SpeakerFactory(portrait_alt="At a lectern", **fields)
    speaker.portrait = file or picture()
    speaker.save()
    return speaker


def is_there(name: str) -> bool:
    return default_storage.exists(name)


# --- What is kept ---


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tiff", "a"])
def test_what_is_in_a_file_counts_and_not_its_name(form, name):
    assert stored(picture(form), name).format == "JPEG"


def test_a_camera_tells_nothing_and_the_picture_stands_upright():
    file = from_a_camera(size=(60, 40), turned=6)
    assert b"Ida Roe" in file.read() and b"Obscura" in file.open().read()

    kept = stored(file)

    assert kept.size == (40, 60)
    assert not kept.getexif() and set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"} | {
        "progressive", "progression",
    }  # fmt: skip


def test_words_inside_a_png_are_left_out():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Ida Roe")

    assert "Author" not in stored(picture("PNG", pnginfo=told)).info


def test_picture_of_an_earlier_version_is_named_by_its_size():
    """Ours stays as it was and is no news of its event; another is drawn anew; of a lost one nothing is known."""
    ours, others, lost = f"covers/{'0a' * 16}.jpg", "portraits/ida-roe.png", f"portraits/{'0b' * 16}.jpg"
    before = picture(size=(60, 40)).read()
    default_storage.save(ours, ContentFile(before))
    default_storage.save(others, picture("PNG", size=(30, 20)))
    event = PublicEventFactory(cover=ours, cover_alt="A lectern")
    one, another = SpeakerFactory(portrait_alt="At a lectern"), SpeakerFactory(portrait_alt="At a lectern")
    for speaker, name in ((one, others), (another, lost)):
        Speaker.objects.filter(pk=speaker.pk).update(portrait=name)
    Event.objects.filter(pk=event.pk).update(cover=ours)
    moment = Event.objects.get().changed_at

    assert (name_by_size(), name_by_size()) == (2, 0)

    event = Event.objects.get()
    with event.cover.open() as kept:
        assert event.cover.attributes == 'width="60" height="40"' and kept.read() == before
    portrait, gone = (Speaker.objects.get(pk=speaker.pk).portrait for speaker in (one, another))
    assert portrait.attributes == 'width="30" height="20"' and portrait.name.endswith(".jpg")
    assert gone.name == lost and event.changed_at == moment


def test_name_of_a_file_says_nothing_but_how_large_it_is():
    portrait = with_portrait(picture(size=(6400, 3200))).portrait

    assert re.fullmatch(r"portraits/[0-9a-f]{32}-1600x800\.jpg", portrait.name)
    assert portrait.attributes == 'width="1600" height="800"'
    assert Speaker(portrait="portraits/of-an-earlier-version.jpg").portrait.attributes == ""


def test_a_page_reserves_room_for_a_cover(client):
    event = PublicEventFactory(cover=picture(size=(640, 480)), cover_alt="A harbour")

    assert (
        f'<img src="{event.cover.url}" alt="A harbour" width="640" height="480">'
        in client.get(event.get_absolute_url()).content.decode()
    )


def test_a_large_picture_is_made_fit_for_a_page_and_a_small_one_stays():
    large, small = stored(picture(size=(6400, 3200))), stored(picture(size=(40, 30)))

    assert large.size == (LONGEST_EDGE, LONGEST_EDGE // 2)
    assert small.size == (40, 30)


def test_what_shows_through_still_does():
    clear = stored(picture("PNG", mode="RGBA", colour=(255, 0, 0, 0)))

    assert (clear.format, clear.convert("RGBA").getpixel((5, 5))[3]) == ("WEBP", 0)


@pytest.mark.parametrize(
    ("form", "mode", "colour", "seen"),
    [
        ("JPEG", "CMYK", (0, 255, 255, 0), (255, 0, 0)),
        ("JPEG", "L", 128, (128, 128, 128)),
        ("PNG", "P", 0, (0, 0, 0)),
        ("PNG", "1", 1, (255, 255, 255)),
        ("PNG", "LA", (128, 255), (128, 128, 128)),
        ("PNG", "I;16", 0x8000, (128, 128, 128)),
    ],
)
def test_colours_are_those_of_the_web(form, mode, colour, seen):
    kept = stored(picture(form, mode=mode, colour=colour)).convert("RGB").getpixel((5, 5))

    assert kept == pytest.approx(seen, abs=3)


def test_colours_of_a_profile_are_turned_into_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    broken = stored(picture(icc_profile=profile))
    plain = stored(picture(icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()))

    assert "icc_profile" not in broken.info and "icc_profile" not in plain.info
    assert plain.getpixel((5, 5)) == pytest.approx((255, 0, 0), abs=3)


def test_of_a_moving_picture_the_first_image_is_kept():
    first, second = Image.new("RGB", (9, 9), "blue"), Image.new("RGB", (9, 9), "red")
    into = BytesIO()
    first.save(into, "WEBP", save_all=True, append_images=[second])

    assert stored(ContentFile(into.getvalue())).getpixel((5, 5)) == pytest.approx((0, 0, 255), abs=9)


# --- What is refused ---

REFUSED = {
    "a TIFF": (lambda: picture("TIFF"), "no JPEG, PNG or WebP"),
    "a GIF": (lambda: picture("GIF", mode="P", colour=1), "no JPEG, PNG or WebP"),
    "a bitmap": (lambda: picture("BMP"), "no JPEG, PNG or WebP"),
    "a drawing": (lambda: ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "no JPEG, PNG or WebP"),
    "a page": (lambda: ContentFile(b"<html><script>1</script></html>"), "no JPEG, PNG or WebP"),
    "108 megapixels": (lambda: png_that_claims(12000, 9000), "more than 40 million pixels"),
    "169 megapixels": (lambda: png_that_claims(13000, 13000), "more than 40 million pixels"),
    "four thousand million": (lambda: png_that_claims(65000, 65000), "more than 40 million pixels"),
    "a PNG cut short": (lambda: png_that_claims(900, 900), "damaged"),
    "a JPEG cut short": (
        lambda: ContentFile(picture(size=(900, 900), colour=None).read()[:900]),
        "damaged",
    ),
    "16 megabytes": (lambda: ContentFile(picture().read() + b"\0" * MOST_BYTES), "more than 15 MB"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_picture_for_a_page_is_refused_in_words(kind):
    made, words = REFUSED[kind]

    with pytest.raises(ValidationError, match=words):
        fit_for_a_page(made())


def test_form_refuses_in_words_keeps_what_was_typed_and_says_what_it_takes(client):
    logged_in(client, "Editor")
    speaker = SpeakerFactory()
    data = form_on(client, change_page(speaker)) | {
        "biography": "Counts.",
        "portrait": SimpleUploadedFile("ada.jpg", picture("TIFF").read()),
        "portrait_alt": "At a lectern",
    }

    response = client.post(change_page(speaker), data)

    assert list(errors_on(response)) == ["portrait"]
    assert "whatever its name says" in errors_on(response)["portrait"]
    assert "Counts." in response.text and LIMITS in response.text


# --- Files that nothing shows any more ---


def test_form_stores_a_picture_replaces_it_and_clears_it(client, django_capture_on_commit_callbacks):
    logged_in(client, "Editor")
    event = EventFactory()
    names = []
    for sent in (
        {"cover": SimpleUploadedFile("x" * 150 + ".PNG", picture("PNG").read()), "cover_alt": "A hall"},
        {"cover": SimpleUploadedFile("hall.jpg", from_a_camera().read())},
        {"cover-clear": "on"},
    ):
        data = form_on(client, change_page(event)) | sent
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(change_page(event), data)
        assert response.status_code == 302, errors_on(response)
        event = Event.objects.get(pk=event.pk)
        names.append(event.cover.name)

    assert names[0] != names[1] and names[2] == ""
    assert [is_there(name) for name in names[:2]] == [False, False]


def test_a_replaced_picture_is_there_until_the_change_is_final(django_capture_on_commit_callbacks):
    speaker = with_portrait()
    first = speaker.portrait.name

    with django_capture_on_commit_callbacks() as to_do:
        speaker.portrait = picture("PNG")
        speaker.save()

    assert is_there(first) and speaker.portrait.name != first
    [do() for do in to_do]
    assert not is_there(first) and is_there(speaker.portrait.name)


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_undone_leaves_the_picture():
    speaker = with_portrait()
    name = speaker.portrait.name

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        speaker.portrait = ""
        speaker.save()
        1 / 0  # noqa: B018 -- fails
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Speaker.objects.get(pk=speaker.pk).delete()
        1 / 0  # noqa: B018 -- likewise

    assert is_there(name)
    assert Speaker.objects.get().portrait.name == name


@pytest.mark.parametrize("delete", [lambda one: one.delete(), lambda one: type(one).objects.all().delete()])
def test_a_deleted_record_takes_its_picture_along(delete, django_capture_on_commit_callbacks):
    event = EventFactory(cover_alt="A hall")
    event.cover.save("hall.jpg", picture())
    name = event.cover.name
    assert is_there(name)

    with django_capture_on_commit_callbacks(execute=True):
        delete(event)

    assert not is_there(name)


def test_a_picture_that_another_record_takes_over_stays(django_capture_on_commit_callbacks):
    kept, absorbed = SpeakerFactory(), with_portrait()

    with django_capture_on_commit_callbacks(execute=True):
        merge_speakers(kept, absorbed)

    assert kept.portrait.name and is_there(kept.portrait.name)


def test_saving_anything_else_leaves_the_picture(django_capture_on_commit_callbacks):
    speaker = with_portrait()
    name = speaker.portrait.name

    with django_capture_on_commit_callbacks(execute=True):
        for again in Speaker.objects.all():
            again.biography = "Counts."
            again.save()
            again.refresh_from_db()
            again.save()

    assert is_there(name) and Speaker.objects.get().portrait.name == name
