"""Who may do what at the desk: three groups, and nothing but Django's permissions.

An editor enters and edits drafts; the screens add what a permission cannot say, that an item which is no draft is
a publisher's (publishing.admin), and so is a record that something public names (publishing.named_admin). A publisher
publishes, withdraws, edits what is public, merges and corrects. An administrator does all that, keeps the accounts,
says in the settings whose archive it is, and leads the addresses of an old site on.
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
    | permissions_of(["publishing.correction", "search.searchedfor", "events.complaint"], "view")
)
PUBLISHER = (
    EDITOR
    | permissions_of(ENTERED, "delete")
    | permissions_of(PUBLISHED, "publish")
    | permissions_of(["publishing.correction"], "view", "add", "change", "delete")
    | permissions_of(["search.searchedfor"], "delete")
    | permissions_of(["events.complaint"], "change", "delete")
)
ADMINISTRATOR = (
    PUBLISHER
    | permissions_of(ACCOUNTS, "view", "add", "change", "delete")
    | permissions_of(DEEDS, "view")
    | permissions_of(HOUSE, "view", "add", "change")
    | permissions_of(OLD_SITE, "view", "add", "change", "delete")
    | permissions_of(["house.notfound"], "view", "delete")
)

ROLES = {"Editor": EDITOR, "Publisher": PUBLISHER, "Administrator": ADMINISTRATOR}
#: What is said of them to whoever gives one.
IN_WORDS = {
    "Editor": "enters events and changes drafts, pastes reports; publishes nothing",
    "Publisher": "does what editors do, and publishes, withdraws, corrects and merges",
    "Administrator": "does what publishers do, and keeps accounts, settings and redirects",
}


@transaction.atomic
def make_roles(apps) -> None:
    """Make the groups, or bring their permissions up to date; ``apps`` may be those of a migration.

    The permissions are made here where they are missing: Django makes them only after all migrations have run.
    """
    group_model = apps.get_model("auth", "Group")
    for name, permissions in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=name)
        # A migration knows the records of its day alone: a later one gives the permissions for newer records.
        known = [label for label in sorted(permissions) if _is_known(apps, label)]
        group.permissions.set([permission(apps, label) for label in known])


def _is_known(apps, label: str) -> bool:
    app, codename = label.split(".")
    return codename.rpartition("_")[2] in apps.all_models[app]


def permission(apps, label: str):
    """The row of "events.publish_event", made if need be with the name that Django would give it."""
    app, codename = label.split(".")
    deed, _, model = codename.rpartition("_")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    options = apps.get_model(app, model)._meta
    own_names = dict(options.permissions)
    row, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": own_names.get(codename, f"Can {deed} {options.verbose_name_raw}")},
    )
    return row
