"""Citations as files, read back by parsers that are not ours; the evidence goes along into each."""

import json
from datetime import date
from urllib.parse import urlsplit

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from django.utils.timezone import localdate

from events.models import Event, Statement
from events.withdrawing import withdraw_statement
from publishing.changes import unit_of_work
from publishing.deeds import withdraw
from tests.factories import (
    AppearanceFactory,
    AuthorshipFactory,
    PublicEventFactory,
    PublicOpinionFactory,
    SpeakerFactory,
    StatementFactory,
    TopicFactory,
    VenueFactory,
    event_with_statements,
)

pytestmark = [pytest.mark.django_db, pytest.mark.rendering]


def read_bibtex(client, address: str) -> dict:
    """The one entry, with LaTeX turned into letters again and names in their parts."""
    text = client.get(f"{address}cite.bib").content.decode()
    layers = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()]
    library = bibtexparser.parse_string(text, append_middleware=layers)
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {"kind": entry.entry_type, **{field.key: field.value for field in entry.fields}}


def read_ris(client, address: str) -> dict:
    (entry,) = rispy.loads(client.get(f"{address}cite.ris").content.decode())
    return entry


def read_csl(client, address: str) -> dict:
    (item,) = json.loads(client.get(f"{address}cite.json").content)
    return item


def in_style(item: dict) -> str:
    """The reference as citeproc sets it by the style that it brings."""
    source = CiteProcJSON([item])
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return "".join(str(part) for part in bibliography.bibliography()[0])


@pytest.fixture
@unit_of_work()
def statement():
    """A paraphrase, in a title that LaTeX would stumble over, by somebody printed in another script than filed."""
    lukin = SpeakerFactory(name="Artyom Lukin", sort_name="Lukin, Artyom")
    event = PublicEventFactory(
        title="Grain & bread: 5 % {of} $1_000",
        report="<p>Moscow relies on rail.</p>",
        venue=VenueFactory(city="Moscow"),
        date_precision=Event.DatePrecision.MONTH,
    )
    appearance = AppearanceFactory(
        event=event, speaker=lukin, printed_name="Артём Лукин", printed_post="Deputy Director, FEFU"
    )
    said = StatementFactory(appearance=appearance, text="Moscow relies on rail.")
    said.topics.add(TopicFactory(name="Rail"))
    return said


def test_bibtex_of_a_statement_is_read_back(client, statement):
    entry = read_bibtex(client, statement.get_absolute_url())

    (author,) = entry["author"]
    assert (author.first, author.last) == (["Артём"], ["Лукин"])
    assert entry["title"].strip("{}") == f"Statement {statement.pk} (editor’s summary)"
    assert entry["howpublished"] == "Grain & bread: 5 % {of} $1_000"
    assert (entry["date"], entry["year"], entry["month"], "day" in entry) == ("2019-04", "2019", "apr", False)
    assert entry["url"] == f"http://testserver{statement.get_absolute_url()}"
    assert entry["urldate"] == localdate().isoformat()
    assert "Лукин, Артём: Deputy Director, FEFU" in entry["note"]


def test_bibtex_counts_braces_and_one_without_its_mate_closes_no_entry(client):
    for title in ("Grain } and { bread", "Grain { bread"):
        address = PublicEventFactory(title=title).get_absolute_url()

        text = client.get(f"{address}cite.bib").content.decode()

        assert text.count("{") == text.count("}")
        assert read_bibtex(client, address)["title"].split() == title.split()


def test_ris_of_a_statement_is_read_back(client, statement):
    entry = read_ris(client, statement.get_absolute_url())

    assert entry["type_of_reference"] == "ELEC"
    assert entry["authors"] == ["Лукин, Артём"]
    assert entry["secondary_title"] == "Grain & bread: 5 % {of} $1_000"
    assert (entry["year"], entry["date"]) == ("2019", "2019/04//")
    assert entry["keywords"] == ["Rail"]
    assert entry["urls"] == [f"http://testserver{statement.get_absolute_url()}"]


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported")  # of CSL 1.0.2
def test_csl_of_a_statement_is_set_in_a_style(client, statement):
    item = read_csl(client, statement.get_absolute_url())

    assert item["author"] == [{"family": "Лукин", "given": "Артём"}]
    assert item["issued"] == {"date-parts": [[2019, 4]]}
    assert item["accessed"] == {"date-parts": [[int(part) for part in localdate().isoformat().split("-")]]}
    shown = in_style(item)
    assert "Лукин" in shown and "2019" in shown and f"Statement {statement.pk}" in shown


@pytest.mark.parametrize("known", ["quote", "mixed", "paraphrase", "translated", "summary"])
def test_evidence_goes_along_and_only_a_quote_stands_in_marks(client, known):
    words = {"mixed": "It will wait “for years” yet."}.get(known, "It must wait.")
    event = event_with_statements(words, title="Spring", report=f"<p>{words}</p>")
    evidence = "paraphrase" if known == "summary" else known
    Statement.objects.update(evidence=evidence, own_words=known == "summary")
    item = event.statements.get()
    address, quoted = item.get_absolute_url(), "“It must wait.”"

    citations = [
        read_bibtex(client, address),
        read_ris(client, address),
        read_csl(client, address),
    ]

    for found in citations:
        title = found["title"].strip("{}")
        note = found.get("note") or found["notes"][0]
        assert title == f"Statement {item.pk} ({item.known.label.lower()})"
        assert note.startswith(item.known.label)
        assert (quoted in found["abstract"]) == (known == "quote")
        assert words.strip("“”") in found["abstract"]


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported")  # of CSL 1.0.2
def test_event_is_a_report_of_the_house_with_its_days_and_its_speakers(client, settings):
    settings.INSTITUTION_NAME = "Valdai, Club and Fund"
    event = PublicEventFactory(title="Spring", date=date(2018, 10, 15), end_date=date(2018, 10, 18))
    AppearanceFactory(event=event, speaker__name="Anna Berg")
    AppearanceFactory(event=event, speaker__name="Carl Dahl", role="moderator")
    address = event.get_absolute_url()

    entry, item = read_bibtex(client, address), read_csl(client, address)

    assert entry["kind"] == "techreport"
    assert [author.last for author in entry["author"]] == [["{Valdai, Club and Fund}"]]
    assert entry["date"] == "2018-10-15/2018-10-18"
    assert entry["note"] == "with Anna Berg"
    assert item["author"] == [{"literal": "Valdai, Club and Fund"}]
    assert item["issued"] == {"date-parts": [[2018, 10, 15], [2018, 10, 18]]}
    assert read_ris(client, address)["type_of_reference"] == "RPRT"
    assert "Valdai, Club and Fund" in in_style(item)


def test_opinion_held_elsewhere_names_where_it_appeared(client):
    opinion = PublicOpinionFactory(title="Rail: again", url="https://journal.example/a_b?c=1%20&d=2")
    AuthorshipFactory(opinion=opinion, speaker__name="Anna Berg")
    AuthorshipFactory(
        opinion=opinion, speaker__name="Jan van den Berg", speaker__sort_name="van den Berg, Jan"
    )
    address = opinion.get_absolute_url()

    entry, item = read_bibtex(client, address), read_csl(client, address)

    assert [(a.first, a.von + a.last) for a in entry["author"]] == [
        (["Anna"], ["Berg"]),
        (["Jan"], ["van", "den", "Berg"]),
    ]
    assert entry["howpublished"] == item["container-title"] == "journal.example"
    assert item["note"] == "First appeared at https://journal.example/a_b?c=1%20&d=2"
    assert item["URL"] == f"http://testserver{address}"
    assert "journal.example, 27 April 2019. Rapporteur, " in client.get(address).context["citation"]


def test_speaker_is_cited_as_the_archives_page(client, statement):
    item = read_csl(client, statement.appearance.speaker.get_absolute_url())

    assert (item["type"], item["title"], item["note"]) == ("webpage", "Artyom Lukin", "1 position")


def test_withdrawn_statement_is_cited_by_its_notice_and_without_its_words(client):
    said = event_with_statements("It must wait.", title="Spring").statements.get()
    withdraw_statement(said, "Put into the wrong mouth.")
    address = said.get_absolute_url()

    for read in (read_bibtex, read_ris, read_csl):
        found = read(client, address)
        assert found["title"].strip("{}") == f"Statement {said.pk}, withdrawn"
        assert "abstract" not in found and "wait" not in str(found)
    assert f'<http://testserver{address}>; rel="cite-as"' in client.get(address)["Link"]


def test_withdrawn_event_has_no_files(client):
    event = PublicEventFactory()
    address = event.get_absolute_url()
    withdraw(event, "Taken back.")

    assert client.get(f"{address}cite.bib").status_code == 410


def test_file_of_a_record_that_moved_is_found_at_its_old_address(client):
    event = PublicEventFactory(title="Spring")
    before = event.get_absolute_url()
    event.slug = "autumn"
    event.save()

    moved = client.get(f"{before}cite.ris")

    assert (moved.status_code, moved["Location"]) == (301, f"{event.get_absolute_url()}cite.ris")
    assert client.get("/events/2019/never/cite.ris").status_code == 404


def test_page_links_its_files_and_says_what_it_is(client, statement):
    address = f"http://testserver{statement.get_absolute_url()}"

    page = client.get(urlsplit(address).path)

    links = page["Link"]
    assert f'<{address}>; rel="cite-as"' in links
    assert f'<{address}cite.bib>; rel="describedby"; type="application/x-bibtex"' in links
    assert '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' in links
    assert '<https://schema.org/Claim>; rel="type"' in links
    body = page.content.decode()
    assert '<meta name="citation_author" content="Лукин, Артём">' in body
    assert '<meta name="citation_publication_date" content="2019">' in body  # Scholar takes no month
    assert f'<meta name="citation_title" content="Statement {statement.pk} (editor’s summary)">' in body
    assert f'href="{statement.get_absolute_url()}cite.json" download' in body
