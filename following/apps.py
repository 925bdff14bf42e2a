from django.apps import AppConfig


class FollowingConfig(AppConfig):
    name = "following"
    verbose_name = "Readers who follow"

    def ready(self):
        """Say where a name may stand here: in the search that somebody follows."""
        from following.models import take_out_of_follows
        from publishing.forgetting import PLACES, Place

        PLACES.append(Place("searches that readers follow", None, take_out_of_follows, by_surname=True))
