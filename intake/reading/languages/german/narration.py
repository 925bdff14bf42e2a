"""German: what ends a speaker's voice: narration of the event, and people quoted from elsewhere."""

NARRATION = (
    r"\b(?:die (?:veranstaltung|sitzung|diskussion|versammlung|tagung|konferenz|debatte|lesung|"
    r"ausstellung)|der (?:abend|"
    r"vortrag|antrag|roman|saal|hörsaal)|das (?:podium|publikum|buch|gespräch|treffen)) (?:war|waren|wurde|wird|fand|"
    r"endete|begann|dauerte|stimmte|schloss|erschien|ist)\b|\b(?:wurde|wurden|wird) (?:\w+ "
    r"){0,5}(?:angenommen|abgelehnt|"
    r"beschlossen|verabschiedet|vertagt|gegründet|gebaut|eröffnet)\b|\b(?:gelächter|applaus|beifall)\b|"
    r"\b(?:kam|hieß|tönte|schallte|klang)\s+es\s+aus\b"
)
BACKGROUND = r"^(?:die (?:veranstaltung|sitzung|diskussion|tagung)|foto|bild)\b"
MODERATOR = r"\b(?:moderator|moderatorin|gesprächsleiter(?:in)?)$"
OUTSIDE = (
    r"\bhatte\b.{0,60}\bgeschrieben\b|\bin (?:seinem|ihrem|einem) (?:buch|brief|tagebuch|artikel|"
    r"roman|aufsatz|interview)\b|\bdamals\b"
)
OUTSIDE_AFTER = r"im jahr(?:e)? \d{4}|vor (?:\w+) jahren|damals|im vergangenen jahr|schon \d{4}"
OWN_WORDS = "ich|mir|mich|mein\\w*|wir|uns|unser\\w*|ihr|euch|euer\\w*"
PARTS_SPEAKERS_BEHIND_COMMA = "während|aber|doch|und|wohingegen"
PARTS_SPEAKERS = "während|aber|wohingegen"
CENTURY = r"\b\d\d\. jahrhundert"
OUTSIDE_VERB = r"\b(?:schrieb|schreibt)\b"
