import json
import re
from html import unescape
from pathlib import Path

import pytest
from django.utils.safestring import mark_safe
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from events.passages import (
    Passage,
    Report,
    Text,
    Withdrawal,
    evidence_of,
    find,
    mark,
    nearest,
    quoted_words,
    redact,
    statement_html,
    with_marks,
)
from publishing.richtext import clean_html, plain_text

CASES = json.loads((Path(__file__).parent / "place_cases.json").read_text(encoding="utf-8"))
NEAREST = json.loads((Path(__file__).parent / "nearest_cases.json").read_text(encoding="utf-8"))
NOTE = mark_safe('<a class="note" href="#s-1">Lukin</a>')
WORDS = st.sampled_from(
    ["dam", "Гнев", "😀", "“river", "said”", "«слово»", "a\xad", "–", "20\xa0000", '"', "’", "&"]
)
INLINE = st.builds(
    "{0}{1} {2}".format,
    st.sampled_from(["", "<em>", "</em>", "<strong>", "</strong>", "<br>"])
    | st.sampled_from(['<a href="/x/">', "</a>"]),
    WORDS,
    WORDS,
)
BLOCKS = st.builds(
    "<{0}>{1}</{0}>".format,
    st.sampled_from(["p", "h2", "ul", "li", "blockquote", "div"]),
    st.lists(INLINE, min_size=1, max_size=4).map("".join),
)
REPORTS = st.lists(BLOCKS, min_size=1, max_size=4).map("".join)
OFFSETS = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 40)), max_size=4)
EVIDENCE = QUOTE, MIXED, PARAPHRASE = "quote", "mixed", "paraphrase"


def opening(number, who=1, evidence=PARAPHRASE):
    """The tag that opens a passage, without the id where it goes on."""
    identity = f' id="p-{number}"' if number else ""
    speaker = f' data-who="{who}"' if who else ""
    return f'<mark class="passage"{identity}{speaker} data-evidence="{evidence}">'


def text_of(html):
    """What a reader sees of marked HTML, its notes aside."""
    html = re.sub(r'<a class="note".*?</a>', "", html)
    html = re.sub(r"</?(mark|q)\b[^>]*>", "", html)
    return plain_text(html)


def passages_at(offsets):
    return [
        Passage(start, start + length, i, EVIDENCE[i % 3], i, NOTE)
        for i, (start, length) in enumerate(offsets, 1)
    ]


def passage(report, words, number=1, evidence="paraphrase", who=1, note=""):
    place = Report(report).find(words)
    return Passage(place.start, place.end, number, evidence, who, note)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_find_gives_the_place_that_both_twins_agree_on(case):
    place = Text(case["report"]).find(
        case["words"], case.get("prefix", ""), case.get("suffix", ""), case.get("taken", ())
    )

    assert (place and {"start": place.start, "end": place.end}) == case["expected"]
    assert place is None or place.exact == case["report"][place.start : place.end]


@pytest.mark.parametrize("case", NEAREST, ids=lambda case: case["name"])
def test_nearest_gives_the_words_that_both_twins_agree_on(case):
    assert Text(case["report"]).nearest(case["words"]) == case["expected"]


def test_find_counts_in_the_plain_text_of_the_report():
    report = "<h2>Day &amp; night</h2><p>😀 The <b>dam</b></p><p>holds.</p>"

    place = find("The dam holds", report)

    assert plain_text(report)[place.start : place.end] == place.exact == "The dam\nholds"
    assert (place.prefix, place.suffix) == ("Day & night\n😀 ", ".")


@given(REPORTS, st.data())
@settings(max_examples=100, deadline=None)
def test_find_finds_any_part_of_the_report_where_its_context_says(html, data):
    report = Report(html)
    start = data.draw(st.integers(0, len(report.text)))
    end = data.draw(st.integers(start, len(report.text)))
    assume(any(character not in " \n\xa0\xad" for character in report.text[start:end]))

    place = report.find(report.text[start:end])
    again = report.find(place.exact, place.prefix, place.suffix)

    assert place
    assert again.exact.replace("\xad", "").split() == place.exact.replace("\xad", "").split()


def test_find_serves_200_statements_of_a_long_report():
    sentence = "Speaker {} said that matter number {} is settled, “for the time being”, once more."
    sentences = [sentence.format(i, i * 7) for i in range(600)]
    report = Report("".join(f"<p>{sentence}</p>" for sentence in sentences))

    places = [report.find(sentence.replace("“", '"')) for sentence in sentences[::3]]

    assert [place.exact for place in places] == sentences[::3]


def test_find_copes_with_repetition():
    report = Report("<p>" + "a " * 20_000 + "</p>")

    found = [report.find("a " * 5_000, prefix="a " * 9_000), report.find("a " * 10_000 + "b")]

    assert [bool(place) for place in found] == [True, False]


def test_nearest_offers_the_words_that_an_edit_left():
    report = Report(
        "<p>Nobody spoke of money. The old dam on the river will hold for twenty years, said Torres.</p>"
    )

    assert nearest("The dam on the river will hold for ten years.", report) == (
        "The old dam on the river will hold for twenty years"
    )
    assert nearest("Nobody spoke about money.", report) == "Nobody spoke of money."
    assert nearest("An entirely different sentence", report) is None
    assert nearest("…", report) is None


def test_mark_writes_note_and_passage_as_the_page_draws_them():
    report = "<p>Before. Moscow agrees: the “double freezing” works. After.</p>"
    words = "Moscow agrees: the “double freezing” works."

    html = mark(report, [passage(report, words, 146, "mixed", 4, NOTE)])

    assert html == (
        f"<p>Before. {NOTE}{opening(146, 4, MIXED)}Moscow agrees: the "
        "<q>“double freezing”</q> works.</mark> After.</p>"
    )


def test_mark_shows_nobody_where_no_speaker_is_given():
    report = "<p>It holds.</p>"

    html = mark(report, [passage(report, "It holds.", who=None)])

    assert html == f"<p>{opening(1, None)}It holds.</mark></p>"


def test_mark_takes_the_marks_round_a_quote_into_the_passage():
    report = "<p>He said: “It holds.”</p>"

    html = mark(report, [passage(report, "It holds.", evidence="quote")])

    assert html == f"<p>He said: {opening(1, 1, QUOTE)}“It holds.”</mark></p>"


def test_mark_over_blocks_gives_the_id_once_and_the_speaker_each_time():
    report = "<p>One ends.</p><ul><li>Two<ul><li>Three goes.</li></ul></li></ul>"

    html = mark(report, [passage(report, "ends. Two Three", note=NOTE)])

    rest = opening(None)
    assert html == (
        f"<p>One {NOTE}{opening(1)}ends.</mark></p>"
        f"<ul><li>{rest}Two</mark><ul><li>{rest}Three</mark> goes.</li></ul></li></ul>"
    )


def test_mark_keeps_a_link_inside_a_passage_whole():
    report = '<p>He <em>saw <a href="/dam/">the dam</a> hold</em> again.</p>'

    html = mark(report, [passage(report, "saw the dam hold again")])

    assert html == (
        f'<p>He {opening(1)}<em>saw </em><a href="/dam/"><em>the dam</em></a><em> hold</em> again</mark>.</p>'
    )


def test_mark_puts_the_note_before_a_link_in_which_the_passage_begins():
    report = '<p>See <a href="/dam/">the old dam</a> hold.</p>'

    html = mark(report, [passage(report, "dam hold", note=NOTE)])

    assert html == (
        f'<p>See {NOTE}<a href="/dam/">the old {opening(1)}dam</mark></a>{opening(None)} hold</mark>.</p>'
    )


def test_mark_parts_overlapping_passages_at_their_borders():
    report = "<p>alpha beta gamma</p>"

    html = mark(report, [passage(report, "alpha beta", 1, who=1), passage(report, "beta gamma", 2, who=2)])

    assert html == (f"<p>{opening(1)}alpha </mark>{opening(2, 2)}beta gamma</mark></p>")


def test_mark_gives_both_their_anchor_when_two_people_said_one_sentence():
    report = "<p>alpha beta</p>"

    html = mark(report, [passage(report, "alpha beta", 1, who=1), passage(report, "alpha beta", 2, who=2)])

    assert html == (f"<p>{opening(1)}{opening(2, 2)}alpha beta</mark></mark></p>")


def test_mark_never_shows_withdrawn_words_even_inside_a_passage():
    report = Report("<p>He said: “The secret</p><p>number is nine” and left.</p>")
    place = report.find("The secret number is nine")
    shown = passage(report.text, "number is nine” and left", 2)

    html = mark(report, [shown], [Withdrawal(place.start, place.end, mark_safe("<i>Withdrawn.</i>"))])

    assert html == (f"<p>He said: <i>Withdrawn.</i></p><p>{opening(2)} and left</mark>.</p>")


def test_mark_leaves_no_note_of_a_passage_that_is_withdrawn_as_a_whole():
    report = Report("<p>Kept.</p><p>The secret number.</p>")
    place = report.find("The secret number.")

    html = mark(
        report, [Passage(4, place.end, 1, "quote", 1, NOTE)], [Withdrawal(place.start, place.end, "<gone>")]
    )

    assert NOTE in html  # the passage begins before the withdrawn words
    assert mark(report, [Passage(*place[:2], 1, "quote", 1, NOTE)], [Withdrawal(*place[:2], "<gone>")]) == (
        "<p>Kept.</p><p>&lt;gone&gt;</p>"
    )


def test_mark_puts_inserts_after_their_paragraph():
    inserts = [(count, mark_safe(f"<aside>{count}</aside>")) for count in (9, 1, 0, -1)]

    html = mark("<h2>head</h2><p>one</p><ul><li>two</li><li>three</li></ul>", [], inserts=inserts)

    assert html == (
        "<aside>0</aside><aside>-1</aside><h2>head</h2><p>one</p><aside>1</aside><ul><li>two</li><li>three</li></ul><aside>9</aside>"
    )


def test_mark_cleans_the_report_again():
    assert mark("<p onclick=x>a<script>b</script></p><img src=x onerror=y>", []) == "<p>a</p>"


@given(REPORTS, OFFSETS)
@settings(max_examples=150, deadline=None)
def test_mark_changes_no_word_of_the_report(html, offsets):
    marked = mark(html, passages_at(offsets))

    ids = re.findall(r'id="p-(\d+)"', marked)
    assert text_of(marked) == plain_text(html)
    assert len(ids) == len(set(ids)) == marked.count(NOTE)
    assert clean_html(re.sub(r'<a class="note".*?</a>|</?(?:mark|q)\b[^>]*>', "", marked)) == clean_html(html)
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", marked)


@given(REPORTS, OFFSETS, st.integers(0, 60), st.integers(1, 30))
@settings(max_examples=150, deadline=None)
def test_mark_and_redact_leave_out_withdrawn_words(html, offsets, start, length):
    text = plain_text(html)
    assume(text[start : start + length].strip())
    gone = (start, start + length)

    marked = mark(html, passages_at(offsets), [Withdrawal(*gone, mark_safe("[…]"))])
    redacted = plain_text(redact(html, [gone], "[…]"))

    left = (text[:start] + text[start + length :]).replace("\n", "")
    for shown in (unescape(re.sub(r"<br>|<a class=\"note\".*?</a>|<[^>]*>", "", marked)), redacted):
        assert shown.count("[…]") == 1
        kept = re.sub(r"\[…\]", "", shown).replace("\n", "")
        assert re.sub(r"[\s“”«»\"]", "", kept) == re.sub(r"[\s“”«»\"]", "", left)


def test_redact_replaces_words_in_plain_uses():
    report = Report("<p>He named <b>Ana Torres</b> &amp; left.</p>")
    place = report.find("Ana Torres &")

    assert redact(report, [place], "<withdrawn>") == "<p>He named &lt;withdrawn&gt; left.</p>"


@pytest.mark.parametrize(
    ("text", "evidence", "quoted"),
    [
        ("The dam holds.", "paraphrase", []),
        ("“The dam holds.”", "quote", ["The dam holds."]),
        ('"The dam holds".', "quote", ["The dam holds"]),
        ("«Плотина «Север» стоит».", "quote", ["Плотина «Север» стоит"]),
        ("„Der Damm hält.“", "quote", ["Der Damm hält."]),
        ("‘The dam holds.’", "quote", ["The dam holds."]),
        ("“The dam,” he said, “holds.”", "mixed", ["The dam,", "holds."]),
        ("“One.” “Two.”", "quote", ["One.", "Two."]),
        ("“One.\n“Two.”", "quote", ["One.\nTwo."]),
        ("the “double freezing” plan", "mixed", ["double freezing"]),
        ("он назвал это «заморозкой»", "mixed", ["заморозкой"]),
        ("It begins: “we go on", "mixed", ["we go on"]),
        ("we go on,” he said", "mixed", ["we go on,"]),
        ("a 5\" pipe and the experts' view", "paraphrase", []),
        ("‘one’ and ‘two’", "paraphrase", []),
        ("“”", "paraphrase", []),
        ("", "paraphrase", []),
    ],
)
def test_evidence_is_read_from_quotation_marks(text, evidence, quoted):
    assert evidence_of(text) == evidence
    assert quoted_words(text) == quoted


@pytest.mark.parametrize(
    ("text", "evidence", "shown"),
    [
        ("The dam holds.", "quote", "“The dam holds.”"),
        ('"The dam holds."', "quote", "“The dam holds.”"),
        ("““The dam holds.””", "quote", "“The dam holds.”"),
        ("‘The dam holds.’", "quote", "“The dam holds.”"),
        ("«The dam holds».", "quote", "“The dam holds”."),
        ("“The dam holds.", "quote", "“The dam holds.”"),
        ("The dam holds.”", "quote", "“The dam holds.”"),
        ('He calls it "safe".', "quote", "“He calls it ‘safe’.”"),
        ('“He calls it "safe".”', "quote", "“He calls it ‘safe’.”"),
        ("“The dam,” he said, “holds.”", "quote", "“The dam,” he said, “holds.”"),
        ("“The dam holds.”", "paraphrase", "The dam holds."),
        ("‘The dam “really” holds.’", "paraphrase", "The dam “really” holds."),
        ("“The dam holds.", "paraphrase", "The dam holds."),
        ('"“The dam holds.”"', "paraphrase", "The dam holds."),
        ("The dam holds.", "paraphrase", "The dam holds."),
        (" the «double freezing» plan ", "mixed", "the «double freezing» plan"),
        ("", "quote", ""),
    ],
)
def test_with_marks_follows_the_evidence(text, evidence, shown):
    assert with_marks(text, evidence) == shown
    assert with_marks(shown, evidence) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Плотина „Север“ стоит",
        "«Плотина «Север» стоит»",
        "“Плотина “Север” стоит”",
        '"Плотина "Север" стоит"',
    ],
)
def test_with_marks_uses_the_marks_of_the_language(text):
    if text.startswith("“"):
        text = text.replace("“Север”", "«Север»")  # curly marks inside curly ones reopen a paragraph

    assert with_marks(text, "quote", "ru-RU") == "«Плотина „Север“ стоит»"


def test_statement_html_sets_off_the_quoted_words_of_a_mixed_statement_alone():
    text = "the “double <freezing>” & more"

    assert statement_html(text, "mixed") == "the <q>“double &lt;freezing&gt;”</q> &amp; more"
    assert statement_html("“" + text + "”", "paraphrase").count("<q>") == 0
    assert statement_html("One.", "quote") == "“One.”"
