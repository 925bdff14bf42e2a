"""German: verbs of saying as patterns, and what they do."""

import re

from intake.reading.cues import Act, Phrase
from intake.reading.languages.german.words.reporting import (
    OF_THINGS,
    PARTICLES,
    SAY,
    SEVERAL_SAY,
    STANCE,
    SUBJUNCTIVE,
    WEAK,
)
from intake.reading.quotes import COVER

#: What several say ends as what one says, and in -n: murmelte, murmelten.
ALL_SAY = {*SAY, *(f"{verb}n" for verb in SAY if verb.endswith("te"))}
ALL_WEAK = {*WEAK, *(f"{verb}n" for verb in WEAK if verb.endswith("te"))}
SAYS = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(ALL_SAY, key=len, reverse=True))})(?![\w-])")
#: What none but people do: „Der Nachtwächter klagte“.
PEOPLE_SAY = "|".join(sorted({*ALL_SAY, *SEVERAL_SAY} - OF_THINGS, key=len, reverse=True))
STANDS = re.compile(rf"(?<!\w)(?:{STANCE})")
REPORTED_MOOD = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(SUBJUNCTIVE, key=len, reverse=True))})(?![\w-])")
#: What was said, behind a weak verb: a clause, a colon, a quotation, or its particle.
COMPLEMENT = re.compile(
    rf",\s+(?:dass|ob|wie|wer|was|warum|wo|wann|welche\w*)\b|:(?:\s|$)|{COVER}|{PARTICLES}(?=\s*[,.:;]|\s*$|\s+und\b)|"
    r"\bin\s+(?:\w+\s+){1,3}(?:eine|einen|ein|die|den|das|keine|keinen|kein)\s"
)
#: „stellte Ergebnisse aus zwölf Dörfern vor, in denen …“: what follows is what was found.
FOUND = re.compile(
    r"\b\w*(?:[Ee]rgebnisse|[Bb]efunde|[Zz]ahlen|[Dd]aten|[Ss]tudien?|[Uu]mfrage|[Aa]uswertung|[Ee]rhebung|[Uu]ntersuchung|[Bb]erechnungen|[Aa]nalyse)"
    r"\b[^.;:]*?\bvor,\s+(?:(?:in|nach|laut|aus|bei|von|mit)\s+)?(?:der|die|das|dem|denen)\b"
)
WANTS_TO_KNOW = re.compile(r"\b(?:wissen|hören|sehen|haben|festhalten)\b|,\s+dass\b")
MADE_CLEAR = re.compile(
    r"\b(?:klar|fest|in\s+(?:Frage|Aussicht)|infrage|zur\s+(?:Diskussion|Debatte)|heraus)\b|\bFragen?(?=,\s+(?:ob|w[aeio])|:|\s+nach\b)|,\s+(?:wonach|derzufolge|demzufolge)\b|,\s+(?:dass|ob|wie)\b|:\s"
)
#: „hielt den Vortrag“ says nothing of what was said in it.
A_TALK = re.compile(
    r"\b(?:\w+)?(?:[Vv]ortrag|[Rr]ede|[Rr]eferat|[Ll]audatio|[Aa]nsprache|[Gg]rußworte?|[Vv]orlesung|[Pp]redigt|[Kk]eynote|"
    r"[Ii]mpuls)\b"
)
#: „schlug einen anderen Ton an“, „führte in das Thema ein“: how they spoke, and nothing that they said.
A_TONE = re.compile(r"\b(?:Ton|Töne|Tonart|Tonlage|Saiten|Akkord|Lied|Kapitel)\b")
LEADS_IN = re.compile(
    r"\b(?:[Ii]n(?:s|\s+(?:das|die|den))|zum|zur)\s+(?:\w+\s+)?(?:\w*[Tt]hem(?:a|en|atik)|\w*[Gg]egenstand|\w*[Pp]roblematik|\w*[Mm]aterie|"
    r"\w*[Dd]iskussion|\w*[Tt]agung|\w*[Aa]bend|\w*[Gg]espräch|\w*[Ww]erk|\w*[Aa]usstellung|\w*[Vv]eranstaltung|\w*[Ff]rage)\b"
)
A_CLAUSE = re.compile(rf",\s+(?:dass|ob|wie|warum|indem)\b|:\s|{COVER}")
PLEADING = {"bat", "bittet", "baten", "warb", "wirbt", "warben"}
#: „bat Jule Brandes um Busse“: for what, behind who.
PLEADED_FOR = re.compile(
    r"(?:\s+[\wäöüß-]+){1,6}?(?:\s+(?:um|für|darum)\b|,\s+[^,;:.]{0,80}?\b(?:zu\s+[a-zäöüß]+n|[a-zäöüß]+zu[a-zäöüß]+en)\b)"
)
WANTING = {"will", "wollte", "wollten", "möchte", "mochte"}
#: „nannte drei Gründe“, „schilderte ihre Erfahrungen“, „führte mehrere Beispiele an, die …“: none of them stands there.
NAMING = re.compile(
    r"(?:nann|nenn|benann|formulier|skizzier|identifizier|schilder|bericht|führ|sprach|spricht|gab|gibt|erläuter)"
)
_POINTS = (
    r"(?:zu\w+\s+|auch\s+|gleich\s+|von\s+)?(?:(?:zwei|drei|vier|fünf|sechs|sieben|acht|zehn|mehrere|einige|verschiedene|zahlreiche|"
    r"weitere|\d+|eine\s+Reihe\s+von|die\s+wichtigsten|seinen?|ihren?)\s+(?:[a-zäöüß]+en?\s+)?"
    r"(?:\w+(?:gründe|punkte|thesen|beispiele|forderungen)|Gründe|Punkte|Thesen|Beispiele|Probleme|Bedingungen|Forderungen|Ursachen|"
    r"Aspekte|Herausforderungen|Faktoren|Vorschläge|Empfehlungen|Argumente|Einwände|Risiken|Kriterien|Schlüsse|Lehren|Ziele|"
    r"Aufgaben|Wünsche|Erfahrungen|Eindrücke|Prinzipien|Grundsätze|Maßnahmen|Szenarien|Überlegungen)|Beispiele)(?![\w-])"
)
_MORE = rf"[^,.:;–—{COVER}]*(?:,\s+(?:\w+\s+)?(?:die|der|das|denen|deren)\s[^:;–—{COVER}]*)?[.!]*$"
POINTS_BEHIND = re.compile(rf"\s+{_POINTS}{_MORE}")
POINTS_BEFORE, NO_MORE = re.compile(rf"\W*{_POINTS}\s+$", re.I), re.compile(rf"[^,.:;–—{COVER}]*[.!]*$")
ASKING = ("fragt", "wollte", "möchte", "will", "hakt")
ANSWERING = ("antwort", "entgegn", "erwider", "sagte", "räumte", "konter")


def completes(masked: str, verb: re.Match) -> bool:
    """Weak verbs say something only with what is told behind them."""
    word, after = verb.group(), masked[verb.end() :]
    if word in WANTING:
        return bool(WANTS_TO_KNOW.search(after))
    if word in PLEADING and PLEADED_FOR.match(after):
        return True
    if word not in ALL_WEAK or masked.startswith(COVER):
        return True
    if word.startswith(("hielt", "hält")) and A_TALK.search(after):
        return False
    if (
        word.startswith(("schlug", "schläg", "stimm"))
        and A_TONE.search(masked)
        and not A_CLAUSE.search(after)
    ):
        return False
    if word.startswith("führ") and LEADS_IN.search(masked) and not A_CLAUSE.search(after):
        return False
    if word.startswith("stell"):  # „stellte ihren Roman vor“ says nothing
        return bool(MADE_CLEAR.search(after) or FOUND.search(after))
    told = masked[: verb.start()].rstrip().removesuffix(" so")  # „Sie habe, so berichtete sie, …“
    if told.endswith(",") and REPORTED_MOOD.search(told):
        return True  # „Das sei lange ein Tabu gewesen, berichtete Rossi“
    clause = "," in after and REPORTED_MOOD.search(after)
    return bool(
        COMPLEMENT.search(after) or clause or word in ("nannte", "nennt", "nannten", "verwies", "verweist")
    )


def announces(masked: str, verb: re.Match, phrase: Phrase) -> bool:
    """Whether somebody is told to have given reasons, examples or the like, and none of them stands there."""
    if not NAMING.match(verb.group()):
        return False
    inverted = phrase.start > verb.start()
    behind = phrase.end if inverted else verb.end()
    before = inverted and POINTS_BEFORE.match(masked[: verb.start()]) and NO_MORE.match(masked, behind)
    return bool(before or POINTS_BEHIND.match(masked, behind))


def act_of(verb: str) -> Act:
    """Whether a verb asks, or can stand with an answer."""
    low = verb.lower()
    if low.startswith(ASKING):
        return Act.ASKS
    return Act.ANSWERS if low.startswith(ANSWERING) else Act.SAYS
