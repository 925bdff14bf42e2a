import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.richtext import clean_html, plain_text, words_left_out

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
    "tr",
    "del",
    "sup",
    "sub",
    "span",
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
        "<td hidden>",
        "<ol start=4>",
        "<li value=7>",
        "<math>",
        "<msup>",
        "</msup>",
        "<span style='text-decoration:line-through'>",
        "<span style='vertical-align:super'>",
        "10",
        "2",
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
        (
            '<ol start="4"><li>a</li></ol><ol start="x"><li>b</li></ol>',
            '<ol start="4"><li>a</li></ol><ol><li>b</li></ol>',
        ),
        (
            '<ol><li value="2">a</li><li value="3">b</li><li>c</li><li value="9">d<p>e</p></li></ol>',
            '<ol start="2"><li>a</li><li>b</li><li>c</li></ol><ol start="9"><li>d<p>e</p></li></ol>',
        ),
        (
            "<ol reversed><li>a<li>b</ol>",
            '<ol start="2"><li>a</li></ol><ol><li>b</li></ol>',
        ),
        (
            "<ol reversed start=9><li>a<li value=5>b<ul><li>x</ul></ol>",
            '<ol start="9"><li>a</li></ol><ol start="5"><li>b<ul><li>x</li></ul></li></ol>',
        ),
        ("<ol start=-1><li>a<li>b</ol>", '<ol start="-1"><li>a</li><li>b</li></ol>'),
        ("<ol start=12345><li><li>a</ol>", '<ol start="12346"><li>a</li></ol>'),
        ("<ol type=a start=3><li>c<li>d</ol>", '<ol start="3" type="a"><li>c</li><li>d</li></ol>'),
        (
            "<ol type=I reversed><li>a<li value=9>b</ol>",
            '<ol start="2" type="I"><li>a</li></ol><ol start="9" type="I"><li>b</li></ol>',
        ),
        ("<ol type=A style='list-style: lower-roman inside'><li>a</ol>", '<ol type="i"><li>a</li></ol>'),
        ("<ol type=a style='list-style-type: decimal'><li>a</ol>", "<ol><li>a</li></ol>"),
        (
            "<ul style='list-style: square'><li>a</ul><ul style='list-style-type: lower-alpha'><li>b</ul>",
            '<ul><li>a</li></ul><ol type="a"><li>b</li></ol>',
        ),
        ("<ol type=x><li>a<ol type=1><li>b</ol></ol>", "<ol><li>a<ol><li>b</li></ol></li></ol>"),
        ("<ol style='list-style: none'><li>1990. a</ol>", "<ul><li>1990. a</li></ul>"),
        ("<ol>loose</ol><li>lost</li>", "<ol><li>loose</li></ol><p>lost</p>"),
        ("<table><tr><td>cell</td></tr></table>", "<p>cell</p>"),
        ("<blockquote>words</blockquote>", "<blockquote><p>words</p></blockquote>"),
        ("<p>  much \n space <br> here<br></p><p>&nbsp;</p><p></p>", "<p>much space<br>here</p>"),
        ("<p>20&nbsp;000</p>", "<p>20\xa0000</p>"),
        ("a<!-- note -->b<script>x</script><style>y</style><title>z</title>", "<p>ab</p>"),
        ("nu\0ll &#1; \ud800", "<p>null</p>"),
        ("<p>10\x0b20, 30\u202840</p>", "<p>10 20, 30 40</p>"),
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


# --- What a reader of the source sees ---

HALVE = "The fund will halve its stake."


@pytest.mark.parametrize(
    "gone",
    [
        "<del>double</del>",
        "<s>double</s>",
        "<strike>double</strike>",
        '<span style="text-decoration:line-through">double</span>',
        '<span style="text-decoration: underline LINE-THROUGH red">double</span>',
        '<span style="text-decoration-line: line-through">double</span>',
        '<b style="color: red; text-decoration:line-through">double</b>',
        '<font style="display:none">double</font>',
        '<span style="color:#fff">double</span>',
        '<font color="White">double</font>',
        '<span style="color:rgb(254, 255, 255); background:#ffffff">double</span>',
        '<mark style="color:#FF0; background:#ff0">double</mark>',
        '<span style="font-size:1px">double</span>',
        '<span class="note sr-only">double</span>',
        '<span class="visually-hidden">double</span>',
        '<span class="screen-reader-text">double</span>',
        '<span class="d-none">double</span>',
        '<span class="line-through">double</span>',
        "~~double~~",
        "d\u0336o\u0336u\u0336b\u0336l\u0336e\u0336",
        '<span style="DISPLAY : none !important">double</span>',
        '<span style="visibility:hidden">double</span>',
        '<span style="mso-hide:all">double</span>',
        '<span style="font-size:0px">double</span>',
        '<span style="font: 0/0 a">double</span>',
        '<span style="opacity: 0.0">double</span>',
        '<span style="filter: opacity(0)">double</span>',
        '<span style="opacity: 3%">double</span>',
        '<span style="transform: translateX(-9999px)">double</span>',
        '<span style="transform: rotateX(90deg)">double</span>',
        "<span popover>double</span>",
        '<span style="color: transparent">double</span>',
        '<span style="position:absolute; clip:rect(1px, 1px, 1px, 1px)">double</span>',
        '<span style="clip-path: inset(50%)">double</span>',
        '<span style="clip-path:polygon(0px 0px, 0px 0px, 0px 0px)">double</span>',
        '<span style="-webkit-text-fill-color: transparent">double</span>',
        '<span style="color:#000; background:black">double</span>',
        "<span style='background:black;mso-highlight:black'>double</span>",
        '<span role="tooltip">double</span>',
        "<x-note hidden>double</x-note>",
        "<X-Note style='text-decoration:line-through'>double</X-Note>",
        '<span style="position:absolute; left:-9999px">double</span>',
        '<span style="display:block; height:1px; overflow:hidden">double</span>',
        '<span class="katex-html" aria-hidden="true">double</span>',
        "<span hidden>double</span>",
        '<a class="msocomanchor" href="#_msocom_1">[AB1]</a>',
        "<u><del>dou<b>ble</b></del></u>",
    ],
)
def test_what_was_struck_out_or_hidden_is_left_out_and_counted(gone):
    html = f"<p>The fund will {gone} <ins>halve</ins> its stake.</p>"

    assert clean_html(html) == f"<p>{HALVE}</p>"
    assert words_left_out(html) == 1


@pytest.mark.parametrize(
    "gone",
    [
        "<template><p>double</p></template>",
        "<noscript>double</noscript>",
        "<!-- double -->",
        "<!--[if gte mso 9]><p>double</p><![endif]-->",
        '<div style="display:none"><p>double</p><ul><li>triple</li></ul></div>',
        '<p hidden="">double<br>triple</p>',
        "<dialog><p>double</p></dialog>",
        '<div style="mso-element:comment-list"><p>double</p></div>',
        '<div><p><a href="#cmnt_ref1">[a]</a><span>double</span></p></div>',
    ],
)
def test_whole_parts_that_nobody_sees_are_left_out(gone):
    assert clean_html(f"<p>{HALVE}</p>{gone}<p>And more.</p>") == f"<p>{HALVE}</p><p>And more.</p>"


def test_words_of_hidden_paragraphs_are_counted_one_by_one():
    assert words_left_out("<div hidden>no<p>dou<b>ble</b></p><p>triple</p></div>") == 3


def test_open_dialog_is_seen():
    assert clean_html("<dialog open>Halved.</dialog>") == "<p>Halved.</p>"


def test_page_that_is_white_throughout_has_left_its_dark_ground_behind():
    white = "<p style='color:#fff'>The fund will halve its stake.</p>"

    assert (clean_html(white), words_left_out(white)) == (f"<p>{HALVE}</p>", 0)
    assert clean_html("<table bgcolor=#000><tr><td style='color:#fff'>5<td>6</table>") == "<p>5 | 6</p>"


def test_what_opens_at_a_click_is_seen_and_what_stands_for_something_else_is_not():
    html = "<details><summary>More</summary>Halved.</details><video>No film.</video><template>No.</template>"

    assert clean_html(html) == "<p>More</p><p>Halved.</p>"


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<p><span style='display:block'>12</span>34</p>", "<p>12</p><p>34</p>"),
        ("<p><b>1<i style='display:table-cell'>2</i></b>3</p>", None),
        ("<select multiple><option>12<option>34</select>", "<p>12</p><p>34</p>"),
        ("<p>12<img src=x>34, 5<img src=x>.</p>", "<p>12 34, 5.</p>"),
        ("<p><button>12</button><button>34</button></p>", "<p>12 34</p>"),
        ("<fieldset><legend>12</legend>34</fieldset>", "<p>12</p><p>34</p>"),
    ],
)
def test_figures_that_stand_apart_never_run_together(html, stored):
    expected = stored or "<p><strong>1</strong></p><p><strong><em>2</em></strong></p><p>3</p>"

    assert clean_html(html) == expected


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        (
            "Costs <input value='5 million'> euros<input type=hidden value=7>.",
            "<p>Costs 5 million euros.</p>",
        ),
        ("12<input type=checkbox value=9>34<input type=submit value=Send>", "<p>12 34 Send</p>"),
        ("<select><option>one<option>two</select>", "<p>one</p>"),
        ("<select><option>one<option selected>two</select>", "<p>two</p>"),
        ("<select><option disabled>Choose<option>two</select>", "<p>two</p>"),
        ("<select size=2><option>one<option>two</select>", "<p>one</p><p>two</p>"),
        ("<p>a<datalist><option>b</datalist><progress>70</progress></p>", "<p>a</p>"),
        (
            "<p style='visibility:hidden'>no <b style='visibility:visible'>yes</b> no</p>",
            "<p><strong>yes</strong></p>",
        ),
        (
            "<style>.h{visibility:hidden}.v{visibility:visible}</style>"
            "<div class=h><p>no</p><p class=v>one</p><p>no <i class=v>two</i></p></div>three",
            "<p>one</p><p><em>two</em></p><p>three</p>",
        ),
        ("<div hidden>no <b style='visibility:visible'>no</b></div>", ""),
        ("<div style='font-size:0'>no <span style='font-size:12pt'>yes</span></div>", "<p>yes</p>"),
        ("<p style='color:transparent'>no <span style='color:red'>yes</span></p>", "<p>yes</p>"),
        (
            "<p>and</p><p style='color:#fff'>no <span style='color:#333'>yes</span></p>",
            "<p>and</p><p>yes</p>",
        ),
        (
            "<p>and more</p><p style='color:#fff'><u style='background:#000'>yes</u></p>",
            "<p>and more</p><p>yes</p>",
        ),
        ("<b style='font-weight:normal'>One <i style='font-style:normal'>two</i></b>", "<p>One two</p>"),
        (
            "<p style='font-family:Symbol'>a<span style='font-family:Arial'>b</span></p>",
            "<p>αb</p>",
        ),
        ("<p><span style='font-family:Wingdings'>\u00a7</span> a</p>", "<p>▪ a</p>"),
        ("<p><span style='position:absolute; width:0; overflow:hidden'>no</span>yes</p>", "<p>yes</p>"),
        ("<div style='margin-left:-9999px'>no</div>yes", "<p>yes</p>"),
        ("<p>One<a href='#cmnt1' id='cmnt_ref1'>[a]</a> two</p>", "<p>One two</p>"),
        (
            "<table><tfoot><tr><td>Sum<td>3<tbody><tr><td>a<td>1<tr><td>b<td>2</table>after",
            "<p>a | 1</p><p>b | 2</p><p>Sum | 3</p><p>after</p>",
        ),
        (
            "before<table><tbody><tr><td>a<td>1<thead><tr><td>What<td>How many</table>",
            "<p>before</p><p>What | How many</p><p>a | 1</p>",
        ),
        (
            "<table><caption style='caption-side:bottom'>Source</caption><tr><td>a<td>1</table>",
            "<p>a | 1</p><p>Source</p>",
        ),
    ],
)
def test_what_is_kept_is_what_is_seen_in_its_order(html, stored):
    assert clean_html(html) == stored


def test_styles_of_an_exported_document_strike_out_by_class():
    html = (
        "<style>.c1{color:red}.c2{color:red;text-decoration:line-through}@media print{.c1{display:none}}"
        "span.c3{vertical-align:super}</style>"
        '<p class="c1">It fell by 10<span class="c3">6</span>, <span class="c1 c2">or rose</span> so.</p>'
    )

    assert clean_html(html) == "<p>It fell by 10⁶, so.</p>"
    assert words_left_out(html) == 2


@pytest.mark.parametrize(
    ("sheet", "gone"),
    [
        ("#x { display: none }", '<i id="x">double</i>'),
        ("span.b#x, h1 { display: none }", '<span class="b" id="X">double</span>'),
        (
            "body .a .b { text-decoration: line-through }",
            '<span class="a"><u><i class="c B">double</i></u></span>',
        ),
        (".a > .b { opacity: 0 }", '<span class="a"><i class="b">double</i></span>'),
        ("p u { visibility: hidden }", "<u>double</u>"),
        (".b { display: none !important } #x { display: inline }", '<i class="b" id="x">double</i>'),
        ("<!-- .b { display: none } -->", '<i class="b">double</i>'),
        ("@media print, screen { .b { display: none } }", '<i class="b">double</i>'),
        ("</style><style media='print, screen'>.b { display: none }", '<i class="b">double</i>'),
        ("@media (min-width: 48em) { .b { display: none } }", '<i class="b">double</i>'),
        (
            "@media only screen and (min-width:600px) and (max-width:2000px) { i { opacity: 0 } }",
            "<i>double</i>",
        ),
        ("@media print, (prefers-color-scheme: light) { i { opacity: 0 } }", "<i>double</i>"),
        ("u + i { display: none }", "<u></u><i>double</i>"),
        ("u ~ .b { display: none }", '<u></u><u></u><i class="b">double</i>'),
        ("p > :last-child { text-decoration: line-through }", "<i></i><i>double</i>"),
        ("i:nth-child(2n+1):not(:nth-child(1)) { display: none }", "<i></i><i></i><i>double</i>"),
        ("i:nth-of-type(even) { display: none }", "<i></i><u></u><i>double</i>"),
        ("i:nth-last-child(-n+1) { display: none }", "<i></i><i>double</i>"),
        ("i:only-of-type { display: none }", "<u></u><i>double</i>"),
        ("i:not(.a, #x) { display: none }", "<i class='b'>double</i>"),
        ("p :is(.a, .b) i:where(.c) { display: none }", '<u class="b"><i class="c">double</i></u>'),
        ('i[data-state="deleted"] { display: none }', '<i data-state="Deleted">double</i>'),
        ("i[lang|=en], [title] { display: none }", '<i lang="en-GB">double</i>'),
        ('[class*="strike"] { display: none }', '<i class="a-strike-b">double</i>'),
        (
            '[rel~="old"][data-n^="1"][data-n$="3"] { display: none }',
            '<i rel="very old" data-n="123">double</i>',
        ),
        (".md\\:gone { display: none }", '<i class="md:gone">double</i>'),
        ('u::before { content: "}" } .b { display: none }', '<i class="b">double</i>'),
    ],
)
def test_rules_of_a_page_hide_what_they_select(sheet, gone):
    html = f"<style>{sheet}</style><p>The fund will {gone} halve its stake.</p>"

    assert (clean_html(html), words_left_out(html)) == (f"<p>{HALVE}</p>", 1)


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a .b { display: none }", '<u class="b">halve</u>'),
        (".a > .b { display: none }", '<u class="a"><u><u class="b">halve</u></u></u>'),
        (".a .b { display: none }", '<u class="b"><u class="a">halve</u></u>'),
        (".b:hover, .b::before, u + .b, .b[x] { display: none }", '<u class="b">halve</u>'),
        ("@media (max-width: 600px) { u { display: none } }", "<u>halve</u>"),
        (
            "@media screen and (min-width: 200em), (orientation: portrait) { u { display: none } }",
            "<u>halve</u>",
        ),
        ("@media (prefers-color-scheme: dark) and (min-width: 1px) { u { display: none } }", "<u>halve</u>"),
        ("u + u, u ~ u { display: none }", "<i></i><u>halve</u><i></i>"),
        ("u:first-child, u:nth-child(3), u:last-child { display: none }", "<i></i><u>halve</u><i></i>"),
        (
            "u:not(.b), u:not(u), u:nth-child(), u:has(i), u:nth-child(x) { display: none }",
            '<u class="b">halve</u>',
        ),
        (
            'u[data-x="1"], u[data-y*=""], u[lang|="e"] { display: none }',
            '<u data-x="12" data-y="" lang="en">halve</u>',
        ),
        ("u:is(.a) { display: none }", '<u class="b">halve</u>'),
        (".b.b { display: inline } u:where(.b.b.b) { display: none }", '<u class="b">halve</u>'),
        (
            "u:not(:hover):first-child:last-child { display: inline } .b { display: none }",
            '<u class="b">halve</u>',
        ),
        ("body > u { display: none }", "<u>halve</u>"),
        (".b { display: none } #x { display: inline }", '<u class="b" id="x">halve</u>'),
        ("#x { display: inline } u.b { display: none }", '<u class="b" id="x">halve</u>'),
        (".b { display: none }", '<u class="b" style="display: inline">halve</u>'),
        (
            "@media print { .b { display: none } } @media not screen { .b { opacity: 0 } }",
            '<u class="b">halve</u>',
        ),
        ("</style><style media='print'>.b { display: none }", '<u class="b">halve</u>'),
    ],
)
def test_rules_of_a_page_hide_nothing_else(sheet, kept):
    html = f"<style>{sheet}</style><p>The fund will {kept} its stake.</p>"

    assert (clean_html(html), words_left_out(html)) == (f"<p>{HALVE}</p>", 0)


@pytest.mark.parametrize(
    ("rule", "html", "text"),
    [
        ('p::before { content: "Draft: " }', "It fell.", "Draft: It fell."),
        ('.b:after { content: " (so; it\'s sic)" }', "It <i class=b>fell</i>.", "It fell (so; it's sic)."),
        ('b::before { content: "\\2212" }', "By <b>5</b>", "By −5"),
        ('u::before { content: "-" } u::after { content: "%" }', "By <u>5</u>", "By -5%"),
        ('u::after { content: "NEW"; padding-left: 1em }', "<u>Ada</u>.", "Ada NEW."),
        ("u::after { content: attr(data-unit) }", '5<u data-unit=" km"></u>.', "5 km."),
        ('i::before { content: "not " }', "It <i>fell</i>.", "It not fell."),
        # Ornaments, what is taken back, hidden, read aloud only or counted, and pictures.
        ('p::before { content: "• " } i::after { content: " →" }', "It <i>fell</i>.", "It fell."),
        ('p::before { content: "a" } p::before { content: none }', "It fell.", "It fell."),
        ('p::before { content: "a"; display: none }', "It fell.", "It fell."),
        (
            'p::before { content: "" / "a" } i::before { content: counter(x) "." }',
            "It <i>fell</i>.",
            "It fell.",
        ),
        ('i::before { content: "a"; font-family: My Icons }', "It <i>fell</i>.", "It fell."),
        ('i::before { content: "\\f0a3" }', "It <i>fell</i>.", "It fell."),
        ('p:hover::before { content: "a" } s::before { content: "a" }', "It <s>or</s> fell.", "It fell."),
    ],
)
def test_words_that_only_a_style_sheet_has_are_seen_as_others(rule, html, text):
    assert plain_text(f"<style>{rule}</style><p>{html}</p>") == text


def test_rules_of_a_page_raise_together():
    html = "<style>.a{position:relative}p .b{top:-.5em}</style><p>10<span class='a b'>6</span> tonnes</p>"

    assert clean_html(html) == "<p>10⁶ tonnes</p>"


@pytest.mark.parametrize(
    "kept",
    [
        '<span aria-hidden="true">halve</span>',
        '<span style="color:#fff; background:navy">halve</span>',
        '<span style="background:#000"><u style="color:white">halve</u></span>',
        '<span class="hidden md:block">halve</span>',
        '<span class="not-sr-only">halve</span>',
        '<span style="text-decoration:underline">halve</span>',
        '<span style="color:#fff"><span style="background:black">halve</span></span>',
        "<x-note>halve</x-note>",
        '<span style="font-size:0.8em">halve</span>',
        '<span style="display:none; display:inline">halve</span>',
        '<span style="display:inline !important; display:none">halve</span>',
        '<span style="opacity:0.5; color:rgb(255,0,0); font:12pt Arial">halve</span>',
        '<span style="position:relative; left:-2px; max-width:0; overflow:hidden">halve</span>',
        "<ins>halve</ins>",
        "<u>halve</u>",
    ],
)
def test_what_is_seen_is_kept(kept):
    html = f"<p>The fund will {kept} its stake.</p>"

    assert (clean_html(html), words_left_out(html)) == (f"<p>{HALVE}</p>", 0)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Output fell by 10<sup>6</sup> tonnes", "Output fell by 10⁶ tonnes"),
        ("1.5 × 10<sup>−9</sup> and 10<sup>n</sup>", "1.5 × 10⁻⁹ and 10ⁿ"),
        ("2<sup>10</sup> = 1024", "2¹⁰ = 1024"),
        ("500 km<sup>2</sup>, 3 m<sup>3</sup>, R<sup>2</sup>", "500 km², 3 m³, R²"),
        ("H<sub>2</sub>O and PM<sub>2.5</sub>", "H₂O and PM_2.5"),
        ("<sup>235</sup>U and Ca<sup>2+</sup>", "²³⁵U and Ca²⁺"),
        ("the 19<sup>th</sup> century, M<sup>me</sup> Roy", "the 19th century, Mme Roy"),
        ("10<sup>q/2</sup>", "10^q/2"),
        ("$300 million<sup>[1]</sup> in 2019<sup>2</sup>.", "$300 million in 2019."),
        ('in 2019<sup><a href="#fn2">2</a></sup> and 37<a href="#n"><sup>4</sup></a>', "in 2019 and 37"),
        ("so he said.<sup>3</sup> Then*<sup>*</sup>", "so he said. Then*"),
        ("growth <sup>3</sup> , 12%<sup>1,2</sup> more", "growth, 12% more"),
        ("7/10<sup>1</sup>, 24/7<sup>3</sup>, in 5<sup>2</sup> cases", "7/10 [1], 24/7 [3], in 5 [2] cases"),
        (
            "of 10<sup>1</sup> or 3–5<sup>2</sup>, Article 5<sup>3</sup>",
            "of 10 [1] or 3–5 [2], Article 5 [3]",
        ),
        ("1.05<sup>10</sup>, 3 x 10<sup>2</sup>, 4 × 4<sup>2</sup>", "1.05¹⁰, 3 x 10², 4 × 4²"),
        ("20 kW<sup>2</sup>, 3.5<sup>2</sup>, (2<sup>3</sup>)", "20 kW², 3.5 [2], (2³)"),
        ("rose to 37<sup>4</sup> per cent", "rose to 37 [4] per cent"),
        ('10<span style="vertical-align:super">6</span>', "10⁶"),
        ("<b>10<sup>6</sup></b> tonnes", "<strong>10⁶</strong> tonnes"),
        ('<font face="Symbol">\u00b3</font> 5', "≥ 5"),
        ("<span style=\"font-family: 'Symbol', serif\">a</span>", "α"),
        ("\uf0b3 5", "≥ 5"),
        ("a ≥ b", "a ≥ b"),
        ("10<sup>6</sup><sup>1</sup> t, m<sup>2</sup><sup>3</sup>", "10⁶ [1] t, m² [3]"),
        (
            '10<sup>6</sup><sup><a href="#fn1">1</a></sup> t, 10<sup>6<a href="#fn1">1</a></sup> t',
            "10⁶ t, 10⁶ t",
        ),
        (
            "10<sup>6</sup><sup>[1]</sup> t, 10<sup>−</sup><sup>6</sup>, Ca<sup>2</sup><sup>+</sup>",
            "10⁶ t, 10⁻⁶, Ca²⁺",
        ),
        ('word<sup>1</sup><sup>,</sup><sup>2</sup>, so<sup>[<a href="#x">3</a>]</sup>', "word, so"),
        ('37<a href="https://a.example/b#cite_note-1">[1]</a> and 38<a href="#_ftn2">2</a>', "37 and 38"),
        ('<a href="#_ftnref2">[2]</a> See <a href="#note2">the second note</a>', "See the second note"),
        (
            '40<a class="footnote-ref" href="/a">5</a> at <a href="page.html">10<sup>6</sup> tonnes</a>',
            "40 at 10⁶ tonnes",
        ),
        (
            "10<sup>–6</sup>, 10<sup>‑6</sup>, 10<sup>- 6</sup>, 3x10<sup>6 </sup>t",
            "10⁻⁶, 10⁻⁶, 10⁻⁶, 3x10⁶ t",
        ),
        ("20<sup>°</sup>C, 20<sup>o</sup>C, Name<sup>®</sup>, 5<sup>%</sup>", "20°C, 20°C, Name®, 5%"),
        ("19<sup>t</sup><sup>h</sup>, the 19 <sup>th</sup>", "19th, the 19 th"),
        ("ten metres<sup>3</sup>, U<sup>235</sup>, “<sup>14</sup>C”", "ten metres³, U²³⁵, “¹⁴C”"),
        ("5 sq.km<sup>2</sup>, mètres<sup>3</sup>, the second<sup>2</sup>", "5 sq.km², mètres³, the second"),
        ("Plan B<sup>2</sup>, the EU<sup>12</sup>", "Plan B [2], the EU"),
        ("<sup>3</sup>/<sub>4</sub> or <sup>3</sup>⁄<sub>4</sub> or <sup>3</sup>⁄4", "3⁄4 or 3⁄4 or 3⁄4"),
        ("2<sup>3</sup>/<sub>4</sub>", "2 3⁄4"),
        ("<sup>10</sup> people of <sup>37</sup> spoke", "[10] people of [37] spoke"),
        ("of the <sup>new</sup> law and <sub>37</sub> or <sub>yes</sub>", "of the new law and 37 or yes"),
        ("πr<sup>2</sup>, 3x<sup>2</sup>, (1+r)<sup>n</sup>, 10<sup>⁶</sup> t", "πr², 3x², (1+r)ⁿ, 10⁶ t"),
        ("XIX<sup>e</sup> siècle, 5<sup>º</sup>, in CIVIL<sup>a</sup> law", "XIXᵉ siècle, 5º, in CIVIL law"),
        ("5<sup>1/2</sup> per cent, x<sup>1/2</sup>", "5 1⁄2 per cent, x^1/2"),
        (
            'in 2019[<a href="#_ftn1">1</a>] or (<sup>2</sup>) <b>[</b><a href="#fn3">3</a>], so',
            "in 2019 or, so",
        ),
        ("x<sub>1</sub><sup>2</sup>, 20<sup>°C</sup>, 45<sup>o</sup>N", "x₁², 20°C, 45°N"),
    ],
)
def test_marks_that_carry_meaning_are_kept_and_those_of_footnotes_are_not(typed, stored):
    assert clean_html(f"<p>{typed}</p>") == f"<p>{stored}</p>"
    assert clean_html(f"<p>{stored}</p>") == f"<p>{stored}</p>"


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        ("vertical-align: 4pt", "⁶"),
        ("vertical-align: 0.5em", "⁶"),
        ("vertical-align: 40%", "⁶"),
        ("vertical-align: text-top", "⁶"),
        ("font-size:8pt; position:relative; top:-.5em", "⁶"),
        ("position: relative; bottom: 4px", "⁶"),
        ("mso-text-raise:4.0pt", "⁶"),
        ("font-variant-position: super", "⁶"),
        ("display:inline-block; transform: translateY(-0.4em)", "⁶"),
        ("transform: translate(0, 5px)", "₆"),
        ("vertical-align: -3pt", "₆"),
        ("vertical-align: text-bottom", "₆"),
        ("position: relative; top: .25em", "₆"),
        ("position: relative; bottom: -0.25em", "₆"),
        ("mso-text-raise:-3.0pt", "₆"),
        ("vertical-align: 1px", "6"),
        ("vertical-align: baseline", "6"),
        ("vertical-align: middle", "6"),
        ("top: -.5em", "6"),
        ("position: relative; left: 4pt", "6"),
    ],
)
def test_letters_that_a_style_moves_up_or_down_are_marks(style, mark):
    assert clean_html(f'<p>by 10<span style="{style}">6</span> tonnes</p>') == f"<p>by 10{mark} tonnes</p>"


WORDS_FORMULA = (
    "<!--[if gte msEquation 12]><m:oMath><m:sSup><m:sSupPr><span><m:ctrlPr></m:ctrlPr></span></m:sSupPr>"
    "<m:e><i><m:r>10</m:r></i></m:e><m:sup><i><m:r>6</m:r></i></m:sup></m:sSup></m:oMath><![endif]-->"
    "<![if !msEquation]><img src=x><![endif]>"
)


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<msup><mn>10</mn><mn>6</mn></msup>", "10⁶"),
        ("<msup> <mn>10</mn> <mrow><mo>−</mo><mn>6</mn></mrow> </msup><mi>t</mi>", "10⁻⁶t"),
        ("<semantics><msup><mn>37</mn><mn>4</mn></msup><annotation>37^{4}</annotation></semantics>", "37⁴"),
        ("<msub><mi>H</mi><mn>2</mn></msub><mi>O</mi>", "H₂O"),
        ("<mfrac><mn>3</mn><mn>4</mn></mfrac>", "3/4"),
        ('<mfrac linethickness="0"><mi>n</mi><mn>2</mn></mfrac>', "(n over 2)"),
        ("<mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac>", "2 3/4"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a+b)/2"),
        ("<msqrt><mn>2</mn></msqrt><mo>=</mo><mroot><mi>x</mi><mn>3</mn></mroot>", "√2=³√x"),
        ("<msup><mn>20</mn><mo>∘</mo></msup><mi>C</mi>", "20°C"),
        (
            "<mi>sin</mi><mi>x</mi><mo>&lt;</mo><msup><mi>e</mi><mfrac><mi>n</mi><mn>2</mn></mfrac></msup>",
            "sin x&lt;e^(n/2)",
        ),
        ("<mmultiscripts><mi>U</mi><mprescripts/><none/><mn>235</mn></mmultiscripts>", "²³⁵U"),
        ("<del>5</del><mn>6</mn>", "6"),
    ],
)
def test_formulas_are_read_as_their_reader_sees_them(formula, text):
    assert clean_html(f"<p>by <math>{formula}</math> tonnes</p>") == f"<p>by {text} tonnes</p>"


def test_formulas_stand_apart_from_a_figure_and_are_read_from_word_and_behind_pictures():
    power = "<math><msup><mn>5</mn><mn>2</mn></msup></math>"
    behind = f'<span class="mwe-math-mathml-a11y" style="display:none">{power}</span>'
    mixed = "2<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>"

    assert clean_html(f"<p>{mixed} of {WORDS_FORMULA} and {behind}</p>") == "<p>2 3/4 of 10⁶ and 5²</p>"


def test_a_line_that_is_raised_as_a_whole_has_no_marks():
    assert (
        clean_html("<table><tr><td>Norland</td><td><sup>12</sup></td></tr></table>") == "<p>Norland | 12</p>"
    )


@pytest.mark.parametrize(
    ("rows", "stored"),
    [
        (
            "<tr><th>Country</th><th>Share</th></tr><tr><td>Norland</td><td>12%</td></tr>",
            "<p>Country | Share</p><p>Norland | 12%</p>",
        ),
        (
            "<tr><td><p>Nor<b>land</b></p></td><td></td><td>12%</td></tr>",
            "<p>Nor<strong>land</strong> | | 12%</p>",
        ),
        ("<tr><td>Norland</td><td><del>13%</del></td><td>12%</td></tr>", "<p>Norland | | 12%</p>"),
        ("<tr><td>Norland</td><td hidden>13%</td><td>12%</td></tr>", "<p>Norland | | 12%</p>"),
        (
            "<tr><td><p>A whole</p><p>article</p></td><td>aside</td></tr>",
            "<p>A whole</p><p>article</p><p>aside</p>",
        ),
        ("<tr><td>One<br>two</td><td>three</td></tr>", "<p>One two | three</p>"),
        (
            "<tr><td><p>20</p><p>30</p></td><td>6</td></tr><tr><td><ul><li>7</li><li>8</li></ul></td><td>9</td></tr>",
            "<p>20 / 30 | 6</p><p>7 / 8 | 9</p>",
        ),
        (
            "<tr><td rowspan=2>Norland</td><td>2019</td><td>5</td></tr><tr><td>2020</td><td>6</td></tr>",
            "<p>Norland | 2019 | 5</p><p>| 2020 | 6</p>",
        ),
        (
            "<tr><td>A<td rowspan=0>x<td>1</tr><tr><td>B<td>2</tr><tr><td>C<td>3</tr>",
            "<p>A | x | 1</p><p>B | | 2</p><p>C | | 3</p>",
        ),
        (
            "<tr><td colspan=2>Both</td><td>All</td></tr><tr><td>1</td><td>2</td><td>3</td></tr>",
            "<p>Both | | All</p><p>1 | 2 | 3</p>",
        ),
        ("<tr><td hidden>9</td><td>1</td></tr>", "<p>| 1</p>"),
        ("<tr></tr><tr><td>1</td></tr>", "<p>1</p>"),
    ],
)
def test_cells_of_a_row_stand_apart_on_its_line(rows, stored):
    assert clean_html(f"<table>{rows}</table>") == stored
    assert clean_html(stored) == stored


def test_lines_of_the_source_are_lines_where_a_page_shows_them_so():
    """As chats and programs put them on the clipboard."""
    poem = (
        '<div style="white-space:pre-wrap">Ada said\nno.\n\n<b>Bo</b>\nleft. '
        '<i style="white-space:normal">And\nCy.</i></div>'
    )

    assert plain_text(poem) == "Ada said\nno.\n\nBo\nleft. And Cy."
    assert plain_text("<pre>\n10\n20</pre><p>A\nB</p>") == "10\n20\nA B"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("qua\u00addru\u00adpo\u00adlar", "quadrupolar"),
        ("clu\u200bster", "cluster"),
        ("ze\u200dbra\u200cno", "zebrano"),
        ("re&shy;port\u2060s\ufeff", "reports"),
        ("ко\u00adрабль", "корабль"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬", "👩\u200d🔬"),
    ],
)
def test_characters_that_show_nothing_part_no_word(typed, stored):
    assert clean_html(f"<p>{typed}</p>") == f"<p>{stored}</p>"
