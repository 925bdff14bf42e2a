from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from people.forgetting import Whom, forget_person, passages, what_is_kept
from people.models import Speaker
from publishing.commands import ArchiveCommand


class Command(ArchiveCommand):
    help = (
        "Let a person be forgotten, everywhere and for good. Without --for-good it only says what would go."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "person", help="The end of the address, as in /speakers/artyom-lukin/: artyom-lukin."
        )
        parser.add_argument("--words-too", action="store_true", help="Withdraw their statements as well.")
        parser.add_argument("--why", default="", help="Kept without a name: “asked by letter, 24 November”.")
        parser.add_argument(
            "--tell", action="store_true", help="Put a line without a name into /corrections/."
        )
        parser.add_argument("--for-good", action="store_true", help="Do it. It cannot be undone.")

    def handle(self, *, person, words_too, why, tell, for_good, **options):
        speaker = Speaker.objects.filter(slug=person.strip("/").rpartition("/")[2]).first()
        if speaker is None:
            raise CommandError(f"Nobody stands at /speakers/{person}/.")
        for line in what_is_kept(speaker, words_too):
            self.stdout.write(f"{line.times:>6}  {line.place}: {line.becomes}")
        if not for_good:
            for passage in passages(Whom.of(speaker)):
                self.stdout.write(f"        {passage.record}: …{passage.text}…")
            self.stdout.write("Nothing was changed. --for-good does it.")
            return
        try:
            forget_person(speaker, why=why, words_too=words_too, is_told=tell)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write("Forgotten.")
