"""An old site of two hundred pages: three forms, two languages, and what is broken on every old site."""

import csv
from pathlib import Path
from xml.sax.saxutils import escape

GIVEN = ["Anna", "Omar", "Jonas", "Leila", "Tomas", "Hana", "Emeka", "Sofia", "Boris", "Ines"]
SURNAMES = ["Berg", "Eze", "Lindqvist", "Haddad", "Novak", "Okonjo", "Rivas", "Duarte", "Keller", "Moreau"]
THINGS = ["river", "railway", "harbour", "harvest", "well", "border", "tariff", "bridge", "dam", "forest"]
RUSSIAN = [("Анна", "Берг", "заявила"), ("Омар", "Эзе", "заявил"), ("Борис", "Келлер", "заявил")]
MENU = "".join(f'<li><a href="/s/{number}">Section {number}</a></li>' for number in range(12))
FOOT = "<footer>Eastport Institute. All rights reserved. Telephone 100 200</footer>"


def english(number: int) -> tuple[str, list[str]]:
    """The heading and the lines of a report; no two are alike."""
    thing, other = THINGS[number % 10], THINGS[(number // 10) % 10]
    name = f"{GIVEN[number % 10]} {SURNAMES[(number // 3) % 10]}"
    return f"The {thing} and the {other}: meeting {number}", [
        f"{number % 27 + 1} March {2008 + number % 10}, Grain Hall, Eastport",
        f"The Eastport Institute invited specialists to an expert discussion of the {thing} in year {number}.",
        f"{name}, Director of the Grain Board, said that the {thing} would cost {number} million more than planned.",
        f"“We have never built a {other} as dear as this one,” {name} said.",
    ]


def russian(number: int) -> tuple[str, list[str]]:
    given, surname, said = RUSSIAN[number % 3]
    return f"Вода и хлеб: встреча {number}", [
        f"{number % 27 + 1} мая {2010 + number % 8} года в Истпорте прошла экспертная дискуссия о воде.",
        f"{given} {surname}, директор Зернового союза, {said}, что цены вырастут на {number} процентов.",
    ]


def page(title: str, lines: list[str]) -> str:
    """A page of a site of today: its parts have names."""
    date, *text = lines
    paragraphs = "".join(f"<p>{line}</p>" for line in text)
    return (
        f"<!doctype html><html><head><title>{title} | Eastport</title></head><body><nav><ul>{MENU}</ul></nav>"
        f'<main><h1>{title}</h1><div class="date">{date}</div>{paragraphs}</main>{FOOT}</body></html>'
    )


def old_page(title: str, lines: list[str]) -> str:
    """A page of 2003: a table, and blank lines."""
    return (
        f"<html><head><title>{title}</title></head><body><table><tr><td><ul>{MENU}</ul></td></tr><tr><td><h1>{title}</h1>"
        f"{'<br><br>'.join(lines)}</td></tr></table></body></html>"
    )


def make_folder(where: Path) -> None:
    """Eighty pages in files: English, Russian, half of these in windows-1251, and what is no report."""
    for number in range(60):
        form = page if number % 2 else old_page
        write(where / f"{2008 + number % 10}/talk-{number}.html", form(*english(number)).encode())
    for number in range(14):
        html = page(*russian(number))
        named = html.replace("<head>", '<head><meta charset="windows-1251">')
        data = named.encode("cp1251", "replace") if number % 2 else html.encode()
        write(where / f"ru/vstrecha-{number}/index.html", data)
    links = "".join(
        f'<li><a href="/2009/talk-{n}.html">{english(n)[0]}</a> {n + 1} May 2009</li>' for n in range(20)
    )
    write(where / "events.html", f"<html><body><h1>Events</h1><ul>{links}</ul></body></html>".encode())
    write(
        where / "jobs.html",
        page("Work with us", ["", "The kitchen is open from noon.", "Take the bus."]).encode(),
    )
    write(where / "empty.html", b" \n")
    write(where / "picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    write(where / "huge.html", b"<html><body>" + b"<p>word</p>" * 1_000_000)
    write(where / "copy.html", page(*english(1)).encode())
    write(where / "report.pdf", b"%PDF-1.4")
    write(where / "style.css", b"p { color: red }")


def make_export(path: Path, broken: bool = False) -> None:
    """Eighty items of WordPress, a picture, a draft and one with a password among them."""
    items = [item(number, *english(number + 100)) for number in range(60)]
    items += [item(number + 60, *russian(number + 50)) for number in range(17)]
    items += [
        item(77, "A picture", ["x"], kind="attachment"),
        item(78, "A draft", ["x"], status="draft"),
        item(79, "Behind a word", ["x"], more="<wp:post_password>secret</wp:post_password>"),
    ]
    end = "<item><title>cut" if broken else "</channel></rss>"
    path.write_text(f"{HEAD}{''.join(items)}{end}", "utf-8")


HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
)


def item(number: int, title: str, lines: list[str], kind="post", status="publish", more="") -> str:
    words = "\n\n".join(lines)
    return (
        f"<item><title>{escape(title)}</title><link>https://old.example/?p={number}</link>"
        f"<content:encoded><![CDATA[[caption]{words}[/caption]]]></content:encoded>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>{more}"
        "<wp:postmeta><wp:meta_key>title</wp:meta_key></wp:postmeta></item>"
    )


def make_table(path: Path) -> None:
    """Thirty-eight rows, two of them without what a page needs."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["URL", "Title", "Date", "Text", "Author"])
        for number in range(200, 238):
            title, (date, *lines) = english(number)
            rows.writerow([f"https://old.example/node.php?id={number}", title, date, "\n\n".join(lines), "x"])
        rows.writerow(["node 5", "No address", "", "Words.", ""])
        rows.writerow(["https://old.example/empty", "No words", "", "", ""])


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
