from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import sendtestemail

from config import post


class Command(sendtestemail.Command):
    """Django's, which tells in a sentence why no letter goes: an operator tries it until EMAIL_URL is right."""

    def handle(self, *args, **options):
        if not post.is_sent():
            raise CommandError("No mail is sent here: set EMAIL_URL.")
        try:
            super().handle(*args, **options)
        except OSError as error:  # smtplib's are, and those of TLS
            raise CommandError(
                f"The mail server took no letter ({error}): look at EMAIL_URL, and at the sender, "
                f"{settings.DEFAULT_FROM_EMAIL}."
            ) from None
        self.stdout.write("The mail server has taken the letter.")
