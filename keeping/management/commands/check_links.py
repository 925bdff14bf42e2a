from django.core.management.base import BaseCommand

from keeping.links import check_links
from keeping.models import DeadLink


class Command(BaseCommand):
    help = "Ask the sites to which records link whether they still answer; the desk shows which did not."

    def handle(self, **options):
        asked, dead = check_links()
        for link in DeadLink.objects.all():
            self.stdout.write(f"{link.address}: {link.answer}, in {link.kind} {link.object_id}")
        self.stdout.write(f"{asked - dead:,} of {asked:,} links answer.")
