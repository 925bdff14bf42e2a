"""PDF, OpenDocument and subtitles: read as their reader sees or hears them, or refused with one clear sentence."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from intake import pdf
from intake.files import Source, Unreadable, text_of_file, text_of_paste
from intake.importing import take_in
from intake.making import make_draft
from tests.intake.items import accepted

HALVE = "The fund will halve its stake."


def read(data: bytes, name: str) -> Source:
    return text_of_file(BytesIO(data), name, len(data))


# --- PDF ---


def at(x: float, y: float, text: str, size: int = 10) -> str:
    """Text at a place of a page, as a PDF says it."""
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET"


def lines_at(x: float, y: float, *lines: str) -> list[str]:
    return [at(x, y - 12 * number, line) for number, line in enumerate(lines)]


def made_pdf(*pages: list[str], password: str = "") -> bytes:
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for content in pages:
        page = writer.add_blank_page(width=600, height=800)
        stream = DecodedStreamObject()
        stream.set_data("\n".join(content).encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_pdf_is_read_in_paragraphs_put_together_again():
    data = made_pdf(
        [
            at(50, 700, "A talk on ports", size=18),
            *lines_at(
                50,
                660,
                "Ada Lovelace said that the har-",
                "bour is full and that ships wait",
                "for days.",
            ),
            *lines_at(50, 600, "Karl Huber said that it is", "not so."),
        ]
    )

    assert read(data, "report.pdf").text.split("\n\n") == [
        "A talk on ports",
        "Ada Lovelace said that the harbour is full and that ships wait for days.",
        "Karl Huber said that it is not so.",
    ]


def test_pdf_of_two_columns_is_read_column_by_column():
    left = lines_at(50, 700, "Ada Lovelace said that the", "harbour is full and that")
    right = lines_at(320, 700, "ships wait there for days.", "Nobody counted them.")

    assert read(made_pdf([*left, *right]), "a.pdf").text == (
        "Ada Lovelace said that the harbour is full and that ships wait there for days. Nobody counted them."
    )


def test_running_heads_and_numbers_of_pages_are_no_words_of_the_report():
    pages = [
        [at(50, 780, "Annual report of the house"), *lines_at(50, 700, line), at(300, 20, f"Page {number}")]
        for number, line in enumerate(("Ada said that the", "harbour is full and", "that ships wait."), 1)
    ]

    assert read(made_pdf(*pages), "a.pdf").text == "Ada said that the harbour is full and that ships wait."


def test_lowered_figures_of_a_pdf_are_subscripts():
    data = made_pdf(
        [at(50, 700, "Of CO"), at(80, 698, "2", size=6), at(84, 700, " and"), at(110, 698, " so", size=6)]
        + [at(130, 700, " they spoke.")]
    )

    assert read(data, "a.pdf").text == "Of CO₂ and so they spoke."


def test_raised_letters_of_a_pdf_are_exponents_or_gone():
    data = made_pdf(
        [at(50, 700, "It fell by 10"), at(110, 704, "6", size=6), at(114, 700, " tonnes in 2019")]
        + [at(200, 704, "2", size=6), at(204, 700, ".")]
    )

    assert read(data, "a.pdf").text == "It fell by 10⁶ tonnes in 2019."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (made_pdf([]), "has no text, only pictures of pages"),
        (made_pdf(lines_at(50, 700, "Ada spoke."), password="secret"), "is locked with a password"),
        (made_pdf(lines_at(50, 700, "Ada spoke."))[:300], "is broken or locked"),
        (b"%PDF-1.7 ...", "is broken or locked"),
        (made_pdf(*[[]] * (pdf.MOST_PAGES + 1)), "more than 300 pages"),
    ],
    ids=["scan", "password", "cut off", "no PDF", "many pages"],
)
def test_pdf_that_cannot_be_read_is_refused_in_words(data, words):
    with pytest.raises(Unreadable, match=words):
        read(data, "report.pdf")


def test_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_SECONDS", -1)

    with pytest.raises(Unreadable, match="takes too long to read"):
        read(made_pdf(lines_at(50, 700, "Ada spoke.")), "report.pdf")


# --- OpenDocument ---

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    ]
)
STYLES = (
    '<style:style style:name="Struck"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="Under" style:parent-style-name="Struck"/>'
    '<style:style style:name="Hidden"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="White"><style:text-properties fo:color="#FFFFFF"/></style:style>'
    '<style:style style:name="Redacted"><style:text-properties fo:color="#000000" fo:background-color="#000000"/>'
    "</style:style>"
    '<style:style style:name="Nearly"><style:text-properties fo:color="#fefefe"/></style:style>'
    '<style:style style:name="Signs"><style:text-properties style:font-name="Wingdings"/></style:style>'
    '<style:style style:name="Tiny"><style:text-properties fo:font-size="1pt"/></style:style>'
    '<style:style style:name="Dark"><style:text-properties fo:color="#ffffff" fo:background-color="#000080"/>'
    "</style:style>"
    '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<text:list-style style:name="Counted"><text:list-level-style-number style:num-format="1"/></text:list-style>'
    '<text:list-style style:name="From4"><text:list-level-style-number style:num-format="I" text:start-value="4"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a"/>'
    "</text:list-style>"
)


def odt(body: str, **parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            archive.writestr(f"{name}/content.xml", content)
    return file.getvalue()


@pytest.mark.parametrize("style", ["Struck", "Under", "Hidden", "White", "Redacted", "Nearly", "Tiny"])
def test_odt_is_read_without_what_was_struck_out_or_hidden(style):
    body = (
        f'<text:p>The fund will <text:span text:style-name="{style}">double</text:span> halve its'
        "<office:annotation><text:p>really?</text:p></office:annotation> stake.</text:p>"
    )

    assert read(odt(body), "report.odt") == (HALVE, 2, ())  # "really?" too


def test_words_of_notes_in_odt_are_counted_as_left_out():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the annex.</text:p>"
        "</text:note-body></text:note>"
    )

    assert read(odt(f"<text:p>The fund will halve its{note} stake.</text:p>"), "report.odt") == (HALVE, 3, ())


def test_white_words_on_a_dark_ground_are_read():
    span = '<text:span text:style-name="{}">halve</text:span>'
    cell = f"<table:table><table:table-row><table:table-cell><text:p>{span.format('White')}</text:p></table:table-cell>"
    body = f"<text:p>It will {span.format('Dark')} so.</text:p>{cell}</table:table-row></table:table>"
    rtf = (
        rb"{\rtf1{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}It will {\cf1\chcbpat2 halve} so.}"
    )

    assert read(odt(body), "report.odt") == ("It will halve so.\n\nhalve", 0, ())
    assert read(rtf, "report.rtf") == ("It will halve so.", 0, ())


def test_odt_is_read_without_its_tracked_deletions():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>double</text:p></text:deletion>"
        f"</text:changed-region></text:tracked-changes><text:p>{HALVE}</text:p>"
    )

    assert read(odt(body), "report.odt") == (HALVE, 1, ())


@pytest.mark.parametrize(
    "gone",
    [
        '<text:section text:display="none"><text:p>double</text:p></text:section>',
        '<text:section text:display="condition" text:is-hidden="true"><text:p>double</text:p></text:section>',
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>double</text:p>',
        '<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>double</text:p>'
        "</table:table-cell></table:table-row></table:table>",
    ],
)
def test_odt_is_read_without_its_hidden_parts(gone):
    body = f"{gone}<text:section><text:p>{HALVE}</text:p></text:section>"

    assert read(odt(body), "report.odt") == (HALVE, 1, ())


def test_odt_is_read_as_its_pages_show_it():
    body = (
        "<text:p>Before <draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box><svg:desc>A map</svg:desc>"
        '</draw:frame>after<text:variable-set text:display="none">no</text:variable-set></text:p>'
        "<text:p><text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby>京"
        '<text:script>alert()</text:script> <text:span text:style-name="Signs">\uf0fc</text:span></text:p>'
        "<draw:frame><draw:text-box><text:p>At last</text:p></draw:text-box></draw:frame>"
        "<text:p>Ada <draw:custom-shape><text:p>In a shape</text:p></draw:custom-shape>spoke.</text:p>"
    )

    assert read(odt(body), "a.odt").text.split("\n\n") == [
        "Before after", "In a box", "東京 ✓", "At last", "Ada spoke.", "In a shape",
    ]  # fmt: skip


def test_odt_keeps_marks_cells_and_items():
    body = (
        '<text:h>A title</text:h><text:p>10<text:span text:style-name="Up">6</text:span><text:s/>t</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Norland</text:p></table:table-cell>"
        "<table:table-cell><text:p>12%</text:p></table:table-cell></table:table-row></table:table>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        '<text:list text:style-name="Counted"><text:list-item><text:p>first</text:p></text:list-item></text:list>'
    )

    assert read(odt(body), "a.odt").text.split("\n\n") == [
        "A title", "10⁶ t", "Norland | 12%", "• one", "1. first",
    ]  # fmt: skip


def test_odt_is_read_without_links_to_footnotes():
    link = '<text:a x:href="#_ftn1" xmlns:x="http://www.w3.org/1999/xlink">'
    body = f'10<text:span text:style-name="Up">6{link}1</text:a></text:span> t{link}[1]</text:a> or {link}so</text:a>'

    assert read(odt(f"<text:p>{body}</text:p>"), "a.odt").text == "10⁶ t or so"


def test_odt_keeps_its_formulas():
    def at(name):
        links = 'xmlns:x="http://www.w3.org/1999/xlink"'
        return f'<draw:frame {links}><draw:object x:href="./{name}"/></draw:frame>'

    power = "<msup><mn>10</mn><mn>6</mn></msup><annotation>10^6</annotation>"
    math = f'<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>{power}</semantics></math>'
    data = odt(
        f"<text:p>by {at('A')} t or {at('B')}{at('None')} less</text:p>",
        A=math,
        B=f"<chart {NAMES}>5</chart>",
    )

    assert read(data, "a.odt").text == "by 10⁶ t or less"


def test_odt_keeps_the_numbers_of_its_lists():
    def items(words, more=""):
        written = "".join(
            f"<text:list-item><text:p>{word}</text:p></text:list-item>" for word in words.split()
        )
        return f'<text:list text:style-name="From4" {more}>{written}</text:list>'

    body = (
        items("four five")
        + "<text:p>Between</text:p>"
        + items("six", 'text:continue-numbering="true"')
        + items("four").replace(
            "</text:p>", f"</text:p>{items('first second')}".replace(' text:style-name="From4"', "")
        )
    )

    assert read(odt(body), "a.odt").text.split("\n\n") == [
        "IV. four",
        "V. five",
        "Between",
        "VI. six",
        "IV. four",
        "a. first",
        "b. second",
    ]


# --- Rich text ---


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"The fund will {\strike double }halve its stake.", HALVE),
        (r"The fund will \strike double \strike0 halve its stake.", HALVE),
        (r"The fund will {\v double }{\deleted or so }halve its stake.", HALVE),
        (r"10{\super 6} t in 2019{\super 2}.\par H{\sub 2}O", "10⁶ t in 2019.\n\nH₂O"),
        (
            r"10{\up6 1}{\up6\b 2} t\par H{\dn6 2}O\par H\dn 2\dn0 O and {\up1 so}",
            "10¹² t\n\nH₂O\n\nH₂O and so",
        ),
        (r"Ren\'e9 \u8805?5, \u1052 ?\u1080 ?\u1088 ?\emdash x \{a\}", "René ≥5, Мир—x {a}"),
        (
            r"{\fonttbl{\f0\fcharset0 Arial;}{\f3\froman\fcharset2\fprq2{\*\panose 05}Symbol;}{\f4\fcharset204 Times;}}"
            r"{\f3 \'b3 a\'61}, \f4 \'cc\'e8\'f0\plain  a\u-3917?",
            "≥ αα, Мир a≥",
        ),
        (
            r"{\fonttbl\f0 Arial;\f1\fcharset2 Symbol;}{\listtext\f1\'b7\tab}one\par{\pntext 4.\tab}four",
            "• one\n\n4. four",
        ),
        (
            r"\trowd One\par two\line x\cell three\cell\row a\nestcell b\nestcell{\*\nesttableprops\nestrow}\par\cell",
            "One\n\ntwo\nx | three\n\na | b",
        ),
        (r"\u-10179?\u-8704? and all", "😀 and all"),
        (r"{\fonttbl{\f1\fcharset2 Webdings;}}{\f1 a} so {\webhidden 5}", "\ufffd so 5"),
        (r"{\*\generator x}{\fonttbl{\f0 Arial;}}{\header Head}Words{\footnote note}.", "Words."),
        (r"\trowd Norland\cell 12%\cell\row\pard After", "Norland | 12%\n\nAfter"),
        # A drawn box stands beside its paragraph, and is told once though it is there for old readers too.
        (
            r"Before {\shp{\*\shpinst\shpleft5{\sp{\sn name}{\sv Box 1}}{\shptxt\pard In a\par box\par}}"
            r"{\shprslt{\*\do\dptxbx{\dptxbxtext In a box}}}}after.\par Then {\*\do\dptxbx{\dptxbxtext an old one}}.",
            "Before after.\n\nIn a\n\nbox\n\nThen .\n\nan old one",
        ),
        # By the letters of a font, of which some have two bytes; and of old documents.
        (
            r"{\fonttbl\f0\fcharset128 A;\f1\fcharset134 B;}"
            r"\f0 \'93\'8c\'8b\'9e, \f1 \'b1\'b1\'be\'a9, {\uc2\u8364\'a2\'e3}",
            "東京, 北京, €",
        ),
        (r"\mac caf\'8e", "café"),
        # Entries of an index are none of the words; what an object shows is; a formula is only a picture.
        (r"Ada{\xe {index}}{\tc Ada} spoke {\object{\*\objclass Word}{\result{of 5}}}.", "Ada spoke of 5."),
        (r"By {\object{\*\objclass Equation.3}{\result{\pict 01}}}.{\upr{b}{\*\ud{ c}}}", "By [formula]. c"),
        # Formulas with the signs that they are written with.
        (
            r"By {\mmath{\*\moMath{\msSup{\msSupPr{\mctrlPr}}{\me{\mr 10}}{\msup{\mr 6}}}}} t, "
            r"{\mmath{\*\moMath{\mf{\mfPr{\mtype bar}}{\mnum{\mr 1}}{\mden{\mr 2}}}}}, "
            r"{\*\moMath{\md{\mdPr{\mbegChr [}{\mendChr ]}{\mgrow 1}}{\me{\mr x}}}}",
            "By 10⁶ t, 1/2, [x]",
        ),
        # Of a field what it shows; or what it would, where there is only its code.
        (
            r"By 5{\field{\*\fldinst { EQ \\f(1,2)}}{\fldrslt }}, {\field{\*\fldinst HYPERLINK x}{\fldrslt so}}",
            "By 5 1/2, so",
        ),
        (r"At {\strike {\field{\*\fldinst EQ \\r(2)}}}{\field{\*\fldinst SYMBOL 179 \\f Symbol}}5", "At ≥5"),
    ],
)
def test_rtf_is_read_as_its_reader_sees_it(body, text):
    data = ("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode("latin-1")

    assert read(data, "report.rtf").text == text


def test_words_that_rtf_leaves_out_are_counted():
    assert read(rb"{\rtf1 Ada {\strike never ever }spoke.}", "report.rtf").left_out == 2
    white = (
        rb"{\rtf1{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}Ada {\cf2 never }{\fs2 ever }spoke.}"
    )
    assert read(white, "report.rtf")[:2] == ("Ada spoke.", 2)
    colours = rb"{\rtf1{\colortbl;\red0\green0\blue0;\red254\green254\blue254;}"
    under_a_pen = colours + rb"Ada {\cf1\highlight1 never }{\cf2 ever }spoke.}"
    assert read(under_a_pen, "report.rtf")[:2] == ("Ada spoke.", 2)
    note = rb"{\rtf1 Ada{\super 1}{\footnote{\super 1} See the\par annex.} spoke{\*\annotation Really?}.}"
    assert read(note, "report.rtf")[:2] == ("Ada spoke.", 5)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1 " + b"{" * 100_000, "nested too deeply"),
        (b"{\\rtf1 }", "There is no text in it"),
        (b"Ada spoke.", "not a .rtf file"),
    ],
)
def test_rtf_that_cannot_be_read_is_refused_in_words(data, words):
    with pytest.raises(Unreadable, match=words):
        read(data, "report.rtf")


# --- Subtitles ---

VTT = """WEBVTT - A talk on ports

NOTE made by hand

1
00:00:01.000 --> 00:00:05.000 align:start
<v Ada Lovelace>The harbour is <i>full</i>, &amp; ships wait

00:00:05.500 --> 00:00:09.000
<v Ada Lovelace>for three days.

01:00:10.000 --> 01:00:14.000
<v.loud Karl Huber>That is not so.</v> <v Ada Lovelace>It is.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:05,000
Ada Lovelace: The harbour is full, & ships wait

2
00:00:05,500 --> 00:00:09,000
for three days.

3
01:00:10,000 --> 01:00:14,000
- Karl Huber: That is not so.
- Ada Lovelace: It is.
"""
TURNS = [
    ("Ada Lovelace: The harbour is full, & ships wait for three days.", 1),
    ("Karl Huber: That is not so.", 3610),
    ("Ada Lovelace: It is.", 3610),
]


@pytest.mark.parametrize(
    ("text", "name", "turns"),
    [
        (VTT, "talk.vtt", [("A talk on ports", 0), *TURNS]),
        (VTT.replace("\n", "\r\n"), "talk.txt", [("A talk on ports", 0), *TURNS]),
        (SRT, "talk.srt", TURNS),
        ("\ufeff" + SRT, "talk.srt", TURNS),
    ],
)
def test_subtitles_are_read_as_turns_with_their_second(text, name, turns):
    source = read(text.encode(), name)

    assert list(zip(source.text.split("\n\n"), source.seconds, strict=True)) == turns


@pytest.mark.django_db
def test_turns_become_quotes_with_their_second():
    source = text_of_paste(VTT)
    intake, _ = take_in(source.text, seconds=source.seconds)

    event = make_draft(intake, accepted(intake.items)).event

    told = [(s.said_by, s.evidence, s.recording_offset) for s in event.statements.all()]
    assert told == [
        ("Ada Lovelace", "quote", 1),
        ("Karl Huber", "quote", 3610),
        ("Ada Lovelace", "quote", 3610),
    ]


@pytest.mark.parametrize("text", ["WEBVTT\n\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ada>\n"])
def test_subtitles_without_words_are_refused(text):
    with pytest.raises(Unreadable, match="There is no text in it"):
        read(text.encode(), "empty.vtt")
