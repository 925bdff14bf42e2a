"""What a page of the desk costs, as multiples of Django's own admin with as many rows: ``python -m bench.desk``.

Cost as in bench.pages. Ours and Django's (bench/plain_desk.py) are asked in turn, three rounds over, each in a process
of its own, for the look of ours replaces templates of Django's.
"""

import argparse
import json
from statistics import median

from bench.databases import Database, vendors
from bench.pages import ROUNDS, SMALL, STATEMENTS_OF_AN_EVENT

MOST = 2.0
SETTINGS = {"ours": "bench.settings", "Django's": "bench.plain_desk_settings"}


def main() -> None:
    options = parse_arguments()
    for vendor in options.databases or vendors():
        database = Database(vendor, f"{options.prefix}_{SMALL}")
        if not database.exists():
            database.create()
            database.run("bench.page_filling", str(SMALL), str(SMALL * STATEMENTS_OF_AN_EVENT))
        costs: dict[str, dict[str, list]] = {whose: {} for whose in SETTINGS}
        for _ in range(ROUNDS):
            for whose, settings in SETTINGS.items():
                printed = database.run("bench.desk_costs", str(options.runs), settings=settings)
                for page, found in json.loads(printed).items():
                    costs[whose].setdefault(page, []).extend(found)
        print_table(vendor, costs)
        if not options.keep:
            database.drop()


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench desk", description=__doc__)
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"])
    parser.add_argument("--runs", type=int, default=5, help=f"of each page, {ROUNDS} times over")
    parser.add_argument("--prefix", default="rapporteur_pages", help="of the databases' names")
    parser.add_argument("--keep", action="store_true", help="leave the databases for the next run")
    return parser.parse_args()


def print_table(vendor: str, costs: dict[str, dict[str, list]]) -> None:
    print(f"\n{vendor}: milliseconds of CPU, medians")
    print("| page | ours: page, database | queries | Django's: page, database | queries | × Django's |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for page in costs["ours"]:
        cells, wholes = [], []
        for of_pages in costs.values():
            own, sql = (median(cost[place] for cost in of_pages[page]) for place in (0, 1))
            cells.append(f"{own:.1f}, {sql:.1f} | {of_pages[page][0][2]}")
            wholes.append(median(cost[0] + cost[1] for cost in of_pages[page]))
        times = wholes[0] / wholes[1]
        print(
            f"| {page} | {' | '.join(cells)} | {times:.2f}{' **over**' if times > MOST else ''} |", flush=True
        )


if __name__ == "__main__":
    main()
