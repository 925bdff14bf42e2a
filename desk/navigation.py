"""The groups in the sidebar, with what this user may see."""

from functools import cache

from django.urls import reverse

GROUPS = {
    "Archive": [
        ("Events", "event", "events.event"),
        ("Reports being read", "plagiarism", "intake.intake"),
        ("Speakers", "groups", "people.speaker"),
        ("Statements", "format_quote", "events.statement"),
        ("Opinions", "article", "opinions.opinion"),
        ("Topics", "sell", "events.topic"),
        ("Series", "library_books", "events.series"),
        ("Venues", "location_on", "events.venue"),
        ("Organisations", "account_balance", "people.organisation"),
    ],
    "The record": [
        ("Complaints", "report", "events.complaint"),
        ("Speakers’ own words", "contact_mail", "events.ownword"),
        ("Corrections", "rule", "publishing.correction"),
        ("Searches", "search", "search.searchedfor"),
        ("Abbreviations", "short_text", "search.abbreviation"),
    ],
    "The house": [
        ("Pages", "web", "house.page"),
        ("Redirects", "alt_route", "house.redirect"),
        ("Asked for and not found", "link_off", "house.notfound"),
        ("Settings", "tune", "house.house"),
        ("How it stands", "monitor_heart", "keeping.backup"),
    ],
    "Accounts": [
        ("Users", "person", "auth.user"),
        ("Groups", "badge", "auth.group"),
        ("Deeds", "receipt_long", "publishing.logbookentry"),
    ],
}


def groups(request) -> list[dict]:
    """What UNFOLD["SIDEBAR"]["navigation"] asks for; a group with nothing in it is left out."""
    items = [{"title": "Desk", "icon": "space_dashboard", "link": reverse("admin:index")}]
    if request.user.has_perm("intake.add_intake"):
        items.append(
            {"title": "Paste a report", "icon": "content_paste", "link": reverse("admin:intake_intake_add")}
        )
    desk = {"title": "Desk", "items": items}
    return [desk, *filter(None, (group(request.user, title, items) for title, items in GROUPS.items()))]


def group(user, title: str, items: list[tuple]) -> dict | None:
    shown = [link(*item) for item in items if may_see(user, item[2])]
    return {"title": title, "items": shown} if shown else None


def may_see(user, model: str) -> bool:
    app, name = model.split(".")
    return user.has_perm(f"{app}.view_{name}") or user.has_perm(f"{app}.change_{name}")


@cache
def link(title: str, icon: str, model: str) -> dict:
    return {"title": title, "icon": icon, "link": reverse(f"admin:{model.replace('.', '_')}_changelist")}


def own_account(request) -> list[dict]:
    """What stands at one's name."""
    links = [
        ("Second factor", "second_factor"),
        ("Where you are logged in", "log_ins"),
        ("Change password", "admin:password_change"),
    ]
    return [{"title": title, "link": reverse(name)} for title, name in links]
