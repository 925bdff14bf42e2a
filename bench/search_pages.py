"""Ask for each page of the bench so many times, as a visitor's browser would; prints the milliseconds as JSON."""

import gc
import json
import sys
from time import perf_counter
from urllib.parse import urlencode

import django
from django.test import Client

django.setup()

from bench.filling import COMMON, MIDDLING, NAME, NAME_WITH_A_TYPO, PHRASE, RARE  # noqa: E402 -- after the setup
from search.asking import Answer, Question  # noqa: E402 -- likewise
from search.finding import Narrowing  # noqa: E402 -- likewise

QUERIES = {
    "common word": COMMON,
    "middling word": MIDDLING,
    "rare word": RARE,
    "two words": f"{COMMON} {MIDDLING}",
    "phrase": f'"{PHRASE}"',
    "person": NAME,
    "person with a typo": NAME_WITH_A_TYPO,
    "person and a word": f"{NAME.split()[-1]} {COMMON}",
}
FAR_PAGE = 20
WARMING = 2


def main(runs: int) -> None:
    visitor = Client()
    waited(visitor, address_of(RARE, 1))
    gc.freeze()  # as config/gunicorn.py does
    milliseconds = {}
    for name, query in QUERIES.items():
        for label, page in {"first page": 1, f"page {FAR_PAGE}": last_page(query)}.items():
            address = address_of(query, page)
            times = [waited(visitor, address) for _ in range(WARMING + runs)]
            milliseconds[f"{name}, {label}"] = times[WARMING:]
    json.dump(milliseconds, sys.stdout)


def last_page(query: str) -> int:
    """Page 20 of the statements, or the last where there are fewer."""
    return min(FAR_PAGE, Answer(Question(query, Narrowing(kind="statement"))).pages)


def address_of(query: str, page: int) -> str:
    asked = {"q": query} if page == 1 else {"q": query, "kind": "statement", "page": page}
    return f"/search/?{urlencode(asked)}"


def waited(visitor: Client, address: str) -> float:
    start = perf_counter()
    response = visitor.get(address)
    took = (perf_counter() - start) * 1000
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}")
    return took


main(int(sys.argv[1]))
