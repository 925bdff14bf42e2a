"""The table in docs/editors.md says what desk/roles.py gives, and each address of the desk asks for just that."""

import re
from pathlib import Path

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from desk import roles
from desk.roles import ROLES, permissions_of
from house.models import House
from publishing.changes import unit_of_work
from tests.desk.test_query_counts import LISTS
from tests.desk.users import make_user
from tests.factories import EventFactory, OpinionFactory, PageFactory, StatementFactory

DOCS = Path(__file__).resolve().parents[2] / "docs/editors.md"

# --- The table ---

NOT_REMOVED_BY_EDITORS = sorted(set(roles.ENTERED) - set(roles.REMOVED_BY_EDITORS))
RECORD = ["publishing.correction", "search.searchedfor", "events.complaint", "events.ownword"]
#: Each line of the table: the permissions that it stands for. One without any is for everybody, None is for no role.
DEEDS: dict[str, set[str] | None] = {
    "Read what is public, report a wrong attribution": set(),
    "See drafts and versions, complaints, searches": permissions_of([*roles.ENTERED, *RECORD], "view"),
    "Enter, paste reports; change drafts and what only drafts name": permissions_of(
        roles.ENTERED, "add", "change"
    ),
    "Propose a change to what is public, hand in for review": permissions_of(
        ["events.event", "opinions.opinion", "people.speaker"], "change"
    ),
    "Delete drafts that never were public": permissions_of(roles.REMOVED_BY_EDITORS, "delete"),
    "Publish, schedule, withdraw; change what is public or what it names": permissions_of(
        roles.PUBLISHED, "publish"
    ),
    "Merge and delete people, topics, series, venues, organisations": permissions_of(
        NOT_REMOVED_BY_EDITORS, "delete"
    ),
    "Correct in public, answer complaints and speakers, clear searches": permissions_of(
        ["publishing.correction"], "add", "change", "delete"
    )
    | permissions_of(["events.complaint"], "change", "delete")
    | permissions_of(["events.ownword"], "change")
    | permissions_of(["search.searchedfor"], "delete"),
    "Invite, give roles, make links, deactivate, reset a second factor, end log-ins": permissions_of(
        roles.ACCOUNTS, "view", "add", "change", "delete"
    ),
    "Read who did what (deeds)": permissions_of(roles.DEEDS, "view"),
    "Say in the settings whose archive it is": permissions_of(roles.HOUSE, "view", "add", "change"),
    "Lead addresses of an old site on": permissions_of(roles.OLD_SITE, "view", "add", "change", "delete")
    | permissions_of(["house.notfound"], "view", "delete"),
    "Let a person be forgotten": permissions_of(["people.speaker"], "forget"),
    "See how the archive stands: backups, disk, links": permissions_of(["keeping.backup"], "view"),
    "Make or change a superuser": None,
}


def test_table_in_the_docs_says_what_the_roles_give():
    section = DOCS.read_text(encoding="utf-8").partition("## Who may\n")[2].partition("\n## ")[0]
    head, _, *lines = [re.split(r" *\| *", line.strip(" |")) for line in section.splitlines() if "|" in line]

    assert head[1:] == ["nobody", *ROLES]
    assert {line[0]: line[1:] for line in lines} == {
        deed: ["–" if needed is None or needed - given else "yes" for given in (set(), *ROLES.values())]
        for deed, needed in DEEDS.items()
    }


def test_each_permission_of_a_role_stands_in_the_table():
    assert set().union(*(needed for needed in DEEDS.values() if needed)) == set().union(*ROLES.values())


# --- The addresses ---

#: What the addresses of a kind of record ask for: any of these permissions.
WAYS = {
    "changelist": ("view", "change"),
    "add": ("add",),
    "change": ("view", "change"),
    "delete": ("delete",),
    "merge": ("delete",),
    "withdraw": ("publish",),
    "move": ("change",),
    "forget": ("forget",),
    "unattributed": ("change",),
    "names_out": ("publish",),
    "csv": ("view", "change"),
    "xlsx": ("view", "change"),
    "table": ("change",),
    "link": ("change",),
    "password_change": ("change",),
}
#: Those that have no number in them.
OF_A_LIST = ("changelist", "add", "merge", "csv", "xlsx", "table")
#: What is made and deleted on another's form, by readers, or not at all, whatever a role has.
CLOSED = {
    "publishing_correction_add", "events_statement_add", "events_statement_delete", "events_complaint_add",
    "search_searchedfor_add", "events_ownword_add", "events_ownword_delete", "house_house_delete", "house_notfound_add",
    "publishing_logbookentry_add", "publishing_logbookentry_delete",
}  # fmt: skip
#: Whoever is not logged in needs them.
OPEN = {"login", "logout", "session", "choose_password", "forgotten", "first"}
#: Made last, so that they are the newest of their kinds: drafts, for which nothing but the right decides.
DRAFTS = [
    House.objects.get_or_create,
    lambda: StatementFactory(appearance__event=EventFactory()),
    OpinionFactory,
    lambda: PageFactory(status="draft", publish_at=None),
]


@pytest.fixture(scope="module")
def records(for_the_module) -> dict[str, int]:
    """The number of a record of each kind: "events_event" → 1."""
    with unit_of_work():
        for number, (make, _) in enumerate(LISTS.values()):
            make(number)
        for make_draft in DRAFTS:
            make_draft()
    newest = {model: model._default_manager.latest("pk").pk for model in admin.site._registry}
    return {f"{model._meta.app_label}_{model._meta.model_name}": pk for model, pk in newest.items()}


def named_addresses(patterns, before: str = ""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named_addresses(pattern.url_patterns, before + str(pattern.pattern))
        elif before.startswith("admin/"):
            yield pattern.name, "/" + before + str(pattern.pattern)


@pytest.mark.rendering
def test_nobody_is_led_from_each_address_to_the_log_in(client, records):
    addresses = {
        re.sub(r"<[^>]+>", "1", address)
        for name, address in named_addresses(get_resolver().url_patterns)
        if name not in OPEN and "(" not in address
    }

    answers = {address: client.get(address).headers.get("Location", "") for address in sorted(addresses)}

    assert len(answers) > 100
    assert [address for address, to in answers.items() if not to.startswith("/admin/login/")] == []


@pytest.mark.rendering  # permissions are asked for in one way on each database
@pytest.mark.parametrize("role", ROLES)
def test_each_address_of_a_record_asks_for_its_permission(db, records, role):
    client = Client()
    client.force_login(make_user(role))
    names = {name for name, _ in named_addresses(get_resolver().url_patterns)}
    asked = [(kind, way) for kind in records for way in WAYS if f"{kind}_{way}" in names]

    wrong = [
        f"{kind}_{way}" for kind, way in asked if not is_as_given(client, role, kind, way, records[kind])
    ]

    assert len(asked) > 70
    assert wrong == []


def is_as_given(client, role: str, kind: str, way: str, pk: int) -> bool:
    """Whether the address answers as the role's permissions say; a form that is only to be read takes nothing."""
    address = reverse(f"admin:{kind}_{way}", args=() if way in OF_A_LIST else [pk])
    may = any(has(role, kind, deed) for deed in WAYS[way]) and f"{kind}_{way}" not in CLOSED
    if way == "change" and not has(role, kind, "change") and client.post(address).status_code != 403:
        return False
    return (client.get(address).status_code != 403) == may


def has(role: str, kind: str, deed: str) -> bool:
    app, model = kind.split("_")
    if (kind, deed) == ("events_statement", "publish"):
        model = "event"  # a statement is published with its event
    return f"{app}.{deed}_{model}" in ROLES[role]
