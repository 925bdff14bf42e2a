"""Words by which the parts of a page are told apart: labels, headings of lists, and what is no report."""

import re

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
LIST_HEADER = re.compile(
    r"(?:(?:partial |full )?list of )?(?:the )?(?:speakers?|panell?ists?|participants|contributors|discussants?|"
    r"our speakers|featured speakers|featuring|with|on the panel|the panel|witnesses|moderators?|chair(?:person)?|"
    r"hosts?|keynote(?: speakers?)?|"
    r"список (?:участников|выступающих|спикеров|докладчиков)|участник(?:и)?(?: (?:дискуссии|сессии|встречи|беседы|"
    r"круглого стола|конференции))?|спикеры?|докладчики?|выступающие|эксперты?|модераторы?(?: (?:дискуссии|сессии|"
    r"встречи))?|ведущ(?:ий|ая|ие))(?:\s*\([^()]*\))?\s*:?",
    re.I,
)
_PROPER = r"[^\W\d_a-zа-яё][\w.’'-]*"
#: An entry of such a list: a number or a bullet, then a name, or one name and what is told of it.
LIST_ENTRY = re.compile(
    rf"(?:[•*·▪‣◦–—-]\s*|\(?\w{{1,2}}[.)]\s+)?(?:the\s+)?(?:{_PROPER}(?:\s+(?:[a-zа-яё’'-]{{1,4}}\s+)?{_PROPER})+|"
    rf"{_PROPER}(?=\s*[,(:–—-]))"
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
    r"(?:also|must|further) read\b.*|(?:next|previous) story.*|watch\s*:.*|sponsored by\b.*|photo gallery|фотогалерея|"
    r"(?:from left|left to right|pictured|слева направо|на фото)\b[^.]{0,40}[:,].*|\[(?:image|photo|picture|video|"
    r"caption|фото|видео)\b.*\]|[^\"“«]{0,200}\((?:photo|image|picture|credit|фото)\b[^()]*\)\.?|фото [А-ЯЁ]\..*|"
    r"подготовил[аи]? .{3,60}|пресс-служба .{2,80}|(?:for )?media enquiries.*|for media enquiries\b.{0,120}|"
    r"(?:[\w&’'-]+(?: [\w&’'-]+)?(?:\s{2,}|\t)){2,}[\w&’'-]+(?: [\w&’'-]+)?|"
    r"[-–—*_=~•.\s]{3,}|\d{1,4}|"
    r"(?:about|contact) us|press (?:contact|office)\b.*|media contacts?\b.*|(?:for )?(?:further|more) "
    r"information\b.{0,200}|notes? to editors?:?|###|-?\s*ends?\s*-?|terms (?:of use|and conditions).*|"
    r"privacy policy.*|"
    r"[\w ]{2,30} license: .*|this (?:post|article|work) is (?:released|licensed) under.*|previous "
    r"(?:article|post).*|next (?:article|post).*|\d+ min(?:ute)?s? read|(?:register|rsvp|book) (?:here|"
    r"now).*|listen to (?:this|the).*)",
    re.I,
)
#: The heading of a box of other pages; the titles in it follow, a line each.
RELATED = re.compile(
    r"(?:related|more) (?:events?|articles?|stories|posts|content|reading|links|news)|"
    r"(?:more|also) (?:on|in|from) (?:this|the) (?:topic|subject|series|section|author|event)|"
    r"you (?:may|might) also like|most (?:read|popular)|recommended(?: for you)?|further reading|"
    r"read (?:more|next|also)|what to read next|читайте также|ещё по теме|по теме|материалы по теме|"
    r"похожие (?:материалы|записи|новости)|смотрите также|другие (?:новости|материалы|события)",
    re.I,
)
APPEAL = re.compile(
    r"\b(?:dear readers?|support our (?:work|journalism)|our newsroom|become a member|donate (?:today|"
    r"now)|subscribe to|sign up for|follow us on|"
    r"republish (?:this|on your site)|creative commons|all rights reserved)\b",
    re.I,
)
BULLET = re.compile(r"\s*(?:[•*·▪‣◦]|[-–—]\s|\(?[0-9a-z]{1,2}[.)]\s)")
