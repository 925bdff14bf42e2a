"""What a page says of the same record in other languages."""

from typing import NamedTuple

from events.models import Event
from events.withdrawing import public_title
from opinions.models import Opinion
from public.languages import name_of_language
from publishing.interface import in_language, spoken


class Counterpart(NamedTuple):
    """A public record that is the same in another language, as a link to it has it."""

    language: str
    title: str
    path: str  # of its page in that language, where the interface speaks it
    is_first: bool  # the other one is its translation
    is_translation: bool

    @property
    def hreflang(self) -> str:
        return spoken(self.language) or self.language

    @property
    def language_in_words(self) -> str:
        return name_of_language(self.language)


def counterparts_of(record: Event | Opinion) -> list[Counterpart]:
    """Of a record with its ``public_counterparts``."""
    return [
        Counterpart(
            language=other.language,
            title=title_of(other),
            path=path_of(other),
            is_first=other.pk == record.translation_of_id,
            is_translation=other.translation_of_id == record.pk,
        )
        for other in record.public_counterparts
    ]


def title_of(record: Event | Opinion) -> str:
    return public_title(record) if isinstance(record, Event) else record.title


def path_of(record: Event | Opinion) -> str:
    path = record.get_absolute_url()
    return in_language(path, spoken(record.language)) if spoken(record.language) else path
