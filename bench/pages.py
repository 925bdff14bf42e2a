"""What a page costs, as multiples of a plain one: ``python -m bench.pages`` in a small archive.

Cost is time of the processor, the page's own and PostgreSQL's for its queries: what else the machine does falls out
of it. The plain page is a Django template of 40 KB without a database (bench/plain.html). Sizes and pages are measured
in turn, three rounds over. ``--sizes 200 20000`` adds the large archive: 50 statements an event, a million in all.
"""

import argparse
import json
from statistics import median

from bench.databases import DATA, Database, vendors

STATEMENTS_OF_AN_EVENT = 50
ROUNDS = 3
SMALL = 200
#: What the product promises of a page that nobody has asked for before: times the plain page, times the small archive.
MOST = {"event": 1.5, "statement": 0.5, "search": 4.0}
#: Made for the first who asks after something that it shows has changed, and as it is kept until it does.
HOW = ("anew", "kept")
MOST_OF_OTHERS, MOST_GROWTH, MOST_QUERIES = 1.0, 1.3, 12


def main() -> None:
    options = parse_arguments()
    figures: dict[str, dict] = {}
    for vendor in options.databases or vendors():
        databases = {size: Database(vendor, f"{options.prefix}_{size}") for size in sorted(options.sizes)}
        for size, database in databases.items():
            if not database.exists():
                database.create()
                database.run("bench.page_filling", str(size), str(size * STATEMENTS_OF_AN_EVENT))
        pages: dict[int, dict[str, dict[str, list]]] = {size: {} for size in databases}
        for _ in range(ROUNDS):
            for size, database in databases.items():
                for page, costs in json.loads(database.run("bench.page_costs", str(options.runs))).items():
                    of_page = pages[size].setdefault(page, {how: [] for how in HOW})
                    for how in HOW:
                        of_page[how] += costs[how]
        figures[vendor] = pages
        print_table(vendor, pages)
        smallest = databases[min(databases)]
        print("\nA page that is kept, beside a bare answer:\n" + smallest.run("bench.kept", smallest.url))
        if not options.keep:
            for database in databases.values():
                database.drop()
    (DATA / "pages.json").write_text(json.dumps(figures, indent=1))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench pages", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[SMALL], help="numbers of events")
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"])
    parser.add_argument("--runs", type=int, default=7, help=f"of each page, {ROUNDS} times over")
    parser.add_argument("--prefix", default="rapporteur_pages", help="of the databases' names")
    parser.add_argument("--keep", action="store_true", help="leave the databases for the next run")
    return parser.parse_args()


def print_table(vendor: str, pages: dict[int, dict[str, dict[str, list]]]) -> None:
    """A line a page, made anew and kept: milliseconds of our own, of the database, queries, times plain; then times
    the small archive."""
    smallest = min(pages)
    heads = [f"{size:,}, {how}: page, database | queries | × plain" for size in pages for how in HOW]
    print(f"\n{vendor}: milliseconds of CPU, medians")
    print("| page | " + " | ".join(heads) + " | growth, anew | kept |")
    print("| --- |" + " ---: |" * (6 * len(pages) + 2))
    for page in pages[smallest]:
        cells = [cell(of_size, page, how) for of_size in pages.values() for how in HOW]
        for how in HOW:
            growth = whole_cost(pages[max(pages)], page, how) / whole_cost(pages[smallest], page, how)
            cells.append(f"{growth:.2f}" + (" **over**" if growth > MOST_GROWTH else ""))
        print(f"| {page} | " + " | ".join(cells) + " |", flush=True)


def cell(pages: dict[str, dict[str, list]], page: str, how: str) -> str:
    own, sql = (median(cost[place] for cost in pages[page][how]) for place in (0, 1))
    queries = pages[page][how][0][2]
    times = whole_cost(pages, page, how) / whole_cost(pages, "plain", how)
    most = MOST.get(page.split()[0], MOST_OF_OTHERS)
    over = " **over**" if page != "plain" and (times > most or queries > MOST_QUERIES) else ""
    return f"{own:.1f}, {sql:.1f} | {queries} | {times:.2f}{over}"


def whole_cost(pages: dict[str, dict[str, list]], page: str, how: str) -> float:
    return median(own + sql for own, sql, _queries in pages[page][how])


if __name__ == "__main__":
    main()
