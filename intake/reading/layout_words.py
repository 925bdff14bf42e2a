"""Words by which the parts of a page are told apart: labels, headings of lists, and what is no report."""

import re

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
LIST_HEADER = re.compile(
    r"(?:list of )?(?:the )?(?:speakers?|panell?ists?|participants|contributors|discussants|list of "
    r"participants|our speakers|"
    r"featured speakers|featuring|with|on the panel|the panel|список (?:участников|выступающих|спикеров|"
    r"докладчиков)|"
    r"участники|спикеры|докладчики|выступающие|эксперты)\s*:?",
    re.I,
)
ATTENDANCE = re.compile(
    r"(?:present|attendees?|in attendance|members present|also present|also attending|staff present|"
    r"apologies|absent|"
    r"members absent|excused|regrets|guests?|присутствовали|отсутствовали|приглашённые|"
    r"приглашенные)\b[^:\n]{0,40}:",
    re.I,
)
_DAY_LABEL = (
    r"(?:event )?date(?:\s*(?:and|&|/)\s*(?:time|place|venue))?|when(?: (?:and|&) where)?|time|"
    r"дата(?: и (?:время|место))?(?: проведения)?|когда|время"
)
_PLACE_LABEL = (
    r"(?:event )?venue|place|where(?: (?:and|&) when)?|location|held at|address|time (?:and|&) place|"
    r"место(?: и время)?(?: проведения)?|где|адрес|площадка"
)
_CITY_LABEL, _COUNTRY_LABEL = r"city|город", r"country|страна"
DATE_LABEL = re.compile(rf"(?:{_DAY_LABEL}|where (?:and|&) when|time (?:and|&) place|место и время)", re.I)
PLACE_LABEL = re.compile(
    rf"(?:{_PLACE_LABEL}|when (?:and|&) where|date (?:and|&) (?:place|venue)|дата и место)", re.I
)
CITY_LABEL, COUNTRY_LABEL = re.compile(_CITY_LABEL, re.I), re.compile(_COUNTRY_LABEL, re.I)
_FACT_LABEL = rf"{_DAY_LABEL}|{_PLACE_LABEL}|{_CITY_LABEL}|{_COUNTRY_LABEL}"
_WHO_LABEL = (
    r"speakers?|panell?ists?|participants|moderator|moderated by|chair|chaired by|host|hosted by|"
    r"keynote(?: speaker)?|"
    r"discussants?|модератор|ведущий|ведущая|спикеры?|участники|докладчики?|председатель|organi[sz]er|"
    r"организатор"
)
LABELLED = re.compile(rf"(?P<label>{_FACT_LABEL}|{_WHO_LABEL})\s*[:—–]\s*(?P<value>\S.*)", re.I)
#: A further label in the same line: 'Date: 5 May 2019. Venue: the hall'.
NEXT_LABEL = re.compile(rf"[.;|,]?\s+(?={_FACT_LABEL}\s*:)", re.I)
#: A label on a line of its own, above what it labels.
LABEL_ALONE = re.compile(rf"(?P<label>{_FACT_LABEL})\s*:?", re.I)
FURNITURE = re.compile(
    r"(?:advertisements?|advertising|sponsored(?: content)?|реклама|read (?:more|also|next)\b.*|читайте "
    r"также\b.*|читать далее.*|"
    r"see also\b.*|related (?:articles?|stories|posts|content|events|links)?\b.{0,60}|you may also "
    r"like.*|recommended.{0,40}|most (?:read|popular).{0,40}|share(?: this)?(?: (?:page|article|story|"
    r"post|on|via|with)\b.{0,60})?|"
    r"поделиться.{0,40}|tweet|print(?: this page)?|e?-?mail this.*|comments?(?: \(\d+\))?|leave a "
    r"(?:comment|reply).*|subscribe\b.{0,160}|sign up\b.{0,160}|"
    r"подпис(?:ывайтесь|аться)\b.{0,160}|follow us\b.{0,160}|like us\b.{0,100}|newsletter|cookies?\b.*|"
    r"we use cookies.*|accept (?:all )?cookies|skip to (?:main )?content|"
    r"©.*|\(c\) ?\d{4}.*|copyright\b.*|all rights reserved.*|все права защищены.*|powered by .{0,60}|"
    r"back to (?:top|news|events|list).{0,40}|"
    r"(?:photo|image|picture|photograph|credit|photo credit|image credit|фото)s?\s*(?:by\b|:|/|©|"
    r"courtesy).{0,160}|click here\b.*|download\b.{0,120}|скачать\b.*|watch (?:the )?(?:video|recording|"
    r"full)\b.*|view (?:the )?(?:gallery|slides|photos|recording)\b.*|"
    r"home\s*[>|/»].*|menu|search|tags?\s*:.*|topics?\s*:.*|categor(?:y|ies)\s*:.*|теги\s*:.*|filed "
    r"under.*|posted (?:in|on|by)\b.*|last (?:updated|modified)\b.*|page \d+(?: of \d+)?|стр\. ?\d+|"
    r"[-–—*_=~•.\s]{3,}|\d{1,4}|"
    r"(?:about|contact) us|press (?:contact|office)\b.*|media contacts?\b.*|(?:for )?(?:further|more) "
    r"information\b.{0,200}|notes? to editors?:?|###|-?\s*ends?\s*-?|terms (?:of use|and conditions).*|"
    r"privacy policy.*|"
    r"[\w ]{2,30} license: .*|this (?:post|article|work) is (?:released|licensed) under.*|previous "
    r"(?:article|post).*|next (?:article|post).*|\d+ min(?:ute)?s? read|(?:register|rsvp|book) (?:here|"
    r"now).*|listen to (?:this|the).*)",
    re.I,
)
APPEAL = re.compile(
    r"\b(?:dear readers?|support our (?:work|journalism)|our newsroom|become a member|donate (?:today|"
    r"now)|subscribe to|sign up for|follow us on|"
    r"republish (?:this|on your site)|creative commons|all rights reserved)\b",
    re.I,
)
BULLET = re.compile(r"\s*(?:[•*·▪‣◦]|[-–—]\s|\(?[0-9a-z]{1,2}[.)]\s)")
