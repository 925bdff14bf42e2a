from django.core.management.base import BaseCommand, CommandError
from django.db import connection

MOST = 100


class Command(BaseCommand):
    help = "Look through an SQLite database for damage; its own `sqlite3` lacks the functions that our indexes use."
    # It looks at the database, not at the settings.
    requires_system_checks: list[str] = []

    def handle(self, **options):
        if connection.vendor != "sqlite":
            raise CommandError("PostgreSQL is looked through by its own pg_amcheck.")
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA integrity_check({MOST})")
            found = [said for (said,) in cursor.fetchall() if said != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            found += [
                f"{table}, row {row}: what it points to in {target} is not there"
                for table, row, target, _ in cursor.fetchmany(MOST)
            ]
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("The database is whole.")
