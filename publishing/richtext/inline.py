"""What an inline element makes of its text: a tag that stays, or a look that characters will tell."""

import re
from html import escape

from publishing import unseen
from publishing.richtext.elements import INLINE, UNPRINTABLE
from publishing.richtext.tree import Tag

PUBLIC_ADDRESS = re.compile(r"https?://[^/\\]|mailto:.", re.IGNORECASE)
SITE_ADDRESS = re.compile(r"/(?![/\\])")  # a second slash would lead to another host
# How letters look and whether they lead anywhere, on runs until their line ends.
RAISED, LOWERED, NOWHERE, COMMENT, NOTE = (
    Tag(name) for name in (unseen.RAISED, unseen.LOWERED, "nowhere", "comment", "note")
)
LOOK = {look.name: look for look in (RAISED, LOWERED, NOWHERE, COMMENT, NOTE)}
#: A document that is pasted may stand whole in a <b> that is not bold.
TAKEN_BACK = {"strong": unseen.THIN, "em": unseen.UPRIGHT}


def tags_of(tag: str, given: dict, looks: set[str], number: int) -> tuple[Tag, ...]:
    """What an inline element makes of its text. Two <sup> are two marks, so each is told by its number."""
    made = [
        Tag(look, f" {number}" if look == tag == RAISED.name else "")
        for look in sorted(looks | {tag})
        if look in LOOK
    ]
    if tag in INLINE and TAKEN_BACK[INLINE[tag]] not in looks:
        made.append(Tag(INLINE[tag]))
    if tag == "a":
        href = given.get("href") or ""
        made.append(COMMENT if href.startswith("#cmnt_ref") else _link(href) or Tag(NOWHERE.name, href))
        if unseen.NOTE_ADDRESS.search(href) or unseen.NOTE_CLASS.search(given.get("class") or ""):
            made.append(NOTE)
    return tuple(made)


def _link(href: str) -> Tag | None:
    """The tag for an address that a reader may be sent to, or None."""
    href = UNPRINTABLE.sub("", re.sub(r"[\t\n\f\r]", "", href)).strip().replace(" ", "%20")
    if SITE_ADDRESS.match(href):
        return Tag("a", f' href="{escape(href)}"')
    if not PUBLIC_ADDRESS.match(href):
        return None
    rel = "" if href[:7].lower() == "mailto:" else ' rel="noopener noreferrer"'
    return Tag("a", f' href="{escape(href)}"{rel}')


def is_unseen(tag: str, given: dict, looks: set[str]) -> bool:
    closed = tag == "dialog" and "open" not in given
    return (
        tag in unseen.STRUCK
        or "hidden" in given
        or "popover" in given
        or unseen.UNSEEN in looks
        or closed
        or unseen.is_a_hint(given)
    )


def of_attributes(given: dict[str, str | None]) -> dict[str, str]:
    """What old pages say of colours without a style."""
    said = {"color": given.get("color"), "background-color": given.get("bgcolor")}
    return {name: value.strip().lower() for name, value in said.items() if value}
