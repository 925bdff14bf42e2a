"""Addresses of an old site: one form, where they lead, files of them, and what was asked for and not found."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from house.models import NotFound, Redirect
from house.old_site import missing
from house.old_site.addresses import destination, form_asked, one_form
from house.old_site.answering import VIEWS
from house.old_site.files import Unreadable, lines_in, text_of
from house.old_site.judging import Line, follow, judge, take
from publishing.forgetting import forget_everywhere, forget_of
from publishing.judging import Refused
from publishing.models import OldAddress
from tests.at_once import at_once
from tests.desk.pages import change_page, form_on
from tests.factories import EventFactory, PageFactory, PublicEventFactory
from tests.public_addresses import names_in_urlconf

LIST, ADD, FILE = "/admin/house/redirect/", "/admin/house/redirect/add/", "/admin/house/redirect/file/"
NOT_FOUND = "/admin/house/notfound/"


@pytest.fixture(autouse=True)
def nothing_was_asked(monkeypatch):
    monkeypatch.setattr(missing, "waiting", missing.Waiting())


def made(*pairs: tuple[str, str]) -> None:
    take([Line(number, *pair) for number, pair in enumerate(pairs, start=1)])


def outcomes(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    lines = [Line(number, *pair) for number, pair in enumerate(pairs, start=1)]
    return [(row.outcome.value, row.why) for row in judge(lines)]


# --- One form ---


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("/node.php?id=142", "/node.php?id=142"),
        (" https://www.old.example/node.php?id=142#top ", "/node.php?id=142"),
        ("http://old.example?id=1", "/?id=1"),
        ("/%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82/", "/саммит"),
        ("/саммит", "/саммит"),
        ("/%F1%E0%EC", "/%F1%E0%EC"),  # of a site in windows-1251
        ("/100%25", "/100%25"),
        ("/100%", "/100%25"),
        ("/a%2541", "/a%2541"),
        ("/a%3Fb?c=d%26e&f", "/a%3Fb?c=d%26e&f"),
        ("/two%20words?q=a+b", "/two%20words?q=a%20b"),
        ("/Re\u0301sume\u0301", "/Résumé"),
        ("/Case/?B=2&a=1&", "/Case?B=2&a=1"),
        ("/a?utm_source=x&id=1&fbclid=y", "/a?id=1"),
        ("/", "/"),
        ("/\u202egnp", "/%E2%80%AEgnp"),
    ],
)
def test_old_address_has_one_form_and_is_asked_for_by_it(typed, form):
    asked = typed.strip().partition("example")[2] or typed
    asked = asked if asked.startswith("/") else f"/{asked}"

    assert one_form(typed) == form == one_form(form)
    assert form_asked(RequestFactory().get(asked.partition("#")[0])) == form


@given(path=st.text("aÄé€\u0301会/.-_~ &=;+'", max_size=20), query=st.text("aé&=;%25E9 ?", max_size=12))
def test_form_is_the_same_of_itself_and_of_what_is_quoted(path, query):
    form = one_form(f"/{path}?{query}x=1")

    assert one_form(form) == form == one_form(f"/{quote(path)}?{query}x=1")


@pytest.mark.parametrize("typed", ["", "node.php", "ftp://x.example/a", "/" + "x" * 600, "/\ud800"])
def test_what_is_no_old_address_is_refused(typed):
    with pytest.raises(ValueError, match="An old address|more than"):
        one_form(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/events/2019/talk/#s3", "/events/2019/talk/#s3"),
        ("http://testserver/about/?a=1", "/about/?a=1"),
        ("https://elsewhere.example/a?b", "https://elsewhere.example/a?b"),
    ],
)
def test_destination_is_a_path_or_an_address_elsewhere(typed, kept):
    assert destination(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "about",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "https://",
        "http://testserver//evil.example",
        "https://a b.example/",
    ],
)
def test_what_would_lead_who_knows_where_is_no_destination(typed):
    with pytest.raises(ValueError, match="It leads to a path of this site"):
        destination(typed)


# --- Asked for ---


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/node.php?id=142", "/node.php?id=142"),
        ("/node.php?id=142", "/node.php?id=142&utm_source=letter"),
        ("/саммит/", "/%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82/"),
        ("/%F1%E0", "/%F1%E0"),
        ("/speakers/l-haddad/", "/speakers/l-haddad"),
        ("/2019/talk.html", "/2019/talk.html"),
    ],
)
def test_old_address_leads_on_and_is_asked_again_each_time(client, address, asked):
    made((address, "/about/"))

    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (301, "/about/")
    assert response["Cache-Control"] == "no-cache"
    assert client.get("/node.php?id=1").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(("asked", "questions"), [("/about/", 0), ("/2019/nothing.html", 1)])
def test_page_that_is_found_wins_and_costs_no_question_and_a_404_one(client, asked, questions):
    Redirect.objects.create(address="/about", target="/events/")

    with CaptureQueriesContext(connection) as context:
        response = client.get(asked)

    assert response.status_code == (404 if questions else 200)
    assert sum("house_redirect" in query["sql"] for query in context.captured_queries) == questions


@pytest.mark.django_db
def test_redirect_to_what_readers_may_not_see_gives_nothing_away(client):
    event = EventFactory(title="A secret merger")
    made(("/old/1", event.get_absolute_url()), ("/old/2", f"{event.get_absolute_url()}cite.bib"))

    response = client.get("/old/1")

    assert response.status_code == 404 and "secret" not in response.text
    assert client.get("/old/2").status_code == 404
    assert not NotFound.objects.exists()
    event.status, event.publish_at = "published", timezone.now()
    event.save()
    assert client.get("/old/1")["Location"] == event.get_absolute_url()


def test_every_address_with_a_record_in_it_is_known_to_have_one():
    """Or else a redirect to it would be answered while its record is hidden."""
    of_a_record = {name for name in names_in_urlconf() if not name.startswith("api:")}
    # A card and a version say of which kind their record is in the address, and answer for themselves.
    without = {
        "public:media",
        "public:sitemap_part",
        "events:year",
        "data_file",
        "public:card",
        "public:version",
    }
    fixed = {name for name in of_a_record if not takes_a_part(name)}

    assert of_a_record - fixed - without == {view for views in VIEWS.values() for view in views}


def takes_a_part(name: str) -> bool:
    try:
        reverse(name)
    except NoReverseMatch:
        return True
    return False


# --- What would come of it ---


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "target", "why"),
    [
        ("/about/", "/events/", "/about is answered by the archive itself."),
        ("/Admin", "/events/", ""),
        ("/admin/x", "/events/", "/admin/x is answered by the archive itself."),
        (
            "/events/2019/talk/?page=2",
            "/events/",
            "/events/2019/talk?page=2 is answered by the archive itself.",
        ),
        ("/events/2019/former/", "/events/", "/events/2019/former is answered by the archive itself."),
        ("/events/2019/other/", "/events/2019/talk/", ""),
        ("/a", "/events/2018/gone/", "It leads nowhere: the archive has nothing at /events/2018/gone/."),
        (
            "/a",
            "/admin/r/5/1/",
            "No reader gets to the desk: write the address that the page has on the site.",
        ),
        ("/a", "/no/such/thing", "It leads nowhere: the archive has nothing at /no/such/thing."),
        ("/a", "/draft/", ""),
        ("/a", "/a/", "It leads nowhere: the archive has nothing at /a/."),
        ("/draft", "/draft/", "It leads to itself."),
        ("/a", "/events/2019/old/", "/events/2019/old is redirected itself."),
        ("/events/2019/end", "/about/", "/start leads here: let that lead on first."),
        ("/events/2019/end", "/start", "It leads nowhere: the archive has nothing at /start."),
        ("node.php", "/about/", "An old address begins with / or with https://."),
    ],
)
def test_redirect_is_refused_for_a_reason(address, target, why):
    event = PublicEventFactory(title="Talk")
    OldAddress.remember("/events/2019/former/", event)
    EventFactory(title="End"), EventFactory(title="Old")
    PageFactory(slug="draft", status="draft", publish_at=None)
    made(("/events/2019/old/", "/about/"), ("/start", "/events/2019/end/"))

    assert outcomes((address, target)) == [("wrong" if why else "new", why)]


@pytest.mark.django_db
def test_rows_of_a_file_are_judged_together():
    first, second = EventFactory(title="A"), EventFactory(title="B")
    made(("/same", "/about/"), ("/other", "/about/"))
    a, b = first.get_absolute_url(), second.get_absolute_url()

    assert outcomes(
        (a, b), (b, a), ("/x", "/about/"), ("/x/", "/events/"), ("/same", "/about/"), ("/other", b)
    ) == [
        ("wrong", f"A loop: {b.rstrip('/')} leads back."),
        ("wrong", f"A loop: {a.rstrip('/')} leads back."),
        ("new", ""),
        ("wrong", "Row 3 has the same address."),
        ("same", ""),
        ("wrong", f"{b.rstrip('/')} is redirected itself."),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("target", ["//evil.example", "about", "javascript:x", "/a"])
def test_database_keeps_no_redirect_that_leads_who_knows_where(target):
    with pytest.raises(IntegrityError), transaction.atomic():
        Redirect.objects.bulk_create([Redirect(address="/a", target=target)])
    with pytest.raises((ValidationError, IntegrityError)), transaction.atomic():
        Redirect(address="/a", target=target).save()


@pytest.mark.django_db
def test_file_is_taken_whole_or_not_at_all():
    lines = [Line(1, "/a", "/about/"), Line(2, "/b", "/nowhere/at-all")]

    with pytest.raises(Refused, match="nothing was written"):
        take(lines)
    assert not Redirect.objects.exists()
    take(lines, leave_wrong=True)

    assert [one.address for one in Redirect.objects.all()] == ["/a"]


@pytest.mark.django_db
def test_what_was_shown_is_what_is_taken():
    lines = [Line(1, "/a", "/about/")]
    seen = judge(lines).print
    made(("/a", "/events/"))

    with pytest.raises(Refused, match="Something changed meanwhile"):
        take(lines, seen)
    assert Redirect.objects.get().target == "/events/"


@pytest.mark.django_db(transaction=True)
def test_same_file_twice_in_one_instant_is_taken_once():
    lines = [Line(number, f"/old/{number}", "/about/") for number in range(700)]

    judged = at_once(lambda: take(lines), lambda: take(lines))

    assert sorted(one.counts["new"] for one in judged) == [0, 700]
    assert Redirect.objects.count() == 700


@pytest.mark.django_db
def test_thousands_of_rows_take_few_questions(django_assert_max_num_queries):
    PublicEventFactory(title="Talk")
    lines = [Line(number, f"/node.php?id={number}", "/events/2019/talk/") for number in range(3000)]

    with django_assert_max_num_queries(45):
        assert take(lines).counts["new"] == 3000


# --- Files ---


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("from,to\r\n/a,/about/\r\n\r\n/b?x=1,/events/\r\n", [2, 4]),
        ("\ufeffOld URL;New URL\n/a;/about/\n/b?x=1;/events/;;\n", [2, 3]),
        ("/a\t/about/\n\n/b?x=1\t/events/", [1, 3]),
        ('"/a","/about/"\n"/b?x=1"," /events/ "\n', [1, 2]),
    ],
)
def test_file_is_read_whatever_parts_its_columns(text, numbers):
    lines = lines_in(text_of(text.encode()))

    assert lines == [Line(numbers[0], "/a", "/about/"), Line(numbers[1], "/b?x=1", "/events/")]


def test_comma_or_semicolon_in_an_address_parts_nothing():
    (line, other) = lines_in("/a,b.html;/about/\n/c,d.html;/events/\n")

    assert (line.address, other.target) == ("/a,b.html", "/events/")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "There is no row"),
        (b"from,to\n", "There is no row"),
        ("/саммит,/about/".encode("windows-1251"), "CSV UTF-8"),
        (b"/a,/about/\n/b\0,/about/", "CSV UTF-8"),
        (b"/a,/about/\n" * 10_001, "10,001 rows"),
        (b"/" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
        (b'/a,"' + b"x" * 200_000, "no CSV"),
    ],
)
def test_file_that_cannot_be_read_says_why(data, why):
    with pytest.raises(Unreadable, match=why):
        lines_in(text_of(data))


def test_row_with_more_or_fewer_columns_than_two_is_wrong():
    lines = lines_in("/a,/about/\n/b\n/c,/about/,/events/\n")

    assert [line.fault for line in lines] == [
        "",
        "It has 1 column, and not two.",
        "It has 3 columns, and not two.",
    ]


@pytest.mark.django_db
def test_command_says_row_by_row_and_writes_only_when_told(tmp_path, capsys):
    made(("/b", "/events/"))
    file = tmp_path / "old.csv"
    file.write_text("/a,/about/\n/b,/about/\n/about/,/events/\n")

    call_command("import_redirects", str(file), "--dry-run")
    told = capsys.readouterr().out
    with pytest.raises(CommandError, match="nothing was written"):
        call_command("import_redirects", str(file))

    assert "+ 1: /a → /about/" in told and "~ 2: /b → /about/ (was /events/)" in told
    assert "! 3: /about → /events/ (/about is answered by the archive itself.)" in told
    assert Redirect.objects.get().target == "/events/"
    call_command("import_redirects", str(file), "--leave-wrong")
    assert {one.address: one.target for one in Redirect.objects.all()} == {"/a": "/about/", "/b": "/about/"}


# --- The desk ---


def test_file_is_shown_before_it_is_taken_and_comes_out_as_it_went_in(client, administrator):
    NotFound.objects.create(address="/node.php?id=1", times=9)
    file = ContentFile("/node.php?id=1,/about/\n/саммит/,/events/\n".encode(), name="old.csv")
    shown = client.post(FILE, {"file": file})
    held = {"text": shown.context["form"].cleaned_data["text"], "seen": shown.context["judged"].print}

    assert "/саммит" in shown.text and "2 rows, nothing is written yet" in shown.text
    assert not Redirect.objects.exists()
    taken = client.post(FILE, held, follow=True)
    again = client.post(FILE, held)

    assert "2 new, 0 changed, 0 as they were" in taken.text
    assert "Something changed meanwhile" in again.text and "There is nothing to be taken." in again.text
    assert not NotFound.objects.exists()
    assert LogEntry.objects.get().change_message == "2 new, 0 changed, 0 as they were"
    assert client.get("/admin/").status_code == 200
    out = b"".join(client.get(f"{LIST}redirects.csv")).decode()
    assert out == "from,to\r\n/node.php?id=1,/about/\r\n/саммит,/events/\r\n"
    assert [row.outcome for row in judge(lines_in(out))] == ["same", "same"]


def test_one_click_redirects_what_was_asked_for_and_not_found(client, administrator):
    NotFound.objects.create(address="/node.php?id=1&a=%26", times=9)
    listed = client.get(NOT_FOUND).text
    link = listed.partition('class="button small" href="')[2].partition('"')[0]

    form = client.get(link).context["adminform"].form
    assert form["address"].value() == "/node.php?id=1&a=%26"
    client.post(ADD, {"address": form["address"].value(), "target": "/about/"})

    assert client.get("/node.php?id=1&a=%26")["Location"] == "/about/"
    assert not NotFound.objects.exists()


def test_form_refuses_what_a_file_would(client, administrator):
    made(("/a", "/about/"))
    one = Redirect.objects.get()

    for address, form, words in [
        (ADD, {"address": "/about/", "target": "/events/"}, "/about is answered by the archive itself."),
        (ADD, {"address": "/a/", "target": "/events/"}, "This address is redirected already."),
        (ADD, {"address": "/b", "target": "//evil.example"}, "It leads to a path of this site"),
    ]:
        assert words in client.post(address, form).text
    client.post(f"{LIST}{one.pk}/change/", {"address": "/a", "target": "/events/"})

    assert Redirect.objects.get().target == "/events/"


@pytest.mark.parametrize(
    "change", [lambda: take([Line(1, "/a", "/events/")]), lambda: follow("/about/", "/topics/")]
)
def test_form_that_was_open_while_a_file_or_a_new_address_changed_it_is_told(client, administrator, change):
    made(("/a", "/about/"))
    page = change_page(Redirect.objects.get())
    sent = form_on(client, page) | {"target": "/speakers/"}
    change()

    answer = client.post(page, sent)

    assert answer.status_code == 200 and "changed after you had opened it" in answer.text
    assert Redirect.objects.get().target != "/speakers/"


def test_redirects_are_the_administrators(client, publisher):
    for address in (LIST, ADD, FILE, f"{LIST}redirects.csv", NOT_FOUND):
        assert client.get(address).status_code == 403


def test_list_is_searched_by_an_address_however_it_is_written(client, administrator):
    made(("/саммит/", "/about/"), ("/Other", "/about/"))

    found = client.get(LIST, {"q": "https://old.example/%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82/"})

    assert [one.address for one in found.context["cl"].result_list] == ["/саммит"]


# --- Asked for and not found ---


@pytest.mark.django_db
def test_what_is_asked_for_twice_is_counted_by_its_address_alone(client):
    for asked in ("/node.php?id=1", "/node.php?id=1&fbclid=who", "/node.php?id=2", "/one-slug", "/one-slug/"):
        client.get(asked, headers={"referer": "https://news.example/"})
    once_with_and_without_a_slash = NotFound.objects.filter(address="/one-slug").first()

    assert [(one.address, one.times) for one in NotFound.objects.exclude(address="/one-slug")] == [
        ("/node.php?id=1", 2)
    ]
    assert once_with_and_without_a_slash is None


@pytest.mark.parametrize(
    ("address", "is_worth_it"),
    [
        ("/node.php?id=142", True),
        ("/2019/talk.html", True),
        ("/wp-content/uploads/2019/report.pdf", True),
        ("/саммит", True),
        ("/about.php", False),
        ("/wp-login.php", False),
        ("/wp-login.php?action=register", False),
        ("/.env", False),
        ("/old/.git/config", False),
        ("/phpmyadmin/index.php?lang=en", False),
        ("/admin/events", False),
        ("/api/v1/events/9", False),
        ("/unsubscribe?mail=jane@x.example", False),
        ("/" + "x" * 600, False),
    ],
)
def test_what_robots_try_and_what_may_tell_of_a_visitor_is_not_counted(address, is_worth_it):
    assert missing.is_worth_it(address) == is_worth_it


def test_flood_of_addresses_is_neither_written_nor_remembered_without_end():
    waiting = missing.Waiting()

    first = [waiting.add(f"/{number}") for number in range(5000)]
    again = [waiting.add(f"/{number}") for number in range(4000, 5000)]

    assert not any(first) and len(waiting.times) <= missing.MOST_WAITING
    assert sum(map(bool, again)) == missing.MOST_WRITES


@pytest.mark.django_db
def test_rows_are_bounded_and_the_rarest_and_oldest_go(monkeypatch):
    monkeypatch.setattr(missing, "MOST_ROWS", 3)
    today = timezone.localdate()
    for address, times, ago in [("/often", 9, 2), ("/rare", 2, 2), ("/lately", 2, 1), ("/long-ago", 99, 31)]:
        NotFound.objects.create(address=address, times=times, last_on=today - timedelta(days=ago))

    missing.remember("/new")
    missing.remember("/new")

    assert [one.address for one in NotFound.objects.all()] == ["/often", "/new", "/lately"]


# --- Forgetting ---


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/people/hedvig-dahl.html",
        "/person.php?name=Hedvig%20Dahl",
        "/Hedvig_Dahl",
        "/хедвиг-даль",
        "/2019/dinner-with-hedvig-dahl",
    ],
)
def test_no_address_of_the_old_site_keeps_a_forgotten_name(address):
    names = ["Hedvig Dahl", "Хедвиг Даль"]
    event = PublicEventFactory(title="Dinner", date=date(2019, 5, 1))
    made((address, event.get_absolute_url()), ("/dahlias", event.get_absolute_url()))
    NotFound.objects.create(address=f"/news{address}", times=2)

    forget_of(event, names)
    left = [one.address for one in (*Redirect.objects.all(), *NotFound.objects.all())]
    made((address, "/about/"))
    forget_everywhere(names)

    assert left == ["/dahlias"] == [one.address for one in Redirect.objects.all()]


def test_redirects_go_out_as_xlsx_and_come_back(admin_client):
    made(("/node.php?id=142", "/about/"), ("/саммит", "/events/"))
    data = admin_client.get("/admin/house/redirect/redirects.xlsx").content

    assert [(line.address, line.target) for line in lines_in(text_of(data))] == [
        ("/node.php?id=142", "/about/"),
        ("/саммит", "/events/"),
    ]


def test_redirect_of_what_was_not_found_is_proposed(admin_client):
    event = PublicEventFactory(title="Half a river")
    EventFactory(title="A secret draft")

    def proposed(address: str) -> str:
        page = admin_client.get(ADD, {"address": address})
        return page.context["adminform"].form.initial.get("target", "")

    assert proposed("/2019/Half_a_river.html") == event.get_absolute_url()
    assert proposed("/a-secret-draft") == proposed("/") == proposed("/node.php?id=3") == ""
