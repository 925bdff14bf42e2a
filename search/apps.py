from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "search"

    def ready(self):
        """Hear of what is saved, and index and count it at the end of its unit of work; make an old index anew."""
        from publishing.changes import consequences
        from publishing.forgetting import PLACES, Place
        from search import receivers  # noqa: F401 -- connects them
        from search.counting import index_and_count
        from search.known_words import take_out_of_known_words
        from search.log import take_out_of_log
        from search.upgrading import bring_up_to_date

        PLACES += [
            Place("the log of searches", None, take_out_of_log, by_surname=True),
            Place("words that searches know", None, take_out_of_known_words, by_surname=True),
        ]
        consequences.append(index_and_count)
        post_migrate.connect(bring_up_to_date, sender=self)
