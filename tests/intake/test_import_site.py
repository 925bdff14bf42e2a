"""An old site into the queue of proposals: read once however often it is handed in, and nothing stops it."""

import json
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.models import Event
from intake.models import Intake, SiteImport
from intake.old_site import run as old_site_run
from intake.old_site.main_text import main_text
from intake.old_site.pages import pages_in
from publishing.forgetting import forget_everywhere
from tests.intake.old_site import english, make_export, make_folder, make_table, old_page, page, write

pytestmark = pytest.mark.django_db

QUEUE = "/admin/intake/intake/queue/"


def run(*args, **options) -> str:
    out = StringIO()
    call_command("import_site", *map(str, args), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def told(*args, **options) -> tuple[dict[str, dict], dict]:
    """What is said of each page, and the sum."""
    *pages, total = map(json.loads, run(*args, json=True, **options).splitlines())
    return {one["name"]: one for one in pages}, total


def test_old_site_of_two_hundred_pages_is_read_once_however_often_it_is_handed_in(tmp_path):
    make_folder(tmp_path / "www")
    make_export(tmp_path / "export.xml")
    make_table(tmp_path / "nodes.csv")
    sources = [
        (tmp_path / "www", "--address", "https://old.example"),
        (tmp_path / "export.xml",),
        (tmp_path / "nodes.csv",),
    ]

    first = [told(*source) for source in sources]

    assert [total["outcomes"] for _, total in first] == [
        {"new": 74, "changed": 0, "the same": 0, "a copy": 1, "left": 3, "not readable": 3},
        {"new": 77, "changed": 0, "the same": 0, "a copy": 0, "left": 3, "not readable": 0},
        {"new": 38, "changed": 0, "the same": 0, "a copy": 0, "left": 0, "not readable": 2},
    ]
    assert [total["sure"] for _, total in first] == [74, 77, 38]
    assert Intake.objects.count() == 189 and not Event.objects.exists()
    pages = first[0][0]
    assert pages["empty.html"]["why"] == "It is empty."
    assert pages["picture.html"]["why"] == "It is no page, whatever its name says."
    assert pages["huge.html"]["why"] == "It is larger than 5 MB."
    assert pages["events.html"]["why"] == "It is a list of links to others."
    assert pages["jobs.html"]["why"] == "It has no day, and nobody says anything in it."
    assert pages["copy.html"]["why"] == "It has the words of https://old.example/2009/talk-1.html."

    second = [total["outcomes"] for _, total in (told(*source) for source in sources)]

    assert [outcomes["the same"] for outcomes in second] == [74, 77, 38]
    assert not any(outcomes["new"] or outcomes["changed"] for outcomes in second)
    assert Intake.objects.count() == 189


def test_page_in_windows_1251_and_one_in_a_folder_know_where_they_stood(tmp_path):
    make_folder(tmp_path / "www")
    for name in ["ru/vstrecha-1/index.html", "2008/talk-0.html"]:
        write(tmp_path / "some" / name, (tmp_path / "www" / name).read_bytes())

    run(tmp_path / "some", address="https://old.example")

    read = Intake.objects.get(source="https://old.example/ru/vstrecha-1/")
    assert read.old_address == "/ru/vstrecha-1"
    assert read.proposal["event"]["title"] == "Вода и хлеб: встреча 1"
    assert [person["name"] for person in read.proposal["speakers"]] == ["Омар Эзе"]


def test_text_has_no_menu_and_keeps_when_and_where_it_was():
    title, lines = english(3)

    assert main_text(page(title, lines)).split("\n\n") == [title, *lines]
    assert main_text(old_page(title, lines)).split("\n\n") == [title, *lines]


@pytest.mark.parametrize("form", [page, old_page])
def test_lists_of_who_spoke_stay_however_short_their_lines_are(form):
    title, lines = english(3)
    who = ["Speakers:", "Anton Melnik, hydrologist", "Silvia Brenner, River Forum", "Chair: K. Nemes"]
    for text in ([title, *lines, *who], [title, *lines[:2], *who, *lines[2:]], [title, lines[0], *who]):
        assert main_text(form(text[0], text[1:])).split("\n\n") == text


def test_changed_page_is_told_and_follows_the_earlier_one(tmp_path):
    title, lines = english(3)
    write(tmp_path / "talk.html", page(title, lines).encode())
    run(tmp_path)
    write(tmp_path / "talk.html", page(title, [*lines, "Nobody disagreed."]).encode())

    pages, total = told(tmp_path)

    assert pages["talk.html"]["outcome"] == "changed" and total["outcomes"]["changed"] == 1
    assert "the old page has changed" in pages["talk.html"]["doubts"]
    assert Intake.objects.get(follows__isnull=False).follows.source == "/talk.html"


def test_started_again_after_it_was_stopped_it_goes_on(tmp_path, monkeypatch):
    make_table(tmp_path / "nodes.csv")
    from intake.management.commands import import_site

    take_page, calls = import_site.take_page, []

    def stopped(page, write):
        calls.append(page)
        if len(calls) == 5:
            raise KeyboardInterrupt
        return take_page(page, write)

    monkeypatch.setattr(import_site, "take_page", stopped)
    monkeypatch.setattr(old_site_run, "SECONDS_BETWEEN_WRITING", 0)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "nodes.csv")
    assert Intake.objects.count() == 4
    told_of = SiteImport.objects.get(source="nodes.csv")
    assert (told_of.pages, told_of.sure, told_of.fault) == (4, 4, "It was broken off.")
    assert 0 < told_of.share < 1 and told_of.all_pages > 4

    _, total = told(tmp_path / "nodes.csv")

    assert total["outcomes"]["the same"] == 4 and total["outcomes"]["new"] == 34
    told_of = SiteImport.objects.get()
    assert (told_of.pages, told_of.all_pages, told_of.fault) == (40, 40, "")


def test_desk_says_how_far_an_old_site_is_read_and_why_pages_were_left(tmp_path, client, publisher):
    for number in range(2):
        write(tmp_path / "www" / f"talk-{number}.html", page(*english(number)).encode())
    write(tmp_path / "www" / "empty.html", b" ")
    write(tmp_path / "www" / "omar-eze.html", page("Work with us", ["", "Take the bus."]).encode())
    client.force_login(publisher)
    run(tmp_path / "www", address="https://old.example", dry_run=True)
    assert client.get(QUEUE).context["run"] is None

    run(tmp_path / "www", address="https://old.example")

    shown = re.sub(r"\s+", " ", client.get(QUEUE).text)
    for words in (
        "<b>4</b> read",
        "<b>2</b> without a doubt",
        "<b>1</b> no meeting: left out",
        "It is empty.",
    ):
        assert words in shown
    assert "old.example (www)" in shown and "omar-eze.html" in shown and "data-import" not in shown
    desk = re.sub(r"\s+", " ", client.get("/admin/").text)
    assert "An old site: 4 of 4 pages read" in desk and ">100%<" in desk
    forget_everywhere(["Omar Eze"])
    assert "omar-eze" not in client.get(QUEUE).text


def test_run_that_goes_on_is_asked_for_and_one_that_is_heard_of_no_more_says_so(client, publisher):
    client.force_login(publisher)
    going_on = SiteImport.objects.create(source="www", pages=30, share=0.3, outcomes={"left": 30})

    assert 'data-import="/admin/intake/intake/queue/import/"' in client.get(QUEUE).text
    assert 'max="100"' in client.get(f"{QUEUE}import/").text

    going_on.told_at -= timedelta(minutes=5)
    going_on.save()
    silent = client.get(f"{QUEUE}import/").text
    assert "Silent" in silent and "data-import" not in silent


def test_dry_run_says_the_same_and_writes_nothing(tmp_path):
    make_table(tmp_path / "nodes.csv")

    said = run(tmp_path / "nodes.csv", dry_run=True)

    assert (
        "40 pages: 38 new" in said and "nodes.csv, row 40: not readable. Its address does not begin" in said
    )
    assert "Nothing was written." in said and not Intake.objects.exists()


def test_sitemap_finds_its_pages_in_a_folder_and_names_those_that_are_not_there(tmp_path):
    for number, name in enumerate(["old.example/a.html", "b/index.html", "node.php?id=7.html", "ц.html"]):
        write(tmp_path / "www" / name, page(*english(number)).encode())
    paths = ["a.html", "b/", "node.php?id=7", "%D1%86.html", "gone", "../../secret", "a" * 300]
    locs = "".join(f"<url><loc>https://old.example/{path}</loc></url>" for path in paths)
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "pages.xml").write_text(f"<urlset>{locs}<url><loc>mailto:x</loc></url></urlset>")
    (tmp_path / "index.xml").write_text(
        "<sitemapindex><sitemap><loc>https://old.example/pages.xml</loc></sitemap>"
        "<sitemap><loc>https://old.example/lost.xml</loc></sitemap></sitemapindex>"
    )

    pages, total = told(tmp_path / "index.xml", "--pages", tmp_path / "www")

    assert total["outcomes"]["new"] == 4 and total["outcomes"]["not readable"] == 5
    assert (
        pages["https://old.example/gone"]["why"] == "The sitemap names it, and the folder does not have it."
    )
    assert set(Intake.objects.values_list("old_address", flat=True)) == {
        "/a.html",
        "/b",
        "/node.php?id=7",
        "/ц.html",
    }


def test_broken_export_is_read_up_to_where_it_breaks(tmp_path):
    make_export(tmp_path / "export.xml", broken=True)
    bomb = '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    (tmp_path / "bomb.xml").write_text(bomb)
    (tmp_path / "heads.csv").write_text("name,words\na,b\n")

    pages = list(pages_in(tmp_path / "export.xml"))

    assert len(pages) == 81 and pages[-1].fault.startswith("It is broken in line ")
    assert [one.fault for one in pages_in(tmp_path / "bomb.xml")] == [
        "It holds declarations that no such file needs."
    ]
    assert [one.fault for one in pages_in(tmp_path / "heads.csv")] == [
        "It has no column address and no column text."
    ]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("notes.xml", "<notes/>", "one of these can be read"),
        ("map.xml", "<urlset/>", "--pages"),
        ("", "", "cannot be read"),
    ],
)
def test_what_is_no_old_site_is_refused_in_words(tmp_path, name, text, words):
    if name:
        (tmp_path / name).write_text(text)

    with pytest.raises(CommandError, match=words):
        run(tmp_path / (name or "nothing.xml"))
