"""What is for readers, and not to be found by a search engine: a person asked for it, or an editor saw reason to."""

from django.db import models


class KeptAway(models.Model):
    """A record that an editor can keep from search engines; what follows of it, ``public.search_engines`` knows."""

    kept_from_search_engines = models.BooleanField(
        "keep away from search engines",
        default=False,
        db_default=False,
        help_text="Readers of the archive find it as before. Search engines are asked to leave out its page, and every "
        "other page that repeats it.",
    )

    class Meta:
        abstract = True
