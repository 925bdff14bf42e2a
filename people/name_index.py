"""Every word of every name, and the keys under which it is looked up; ``people.matching`` asks them."""

from collections.abc import Iterable, Sequence
from itertools import batched

from django.db.models import Exists, OuterRef

from people.models import NameKey, NameUse, NameVariant, Speaker
from people.names import stored_keys, words
from publishing.changes import Changes, unit_of_work
from publishing.questions import OneOf, StandingQuestion

NAMES = StandingQuestion(lambda: Speaker.objects.filter(OneOf("pk")).order_by().values_list("pk", "name"))
VARIANTS = StandingQuestion(
    lambda: NameVariant.objects.filter(OneOf("speaker")).order_by().values_list("speaker_id", "pk", "name")
)
BATCH = 1000
#: Nobody has, or types, a longer one.
LONGEST_WORD = 100


def index_changed_names(changes: Changes) -> None:
    """Make the names of the speakers who were changed findable as they are now."""
    for batch in batched(sorted(changes.get(Speaker, ())), BATCH):
        _write_keys(_write_uses(batch))


def rebuild_names() -> int:
    """Make all names findable anew, batch by batch, and drop keys that lead nowhere; returns how many people."""
    count, last = 0, 0
    written: set[str] = set()
    everybody = Speaker.objects.order_by("pk").values_list("pk", flat=True)
    while speakers := list(everybody.filter(pk__gt=last)[:BATCH]):
        with unit_of_work(alone=True):
            new = _write_uses(speakers) - written
            _write_keys(new)
        written |= new
        count, last = count + len(speakers), speakers[-1]
    NameKey.objects.filter(~Exists(NameUse.objects.filter(word=OuterRef("word")))).delete()
    return count


def _write_uses(speakers: Sequence[int]) -> set[str]:
    """Write the words of all spellings of these speakers, and return them; of those who are gone, none."""
    NameUse.objects.filter(speaker__in=speakers).delete()
    spellings: list[tuple[int, int | None, str]] = [(pk, None, name) for pk, name in NAMES.ask(pk=speakers)]
    spellings += VARIANTS.ask(speaker=speakers)
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
