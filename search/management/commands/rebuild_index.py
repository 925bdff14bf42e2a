from people.name_index import rebuild_names
from publishing.commands import ArchiveCommand
from search.counting import recount_all
from search.indexing import rebuild


class Command(ArchiveCommand):
    help = "Make the search index and the counts anew from the records; search goes on meanwhile."

    def handle(self, **options):
        self.stdout.write(f"Names of {rebuild_names():,} people are indexed.")
        rebuild(lambda kind, count: self.stdout.write(f"{kind.label}: {count:,} can be found."))
        recount_all()
        self.stdout.write("What pages count is counted.")
