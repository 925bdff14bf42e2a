import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.richtext import clean_html, from_plain, plain_text

KEPT = {"p", "h2", "h3", "blockquote", "ul", "ol", "li", "a", "strong", "em", "br"}
TAGS = [
    *sorted(KEPT),
    "h1",
    "h4",
    "b",
    "i",
    "q",
    "div",
    "table",
    "td",
    "script",
    "style",
    "svg",
    "math",
    "textarea",
]
PIECES = st.sampled_from(
    [f"<{tag}>" for tag in TAGS]
    + [f"</{tag}>" for tag in TAGS]
    + [
        '<a href="https://x.example/?a=1&b=2">',
        '<a href="javascript:alert(1)">',
        '<a href="/events/" onclick="x()">',
    ]
    + [
        "<p onmouseover=x>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "-->",
        "<![CDATA[",
        "&#0;",
        "&lt;",
        "&nbsp;",
        "\0",
    ]
    + [" ", "\n", "e\u0301", "\u0301", "“word”", "слово", "😀", "word "]
)
HOSTILE = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Bare text", "<p>Bare text</p>"),
        ("Before<p>inside</p>after", "<p>Before</p><p>inside</p><p>after</p>"),
        ("<div>One<div>two</div>three</div>", "<p>One</p><p>two</p><p>three</p>"),
        ("<p><b>bold</b> and <i>slanted</i></p>", "<p><strong>bold</strong> and <em>slanted</em></p>"),
        (
            "<h1>One</h1><h2>Two</h2><h3>Three</h3><h5>Five</h5>",
            "<h2>One</h2><h2>Two</h2><h3>Three</h3><h3>Five</h3>",
        ),
        ("<b><p>over</p><p>blocks</p></b>", "<p><strong>over</strong></p><p><strong>blocks</strong></p>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("<ol>loose</ol><li>lost</li>", "<ol><li>loose</li></ol><p>lost</p>"),
        ("<table><tr><td>cell</td><td>cell</td></tr></table>", "<p>cell</p><p>cell</p>"),
        ("<blockquote>words</blockquote>", "<blockquote><p>words</p></blockquote>"),
        ("<p>  much \n space <br> here<br></p><p>&nbsp;</p><p></p>", "<p>much space<br>here</p>"),
        ("<p>20&nbsp;000</p>", "<p>20\xa0000</p>"),
        ("a<!-- note -->b<script>x</script><style>y</style><title>z</title>", "<p>ab</p>"),
        ("nu\0ll &#1; \ud800", "<p>null</p>"),
        ("<span style='color:red'>1 < 2 & 3</span>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("cafe\u0301", "<p>caf\xe9</p>"),
        ("<q>one <q>two</q></q> and <q>«three»</q>", "<p>“one ‘two’” and «three»</p>"),
    ],
)
def test_clean_html_keeps_what_a_report_needs(typed, stored):
    assert clean_html(typed) == stored


@pytest.mark.parametrize(
    ("href", "stored"),
    [
        (
            "https://a.example/?b=1&c=2",
            '<a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer">x</a>',
        ),
        ("HTTP://a.example", '<a href="HTTP://a.example" rel="noopener noreferrer">x</a>'),
        ("mailto:ana@a.example", '<a href="mailto:ana@a.example">x</a>'),
        ("/events/2019/", '<a href="/events/2019/">x</a>'),
        ("//evil.example/", "x"),
        ("/\t/evil.example/", "x"),
        ("/\\evil.example/", "x"),
        ("https:///evil.example/", "x"),
        ("javascript:alert(1)", "x"),
        ("java\tscript:alert(1)", "x"),
        ("JaVa&#0;Script:alert(1)", "x"),
        ("data:text/html,x", "x"),
        ("page.html", "x"),
        ("", "x"),
    ],
)
def test_clean_html_keeps_links_that_lead_somewhere_safe(href, stored):
    assert clean_html(f'<p><a href="{href}" onclick="y()" target="_blank">x</a></p>') == f"<p>{stored}</p>"


@given(HOSTILE)
@settings(max_examples=200, deadline=None)
def test_clean_html_is_idempotent_and_has_nothing_that_runs(html):
    cleaned = clean_html(html)

    tags = re.findall(r"<[^>]*>", cleaned)

    assert clean_html(cleaned) == cleaned
    assert {re.match(r"</?(\w+)", tag)[1] for tag in tags} <= KEPT
    assert not [tag for tag in tags if re.search(r'"\s*on\w+=|="\s*(javascript|data):', tag, re.IGNORECASE)]
    assert "\0" not in cleaned


@given(HOSTILE)
@settings(max_examples=100, deadline=None)
def test_plain_text_is_the_same_before_and_after_cleaning(html):
    assert plain_text(clean_html(html)) == plain_text(html)


def test_clean_html_survives_deep_nesting():
    html = "<blockquote>" * 3000 + "<b><i>" * 500 + "deep"

    assert plain_text(html) == "deep"
    assert clean_html(html).count("<blockquote>") < 10


def test_plain_text_ends_a_line_with_each_block_and_break():
    html = "<h2>Title</h2><p>One &amp; two<br>three</p><ul><li>a<ul><li>b</li></ul></li></ul>c"

    assert plain_text(html) == "Title\nOne & two\nthree\na\nb\nc"


def test_from_plain_makes_paragraphs_from_blank_lines():
    text = "One <b>\r\nline\r\n\r\n \r\nTwo & three\n\n"

    assert from_plain(text) == "<p>One &lt;b&gt;<br>line</p><p>Two &amp; three</p>"


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_from_plain_shows_any_text_and_never_tags(text):
    tags = re.findall(r"<[^>]*>", from_plain(text))

    assert set(tags) <= {"<p>", "</p>", "<br>"}
