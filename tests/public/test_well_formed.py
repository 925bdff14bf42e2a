"""Every kind of public page is HTML as a strict parser wants it: what is opened is closed, and each id is one."""

from collections import Counter
from html.parser import HTMLParser

import pytest

from house.models import Page
from tests.pictures import picture
from tests.public.archives import archive_of

pytestmark = pytest.mark.rendering

VOID = set("area base br col embed hr img input link meta source track wbr".split())
#: What may stand in no paragraph, heading or label: a browser would close these first.
BLOCKS = set(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "main nav ol p pre section table ul".split()
)
ONLY_PHRASES = set("p h1 h2 h3 h4 h5 h6 span em strong label cite time".split())
#: Of what stands in itself nowhere.
NOT_NESTED = {"a", "button", "form", "label"}
REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form"}
PAGES = (
    "/ /events/ /events/2019/ /speakers/ /opinions/ /topics/ /search/ /search/?q=position /search/?q=zzzz "
    "/corrections/ /follow/ /verify/ /compare/ /about/ /data/ /api/v1/docs/"
).split()


class Checker(HTMLParser):
    """What is wrong with a page, in words."""

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.referred: set[str] = set()
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        given = dict(attrs)
        if len(names) > len(given):
            self.say(f"<{tag}> has an attribute twice")
        if "id" in given:
            self.ids[given["id"]] += 1
            if not given["id"] or " " in given["id"]:
                self.say(f"no id: {given['id']!r}")
        for name in REFERENCES & given.keys():
            self.referred.update((given[name] or "").split())
        if tag == "img" and "alt" not in given:
            self.say("<img> without alt")
        if tag in BLOCKS and (around := ONLY_PHRASES.intersection(self.open)):
            self.say(f"<{tag}> in {around}")
        if tag in NOT_NESTED and tag in self.open:
            self.say(f"<{tag}> in <{tag}>")
        if tag == "li" and self.open[-1:] not in (["ul"], ["ol"], ["menu"]):
            self.say(f"<li> in <{self.open[-1]}>")
        if tag == "figcaption" and self.open[-1:] != ["figure"]:
            self.say(f"<figcaption> in <{self.open[-1]}>")
        if tag not in VOID and not self.in_drawing(tag):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        if not self.in_drawing(tag) and tag not in VOID:
            self.say(f"<{tag}/> is no empty element")

    def handle_endtag(self, tag):
        if self.in_drawing(tag) and tag != "svg":
            return
        if self.open[-1:] != [tag]:
            self.say(f"</{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def in_drawing(self, tag: str) -> bool:
        return "svg" in self.open and tag != "svg"

    def say(self, words: str):
        self.wrong.append(f"line {self.getpos()[0]}: {words}")

    def told(self) -> list[str]:
        """All of it, once the page has been fed."""
        twice = [f"id {one} stands {number} times" for one, number in self.ids.items() if number > 1]
        nowhere = [f"nothing has the id {one}" for one in sorted(self.referred - self.ids.keys())]
        return [*self.wrong, *(f"not closed: {tag}" for tag in self.open), *twice, *nowhere]


@pytest.mark.django_db
def test_pages_are_well_formed(client):
    archive = archive_of(3)
    archive.event.cover, archive.event.cover_alt, archive.event.cover_credit = (
        picture(),
        "A lectern",
        "Ida Roe",
    )
    archive.event.save()
    records = [archive.event, archive.speaker, archive.statement, archive.opinion, archive.topic]
    addresses = [*PAGES, *(record.get_absolute_url() for record in records)]
    addresses += [page.get_absolute_url() for page in Page.objects.published()]
    wrong = {}
    for address in addresses:
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        checker = Checker()
        checker.feed(response.content.decode())
        checker.close()
        if told := checker.told():
            wrong[address] = told

    assert wrong == {}


@pytest.mark.parametrize(
    "html",
    [
        "<p><div></div></p>",
        "<ul><p></p></ul",
        "<b><i></b></i>",
        '<a id="x"></a><a id="x"></a>',
        "<div/>",
        "<div><figcaption></figcaption></div>",
    ],
)
def test_checker_sees_what_is_wrong(html):
    checker = Checker()
    checker.feed(html)

    assert checker.told()
