"""axe finds nothing serious on any public page nor on the desk, in either scheme, and no public page breaks its own
security policy."""

import pytest
from django.apps import apps
from django.utils import timezone

from config.passwords import link_for
from desk.roles import make_roles
from events.models import Event, Statement
from events.own_words import ask, key_of
from events.placing import place_statements
from following.deeds import CONFIRM, END, key
from following.models import Follow
from house.models import Page
from intake.importing import take_in
from opinions.models import Opinion, Teaser
from people.models import Speaker
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from publishing.interface import in_language
from publishing.models import Correction, Remark
from publishing.pending import keep_for_later
from publishing.reviewing import hand_in, send_back
from publishing.wholes import document_of
from tests.browser.axe import violations
from tests.browser.test_whole_job import let_in, log_in
from tests.desk.users import make_user
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PageFactory,
    PublicEventFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    event_with_statements,
)
from tests.intake.old_site import english
from tests.public_addresses import names_in_urlconf

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SERIOUS = {"serious", "critical"}
CLAIMS = "“Trade will grow,” Ada Lovelace said. “Trade will not grow at all in this century.” She added that it rains."


@pytest.fixture
def addresses(live_server, settings):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    with unit_of_work():
        return made_addresses()


def made_addresses() -> dict[str, list[str]]:
    topic = TopicFactory(name="Trade")
    event = event_with_statements("Trade will grow.", "The border is closed.", lead="Why now.")
    event.topics.add(topic)
    for statement, evidence in zip(event.statements.all(), ("quote", "mixed"), strict=True):
        statement.evidence = evidence
        statement.save()
        statement.topics.add(topic)
    Statement.objects.create(event=event, attribution="The experts", text="Sanctions stay.", own_words=True)
    Correction.objects.create(item=event, text="The year was 2005.", date="2019-05-03")
    author = AuthorshipFactory(opinion__lead="Ports matter.")
    author.opinion.topics.add(topic)
    Teaser.objects.create(event=event, opinion=author.opinion)
    lengthy = SpeakerFactory(name="Wolfgangamadeus Wenzelsteiner-Hohenschwangaustein")
    crowd = PublicEventFactory(title="Conference", kind="conference")
    for order in range(14):
        StatementFactory(appearance=AppearanceFactory(event=crowd, order=order))
    StatementFactory(appearance=AppearanceFactory(event=crowd, speaker=lengthy, order=14), evidence="mixed")
    closed = PublicEventFactory(title="Behind doors", record_rule=Event.RecordRule.CHATHAM_HOUSE)
    closed_words = "The cable is old, and nobody pays."
    closed.report = f"<p>One view was blunt. {closed_words}</p>"
    closed.save()
    Statement.objects.create(
        event=closed, attribution="A participant from a shipping company", text=closed_words
    )
    place_statements(closed)
    gone = StatementFactory().event
    withdraw(gone, "The speakers had not agreed.")
    said = event.appearances.get().speaker
    speaker = said.get_absolute_url()
    imprint = PageFactory(title="Imprint", lead="Who we are.", body="<h2>Publisher</h2><p>Eastport</p>")
    PageFactory(title="Our house", place="menu")
    page = event.get_absolute_url()
    follow = Follow.objects.create(email="r@example.org", kind="topic", what=topic.slug, language="en")
    return {
        "public:home": ["/"],
        "public:about": ["/about/"],
        "public:compare": ["/compare/", f"/compare/?speaker={lengthy.slug}&speaker={said.slug}"],
        "public:embed": [f"/embed/statements/{event.statements.first().pk}/"],
        "public:follow": ["/follow/"],
        "public:corrections": ["/corrections/"],
        "public:version": [f"/versions/event/{event.pk}/{timezone.localdate()}/"],
        "house:page": [imprint.get_absolute_url()],
        "events:events": ["/events/", "/events/?kind=conference", "/events/?kind=nonsense"],
        "events:year": ["/events/2019/"],
        "events:event": [
            page,
            f"{page}#positions",
            f"{page}#who-1",
            crowd.get_absolute_url(),
            closed.get_absolute_url(),
            gone.get_absolute_url(),
        ],
        "events:statement": [
            event.statements.first().get_absolute_url(),
            gone.statements.get().get_absolute_url(),
        ],
        "events:own_word": [f"/own-word/?key={key_of(ask(event.appearances.get()))}", "/own-word/"],
        "following:by_mail": [f"/follow/by-mail/?topic={topic.slug}", "/follow/by-mail/?q=trade&sent=1"],
        "following:confirm": [
            f"/follow/by-mail/confirm/?key={key(CONFIRM, follow)}",
            "/follow/by-mail/confirm/",
        ],
        "following:end": [f"/follow/by-mail/end/?key={key(END, follow)}"],
        "events:report_statement": [f"{event.statements.first().get_absolute_url()}report/"],
        "events:topics": ["/topics/"],
        "events:topic": [topic.get_absolute_url()],
        "people:speakers": ["/speakers/", "/speakers/?q=Ada", "/speakers/?letter=L"],
        "people:speaker": [speaker, f"{speaker}?by=topic", lengthy.get_absolute_url()],
        "opinions:opinions": ["/opinions/"],
        "opinions:opinion": [author.opinion.get_absolute_url()],
        "search:search": ["/search/", "/search/?q=trade", "/search/?q=xyzzy"],
        "api_docs": ["/api/v1/docs/"],
        "data": ["/data/"],
        "verify": ["/verify/"],
        "no page": ["/no/such/page/"],
        "in Russian": [
            "/ru/",
            in_language(page, "ru"),
            in_language(speaker, "ru"),
            "/ru/search/?q=trade",
            "/ru/x/",
        ],
    }


#: No pages: files, feeds, and the fragment that a search box shows (tests/browser/test_search.py).
NOT_SEEN = {
    "public:card",
    "public:media",
    "public:sitemap",
    "public:sitemap_part",
    "public:feed",
    "public:event_feed",
    "public:opinion_feed",
    "public:correction_feed",
    "public:statement_feed",
    "public:oembed",
    "public:series_feed",
    "events:calendar_of_all",
    "public:robots",
    "public:colours",
    "public:favicon",
    "events:undated",
    "events:calendar",
    "search:feed",
    "search:speaker_feed",
    "search:topic_feed",
    "search:suggest",
    "data_file",
    "events:cite_event",
    "events:cite_statement",
    "opinions:cite",
    "people:cite",
}


#: Each width and each scheme: the colours of a scheme are the same at each width.
LOOKS = [(390, "dark"), (1440, "light")]
DESK_LOOKS = [(390, "light"), (1440, "dark")]


def test_axe_finds_nothing_serious_on_any_public_page(browser, live_server, addresses):
    assert set(addresses) - {"no page", "in Russian"} == {
        name for name in names_in_urlconf() - NOT_SEEN if not name.startswith("api:")
    }
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    found = [
        fault
        for path in sum(addresses.values(), [])
        for fault in faults_of(page, live_server.url, path, LOOKS)
    ]
    look_up(page, live_server.url)

    assert found + faults_here(page, "answers", LOOKS) == []
    # The browser itself reports a page that is 404 or 410; anything else is the page's own fault.
    assert [text for text in complaints if "the server responded with a status of 4" not in text] == []
    assert context.cookies() == []
    context.close()


def test_axe_finds_nothing_serious_where_accounts_are_made_and_passwords_chosen(
    browser, live_server, settings
):
    make_roles(apps)
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    settings.SITE_URL = live_server.url
    invited = make_user("Editor")
    make_user("Administrator")
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    paths = ["login/", "forgotten/", "welcome/MQ/", link_for(invited).partition("/admin/")[2]]
    site, looks = live_server.url, LOOKS[:1]
    found = [fault for path in paths for fault in faults_of(page, site, f"/admin/{path}", looks)]

    log_in(page, site, "administrator")
    paths = ["", "add/", f"{invited.pk}/change/", f"{invited.pk}/link/"]
    found += [fault for path in paths for fault in faults_of(page, site, f"/admin/auth/user/{path}", looks)]
    own = ["/admin/second-factor/", "/admin/log-ins/", "/admin/publishing/logbookentry/"]
    found += [fault for path in own for fault in faults_of(page, site, path, looks)]
    page.goto(f"{site}/admin/auth/user/{invited.pk}/link/")
    page.click("text=Make the link")
    page.wait_for_selector(".one-link")

    assert found + faults_here(page, "the link", looks) == []
    context.close()


def test_axe_finds_nothing_serious_on_the_desk(browser, live_server, addresses):
    make_roles(apps)
    make_user("Publisher")
    title, lines = english(0)
    take_in("\n\n".join([title, *lines]), "https://old.example/talk")
    # axe is added to the page as a script, which the desk's own policy would refuse.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    let_in(page, live_server.url, "publisher")
    event, opinion = Event.objects.filter(teasers__isnull=False).get(), Opinion.objects.get()
    lists = ["events/event", "events/topic", "people/speaker", "opinions/opinion", "search/searchedfor"]
    paths = [
        "/admin/",
        *(f"/admin/{name}/" for name in lists),
        *(f"/admin/{name}/add/" for name in lists[:-1]),
        f"/admin/events/event/{event.pk}/change/",
        f"/admin/events/event/{event.pk}/names-out/",
        f"/admin/events/statement/{event.statements.filter(withdrawn_at=None).first().pk}/move/",
        "/admin/people/speaker/duplicates/",
        f"/admin/opinions/opinion/{opinion.pk}/change/",
        f"/admin/events/event/{in_review().pk}/review/",
        f"/admin/events/event/{sent_back().pk}/change/",
        "/admin/people/speaker/table/",
        "/admin/intake/intake/queue/",
        "/admin/house/page/",
        f"/admin/house/page/{Page.objects.get(title='Our house').pk}/change/",
        f"/admin/events/event/{in_review().pk}/history/?old=1&new=2",
        "/admin/people/speaker/merge/?a={}&b={}".format(*Speaker.objects.values_list("pk", flat=True)[:2]),
    ]

    found = [fault for path in paths for fault in faults_of(page, live_server.url, path, DESK_LOOKS)]
    found += faults_of(page, live_server.url, "/admin/people/speaker/", [(320, "light")])  # most buttons
    assert found + faults_while_one_writes(page, live_server.url, sent_back()) == []
    context.close()


def faults_while_one_writes(page, site: str, event: Event) -> list[tuple]:
    """On the form with an open statement, in its preview, and where two saves meet."""
    page.goto(f"{site}/admin/events/event/{event.pk}/change/")
    page.locator('[data-rows="statements"] [data-list] textarea').first.click()
    page.click("details.session summary")
    found = faults_here(page, "an open statement", DESK_LOOKS)
    page.fill("[name=lead]", "Mine.")
    with page.context.expect_page() as opened:
        page.click("[name=_preview]")
    opened.value.wait_for_selector("iframe")
    found += faults_here(opened.value, "a preview", DESK_LOOKS)
    opened.value.close()
    with unit_of_work():
        event.lead = "Theirs."
        event.save()
    page.click("[name=_continue]")
    page.wait_for_selector("[name^=choice-]")
    return found + faults_here(page, "two saves", DESK_LOOKS)


def in_review() -> Event:
    """A public event of which a change was handed in."""
    event = event_with_statements("Rails will rust.", title="On Rails", lead="As readers know it.")
    document = document_of(event)
    document["fields"]["lead"] = "As proposed."
    keep_for_later(event, document, None, proposed=True)
    hand_in(event, "As in the programme.")
    return event


def sent_back() -> Event:
    event = event_with_statements("Ships will wait.", title="On Ships", lead="A lead.", status="draft")
    hand_in(event)
    place = f"statements.{event.statements.get().pk}"
    send_back(
        event, [Remark(place="lead", called="Lead", text="Whose?"), Remark(place=place, text="A quote?")]
    )
    return event


def faults_of(page, site: str, path: str, looks: list[tuple]) -> list[tuple]:
    """What axe finds serious on the page at ``path``, and where it is wider than the screen."""
    page.goto(site + path)
    return faults_here(page, path, looks)


def look_up(page, site: str) -> None:
    """Ask for the answers to a text, which have no address."""
    page.goto(f"{site}/verify/")
    page.fill("#text", CLAIMS)
    page.click("main form button")
    page.wait_for_selector(".result")


def faults_here(page, path: str, looks: list[tuple]) -> list[tuple]:
    """So of the page as it is, looked at in each of the ``looks``."""
    return [fault for width, scheme in looks for fault in faults_in_look(page, path, width, scheme)]


def faults_in_look(page, path: str, width: int, scheme: str) -> list[tuple]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = [
        (path, scheme, violation["id"], [node["target"] for node in violation["nodes"]])
        for violation in violations(page)
        if violation["impact"] in SERIOUS
    ]
    overflow = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*found, (path, scheme, "scrolls sideways")] if overflow else found
