"""Who may do what at the desk: three groups, and nothing but Django's permissions.

An editor enters and edits drafts; the screens add what a permission cannot say, that an item which is no draft is
a publisher's (publishing.publishable_admin), and so is a record that something public names
(publishing.named_admin). A publisher publishes, withdraws, edits what is public, merges and corrects. An
administrator does all that, keeps the accounts, says in the settings whose archive it is, and leads the addresses
of an old site on.
"""

from collections.abc import Iterable

from django.db import transaction

ENTERED = [
    "events.event",
    "events.statement",
    "events.appearance",
    "events.topic",
    "events.series",
    "events.venue",
    "opinions.opinion",
    "opinions.authorship",
    "opinions.teaser",
    "people.speaker",
    "people.namevariant",
    "people.affiliation",
    "people.organisation",
    "intake.intake",
    "search.abbreviation",
    "house.page",
]
#: Rows inside a form, and drafts: an editor may remove what they entered. Records that others use, they may not.
REMOVED_BY_EDITORS = [
    "events.event",
    "events.statement",
    "events.appearance",
    "opinions.opinion",
    "opinions.authorship",
    "opinions.teaser",
    "people.namevariant",
    "people.affiliation",
    "house.page",
]
PUBLISHED = ["events.event", "opinions.opinion", "house.page"]
ACCOUNTS = ["auth.user", "auth.group"]
DEEDS = ["publishing.logbookentry"]
HOUSE = ["house.house"]
OLD_SITE = ["house.redirect"]


def permissions_of(models: Iterable[str], *deeds: str) -> set[str]:
    """ "events.event", "view" → "events.view_event"."""
    return {f"{model.split('.')[0]}.{deed}_{model.split('.')[1]}" for model in models for deed in deeds}


EDITOR = (
    permissions_of(ENTERED, "view", "add", "change")
    | permissions_of(REMOVED_BY_EDITORS, "delete")
    | permissions_of(
        ["publishing.correction", "search.searchedfor", "events.complaint", "events.ownword"], "view"
    )
)
PUBLISHER = (
    EDITOR
    | permissions_of(ENTERED, "delete")
    | permissions_of(PUBLISHED, "publish")
    | permissions_of(["publishing.correction"], "view", "add", "change", "delete")
    | permissions_of(["search.searchedfor"], "delete")
    | permissions_of(["events.complaint"], "change", "delete")
    | permissions_of(["events.ownword"], "change")
)
ADMINISTRATOR = (
    PUBLISHER
    | permissions_of(ACCOUNTS, "view", "add", "change", "delete")
    | permissions_of(DEEDS, "view")
    | permissions_of(HOUSE, "view", "add", "change")
    | permissions_of(OLD_SITE, "view", "add", "change", "delete")
    | permissions_of(["house.notfound"], "view", "delete")
    | permissions_of(["people.speaker"], "forget")
    | permissions_of(["keeping.backup"], "view")
)

ROLES = {"Editor": EDITOR, "Publisher": PUBLISHER, "Administrator": ADMINISTRATOR}
#: What is said of them to whoever gives one.
IN_WORDS = {
    "Editor": "enters events and changes drafts, pastes reports; publishes nothing",
    "Publisher": "does what editors do, and publishes, withdraws, corrects and merges",
    "Administrator": "does what publishers do, keeps accounts, settings, redirects and backups, and forgets people",
}


@transaction.atomic
def make_roles(apps) -> None:
    """Make the groups, or bring their permissions up to date; ``apps`` may be those of a migration.

    The permissions are made here where they are missing: Django makes them only after all migrations have run.
    """
    group_model = apps.get_model("auth", "Group")
    # A migration knows the records of its day alone: a later one gives the permissions for newer records.
    known = {label for label in set().union(*ROLES.values()) if _is_known(apps, label)}
    rows = _permissions(apps, known)
    for name, permissions in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.set([rows[label] for label in sorted(permissions & known)])


def _is_known(apps, label: str) -> bool:
    app, model = _record(label)
    return model in apps.all_models[app]


def _permissions(apps, labels: set[str]) -> dict:
    """ "events.publish_event" → its row, made if need be with the name that Django would give it."""
    permission, content_type = (
        apps.get_model(name) for name in ("auth.Permission", "contenttypes.ContentType")
    )
    numbers = {(row.app_label, row.model): row.pk for row in content_type.objects.all()}
    for app, model in sorted({_record(label) for label in labels} - numbers.keys()):
        numbers[app, model] = content_type.objects.get_or_create(app_label=app, model=model)[0].pk

    def made() -> dict:
        return {(row.content_type_id, row.codename): row for row in permission.objects.all()}

    keys = {label: (numbers[_record(label)], label.partition(".")[2]) for label in sorted(labels)}
    there = made()
    missing = [
        permission(content_type_id=number, codename=codename, name=_name(apps, label))
        for label, (number, codename) in keys.items()
        if (number, codename) not in there
    ]
    if missing:
        permission.objects.bulk_create(missing, ignore_conflicts=True)  # somebody may make them this instant
        there = made()
    return {label: there[key] for label, key in keys.items()}


def _record(label: str) -> tuple[str, str]:
    """ "events.publish_event" → "events", "event"."""
    app, codename = label.split(".")
    return app, codename.rpartition("_")[2]


def _name(apps, label: str) -> str:
    app, codename = label.split(".")
    deed, _, model = codename.rpartition("_")
    options = apps.get_model(app, model)._meta
    return dict(options.permissions).get(codename, f"Can {deed} {options.verbose_name_raw}")
