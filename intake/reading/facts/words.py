"""Words by which a sentence is known to be about the event, and the kinds of events."""

import re

EVENT_WORD = re.compile(
    r"\b(?:events?|discussions?|meetings?|met|conference|panel(?:l?ists)?|seminar|workshop|talks?|"
    r"lecture|debate|hearing|round ?table|webinar|summit|forum|session|symposium|"
    r"briefing|launch(?:ed)?|ceremony|screening|reading|agm|congress|colloquium|colloquy|consultation|town hall|"
    r"recorded|held|hosted|gathered|convened|presentation|"
    r"inquiry|sat|minutes|exhibition|assembly|dialogue|took place|addressed|spoke|visited|opened|meetup|"
    r"festival|dinner|breakfast|evening|committee|council|board|class|celebrated|attended|squeezed|"
    r"filled|"
    r"present(?:ed|ing)?|signed|interview(?:ed)?|announced|told|said)\b|"
    r"(?:дискусси|встреч|заседани|конференц|круглый стол|круглого стола|семинар|лекци|форум|брифинг|"
    r"собрани|слушани|вечер|презентаци|диалог|беседа|провёл|провел|прош[ёе]л|прошл[аио]\b|"
    r"состоял|собрал|обсудил|сообщил|заявил|рассказал|стенограмм|открыл|встрет|выступ|прочита|собра|начал|заверш|представ|поговор|принял|пригла|посетил|утверд|ответил|спорил|зрител|слушател|читател|журналист)",
    re.I,
)
HELD = re.compile(r"\b(?:held|hosted|took place|organi[sz]ed|met|convened|gathered)\b|прош|состоял")
_EVENT = (
    r"(?:events?|meeting|conference|workshop|seminar|lecture|talk|discussion|forum|session|round ?table|webinar|"
    r"symposium|debate|panel|hearing|launch|summit|consultation|colloquium|conversation|gathering|reading|dinner)"
)
_RUSSIAN_EVENT = (
    r"(?:мероприяти|встреч|лекци|дискусси|конференц|семинар|круглый стол|заседани|форум|слушани|вечер|собрани|"
    r"презентаци|беседа|интервью)"
)
#: 'The seminar, which took place', 'This talk was held', «Встреча состоялась»: they tell of this event.
THIS_EVENT_WAS_HELD = re.compile(
    rf"\b(?:The|This|Our|Held)\s+(?:[\w’'-]+\s+){{0,4}}?{_EVENT},?\s+(?:which\s+|that\s+)?(?:was\s+|were\s+)?(?:jointly\s+)?"
    r"(?:held|took\s+place|hosted|organi[sz]ed|convened|recorded|delivered|opened)\b|"
    rf"\b{_RUSSIAN_EVENT}[а-яё]*\b[^.]{{0,60}}\b(?:состоял|прош[ёел])|\b(?:состоял|прош[ёел])[а-яё]*\s+{_RUSSIAN_EVENT}",
    re.I,
)
KINDS = re.compile(
    r"\b(?P<en>(?:expert|panel|public|roundtable|round-table|round table|online|open|"
    r"moderated)\s+discussion|panel discussion|fireside chat|round ?table|press conference|news "
    r"conference|press briefing|news briefing|"
    r"public (?:meeting|talk|lecture|hearing|debate|consultation|inquiry|exhibition|forum)|town hall(?: "
    r"meeting)?|annual general meeting|agm|council meeting|committee meeting|board meeting|parish "
    r"meeting|society meeting|commission meeting|book launch|book presentation|"
    r"keynote lecture|webinar|conference|seminar|workshop|symposium|summit|congress|forum|colloquium|"
    r"hearing|lecture|debate|talk|briefing|meetup|meeting|interview|discussion|panel|dialogue|"
    r"q&a|screening|round table|ceremony|"
    r"unconference|consultation|inquiry|exhibition|oral evidence|open day|readings|session|minutes(?= of\b))\b|"
    r"(?P<ru>экспертн\w+ дискусси\w+|круглый стол|круглого стола|пресс-конференци\w+|презентаци\w+ книги|"
    r"общее собрание|общественные слушания|публичные слушания|конференци\w+|семинар\w*|лекци\w+|"
    r"дискусси\w+|"
    r"встреч\w+|заседани\w+|форум\w*|брифинг\w*|собрани\w+|слушани\w+|вечер\w*|интервью|дебат\w+|сесси[яиюей]+|обсуждени[еяю])",
    re.I,
)
RUSSIAN_KINDS = {
    "экспертн": "экспертная дискуссия",
    "кругл": "круглый стол",
    "пресс-конф": "пресс-конференция",
    "презент": "презентация книги",
    "общее": "общее собрание",
    "общественн": "общественные слушания",
    "публичн": "публичные слушания",
    "конференц": "конференция",
    "семинар": "семинар",
    "лекци": "лекция",
    "дискусс": "дискуссия",
    "встреч": "встреча",
    "заседан": "заседание",
    "форум": "форум",
    "брифинг": "брифинг",
    "собран": "собрание",
    "слушан": "слушания",
    "вечер": "вечер",
    "интервью": "интервью",
    "дебат": "дебаты",
    "сесси": "сессия",
    "обсужд": "обсуждение",
}
