"""Markdown as HTML, for the one cleaning that everything handed in goes through.

Much that is handed in as Markdown is plain text with a sign here and there, and a figure in it never changes: 5*6*7 is
no emphasis, 1990. and 2008. at the beginning of paragraphs are years, x<y opens no element.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from publishing.typed import KNOWN, VOID

#: What static sites write over a text: title, author, date. It is no Markdown.
FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n.{0,20000}?\n\1[ \t]*(?:\n+|\Z)", re.S)
NOTE_MARK = re.compile(r"(?<=\S)[ \t]?\[(\^[^\]\s]{1,40})\](?!:)")
NOTE_LABEL = re.compile(r"(?m)^ {0,3}\[(\^[^\]\s]{1,40})\]:[ \t]*")
#: "[Lukin]: Sanctions work." is somebody's turn; the address of a link looks otherwise, and is shown nowhere.
NO_ADDRESS = re.compile(
    r"(?m)^( {0,3})\[(?=[^\]\n]{1,200}\]:(?![ \t]*<?(?:[a-z]+:|/|#|>|\.{1,2}/|www\.|\S+\.\w+/)))", re.I
)
#: A sign between two figures, with a line's end before it.
SIGN_AT_A_LINES_BEGINNING = re.compile(r"(?<=\d)([ \t]*\n[ \t]*)([*+>-])(?=[ \t]+\d)")
#: "1990." alone is no number of an item.
NUMBER_ALONE = re.compile(r"(?m)^( {0,3}\d{1,9})([.)])(?=[ \t]*$)")
#: Changes and notes of editors, as some write them in Markdown: {--old--}, {++new++}, {~~old~>new~~}, {>>why<<},
#: %%why%%, [old]{.deletion}, [why]{.comment-start}; a note within its line, ^[see there]; and what GitHub strikes out.
STRUCK_BY_EDITORS = re.compile(
    r"(?:[ \t](?=\{>>))?\{(?:--(.{1,500}?)--|~~(.{1,500}?)~>(?P<kept>.{0,500}?)~~|>>(.{0,500}?)<<)\}"
    r"|(?<![\w%])%%(.{1,2000}?)%%|\[([^\[\]]{1,500})\]\{\.(?:deletion|comment-start)\b[^{}\n]{0,300}\}"
    r"|(?<=\S)\^\[([^\[\]]{1,500})\]|(?<![\w~\\])~(?=[^\s~])([^~\n]{1,200})(?<=\S)~(?![\w~])",
    re.S,
)
#: Round a formula in a line.
MATH, MATH_ENDS = r"(?:\$\$?|\\\()", r"(?:\$\$?(?!\d)|\\\))"
#: What further dialects of Markdown write round or beside their words, and what their reader sees of it.
DIALECTS = [
    (re.compile(pattern, re.M), seen)
    for pattern, seen in [
        (r"\{(\+\+|==)((?s:.){1,500}?)\1\}", r"\2"),
        (r"(?<![=\w])==(?=[^\s=])([^=\n]{1,500})(?<=\S)==(?![=\w])", r"\1"),
        (r"^[ \t]*\[{1,2}_?(?:TOC|toc)_?\]{1,2}[ \t]*$", ""),
        (r"!\[\[[^\[\]\n]{1,300}\]\]", ""),
        (r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]", r"\1"),
        (r"\[([^\[\]\n]{0,500})\](?=\{[.#])", r"\1"),
        (r"[ \t]?\{:?[ \t]*(?:[.#][A-Za-z][^{}\n]{0,300}|(?:width|height|style)=[^{}\n]{1,300}|-)\}", ""),
        (r"^ {0,3}:{3,}.*$", ""),
        (r"^([ >]{1,12})\[!\w{1,20}\][+-]?", r"\1"),
        (r"(?<=[\w)])\^([^\s^\[\]<>]{1,8})\^(?![\w^])", r"<sup>\1</sup>"),
        (r"(?<=[A-Za-z)])~([\w+-]{1,8})~(?!~)", r"<sub>\1</sub>"),
        (rf"{MATH}([\w.,]{{0,12}})\^(?:\{{([\w+-]{{1,8}})\}}|(\w)){MATH_ENDS}", r"\1<sup>\2\3</sup>"),
        (rf"{MATH}([\w.,]{{0,12}})_(?:\{{([\w+-]{{1,8}})\}}|(\w)){MATH_ENDS}", r"\1<sub>\2\3</sub>"),
    ]
]
#: A note set apart, with what is set in under it.
ADMONITION = re.compile(
    r"(?m)^(?:!!!|\?{3}\+?)[ \t]+\w[\w ]{0,40}(?:\"([^\"\n]{0,300})\")?[ \t]*\n((?:(?: {4}|\t).*(?:\n|\Z)|[ \t]*\n)+)"
)
SET_IN = re.compile(r"(?m)^(?: {4}|\t)")
ELEMENT = re.compile(r"</?([a-z][a-z0-9-]*)", re.I)
ELEMENTS = KNOWN | VOID
OPERAND = re.compile(r"[\w)]")


def parted(text: str) -> tuple[str, str]:
    """Front matter, if there is any, and the rest."""
    text = text.replace("\r\n", "\n")
    found = FRONT_MATTER.match(text)
    return (text[: found.end()], text[found.end() :]) if found else ("", text)


def html_of_markdown(text: str) -> str:
    """The page that the text makes; the marks of its footnotes are gone, their text is a paragraph."""
    text = ADMONITION.sub(lambda note: f"{note[1] or ''}\n\n{SET_IN.sub('', note[2])}\n", text)
    text = STRUCK_BY_EDITORS.sub(_struck, text)
    for pattern, seen in DIALECTS:
        text = pattern.sub(seen, text)
    text = NO_ADDRESS.sub(r"\1\\[", NOTE_LABEL.sub("", _without_note_marks(text)))
    text = NUMBER_ALONE.sub(r"\1\\\2", SIGN_AT_A_LINES_BEGINNING.sub(r"\1\\\2", text))
    tokens = _markdown.parse(text)
    _keep_numbers(tokens)
    return _markdown.renderer.render(tokens, _markdown.options, {})


def _without_note_marks(text: str) -> str:
    """Of a mark that stands apart, only where its note is there."""
    labels = set(NOTE_LABEL.findall(text))
    return NOTE_MARK.sub(lambda mark: mark[0] if mark[0][0].isspace() and mark[1] not in labels else "", text)


def _struck(found: re.Match) -> str:
    """What an editor took out or noted as struck out, and what comes in its place."""
    kept = found["kept"] or ""
    gone = next((part for part in found.groups() if part and part != kept), "")
    return f"<del>{' '.join(gone.split())}</del>{kept}"


def _stars(state: StateInline, silent: bool) -> bool:
    """Stars between figures, or between letters that stand for some, as the text that they are."""
    start = end = state.pos
    while state.src[end : end + 1] == "*":
        end += 1
    before, after = state.src[max(0, start - 1) : start], state.src[end : end + 1]
    if start == end or not (OPERAND.match(before) and OPERAND.match(after)):
        return False
    alone = not (state.src[max(0, start - 2) : start - 1].isalnum() or state.src[end + 1 : end + 2].isalnum())
    if not (before.isdigit() or after.isdigit() or alone):
        return False
    if not silent:
        state.pending += state.src[start:end]
    state.pos = end
    return True


def _keep_numbers(tokens: list[Token]) -> None:
    """Each item of a list has the number that its author wrote, but where all are one: then they are to be counted."""
    items: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            items.append([])
        elif token.type == "list_item_open" and token.info:
            items[-1].append(token)
        elif token.type == "ordered_list_close":
            own = items.pop()
            for item in own if len({one.info for one in own}) > 1 else ():
                item.attrSet("value", item.info)


def _html_that_is_html(_renderer, tokens, index, _options, _env):
    """ "x<y and y>z": what has no element's name is no element."""
    return ELEMENT.sub(
        lambda tag: tag[0] if tag[1].lower() in ELEMENTS else f"&lt;{tag[0][1:]}", tokens[index].content
    )


_markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_markdown.inline.ruler.before("emphasis", "stars", _stars)
_markdown.add_render_rule("html_inline", _html_that_is_html)
_markdown.add_render_rule("html_block", _html_that_is_html)
