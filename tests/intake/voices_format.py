"""Labelled reports of our own, each for a way of saying who speaks: how the sources in voices/ are read.

A source is a header, a line `---`, and the report as published with tags in it.

Header, one `key: value` a line (a missing key is a field that the report does not state):
  house, shows        what kind of text it is, and which ways of saying who speaks it exercises
  language            en (default), ru or de
  title               must be the report's first line, stand below the house's own lines, or in its front matter
  date, date_text     2019-04-26, and the words it is printed in (a date_text alone: it cannot be known)
  venue, city, country, organiser, kind
  end_date, start_time, end_time, format (online, hybrid), series, recording, slides, author, rule (chatham-house),
  upcoming (yes)
  lead                the first words of the lead; otherwise the first paragraph of the body is the lead
  speaker             full name | role | printed post | listed_only or quoted_outside_event
                      (repeated; the later parts are optional)
  not_speaker         somebody who is only talked about (repeated)
  announcement_only   yes, for a text that announces an event
  note                for the human reader

Tags (they do not nest; an end tag closes the last one):
  [[S:Name|kind|cue]]text[[/]]         a statement. Name: a part that fits one speaker only, or `A & B`.
                                       kind: quote, paraphrase, mixed.
                                       cue: name, role, pronoun, quote_only, continuation, mood (a German
                                       subjunctive that goes on).
  [[S:Name|kind|cue|topic]]text[[/]]   says what somebody spoke about, not what they said
  [[G:The experts|kind]]text[[/]]      said by a group, or by somebody whom the report does not name
  [[O:Title|Author]]text[[/]]          the excerpt of an opinion that is set into the page

What belongs to a statement: the whole sentence with its attributing clause, final punctuation and
quotation marks. A quotation of several sentences in one paragraph is one statement with its clause; a
next paragraph is a new one (quote_only). `NAME:` before a turn of a transcript stands before it, and the
turn counts as a quote; so does a Russian line of dialogue that opens with a dash (the dash is within). A
signature after a pull quote does not belong. Where a sentence has two speakers, each clause goes to its
own. Narration, and what people who are only talked about once said, is left without a tag; a source whom
the writer asked outside the event is tagged, and marked quoted_outside_event among the speakers.
"""

import re

TAG = re.compile(r"\[\[(/|[SGO]:[^\]]+)\]\]")
KINDS = {"quote", "paraphrase", "mixed"}
CUES = {"name", "role", "pronoun", "quote_only", "mood", "continuation"}
ROLES = {"speaker", "moderator", "discussant", "keynote", "host"}
MORE_FIELDS = (
    "end_date",
    "start_time",
    "end_time",
    "format",
    "series",
    "recording",
    "slides",
    "author",
    "rule",
    "upcoming",
)
EVENT_FIELDS = (
    "title",
    "kind",
    "date",
    "date_text",
    "venue",
    "city",
    "country",
    "organiser",
    *MORE_FIELDS,
)
REPEATED = {"speaker", "not_speaker"}
KEYS = REPEATED | {"house", "shows", "language", *EVENT_FIELDS, "lead", "announcement_only", "note"}


def read_header(block):
    """The header's values by key, lists for the keys that repeat; raises ValueError on an unknown key."""
    head: dict = {key: [] for key in REPEATED}
    for line in block.strip().splitlines():
        key, _, value = line.partition(":")
        if key not in KEYS or not value.strip():
            raise ValueError(f"header line {line!r}")
        if key in REPEATED:
            head[key].append(value.strip())
        else:
            head[key] = value.strip()
    return head


def read_tags(body):
    """The report's plain text, and its tags as (letters after the brackets, start, end)."""
    text, spans, opened, at = "", [], None, 0
    for tag in TAG.finditer(body):
        text += body[at : tag.start()]
        at = tag.end()
        if tag[1] == "/":
            if opened is None:
                raise ValueError(f"end tag without a start: …{text[-40:]!r}")
            spans.append((*opened, len(text)))
            opened = None
        else:
            if opened is not None:
                raise ValueError(f"tag within a tag: {tag[0]}")
            opened = (tag[1], len(text))
    if opened is not None:
        raise ValueError(f"tag {opened[0]} is not closed")
    return text + body[at:], spans


def read_speaker(line):
    parts = [part.strip() for part in line.split("|")] + ["", "", ""]
    name, role, post, flag = parts[:4]
    if (role or "speaker") not in ROLES or flag not in {"", "listed_only", "quoted_outside_event"}:
        raise ValueError(f"speaker line {line!r}")
    person = {"name": name, "as_printed_role": post or None, "role": role or "speaker"}
    return person | ({flag: True} if flag else {})


def full_name(part, speakers):
    names = [s["name"] for s in speakers]
    found = [name for name in names if name == part] or [name for name in names if part in name]
    if len(found) != 1:
        raise ValueError(f"{part!r} fits {found}")
    return found[0]


def statement(fields, text, start, end, speakers):
    who, kind, cue, *more = fields
    names = [full_name(part.strip(), speakers) for part in who.split("&")]
    if kind not in KINDS or cue not in CUES or more not in ([], ["topic"]):
        raise ValueError(f"tag {fields}")
    one = {"speaker": names[0], "text": text[start:end], "kind": kind, "cue": cue, "start": start, "end": end}
    if more:
        one["topic_only"] = True
    if names[1:]:
        one["joint_with"] = names[1:]
    return one


def find_lead(head, text):
    paragraphs = [p for p in text.split("\n") if p.strip()]
    if "title" in head:
        paragraphs = paragraphs[1:]
    if "lead" in head:
        paragraphs = [p for p in paragraphs if p.startswith(head["lead"])]
    return paragraphs[0].strip() if paragraphs else None


def read_source(path):
    """(report text, labels) of one source; raises ValueError where it contradicts itself."""
    header, _, body = path.read_text("utf-8").partition("\n---\n")
    head = read_header(header)
    text, spans = read_tags(body.lstrip("\n"))
    speakers = [read_speaker(line) for line in head["speaker"]]
    said, group, opinions = [], [], []
    for tag, start, end in spans:
        fields = tag[2:].split("|")
        if tag[0] == "S":
            said.append(statement(fields, text, start, end, speakers))
        elif tag[0] == "G":
            place = {"text": text[start:end], "start": start, "end": end}
            group.append({"group": fields[0], "kind": fields[1], **place})
        else:
            opinions.append({"title": fields[0], "author": fields[1], "excerpt": text[start:end]})
    event = {key: head.get(key) for key in EVENT_FIELDS}
    event |= {"date_inferred": False, "lead": find_lead(head, text)}
    event |= {"announcement_only": "announcement_only" in head}
    labels = {
        "id": path.stem,
        "house": head["house"],
        "shows": head["shows"],
        "language": head.get("language", "en"),
        "event": event,
        "speakers": speakers,
        "statements": said,
        "group_statements": group,
        "opinions": opinions,
        "not_speakers": head["not_speaker"],
        "notes": head.get("note"),
    }
    return text, labels


def contradictions(text, labels):
    """What cannot be true of these labels, a sentence each; for the author of a source."""
    event = labels["event"]
    above = [line for line in text.split("\n") if line.strip()][:5]
    if event["title"] and event["title"] not in above and (above[0] != "---" or event["title"] not in text):
        yield "the title is not among the first lines"
    for key in (
        "venue",
        "city",
        "country",
        "date_text",
        "organiser",
        "series",
        "recording",
        "slides",
        "author",
    ):
        printed = labels["language"] == "ru" and key == "city"  # a Russian city is labelled in the nominative
        if event[key] and event[key] not in text and not printed:
            yield f"{key} {event[key]!r} is not in the report"
    if len(event["lead"] or "") < 50:
        yield f"look: lead {event['lead']!r}"
    heard = {name for s in labels["statements"] for name in [s["speaker"], *s.get("joint_with", ())]}
    for person in labels["speakers"]:
        post = person["as_printed_role"]
        if post and post.casefold() not in text.casefold():
            yield f"post {post!r} is not in the report"
        if person["name"] not in heard and not person.get("listed_only"):
            yield f"{person['name']} says nothing"
    for one in labels["statements"] + labels["group_statements"]:
        words = one["text"]
        if words != text[one["start"] : one["end"]] or words != words.strip() or not words:
            yield f"span {words[:40]!r}"
        said_alone = one.get("cue") == "quote_only"  # a later paragraph of a turn has no mark of its own
        said_alone = said_alone or bool(re.search(r"(?:^|\n)[^\n]{1,60}:\s+$", text[: one["start"]]))
        marked = said_alone or re.search(r"[\"“”«»„]|^— |^[A-ZА-ЯЁ][\w .’'()-]*:", words)
        if one["kind"] != "paraphrase" and not marked:
            yield f"{one['kind']} without quotation marks: {words[:60]!r}"
        if one["kind"] == "paraphrase" and re.search(r"[\"“«]", words):
            yield f"look: paraphrase with quotation marks: {words[:80]!r}"
        if one.get("kind") not in KINDS:
            yield f"kind {one['kind']!r}"
        if words[-1] not in '.?!"”»…’)—:':
            yield f"look: ends in {words[-30:]!r}"
