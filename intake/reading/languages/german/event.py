"""German: words by which a sentence is known to be about the event, and the kinds of events."""

EVENT_WORD = (
    r"\b\w*(?:veranstaltung|diskussion|tagung|konferenz|sitzung|versammlung|treffen|gespräch|dialog|vortrag|lesung|"
    r"vorlesung|abend|podium|seminar|workshop|forum|messe|fest|vorstellung|interview|eröffnung|pressekonferenz|tag)\w*\b|"
    r"\b(?:stattfand|fand|statt|lud|luden|trafen|traf|kamen|kam|stellte|sprach|sprachen|berichtete|diskutierten|diskutierte|"
    r"einladung|gäste|folgten|voll|gesessen|eingeladen|versammelten|saßen|suchten|führten|abgehalten|gestritten|stritten|diskutiert|debattiert|debattierten|beraten|berieten|tagte|getagt|"
    r"ging(?=[^!?]{5,200}\snach\b)|widmete|widmeten|zusammengekommen|zusammen|gesprochen)\b"
)
HELD = r"\b(?:stattfand|fand|lud|trafen|versammelten|kamen)\b"
_EVENT = r"(?:veranstaltung|tagung|konferenz|sitzung|versammlung|vortrag|lesung|diskussion|gespräch|treffen)"
#: «Die Tagung fand … statt».
THIS_EVENT_WAS_HELD = (
    rf"\b(?:die|der|das|diese|"
    rf"dieser)\s+(?:\w+\s+){{0,3}}?\w*{_EVENT}\b[^.]{{0,80}}\b(?:fand|stattfand|abgehalten)\b"
)
KINDS = (
    r"podiumsdiskussion|podiumsgespräch|pressekonferenz|runder tisch|buchvorstellung|webkonferenz|bürgerversammlung|"
    r"einwohnerversammlung|hintergrundgespräch|ringvorlesung|vortragsabend|fachgespräch|tagung|konferenz|seminar|vorlesung|"
    r"vortrag|diskussion|lesung|sitzung|versammlung|interview|workshop|symposium|webinar|moordialog|dialog|"
    r"unternehmerabend|eröffnung|treffen|gespräch"
)
KIND_STEMS: dict[str, str] = {}
RULE = r"chatham[- ]house[- ](?:regel|rule)"
INVITES = (
    r"\beinladung\b|\bwir laden\b|\bladen (?:sie|wir)\b|\bum anmeldung wird gebeten\b|\banmeldung "
    r"(?:erforderlich|bis)\b|"
    r"\b(?:diskutiert|diskutieren|spricht|sprechen) (?:unser|am|auf|über)\b|\beintritt frei\b|\bsave the date\b"
)
TOOK_PLACE = (
    r"\b(?:fand|fanden|stattfand|sagte|erklärte|lud|trafen|traf|kamen|kam|diskutierten|diskutierte|berichtete|sprach|"
    r"saßen|hatten|folgten|gefolgt|suchten|stellte)\b"
)

# --- details ---

CLOCK = "uhr"
UNTIL = "bis"
#: Before the hour at which it ended, further down.
ENDED = (
    r"(?:sitzung|versammlung|veranstaltung|tagung)\s+(?:endete|schloss)\s+um|"
    r"ende(?:\s+der\s+(?:sitzung|versammlung|veranstaltung))?:"
)
ONLINE = (
    r"\bonline\b|\bper (?:videokonferenz|zoom|video)\b|\bvirtuell\w*\b|\bdigital(?:e[nrs]?)? "
    r"(?:veranstaltung|treffen|sitzung)\b|\bwebkonferenz\b|\bwebinar\b"
)
#: What a line about the place tells behind it.
AND_ONLINE = (
    r"(?:und|sowie|\+)\s+(?:auch\s+)?(?:online|(?:im\s+)?livestream|"
    r"(?:per|über|via)\s+(?:zoom|video|youtube))\b"
)
HYBRID = r"\bhybrid\w*\b|\bim livestream\b|\blive gestreamt\b"
SERIES = (
    r"\b(\d{1,3}\.\s+(?:[A-ZÄÖÜ][\wäöüß-]+\s+){0,2}[A-ZÄÖÜ]\w*(?:tagung|konferenz|forum|dialog|"
    r"gespräch|vorlesung|kongress|tag|abend))\b|"
    r"\b(?:\w+r|R)eihe „([^„“”\n]{3,80})[“”]|\b(Ringvorlesung)\b"
)
RECORDING = "aufzeichnung|mitschnitt|video"
SLIDES = "folien|präsentation(?:en)?"
ORGANISER = "veranstalter(?:in)?|veranstaltet von|organisation"
SOURCE = "quelle"
TAGS = "schlagw(?:o|ö)rter?|themen|stichwörter"
SERIES_LABEL = "(?:veranstaltungs|vortrags|vorlesungs)?reihe"
AUTHOR = "autor(?:in)?|text|von|bericht(?:erstatter(?:in)?)?"
_HOUSE_NAME = r"[A-ZÄÖÜ][\wäöüß-]+(?:\s+(?:für|und|der|des|[A-ZÄÖÜ][\wäöüß-]+))*"
#: Each with the group `who`.
ORGANISED_BY = (
    r"\b(?:veranstaltet|organisiert|ausgerichtet)\s+(?:wurde\s+\w+\s+)?(?:von|vom)\s+(?:de[rmn]\s+)?"
    rf"(?P<who>{_HOUSE_NAME})",
    rf"\b(?:[Aa]uf|der)\s+Einladung\s+(?:von|vom|der|des)\s+(?P<who>{_HOUSE_NAME})",
    rf"\b(?:lud|luden|hatte|hatten)\s+(?:die|der|das)\s+(?P<who>{_HOUSE_NAME})\b.{{0,160}}?\b(?:ein|eingeladen|geladen)\b",
    rf"\bzu\s+de[rm]\s+(?:die|der|das)\s+(?P<who>{_HOUSE_NAME})\b.{{0,140}}?\b(?:eingeladen|geladen)\s+hatten?\b",
)
HOUSE_ALONE = (
    r"stiftung|institut|akademie|universität|verein|verband|kammer|gesellschaft|ministerium|stadt|gemeinde|"
    r"hochschule"
)
#: Before the name of whoever asked the questions of an interview.
INTERVIEWED = (
    r"(?:(?:[Dd]as\s+)?(?:Gespräch|Interview)\s+führte|[Dd]ie\s+Fragen\s+stellte|Interview:|Gespräch:)"
)
