"""What is handed in is hostile, or only clumsy: it is read, or refused with one clear sentence."""

import zipfile
from io import BytesIO

import pytest

from intake import files
from intake.files import Unreadable, text_of_file, text_of_paste

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUSSIAN = "Алексей Маслов заявил, что санкции не отменят."


def docx(document: str | bytes, name: str = "word/document.xml") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, document)
    return file.getvalue()


def document(*paragraphs: str, before: str = "") -> str:
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    return f'<?xml version="1.0"?>{before}<w:document {WORD}><w:body>{body}</w:body></w:document>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def read(data: bytes, name: str) -> str:
    return text_of_file(BytesIO(data), name, len(data))


def test_docx_is_read_paragraph_by_paragraph():
    data = docx(document(run("A ") + run("title"), run("Ada said") + "<w:r><w:br/></w:r>" + run("so.")))

    assert read(data, "report.docx") == "A title\n\nAda said\nso."


def test_docx_is_read_without_what_a_tracked_change_removed():
    data = docx(document(run("Ada said ") + f"<w:del>{run('no')}</w:del>" + f"<w:ins>{run('yes')}</w:ins>"))

    assert read(data, "report.docx") == "Ada said yes"


def test_docx_under_another_name_is_still_read():
    assert read(docx(document(run("Ada spoke."))), "report.txt") == "Ada spoke."


def test_docx_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(files, "MOST_XML_BYTES", 100_000)
    bomb = docx(document(run("A" * 3_000_000)))

    with pytest.raises(Unreadable, match="unpacks to far more than a report"):
        read(bomb, "bomb.docx")


def test_docx_with_entities_is_refused():
    entities = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'

    with pytest.raises(Unreadable, match="declarations that no Word document needs"):
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
    with pytest.raises(Unreadable, match="an archive but no Word document"):
        read(docx("x", name="holiday.jpg"), "report.docx")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7 ...", "report.pdf", "This is a PDF: open it, copy its text and paste that."),
        (b"\xd0\xcf\x11\xe0rest", "report.doc", "old Word file"),
        (b"{\\rtf1 Ada}", "report.rtf", "RTF"),
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

    assert text_of_paste(page) == "Title\n\nAda said so.\n\nBo too."


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

    assert read(text.encode(), "report.md") == "Title\n\nAda said so.\n\none\n2 * 3 * 4 and snake_case_name"


def test_plain_text_keeps_every_character_in_its_place():
    assert text_of_paste("A\r\nB\x00C\u2028D") == "A\nB C\nD"
