"""Ask for pages of the desk so many times; prints what each took as JSON, as bench.page_costs does."""

import gc
import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 -- after the setup
from django.test import Client  # noqa: E402 -- likewise

from bench.evening import four_by_twenty  # noqa: E402 -- likewise
from bench.page_costs import WARMING, asked  # noqa: E402 -- likewise

LISTS = {
    "events": "events/event",
    "statements": "events/statement",
    "speakers": "people/speaker",
    "opinions": "opinions/opinion",
}


def main(runs: int) -> None:
    editor, _made = get_user_model().objects.get_or_create(
        username="editor", defaults={"is_staff": True, "is_superuser": True}
    )
    client = Client()
    client.force_login(editor)
    pages = {f"list of {name}": f"/admin/{place}/" for name, place in LISTS.items()}
    pages["form of an event, 4 × 20"] = f"/admin/events/event/{four_by_twenty().pk}/change/"
    costs: dict[str, list] = {page: [] for page in pages}
    for address in pages.values():
        asked(client, address)
    gc.freeze()  # as config/gunicorn.py does
    for run in range(WARMING + runs):
        for page, address in pages.items():
            cost = asked(client, address)
            if run >= WARMING:
                costs[page].append(cost)
    json.dump(costs, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
