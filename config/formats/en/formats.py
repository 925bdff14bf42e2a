"""How dates and times are written in English where no template says it: as everywhere else, by 24 hours."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j M Y, H:i"
TIME_FORMAT = "H:i"
