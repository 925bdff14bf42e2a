from django.apps import AppConfig
from django.db.models import OuterRef


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "Archive"  # as in the sidebar of the desk

    def ready(self):
        """People are found by their names as they are at the end of a unit of work; what names an organisation; how a
        name is known in an address; what is kept of each save."""
        from people.models import Affiliation, NameVariant, Organisation, Speaker, remember_names
        from people.name_index import index_changed_names
        from people.named_in_addresses import stands_in_address
        from publishing.changes import completions, consequences
        from publishing.forgetting import known_in_addresses
        from publishing.wholes import Part, keeps_versions

        keeps_versions(Organisation)
        keeps_versions(
            Speaker,
            Part("variants", NameVariant, "speaker", ("spelling", "spellings"), called="name", same="name"),
            Part("affiliations", Affiliation, "speaker", ("post", "posts held"), called="organisation"),
        )
        known_in_addresses.append(stands_in_address)
        completions.append(remember_names)
        consequences.append(index_changed_names)
        Organisation.naming_ways.append(
            lambda: Affiliation.objects.filter(
                organisation=OuterRef("pk"), speaker__in=Speaker.all_named_in_public()
            )
        )
