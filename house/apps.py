from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "house"
    verbose_name = "The house"  # as in the sidebar of the desk

    def ready(self):
        """Say that each save of the settings and of a page is kept as a version, when readers notice one, that
        addresses of the old site may have names, and that they lead to a record wherever it goes."""
        from house.models import House, Page
        from house.noticed import tell_readers
        from house.old_site.judging import follow
        from house.old_site.missing import forget_names, forget_names_at, forget_redirects_to
        from publishing.changes import completions
        from publishing.forgetting import ADDRESSES_OF, PLACES, Place
        from publishing.models import moved
        from publishing.wholes import keeps_versions

        keeps_versions(House)
        keeps_versions(Page)
        completions.append(tell_readers)
        PLACES.append(Place("addresses of the old site", forget_names_at, forget_names, by_surname=True))
        ADDRESSES_OF.append(forget_redirects_to)
        moved.append(follow)
