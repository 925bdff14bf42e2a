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
        pages: dict[int, dict[str, list]] = {size: {} for size in databases}
        for _ in range(ROUNDS):
            for size, database in databases.items():
                for page, costs in json.loads(database.run("bench.page_costs", str(options.runs))).items():
                    pages[size].setdefault(page, []).extend(costs)
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


def print_table(vendor: str, pages: dict[int, dict[str, list]]) -> None:
    """A line a page: milliseconds of our own, of the database, queries, times plain; then times the small archive."""
    smallest = min(pages)
    heads = [f"{size:,}: page, database | queries | × plain" for size in pages]
    print(f"\n{vendor}: milliseconds of CPU, medians")
    print("| page | " + " | ".join(heads) + " | growth |")
    print("| --- |" + " ---: |" * (3 * len(pages) + 1))
    for page in pages[smallest]:
        cells = []
        for of_size in pages.values():
            own, sql = (median(cost[place] for cost in of_size[page]) for place in (0, 1))
            queries = of_size[page][0][2]
            times = whole_cost(of_size, page) / whole_cost(of_size, "plain")
            most = MOST.get(page.split()[0], MOST_OF_OTHERS)
            over = " **over**" if page != "plain" and (times > most or queries > MOST_QUERIES) else ""
            cells.append(f"{own:.1f}, {sql:.1f} | {queries} | {times:.2f}{over}")
        growth = whole_cost(pages[max(pages)], page) / whole_cost(pages[smallest], page)
        mark = " **over**" if growth > MOST_GROWTH else ""
        print(f"| {page} | " + " | ".join(cells) + f" | {growth:.2f}{mark} |", flush=True)


def whole_cost(pages: dict[str, list], page: str) -> float:
    return median(own + sql for own, sql, _queries in pages[page])


if __name__ == "__main__":
    main()
