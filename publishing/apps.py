from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = "The record"  # as in the sidebar of the desk

    def ready(self):
        """Whatever readers see of a change, they see in another edition; whatever was saved is kept as a version."""
        from publishing import editions, forgetting, logbook, reviewing
        from publishing.changes import closings, consequences
        from publishing.history import keep_as_it_was, write_versions
        from publishing.versions import before_changes

        # Entries are found by what versions tell, so before those are forgotten.
        forgetting.PLACES += [
            forgetting.Place(
                "the history of the desk", forgetting.forget_entries_of, forgetting.take_out_of_entries
            ),
            forgetting.Place("versions", forgetting.forget_versions_of, forgetting.take_out_of_versions),
            forgetting.Place("reviews", reviewing.forget_of, reviewing.take_out_of_all),
            forgetting.Place("deeds", logbook.forget_of, logbook.take_out_of_all),
        ]
        before_changes.append(keep_as_it_was)
        consequences.append(write_versions)
        closings.append(editions.advance)
