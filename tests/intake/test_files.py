"""What is handed in is hostile, or only clumsy: it is read, or refused with one clear sentence."""

import zipfile
from io import BytesIO

import pytest

from intake import files, packed
from intake.files import Unreadable, text_of_file, text_of_paste

OFFICE = "http://schemas.openxmlformats.org"
WORD = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:mc="{OFFICE}/markup-compatibility/2006"'
    f' xmlns:r="{OFFICE}/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:dgm="{OFFICE}/drawingml/2006/diagram"'
    f' xmlns:a="{OFFICE}/drawingml/2006/main"'
)
RUSSIAN = "Алексей Маслов заявил, что санкции не отменят."


def docx(document: str | bytes, name: str = "word/document.xml", parts: dict | None = None) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in {name: document, **(parts or {})}.items():
            archive.writestr(part, content)
    return file.getvalue()


def document(*paragraphs: str, before: str = "") -> str:
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    return f'<?xml version="1.0"?>{before}<w:document {WORD}><w:body>{body}</w:body></w:document>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def read(data: bytes, name: str) -> str:
    return text_of_file(BytesIO(data), name, len(data)).text


def marked(text: str, *marks: str) -> str:
    """A run under such properties."""
    return f"<w:r><w:rPr>{''.join(f'<w:{mark}/>' for mark in marks)}</w:rPr><w:t>{text}</w:t></w:r>"


def test_docx_is_read_paragraph_by_paragraph():
    data = docx(document(run("A ") + run("title"), run("Ada said") + "<w:r><w:br/></w:r>" + run("so.")))

    assert read(data, "report.docx") == "A title\n\nAda said\nso."


def test_docx_is_read_without_what_a_tracked_change_removed():
    data = docx(document(run("Ada said ") + f"<w:del>{run('no')}</w:del>" + f"<w:ins>{run('yes')}</w:ins>"))

    assert read(data, "report.docx") == "Ada said yes"


def test_docx_under_another_name_is_still_read():
    assert read(docx(document(run("Ada spoke."))), "report.txt") == "Ada spoke."


def test_docx_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(packed, "MOST_XML_BYTES", 100_000)
    bomb = docx(document(run("A" * 3_000_000)))

    with pytest.raises(Unreadable, match="unpacks to far more than a report"):
        read(bomb, "bomb.docx")


def test_docx_with_entities_is_refused():
    entities = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'

    with pytest.raises(Unreadable, match="declarations that no document needs"):
        read(docx(document(run("&b;"), before=entities)), "report.docx")


def test_docx_nested_without_end_is_refused():
    deep = docx(f"<w:document {WORD}>" + "<w:p>" * 10_000)

    with pytest.raises(Unreadable, match="nested too deeply"):
        read(deep, "report.docx")


@pytest.mark.parametrize(
    "data",
    [
        docx(document(run("Ada spoke.")))[:-40],
        docx(document(run("Ada spoke.")))[:60],
        docx("<w:document"),
        docx(b"\xff\xfe\x00<"),
        docx('<?xml version="1.0" encoding="rot13"?><a/>'),
    ],
    ids=["end cut off", "beginning alone", "half a tag", "no XML", "no encoding"],
)
def test_broken_docx_is_refused_with_a_way_on(data):
    with pytest.raises(Unreadable, match="broken or locked: save it anew, or paste its text"):
        read(data, "report.docx")


def test_archive_that_is_no_document_is_refused():
    with pytest.raises(Unreadable, match="an archive but no document"):
        read(docx("x", name="holiday.jpg"), "report.docx")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"Ada spoke.", "report.pdf", "not a .pdf file, whatever its name says"),
        (b"\xd0\xcf\x11\xe0rest", "report.doc", "old Word file"),
        (b"Ada spoke.", "report.docx", "not a .docx file, whatever its name says"),
        (b"Ada spoke.", "report.exe", "A file of this kind cannot be read"),
        (bytes(range(256)) * 20, "report.txt", "There is no text in this file"),
        (b"   \n\n", "report.txt", "There is no text in it"),
        (b"\xff\xfeA", "report.txt", "This file is broken"),
    ],
)
def test_other_files_are_refused_by_name(data, name, words):
    with pytest.raises(Unreadable, match=words):
        read(data, name)


def test_file_is_not_read_past_its_bound():
    class Endless:
        given = 0

        def read(self, size):
            self.given += size
            return b"a" * size

    file = Endless()

    with pytest.raises(Unreadable, match="too big"):
        text_of_file(file, "report.txt")
    assert file.given == files.MOST_BYTES + 1


def test_file_that_says_it_is_too_big_is_not_read_at_all():
    with pytest.raises(Unreadable, match=r"too big \(50 MB\)"):
        text_of_file(None, "report.txt", size=50 * files.MEGABYTE)


def test_text_longer_than_a_report_is_refused():
    with pytest.raises(Unreadable, match="more than 1 million characters"):
        text_of_paste("Ada said so. " * 100_000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_russian_is_read_in_any_usual_encoding(encoding):
    text = f"Пресс-конференция\n\n{RUSSIAN}"

    assert read(text.encode(encoding), "report.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_western_accents_are_read_in_any_usual_encoding(encoding):
    assert read("José Müller said so.".encode(encoding), "report.txt") == "José Müller said so."


def test_html_file_is_read_by_the_charset_that_it_names():
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'

    assert read(page.encode("cp1251"), "report.html") == RUSSIAN


def test_charset_that_is_none_is_passed_over():
    page = '<meta charset="undefined"><p>José said so.</p>'

    assert read(page.encode("cp1252"), "report.html") == "José said so."


def test_html_is_read_without_scripts_and_styles():
    page = "<h1>Title</h1><script>steal()</script><style>p{}</style><p>Ada <b>said</b> so.<p>Bo <i>too</i>."

    assert text_of_paste(page).text == "Title\n\nAda said so.\n\nBo too."


@pytest.mark.parametrize(
    "page", ["<div>" * 100_000, "<p>" * 200_000, "<div></b>" * 40_000], ids=["deep", "many", "sly"]
)
def test_html_that_is_all_mark_up_is_refused_at_once(page):
    with pytest.raises(Unreadable, match="more mark-up than a report can have"):
        read(f"{page}Ada".encode(), "report.html")


def test_markdown_is_read_without_its_marks():
    text = (
        "# Title\n\n> **Ada** said [so](https://example.org/x_y).\n\n* one\n* 2 * 3 * 4 and snake_case_name"
    )

    assert read(text.encode(), "report.md") == (
        "Title\n\nAda said so.\n\n• one\n\n• 2 * 3 * 4 and snake_case_name"
    )


def test_plain_text_keeps_every_character_in_its_place():
    assert text_of_paste("A\r\nB\x00C\u2028D").text == "A\nB C\nD"


# --- What a reader of the source sees, by every way in ---

HALVE = "The fund will halve its stake."


@pytest.mark.parametrize(
    "gone",
    [
        f"<w:del>{run('double ')}</w:del>",
        '<w:del><w:r><w:delText xml:space="preserve">double </w:delText></w:r></w:del>',
        marked("double ", "strike"),
        marked("double ", "dstrike"),
        marked("double ", "vanish"),
        marked("double ", 'rStyle w:val="Struck"'),
        marked("double ", 'rStyle w:val="AlsoStruck"'),
        marked("double ", 'color w:val="FFFFFF"'),
        marked("double ", 'color w:val="FEFEFE"'),
        marked("double ", 'color w:val="FFFF00"', 'shd w:fill="FFFF00"'),
        marked("double ", 'highlight w:val="black"'),
        marked("double ", 'sz w:val="2"'),
        run("d\u0336o\u0336u\u0336b\u0336l\u0336e\u0336 "),
    ],
)
def test_docx_is_read_without_what_was_struck_out_or_hidden(gone):
    styles = (
        f'<w:styles {WORD}><w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="AlsoStruck"><w:basedOn w:val="Struck"/></w:style></w:styles>'
    )
    text = document(run("The fund will ") + gone + f"<w:ins>{run('halve its stake.')}</w:ins>")

    source = text_of_file(BytesIO(docx(text, parts={"word/styles.xml": styles})), "report.docx")

    assert (source.text, source.left_out) == (HALVE, 1)


def row(text: str, looks: str = "", cell_looks: str = "") -> str:
    return f"<w:tr><w:trPr>{looks}</w:trPr><w:tc><w:tcPr>{cell_looks}</w:tcPr><w:p>{run(text)}</w:p></w:tc></w:tr>"


@pytest.mark.parametrize(
    ("gone", "left_out"),
    [
        (f"<w:tbl>{row('double', '<w:del/>')}{row('triple', '<w:hidden/>')}</w:tbl>", 2),
        (f"<w:tbl>{row('double', '', '<w:cellDel/>')}</w:tbl>", 1),
        # Of what is one cell with the one above or before it only that one is shown.
        (
            f"<w:tbl>{row('double', '', '<w:vMerge/>')}{row('or so', '', '<w:hMerge w:val="continue"/>')}</w:tbl>",
            3,
        ),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{run('Tap')}</w:p></w:sdtContent></w:sdt>",
            0,
        ),
        (f"<w:p><w:moveFrom>{run('double')}</w:moveFrom></w:p>", 0),
        (
            f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:del>{run("double")}</w:del></w:p>',
            1,
        ),
    ],
)
def test_docx_is_read_without_parts_that_are_not_there(gone, left_out):
    written = f"<w:sdt><w:sdtContent><w:p>{run('And')}</w:p></w:sdtContent></w:sdt>"
    kept = f"<w:tbl>{row('Norland', '<w:cantSplit/>')}</w:tbl>{written}"
    text = document(run(HALVE)).replace("</w:body>", f"{gone}{kept}</w:body>")

    source = text_of_file(BytesIO(docx(text)), "report.docx")

    assert (source.text, source.left_out) == (f"{HALVE}\n\nNorland\n\nAnd", left_out)


def test_docx_keeps_what_is_struck_out_no_longer():
    back = marked("halve its stake.", 'strike w:val="0"')
    was = "<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>The fund will </w:t></w:r>"

    assert read(docx(document(was + back)), "report.docx") == HALVE


def test_docx_keeps_white_words_on_a_dark_ground():
    grey = marked("its ", 'color w:val="7F7F7F" w:themeColor="background1" w:themeShade="80"')
    dark = marked("halve ", 'color w:val="FFFFFF"', 'shd w:fill="1F3864"') + grey
    cell = f"<w:tbl><w:tr><w:tc><w:p>{marked('Norland', 'color w:val="FFFFFF"')}</w:p></w:tc></w:tr></w:tbl>"
    text = document(run("The fund will ") + dark + run("stake.")).replace("</w:body>", f"{cell}</w:body>")

    assert read(docx(text), "report.docx") == f"{HALVE}\n\nNorland"


def test_docx_keeps_marks_and_symbols():
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    tick = '<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>'
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>'
    up, down = 'vertAlign w:val="superscript"', 'vertAlign w:val="subscript"'
    text = document(
        run("It fell by 10")
        + marked("6", up)
        + run(" t in 2019")
        + marked("2", up)
        + run(" (")
        + sign
        + run(" 5)"),
        run("H") + marked("2", down) + run("O") + "<w:r><w:softHyphen/><w:footnoteReference w:id='1'/></w:r>",
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>a</w:t></w:r>'
        + run(" and \uf0a3, 37")
        + own
        + tick,
    )

    assert read(docx(text), "report.docx") == "It fell by 10⁶ t in 2019 (≥ 5)\n\nH₂O\n\nα and ≤, 37☒"


def test_docx_keeps_what_a_number_of_half_points_raises_or_lowers():
    styles = (
        f'<w:styles {WORD}><w:style w:type="character" w:styleId="Up"><w:rPr><w:position w:val="8"/></w:rPr></w:style>'
        "</w:styles>"
    )
    up, down = 'position w:val="8"', 'position w:val="-6"'
    text = document(
        run("10") + marked("1", up) + marked("2", up, "b") + run(" t, 10") + marked("6", 'rStyle w:val="Up"'),
        run("H") + marked("2", down) + run("O, 10") + marked("6", 'rStyle w:val="Up"', 'position w:val="0"'),
    )

    assert read(docx(text, parts={"word/styles.xml": styles}), "report.docx") == "10¹² t, 10⁶\n\nH₂O, 106"


def test_words_of_notes_and_comments_are_counted_as_left_out():
    notes = {
        f"word/{name}.xml": f"<w:{name} {WORD}><w:note><w:p>{run('See the annex.')}</w:p></w:note></w:{name}>"
        for name in ("footnotes", "endnotes", "comments")
    }

    source = text_of_file(BytesIO(docx(document(run(HALVE)), parts=notes)), "report.docx")

    assert (source.text, source.left_out) == (HALVE, 9)


def test_docx_is_read_without_links_to_footnotes():
    up = 'vertAlign w:val="superscript"'
    note = f'<w:hyperlink w:anchor="_ftn1">{marked("1", up)}</w:hyperlink>'
    link = f'<w:hyperlink w:anchor="_Toc1">{run("at 10")}{marked("6", up)}</w:hyperlink>'

    assert read(docx(document(link + note + run(" t"))), "a.docx") == "at 10⁶ t"


def test_docx_keeps_its_formulas():
    def written(text):
        return f"<m:r><w:rPr><w:b/></w:rPr><m:t>{text}</m:t></m:r>"

    power = f"<m:sSup><m:sSupPr><m:ctrlPr/></m:sSupPr><m:e>{written(10)}</m:e><m:sup>{written(6)}</m:sup></m:sSup>"
    part = f"<m:f><m:num>{written(3)}</m:num><m:den>{written('n+1')}</m:den></m:f>"
    brackets = (
        f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{written("a")}</m:e></m:d>'
    )
    body = run("by ") + f"<m:oMath>{power}</m:oMath>" + run(" t, ") + f"<m:oMath>{part}{brackets}</m:oMath>"
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

    assert read(docx(document(body).replace(WORD, f"{WORD} {math}")), "a.docx") == "by 10⁶ t, 3/(n+1)[a]"


def test_docx_keeps_the_cells_of_a_row_apart():
    rows = [("Country", "Share"), ("Norland", "12%")]
    cells = ["".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows]
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p>{run("9%")}</w:p></w:tc></w:tr>'
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells) + late
    text = document(run("Before")).replace("</w:body>", f"<w:tbl>{table}</w:tbl></w:body>")

    assert read(docx(text), "report.docx") == "Before\n\nCountry | Share\n\nNorland | 12%\n\n| 9%"


def test_docx_keeps_the_items_of_its_lists():
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="{kind}"/></w:lvl>'
        "</w:abstractNum>"
        for n, kind in enumerate(("bullet", "decimal"))
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    anew = f'<w:num w:numId="3"><w:abstractNumId w:val="1"/>{again}</w:num>'
    lists = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))

    def item(list_id, text):
        return f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>{run(text)}'

    text = document(item(1, "one"), item(2, "first"), item(2, "second"), item(3, "ninth"), item(0, "none"))
    parts = {"word/numbering.xml": f"<w:numbering {WORD}>{kinds}{lists}{anew}</w:numbering>"}

    assert read(docx(text, parts=parts), "a.docx") == "• one\n\n4. first\n\n5. second\n\n9. ninth\n\nnone"


def field(*kinds: str) -> str:
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)


def coded(code: str, before: str = "") -> str:
    """A field of which the document has no more than its code."""
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{run(before)}{field('begin')}{code}{field('separate', 'end')}"


def box(text: str) -> str:
    return f"<w:pict><w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent></w:pict>"


def drawn_twice(new: str, old: str) -> str:
    return f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("paragraphs", "lines"),
    [
        # Of a field what it shows, and no code of it: of one that is no more than a mark, nothing.
        ([f"{field('begin')}{run('XE index')}{field('end')}{run('word')}"], ["word"]),
        (
            [
                f"{field('begin')}{run('IF ')}{field('begin', 'separate')}"
                f"{run('in')}{field('end', 'separate')}{run('out')}"
            ],
            ["out"],
        ),
        ([f"{field('begin')}{run('kept')}", run("too")], ["kept", "too"]),
        # A box stands beside its paragraph, and does not part it.
        (
            [
                f"{run('Before ')}<w:r><w:pict><w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent>"
                f"</w:pict></w:r>{run('after')}"
            ],
            ["Before after", "In a box"],
        ),
        ([f"<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('One ')}", run("line")], ["One line"]),
        # The same drawing for new and for old readers is told once, by whichever of them has words.
        (
            [f"{run('Ada spoke.')}<w:r>{drawn_twice(box('In a box'), box('In a box'))}</w:r>"],
            ["Ada spoke.", "In a box"],
        ),
        (
            [f"{run('Ada spoke.')}<w:r>{drawn_twice('', box('For old ones'))}</w:r>"],
            ["Ada spoke.", "For old ones"],
        ),
        (
            [f"{run('Ada.')}<w:r><w:pict><v:textpath string='A drawn title'/></w:pict></w:r>"],
            ["Ada.", "A drawn title"],
        ),
        # What Word works out of the code of a field each time that it shows it.
        ([coded(r"EQ \f(1,2)", "It rose by 5")], ["It rose by 5 1/2"]),
        ([coded(r"EQ 10\s\up8(6)", "By "), coded(r"EQ H\s\do4(2)O")], ["By 10⁶", "H₂O"]),
        ([coded(r"EQ \r(3;x+1) = \b\bc\[(\f(1,5;2))")], ["³√(x+1) = [1,5/2]"]),
        ([coded(r"EQ \i\su(i=1,n,x\s\do4(i))")], ["∑ᵢ₌₁ⁿ xᵢ"]),
        ([coded(r'SYMBOL 179 \f "Symbol"', "At ") + run("5")], ["At ≥5"]),
        ([f"{run('CO')}<w:fldSimple w:instr=' EQ \\s\\do4(2)'/>"], ["CO₂"]),
        ([f"<w:del>{coded(r'EQ \f(1,2)')}</w:del>", run("So.")], ["So."]),
        # A formula of which there is only a picture.
        (
            [run("By ") + "<w:r><w:object><o:OLEObject ProgID='Equation.3'/></w:object></w:r>"],
            ["By [formula]"],
        ),
        (
            [f"<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\u00a7</w:t></w:r>{run(' five')}"],
            ["▪ five"],
        ),
    ],
)
def test_docx_is_read_as_its_pages_show_it(paragraphs, lines):
    assert read(docx(document(*paragraphs)), "report.docx").split("\n\n") == lines


def parts_named(**targets: str) -> str:
    """What tells which part of a document is meant by which name."""
    told = "".join(f'<Relationship Id="{name}" Target="{target}"/>' for name, target in targets.items())
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{told}</Relationships>'


def test_words_of_a_diagram_are_the_list_that_its_author_wrote():
    def point(number, text, kind="node"):
        words = f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>"
        return f'<dgm:pt modelId="{number}" type="{kind}">{words}</dgm:pt>'

    def joined(above, below, place):
        return f'<dgm:cxn srcId="{above}" destId="{below}" srcOrd="{place}"/>'

    points = (
        point(0, "", "doc")
        + point(1, "Ice")
        + point(2, "Grain")
        + point(3, "Rye")
        + point(9, "x", "parTrans")
    )
    data = (
        f"<dgm:dataModel {WORD}><dgm:ptLst>{points}</dgm:ptLst>"
        f"<dgm:cxnLst>{joined(0, 1, 1)}{joined(0, 2, 0)}{joined(2, 3, 0)}</dgm:cxnLst></dgm:dataModel>"
    )
    text = document(
        run("Ada showed") + "<w:r><w:drawing><dgm:relIds r:dm='a'/></w:drawing></w:r>" + run(" this.")
    )
    parts = {
        "word/diagrams/data1.xml": data,
        "word/_rels/document.xml.rels": parts_named(a="diagrams/data1.xml"),
    }

    assert read(docx(text, parts=parts), "a.docx").split("\n\n") == [
        "Ada showed this.",
        "• Grain",
        "• Rye",
        "• Ice",
    ]


ARCHIVED_PAGE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; "
    "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<p>The fund will <s>double</s>=\r\n halve its stake by 10=E2=81=B6.</p>\r\n--x--\r\n"
)


@pytest.mark.parametrize(
    ("name", "part", "text", "left_out"),
    [
        ("a.html", "<style>i{display:none}</style><p>The fund <i>never</i> paid.<!--", "The fund paid.", 1),
        ("a.rtf", r"{\rtf1 The fund {\strike never }paid.}", "The fund paid.", 1),
        ("a.txt", "The fund paid.", "The fund paid.", 0),
        (
            "a.docx",
            docx(document(run("The fund ") + marked("never ", "strike") + run("paid."))),
            "The fund paid.",
            1,
        ),
        ("a.mht", ARCHIVED_PAGE, "The fund will halve its stake by 10⁶.", 1),
    ],
)
def test_docx_is_read_with_texts_of_other_kinds_in_it(name, part, text, left_out):
    parts = {f"word/{name}": part, "word/_rels/document.xml.rels": parts_named(a=f"/word/{name}")}
    body = document(run("Before.")).replace(
        "</w:body>", f"<w:altChunk r:id='a'/><w:p>{run('After.')}</w:p></w:body>"
    )

    source = text_of_file(BytesIO(docx(body, parts=parts)), "report.docx")

    assert (source.text.split("\n\n"), source.left_out) == (["Before.", text, "After."], left_out)


def test_docx_with_a_part_that_nobody_can_read_is_refused_with_a_way_on():
    body = document(run("Before.")).replace("</w:body>", "<w:altChunk r:id='a'/></w:body>")

    with pytest.raises(Unreadable, match="open it in Word, save it anew"):
        read(docx(body), "report.docx")


def test_docx_that_is_strict_is_read_as_others():
    strict = document(run("Ada ") + marked("never ", "strike") + run("spoke.")).replace(
        f"{OFFICE}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )

    assert read(docx(strict), "report.docx") == "Ada spoke."


def test_docx_joins_paragraphs_whose_parting_was_struck_out():
    """Its reader sees one, and one item; what was struck out between them is no reason to part them."""
    gone = "<w:rPr><w:del/></w:rPr>"
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    lists = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    text = document(
        f"<w:pPr>{item}{gone}</w:pPr>{run('Ada said ')}",
        f"<w:pPr>{gone}</w:pPr><w:del>{run('no')}</w:del>",
        f"<w:pPr>{item}</w:pPr>{run('yes.')}",
        f"<w:pPr>{item}</w:pPr>{run('Bo too.')}",
    )

    assert read(docx(text, parts={"word/numbering.xml": lists}), "a.docx") == "1. Ada said yes.\n\n2. Bo too."


def test_docx_tells_not_how_characters_are_read():
    ruby = f"<w:r><w:ruby><w:rt>{run('とう')}</w:rt><w:rubyBase>{run('東')}</w:rubyBase></w:ruby></w:r>"

    assert read(docx(document(ruby + run("京 is far"))), "a.docx") == "東京 is far"


def test_docx_numbers_its_items_as_their_reader_sees():
    levels = [
        ("lowerLetter", "(%1)"),
        ("upperRoman", "%2."),
        ("decimalZero", "§ %1.%2.%3"),
        ("russianLower", "%4)"),
    ]
    level = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="2"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    numbering = (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def item(level, text):
        return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(text)}'

    text = document(
        item(0, "Ice"), item(0, "Wheat"), item(1, "Rye"), item(2, "Oats"), item(3, "Rice"), item(0, "Tea")
    )

    assert read(docx(text, parts={"word/numbering.xml": numbering}), "a.docx").split("\n\n") == [
        "(b) Ice",
        "(c) Wheat",
        "II. Rye",
        "§ c.II.02 Oats",
        "б) Rice",
        "(d) Tea",
    ]


def test_html_numbers_its_items_as_its_reader_sees():
    page = "<ol type=a start=26><li>Ice<li>Wheat</ol><ol style='list-style-type: upper-roman'><li value=4>Tea</ol>"

    assert read(page.encode(), "a.html") == "z. Ice\n\naa. Wheat\n\nIV. Tea"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The fund will ~~double~~ halve its stake.", [HALVE]),
        ("The fund will <del>double</del> <ins>halve</ins> its stake.", [HALVE]),
        ("10<sup>6</sup> tonnes in 2019[^2].\n\n[^2]: The year.", ["10⁶ tonnes in 2019.", "The year."]),
        ("| Country | Share |\n|---|---|\n| Norland | 12% |", ["Country | Share", "Norland | 12%"]),
        ("- one\n- two\n\n3. three\n4. four", ["• one", "• two", "3. three", "4. four"]),
        ("A line\nthat goes on.", ["A line that goes on."]),
        ("1990. Bad.\n\n2008. Worse.\n\n2020.", ["1990. Bad.", "2008. Worse.", "2020."]),
        ("1. one\n1. two\n1. three", ["1. one", "2. two", "3. three"]),
        ("10. ten\n9. nine\n5. five", ["10. ten", "9. nine", "5. five"]),
        ("5*6*7, 2 * 3 * 4, 2**3**4, a*b*c, f(x)*g(x)", ["5*6*7, 2 * 3 * 4, 2**3**4, a*b*c, f(x)*g(x)"]),
        ("snake_case_words, a_b_c, 1_000_000", ["snake_case_words, a_b_c, 1_000_000"]),
        ("**Ada:** *5* million, 5 *large* ones", ["Ada: 5 million, 5 large ones"]),
        ("a 5 * 6\n* 7\n\n12 > 5\n> 4", ["a 5 * 6 * 7", "12 > 5 > 4"]),
        ("x<y and y>z, <Ada> said", ["x<y and y>z, <Ada> said"]),
        (
            "[Ada]: Sanctions work.\n\n[Bo]: See [a][1].\n\n[1]: https://a.example/",
            ["[Ada]: Sanctions work.", "[Bo]: See a."],
        ),
        ("<!-- a note -->\n\nAda &amp; Bo.", ["Ada & Bo."]),
        ("It rose {--12--}{++15++} {~~points~>%~~}{>>sure?<<}.", ["It rose 15 %."]),
        ("{--Twelve.\n\nNever.--}So{>>who\n\nsaid it?<<}.", ["So."]),
        (
            "Ada %%really?%% spoke.\n%%\nAsk her\n\nagain.\n%%\n\nOf 50%% to 60%%.",
            ["Ada spoke.", "Of 50%% to 60%%."],
        ),
        ("The fund will ~double~ halve its^[See the annex.] stake.", [HALVE]),
        (
            "Some ~5 or ~6, 10~15, ~20~30, a == b and c == d",
            ["Some ~5 or ~6, 10~15, ~20~30, a == b and c == d"],
        ),
        ('The ==fund== will [double]{.deletion author="Bo"} [halve]{.underline} its stake.', [HALVE]),
        ('## Who {#who .unnumbered}\n\n![](a.png){width="3in"} Ada {: .lead}', ["Who", "Ada"]),
        ("::: warning\nAda, [[People/Ada|she]] of [[Harbour]]![[a.png]]\n:::", ["Ada, she of Harbour"]),
        ("> [!NOTE]\n> Ada spoke.", ["Ada spoke."]),
        ("H~2~O, 10^6^ t, CO$_2$, $10^{-6}$ and 10$^6$, 2^3^4", ["H₂O, 10⁶ t, CO₂, 10⁻⁶ and 10⁶, 2^3^4"]),
        ("So [^1] it is [^2].\n\n[^1]: Or not.", ["So it is [^2].", "Or not."]),
        ('[[TOC]]\n\n[toc]\n\n!!! note "A title"\n    Ada $$x^2$$, \\(CO_2\\)', ["A title", "Ada x², CO₂"]),
        ("[comment]: <> (really?)\n\nAda spoke.", ["Ada spoke."]),
    ],
)
def test_markdown_is_read_as_its_page_would_be(text, lines):
    assert read(text.encode(), "report.md").split("\n\n") == lines


def test_front_matter_of_markdown_stays_as_it_is():
    front = "---\ntitle: A *talk*\nauthor: Ada\n---\n\n"

    assert read(f"{front}It was *long*.".encode(), "a.md") == f"{front}It was long."


def test_html_is_read_with_its_marks_cells_and_items():
    page = (
        "<p>10<sup>6</sup> t.</p><table><tr><th>Country</th><th>Share</th></tr><tr><td>Norland</td><td>12%</td></tr>"
        "</table><ul><li>one</li><li>two<ol><li>deep</li></ol></li></ul>"
    )

    assert text_of_paste(page).text.split("\n\n") == [
        "10⁶ t.", "Country | Share", "Norland | 12%", "• one", "• two", "1. deep",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "begin",
    [
        "<p>",
        "<table><tr><td>",
        "<ul><li>",
        "<span>",
        "<h2>",
        "<!--StartFragment--><p>",
        "",
        "<!-- a -->",
        "<meta a>",
    ],
)
def test_source_of_a_page_is_known_when_it_is_pasted(begin):
    source = text_of_paste(f"{begin}The fund will <s>double</s> halve its stake.")

    assert (source.text.removeprefix("• "), source.left_out) == (HALVE, 1)


def test_text_with_a_few_tags_keeps_its_paragraphs_and_without_them_its_signs():
    assert text_of_paste("Ada <b>said</b> so.\n\nBo <5 %.").text == "Ada said so.\n\nBo <5 %."
    assert text_of_paste("a < b\n\n<ana@a.example> wrote").text == "a < b\n\n<ana@a.example> wrote"


@pytest.mark.parametrize("gone", ["~~double~~ ", "d\u0336o\u0336u\u0336b\u0336l\u0336e\u0336 "])
def test_pasted_text_is_read_without_what_its_letters_strike_out(gone):
    assert text_of_paste(f"The fund will {gone}halve its stake.")[:2] == (HALVE, 1)
    assert text_of_paste("Some 5~6, ~~ and ~~more.") == ("Some 5~6, ~~ and ~~more.", 0, ())


def test_text_is_read_without_characters_that_show_nothing():
    assert text_of_paste("A qua\u00addru\u00adpo\u00adlar clu\u200bster, \uf0b3 5").text == (
        "A quadrupolar cluster, ≥ 5"
    )
