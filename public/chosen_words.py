"""A link to some words of a statement: which they are, whose, and how they are cited."""

import re
from typing import NamedTuple, Self
from urllib.parse import quote

from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models import Statement
from events.passages import quoted_parts
from events.quotation import Known, quoted_spans, with_marks
from public.citing.reference import Reference
from public.meta import absolute, permanent

#: ``?words=14-25``: the first and the last word, counted from one as they stand on the page.
ASKED = re.compile(r"([1-9]\d{0,4})-([1-9]\d{0,4})")
WHOSE = {
    Known.QUOTE: "",
    Known.MIXED: _("These are the report’s words; only those in quotation marks are the speaker’s."),
    Known.PARAPHRASE: _(
        "These are the report’s words, not the speaker’s. Do not set them in quotation marks."
    ),
    Known.TRANSLATED: _(
        "This is our translation of what was said in another language. Do not set it in quotation marks."
    ),
    Known.SUMMARY: _("These are our words. They stand in no report: cite them as the archive’s summary."),
}


class Chosen(NamedTuple):
    """Words of one statement, as its page shows them."""

    statement: Statement
    cited: Reference
    text: str  # the statement's, with its marks
    first: int
    last: int
    start: int
    end: int

    @classmethod
    def of(cls, statement: Statement, cited: Reference, asked: str) -> Self | None:
        """What ``asked`` chooses; None where it chooses nothing, or nothing that is there any more."""
        match = ASKED.fullmatch(asked)
        if not match:
            return None
        first, last = int(match[1]), int(match[2])
        text = with_marks(statement.text, statement.known, statement.event.language)
        words = list(re.finditer(r"\S+", text))
        if not first <= last <= len(words):
            return None
        return cls(statement, cited, text, first, last, words[first - 1].start(), words[last - 1].end())

    @property
    def words(self) -> str:
        """Without the marks at their ends, which ``quotation`` sets where they belong."""
        return self.text[self.start : self.end].strip('“”„«»"‘’ ')

    @property
    def html(self) -> SafeString:
        """The whole statement, with these words marked."""
        return quoted_parts(self.text, self.statement.known, (self.start, self.end))

    @property
    def are_the_speakers(self) -> bool:
        if self.statement.known == Known.QUOTE:
            return True
        spans = quoted_spans(self.text) if self.statement.known == Known.MIXED else []
        return any(start <= self.start and self.end <= end for start, end in spans)

    @property
    def warning(self) -> str:
        """What a reader has to know before citing them as somebody's."""
        return "" if self.are_the_speakers else str(WHOSE[self.statement.known])

    @property
    def address(self) -> str:
        """One of our own, that opens at these words."""
        return f"{permanent(self.statement)}?words={self.first}-{self.last}#words"

    @property
    def in_report(self) -> str:
        """The page of the event, at these words where the browser can (a text fragment), else at the passage."""
        if self.statement.start is None:
            return ""
        page = absolute(self.statement.event.get_absolute_url())
        # A hyphen at an end would say that these words stand before or after those that are meant.
        words = quote(self.words, safe="").replace("-", "%2D")
        return f"{page}#p-{self.statement.pk}:~:text={words}"

    @property
    def citation(self) -> str:
        """The words, in marks only where they are the speaker's, and the sentence of their statement."""
        sentence = self.cited.sentence.replace(self.cited.address, self.address)
        if self.are_the_speakers:
            return f"{with_marks(self.words, Known.QUOTE, self.statement.event.language)} {sentence}"
        if self.statement.known == Known.SUMMARY:
            whose = gettext("The archive’s words: %(words)s.")
        elif self.statement.known == Known.TRANSLATED:
            whose = gettext("The archive’s translation: %(words)s.")
        else:
            whose = gettext("The report’s words: %(words)s.")
        return f"{whose % {'words': self.words.rstrip('.')}} {sentence}"
