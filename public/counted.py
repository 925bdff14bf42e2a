"""How many there are of something, in words: a language has as many forms as it needs."""

from functools import lru_cache

from django.utils.translation import get_language, ngettext_lazy, pgettext
from django.utils.translation import gettext as _

#: What is counted on pages and on the desk, by the name that templates call it.
COUNTED = {
    "event": ngettext_lazy("%(number)s event", "%(number)s events", "of"),
    "event found": ngettext_lazy("%(number)s event found", "%(number)s events found", "of"),
    "chaired event": ngettext_lazy("chaired %(number)s event", "chaired %(number)s events", "of"),
    "position": ngettext_lazy("%(number)s position", "%(number)s positions", "of"),
    "statement": ngettext_lazy("%(number)s statement", "%(number)s statements", "of"),
    "opinion": ngettext_lazy("%(number)s opinion", "%(number)s opinions", "of"),
    "article": ngettext_lazy("%(number)s article", "%(number)s articles", "of"),
    "speaker": ngettext_lazy("%(number)s speaker", "%(number)s speakers", "of"),
    "person": ngettext_lazy("%(number)s person", "%(number)s people", "of"),
    "other": ngettext_lazy("%(number)s other", "%(number)s others", "of"),
    "result": ngettext_lazy("%(number)s result", "%(number)s results", "of"),
    "suggestion": ngettext_lazy("%(number)s suggestion", "%(number)s suggestions", "of"),
    "claim": ngettext_lazy("%(number)s claim", "%(number)s claims", "of"),
    "change": ngettext_lazy("%(number)s change", "%(number)s changes", "of"),
    "thing": ngettext_lazy("%(number)s thing", "%(number)s things", "of"),
    "time": ngettext_lazy("%(number)s time", "%(number)s times", "of"),
    "year": ngettext_lazy("%(number)s year", "%(number)s years", "of"),
    "month": ngettext_lazy("%(number)s month", "%(number)s months", "of"),
}


def counted(number: int, what: str) -> str:
    """3, "position" → "3 positions"."""
    return _counted(number, what, get_language())


@lru_cache(maxsize=10_000)
def _counted(number: int, what: str, _language: str | None) -> str:
    return COUNTED[what] % {"number": thousands(number), "of": number}


def noun(number: int, what: str) -> str:
    """3, "position" → "positions": where the number itself stands beside it."""
    return counted(number, what).removeprefix(thousands(number)).strip()


def per_hundred(number: int, of_all: int) -> str:
    """12 of 50 → "24"; less than one of a hundred is not nothing."""
    share = 100 * number / of_all if of_all else 0
    return _("under 1") if 0 < share < 1 else str(round(share))


def thousands(number: int) -> str:
    if number < 1_000:  # as most are: nothing stands between
        return str(number)
    return f"{number:,}".replace(",", _between_thousands(get_language()))


@lru_cache(maxsize=100)
def _between_thousands(_language: str | None) -> str:
    return pgettext("between thousands", ",")
