"""Every word of every name, and the keys under which it is looked up; ``people.matching`` asks them."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef

from people.models import NameKey, NameUse, NameVariant, Speaker
from people.names import stored_keys, words

BATCH = 1000
#: Nobody has, or types, a longer one.
LONGEST_WORD = 100


@transaction.atomic
def index_names(speakers: Iterable[Speaker]) -> None:
    """Make the names of ``speakers`` findable as they are now."""
    _write_keys(_write_uses(list(speakers)))


def rebuild_names() -> int:
    """Make all names findable anew, batch by batch, and drop keys that lead nowhere; returns how many people."""
    count, last = 0, 0
    written: set[str] = set()
    while speakers := list(Speaker.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        with transaction.atomic():
            new = _write_uses(speakers) - written
            _write_keys(new)
        written |= new
        count, last = count + len(speakers), speakers[-1].pk
    NameKey.objects.filter(~Exists(NameUse.objects.filter(word=OuterRef("word")))).delete()
    return count


def _write_uses(speakers: list[Speaker]) -> set[str]:
    """Write the words of all spellings of ``speakers``, and return them."""
    NameUse.objects.filter(speaker__in=speakers).delete()
    variants = NameVariant.objects.filter(speaker__in=speakers)
    spellings: list[tuple[int, int | None, str]] = [(speaker.pk, None, speaker.name) for speaker in speakers]
    spellings += variants.values_list("speaker_id", "pk", "name")
    uses = [
        NameUse(speaker_id=speaker_id, variant_id=variant_id, word=word)
        for speaker_id, variant_id, name in spellings
        for word in words(name)
        if len(word) <= LONGEST_WORD
    ]
    NameUse.objects.bulk_create(uses, batch_size=BATCH)
    return {use.word for use in uses}


def _write_keys(new: Iterable[str]) -> None:
    keys = [NameKey(key=key, word=word) for word in sorted(new) for key in sorted(stored_keys(word))]
    NameKey.objects.bulk_create(keys, ignore_conflicts=True, batch_size=BATCH)
