from django.core.management.base import CommandError

from config import post
from following.deeds import tell_news
from publishing.commands import ArchiveCommand


class Command(ArchiveCommand):
    help = "Write to readers who follow a speaker, a topic or a search, if there is something new; from cron, each day."

    def handle(self, **options):
        if not post.is_sent():
            self.stdout.write("No mail is sent here (EMAIL_URL): nobody is written to.")
            return
        sent, failed = tell_news()
        self.stdout.write(f"{sent:,} letters sent.")
        if failed:
            raise CommandError(f"{failed:,} letters could not be sent; they are tried again the next time.")
